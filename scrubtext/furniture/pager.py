"""Lines that count the pages of an article: Page 2 of 3, 1 2 3 Next, 처음 이전 1 2 3 4 다음."""

from __future__ import annotations

import re

__all__ = ["is_pager"]

_PAGER = re.compile(
    r"(?i:page|seite|страница|стр\.|pagina|página|halaman|sayfa|trang|ページ|페이지|第)\s?\d{1,3}"
    r"\s?(?:页|頁|ページ)?\s?(?:/|of|von|из|de|sur|di|共|dari)\s?\d{1,3}\s?(?:页|頁|ページ)?"
    r"(?:(?:[\s|]+\d{1,3}){1,12}(?:\s[.…]+\s?\d{0,3})?(?:\s[»>]+|\s[^\W\d_]{2,12})?)?"
    r"|(?:全|共|총 ?)\s?\d{1,3}\s?(?:页|頁|ページ|페이지)"
    r"|(?i:pages?|seiten?|страницы?|páginas?|pagine|strony?|sayfa(?:lar)?|[页頁]次?|ページ|페이지)\s?[:：]"
    r"\s?(?:\[\d{1,4}|\d{1,4}[\s|.…]*[\s\[])(?:[\s|\[\].…]*\d{1,4})*"
    r"|(?:\d{1,3}[\s|]+){2,12}(?:[.…]+\s?\d{0,3}\s?)?[^\d\n]{0,12}"
)
_TURN = re.compile(
    r"^(?:(?:Назад|Вперёд|Вперед|Zurück|Weiter|Previous|Prev|Next|Back|Précédent|Suivant|Anterior|Siguiente|"
    r"上一页|下一页|首页|前へ|次へ|이전|다음)[\s|]+){1,2}"
)


def is_pager(line: str) -> bool:
    """Whether a line counts pages.

    >>> [is_pager(s) for s in ("Page 2 of 3", "页: [1]", "1 2 3 Next", "Page 2 was torn")]
    [True, True, True, False]
    """
    bare = line.strip(" []()«»<>‹›")
    if _PAGER.fullmatch(bare) or _counts(bare):
        return True
    return len(bare) < MAX_PAGER and _PAGER.fullmatch(_TURN.sub("", bare)) is not None


def _counts(line: str) -> bool:
    """Whether a short line counts pages, with a word or two before and behind: 처음 이전 1 2 3 4 다음.

    >>> _counts("처음 이전 1 2 3 4 다음"), _counts("Psalm 1 2 3 and 5")
    (True, False)
    """
    words = line.split() if len(line) <= MAX_PAGER else []
    places = [i for i, word in enumerate(words) if word.isdecimal()]
    if len(places) < 3 or [int(words[i]) for i in places] != [*range(1, len(places) + 1)]:
        return False
    before, after = words[: places[0]], words[places[-1] + 1 :]
    beside = [word for word in (*before, *after) if word.strip("…<>‹›«»＜＞|｜")]
    in_a_row = places[-1] - places[0] == len(places) - 1
    short = max(map(len, beside), default=0) <= 12
    return in_a_row and short and len(before) <= 2 and 0 < len(after) <= 3


MAX_PAGER = 60
"""Characters of such a line."""
