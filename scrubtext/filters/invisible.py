"""Characters that are not seen but break search, tokenisers and deduplication."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, NamedTuple

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit
from scrubtext.fields import check_fields

__all__ = ["Invisible"]

# Scripts whose letters join or break at invisible characters, as ranges of a character class.
_JOINING = (  # Arabic to Sinhala, Thai to Myanmar, Khmer, Mongolian, Lepcha, Vedic, Tifinagh, ...
    "\u0600-\u061b\u061d-\u109f\u1700-\u180d\u180f-\u18af\u1900-\u1cff\u2d30-\u2d7f"
    "\ua800-\ua8ff\ua930-\ua95f\ua980-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00011fff\U0001e900-\U0001e95f"
)
_BREAKING = "\u0e00-\u109f\u1700-\u17ff\u1900-\u1aff\u1b00-\u1cff\ua980-\uaadf"
_MONGOLIAN = "\u1800-\u180d\u180f-\u18af"
_RTL = (
    "\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff"
)
_PICTURE = "\u203c-\u205f\u2070-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
_EMOJI_START = _PICTURE + "\u00a9\u00ae\u20e3"
_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003fffd"
_EAST = _HAN + "\u3041-\u30ff\u31f0-\u31ff\uac00-\ud7a3\uff66-\uff9d"
_LETTERS = "A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1fff\u3041-\u30ff\uac00-\ud7a3"
_VS = "\ufe00-\ufe0f\U000e0100-\U000e01ef"
_TAGS = "\U000e0000-\U000e007f"
_FILLERS = "\u115f\u1160\u3164\uffa0"

_ZERO = "\u200b-\u200d\u2060-\u2064\ufeff\u180e\u034f" + _FILLERS
_BIDI = "\u200e\u200f\u202a-\u202e\u2066-\u206f\u061c"
_ALL = _ZERO + _BIDI + _VS + _TAGS
_BMP = (
    _ZERO + _BIDI + "\ufe00-\ufe0f"
)  # a class without astral ranges is searched several times faster

# What certainly stays is ruled out by looking at the neighbours, so that Persian, Hindi and emoji
# families cost no step of Python.
_STAYS = (
    f"(?!(?<=[{_JOINING}][\u200c\u200d])|(?<=[\u200c\u200d])(?=[{_JOINING}])"
    f"|(?<=[{_PICTURE}]\ufe0f)(?![{_VS}])"
    f"|(?<=[\U0001f000-\U0001faff]\u200d)(?=[{_PICTURE}])"
    f"|(?<=[{_PICTURE}]\ufe0f\u200d)(?=[{_PICTURE}])"
    f"|(?<=[{_HAN}][{_VS}])(?<![\ufe03-\ufe0f])(?![{_VS}]))"
)
_FLAG = "\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{3,6}\U000e007f"

_NEEDS = (Kind.ZERO_WIDTH, Kind.BIDI, Kind.VARIATION, Kind.ASTRAL, Kind.SOFT_HYPHEN)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


@cache
def _is_in(ranges: str) -> re.Pattern[str]:
    return re.compile(f"[{ranges}]")


def _member(char: str, ranges: str) -> bool:
    return bool(char) and _is_in(ranges).match(char) is not None


class _Run(NamedTuple):
    """A run of invisible characters and what is seen on both sides of it."""

    start: int
    end: int
    before: str  # the visible character before, "" at the start of the text
    after: str
    filler: bool  # holds a character that leaves a blank: its ends do not touch
    selector: int  # offset of the first variation selector, -1 without one
    joiner: int  # offset of the first zero-width joiner, -1 without one


@dataclass(frozen=True, kw_only=True)
class Invisible:
    r"""Zero-width characters, directional marks and tags where they carry no meaning.

    They come from editors, web templates, watermarks and byte order marks of joined files. What
    carries meaning stays: joiners in Persian, Arabic, Indic and other joining scripts and inside
    emoji; zero-width spaces where Thai, Lao, Khmer, Myanmar or Tibetan mark word breaks; variation
    selectors on emoji, signs and ideographs; flags made of tags; directional marks in documents with
    right-to-left letters (closing marks that close nothing go); invisible operators beside single
    letters and digits; soft hyphens, unless ``soft_hyphens`` is set. A Hangul filler between two
    words becomes a space.

    >>> import scrubtext
    >>> scrubtext.clean("zero\u200bwidth, \u4f60\ufeff\u597d", Invisible())
    'zerowidth, 你好'
    >>> scrubtext.clean("می\u200cروم", Invisible()) == "می\u200cروم"
    True
    """

    name: ClassVar[str] = "invisible"
    reasons: ClassVar[frozenset[str]] = frozenset(
        {
            "zero-width space",
            "joiner out of place",
            "byte order mark",
            "directional mark",
            "variation selector out of place",
            "tag character", "filler", "invisible operator", "soft hyphen",
        }
    )
    needs: ClassVar[int] = mask(*_NEEDS)
    soft_hyphens: bool = False  # remove them too: German books need them, search does not

    def __post_init__(self) -> None:
        check_fields(self)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """Deletions of single characters and runs."""
        rare = mask(Kind.ZERO_WIDTH, Kind.BIDI, Kind.VARIATION)
        soft = self.soft_hyphens and bool(doc.kinds & mask(Kind.SOFT_HYPHEN))
        tags = bool(doc.kinds & mask(Kind.ASTRAL)) and _has_tags(doc.text)
        if doc.kinds & rare or soft or tags:
            first = (_ALL if tags else _BMP) + ("\xad" if soft else "")
            return _joined(self._find(doc.text, f"[{first}]{_STAYS}"))
        return ()

    def _find(self, text: str, pattern: str) -> Iterator[Edit]:
        stay = _flag_spans(text) | _working_marks(text)
        breaking = "\u200b" in text and _is_in(_BREAKING).search(text) is not None
        run = _Run(0, 0, "", "", False, -1, -1)
        known: dict[tuple[str, bool, bool, bool], tuple[str, bool]] = {}  # verdicts in this run
        for m in _compiled(pattern).finditer(text):
            i = m.start()
            if i in stay:
                continue
            if i >= run.end:
                run = _run_around(text, i)
                known.clear()
            key = (text[i], i == run.start, i == run.selector, i == run.joiner)
            if key not in known:
                known[key] = _rule(text, i, run)
            why, stays = known[key]
            if stays or (breaking and text[i] == "\u200b" and not _inside_word(run)):
                continue
            yield Edit(i, i + 1, _blank(text, i, run) if why == "filler" else "", why)


def _has_tags(text: str) -> bool:
    """Whether tags or selectors of plane 14 occur: emoji alone do not need a closer look."""
    return _is_in("\U000e0000-\U000e0fff").search(text) is not None


def _rule(text: str, i: int, run: _Run) -> tuple[str, bool]:
    """What a character is, and whether it stays where it is."""
    char = text[i]
    if char == "\xad":
        return "soft hyphen", False
    if _member(char, _TAGS):
        return "tag character", False
    if _member(char, _BIDI):
        return "directional mark", False
    if char in _FILLERS:
        return "filler", _beside(run, _JAMO[char])
    return _rule_of_zero_width(text, i, run)


_JAMO = {
    "\u115f": "\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb",
    "\u1160": "\u1100-\u11ff\ua960-\ua97c\ud7b0-\ud7fb",
    "\u3164": "\u3131-\u318e",
    "\uffa0": "\uffa1-\uffdc",
}


def _rule_of_zero_width(text: str, i: int, run: _Run) -> tuple[str, bool]:
    char = text[i]
    if char in "\u200c\u200d":
        return "joiner out of place", not run.filler and _joins(text, i, run)
    if char == "\u034f":  # sits on a letter; mail templates pad with it between spaces
        sits = i == run.start and _is_word(run.before) and not _member(run.before, _EAST)
        return "joiner out of place", sits
    if _member(char, _VS):
        return "variation selector out of place", i == run.selector and _selects(char, run)
    if char in "\u2061\u2062\u2063\u2064":
        return "invisible operator", not run.filler and _operates(run)
    if char == "\ufeff":
        return "byte order mark", False
    breaks = char == "\u200b" and _beside(run, _BREAKING)
    return "zero-width space", breaks or (char == "\u180e" and _beside(run, _MONGOLIAN))


def _is_word(char: str) -> bool:
    return bool(char) and not char.isspace()


def _beside(run: _Run, ranges: str) -> bool:
    return _member(run.before, ranges) or _member(run.after, ranges)


def _inside_word(run: _Run) -> bool:
    return all(_member(c, _LETTERS + _EAST) for c in (run.before, run.after))


def _blank(text: str, i: int, run: _Run) -> str:
    """A space for the first wide filler between two words: it was seen as one."""
    first = text[i] == "\u3164" and not _is_in(_FILLERS).search(text, run.start, i)
    return " " if first and _is_word(run.before) and _is_word(run.after) else ""


def _joins(text: str, i: int, run: _Run) -> bool:
    if _beside(run, _JOINING):
        return True
    between = _member(run.before, _EMOJI_START) and _member(run.after, _PICTURE)
    return i == run.joiner and between


def _selects(char: str, run: _Run) -> bool:
    if run.filler or not _is_word(run.before):
        return False
    if _member(run.before, _HAN):
        return not "\ufe03" <= char <= "\ufe0f"
    return char <= "\ufe0f" and not _member(run.before, _LETTERS)


def _operates(run: _Run) -> bool:
    """Stays beside digits, signs and Latin or Greek letters; goes between Han, kana and spaces."""
    return all(_is_word(c) and not _member(c, _EAST) for c in (run.before, run.after))


def _run_around(text: str, i: int) -> _Run:
    start, end = i, i + 1
    invisible = _is_in(_ALL + "\xad")
    while start and invisible.match(text, start - 1):
        start -= 1
    while end < len(text) and invisible.match(text, end):
        end += 1
    selector = _is_in(_VS).search(text, start, end)
    return _Run(
        start,
        end,
        text[start - 1 : start] if start else "",
        text[end : end + 1],
        _is_in(_FILLERS).search(text, start, end) is not None,
        selector.start() if selector else -1,
        text.find("\u200d", start, end),
    )


def _flag_spans(text: str) -> frozenset[int]:
    """Offsets of the tags that spell the region of a flag."""
    if "\U0001f3f4" not in text:
        return frozenset()
    return frozenset(
        i for m in _compiled(_FLAG).finditer(text) for i in range(m.start() + 1, m.end())
    )


def _working_marks(text: str) -> frozenset[int]:
    """Offsets of the directional marks that work: in a text with right-to-left letters, and a
    closing one needs its opening one.
    """
    if not _is_in(_BIDI).search(text) or not _is_in(_RTL).search(text):
        return frozenset()
    good: set[int] = set()
    embeds = isolates = 0
    for m in _compiled(f"[{_BIDI}\n]").finditer(text):
        char = m.group()
        if char == "\n":  # they end with the paragraph
            embeds = isolates = 0
        elif char in "\u202c\u2069":
            open_ = embeds if char == "\u202c" else isolates
            if open_:
                good.add(m.start())
            embeds -= char == "\u202c" and embeds > 0
            isolates -= char == "\u2069" and isolates > 0
        elif not "\u206a" <= char <= "\u206f":
            good.add(m.start())
            embeds += char in "\u202a\u202b\u202d\u202e"
            isolates += char in "\u2066\u2067\u2068"
    return frozenset(good)


def _joined(edits: Iterable[Edit]) -> Iterator[Edit]:
    """Neighbouring deletions for one reason, as one."""
    last: Edit | None = None
    for e in edits:
        if last and last.end == e.start and last.why == e.why and not last.new and not e.new:
            last = last._replace(end=e.end)
            continue
        if last:
            yield last
        last = e
    if last:
        yield last
