"""Lines that speak of the site instead of the matter: browsers, reader sites."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scrubtext.furniture.blanks import calls, folded, host, parts
from scrubtext.furniture.page import Page, Span
from scrubtext.furniture.shapes import units
from scrubtext.furniture.word_lists import signs

__all__ = ["browser_notices", "reader_lines"]

_HOSTLIKE = re.compile(
    r"[wWｗＷ]\s?[wWｗＷ]\s?[wWｗＷ]|[.．·点。，]\s?[cnotiCNOｃｎｏＣＮＯ]\s?[ocesrｏｃｅＯＣＥ]|(?:一秒|请)\s?[记記]"
)


def browser_notices(page: Page) -> Iterator[Span]:
    """Notices that a browser is old or a script is off, where nothing else speaks of browsers."""
    text = page.text
    near = [(a, b) for a, b in page.filled if b - a <= 320 and _named(text[a:b])]
    gone = {span for span in near if _is_notice(text[slice(*span)])}
    if gone and not any(_named(text[a:b]) for a, b in page.filled if (a, b) not in gone):
        yield from sorted(gone)


def _named(line: str) -> bool:
    return any(word in line for word in signs("browser"))


def _is_notice(line: str) -> bool:
    hit = parts().find(line)
    return bool(hit and hit.marker.cls == "browser" and units(line) <= 90)


def reader_lines(page: Page) -> Iterator[tuple[Span, bool]]:
    """Watermarks of reader sites, spaced and in other widths: a host and a call to read there.

    False with those on a line with a sentence of the story: where they end is not certain.
    """
    for a, b in page.filled:
        if 8 <= b - a <= 140 and _HOSTLIKE.search(page.text, a, b):
            line = folded(page.text[a:b])
            met = [(call, w) for call, w in calls() if call in line]
            weight = sum(w for _, w in met)
            told = weight == 1 and _says_more(line, met[0][0])
            sure = (weight >= 1 and host(line) and not told) or weight >= 4
            if sure and line[0] not in "「『‘'" and "“" not in page.text[a:b]:
                yield (a, b), not _tells(page.text[a:b])


def _says_more(line: str, call: str) -> bool:
    """Whether a folded line with one weak call tells something: he read the latest chapters at a host."""
    rest = re.sub(r"[a-z0-9.\-]+|\W", "", line.replace(call, "", 1))
    told = line[:1] in _TELLS_OF or _TOLD.search(rest) is not None
    return line[-1] in "。！？!?." and len(rest) > MAX_REST and told


MAX_REST = 12
"""Characters beside the call and the host."""
_TELLS_OF = frozenset("他她它我那有从曾昨去每老小一当自")
_TOLD = re.compile(  # what is said of a site, a book or its writer, and in no call
    "[是为為由据據获獲].{0,2}[她他它第]|[她他]的|后来|後來|成立|收[录錄]|统计|統計|出版|作家|粉[丝絲]|签约|簽約|公司|超[过過]"
    "|创办|創辦|连载了|連載了|[亿万萬億]人|读者群|網站之一|网站之一|[一二三四五六七八九十〇]年"
)


def _tells(line: str) -> bool:
    """Whether a sentence of a line neither calls nor names a host; a host may have 。 for its dots."""
    told = [folded(sentence) for sentence in _SENTENCE.findall(line)]
    return len(told) > 1 and any(
        not host(s) and not any(call in s for call, _ in calls()) for s in told if len(s) > MAX_APART
    )


_SENTENCE = re.compile(r"[^。！？\n]*(?:。(?![\u2e80-\u9fff\s]|$)[^。！？\n]*)*[。！？]*")
MAX_APART = 6  # characters of a piece between two stops that is no sentence: 谢谢支持
