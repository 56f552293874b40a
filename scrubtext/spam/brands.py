"""Gambling brands in brackets that were put into the names of companies, again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubtext.spam.lexicon import stock
from scrubtext.tables import words

__all__ = ["brands"]

_INSERTED = re.compile(
    r"(?<=[\u3400-\u9fff)）])[(（]([A-Za-z0-9\u3400-\u9fff·.]{2,10})[)）](?=(?:股份|集团|集團)?(?:有限)?(?:责任)?公司|集团|集團)"
)
_LEFT = re.compile(r"[\u3400-\u9fffA-Za-z（）()]{2,12}$")


def brands(text: str) -> Iterator[tuple[int, int, str]]:
    """Spans of brackets with one gambling brand before ``公司``, where they stand at least twice.

    >>> list(brands("甲电子(XX视讯)有限公司与乙科技(XX视讯)有限公司"))
    [(3, 9, 'injected brand'), (17, 23, 'injected brand')]
    """
    places: dict[str, list[tuple[int, int]]] = {}
    for match in _INSERTED.finditer(text):
        places.setdefault(match[1], []).append(match.span())
    found = [
        (a, b, "injected brand")
        for brand, spans in places.items()
        if len(spans) > 1 and _gambling(brand)
        for a, b in spans
    ]
    yield from sorted(found)


def _gambling(brand: str) -> bool:
    return stock().search(brand) and any(word in brand for word in words("injected_brands.tsv"))
