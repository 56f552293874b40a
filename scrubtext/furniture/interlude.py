"""Lines between two paragraphs that speak of the page: notices, buttons, forms a template left open.

A line is told by its form (``第(2/3)页``, ``undefined``, a note when a post was edited), or by its words:
nearly all of them are words of pages (``data/interface_stems.tsv``) and none stands in the article.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from scrubtext.furniture.blanks import DRESS, HEADING, MAX_LINE, line_key, listed, said
from scrubtext.furniture.farewells import is_farewell
from scrubtext.furniture.patterns import Forms
from scrubtext.furniture.player import BARS, begun, clock, controls
from scrubtext.furniture.remnants import camera_name, file_name
from scrubtext.furniture.shapes import BODY, shape, units
from scrubtext.furniture.vocabulary import may_tell, tellings
from scrubtext.furniture.word_lists import signs, topic_words
from scrubtext.furniture.words import has_number
from scrubtext.tables import rows

__all__ = [
    "MAX_RUN", "MAX_TOLD", "Interlude", "about", "by_form", "by_words", "filler", "is_message", "may_say",
    "suspects",
]  # fmt: skip

MAX_TOLD = 160
"""Characters of a notice."""
MAX_SURE = 280
"""Characters of one whose form leaves no doubt: what a player says before it may load."""
MAX_UNITS = 48
"""Units of it (a Han character is 1)."""
MAX_FORM = 120
"""Characters of other lines known by their form."""
MAX_RUN = 4
"""Lines of one block."""
MIN_KNOWN = 0.75
"""Share of a line's words, or letters, that must be stems."""
LONG = {True: 12, False: 16}
"""Units from which a line of a dense script (True), or another, must have three stems that mean something."""
_FILES = "placeholder_stems.tsv+interface_stems.tsv"
_HARD = frozenset(("media", "state", "ad", "unit", "pester"))
_DONE = frozenset(("see", "state", "ad", "pester"))
"""Families of which a line must have one each: what there is on a page, and what is done or wrong with it."""
_SURE = frozenset(("state", "ad", "pester"))
"""The same of a sentence: Open the next page."""
_TURNED = frozenset(("unit", "see", "flow"))
"""Families of which two words may be a heading: Turning the page."""


class Interlude(NamedTuple):
    """What a line says: its class, and the stems that must not stand in the article."""

    cls: str
    words: tuple[str, ...] = ()
    played: int = 0  # 1 = a button of a player, 2 = its clock
    sure: bool = False  # nothing else stands so between two paragraphs, whatever else the text holds


_EMPTY = r"(?:undefined|null|NaN|\[object Object\]|Invalid [Dd]ate|Object \{ ?\}|#(?:REF|VALUE|DIV/0)!"
_EMPTY += r"|System\.(?:Collections|Object|String)[\w.`\[\],]{0,80})"
_FILE_SIZE = r"[\d.,]{1,8}\s?(?:[KMkм]?[Bb]|[KM]i?B|[КкМм][Бб]|[Bb]ytes|байт|Ko|Mo)\b"
_DAY = r"\d{1,4}[-./年]\s?\d{1,2}(?:[-./月]\s?\d{1,4}日?)?"
_ROW = re.compile(r"(?:[\[【［]([^\[\]【】［］\n]{1,12})[\]】］]\s?){2,8}")
_PIECE = re.compile(r"[\[【［]([^\[\]【】［］\n]{1,12})[\]】］]")
_NAME = re.compile(r"【[^】\n]{1,12}】|[(（]\d[^)）\n]{0,20}[)）]|\d+")
_QUOTES = frozenset("“「『«‘#*-")
_MENU = re.compile(r"\w\s[-–—>]\s\w")  # Insert - Header: a path through the menus of a program
_TRAILING = re.compile(r"\s?[(（][^()（）\n]{2,40}[)）]$")
_WORDS = re.compile(r"[a-z]+")


@cache
def _forms() -> tuple[list[Interlude], Forms]:
    """What the patterns say, and these."""
    found: dict[Interlude, list[str]] = {}
    for pattern, cls in rows("interlude_forms.tsv"):
        for sign, filled in (("<EMPTY>", _EMPTY), ("<SIZE>", _FILE_SIZE), ("<DAY>", _DAY)):
            pattern = pattern.replace(sign, filled)
        told = Interlude(cls.rstrip("!"), sure=cls.endswith("!"))
        found.setdefault(told, []).append(pattern)
    return Forms.of(found)


