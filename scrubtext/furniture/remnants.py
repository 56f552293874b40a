"""What a template engine leaves when it did not run: variables, shortcodes, calls of scripts, file names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from scrubtext.furniture.code_forms import (
    EMPTY,
    FORMS,
    HATENA,
    JOOMLA,
    NAMED,
    NUMBERED,
    RANDOM,
    SCRIPT,
    SHORTCODE,
    VOID,
    WEBLOG,
    WIKI,
)
from scrubtext.furniture.code_runs import among, is_row, is_tail
from scrubtext.furniture.values import (
    CMS,
    MAX_LINE,
    PAGED,
    has_value,
    loose_values,
    tells_of_values,
)
from scrubtext.furniture.word_lists import topic_words

__all__ = [
    "FIRST",
    "HATENA",
    "MAX_REMNANT",
    "camera_name",
    "file_name",
    "glued_code",
    "is_headed",
    "is_remnant",
    "remnants",
    "teaches",
]

FIRST = frozenset("{[<$#%@(_/d!|*")
"""What a line of template code can begin with."""
MAX_REMNANT = 640
"""Characters of such a line."""

_FILE = re.compile(
    r"(?:(?:Screen ?[Ss]hot|Bildschirmfoto|Снимок экрана|スクリーンショット|스크린샷|屏幕截图|截屏|螢幕截圖"
    r"|Captura de (?:pantalla|tela)"
    r"|Capture d['’]écran|Schermata)[ _-]?[\d\-_.: ]{4,20}(?:(?:at|um|в|a las|às|à|alle|오[전후]"
    r"|[上下]午) ?[\d.:h\-]{4,10})?|"
    r"[\w\-.~]{1,40}(?:\s?[(（]\d{1,3}[)）])?)\.(?:jpe?g|png|gif|webp|bmp|svg|mp4|avi|mov)"
    r"(?:\s?[(（]\d[^()（）\n]{0,50}[)）])?",
    re.I,
)
_CAMERA = re.compile(  # as cameras, editors and messengers name pictures, the ending left out
    r"_?(?:(?i:img|imgp|dsc|dscf|dscn|dsci|cimg|pict|hpim|sdim|gopr|wp|pano|vid|mvimg|pxl|wechatimg)_?\d{4,6}"
    r"|(?i:img|vid|pano|mvimg|pxl|wp|screenshot|photo)[_\-]20\d{6}[_\-]\d{4,9}(?:[_\-]\d{1,3})?"
    r"|(?:image|img|pasted-image|mmexport|wechatimg|微信图片_|微信截图_|企业微信截图_|QQ图片|QQ截图)"
    r"[\-_]?(?:1\d{12}|20\d{12,15})(?:[\-_]\d{1,3})?)"
    rf"|{WEBLOG}(?:plain|image)"
)
_MARKS = ("{{", "{[", "<%", "${", "{%", "{$", "#{", "<?", "[[", "%%")
_MAX_LINES, _MAX_SHARE = 24, 0.6
"""Lines of code, and their share of the characters, up to which a text is an article."""


@cache
def _line() -> re.Pattern[str]:
    """A line of template code alone."""
    one = "|".join((*FORMS, SHORTCODE, WIKI, VOID, EMPTY))
    row = rf"(?:{one})(?:[\s:：|,，·•/>»›\-]*(?:{one})){{0,8}}"
    return re.compile(rf"[ \t\u3000|]*(?:{row}|{SCRIPT})[ \t\u3000\r|]*")


_NAMES = ("data:image/", "data-th", "th:", "ng-", "v-", "wx:", HATENA)


def is_remnant(text: str, a: int, b: int) -> bool:
    """Whether the line ``text[a:b]`` is nothing but template code.

    >>> [is_remnant(s, 0, len(s)) for s in ("{% include 'ad' %}", "[caption id=3]", "[1] Moss", "{a, b}")]
    [True, True, False, False]
    """
    if not 2 <= b - a <= MAX_REMNANT or (text[a] in "dtnvwf" and not text.startswith(_NAMES, a)):
        return False
    return _line().fullmatch(text, a, b) is not None or is_row(text[a:b])


def remnants(text: str, spans: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int, bool]]:
    """Lines of template code; whether they are sure to be leftovers: no text that teaches it."""
    found = [(a, b) for a, b in spans if is_remnant(text, a, b) and not _is_anchor(text, a, b)]
    filled = [(a, b) for a, b in spans if b - a <= MAX_LINE and has_value(text[a:b])]
    found = sorted({*found, *filled})
    if not found:
        return
    lines = [(a, b) for a, b in spans if text[a:b].strip()]
    if len(found) > 1:
        linked = _linked(text)
        found += [span for span in lines if _is_unlinked(text, *span, linked)]
    found = sorted({*found, *among(text, lines, found)})
    taught = teaches(text, found) or _is_source(text, spans, found) or _told_of(text, filled, found)
    inside = sum(text.count(mark) for mark in _MARKS)
    own = sum(text.count(mark, a, b) for a, b in found for mark in _MARKS)
    size = sum(b - a for a, b in found)
    few = len(found) <= _MAX_LINES and (len(found) * 3 < len(spans) or size < _MAX_SHARE * len(text))
    few = few or is_tail(text, lines, found)
    bare = text.count("</") == sum(text.count("</", a, b) for a, b in found)
    for a, b in found:
        yield a, b, not taught and inside == own and few and (bare or "</" not in text[a:b])


_HEADING = re.compile(r"\s{1,8}#{1,6} ")


def _is_anchor(text: str, a: int, b: int) -> bool:
    """Whether a line is the target of links to the heading below it."""
    return text.startswith("<a ", a) and _HEADING.match(text, b) is not None


_TARGET = re.compile(r'<a (?:id|name)="([\w\-]{1,60})"></a>')
_LINKED = re.compile(r"#([\w\-]{1,60})")


def _linked(text: str) -> frozenset[str]:
    """The targets that links of a text lead to."""
    return frozenset(_LINKED.findall(text)) if "#" in text else frozenset()


def _is_unlinked(text: str, a: int, b: int, linked: frozenset[str]) -> bool:
    """Whether a line is an empty target that nothing in the text leads to."""
    found = _TARGET.fullmatch(text[a:b].strip()) if text.startswith("<a ", a) else None
    return found is not None and found[1] not in linked and not _is_anchor(text, a, b)


def _told_of(text: str, filled: list[tuple[int, int]], found: list[tuple[int, int]]) -> bool:
    """Whether the text shows the values of lines that are no code alone, or has others elsewhere."""
    if not filled or tells_of_values(text, [text[a:b] for a, b in filled]):
        return bool(filled)
    return loose_values(text) > sum(loose_values(text[a:b]) for a, b in found)


MAX_CODE = 2
"""Lines of an article that may end as lines of a program do, beside those that are template code."""


def _is_source(text: str, spans: Sequence[tuple[int, int]], found: Sequence[tuple[int, int]]) -> bool:
    """Whether a text is a program or a style sheet, whose comments are its own."""
    ends = sum(text[a:b].rstrip()[-1:] in _CODE_ENDS for a, b in spans if a < b)
    return ends - sum(text[a:b].rstrip()[-1:] in _CODE_ENDS for a, b in found) > MAX_CODE


_CODE_ENDS = frozenset(";{}")


def teaches(text: str, found: Sequence[tuple[int, int]] = ()) -> bool:
    """Whether a text is about templates and code, the lines found left out; or about the markup found.

    >>> teaches("The manuscript is variable."), teaches("The script has a variable.")
    (False, True)
    """
    own = [text[a:b] for a, b in found]
    words = topic_words("template")
    if own and all(_RANDOM_TAG.search(code) for code in own):
        names = [m[1] for code in own if (m := _RANDOM_TAG.search(code))]
        if not _linked(text).isdisjoint(names):
            return True
        words = topic_words("markup") + topic_words("id")
    elif any("</" in code for code in own):
        words += topic_words("markup")
    met = [word for word in words if word in text and not any(word in code for code in own)]
    return bool(met) and any(word in told for told in (_HOMONYMS.sub("", text),) for word in met)


_RANDOM_TAG = re.compile(rf'<[a-z][a-z\d]{{0,11}} [a-z\-]{{2,20}}="({RANDOM}|{NUMBERED})">')
_HOMONYMS = re.compile(  # words in which those are hidden, or which mean something else
    r"(?i:manu|tran|post|con|de|pre|sub|super|in|ma)(?i:script|skript|скрипт)|[Ss]criptur"
    r"|(?i:in)?variabl[ey]\b(?! [=:])"
    r"(?= (?:weather|cloud|wind|cost|star|rate|speed|and|in|as|but)|[.,;])|(?i:in)variab"
    r"|переменн\w{1,4}(?= (?:облачн|успех|ток|звезд|погод|направлен))|[Ww]ikipedia"
    r"|(?:レ|バー|電源|延長)コード|コード(?=レス|の被覆|が硬|が傷|を巻|に足|につまず|を抜|を差|が切れ|進行)"
    r"|(?:股票|证券|證券|邮政|郵政|行政|航班|机场)(?:代码|代碼)|(?:木|钢|鋼)模板|模板(?=工|支撑|支撐|拆除)|古?汉语语法"
)


_BEHIND = "|".join((  # what may stand behind a sentence
    r"\{\{[^{}\n]{1,60}\}\}|[#$]\{[\w.]{1,60}\}|\{\[[^\[\]{}\n]{1,80}\]\}|\{%-?[^%\n]{1,100}%\}",
    r"<%[=#@\-]?[^%\n]{1,80}%>|%%[\w.]{2,40}%%|%(?!\w+_(?:HOME|PATH|DIR|ROOT)%)[A-Z]{2,20}_[A-Z_]{2,20}%",
    rf"\[(?:{CMS})[:：][\w.]{{1,40}}\]",
    r"(?:\[/(?:img|url|imgupload|attach|quote|size|color|font|align|media|video|caption"
    r"|[a-z]{2,6}_[a-z_]{2,20})\]){1,6}",
    NAMED, JOOMLA, r"\[[a-z]{2,16}(?:_[a-z]{2,20}){1,4}\]",
    r"</?(?:ng-container|ng-template)(?:\s[^<>\n]{0,120})?/?>",
    r"\[##_[^\n]{1,300}?_##\]",
    r"#pic_(?:center|left|right)(?![a-z_])|\{:\s?[.#\w][^{}\n]{0,60}\}|\{(?:width|height)=[^{}\n]{1,40}\}",
    rf"<!--[^\n>]{{0,120}}-->|{PAGED}(?=[ \t\r]*$)",
    WIKI, VOID, EMPTY,
))  # fmt: skip
_BEFORE = (
    rf"(?:\[(?:{CMS})[:：][\w.]{{1,40}}\]|{EMPTY}|{NAMED}|{JOOMLA}|<%[=#@\-]?[^%\n]{{1,80}}%>|[$#]\{{[\w.]{{1,60}}\}}"
    r"|\{\[[^\[\]{}\n]{1,80}\]\})(?![さ様はがをのにへとで님씨의은는이가을를的是了先女])"
)
"""What may stand before the first sentence of a paragraph."""
_PLAYER = (  # of the player of Naver, in front of an article and behind it
    r"[ \t]{0,8}(?:본문 내용\s{1,12})?(?:(?:// )?TV플레이어\s{1,12}){0,3}// flash 오류를 우회하기"
    r" 위한 함수 추가\s{0,4}function _flash_removeCallback\(\) ?\{\}[ \t]{0,12}"
)
_TARGETS = rf'<[a-z][a-z\d]{{0,11}} (?:id|name)="(?:{RANDOM}|{NUMBERED})"></[a-z][a-z\d]{{0,11}}>'
"""Empty elements with an id that a program gave; what an author names is something to link to."""
_GOES_ON = r"\s?(?=[A-ZА-ЯЁÀ-Þ\u3040-\u9fff\uac00-\ud7a3“「『„«])"


@cache
def glued_code() -> re.Pattern[str]:
    """Code of a template, an empty element or the size of a picture behind a sentence, or before one."""
    return re.compile(
        rf"(?<=[。！？.!?”」』\"’])[ ]?(?:{_BEHIND})(?=[ \t\r]*$|{_GOES_ON})|^(?:{_BEFORE})(?={_GOES_ON})"
        rf"|(?<=[\w：:；，、])(?:{_TARGETS}){{1,3}}(?=[ \t\r]*$)"
        rf"|^{_PLAYER}(?=\S)|[ \t]{{1,8}}// 본문 내용[ \t]*$",
        re.M,
    )


def is_headed(text: str, at: int) -> bool:
    """Whether a place is on a heading of Markdown: empty elements there are what links lead to."""
    start = text.rfind("\n", 0, at) + 1
    return text.startswith("#", start) and _HEADING.match(" " + text[start : start + 8]) is not None


def file_name(line: str) -> bool:
    """Whether a line is the name of a picture file and nothing else.

    >>> [file_name(s) for s in ("IMG_2031.JPG", "Dscf0912", "see map.png for it", "Figure 12")]
    [True, True, False, False]
    """
    if "." in line and _FILE.fullmatch(line) is not None:
        return True
    return camera_name(line)


def camera_name(line: str) -> bool:
    """Whether a line is what a camera, an editor or a weblog calls a picture, without an ending.

    >>> camera_name("Dscf0912"), camera_name("[f:id:sora:20190304050607j:plain]"), camera_name("Room 4001")
    (True, True, False)
    """
    name = line.strip("[]")
    return (name[-1:].isdigit() or name.startswith(HATENA)) and _CAMERA.fullmatch(name) is not None
