"""What came with a proven farm: other lines of its domains, and lines with a host in a foreign script."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scrubtext.spam.farms import Farm
from scrubtext.spam.host_names import name_of
from scrubtext.spam.host_signs import own_label
from scrubtext.spam.hosts import each_address
from scrubtext.spam.lexicon import stock, strong_queries
from scrubtext.spam.page import clash, page_of
from scrubtext.spam.shelter import Shelter
from scrubtext.spam.verdict import MIN_PROSE

__all__ = ["kin"]

Span = tuple[int, int, str]
MAX_INJECTED = 400
"""Characters of a line in a foreign script."""
MIN_TOLD = 16
"""Letters of such a line beside its hosts."""
MIN_SOLD = 4
"""Different words of what is sold or looked for in it: the line of a museum has up to three."""
MAX_LOOKED = 12
"""Lines with a host that are asked for their script."""


def kin(
    text: str,
    lines: Sequence[tuple[int, int]],
    found: tuple[Sequence[Farm], Iterable[int], Shelter],
    proven: Sequence[Span],
) -> list[Span]:
    """Spans that go with the proven ones; ``found`` are farms, numbers of lines with hosts, the shelter."""
    if not proven:
        return []
    farms, numbers, shelter = found
    left = [f for f in farms if not f.sheltered and not _meets(f.start, f.end, proven)]
    out: list[Span] = []
    if left:
        bought = {label: why for a, b, why in proven for label in _labels(text, a, b)}
        each = [(f, {own_label(name) for name in f.names}) for f in left]
        out = [(f.start, f.end, bought[min(own)]) for f, own in each if bought.keys() >= own]
    rows = [lines[k] for k in numbers if k not in shelter]
    rows = [row for row in rows if not _meets(*row, [*proven, *out])]
    return [*out, *_foreign(text, rows[:MAX_LOOKED], [*proven, *out])]


def _labels(text: str, start: int, end: int) -> Iterator[str]:
    return (own_label(name_of(m[0])) for m in each_address(text, start, end))


def _foreign(text: str, rows: Sequence[tuple[int, int]], taken: Sequence[Span]) -> Iterator[Span]:
    """Lines with a host that sell something in a script nothing else on the page is written in."""
    for a, b in rows:
        if b - a <= MAX_INJECTED:
            told = _without_hosts(text, a, b)
            page = page_of(text, sorted([(a, b), *((s, e) for s, e, _ in taken)]))
            sold = {word for known in (stock, strong_queries) for word in known().findall(text[a:b])}
            enough = len(sold) >= MIN_SOLD and len(told) >= MIN_TOLD and page.prose >= MIN_PROSE
            if enough and clash(told, page):
                yield a, b, taken[0][2]


def _without_hosts(text: str, start: int, end: int) -> str:
    """The letters of a line that are none of an address."""
    parts, at = [], start
    for m in each_address(text, start, end):
        parts.append(text[at : m.start()])
        at = m.end()
    return "".join(filter(str.isalpha, "".join([*parts, text[at:end]])))


def _meets(start: int, end: int, taken: Iterable[Span]) -> bool:
    return any(a < end and start < b for a, b, _ in taken)
