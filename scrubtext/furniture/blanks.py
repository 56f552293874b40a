"""What page templates leave in a text: stand-in lines, buttons, tags with random ids, variables."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from typing import NamedTuple

from scrubtext.furniture.begins import Begins
from scrubtext.furniture.dress import DRESS
from scrubtext.furniture.markers import Index, expand
from scrubtext.furniture.pictures import filed, may_show, pending
from scrubtext.furniture.remnants import file_name
from scrubtext.furniture.shapes import units
from scrubtext.furniture.vocabulary import DENSE, may_tell, readings
from scrubtext.tables import rows

__all__ = [
    "DRESS",
    "HEADING",
    "MAX_LINE",
    "StandIn",
    "calls",
    "ends_glued",
    "folded",
    "glued",
    "host",
    "last_signs",
    "line_key",
    "line_starts",
    "lines",
    "listed",
    "parts",
    "random_tags",
    "said",
    "stand_ins",
]

MAX_LINE = 56
"""Characters: longer lines are no buttons and no labels."""
BOXED = "[]"
"""Stands for any pair of brackets."""
_BOXES = ("[]", "【】", "（）", "()", "［］", "<>", "「」", "{}")


class StandIn(NamedTuple):
    """A line a template leaves: its class, and whether one of them is enough."""

    cls: str
    weight: int
    plain: str  # as it must stand where brackets and dashes around it would matter


@cache
def lines() -> dict[str, StandIn]:
    """Stand-in lines by what is left of them without dressing, in lower case."""
    found: dict[str, StandIn] = {}
    for template, _, cls, form, weight in rows("placeholder_lines.tsv"):
        if form in ("line", "boxed"):
            for text in expand(template):
                key = line_key(text)
                plain = text if text[0] in "[【" and cls != "advert" else ""
                plain = BOXED if form == "boxed" else plain
                if key not in found or found[key].weight < int(weight) + (form == "boxed"):
                    found[key] = StandIn(cls, int(weight), plain.casefold())
    return found


_WIDE = {ord("("): "（", ord(")"): "）"}  # in templates the narrow ones have a meaning


def line_key(line: str) -> str:
    """What is left of a line without dressing, in lower case and with wide brackets inside."""
    return line.translate(_WIDE).strip(DRESS).casefold()


@cache
def line_starts() -> Begins:
    """What a line with a stand-in can begin with."""
    return Begins(lines(), DRESS)


def stand_ins(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, StandIn, str]]:
    """The stand-ins among some lines: place in ``spans``, what it is, what is left of it."""
    hits = []
    for i, (a, b) in enumerate(spans):
        if b - a <= MAX_LINE and (word := listed(text[a:b])):
            hits.append((i, word, line_key(text[a:b])))
    return hits


def listed(line: str) -> StandIn | None:
    """The stand-in of the list that a line is, with the brackets it must have.

    >>> listed("[photo]").cls, listed("photo") is None
    ('image', True)
    """
    key = line_key(line)
    word = lines().get(key)
    bare = word is None or not word.plain or _dressed(line.strip().casefold(), key, word.plain)
    return word if bare else None


def said(line: str) -> StandIn | None:
    """The stand-in a line is by the stems of its words.

    >>> said("Click the image to enlarge").cls, said("The image of the king") is None
    ('image', True)
    """
    if not 4 <= len(line) <= 2 * MAX_LINE or units(line) > MAX_SAID:
        return None
    if line[0] == "<" and "=" in line:
        return None  # a tag that shows how it is done
    if may_show(line) and (file_name(line) or filed(line)):
        return StandIn("image", 2, "")
    if may_show(line) and pending(line):
        return StandIn("image", 2, "")
    low = line.strip(DRESS).casefold()
    if not 4 <= len(low) <= MAX_LINE or not may_tell(low, _FILES, _LEAST_KNOWN) or HEADING.match(low):
        return None
    for lang, (found, share) in readings(low, _FILE):
        families = [f - {"and"} for f in found if f != {"and"}]
        if share >= MIN_KNOWN[lang in DENSE] and len(families) > 1:
            for one, two, cls, weight in _PAIRS:
                first = [i for i, f in enumerate(families) if one in f]
                if any(two in f and first != [i] for i, f in enumerate(families) if first):
                    if cls == "expand" and (line[-1] in "!！" or _NAMES.search(line)):
                        return None  # See you at the next meeting! Click “Read more”.
                    told = two == "see" and line[-1] == "."  # Open your main image.
                    return StandIn(cls, 1 if told else weight, "")
    return None


_NAMES = re.compile(r"\w\s?[“\"„«「][^“”\"„«»「」]{2,30}[”\"“»」]")  # a button told of
HEADING = re.compile(r"(?:the|a|an|der|die|das|el|la|le|o)\s\w+(?:\s\w+)?$")  # The missing picture


_FILE = "placeholder_stems.tsv"
_FILES = "placeholder_stems.tsv+interface_stems.tsv"
"""For the first look at a line, which may be read for both."""
MAX_SAID = 24
"""Units (a Han character is 1) of a stand-in known by its stems."""
MIN_KNOWN = {True: 0.75, False: 0.8}
"""Share of its characters (True) or words, small ones included, that must be stems."""
_LEAST_KNOWN = min(MIN_KNOWN.values())
_PAIRS = (
    ("media", "state", "image", 2),
    ("media", "see", "image", 2),
    ("ad", "flow", "advert", 2),
    ("ad", "unit", "advert", 2),
    ("ad", "state", "advert", 2),
    ("unit", "state", "loading", 2),
    ("flow", "unit", "expand", 1),
    ("see", "unit", "expand", 1),
    ("see", "flow", "expand", 1),
)


@cache
def glued() -> re.Pattern[str]:
    """A button to read on that stands at the end of a paragraph."""
    words = [w for w, s in lines().items() if s.cls == "expand"]
    words += ["显示全部", "查看更多", "阅读更多", "點我看更多"]
    least = {True: 2, False: 3}  # a Hangul syllable says as much as a letter and a half of others
    sure = [w for w in words if " " in w and len(w) > 6]
    sure += [w for w in words if w[0] >= "\u0e00" and len(w) > least[w[0] >= "가"]]
    one, any_ = ("|".join(map(re.escape, sorted(ws, key=len, reverse=True))) for ws in (sure, words))
    return re.compile(
        rf"(?:(?:(?<=\w)(?:\.{{3}}|…))?(?<=[。！？!?.…”\"])[ \t]?(?:{one})(?:\.{{3}}|…|\s?>>|\s?»)?"
        rf"|(?<=[。！？!?…”.\"])[ \t]?(?:[\[【](?:{any_})[\]】]|(?:\.{{3}}|…)(?:{any_})))(?=[ \t\r]*$)",
        re.M | re.I,
    )


@cache
def _glued_ends() -> frozenset[str]:
    """The last characters of such a button, in lower case: three, fewer of a shorter word, a bracket."""
    words = {w[-3:] for w, s in lines().items() if s.cls == "expand"} | {"全部", "更多"}
    return frozenset(words | {"...", *"]】»>…"})


@cache
def last_signs() -> frozenset[str]:
    """The last characters of such buttons, two where they are words, in either case."""
    last = {end[-2:] for end in _glued_ends()}
    every = {end[:-1] + sign for end in last for sign in (end[-1], end[-1].upper())}
    return frozenset(every | {end[:-1].upper() + end[-1:] for end in every})


def ends_glued(line: str) -> bool:
    """Whether a line can end with such a button.

    >>> ends_glued("The mill stands. Read more"), ends_glued("The mill stands.")
    (True, False)
    """
    last = line[-3:].casefold()
    ends = _glued_ends()
    return last in ends or last[-2:] in ends or last[-1:] in ends


def _dressed(line: str, key: str, plain: str) -> bool:
    """Whether a line is a stand-in with the brackets it must have."""
    if plain != BOXED:
        return line == plain
    return line[1:-1].strip(" :：") == key and line[0] + line[-1] in _BOXES


@cache
def parts() -> Index:
    """Sentences of browser notices."""
    own = [r for r in rows("placeholder_lines.tsv") if r[3] == "part"]
    return Index((r[0], r[1], r[2], r[3], int(r[4])) for r in own)


@cache
def calls() -> tuple[tuple[str, int], ...]:
    """Calls of reader sites, as they read without spaces and in one width."""
    own = [r for r in rows("placeholder_lines.tsv") if r[3] == "call"]
    return tuple((text, int(r[4])) for r in own for text in expand(r[0]))


@cache
def _host() -> re.Pattern[str]:
    zones = "com|net|org|cc|la|info|xyz|top|me|cn|co|io|tv|vip|site|club|pro|biz|tw|hk|ru|jp|us|so|app|win|live"  # noqa: E501
    return re.compile(
        r"(?:https?:/*)?(?:(?:www|wap|m|w w w)[.。,，·点]?)?"
        rf"[a-z0-9\-]{{2,30}}[.。,，·点](?:{zones})(?![a-z])"
    )


def folded(line: str) -> str:
    """A line in one width, without spaces, marks between letters and invisible characters."""
    s = unicodedata.normalize("NFKC", line).casefold()
    return re.sub(r"[\s\u200b-\u200f\u2060\ufeff_*'’~^|/\\<>\[\]()【】《》“”\"]+", "", s)


def host(line: str) -> bool:
    """Whether a folded line names a host."""
    return _host().search(line) is not None


_TAG = re.compile(r'</([a-z]{1,12})>|<([a-z]{1,12}) id="([a-z0-9]{5,6})">')


_TWINS = re.compile(  # one after the other; of a page's own, one would be enough for a script to fill
    r'<([a-z]{1,12}) id="([a-z0-9]{5,6})"></\1>\s{0,8}<([a-z]{1,12}) id="\2"></\3>'
)


def random_tags(text: str) -> list[tuple[int, int]]:
    """Spans of tags that all carry one random id, and of what closes them; neighbours together."""
    tags = list(_TAG.finditer(text))
    names: dict[str, set[str]] = {}
    counts = Counter(m[3] for m in tags if m[3])
    for m in tags:
        if m[3]:
            names.setdefault(m[3], set()).add(m[2])
    random = {i for i, n in counts.items() if n > 2 and len(names[i]) > 1}
    random |= {i for i in _empty_pairs(text, tags) if _mixed(i)}
    random |= {m[2] for m in _TWINS.finditer(text) if m[1] != m[3]}
    spans: list[tuple[int, int]] = []
    open_: list[str] = []
    for m in tags if random else ():
        if m[3] in random:
            open_.append(m[2])
        elif m[1] and m[1] in open_:
            del open_[len(open_) - 1 - open_[::-1].index(m[1])]
        else:
            continue
        if spans and spans[-1][1] == m.start():
            spans[-1] = (spans[-1][0], m.end())
        else:
            spans.append(m.span())
    return spans


def _mixed(name: str) -> bool:
    """Letters and digits in one word, not a word with a number behind it."""
    return re.fullmatch(r"[a-z]+\d{1,3}|\d+|[a-z]+", name) is None


def _empty_pairs(text: str, tags: list[re.Match[str]]) -> set[str]:
    """The ids of elements around nothing, as no writer leaves them."""
    return {
        m[3]
        for m in tags
        if m[3]
        and text.startswith(f"</{m[2]}>", m.end())
        and m[2] not in ("div", "a", "p", "h1", "h2")
    }
