"""Search phrases with nothing between them and one host behind the last: the row of a farm in one line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from scrubtext.doc import Doc
from scrubtext.spam.evidence import Looked
from scrubtext.spam.hosts import each_address, ending_at
from scrubtext.spam.items import last_part
from scrubtext.spam.lexicon import strong_queries, trades
from scrubtext.spam.page import page_of
from scrubtext.spam.phrases import bare
from scrubtext.spam.shelter import Shelter, announced, quoted
from scrubtext.spam.verdict import MIN_PROSE

__all__ = ["glued_hosts"]

MIN_ROW = 32  # characters before the host
MIN_PHRASES = 4
TRADED, FOREIGN = 0.6, 0.8  # shares of the phrases
MAX_LENGTH = 64  # characters of a phrase
_UPPER = r"[A-Z\u00c0-\u00de\u0410-\u042f]"
_JOINT = re.compile(
    rf"(?<=[^\W\d_])(?<!{_UPPER})(?={_UPPER}|\d)|(?<=\d)(?={_UPPER})|(?<={_UPPER})(?={_UPPER}[^\W\d_A-Z])"
)


def glued_hosts(
    doc: Doc, stops: Iterable[int], shelter: Shelter, taken: Sequence[tuple[int, int, str]]
) -> Iterator[tuple[int, int, str]]:
    """Spans of such rows outside those taken: lines, or what stands behind the last sentence of one.

    ``stops`` as of ``host_stops``.
    """
    text, lines = doc.text, doc.lines
    for at in stops:
        k = bisect_right(lines, (at, 1 << 62)) - 1
        a, b = lines[k]
        closed = ending_at(text, at)
        if not a + MIN_ROW <= at < closed or text[closed:b].strip() or k in shelter:
            continue
        begin, end = last_part(text, a, b)
        if any(i < b and begin < j for i, j, _ in taken):
            continue
        phrases = _phrases(text[begin:end])
        if phrases and not (announced(text, begin) or quoted(text, begin, b)):
            page = page_of(text, [(begin, b)])
            if page.prose >= MIN_PROSE and Looked(phrases).foreign(page) >= FOREIGN:
                yield begin, end, "text and host in turn"


def _phrases(row: str) -> list[str]:
    """The phrases of a row that ends in its one host, if they are glued and sold; else none."""
    found = list(each_address(row, 0, len(row)))
    if len(found) != 1 or found[0].end() != len(row) or found[0].start() < MIN_ROW:
        return []
    told = row[: found[0].start()].rstrip(" .:：-")
    phrases = [p.strip() for p in (_JOINT.split(told) if told.isascii() or _cased(told) else _asked(told))]
    if len(phrases) < MIN_PHRASES or not all(len(p) <= MAX_LENGTH and bare(p) for p in phrases):
        return []
    return phrases if sum(map(trades().search, phrases)) >= TRADED * len(phrases) else []


def _cased(told: str) -> bool:
    return told.lower() != told.upper() and not re.search("[\u3040-\u9fff]", told)


def _asked(told: str) -> list[str]:
    """Phrases of a script without spaces: each ends with a search template beyond doubt."""
    ends = [b for _, b in strong_queries().spans(told)]
    starts = [0, *ends]
    return [told[a:b] for a, b in zip(starts, [*ends, len(told)], strict=True) if a < b]
