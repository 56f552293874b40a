"""Where a text may hold marks of the wrong width: a few searches over its shape."""

from __future__ import annotations

from scrubtext.chars import Kind, mask, spell
from scrubtext.doc import Doc
from scrubtext.marks.context import EAST, WEST

__all__ = ["FULL_MARKS", "HALF_MARKS", "places"]

_HALF = spell(
    Kind.COMMA, Kind.STOP, Kind.COLON, Kind.SEMICOLON, Kind.QUESTION, Kind.EXCLAIM,
    Kind.PAREN_OPEN, Kind.PAREN_CLOSE, Kind.STRAIGHT_QUOTE,
)  # fmt: skip
_FULL = spell(
    Kind.FULL_COMMA, Kind.FULL_COLON, Kind.FULL_SEMICOLON, Kind.FULL_QUESTION, Kind.FULL_EXCLAIM,
    Kind.FULL_PAREN_OPEN, Kind.FULL_PAREN_CLOSE, Kind.IDEO_STOP, Kind.IDEO_COMMA, Kind.FULL_OTHER,
)  # fmt: skip
_CLEAR = spell(Kind.CJK_CLOSE, Kind.CURLY, Kind.SPACE)
_CLOSING = spell(Kind.CURLY, Kind.CJK_CLOSE, Kind.STRAIGHT_QUOTE)

HALF_MARKS = mask(*map(Kind, _HALF))
FULL_MARKS = mask(*map(Kind, _FULL))
_EAST_MASK = mask(*map(Kind, EAST))
_WEST_MASK = mask(*map(Kind, WEST))
_REACH = 16  # characters: as far as ``Context`` sees through other marks


def _classes() -> bytes:
    """Table from kinds to the few classes that tell where there may be work."""
    table = bytearray(b"." * 256)
    named = ((EAST, b"E"), (WEST, b"W"), (_HALF, b"h"), (_FULL, b"f"), (_CLEAR, b"c"))
    for kinds, letter in (*named, (spell(Kind.NEWLINE), b"n")):
        for kind in kinds:
            table[kind] = letter[0]
    return bytes(table)


_CLASSES = _classes()
_H, _F, _W, _N = b"hfWn"
_MARKS = frozenset(b"hfc")
_OPEN, _CLOSE = spell(Kind.PAREN_OPEN), spell(Kind.PAREN_CLOSE)
_NOT_EAST = bytes(set(range(256)) - set(EAST))
_DIGIT = spell(Kind.DIGIT)
_NEAR, _QUOTED = 40, 300  # characters that ``punctuation`` looks at for Han, for quotes
_HELD = 60  # characters of a bracket looked at; of longer ones the line is judged
_BEFORE_HALF = (b"E", b"Ec", b"Ef", b"Ecc")
_AFTER_HALF = (b"E", b"cE", b"ccE")


def places(doc: Doc) -> list[int]:
    """Offsets of the marks to judge, in order; hardly any in a text with its own marks.

    Half-width ones with Han or kana on one side, other marks and spaces seen through; full-width ones
    after a Latin word or a digit, unless Han or kana follow at once.
    """
    kinds, shape = doc.kinds, doc.shape
    half = kinds & HALF_MARKS and kinds & _EAST_MASK and _touch(shape, _FULL, b"Eh", b"hE")
    full = kinds & FULL_MARKS and kinds & _WEST_MASK and _touch(shape, _HALF, b"Wf")
    if not half and not full:
        return []
    found: set[int] = set()
    classes = shape.translate(_CLASSES) + b"n"
    if half:
        for before in _BEFORE_HALF:
            for i in _all(classes, before + b"h"):
                _spread(classes, i + len(before), 1, found)
        for after in _AFTER_HALF:
            for i in _all(classes, b"h" + after):
                _spread(classes, i, -1, found)
        for closed in (b"hhn", b"fhn"):  # a full stop after a bracket that ends the line
            found.update(i + 1 for i in _all(classes, closed))
        found = {i for i in found if not _is_latin_bracket(shape, i)}
    if full:
        for before in (b"W", b"Wc"):
            for i in _all(classes, before + b"f"):
                _after_west(shape, classes, i + len(before), found)
    return sorted(found)


def _touch(shape: bytes, others: bytes, *pieces: bytes) -> bool:
    """Whether marks and letters meet, other marks left out: most often they do not."""
    classes = shape.translate(_CLASSES, _CLEAR + others)
    return any(piece in classes for piece in pieces)


def _is_latin_bracket(shape: bytes, i: int) -> bool:
    """Whether a half-width bracket holds Latin words only: then it stays."""
    if shape[i] == Kind.PAREN_OPEN:
        held = shape[i + 1 : i + _HELD].partition(_CLOSE)
    elif shape[i] == Kind.PAREN_CLOSE:
        held = shape[max(i - _HELD, 0) : i].rpartition(_OPEN)[::-1]
    else:
        return False
    return bool(held[1]) and not held[0].translate(None, _NOT_EAST)


def _all(classes: bytes, piece: bytes) -> list[int]:
    i = classes.find(piece)
    if i < 0:
        return []
    at = []
    while i >= 0:
        at.append(i)
        i = classes.find(piece, i + 1)
    return at


def _spread(classes: bytes, i: int, step: int, found: set[int]) -> None:
    """The half-width marks of a run, away from the letter beside it."""
    found.add(i)
    for j in range(i + step, i + step * _REACH, step):
        if j < 0 or classes[j] not in _MARKS:
            break
        if classes[j] == _H:
            found.add(j)


def _after_west(shape: bytes, classes: bytes, i: int, found: set[int]) -> None:
    """The full-width marks of a run after a Latin word, if the words that follow are not Han."""
    end = i + 1
    while classes[end] in _MARKS and end < i + _REACH:
        end += 1
    follows = classes[end]
    beside = classes[i - 1] == _W
    if beside and shape[i] == Kind.FULL_OTHER:  # a percent sign
        found.add(i)
    before, after = classes[max(i - _NEAR, 0) : i], classes[i : i + _NEAR]
    east = b"E" in before.rpartition(b"n")[2] or b"E" in after.partition(b"n")[0]
    if east and shape[i + 1 : i + 2] != _DIGIT and not _is_quoted(shape, i):
        return
    if follows == _W or (follows == _N and beside) or any(k in _CLOSING for k in shape[i:end]):
        found.update(j for j in range(i, end) if classes[j] == _F)


def _is_quoted(shape: bytes, i: int) -> bool:
    """Whether a quote may end after ``i``."""
    after = shape[i : i + _QUOTED]
    return any(kind in after for kind in _CLOSING)
