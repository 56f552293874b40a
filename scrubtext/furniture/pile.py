"""A page's furniture in a pile: many kinds of it below an article that is told to its end.

The walk of ``tail.py`` asks of each block that what follows its marker is what such a marker announces,
and stops at the first that is not so: one sentence of a form, one name of a section. Where most lines
below the last paragraph are furniture by themselves, of several kinds, the few unknown lines among them
are of the page too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scrubtext.furniture.above import is_apart
from scrubtext.furniture.block import Block, Line, is_bulleted
from scrubtext.furniture.headless import names_one
from scrubtext.furniture.markers import Hit, Marker
from scrubtext.furniture.mention import is_mention
from scrubtext.furniture.shapes import BODY, SENTENCE, STAMP, TEASER, TITLE, is_prose, units
from scrubtext.furniture.spare import SIGNED
from scrubtext.furniture.stems import hints, touches

__all__ = ["MAX_LOOKED", "piled", "seen", "told"]

MAX_LOOKED = 80
"""Lines of a text that are looked at, from the last one up."""
MIN_LINES = 5
"""Lines of a pile."""
ABOVE = 3
"""Lines above a pile that tell whether an article ends there."""
MIN_SHARE = 0.5
"""Share of the lines that must be furniture by themselves, or titles below their heading."""
MIN_OWN = 0.3
"""The same without the titles."""
MIN_WEIGHT = 3
"""Weights of markers, of two classes at least, that prove a pile."""
MIN_CLASSES = 3
"""Classes of markers in a pile below a last line that is no sentence."""
MIN_ALONE = 6
"""The same of markers of one class: the form for a comment."""
MIN_SURE = 7
"""The same where the line above has no stop; a blank line must part them."""
MIN_KNOWN = 0.6
"""Share of the lines of such a pile that must be furniture by themselves."""
MAX_ASIDE = 42
"""Units (a Han character is 1) of an unknown sentence that has a word of the page."""
MAX_TEASER = 250
"""Characters of what stands below the title of another article."""
MAX_NAME = 5
"""Units of a name that ends with a stop: ``e.V.``"""
MAX_TOLD = 0.45
"""Share of the characters that may stand in unknown sentences."""
MAX_DATED = 48
"""Characters of a line that says when a page was made."""
_QUOTES = "”’\"'」』）)】»“‘"
_STOPS = tuple("。．.!?！？…")
_DATED = re.compile(  # a day, with what says so, and the time of the day
    r"(?:[^\W\d_]{2,12}:?\s){0,3}(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}"
    r"|\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,10}\.?,?\s(?:de\s)?\d{4}"
    r"|[^\W\d_]{3,9}\.?\s\d{1,2},\s\d{4})(?:[\sT,|]{1,3}.{0,24})?"
)


def piled(text: str, lines: Sequence[Line], above: Sequence[tuple[int, int]]) -> list[Block]:
    """The blocks of a pile at the end of a text, or none.

    ``lines`` are the last lines of the text that are not blank, ``above`` those before them.
    """
    top = start = _top(text, lines)
    pile = lines[top:]
    if len(pile) < MIN_LINES or not _proves(text, pile):
        return []
    start += next((i for i, line in enumerate(pile) if not _dates(text, line)), 0)
    named = _is_sure(text, pile) and top > 0 and _names(text, lines[top - 1], pile[0])
    sure = named or (_is_sure(text, pile) and is_apart(text, pile[0].start))
    if not _firm(text, lines[start]) and not (sure and _button(text, pile[0])):
        return []
    before = [text[line.start : line.end] for line in lines[: top - named]]
    before = before or [text[a:b] for a, b in above[-4:]]
    filled = [s.strip() for s in before if s.strip()]
    if not filled:
        return []
    if sure or _closed(filled[-1]):
        return _blocks(lines[top - 1 :] if named else pile)
    pile = lines[start:]  # the day below a name is a signature
    apart = is_apart(text, pile[0].start) or text.find("\n\n", 0, pile[0].start) < 0
    return _blocks(pile) if apart and any(map(_closed, filled[-3:])) and _abounds(text, pile) else []


def _closed(line: str) -> bool:
    """Whether a line is a sentence with its stop."""
    return is_prose(line) and line.rstrip(_QUOTES)[-1:] in _STOPS


def _abounds(text: str, pile: Sequence[Line]) -> bool:
    """Whether furniture of many kinds stands below a text whose last lines are no sentences."""
    proofs = _proofs(text, pile)
    return len({m.cls for m in proofs}) >= MIN_CLASSES and sum(m.weight for m in proofs) >= 2 * MIN_WEIGHT


def _proofs(text: str, pile: Sequence[Line]) -> list[Marker]:
    marks = [line.hit.marker for line in pile if line.hit and _known(text, line)]
    return [m for m in marks if m.cls not in SIGNED and m.weight]


def _names(text: str, line: Line, button: Line) -> bool:
    """Whether a line is the name of a member, above the button to follow them."""
    bare = text[button.start : button.end].strip(" +＋\t").casefold()
    short = line.shape == TITLE and not line.hit and units(text[line.start : line.end]) <= 2 * MAX_NAME
    return bare in _FOLLOW and short and is_apart(text, line.start)


_FOLLOW = ("关注", "關注", "追蹤", "フォロー", "フォローする", "팔로우", "구독", "구독하기", "follow")


def _is_sure(text: str, pile: Sequence[Line]) -> bool:
    """Whether so many lines are furniture that the article above may end without a stop."""
    proofs = _proofs(text, pile)
    enough = sum(m.weight for m in proofs) >= MIN_SURE and len({m.cls for m in proofs}) > 1
    return enough and sum(_known(text, line) for line in pile) >= MIN_KNOWN * len(pile)


def _button(text: str, line: Line) -> bool:
    """Whether a line is one word that a page prints on a button."""
    return line.hit is not None and line.shape == TITLE and units(text[line.start : line.end]) <= MAX_NAME


def told(lines: Sequence[Line]) -> bool:
    """Whether the last two lines seen, going up, are sentences of the article."""
    return len(lines) > 1 and all(line.shape == SENTENCE and not line.hit for line in lines[-2:])


def seen(text: str, lines: Sequence[Line]) -> bool:
    """Whether enough was seen, going up: a line no pile holds, and ``ABOVE`` above it or few below."""
    at = -2 if len(lines) < MIN_LINES + 2 else -ABOVE - 1
    return len(lines) > 1 and _bars(text, lines[at], lines[at + 1])


def _bars(text: str, line: Line, above: Line) -> bool:
    """Whether a line is surely none of a pile."""
    if line.shape not in (SENTENCE, TEASER) or above.shape in (TITLE, STAMP):
        return line.shape == BODY
    s = text[line.start : line.end].strip()
    return not _known(text, line) and not _short(s)


def _short(s: str) -> bool:
    """Whether an unknown sentence may stand in a pile: a name, an aside of the page."""
    size = units(s)
    return size <= MAX_NAME or (size <= MAX_ASIDE and hints(s))


def _top(text: str, lines: Sequence[Line]) -> int:
    """Where the lines that may be a page's begin: below the last that is the article's."""
    at = len(lines)
    while at and _may_be(text, lines, at - 1):
        at -= 1
    return next((i for i in range(at, len(lines)) if _known(text, lines[i])), len(lines))


def _may_be(text: str, lines: Sequence[Line], i: int) -> bool:
    """Whether a line may stand in a pile: no paragraph and no list of the article."""
    line = lines[i]
    if line.shape == BODY:
        return False
    if line.shape not in (SENTENCE, TEASER) or _known(text, line):
        return True
    s = text[line.start : line.end].strip()
    if _short(s):
        return True
    above = lines[i - 1] if i else None
    if above is None or above.shape not in (TITLE, STAMP) or len(s) > MAX_TEASER:
        return False
    if is_bulleted(text, above) and not is_bulleted(text, line):
        return False  # the article goes on below a list of titles
    heading = _heading(lines, i)
    return heading is not None and heading.marker.cls == "related" and not names_one(heading)


def _heading(lines: Sequence[Line], i: int) -> Hit | None:
    """The marker a line stands below."""
    return next((line.hit for line in reversed(lines[:i]) if line.hit), None)


def _known(text: str, line: Line) -> bool:
    """Whether a line is furniture by itself."""
    s = text[line.start : line.end].strip()
    if line.hit is None:
        return _dates(text, line) or (line.shape == TITLE and touches(s))
    return line.shape != SENTENCE or not is_mention(s, line.hit.marker)


def _dates(text: str, line: Line) -> bool:
    """Whether a line says when a page was made, and nothing else."""
    s = text[line.start : line.end].strip()
    dated = line.shape == STAMP or (len(s) < MAX_DATED and _DATED.fullmatch(s) is not None)
    return dated and (line.hit is None or line.hit.marker.cls in SIGNED)


def _firm(text: str, line: Line) -> bool:
    """Whether a line is no author's: a heading or a button, and no sentence, wish or question."""
    if line.hit is None or line.shape != TITLE or text[: line.end].rstrip()[-1] in _STOPS:
        return False
    marker = line.hit.marker
    return marker.weight > 0 and marker.cls not in SIGNED


