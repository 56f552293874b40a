"""Gambling brands in brackets that were put into the names of companies, again and again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubtext.spam.lexicon import stock

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
    return stock().search(brand) and bool(
        re.search(
            r"视讯|娱乐|体育|平台|彩票|棋牌|真人|注册|电竞|国际|官网|登录|博彩|百家乐|視訊|娛樂|體育",
            brand,
        )
    )
