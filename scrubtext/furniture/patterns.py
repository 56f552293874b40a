r"""Many patterns for whole lines, of which only those are tried that can begin like the line.

Python's ``re`` tries the alternatives of a pattern one after the other. How a pattern can begin is read
off its text, carefully: from where it is not clear, anything may follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple, TypeVar

__all__ = ["Forms", "openings"]

T = TypeVar("T")
REACH = 4
"""Characters of a line by which patterns are ruled out."""
_ITEM = re.compile(  # one item of a pattern: what looks ahead or behind, a group, a class, an escape, a sign
    r"(?P<look>\(\?(?:[=!]|<[=!]))|\((?:\?(?:[a-z\-]*:|>|P<\w+>))?(?P<group>)"
    r"|\[(?P<not>\^)?(?P<class>\]?(?:\\.|[^\]\\])*)\]|\\(?P<escape>.)|(?P<any>[.^$])|(?P<sign>[^|)])",
    re.S,
)
_REPEATS = re.compile(r"(?:(?P<many>[*+])|(?P<once>\?)|\{(?P<least>\d*),?\d*\})[?+]?")
_MEMBER = re.compile(r"\\.|.-.|.", re.S)
_MOST = 600
"""Openings of one pattern, and characters of a class, that are spelt out."""


class Openings(NamedTuple):
    """How a pattern begins: what it can be as a whole, and beginnings behind which anything may come."""

    whole: frozenset[str]
    begun: frozenset[str]


ANYTHING = Openings(frozenset(), frozenset(("",)))
NOTHING = Openings(frozenset(("",)), frozenset())


class Forms:
    r"""Patterns for whole lines, in the order in which they are tried; compiled when they are needed.

    >>> forms = Forms(["Posted in .+", r"\d+ replies", "(?:Next|Older) post"])
    >>> [forms.find(line) for line in ("Older post", "12 replies", "The post")]
    [2, 1, -1]
    """

    def __init__(self, patterns: Sequence[str], flags: re.RegexFlag = re.NOFLAG) -> None:
        self._patterns = patterns
        self._compiled = cache(lambda i: re.compile(patterns[i], flags))
        self._filed: dict[str, list[int]] = {}
        for i, begun in enumerate(map(openings, patterns)):
            for head in begun.whole | begun.begun:
                self._filed.setdefault(head, []).append(i)
        self._near = lru_cache(4096)(self._beginning)

    @classmethod
    def of(cls, groups: Mapping[T, Sequence[str]]) -> tuple[list[T], Forms]:
        """What each pattern of some groups says, and the patterns, group by group."""
        said = [told for told, patterns in groups.items() for _ in patterns]
        return said, cls([pattern for patterns in groups.values() for pattern in patterns])

    def find(self, line: str) -> int:
        """The number of the first pattern that is the line, or -1."""
        for i in self._near(line[:REACH]):
            if self._compiled(i).fullmatch(line):
                return i
        return -1

    def compiled(self) -> list[re.Pattern[str]]:
        """All of them; an error where one is no pattern."""
        return [self._compiled(i) for i in range(len(self._patterns))]

    def _beginning(self, head: str) -> tuple[int, ...]:
        """The patterns that can begin like a line."""
        low = "".join(map(_plain, head))
        near = {i for size in range(len(low) + 1) for i in self._filed.get(low[:size], ())}
        return tuple(sorted(near))


def _plain(sign: str) -> str:
    """One character for those that ``re`` may take for one another: cases, digits, white space."""
    if sign.isdecimal():
        return "0"
    return " " if sign.isspace() else sign.upper().lower()[:1]


def openings(pattern: str) -> Openings:
    r"""The first characters of what a pattern stands for, as ``_plain`` writes them.

    >>> sorted(openings("(?:New|Old)?er p").begun), openings(r"\w+ replies").begun
    (['er p', 'newe', 'olde'], frozenset({''}))
    """
    each = [_sequence(branch) for branch in _branches(pattern)]
    return Openings(*(frozenset().union(*parts) for parts in zip(*each, strict=True)))


def _branches(pattern: str) -> Iterator[str]:
    """The alternatives of a pattern, those inside its groups left whole."""
    first = at = 0
    while at < len(pattern):
        if pattern[at] == "|":
            yield pattern[first:at]
            first = at = at + 1
        else:
            at = _end(pattern, at)
    yield pattern[first:]


def _end(pattern: str, at: int) -> int:
    """Where the item at a place ends, its group closed."""
    m = _ITEM.match(pattern, at)
    if m is None:
        return at + 1
    at = m.end()
    if m["look"] is None and m["group"] is None:
        return at
    while at < len(pattern) and pattern[at] != ")":
        at = at + 1 if pattern[at] == "|" else _end(pattern, at)
    return at + 1


def _sequence(branch: str) -> Openings:
    """How a pattern without alternatives of its own begins."""
    found, at = NOTHING, 0
    while found.whole and (m := _ITEM.match(branch, at)):
        end = _end(branch, at)
        repeats = _REPEATS.match(branch, end)
        at = repeats.end() if repeats else end
        if m["look"] is None:
            item = _inside(branch[m.end() : end - 1]) if m["group"] is not None else _signs(m)
            found = _joined(found, _repeated(item, repeats) if repeats else item)
    return found


def _inside(group: str) -> Openings:
    """How a group begins; of a kind of group that is not known, nothing is."""
    return ANYTHING if group.startswith("?") else openings(group)


def _repeated(item: Openings, repeats: re.Match[str]) -> Openings:
    """An item that may be left out, or come again: behind the first anything may follow."""
    optional = repeats["many"] == "*" or repeats["once"] or repeats["least"] in ("", "0")
    if not repeats["once"]:
        item = Openings(frozenset(), item.begun | item.whole)
    return Openings(item.whole | {""}, item.begun) if optional else item


def _joined(before: Openings, item: Openings) -> Openings:
    """One item behind others, cut where it is long enough to tell lines apart."""
    whole = {a + b for a in before.whole for b in item.whole}
    long = {text[:REACH] for text in whole if len(text) >= REACH}
    long |= {(a + b)[:REACH] for a in before.whole for b in item.begun}
    short = {text for text in whole if len(text) < REACH}
    if len(short) > _MOST:
        short, long = set(), long | short
    return Openings(frozenset(short), before.begun | long)


def _signs(m: re.Match[str]) -> Openings:
    """What an item that is no group stands for."""
    signs: set[str] | None = None
    if m["escape"]:
        signs = _escaped(m["escape"])
    elif m["class"] is not None:
        signs = None if m["not"] else _members(m["class"])
    elif m["sign"]:
        signs = {_plain(m["sign"])}
    return ANYTHING if signs is None else Openings(frozenset(signs), frozenset())


def _escaped(sign: str) -> set[str] | None:
    if sign in "ds":
        return {"0" if sign == "d" else " "}
    return None if sign.isalnum() else {sign}


def _members(inside: str) -> set[str] | None:
    found: set[str] = set()
    for part in _MEMBER.findall(inside):
        if part[0] == "\\":
            signs = _escaped(part[1])
            if signs is None:
                return None
            found |= signs
        elif len(part) == 3:
            if ord(part[2]) - ord(part[0]) > _MOST:
                return None
            found |= {_plain(chr(c)) for c in range(ord(part[0]), ord(part[2]) + 1)}
        else:
            found.add(_plain(part))
    return found
