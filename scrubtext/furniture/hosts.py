"""Hosts as calls of reader sites name them, plain and in disguise: ``k d z w . c o m``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrubtext.furniture.word_lists import signs
from scrubtext.tables import rows

__all__ = ["NAMES", "PATH", "at_host", "ended", "hosts"]

NAMES = r"(?:https?://)?(?:[a-z0-9][a-z0-9\-]{0,40}\.){1,3}"
PATH = r"(?:/[\w\-./?=&%#]{0,60}(?<=[\w/]))?"


def _listed(mark: str) -> tuple[str, ...]:
    return tuple(row[0] for row in rows("host_endings.tsv") if mark in row[1:]) + signs(mark)


def _hidden() -> str:
    """The endings of hosts in disguise, as the alternatives of a pattern."""
    return "|".join(_listed("hidden"))


@cache
def _endings() -> str:
    """Those of plain hosts: all of two letters too."""
    return "|".join((*_listed("plain"), *_listed("hidden"), "[a-z]{2}"))


@cache
def at_host() -> re.Pattern[str]:
    """A plain host with its path.

    >>> at_host().search("Read on at inkmoor.com/3 now")[0], at_host().search("in notes.txt")
    ('inkmoor.com/3', None)
    """
    return re.compile(rf"{NAMES}(?:{_endings()})(?![a-z0-9@\-])(?:\.[a-z]{{2}}\b)?{PATH}")


@cache
def ended() -> re.Pattern[str]:
    """The end of a plain host: a line without one is not searched for where hosts begin."""
    return re.compile(rf"\.(?i:{_endings()})(?![a-z0-9@\-])")


_DOT = (
    r"(?:\s[.·。．]\s?|\s?[.·。．]\s|\s?[(\[（]\s?(?:dot|punkt|точка|点|點|\.)\s?[)\]）]\s?"
    r"|\s(?:dot|точка|punkt)\s|\s?[点點]\s?|·|。)"
)
_WIDE = re.compile("[Ａ-Ｚａ-ｚ０-９]")


@cache
def _disguised() -> re.Pattern[str]:
    """A host in disguise: with a stop that is none or has space beside it, letters apart, in wide letters."""
    return re.compile(
        r"(?<![A-Za-z0-9.])(?:(?:w\s?w\s?w|m)\s?[.·。．]\s?)?[A-Za-z0-9][A-Za-z0-9\-]{1,40}"
        rf"{_DOT}(?:{_hidden()})(?![A-Za-z0-9])"
        r"|(?<![A-Za-z0-9])(?:w\s){2}w\s?[.·]\s?(?:[a-z0-9\-]\s?){2,30}[.·]\s?"
        r"(?:c\s?o\s?m|n\s?e\s?t|o\s?r\s?g|c\s?c|t\s?o\s?p|x\s?y\s?z)(?![a-z0-9])"
        r"|[Ａ-Ｚａ-ｚ０-９]{1,30}(?:[．.。][Ａ-Ｚａ-ｚ０-９]{1,30}){1,3}",
        re.I,
    )


@cache
def _hiding() -> re.Pattern[str]:
    """What most of them have, in lower case: an ending behind a sign or a word for a stop, letters apart."""
    return re.compile(rf"[.·。．)\]）点點tа](?:\s|(?<![.tа])|(?<=\s\.))(?:{_hidden()})(?![a-z0-9])|w(?=\sw)")


@cache
def _capital() -> re.Pattern[str]:
    """A host with capitals."""
    name = r"(?<![A-Za-z0-9@.])(?:[A-Za-z0-9][A-Za-z0-9\-]{1,40}\.){1,2}"
    return re.compile(rf"{name}(?:{_hidden()})(?![A-Za-z0-9@\-])")


def hosts(line: str) -> Iterator[tuple[int, int, bool]]:
    """The hosts of a line, and whether one is in disguise.

    >>> [line[a:b] for line in ("Read at Kdz . top now",) for a, b, _ in hosts(line)]
    ['Kdz . top']
    """
    found = [(*m.span(), True) for m in _disguised().finditer(line)] if _hides(line) else []
    plain = (at_host(), _capital()) if ended().search(line) else ()
    found += [(*m.span(), False) for form in plain for m in form.finditer(line)]
    taken: list[tuple[int, int, bool]] = []
    for a, b, hidden in found:
        if all(b <= c or a >= d for c, d, _ in taken):
            taken.append((a, b, hidden))
    yield from sorted(taken)


def _hides(line: str) -> bool:
    """Whether a line may have a host in disguise."""
    return _hiding().search(line.lower()) is not None or (
        not line.isascii() and _WIDE.search(line) is not None
    )