def by_form(line: str) -> Interlude | None:
    """What a line is by its form.

    >>> [by_form(s) is not None for s in ("undefined, NaN", "第(2/3)页", "Page 2 was torn", "[1] [2]")]
    [True, True, False, False]
    """
    if not 1 < len(line) <= MAX_SURE:
        return None
    told, forms = _forms()
    found = forms.find(line)
    if found >= 0 and (told[found].sure or len(line) <= MAX_FORM):
        return told[found]
    if len(line) > MAX_FORM:
        return None
    if line[0] in "[【［" and _ROW.fullmatch(line + " "):
        names = [name.strip().casefold() for name in _PIECE.findall(line)]
        if all(name in _media() for name in names):
            return Interlude("image")
    bare = _TRAILING.sub("", line) if line[-1] in ")）" else line
    if bare != line and (said(bare) or file_name(bare)) and _media_file(bare):
        return Interlude("image")
    return None


def _media_file(bare: str) -> bool:
    return file_name(bare) or "." in bare


@cache
def _media() -> frozenset[str]:
    own = [r[0] for name in _FILES.split("+") for r in rows(name) if r[2] == "media"]
    named = {w.casefold() for words in own for w in words.split("|")}
    return frozenset(named | {"图", "圖", "表情", "附件", "广告", "廣告"})


def filler(line: str) -> bool:
    """Whether a line is the Latin that fills templates.

    >>> filler("Lorem ipsum dolor sit amet."), filler("Lorem ipsum is a dummy text.")
    (True, False)
    """
    if not line.isascii() or "ip" not in line:
        return False
    words = _WORDS.findall(line[:400].casefold())
    return len(words) > 3 and sum(w in _latin() for w in words) >= 0.8 * len(words)


@cache
def _latin() -> frozenset[str]:
    return frozenset(signs("filler"))


_CODE = re.compile(r"[^\W_]_[^\W_]|[;{}]\s*$")  # a name or a setting of a program


def by_words(line: str) -> Interlude | None:
    """What a line is by its words, nearly all of them words of pages.

    >>> [by_words(s) is not None for s in ("Copy code", "当前网络不稳定，点击重新加载", "The code of honour")]
    [True, True, False]
    """
    if '"' in line or line[:1] in _QUOTES or _CODE.search(line):
        return None
    named = _NAME.sub("", line) if "【" in line or has_number(line) else line
    bare = named.strip(DRESS + "！!,，。?？")
    size = units(bare)
    if not 1.2 < size <= MAX_UNITS:
        return None
    low = bare.casefold()
    told = tellings(low, _FILES, MIN_KNOWN)
    if not told or _MENU.search(bare) or HEADING.match(low):
        return None
    for found, _ in told:
        meant = [(w, rest) for w, f in found if (rest := f - {"and"})]
        if word := _meaning(meant, size, line):
            return None if shape(line) == BODY else word  # Article 12. Copyright
    return None


def _meaning(meant: list[tuple[str, frozenset[str]]], size: float, line: str) -> Interlude | None:
    if not meant:
        return None
    words = tuple(dict.fromkeys(w for w, _ in meant))
    families = frozenset().union(*(f for _, f in meant))
    several = _two(meant) or (len(words) > 2 and families & _SURE) or _taps(meant)
    if len(words) < (2 if size <= LONG[words[0][:1] >= "\u2e80"] else 3) or not several:
        return None
    if not families & _DONE or (families <= _TURNED and len(words) < 3 and not _taps(meant)):
        return None
    if not families & _HARD and (not _taps(meant) or line[-1] in ".。"):
        return None
    if line[-1] in ".。" and not (families & _SURE and (families & _THINGS or _ASKS.search(line))):
        return None
    reader = "pester" in families or ("novel" in families and size > 12)
    cls = "reader" if reader else "image" if families & {"media", "see"} else "loading"
    return Interlude(cls, _telling(meant))


def _telling(meant: list[tuple[str, frozenset[str]]]) -> tuple[str, ...]:
    """The words that an article about such things would have too: of things first, else of what is done."""
    things = [w for w, f in meant if f & _THINGS]
    return tuple(things or [w for w, f in meant if not f <= _LOOSE])


_ASKS = re.compile(
    "请|請|抱歉|ください|さい|お待ち|はこちら|세요|십시오|바랍니다|[Pp]lease|[Ss]orry|[Bb]itte|[Ll]eider|ожалуйста|звините|"
    "[Cc]ookie|[Vv]euillez|[Dd]ésolé|[Pp]or favor|[Ll]o sentimos|[Dd]esculpe"
)
_SCREEN = re.compile(
    "tap|click|swip|scroll|(?:un)?mute|zoom|enlarge|embed|download|copy|klick|tippen|wisch|нажм|листа|кликн|"
    "cliqu|clic$|puls|toque|descarg|baix|téléch|agrand|ampli|vergrö"
)
_THINGS, _LOOSE = frozenset(("media", "ad", "pester", "novel")), frozenset(("unit", "flow"))


