"""Names of exchanged links without anything between them: only a capital behind a small letter parts them.

``Payday LoansOnline CasinoCheap Flights`` is what a page leaves of its links when its markup is taken away.
Names of programs (``getElementById``) have no spaces; so much of it on one line has only a farm.
"""

from __future__ import annotations

import re

__all__ = ["cased_names", "may_hold_cased"]

MIN_NAMES = 6  # joints between names on a line; titles of a menu glued together are fewer, or not for sale
MAX_NAME = 48  # characters of a name
MAX_LINE = 20_000
_JOINT = re.compile("(?<=[a-zа-яё0-9])(?=[A-ZА-ЯЁ][a-zа-яё -])|(?<=[A-Z][A-Z])(?=[A-Z][a-z])")
_STOP = re.compile(r"[.!?;:]\s|[{}()=<>]")


_CLOSED = frozenset(("", *".!?…:;。！？；：”」』\"')）]}>"))


def cased_names(line: str) -> list[str]:
    """The names on a line that is nothing else; nothing for any other line.

    >>> cased_names("Payday LoansOnline CasinoCheap FlightsBest VPNCar HireDiet PillsForex Robot")[:2]
    ['Payday Loans', 'Online Casino']
    >>> cased_names("JavaScript and TypeScript, CoffeeScript and PureScript: all of them compile.")
    []
    """
    if len(line) > MAX_LINE or _STOP.search(line):
        return []
    names = _JOINT.split(line.strip())
    if len(names) <= MIN_NAMES or any(not 2 < len(name) <= MAX_NAME for name in names):
        return []
    spaced = sum(" " in name for name in names)
    return names if 2 * spaced >= len(names) else []


def may_hold_cased(text: str) -> list[int]:
    """Where the last and the first line of a text begin, if they may be such names: the gate."""
    end = len(text.rstrip())
    first = text.find("\n", 0, MAX_LINE)
    found = []
    if 0 < first < end and _is_cased(text, 0, len(text[:first].rstrip())):
        found.append(0)
    start = text.rfind("\n", max(0, end - MAX_LINE), end) + 1
    if (start or end <= MAX_LINE) and _is_cased(text, start, end):
        found.append(start)
    return found


def _is_cased(text: str, start: int, end: int) -> bool:
    if end - start < MIN_NAMES * 8 or text[end - 1 : end] in _CLOSED:
        return False
    return len(_JOINT.findall(text, start, min(end, start + 400))) >= MIN_NAMES - 1
