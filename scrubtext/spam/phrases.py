"""How a line falls into phrases: separators, bare phrases, and the pieces of lines that are lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from scrubtext.spam.clauses import behind_clause, behind_quotation, sign_before
from scrubtext.spam.headings import behind_label
from scrubtext.spam.lexicon import trades
from scrubtext.spam.speech import speaks
from scrubtext.tables import rows, words

__all__ = [
    "LINES",
    "Piece",
    "Separator",
    "bare",
    "bare_rows",
    "piece_of",
    "separators",
    "width",
]

MAX_PHRASE = 64  # characters; queries run to about 30, city and service in Russian to 60


class Separator(NamedTuple):
    """What joins phrases; ``kind`` is odd, natural, loose or lines.

    ``quick`` finds the same as ``pattern``, but for the space before it: a class is found fastest.
    """

    name: str
    signs: str
    kind: str
    pattern: re.Pattern[str]
    quick: re.Pattern[str] | None = None


LINES = Separator("newline", "\n", "lines", re.compile(r"\n"))


class Piece(NamedTuple):
    """A list of phrases: spans of the text, what joins them, and how much of the line they are.

    ``layout``: ``line`` the whole line, ``head`` its start, ``tail`` its end, ``inner`` neither.
    """

    start: int
    end: int
    phrases: tuple[tuple[int, int], ...]
    separator: Separator
    layout: str


# Inside a list these would make a sentence of a phrase; a mark at the end of a word does too.
# They stand in one class, so that a search finds the first of them fast.
_SENTENCE = re.compile(
    r"[。！!;；：…{}<>=\[\]\\$@，\t.,:?？]"
    r"(?:(?<![.,:?？])|(?<=[.,:?])(?=\s)|(?<=:)//|(?<=[？?])(?=.)|(?<=[.:,])$)"
)
_LABEL = re.compile(r"[：:]")
_TITLE = re.compile("[《〈]")
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]")
_NO_SPACES = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0e7f]")
_WORD = re.compile(r"[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\u0e00-\u0e7f]+")


@cache
def separators() -> tuple[Separator, ...]:
    """The separators of the data file; that of space last."""
    return tuple(
        Separator(name, signs, kind, _pattern(name, signs), _quick(name, signs))
        for name, signs, kind, _ in rows("keyword_separators.tsv")
    )


_SPACES = " \u3000\t\xa0"


@cache
def _signed() -> tuple[tuple[Separator, frozenset[str]], ...]:
    """The separators with the signs of which a line must hold some."""
    return tuple((s, frozenset(s.signs or _SPACES)) for s in separators())


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(s.signs for s in separators()) + _SPACES)}]")


_WORDS = frozenset({"link", "shop", "online", "site", "live", "club", "top", "store", "bet"})
"""Endings of hosts that are words too: with another word behind them they begin a phrase."""


def _pattern(name: str, signs: str) -> re.Pattern[str]:
    if name == "space":
        return re.compile(r"[ \t\u3000\xa0]+")
    if name == "hyphen":  # not the hyphen of a word
        dense = _DENSE.pattern
        return re.compile(
            rf"\s+[{re.escape(signs)}]+\s+|(?<={dense})[{re.escape(signs)}]+(?={dense})"
        )
    if name == "tight hyphen":  # between phrases of words, see _worded
        return re.compile(r"-(?<=[^\W_]-)(?=[^\W_])")
    if name == "stop":  # not the point of a number or a host
        plain = "|".join(sorted(words("host_endings.tsv") - _WORDS))
        return re.compile(
            rf"\.(?!\s|(?<=\d\.)\d|(?:{plain})\b|(?:{'|'.join(sorted(_WORDS))})\b(?! [^\W\d]))"
        )
    return re.compile(rf"\s*[{re.escape(signs)}][\s{re.escape(signs)}]*")


def _quick(name: str, signs: str) -> re.Pattern[str] | None:
    if name in ("space", "hyphen", "tight hyphen", "stop"):
        return None
    return re.compile(rf"[{re.escape(signs)}][\s{re.escape(signs)}]*")


def width(phrase: str) -> int:
    """How long a phrase is to a reader: characters of dense scripts, twice the words of others."""
    return len(_DENSE.findall(phrase)) + 2 * len(_WORD.findall(phrase))


def bare(phrase: str) -> bool:
    """Whether a phrase is short and without the marks of a sentence.

    >>> bare("cheap flights to rome"), bare("It rained. We left")
    (True, False)
    """
    return 0 < len(phrase) <= MAX_PHRASE and not _SENTENCE.search(phrase)


def bare_rows(text: str, lines: Sequence[tuple[int, int]], first: int, until: int) -> list[int]:
    """Numbers of the lines in a row that are one bare phrase each."""
    if first >= until:
        return []
    search = _SENTENCE.search
    rows = text[lines[first][0] : lines[until - 1][1]].split("\n")
    return [
        k
        for k, row in enumerate(map(str.strip, rows), first)
        if row and len(row) <= MAX_PHRASE and not search(row)
    ]


def _cuts(text: str, start: int, end: int, separator: Separator) -> list[tuple[int, int]]:
    out, at = [], start
    for match in (separator.quick or separator.pattern).finditer(text, start, end):
        a, b = match.span()
        if separator.quick and a > at and text[a - 1].isspace():
            a = at + len(text[at:a].rstrip())
        out.append((at, a))
        at = b
    out.append((at, end))
    return out


def _ends_run(phrase: str, text: str, run: list[tuple[int, int]]) -> bool:
    """Whether the last phrase of a line is one of its list but for a stop behind it."""
    plain = phrase.rstrip(".")
    longest = max(b - a for a, b in run[-20:])
    if plain == phrase or len(plain) > longest + 4 or not bare(plain) or speaks(plain):
        return False
    return trades().search(plain)


def _runs(spans: list[tuple[int, int]], text: str) -> Iterator[list[tuple[int, int]]]:
    """Runs of three and more bare phrases; empty ones between are skipped.

    What stands before two of them is looked at too: it may end in a sentence and a first phrase.
    """
    run: list[tuple[int, int]] = []
    before: tuple[int, int] | None = None
    speaks_on = _SENTENCE.search
    for a, b in spans:
        if a == b:
            continue
        phrase = text[a:b].strip()
        if 0 < len(phrase) <= MAX_PHRASE and not speaks_on(phrase):  # as ``bare``, without a call
            run.append((a, b))
            continue
        run, before = _whole(text, before, run), None
        if len(run) > 3 and b == spans[-1][1] and _ends_run(phrase, text, run):
            run.append((a, b))
            continue
        if len(run) > 2:
            yield run
        run, before = [], (a, b)
    run = _whole(text, before, run)
    if len(run) > 2:
        yield run


def _whole(text: str, before: tuple[int, int] | None, run: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """A run with the phrase that may stand at the end of what is before it."""
    return [*_begun(text, *before), *run] if before and len(run) > 1 else run


_SENTENCE_BEFORE = re.compile(r".*(?:[。！？!?…]|(?<=[^\W\d_]{2})\.(?=[”\"')]?\s))[”’」』\"')）]*\s*", re.S)


def _begun(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The first phrase of a run, where it stands behind the last sentence before a list."""
    found = _SENTENCE_BEFORE.match(text, start, end)
    return [(found.end(), end)] if found and bare(text[found.end() : end].strip()) else []


