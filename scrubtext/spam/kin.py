"""What came with a proven farm: other lines of its domains, and lines with a host in a foreign script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scrubtext.excise import meets
from scrubtext.spam.farms import Farm
from scrubtext.spam.host_names import name_of
from scrubtext.spam.host_signs import own_label
from scrubtext.spam.hosts import each_address
from scrubtext.spam.lexicon import stock, strong_queries
from scrubtext.spam.page import clash, page_of
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
    farms: Sequence[Farm],
    rows: Sequence[tuple[int, int]],
    proven: Sequence[Span],
) -> list[Span]:
    """Spans that go with the proven ones, of all farms and of ``rows``: lines with hosts, none sheltered."""
    if not proven:
        return []
    left = [f for f in farms if not f.sheltered and not meets((f.start, f.end), proven)]
    out: list[Span] = []
    if left:
        bought = {label: why for a, b, why in proven for label in _labels(text, a, b)}
        each = [(f, {own_label(name) for name in f.names}) for f in left]
        out = [(f.start, f.end, bought[min(own)]) for f, own in each if bought.keys() >= own]
    taken = [*proven, *out]
    rows = [row for row in rows if not meets(row, taken)]
    return [*out, *_foreign(text, rows[:MAX_LOOKED], taken)]


def _labels(text: str, start: int, end: int) -> Iterator[str]:
    return (own_label(name_of(m[0])) for m in each_address(text, start, end))


def _foreign(text: str, rows: Sequence[tuple[int, int]], taken: Sequence[Span]) -> Iterator[Span]:
    """Lines with a host that sell something in a script nothing else on the page is written in."""
    for a, b in rows:
        told = _without_hosts(text, a, b) if b - a <= MAX_INJECTED and _sells(text[a:b]) else ""
        if len(told) >= MIN_TOLD:
            page = page_of(text, sorted([(a, b), *((s, e) for s, e, _ in taken)]))
            if page.prose >= MIN_PROSE and clash(told, page):
                yield a, b, taken[0][2]


def _sells(line: str) -> bool:
    words = {word for known in (stock, strong_queries) for word in known().findall(line)}
    return len(words) >= MIN_SOLD


def _without_hosts(text: str, start: int, end: int) -> str:
    """The letters of a line that are none of an address."""
    parts, at = [], start
    for m in each_address(text, start, end):
        parts.append(text[at : m.start()])
        at = m.end()
    return "".join(filter(str.isalpha, "".join([*parts, text[at:end]])))
