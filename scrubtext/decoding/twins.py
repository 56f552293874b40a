"""Code pages that read a sample alike (ISO 8859-7 and cp1253, say) differ in few bytes, and seldom.

The bytes that tell them apart may stand anywhere in the data: they are looked for in all of it.
"""

from __future__ import annotations

import re

from scrubtext.decoding.codepages import SINGLE_BYTE, single_byte_table
from scrubtext.decoding.legacy import Hints, Reading, rank, tags_of

__all__ = ["among_twins"]

REACH = 1 << 22  # bytes searched
PLACES = 60  # places compared
AROUND = 6  # bytes before and behind each


def among_twins(data: bytes, best: Reading, hints: Hints) -> str:
    r"""The page of ``best``, or one that reads its sample alike and the rest of the data better.

    >>> greek = "αβ".encode("cp1253")
    >>> found = Reading("iso8859-7", "αβ", 0.0)
    >>> among_twins(greek + b" \x93" + greek + b"\x94 \xa2\xe8\xe7\xed\xe1", found, Hints())
    'cp1253'
    """
    own = single_byte_table(best.encoding)
    seen = set(best.text)
    languages = tags_of(best.encoding, hints.lang)
    tables = {
        name: single_byte_table(name) for name in SINGLE_BYTE
        if name != best.encoding and tags_of(name, hints.lang) & languages
    }  # fmt: skip
    twins = {
        name: table for name, table in tables.items()
        if all(c == d or c not in seen for c, d in zip(own, table, strict=True))
    }  # fmt: skip
    head = data[:REACH]
    here = set(head)
    telling = {b for t in twins.values() for b in here if own[b] != t[b]}
    if not telling:
        return best.encoding
    mark = b"[" + re.escape(bytes(sorted(telling))) + b"]"
    around = re.compile(b"[^\n]{0,%d}%b[^\n]{0,%d}" % (AROUND, mark, AROUND))
    places = [m[0] for m, _ in zip(around.finditer(head), range(PLACES), strict=False)]
    ranked = rank(b"\n".join(places), hints, (best.encoding, *twins))
    return ranked[0].encoding if ranked and ranked[0].encoding in twins else best.encoding
