"""Credits by their form: roles and names, in one line or several, in brackets or not."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.tables import rows

__all__ = ["credits_in"]

MAX_CREDITS = 110
"""Characters of a line of credits."""
_DENSE = ("zh", "ja")
_BRACKETS = " \t\u3000()（）[]【】〔〕<>《》｜|*·-—–/"
_HAN_NAME = (
    r"(?:[\u4e00-\u9fff々]{2,4}(?:\s[\u4e00-\u9fff々]{1,3})?|[\u4e00-\u9fff]{1,3}[·•][\u4e00-\u9fff]{1,6}"
    r"|[A-Za-z][\w.]{1,19}|[\u30a0-\u30ff]{2,12}(?:[・\s][\u30a0-\u30ff]{2,12})?"
    r"|[\u4e00-\u9fff\u30a0-\u30ff]{2,10}(?:社|网|網|报|報|台|中心|室|部|局|院|团|工房|新聞|通信))"
    r"(?:\s?[(（](?:实习|實習|见习|特约|[\u4e00-\u9fff]{2,6})[)）])?"
)
_KOREAN_NAME = (
    r"(?:[가-힣]{2,4}(?: ?(?:기자|특파원|에디터|PD|작가|인턴기자|팀))?"
    r"|[가-힣]{2,8}(?:뉴스|일보|신문|통신))"
)
_CAP = r"[^\W\d_a-zа-яё][\w.'’\-]*"
_NAMES = rf"{_CAP}(?:(?:\s|/|\s?[,&]\s|\s(?:and|und|и|et|y|e|i|và|dan|ve|von|van|de|der|da)\s){_CAP}){{0,6}}"
_AND = r"(?:\s?(?:/|&|\+|,|and|und|и|et|y|e|i|và|dan|ve)\s?|\s)"


def credits_in(line: str) -> int:
    """How many roles with names a line holds that is made of nothing else.

    >>> [credits_in(s) for s in ("文/方圆 图/周原", "Text and photos: Jane Moss", "글 사진 최유리")]
    [2, 1, 1]
    >>> [credits_in(s) for s in ("导演 林间", "Text of the law", "Photos of the bridge were lost.")]
    [0, 0, 0]
    """
    s = line.strip(_BRACKETS)
    if not 3 < len(s) <= MAX_CREDITS:
        return 0
    if line[0] in "（(" and _SIGNED.fullmatch(line.rstrip()):
        return len(_REPORTER.findall(line))
    low = s[:24].casefold()
    for first, (line_of, signs), item in _forms():
        if low.startswith(first) or (signs and not signs.isdisjoint(s)):
            m = line_of.fullmatch(s)
            if m:
                return len(item.findall(s))
    return 0


_REPORTER = re.compile("记者|記者|通讯员|通訊員|特派员|特派員")
_OUTLET = r"[\w·]{0,12}[报報社网網台端]\s?(?:[\u4e00-\u9fff]{2,6}\s?)?"
_SIGNED = re.compile(
    rf"[（(](?:(?:{_OUTLET})?(?:{_REPORTER.pattern})(?:\s|(?<=[本报報社网網台].{{2}})|(?<=[员員]))"
    r"[\u4e00-\u9fff·]{2,8}(?:[\s、，][\u4e00-\u9fff·]{2,4}){0,6}[\s，、；]*){1,4}[）)]"
)
"""``（总台央视记者 张明）``: an outlet and its reporter in brackets, nothing else on the line."""
Form = tuple[tuple[str, ...], tuple[re.Pattern[str], frozenset[str]], re.Pattern[str]]
"""How a line can begin; the line, and what its roles begin with where they may stand anywhere; one credit."""


@cache
def _forms() -> tuple[Form, ...]:
    """By group of languages: how a line can begin, the line, one credit in it."""
    words: dict[str, dict[str, list[str]]] = {}
    for texts, lang, place in rows("credit_roles.tsv"):
        if place not in ("before", "role"):
            continue
        words.setdefault(lang, {}).setdefault(place, []).extend(texts.split("|"))
    forms = []
    for lang, places in words.items():
        before, role = (_either(places.get(k, ())) for k in ("before", "role"))
        first = tuple(w.casefold() for k in places for w in places[k])
        if lang in _DENSE:
            forms.append(_dense(before, role, first))
        elif lang == "ko":
            forms.append(_korean(role, first))
        else:
            forms.append(_spaced(before, role, first))
    return tuple(forms)


def _either(words: list[str] | tuple[str, ...]) -> str:
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"


def _dense(before: str, role: str, first: tuple[str, ...]) -> Form:
    roles = rf"(?:{before})*(?:{role})(?:[/／、·・&和及與与]?(?:{before})*(?:{role}))*"
    names = rf"{_HAN_NAME}(?:[\s、,，/／&]+{_HAN_NAME}){{0,5}}"
    paired = rf"(?:{role})[/／、·](?:{role})"
    item = (
        rf"{roles}\s?[:：=＝/／|｜丨]\s?{names}|{_HAN_NAME}\s?[/／]\s?{roles}(?![\u4e00-\u9fff])"
        rf"|(?:(?:{before}){roles}|{paired})\s{names}(?:\s{roles}(?![\u4e00-\u9fff]))?"
    )
    line = re.compile(rf"(?:{item})(?:[\s;；,，、|｜/]+(?:{item}))*")
    return first, (line, frozenset(word[0] for word in first)), re.compile(roles)


def _korean(role: str, first: tuple[str, ...]) -> Form:
    roles = rf"(?:{role})(?:[·/,&]? ?(?:{role}))*"
    names = rf"{_KOREAN_NAME}(?:[·, ]+{_KOREAN_NAME}){{0,3}}"
    item = rf"{roles}\s?[=:：/|ㅣ]\s?{names}|(?:{roles}) [가-힣]{{3}}(?: 기자| 에디터)?(?=$|[,/|·])"
    short = rf"(?:{roles}) [가-힣]{{2,4}}"  # two such lines, or one of three syllables
    line = re.compile(rf"(?:{item})(?:[\s/|,·]+(?:{item}))*|{short}(?:\s?[/|,·]\s?{short})+")
    return first, (line, frozenset()), re.compile(rf"(?:{roles})(?=[ =:：/|ㅣ])")


def _spaced(before: str, role: str, first: tuple[str, ...]) -> Form:
    roles = rf"(?i:(?:(?:{before})\s)?(?:{role})(?:{_AND}(?:(?:{before})\s)?(?:{role})){{0,3}})"
    by = r"(?:\s?[:：|]\s?|\s?[/–—]\s?|(?i:\s(?:by|von|par|por|di|oleh|của)\s))"
    item = rf"{roles}{by}{_NAMES}"
    line = re.compile(rf"(?:{item})(?:\s?[;,|•·/]\s?(?:{item})|\s{{1,3}}(?:{item}))*\.?")
    return first, (line, frozenset()), re.compile(rf"{roles}{by}")