def _piece(text: str, line: tuple[int, int], separator: Separator) -> Piece | None:
    """The longest list in a line, split by one separator."""
    spans = _cuts(text, *line, separator)
    best = max(_runs(spans, text), key=len, default=None)
    if best is None:
        return None
    best = behind_clause(text, best)
    best = best if separator.name == "quote" else behind_quotation(text, best)
    if len(best) < 3:
        return None
    first, last = best[0][0], best[-1][1]
    whole_left = not text[line[0] : first].strip(" \t\u3000" + separator.signs)
    whole_right = not text[last : line[1]].strip(" \t\u3000" + separator.signs)
    layout = {(1, 1): "line", (1, 0): "head", (0, 1): "tail"}.get(
        (whole_left, whole_right), "inner"
    )
    signs = separator.signs if separator.kind == "odd" else ""
    start = line[0] if whole_left else sign_before(text, first, signs)
    end = line[1] if whole_right else last
    return Piece(start, end, tuple(best), separator, layout)


def _settled(best: Piece, spaces: int) -> bool:
    """Whether spaces are no joint beside a list already found; single underscores are inside words."""
    if best.separator.name == "underscore" and spaces > 2 * len(best.phrases):
        return False
    return len(best.phrases) > 3 or best.separator.kind == "odd"


def _spaces_before(text: str, start: int, best: Piece) -> bool:
    """Whether the spaces of a line all stand before a list of clauses, which has none."""
    if best.separator.kind != "natural" or best.layout not in ("inner", "tail"):
        return False
    first, last = best.phrases[0][0], best.phrases[-1][1]
    return text.count(" ", start, first) > len(best.phrases) and text.count(" ", first, last) == 0


def _compounds(line: str) -> bool:
    """Whether the words at the end of a Korean line are compounds, or of trade, as search phrases are."""
    words = _KOREAN_END.split(line)[-1].split()
    if len(words) < 4 or not "가" <= words[0][-1] <= "힣":
        return False
    if sum(map(len, words)) >= 4 * len(words):
        return True
    return 2 * sum(map(trades().search, words)) >= len(words)


_KOREAN_END = re.compile(r"[.!?]\s+")


def _worded(text: str, piece: Piece) -> bool:
    """Whether most phrases of a list are of several words."""
    return 2 * sum(" " in text[a:b] for a, b in piece.phrases) > len(piece.phrases)


def piece_of(text: str, start: int, end: int) -> Piece | None:
    """The best list of phrases in one line: the separator that gives most phrases wins.

    >>> piece = piece_of("甲地搬家| 乙地搬家| 丙地搬家", 0, 18)
    >>> piece.separator.name, len(piece.phrases), piece.layout
    ('pipe', 3, 'line')
    """
    first, start = start, behind_label(text, start, end)
    best: Piece | None = None
    found_signs = "".join(_signs().findall(text, start, end))
    here = set(found_signs)
    for separator, signs in _signed() if len(found_signs) > 1 else ():
        if signs.isdisjoint(here):
            continue
        count = sum(map(found_signs.count, signs & here))
        if count < 2 or (best and count < len(best.phrases)):
            continue
        if not separator.signs:
            if best and _settled(best, count) and not _spaces_before(text, start, best):
                break  # spaces are inside the phrases then
            if not _NO_SPACES.search(text, start, end) and not _compounds(text[start:end]):
                break  # words of spaced scripts are no phrases: see scrubtext.spam.glued
        found = _piece(text, (start, end), separator)
        if found and separator.name == "tight hyphen" and not _worded(text, found):
            continue  # the hyphens of words
        if found and separator.name == "closing" and _TITLE.search(text, start, found.end):
            continue  # titles one after the other
        if found and (best is None or len(found.phrases) > len(best.phrases)):
            best = found
    if best and start > first and best.layout in ("line", "head"):
        return best._replace(start=first)
    return best
