"""Whether the blocks at the end of a text prove that they are furniture."""

from __future__ import annotations

from collections.abc import Sequence

from scrubtext.furniture.shapes import is_prose
from scrubtext.furniture.tail import Block

__all__ = ["bare", "doubts", "is_article"]

# Classes that prove nothing about each other: an author may close a text with any of these.
_MODEST = {"credit", "source", "date", "tags"}
_LEGAL = {"copyright", "disclaimer", "date"}


def doubts(blocks: Sequence[Block], above: str, strict: bool, clear: bool) -> bool:
    """Whether the blocks prove too little; ``clear`` where an article stands above."""
    weights = [(b.cls, _weight(above, b)) for b in blocks if not _hints(b)]
    if sum(cls == "share" for cls, _ in weights) > 2:  # three networks, a line each
        weights.append(("share", 2))
    total = sum(w or 0.5 * (cls in _MODEST or cls == "copyright") for cls, w in weights)
    total += 0.5 * sum(map(_counts, blocks)) if clear else 0
    strong = any(w >= 2 for cls, w in weights if cls != "date")
    dates = sum(cls == "date" for cls, _ in weights)
    legal = bool(weights) and {cls for cls, _ in weights} <= {"copyright", "date"} and not strong
    if legal and not (clear and dates > 1):  # a year and a name prove nothing
        return True
    if total < (1 if strict or clear else 1.5):
        return True
    named = sum(b.cls in ("credit", "source") and _labelled(b) for b in blocks)
    return not (strong or strict or clear or named > 1 or _vouched(weights))


def is_article(text: str, lines: Sequence[tuple[int, int]], told: float, kept: float) -> bool:
    """Whether a text is told in paragraphs to its end, as articles are."""
    filled = [text[a:b] for a, b in lines if text[a:b].strip()]
    return told >= CLEAR * kept and any(map(is_prose, filled[-2:])) and sum(map(is_prose, filled)) > 2


def bare(block: Block) -> bool:
    """Whether nothing unknown follows a weak marker, but titles below a heading."""
    return block.weight > 1 or block.cls in ("related", "publisher") or len(block.lines) < 3


CLEAR = 0.8  # share of a text that is sentences where it is an article beyond doubt


def _hints(block: Block) -> bool:
    """Whether a block is a line that says one thing of the page and nothing else."""
    hit = block.lines[0].hit
    return hit is not None and hit.marker.form in ("stems", "company") and not hit.marker.weight


def _counts(block: Block) -> bool:
    """Whether such a line counts: what an author may write as well proves nothing."""
    hit = block.lines[0].hit
    spoken = hit is not None and hit.marker.form == "stems"
    return spoken and _hints(block) and block.cls not in _MODEST | _LEGAL | {"footer"}


def _labelled(block: Block) -> bool:
    """Whether a block is one line of label and value: two of them are the credits of a page."""
    hit = block.lines[0].hit
    return len(block.lines) == 1 and hit is not None and hit.marker.form == "value" and bool(hit.value)


def _vouched(weights: Sequence[tuple[str, int]]) -> bool:
    """Whether weak blocks prove each other: of two classes, or twice what no author writes."""
    classes = {cls for cls, _ in weights}
    plain = [cls for cls, w in weights if w and cls not in _MODEST | _LEGAL]
    if len(classes) > 1:
        return not classes <= _MODEST | _LEGAL
    return len(plain) > 1


_TOPICS = {
    "disclaimer": ("免责声明", "免責聲明", "免責事項", "disclaimer", "haftungsausschluss", "면책"),
    "cookie": ("cookie",),
}


def _speaks_of(cls: str, low: str) -> bool:
    """Whether a text is about the thing itself: how to write a disclaimer."""
    return any(word in low for word in _TOPICS.get(cls, ()))


def _weight(kept: str, block: Block) -> int:
    """What a block proves: nothing where the text is about the thing, more where titles follow."""
    hit = block.lines[0].hit
    assert hit is not None
    if block.cls in ("disclaimer", "copyright", "cookie", "newsletter", "submission", "publisher"):
        low = kept.casefold()
        word = hit.marker.text.casefold().strip(" :：【")
        if (hit.marker.form != "part" and word in low) or _speaks_of(block.cls, low):
            return 0
    if block.cls == "related":
        followers = len(block.lines) - 1
        if not followers and not hit.value:
            return min(block.weight, 1)
        named = not hit.value or hit.marker.text.endswith((" from", " by", " von"))
        return 2 if block.weight == 1 and followers > 1 and named else block.weight
    return block.weight
