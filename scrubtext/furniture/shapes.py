"""What a line looks like: blank, stamp, title, teaser or sentence. Lengths count what a reader sees."""

from __future__ import annotations

import re
from functools import cache

__all__ = [
    "BLANK", "BODY", "LABELLED", "LIVELY", "SENTENCE", "STAMP", "TEASER", "TITLE", "is_prose", "shape",
    "units",
]  # fmt: skip

LABELLED = re.compile(r"\s*[^\W\d_]{1,12}\s?[:：]")
"""How a line with a label and its value begins."""
BLANK, STAMP, TITLE, TEASER, SENTENCE, BODY = range(6)

MAX_TITLE = 66
"""Units; the longest headlines of news pages are 50 Han or 180 Latin letters."""
_SURELY = 3 * MAX_TITLE

_CLOSERS = "*”’“‘\"'」』）)】]»› \t\u3000\xa0\u200b\ufeff"
_STOPS = "。．.!?！？;；:：।؟۔,，、"
LIVELY = "!?！？"
"""How a question or a call ends."""
_LIVELY = LIVELY + "؟"
_ELLIPSIS = ("…", "...", "..", "。。。", "[…]", "[...]", "[&hellip;]")


def units(line: str) -> float:
    """Length of a line, a Han character being 1 and a Latin letter about a third.

    >>> units("相关文章"), units("abc")
    (4.0, 1.0)
    """
    return len(line) / 3 if line.isascii() else len(line.encode("utf-8", "surrogatepass")) / 3


@cache
def _stamp() -> re.Pattern[str]:
    digits = r"\d{1,4}"
    date = rf"{digits}\s?[-./年:]\s?\d{{1,2}}(?:\s?[-./月:]\s?\d{{1,4}}\s?日?)?"
    ago = r"\d{1,3}\s?(?:分钟|分鐘|小时|小時|天|日|周|週|个月|個月|年|時間|分|ヶ月)前|\d{1,3}\s?(?:분|시간|일|주|달) 전"  # noqa: E501
    ago += (
        r"|(?:\d{1,2}|an?) (?:min|minute|hour|day|week|month|year)s? ago"
        r"|vor (?:\d{1,2}|einer|einem) (?:Min|Minute|Stunde|Tag|Woche|Monat|Jahr)(?:e?n|e)?\.?"
        r"|(?:\d{1,2} )?(?:минуту?ы?|часа?о?в?|день|дня|дней|недел[юиь]) назад"
        r"|[Hh]ace \d{1,2} \w{3,8}|[Ii]l y a \d{1,2} \w{3,8}|[Hh]á \d{1,2} \w{3,8}"
        r"|\d{1,2} (?:ore|giorni|minuti|settimane) fa|\d{1,2} (?:godzin|dni|minut) temu"
    )
    return re.compile(  # between two numbers a sign, else a row of digits can be cut in endless ways
        rf"[+\-(（\[]?\s?(?:{date}|{ago}|\d{{1,7}})(?:(?:[\s,T|·•（(\[]+|(?<=\D))(?:{date}|\d{{1,7}}))*\W{{0,4}}"
    )


@cache
def _ago() -> re.Pattern[str]:
    return re.compile(r"\d{1,3}\s?(?:分钟|分鐘|小时|小時|天|日|時間|시간|일) ?前?전?(?=\s)")


