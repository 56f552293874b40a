"""Last lines of documents that read like the furniture of a page: forms, fields, clauses, policies.

A contract ends with a clause on copying and with dotted lines for names and telephones, the leaflet of a
medicine with its maker's address, a policy on private data with a word on cookies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import takewhile

from scrubtext.furniture.block import Block
from scrubtext.furniture.shapes import LABELLED, SENTENCE, units

__all__ = ["is_form", "is_policy", "of_document"]

_LABEL = r"[^\W\d_](?:[^\W_]| (?=\w)){0,15}(?:\s?[(（][^()（）\n]{1,8}[)）])?"
_BLANKS = re.compile(
    rf"\s*(?:{_LABEL}\s?[:：]\s{{0,60}}){{2,8}}"  # two labels, and nothing behind them
    rf"|\s*(?:{_LABEL}\s?[:：])?\s*[_＿ ]{{0,9}}年[\s_＿]{{1,9}}月[\s_＿]{{1,9}}日\s*"
)
_DRAWN = re.compile(r"[:：]\s{0,9}(?:_{3}|＿＿|\.{6}|……)")  # Name: ______
_REMARK = re.compile(r"(?i:コメント|comment|kommentar|комментари|留言|评论|評論|댓글)\s?[:：]")


def is_form(line: str) -> bool:
    """Whether a line is to be filled in: a label with a blank drawn behind it, or two with nothing.

    >>> [is_form(s) for s in ("Tel.: ____________", "Phone:        Phone:", "日期：   年  月  日", "Phone:")]
    [True, True, True, False]
    """
    if len(line) > MAX_FORM or not any(sign in line for sign in ":：年"):
        return False
    if _REMARK.search(line):  # the form below a page, for its readers
        return False
    return _DRAWN.search(line) is not None or _BLANKS.fullmatch(line) is not None


MAX_FORM = 200
"""Characters of a line of a form."""


def of_document(text: str, block: Block) -> bool:
    """Whether the first line of a block belongs to the document above it."""
    head = block.lines[0]
    line = text[head.start : head.end].strip()
    if block.cls in _LEGAL and not _page().search(line) and _clauses(text[: head.start]):
        return True
    if _ORGANISER.match(line) and _EVENT.search(text, max(0, head.start - REACH), head.start):
        return True
    if len(block.lines) == 1 and head.shape == SENTENCE:
        policy = block.cls in _POLICY and _policy(text[: head.start])
        if policy or _asks(block, line) or _ELSEWHERE.search(line):
            return True
    rows = _rows(text, head.start) if _is_row(line) else []
    if block.cls in _SIGNED and _imprint([*rows, *_below(text, head.start)]):
        return True
    if block.weight > 1:
        return len(rows) > 1 and len(block.lines) == 1 and _is_strong(block, rows, line)
    return len(rows) > 1 or (bool(rows) and _is_field(block, rows[0], line))


_LEGAL = ("copyright", "disclaimer", "submission")
_POLICY = (*_LEGAL, "cookie", "newsletter", "follow", "footer")
REACH = 4000
"""Characters above a line that are read."""


@cache
def _page() -> re.Pattern[str]:
    """What a page calls itself: not the words of a contract."""
    return re.compile(
        "[本该此][站网網文]|网站|網站|网页|網頁|页面|頁面|转载请|轉載請|サイト|ページ|記事|사이트|기사|홈페이지|[Ss]ite|Seite|Artikel\\b"
        "|[Aa]rticle\\b|[Pp]ágina|сайт|[Мм]атериал|[Рр]едакц|©|\\([cC]\\)|(?:19|20)\\d\\d|www|//"
    )


_CLAUSE = re.compile(
    r"^\W{0,4}(?:第\s?[一二三四五六七八九十百\d]{1,4}\s?[条條]|제\s?\d{1,3}\s?조|§\s?\d|\d{1,2}\.\d{1,2}\.?\s+\S"
    r"|(?:Art(?:icle|ikel|ículo|icolo|igo|ykuł)?\.?|Статья|Стаття|Cláusula|Clause|Madde|Pasal|Điều|المادة)\s\d{1,3})",
    re.M,
)


def _clauses(above: str) -> bool:
    """Whether a text goes on with the clauses of a contract or a law, two of them at least."""
    return len(_CLAUSE.findall(above[-REACH:])) > 1


def _asks(block: Block, line: str) -> bool:
    """Whether a sentence tells whom to call about what a notice announces, and nothing of rights."""
    doubts = "疑问" in line or "疑問" in line
    return doubts and block.cls == "disclaimer" and not _RIGHTS.search(line)


_ELSEWHERE = re.compile("扫描?.{0,4}(?:说明书|包装|海报|封[面底]|机身|门口|墙上|票面|卡片).{0,8}二维码")
"""A code to scan that is on paper or on a thing, not on the page."""
_RIGHTS = re.compile(
    "侵|版[权權]|著作|转|轉|[删刪]|站|网|網|本文|内容|內容|文章|稿|平台|我们|我們|本刊|本号|小编|编辑|編輯"
)


@cache
def _private() -> re.Pattern[str]:
    """What a policy on private data speaks of."""
    return re.compile(
        "收集|个人信息|個人資料|第三[方者]|隐私|隱私|注销|註銷|個人情報|利用目的|개인정보|제3자|수집"
        "|personal (?:data|information)|privacy|third part|we collect|do not (?:sell|share)|unsubscribe"
        "|personenbezogen|Datenschutz|Dritte|speicher|персональн|конфиденциал|третьим лицам"
        "|données personnelles|datos personales|dados pessoais|dati personali",
        re.I,
    )


_WE = re.compile(
    r"\b(?:[Ww]e|[Oo]ur|[Ww]ir|[Uu]nsere?|[Мм]ы|[Нн]аш\w{0,3}|[Nn]ous|[Nn]os)\b"
    "|我们|我們|当社|弊社|本公司|당사|저희|회사는"
)


def _policy(above: str) -> bool:
    """Whether a sentence ends a policy on private data, told by those who keep them."""
    said = {m.casefold() for m in _private().findall(above[-REACH:])}
    return len(said) > 1 and _WE.search(above[-REACH:]) is not None


def is_policy(text: str) -> bool:
    """Whether a text is a policy on private data."""
    return _policy(text[:REACH])


_ORGANISER = re.compile("(?:主办|主辦|承办|承辦|协办|協辦|指导|指導|冠名|赞助|贊助)(?:单位|單位|方)?[:：]")
_EVENT = re.compile(
    r"^\W{0,3}(?:活[动動])?(?:[时時][间間]|地[点點]|日期|[报報]名|[门門]票|票[价價])[^:：\n]{0,6}[:：]", re.M
)
"""Who holds what an announcement tells of, and the fields that make it one: no footer of a page."""


def _rows(text: str, start: int) -> list[str]:
    """The rows of fields right above a line, the nearest first."""
    above = text[max(0, start - 800) : start].split("\n")[:-1]
    near = (row.strip() for row in reversed(above[-MAX_ROWS:]))
    return [*takewhile(_is_row, near)]


MAX_ROWS, MAX_ROW, MAX_BOXED = 4, 40, 120
"""Rows above that are looked at; units (a Han character is 1) of a row, of one whose label is in brackets."""
_BOXED = re.compile(r"【[^】\n]{1,10}】")


def _is_row(line: str) -> bool:
    """Whether a line is a label and its value."""
    if _BOXED.match(line):
        return units(line) <= MAX_BOXED
    return LABELLED.match(line) is not None and units(line) <= MAX_ROW


def _is_field(block: Block, above: str, line: str) -> bool:
    """Whether a line goes with the row right above it: a firm and its telephone, or two blanks."""
    return line.endswith(_COLONS) if above.endswith(_COLONS) else block.cls == "footer"


def _is_strong(block: Block, rows: Sequence[str], line: str) -> bool:
    """Whether a line that pages have is a field as well: the host of a firm, who checked the minutes."""
    if block.cls == "source":
        return _HOST.search(line) is not None and not any(row.endswith(_COLONS) for row in rows)
    return block.cls == "credit" and any(_MINUTES.match(row) for row in rows)


def _below(text: str, start: int) -> list[str]:
    """The lines of a group from one on."""
    return text[start : start + 600].split("\n\n", 1)[0].split("\n")


def _imprint(rows: Sequence[str]) -> bool:
    """Whether rows are of a book: who made it stands among its edition, its size and its price."""
    return sum(_BOOK.match(row) is not None for row in rows) > 1


_SIGNED = ("credit", "source", "date", "publisher")
_BOOK = re.compile(
    r"(?:书名|書名|版次|印次|定价|定價|开本|開本|印张|印張|字数|字數|书号|書號|出版发行|出版發行|出版社|ISBN"
    r"|発行日|発行所|発行者|定価|印刷所|펴낸곳|펴낸이|정가|초판)\s?[:：]?"
)
_COLONS = (":", "：")
_HOST = re.compile(r"www\.|://|\w\.[a-z]{2,7}\b")
_MINUTES = re.compile("(?:主持|主席|记录|紀錄|記錄|出席|参会|參會|列席|书名|書名|議長|記録|기록|의장)")
