"""What a line that begins like page furniture begins with: the gate before the markers.

A template such as ``(Next|Previous)( article| post)`` stands for many strings, and all templates for
tens of thousands. Only their first words are spelt out here; the strings of a template are made when
a line begins with its words.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import product

__all__ = [
    "INDENT",
    "ORNAMENTS",
    "TAIL",
    "Gate",
    "expand",
    "first_words",
    "keys_of",
    "second_words",
]

INDENT = " \t\u3000\xa0\u200b\ufeff"
ORNAMENTS = (
    "【[（(〔「『〖《<＜*＊=—–~～●■◆▲▼△▽▶►▷→←«»‹›>＞|｜丨+＋★☆◎○※_✦✧❖♦◇☞👉👇📌🔗⬅➡↑↓⇒√✔·•-.…"
)
TAIL = ' \t\r\u3000\xa0】]）)〕」』〗》>＞»›→▶►▼↓↑…:：.。!！~～|｜—–_=*-+＋·•"”'
_LEADS = frozenset(INDENT + "İ【[（(〔＜〈*■▲▼▶►→←«»‹›>|★◎")
_STRIP = ORNAMENTS + TAIL
_FIRST = re.compile(r"[^\W_\u0e00-\U0010ffff]+(?:['’][^\W_\u0e00-\U0010ffff]+)?")
_ASIA = "\u0e00"  # from here on words are written without spaces
MAX_HEADING = 40
"""Characters of a heading."""
_STEM = 4
"""Characters of a stem that are compared."""
_ENDS = (" ", "\xa0", *"：:\n\r\u3000/／(（|｜】]>»0123456789")


def expand(template: str) -> Iterator[str]:
    """All strings a template stands for.

    >>> list(expand("(上|下)一(篇|页)"))
    ['上一篇', '上一页', '下一篇', '下一页']
    """
    for chosen in product(*_choices(template)):
        yield "".join(chosen)


def _choices(template: str) -> list[list[str]]:
    pieces = re.split(r"[()]", template)
    return [p.split("|") if i % 2 else [p] for i, p in enumerate(pieces)]


def first_words(template: str) -> set[str]:
    """The first two characters of what a template stands for, or the first word.

    >>> sorted(first_words("(Next|Previous)( post|)")), sorted(first_words("上(一|1)篇"))
    (['next', 'previous'], ['上1', '上一'])
    """
    heads = [
        [a.split(" ", 1)[0] + " " * (" " in a) for a in alternatives]
        for alternatives in _choices(template)
    ]
    begun = _begun(heads, lambda t: " " in t or (len(t) > 1 and t[0] >= _ASIA))
    filled = [t for t in begun if t.strip()]
    return {_opening(t) for t in {t.split(" ", 1)[0] if t[0] < _ASIA else t[:2] for t in filled}}


def second_words(template: str) -> set[tuple[str, str]]:
    """The first two words of what a template stands for, the second cut short; "" where it has one.

    >>> sorted(second_words("(Next|Previous)( post|)"))
    [('next', ''), ('next', 'post'), ('previous', ''), ('previous', 'post')]
    """
    return {_two(t) for t in _begun(_choices(template), lambda t: t.count(" ") > 1) if t}


def _begun(choices: Iterable[Sequence[str]], enough: Callable[[str], bool]) -> set[str]:
    """How what a template stands for begins, each spelt out no further than is enough."""
    partial, done = {""}, set()
    for alternatives in choices:
        longer = {(p + a).lstrip(_STRIP) for p in partial for a in alternatives}
        full = set(filter(enough, longer))
        done |= full
        partial = longer - full
    return done | partial


def _two(text: str) -> tuple[str, str]:
    first, *more = text.split()
    return _opening(first), _opening(more[0])[:_STEM] if more and more[0].strip(_STRIP) else ""


def _opening(text: str) -> str:
    s = text.casefold().strip(_STRIP) or text.casefold()
    if s[0] >= _ASIA:
        return s[:2]
    m = _FIRST.match(s)
    return m[0] if m else s[0]


def keys_of(core: str) -> tuple[str, ...]:
    """Under which first words the markers are filed that a line could begin with."""
    s = core[:60].casefold()
    if not s or s[0] >= _ASIA:
        return (s[:2], s[:1])
    m = _FIRST.match(s)
    return (m[0],) if m else (s[0],)


class Gate:
    """The first characters of lines that may be furniture: one look a line."""

    def __init__(
        self,
        words: Iterable[str],
        stems: Iterable[str],
        headings: Iterable[str],
        alone: Iterable[str] = (),
        templates: Sequence[str] = (),
    ) -> None:
        """``words`` as of ``first_words``; ``stems`` may go on; ``headings`` stand in short lines.

        ``alone`` are words that need no second one; what may follow the others is in ``templates``.
        """
        self.alone = frozenset(alone)
        self.templates = templates
        self.heads = frozenset(headings)
        self.long = frozenset(words)
        self.words = self.long | self.heads
        self.stems = frozenset(t[:_STEM] for t in stems)
        starts = {t[:4] for t in self.words | self.stems}
        forms = {f for t in starts for f in (t, t.upper(), t.title(), t.capitalize())}
        latin = {f for f in forms if f[0] < _ASIA and f[0].isalnum()}
        short = {f + e for f in latin if len(f) < 4 for e in _ENDS}
        short |= {
            f + e for f in latin if 1 < len(f) < 4 and f.isupper() for e in "へにでをの복의的"
        }
        self.two = frozenset(t[:2] for t in (forms - latin) | {s for s in short if len(s) < 3})
        self.three = frozenset(s for s in short if len(s) == 3)
        self.four = frozenset(s for s in latin | short if len(s) > 3)
        self.signs = frozenset(t for t in forms - latin if len(t) == 1) | _LEADS
        self.first = frozenset(s[0] for s in self.two | self.three | self.four | self.signs)

    @cached_property
    def seconds(self) -> dict[str, tuple[str, ...]]:
        """How the second word begins behind the first words that never stand alone."""
        found: dict[str, set[str]] = {word: {""} for word in self.alone}
        for template in self.templates:
            if template.lstrip("(")[:1] >= _ASIA:
                continue
            for first, second in second_words(template):
                found.setdefault(first, set()).add(second)
        return {word: tuple(begun) for word, begun in found.items() if "" not in begun}

    def suspects(self, text: str, a: int, b: int) -> bool:
        """Whether the line ``text[a:b]`` begins like a marker."""
        c = text[a]
        if c not in self.first:
            return False
        near = (
            text[a : a + 4] in self.four
            or text[a : a + 2] in self.two
            or text[a : a + 3] in self.three
            or c in self.signs
        )
        return near and self._known(text[a : min(b, a + 60)])

    def _known(self, core: str) -> bool:
        bare = core.lstrip(_STRIP)
        keys = keys_of(bare)
        words = self.words if len(core) <= MAX_HEADING + 8 else self.long
        if words is self.words and not words.isdisjoint(keys):
            return True
        known = keys[0][:_STEM] in self.stems or not words.isdisjoint(keys)
        return known and self._goes_on(keys[0], bare)

    def _goes_on(self, first: str, bare: str) -> bool:
        """Whether the second word of a line is one that stands behind the first in a marker."""
        if first[:1] >= _ASIA or (seconds := self.seconds.get(first)) is None:
            return True
        if len(words := bare[:60].casefold().split(None, 2)) < 2:
            return True
        second = words[1].strip(_STRIP)
        return words[0].strip(_STRIP) != first or not second or second.startswith(seconds)
