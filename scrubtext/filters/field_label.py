"""Data fields that leaked to the start of a text, and the rows a page puts above its article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Finding
from scrubtext.excise import cut_lines
from scrubtext.fields import check_fields

if TYPE_CHECKING:
    from scrubtext.furniture.head import Row

_NAMES = {
    "date": "date",
    "time": "date",
    "url": "address",
    "id": "number",
    "count": "number",
    "name": "name",
    "word": "word",
}
_HEAD = 400  # characters of the first line a chain of fields may take
_PRIVATE = re.compile(  # what letters, diaries, logs and forms go on with
    r"(?:亲爱的|尊敬的|今天|今日|昨天|我|晴|阴|雨|雪|多云|星期|礼拜|周[一二三四五六日]|天气|今日は|私は|晴れ|曇|오늘|나는|"
    r"Dear\b|Today\b|I\b|We\b|My\b|To:|From:|Subject:|Re:|Sunny|Rain|Cloudy|Weather|Mon|Tue|Wed|Thu|Fri|Sat|Sun|"
    r"Lieber?\b|Heute\b|Ich\b|Cher|Aujourd|Querid|Hoy\b|Дорог|Сегодня\b|Я\b|"
    r"\[|<|\{|#|-\s|\d{1,2}:\d{2}|ERROR|WARN|INFO|DEBUG|TRACE|FATAL|收件人|发件人|主题|姓名|地点|時刻|出席|参加|参会|与会)"
)
_NEXT_FIELD = re.compile(r"[\w\u3000 \-]{1,16}\s?[:：=]\s?\S")


@dataclass(frozen=True, kw_only=True)
class FieldLabel:
    r"""Labels and values at the very start of a text, and the rows a page puts above its article.

    Flattened records leave ``date 2025-01-07 `` or ``发布时间：2024-05-01 09:30`` before the text. A
    label counts when a value of its type follows (date, address, number; names and words only beside
    such a one, or as a bare field name before Han), and prose follows the value on the same line. The
    label goes; the value goes to ``Result.meta``.

    Above an article told in paragraphs, rows of the page go: a path (首页 > 新闻 > 正文, Home › Local),
    letter sizes, a link that skips the menu, a reading time, counters, buttons; and beside such a row
    the fields and credits of the page, which are handed back in ``Result.meta``. Titles and datelines stay.

    Left alone: bylines and dates on lines of their own, front matter, key-value files, logs, diaries,
    letters, forms, menus explained in a manual, recipes, minutes of meetings.

    >>> import scrubtext
    >>> r = scrubtext.explain(" date 2025-01-07 桥修好了，人们都很高兴，孩子们跑来跑去。", FieldLabel())
    >>> r.text, r.meta
    ('桥修好了，人们都很高兴，孩子们跑来跑去。', {'date': ['2025-01-07']})
    """

    name: ClassVar[str] = "field_label"
    reasons: ClassVar[frozenset[str]] = frozenset(
        f"{name} {part}" for name in set(_NAMES.values()) for part in ("label", "value")
    ) | {"breadcrumb", "page button", "date row", "credit row"}
    meta: ClassVar[Mapping[str, str]] = {
        "date value": "date",
        "address value": "source",
        "number value": "label",
        "name value": "credit",
        "word value": "label",
        "date row": "date",
        "credit row": "credit",
    }
    min_prose: int = 12  # units (a Han character is 1) that must follow on the line

    def __post_init__(self) -> None:
        check_fields(self)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """The leaked fields at the start of ``doc``."""
        from scrubtext.furniture.fields import label_keys

        if _has_head(doc):
            from scrubtext.furniture.head import head_rows

            if found := head_rows(doc):
                return self._rows(doc, found)
        if copied := _copied(doc):
            return copied
        if doc.text[:24].lstrip(" \t\r\n\u3000\ufeff[【|")[:2] not in label_keys():
            return ()
        return self._find(doc)

    def _rows(self, doc: Doc, found: Sequence[Row]) -> Iterator[Finding]:
        """The rows above an article, as whole lines."""
        taken = {row.start for row in found}
        ends = [e for e in _copied(doc) if doc.text.rfind("\n", 0, e.start) + 1 not in taken]
        edits = cut_lines(doc.text, [(row.start, row.end, row.why) for row in found])
        yield from sorted([*edits, *ends])

    def _find(self, doc: Doc) -> Iterator[Finding]:
        text = doc.text
        first = len(text) - len(text.lstrip())
        end = text.find("\n", first)
        end = len(text) if end < 0 else end
        fields = _chain(text[: min(end, first + _HEAD)], first)
        if fields and self._is_leak(text, fields, end):
            at = 0
            for _, start, stop, kind in fields:
                yield Edit(at, start, "", f"{_NAMES[kind]} label")
                yield Edit(start, stop, "", f"{_NAMES[kind]} value")
                at = stop

    def _is_leak(self, text: str, fields: list[tuple[int, int, int, str]], end: int) -> bool:
        from scrubtext.furniture.shapes import units

        prose = text[fields[-1][2] : min(end, fields[-1][2] + 2000)]
        if units(prose) < self.min_prose or not re.search(r"[。．.!?！？，,、;；]", prose):
            return False
        if _PRIVATE.match(prose) or _NEXT_FIELD.match(prose[:40]):
            return False
        return not _is_form(text, text[fields[0][0] : fields[0][1]].strip(), end)


def _has_head(doc: Doc) -> bool:
    """Whether more than a plain title stands above the first sentence, at first sight."""
    text, title = doc.text, ""
    for a, b in doc.lines[:_HEAD_LINES]:
        if b - a < 2:
            continue
        told = text[b - 1] in _STOPS and (b - a > _SHORT or not _SIGNS.search(text, a, b))
        if told and not title and b - a <= _LONG and _notices(text[a:b]):
            return True
        most = _ASKED if title else _SHORT  # a title may ask, and so may a part of a site: Who are we?
        asked = told and text[b - 1] in _LIVELY and b - a <= most
        if (told and not asked) or (b - a > _LONG and text.find("](", a, b) < 0):
            return bool(title) and _SIGNS.search(title) is not None
        if title:
            return True
        title = text[a:b]
    return False


def _copied(doc: Doc) -> list[Edit]:
    """The button of a board behind the title: ``老街修缮记 [复制链接]``."""
    head = doc.text[:_HEAD] if doc.kinds & _HAN else ""
    found = _COPIED.search(head) if any(map(head.__contains__, _COPIES)) else None
    told = found and doc.text.count(found[1] or found[2]) == 1  # an article may tell of the button
    return [Edit(*found.span(), "", "page button")] if found and told else []


_HAN = mask(Kind.HAN)
_COPIES = ("复制", "複製", "只看")
_COPIED = re.compile(
    r"(?<=\S)[ \t\u3000]*(?:[\[【]((?:复制|複製)(?:本帖)?(?:链接|鏈接|連結|连结))[\]】]"
    r"|[|｜]\s?(只看(?:该作者|該作者|楼主|樓主))(?:[ \t|｜]{1,4}[\u4e00-\u9fff]{2,6}){0,8})[ \t|｜]*(?=\n)"
)


def _notices(line: str) -> bool:
    """Whether a sentence is a notice of the page, known by its form."""
    from scrubtext.furniture.head_words import is_button

    return is_button(line.strip())


_HEAD_LINES = 40
_LONG = 90  # characters: from here on a line is a paragraph
_ASKED = 20  # characters of the name of a part of a site
_SHORT = 40  # characters of a row that may end as a sentence does: この記事は約3分で読めます。
_STOPS = frozenset("。．.!?！？”")
_LIVELY = "?？!！"
_SIGNS = re.compile(  # what a row above an article has where it stands alone
    r"[>›»→|｜/]|字[号號体體級级]|\d\s?(?:分|min|мин|次|Min)|サイズ|크기|[Ss]kip|[Jj]ump|Direkt|Schrift|Перейти"
    r"|шрифт|바로가기|スキップ|跳|\d{4}[-./年]\s?\d{1,2}[-./月]\s?\d"
    r"|[（(]\d{1,6}[)）]|关注|關注|收藏|位置[:：]|听全文|コメント|Drucken|Vorlesen|Print\b|Listen\b|Add to\b"
    r"|Слушать|未[读讀]|共\s?\d+\s?[页頁]|Archive|Posts? tagged|Posts? filed|欢迎|歡迎|[热熱][线線]|즐겨찾기"
)


def _chain(head: str, at: int) -> list[tuple[int, int, int, str]]:
    """Fields one after another: where label and value begin, where the value ends, its type."""
    from scrubtext.furniture.fields import labels, value

    pattern, kinds = labels()
    found: list[tuple[int, int, int, str]] = []
    while len(found) < 8 and (m := pattern.match(head, at)):
        kind = kinds[m[1]]
        v = value(kind).match(head, m.end())
        if not v:
            break
        stop = v.end()
        while stop < len(head) and head[stop] in " \t\u3000|｜;；,，":
            stop += 1
        if stop == v.end():
            break
        found.append((m.start(1), m.end(), stop, kind))
        at = stop
    while found and not _sure(head, found):
        found.pop()
    return found


def _sure(head: str, found: list[tuple[int, int, int, str]]) -> bool:
    """Whether the last field of a chain ends where it seems to end, and is no byline."""
    start, value_at, stop, kind = found[-1]
    if kind not in ("name", "word"):
        bare = head[start:value_at].strip().rstrip(":：= ")
        return kind not in ("count", "id") or len(found) > 1 or bare.islower()
    label, text = head[start:value_at], head[value_at:stop].strip()
    han = bool(re.fullmatch(r"[\u4e00-\u9fff\u30a0-\u30ff가-힣]+", text))
    typed = any(k not in ("name", "word") for _, _, _, k in found[:-1])
    return han and (typed or label.strip().rstrip(":：= ").isascii())


def _is_form(text: str, label: str, end: int) -> bool:
    """Whether further lines are fields too: front matter, logs, diaries, key-value files."""
    rest = text[end + 1 : end + 4000].split("\n")
    word = label.rstrip(":：= ").strip()
    filled = [line.strip() for line in rest if line.strip()]
    again = sum(line.startswith(word) for line in filled)
    return again > 0 or bool(filled and len(filled[0]) < 60 and _NEXT_FIELD.match(filled[0]))
