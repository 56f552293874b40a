"""What a marker is, and the markers a line shows by its form instead of its words.

Lines of nothing but names of networks, bylines, agencies, menus of a site, arrows.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from scrubtext.furniture.bios import MAX_BIO, biography
from scrubtext.furniture.credits import arrow, is_byline, menu_items, reporter
from scrubtext.furniture.entries import entry_line, page_line
from scrubtext.furniture.headings import button_words, heading_weight
from scrubtext.furniture.openings import TAIL
from scrubtext.furniture.pager import is_pager
from scrubtext.furniture.profiles import is_profile
from scrubtext.furniture.roles import credits_in
from scrubtext.furniture.shapes import SENTENCE, TITLE, shape
from scrubtext.furniture.stems import Sense, sense, stemmed
from scrubtext.furniture.words import has_number
from scrubtext.tables import rows

__all__ = ["Hit", "Marker", "formed", "menu_of", "of_names", "spoken"]

Known = Callable[[str], "Marker | None"]
"""What a whole line, in lower case, is in the list."""
MAX_FORMED = 200
"""Characters of a line that is looked at."""


class Marker(NamedTuple):
    """One entry of the marker list, alternatives expanded; ``row`` is its place in the list."""

    text: str
    lang: str
    cls: str
    form: str
    weight: int
    row: int = -1


class Hit(NamedTuple):
    """A marker found at a line: ``value`` is what follows it on the line."""

    marker: Marker
    value: str


_SITE = ("footer", "navigation", "publisher", "disclaimer", "newsletter", "copyright")
_AGENCY = Marker("name of an agency", "*", "source", "agency", 0)
_HEADING = Marker("heading", "*", "related", "words", 2)
_BYLINE = Marker("byline", "*", "credit", "byline", 1)
_LABEL = Marker("button", "*", "navigation", "words", 1)
_MENU = Marker("menu of a site", "*", "footer", "menu", 2)
_ARROW = Marker("arrow", "*", "navigation", "arrow", 1)
_BAR = Marker("names of networks", "*", "share", "names", 1)
_COUNT = re.compile(r"\s?[(（]\s?\d{1,6}\s?[)）]")
_PLUS = re.compile(r"[+＋]\d{1,3}")  # a counter of hands, alone on its line
_CREDITS = Marker("credits", "*", "credit", "value", 1)
_AGENCIES = re.compile(
    r"(?:mit |nach |Quelle: )?(?:dpa|afp|AFP|apa|APA|epd|kna|KNA|sid|SID|rtr|Reuters|ap|AP|dapd"
    r"|ots|sda|SDA|ddp)(?:[/,\- ]{1,2}(?:mit |und |nach )?[A-Za-zäöüß\-]{2,12}){0,3}"
)
_BIO = Marker("", "*", "publisher", "bio", 1)
_PROFILE = Marker("profile", "*", "publisher", "bio", 1)
_EDITION = Marker("edition", "*", "source", "agency", 1)
_ISSUE = re.compile(
    r"(?:\d{4}年)?\d{1,2}月\d{1,2}日付?\s?[、,]?\s?(?:朝刊|夕刊|紙面|本紙|日刊|掲載|配信).{0,14}"
    r"|(?:原載|原载|刊於|刊于|載於|载于).{2,20}(?:報|报|刊|版).{0,14}\d.{0,16}"
)
_COUNTERS = Marker("counters", "*", "comments", "counters", 1)
_TAGS = Marker("hashtags", "*", "tags", "counters", 0)
_COUNTER = re.compile(r"([^\W\d_]{1,12})\s?[(（]\s?\d[\d,.]{0,9}\s?[)）]")
_HASHTAG = re.compile(r"[#＃][^\s#＃,，、]{1,30}[#＃]?")
_SPOKEN = Marker("stems", "*", "", "stems", 1)
_LISTED = Marker("entry", "*", "", "words", 1)
_BUTTON = Marker("name of a network", "*", "share", "names", 0)


def formed(
    line: str, core: str, known: Known, bylines: tuple[str, ...], agencies: frozenset[str]
) -> Hit | None:
    """A line that shows by its form what it is; ``core`` is the line without ornaments."""
    if len(line) > MAX_FORMED:
        return None
    bare = line.strip(" ()[]（）")
    if bare in agencies:
        return Hit(_AGENCY, "")
    if is_byline(core.rstrip(" )"), bylines):
        return Hit(_BYLINE, core)
    if _PLUS.fullmatch(bare):
        return Hit(_BUTTON, "")
    if weight := heading_weight(core.rstrip(TAIL)):
        return Hit(_HEADING._replace(text=core.casefold(), weight=weight), "")
    if _shares(core, known):
        return Hit(_BUTTON._replace(weight=1), "")
    if words := button_words(_COUNT.sub("", core).rstrip(TAIL)):
        return Hit(_LABEL._replace(weight=2 if words > 2 else 1), "")
    if weight := reporter(bare):
        return Hit(_BYLINE._replace(weight=weight), core)
    return menu_of(core, known) or (Hit(_ARROW, core) if arrow(line) else None)


def menu_of(core: str, known: Known) -> Hit | None:
    """A line of short entries as site footers have them."""
    weight = _menu(core, known) or 2 * (button_words(core.rstrip(TAIL)) > 2)
    return Hit(_MENU._replace(weight=weight), core) if weight else None


def _shares(core: str, known: Known) -> bool:
    """Whether a line asks to share on a network: ``Bagikan ke Facebook``."""
    words = core.casefold().rstrip(TAIL).split() if len(core) < 60 else []
    if not 2 <= len(words) <= 4 or not _names()[0].fullmatch(words[-1]):
        return False
    m = known(words[0])
    return m is not None and m.cls == "share"


def _menu(core: str, known: Known) -> int:
    """What a line of short entries proves, some of which stand in the footers of sites."""
    items = menu_items(core)
    found = [m for item in items if (m := known(item.casefold().strip(TAIL))) and m.cls in _SITE]
    return 2 if len(found) > 1 else int(len(found) == 1 and len(items) > 2)


def of_names(core: str) -> Hit | None:
    """A line of nothing but names of networks; one alone proves little."""
    if len(core) > 160 or core[:2].casefold() not in _names()[1]:
        return None
    found = _names()[0].fullmatch(core)
    if not found or (found[0][-1].isdigit() and len(found[0]) < len(found[1]) + 3):
        return None
    return Hit(_BAR if len(found[0]) > len(found[1]) + 2 else _BUTTON, "")


@lru_cache(64)  # one line is asked about by several filters, and by the gate and the walk of each
def spoken(line: str) -> Hit | None:
    """A line that says what furniture says, in words of its own."""
    if is_profile(line):
        return Hit(_PROFILE, line)
    if len(line) > MAX_BIO:
        return None
    surname, weight = biography(line)
    if weight:
        return Hit(_BIO._replace(text=surname, weight=weight), line)
    numbered = has_number(line)
    if (numbered or not line.isascii()) and _ISSUE.fullmatch(line.strip(" ()（）[]【】")):
        return Hit(_EDITION, "")
    if len(line) > MAX_FORMED:
        return None
    if count := credits_in(line):
        return Hit(_CREDITS._replace(weight=min(count, 2)), line)
    if numbered and (marker := _numbered(line)):
        return Hit(marker, "")
    if _AGENCIES.fullmatch(line.strip(" ()[]")):
        return Hit(_AGENCY, "")
    if hit := _posted(line, numbered) or _printed(line):
        return hit
    tags = _HASHTAG.findall(line) if "#" in line or "＃" in line else ()
    if len(tags) > 1 and not _HASHTAG.sub("", line).strip(" \u3000,，、|·"):
        return Hit(_TAGS, "")
    what = shape(line)
    said = sense(line, what == SENTENCE) or (_in_pieces(line) if what == TITLE else None)
    return Hit(_SPOKEN._replace(cls=said.cls, weight=said.weight), "") if said else None


def _numbered(line: str) -> Marker | None:
    """Counters of a page, and the numbers of its pages."""
    counted = _COUNTER.findall(line) if "(" in line or "（" in line else ()
    if len(counted) > 1 and any(sense(word, False) for word in counted):
        return _COUNTERS
    return _LABEL if is_pager(line) else None


def _printed(line: str) -> Hit | None:
    """Lines that weblogs, shops, boards and other pages print below what they are about."""
    cls, weight = entry_line(line)
    if not cls:
        cls, weight = page_line(line)
    if not cls:
        return None
    form = "line" if cls == "publisher" and weight else "words"
    value = "" if cls in ("related", "publisher") else line
    return Hit(_LISTED._replace(cls=cls, weight=weight, form=form), value)


def _posted(line: str, numbered: bool) -> Hit | None:
    """Lines of a weblog below its entry, of a newsroom below its report, and what points elsewhere."""
    bare = line.strip(" []<>()")
    if _THOUGHTS.match(line):
        return Hit(_REPLIES, "")
    if numbered and _BY.fullmatch(line):
        return Hit(_ENTRY, line)
    if numbered and len(line) <= 32 and _SEEN.fullmatch(bare):
        return Hit(_COUNTERS, "")
    if line.isascii():  # the rest are lines of Asian pages
        return None
    if m := _TEAM.fullmatch(bare):
        return Hit(_BYLINE._replace(weight=2 if m["mail"] else 1), line)
    return Hit(_LABEL, "") if len(line) <= 44 and _POINTS.fullmatch(line) else None


_REPLIES = Marker("replies to an entry", "*", "comments", "words", 2)
_ENTRY = Marker("entry of a weblog", "*", "date", "value", 1)
_THOUGHTS = re.compile(  # 2 thoughts on “Nebel”
    r"(?:\d{1,5}|one|an?|ein|eine|один|une?|un|uma?)\s?(?:thoughts?|comments?|repl(?:y|ies)|responses?|"
    r"Gedanken?|Kommentare?|Antworten|Reaktionen|мысл[ьиеяй]{1,2}|комментари[йяев]{1,2}|"
    r"отзыв[аов]{0,2}|ответ[аов]{0,2}|"
    r"commentaires?|réponses?|pensées?|comentarios?|comentários?|respuestas?|pensamientos?)\s"
    r"(?:on|to|for|zu|auf|на|к|о|sur|à|en|a|sobre|em)\s[«“„”\"'‘]"
    r"|(?:对|對|在)?[《“「].{1,40}[》”」]\s?(?:(?:的|上有|有)\s?)?(?:\d{1,5}|[一二三四五六七八九十]{1,3})\s?(?:条|條|則|则|个|個)"
    r"(?:评论|評論|回复|回覆|回應|迴響|留言|想法)"
    r"|[「『“].{1,40}[」』”]\s?(?:への|に対する)\s?\d{0,4}\s?件?の?(?:フィードバック|コメント|返信)",
    re.I,
)
_BY = re.compile(  # Geschrieben von Marlies am 4. Oktober 2014
    r"(?:posted|written|published|submitted|added|created|veröffentlicht|geschrieben|erstellt|eingestellt|verfasst|"
    r"gepostet|publié|écrit|posté|publicado|escrito|postado|опубликова(?:л|ла|но)|написа(?:л|ла|но)|размести(?:л|ла)|"
    r"добави(?:л|ла)|разместил)\s?[:：]?\s"
    r"(?:(?:by|von|par|por)\s)?[\w.’'\-]{1,24}(?:\s[\w.’'\-]{1,24}){0,3},?\s"
    r"(?:(?:on|at|am|um|le|el|em|в|@|—|-)\s)?(?:[^\W\d_]{3,10},?\s)?"
    r"(?:\d{1,2}[./\-]\d{1,2}[./\-]\d{2,4}|\d{1,2}\.?\s(?:de\s)?[^\W\d_]{3,10}\.?\s(?:de\s)?\d{4}"
    r"|[^\W\d_]{3,9}\.?\s\d{1,2},\s\d{4}|\d{1,2}:\d{2}).{0,24}",
    re.I,
)
_SEEN = re.compile(  # how often a page was opened, and nothing else
    r"(?:(?:累计|累計|总|總|共)?(?:阅读|閱讀)|(?:累计|累計|总|總|共)?(?:浏览|瀏覽)|浏览|瀏覽|点击|點擊|點閱|围观|人气|人氣|已读|조회|閲覧|アクセス"
    r"|views?|reads?|hits?|просмотр\w{0,3}|прочитано|aufrufe|zugriffe|klicks|vues|visitas|visualizações)(?:量|数|數|次数|次數|수|件数)?"
    r"\s?[:：]?\s?\d[\d,. ]{0,9}\s?(?:次|回|万|萬|k|w|раз)?\+?"
    r"|\d[\d,. ]{0,9}\s?(?:次|回|万|k)?\s?(?:阅读|閱讀|浏览|瀏覽|点击|點閱|views?|reads?|просмотр\w{0,3}"
    r"|aufrufe|vues|visitas)",
    re.I,
)
_TEAM = re.compile(
    r"(?:[가-힣]{1,6}\s?=\s?)?[가-힣]{0,8}(?:온라인|디지털|뉴스|이슈|연예|스포츠|편집|취재|보도"
    r"|사회|경제|문화|정치|속보|콘텐츠|미디어)"
    r"[가-힣]{0,6}(?:팀|부|국|센터)(?:\s[가-힣]{2,4})?(?:\s?(?P<mail>[\w.+\-]{1,40}@[\w.\-]{3,60}))?"
)
_POINTS = re.compile(  # [▶ 카톡 친구 맺기], →一覧はこちら
    r"[\[<(▶►▷☞→➡👉★☆■●◆>＞▼ ]{1,4}.{2,30}?"
    r"(?:보기|바로가기|맺기|받기|만나기|하기|가기|신청|구독|팔로우|추가|더보기|제보"
    r"|はこちら|こちらから|こちらへ|を見る|をチェック|を読む|一覧へ|へ戻る|に戻る|もっと見る"
    r"|请点击|請點擊|戳这里|戳這裡|点这里|點這裡|点此查看|點此看|看这里|请戳|了解更多|點我看|点我看)"
    r"[\]>)）】 ]{0,3}"
)


_PIECES = re.compile(r"\s*[|｜/·•,，、]\s*|\s{1,4}")


def _in_pieces(line: str) -> Sense | None:
    """What a row of buttons says: most of its entries speak of the page."""
    pieces = [p for p in _PIECES.split(line.strip()) if p] if stemmed(line) else []
    if not 2 <= len(pieces) <= 16:
        return None
    said = [s for p in pieces if (s := sense(p, False))]
    if len(said) < 2 or 2 * len(said) < len(pieces):
        return None
    return max(said, key=lambda s: s.weight)._replace(weight=1)


@cache
def _names() -> tuple[re.Pattern[str], frozenset[str]]:
    """Lines made of names of networks, and the first two characters they can have."""
    names = sorted((r[0] for r in rows("share_names.tsv")), key=len, reverse=True)
    one = "|".join(re.escape(n) for n in names)
    pattern = re.compile(rf"({one})(?:[\s,|/·•、:：()（）\d]*(?:{one}))*[\s:：.…\d]*", re.I)
    return pattern, frozenset(n[:2].casefold() for n in names)
