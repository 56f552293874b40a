"""What ftfy would make of a line: proposals like any other, judged like any other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher

from scrubtext.mojibake.propose import Reading

__all__ = ["ftfy_readings"]

PAIRS = 30_000  # a line of 480 characters of prose has half of it
C1 = "".join(map(chr, range(0x80, 0xA0)))  # ftfy repairs them beside anything

_CODECS = {
    "latin-1": "cp1252", "sloppy-windows-1252": "cp1252", "sloppy-windows-1250": "cp1250",
    "sloppy-windows-1251": "cp1251", "sloppy-windows-1253": "cp1253",
    "sloppy-windows-1254": "cp1254", "sloppy-windows-1257": "cp1257", "iso-8859-2": "iso8859-2",
    "macroman": "mac_roman", "cp437": "cp437",
}  # fmt: skip


def ftfy_readings(line: str) -> Iterator[Reading]:
    """The places ftfy would change, as readings."""
    from ftfy import fix_encoding_and_explain

    fixed, steps = fix_encoding_and_explain(line)
    if fixed == line or _repetitive(line, fixed):
        return
    read = next(
        (_CODECS.get(s.parameter, "cp1252") for s in steps or () if s.action == "encode"), "cp1252"
    )
    for a, b, c, d in _replaced(line, fixed):
        if line[a:b].strip(C1):
            yield Reading(a, b, fixed[c:d], "utf-8", read, fixed[c:d].count("\ufffd"))


def _replaced(old: str, new: str) -> Iterator[tuple[int, int, int, int]]:
    """What was replaced by what; a space between two such places may be a part of either one."""
    last: tuple[int, int, int, int] | None = None
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            continue
        if last and old[last[1] : a] == " ":
            last = last[0], b, last[2], d
            continue
        if last:
            yield last
        last = (a, b, c, d) if tag == "replace" else None
    if last:
        yield last


def _repetitive(old: str, new: str) -> bool:
    """Whether comparing two texts would take long: its cost is the pairs of equal characters."""
    there = Counter(new)
    return sum(count * there[c] for c, count in Counter(old).items()) > PAIRS