def _taps(meant: list[tuple[str, frozenset[str]]]) -> bool:
    """Whether a line says twice what a reader does with it: 上下滑动阅览."""
    see = [w for w, f in meant if "see" in f]
    return len(see) > 1 and any(w[0] >= "\u2e80" or _SCREEN.match(w) for w in see)


def _two(meant: list[tuple[str, frozenset[str]]]) -> bool:
    """Whether two stems are of two families."""
    told_ = [rest for _, f in meant if (rest := f - {"paid"})]
    return any(len(f | g) > 1 for i, f in enumerate(told_) for g in told_[:i])


def suspects(line: str, known: bool = True) -> bool:
    """Whether a line may be one of those, for gates; ``known`` as of ``may_say``."""
    return by_form(line) is not None or (known and by_words(line) is not None)


def may_say(line: str) -> bool:
    """Whether enough words of a line can be words of pages: one look before ``said`` and ``by_words``."""
    if "【" in line or _NUMBERED.search(line):
        return True
    return may_tell(line.strip(DRESS + "！!,，。?？").casefold(), _FILES, MIN_KNOWN)


_NUMBERED = re.compile(r"[(（]\d")
"""What ``by_words`` leaves out of a line, beside numbers."""


def about(text: str, a: int, b: int) -> tuple[Interlude | None, bool]:
    """What a line is, and whether that proves something for its neighbours."""
    line = text[a:b].strip()
    if filler(line):
        return Interlude("loading"), True
    formed = by_form(line)
    if formed and _is_value(text, a, line):
        return None, False
    if formed and formed.sure:
        return formed, True
    if not line or b - a > MAX_TOLD:
        return None, False
    if b - a <= MAX_LINE and (known := listed(line) or said(line)):
        words = () if known.cls == "image" and not camera_name(line) else (line_key(line),)
        return Interlude(known.cls, words, _played(line)), known.weight > 1 or by_words(line) is not None
    if formed:
        return formed._replace(words=_of_markup(line), played=_played(line)), True
    if (worded := by_words(line)) and not is_farewell(line):
        return worded, True
    if b - a <= MAX_LINE and (played := _played(line)):
        return Interlude("loading", (), played), clock(line) or controls(line) > 2
    beside = _single(line) or _MOMENT.fullmatch(line)
    return (Interlude("image"), False) if beside else (None, False)


def is_message(line: str) -> bool:
    """Whether a line of ``about`` tells what became of a picture or a player, or asks the reader.

    >>> is_message("Image not available"), is_message("当前网络不稳定，请重新加载"), is_message("Copy code")
    (True, True, False)
    """
    known = (listed(line) or said(line)) if len(line) <= MAX_LINE else None
    if known:
        return known.cls in ("image", "advert") and known.weight > 1 and line[-1] not in ".。"
    return _ASKS.search(line) is not None and by_words(line) is not None


def _is_value(text: str, a: int, line: str) -> bool:
    """Whether a word for nothing ends the sentence above: The slope of a vertical line is / undefined."""
    return line in _NOTHING and text[max(0, a - 80) : a].rstrip()[-1:].isalpha()


_NOTHING = frozenset(("undefined", "null", "NaN"))


def _of_markup(line: str) -> tuple[str, ...]:
    """Words of a text that shows a tag because it is about such."""
    return ("src", "html", *map(str.strip, topic_words("markup"))) if line[0] == "<" else ()


def _played(line: str) -> int:
    """1 for a button of a player, 2 for its clock, else none."""
    return 1 + begun(line) if controls(line) or line in BARS else 0


MAX_CALL = 6
"""Units of a label before a colon; more are a sentence that announces something."""
_MOMENT = re.compile(
    r"[(（\[]?\d{1,2}\s?/\s?\d{1,3}[)）\]]?|\d{4}[-./]\d{1,2}[-./]\d{1,2}(?:\s\d{1,2}:\d{2}(?::\d{2})?)?"
)


def _single(line: str) -> bool:
    """Whether a short line is one stem and small words: it goes only with a neighbour."""
    low = line.strip(DRESS).casefold()
    if not 1 < len(low) <= 24 or (line.endswith((":", "：")) and units(low) > MAX_CALL):
        return False
    return any("and" not in f for found, _ in tellings(low, _FILES, MIN_KNOWN) for _, f in found)