def _proves(text: str, pile: Sequence[Line]) -> bool:
    """Whether most lines are furniture, of several kinds."""
    known = [line for line in pile if _known(text, line)]
    marked = [line.hit.marker for line in known if line.hit]
    proofs = [m for m in marked if m.cls not in SIGNED and m.weight]
    alone = len({m.cls for m in proofs}) < 2
    if sum(m.weight for m in proofs) < (MIN_ALONE if alone else MIN_WEIGHT):
        return False
    loose = [i for i, line in enumerate(pile) if line not in known]
    loosely = sum(pile[i].end - pile[i].start for i in loose if pile[i].shape in (SENTENCE, TEASER))
    if loosely > MAX_TOLD * sum(line.end - line.start for line in pile):
        return False
    listed = sum(_is_listed(pile, i) for i in loose)
    return len(known) >= MIN_OWN * len(pile) and len(known) + listed >= MIN_SHARE * len(pile)


def _is_listed(pile: Sequence[Line], i: int) -> bool:
    """Whether a line is a title below the heading of related articles, or what is told of it."""
    hit = _heading(pile, i)
    return hit is not None and hit.marker.cls in ("related", "tags")


def _blocks(pile: Sequence[Line]) -> list[Block]:
    """The lines of a pile, each marker with what follows it."""
    found: list[list[Line]] = []
    for line in pile:
        if line.hit or not found:
            found.append([line if line.hit else line._replace(hit=_NEAR)])
        else:
            found[-1].append(line)
    heads = [(rows, rows[0].hit) for rows in found]
    return [Block(hit.marker.cls, hit.marker.weight, tuple(rows)) for rows, hit in heads if hit]


_NEAR = Hit(Marker("pile", "*", "navigation", "company", 0), "")