@cache
def _apart() -> re.Pattern[str]:
    """Lines of an article's own apparatus and of other texts than prose: never furniture."""
    return re.compile(
        r"(?:附件|附录|附錄|附表|附图|附：|附:|注释|注釋|註釋|脚注|腳註|尾注|参考文献|參考文獻|參考資料|"
        r"参考书目|引用文献|参考来源|谢辞|致谢|致謝|参考(?!.{0,12}(?:网络|互联网|網路))|（原题|\(原题|原标题|（资料来源|（图片来源(?!.{0,16}(?:侵|网络|互联网))|（来源(?!.{1,40}(?:作者|编辑|記者|记者|编译|撰文|责编|校对|审核|摄影)\s?[:：/])|"
        r"第[一二三四五六七八九十百零\d]+[条條章节節款项]|参考リンク|参考文献|脚注|注：|"
        r"References|Bibliography|Footnotes|Notes$|Appendix|Acknowledg|Literatur\b|Literaturverzeichnis|Anhang|"
        r"Bibliographie|Références|Bibliografía|Referencias|Referências|Bibliografia|Riferimenti|Przypisy|"
        r"SEE ALSO$|AUTHORS?$|COPYRIGHT$|BUGS$|関連項目$|著者$|"
        r"Литература$|Примечания$|Список литературы|Приложение|참고문헌|각주|부록|"
        r"(?:(?:Art(?:icle|ikel|ículo|icolo|igo|ykuł)?|Статья|Стаття|Cláusula|Clause|Madde|Pasal|Điều|المادة)"
        r"\.? ?|§ ?)"
        r"\d{1,4}(?![\d/])(?! ?(?:von|of|de|di|sur|из|z|dari|/) ?\d)|제 ?\d{1,4}조|"
        r"\[\d{1,3}\]|\[\^|```|~~~|[{\[]\s?\x22|\|(?=.*\|\s*$)|#!|<!--|\d{1,2}\)\s|[①②③④⑤⑥⑦⑧⑨])"
    )


def shape(line: str) -> int:
    """The one shape of a line.

    >>> [shape(s) for s in ("", "2018-03-02 08:58:39", "A title", "Cut off…", "It rained.")]
    [0, 1, 2, 3, 4]
    """
    s = line.strip(" \t\r\u3000\xa0\u200b\ufeff")
    if not s:
        return BLANK
    if len(s) <= 48 and _stamp().fullmatch(s):
        return STAMP
    if _apart().match(s):
        return BODY
    bare = s.rstrip(_CLOSERS)
    if bare.endswith(_ELLIPSIS) or s.endswith(_ELLIPSIS):
        return TEASER
    return _title_or_sentence(s, bare)


def _title_or_sentence(s: str, bare: str) -> int:
    if len(_ago().findall(s)) > 1:  # headlines with their times, run together
        return TITLE
    size = units(s) if len(s) < 400 else 400.0
    if size > MAX_TITLE:
        return SENTENCE
    last = bare[-1:]
    if last in _LIVELY and last and size <= MAX_TITLE * 0.7:
        return TITLE if len(_INNER.findall(s)) < 2 else SENTENCE  # a paragraph may end with a question
    if last in ",，、" and len(re.findall("[,，、]", s)) > 2:
        return TITLE  # key words with a separator too many
    if s[-1] in _SPOKEN and _SPEECH.search(s):
        return SENTENCE  # speech has no stop before its last mark, but a sentence before it
    if last and last in _STOPS and last not in ":：":
        return SENTENCE
    return SENTENCE if size >= MIN_TOLD and _TOLD.search(s) else TITLE


MIN_TOLD = 16
"""Units of a line with a sentence in it and a credit behind: no title is so long and has a full stop."""
_TOLD = re.compile(
    r"(?:[가-힣]다\.|[\u3040-\u9fff]。) ?(?=[^\W\d_]|[/▲ⓒ])"
    r"|[^\W\d_]{2}[.!?][”\"]?\s?[(（][^()（）\d]{1,10}[)）]$"
)
_INNER = re.compile(r"[^\W\d_]{3}[.!?…] (?=\W{0,2}[^\W\d_])|[。！？](?=\w)")
_SPOKEN = "」』”\"»"
_SPEECH = re.compile(r"[。！？]\s?[「『]|[^\W\d_]{2}[.!?]\s[“\"«]|[。！？][“«]")


def is_prose(line: str, size: float = -1.0) -> bool:
    """Whether a line is a sentence of some length: what makes a text an article; ``size`` where known.

    >>> is_prose("He said nothing at all, and then he left the house."), is_prose("A list of things")
    (True, False)
    """
    if len(line) > _SURELY:  # of whatever script
        return True
    size = size if size >= 0 else units(line)
    if size > MAX_TITLE:
        return True
    if size < 12:
        return False
    last = line.rstrip(_CLOSERS)[-1:]
    if last and (last in _LIVELY or last in "。．.…；;:：।۔"):
        return True
    return size >= MIN_TOLD and _TOLD.search(line) is not None
