"""What a text may have of a template's leftovers, told from few searches: the gate of ``placeholder``."""

from __future__ import annotations

from scrubtext.chars import Kind, mask, spell
from scrubtext.doc import Doc
from scrubtext.furniture.amid import is_tool, may_stand_amid
from scrubtext.furniture.between import may_hold_box
from scrubtext.furniture.blanks import (
    MAX_LINE,
    ends_glued,
    glued,
    last_signs,
    line_key,
    line_starts,
    lines,
    said,
)
from scrubtext.furniture.boxes import boxes
from scrubtext.furniture.buttons import may_press
from scrubtext.furniture.callings import may_be_called
from scrubtext.furniture.cameras import glued_names
from scrubtext.furniture.coded import has_glued_code
from scrubtext.furniture.doubled import may_double
from scrubtext.furniture.footers import may_have_footer
from scrubtext.furniture.foremost import may_be_foremost
from scrubtext.furniture.interlude import MAX_RUN, MAX_SURE, MAX_TOLD, filler, may_say, suspects
from scrubtext.furniture.leads import may_lead
from scrubtext.furniture.page import Page, Span
from scrubtext.furniture.pictures import may_show
from scrubtext.furniture.player import controls, is_control
from scrubtext.furniture.pressed import may_be_behind
from scrubtext.furniture.reader_gate import hosted, is_spelt, may_call, may_name
from scrubtext.furniture.remnants import FIRST, HATENA, is_remnant
from scrubtext.furniture.repeated import may_repeat
from scrubtext.furniture.signup import may_sign_up
from scrubtext.furniture.values import may_hold_values
from scrubtext.furniture.word_lists import LETTERS, signs, signs_by_language

__all__ = [
    "BOXES",
    "BROWSERS",
    "CALLS",
    "DOUBLES",
    "FOOTERS",
    "GLUED",
    "IMAGES",
    "LEFT",
    "LINES",
    "PRESSES",
    "READERS",
    "REPEATS",
    "SAYINGS",
    "SIGNUPS",
    "SPINNERS",
    "TAGS",
    "TEMPLATES",
    "hints",
]

LINES, IMAGES, TAGS, TEMPLATES, BROWSERS, READERS, SPINNERS = (1 << i for i in range(7))
SAYINGS, GLUED, BOXES, CALLS, FOOTERS, PRESSES, DOUBLES, REPEATS, SIGNUPS = (1 << i for i in range(7, 16))
LEFT = PRESSES | DOUBLES | REPEATS
"""What there may be, one bit each; ``LINES`` are those that begin like a stand-in."""

EDGE = 400
"""Characters at either end of a text where notices and leads stand."""
_HAN, _FULL, _STOP = mask(Kind.HAN), mask(Kind.FULL_ALNUM), mask(Kind.STOP)
_LESS, _SQUARE = mask(Kind.LESS), mask(Kind.SQUARE)
_BRACKETED = mask(Kind.BRACE, Kind.SQUARE, Kind.LESS, Kind.ASCII_OTHER, Kind.HASH, Kind.AT,
                  Kind.UNDERSCORE)  # fmt: skip
_ASIAN = mask(Kind.HAN, Kind.KANA, Kind.HANGUL)
_COLONS = mask(Kind.COLON)
_LINKED = _ASIAN | _COLONS
_SEMICOLON, _LETTER = mask(Kind.SEMICOLON), mask(Kind.LETTER)
_BLANKS = ("(data:image/", "lazy", "oading.", "laceholder", "blank", "spacer", "transparent", "1x1")
_IMAGE_SIGNS = ("图片描述", "圖片描述", "外链图片转存", "![image-", "nsert image description")
def edges(doc: Doc) -> str:
    """The two ends of a text, or all of it where a search through it costs little."""
    text = doc.text
    if len(text) <= 2 * EDGE or not doc.kinds & _ASIAN:
        return text
    return f"{text[:EDGE]}\n{text[-EDGE:]}"


def hints(page: Page) -> int:
    """What the document of a page may have, none for a clean text."""
    doc = page.doc
    text, kinds = doc.text, doc.kinds
    ends = edges(doc)
    found: int = 0
    filled = [(a, b) for a, b in doc.lines if b - a > 1]
    short = [(a, b) for a, b in filled if b - a <= MAX_LINE]
    if short and not lines().keys().isdisjoint(map(line_key, line_starts().near(text, short))):
        found = LINES | SAYINGS
    prose = len(short) <= MANY or page.is_prose
    if prose:
        found |= _of_prose(doc, filled, short)
    if kinds & _COLONS and HATENA in text:
        found |= TEMPLATES
    if kinds & _BRACKETED:
        found |= _bracketed(doc)
    found |= FOOTERS * may_have_footer(text, filled)
    found |= BOXES * bool(boxes(text, kinds)) | TEMPLATES * _pixel(doc)
    alt = signs_by_language("image")
    if any(kinds & LETTERS[lang] and text.rfind(sign) >= 0 for lang, (sign,) in alt):
        found |= IMAGES
    if kinds & _HAN and "插" in text and "插入图片描述" in text:  # one is found much faster than two
        found |= IMAGES
    if _about_browsers(ends, kinds):
        found |= BROWSERS | SAYINGS
    found |= SPINNERS * may_lead(doc, filled)
    near = list(hosted(doc))
    spelt = kinds & _HAN > 0 and kinds & _LETTER > 0 and is_spelt(text)
    if prose:
        found |= CALLS * (may_call(doc, near) or may_be_called(doc, near, spelt))
    found |= READERS * may_name(doc, near, spelt)
    return found | DOUBLES * may_double(text, filled)


MANY = 8
"""Short lines from which it is worth while to ask first whether a text is told in sentences."""


def _of_prose(doc: Doc, filled: list[Span], short: list[Span]) -> int:
    """What there may be in a text that is told in sentences, and is left in any other."""
    text, noticed = doc.text, _noticed(doc.text, filled, doc.kinds)
    told = (noticed or short) and (_lone(text, filled, noticed) or may_be_foremost(text, filled))
    linked = doc.kinds & _LINKED > 0 or "\n•" in text
    told = told or any(is_tool(text[a:b], "sure") for a, b in short)
    told = told or (linked and may_stand_amid(text, filled)) or may_hold_box(text, filled)
    behind = _glued(text, filled) or bool(glued_names(text, filled)) or may_be_behind(text, filled)
    found = SAYINGS * bool(told) | GLUED * behind
    found |= PRESSES * may_press(text, short) | REPEATS * may_repeat(text, short)
    return found | SIGNUPS * may_sign_up(text, short)


def _pixel(doc: Doc) -> bool:
    """Whether a picture stands in the text itself."""
    return doc.kinds & _SEMICOLON > 0 and _ADDRESS in doc.skeleton and "data:image/" in doc.text


def _lone(text: str, filled: list[Span], notices: bool) -> bool:
    """Whether short lines stand between two long ones, or one below the last, that may be stand-ins.

    Of a block it is enough that one is a button of a player, or speaks of the page. A long line may be
    a notice where it ends like one, or where the text has a word of such (``notices``).
    """
    before = False
    run: list[Span] = []  # the short lines since the last paragraph
    for a, b in filled:
        size, end = b - a, text[b - 1]
        told = size >= DENSE and end in (_STOPS if size >= LONG else _FULL_STOPS)
        if size > MAX_LINE or (told and (end not in _CLOSED or text[a] not in _OPENED)):
            if before and run and len(run) <= MAX_RUN and _telling(text, run):
                return True
            if before and size <= (MAX_SURE if notices else MAX_TOLD):
                asks = notices or end in "！!" or text[b - 3 : b] in signs("asked")
                if asks and _is_notice(text[a:b]):
                    return True
            before = True
            if run:
                run = []
        else:
            if size <= BUTTON and is_control(text[a:b]):
                return True
            run.append((a, b))
    return before and 0 < len(run) <= MAX_RUN and _telling(text, run)


_OPENED, _CLOSED = "([（【［<〔", ")]）】］>〕"
"""How a line begins and ends that is a stand-in in brackets, and no paragraph."""


def _is_notice(line: str) -> bool:
    return line[0] not in '“「『"#-*' and (filler(line) or suspects(line))




def _noticed(text: str, filled: list[Span], kinds: int) -> bool:
    """Whether a short line of an alphabet has a word of notices that ask for consent, and of filler."""
    if kinds & _ASIAN:
        return False
    short = [text[a:b] for a, b in filled if b - a <= MAX_TOLD]
    told = "\n".join(short)
    return bool(short) and any(word in told for word in signs("notice"))


def _telling(text: str, run: list[Span]) -> bool:
    """Whether a line is a stand-in by its words; a Chinese sentence is not looked at."""
    for a, b in run:
        if b - a > MAX_LINE or (b - a < LONG and text[b - 1] == "。"):
            continue
        line = text[a:b].strip()
        short = b - a <= BUTTON or text[a] < "\u2e80"
        known = may_say(line)
        if (known or may_show(line)) and said(line) is not None:
            return True
        if (short and controls(line) > 2) or suspects(line, known):
            return True
    return False


LONG, DENSE = 36, 16
"""Characters of a paragraph that may have a stand-in before or behind it; of a Chinese or Japanese one."""
BUTTON = 24
"""Characters of a button of a player."""
_STOPS = ".。!?！？」』”\"’'…:;：；)）"
_FULL_STOPS = "。！？」』”"


def _bracketed(doc: Doc) -> int:
    text, kinds, found = doc.text, doc.kinds, 0
    if kinds & _LESS and _FIELD in doc.skeleton and ' id="' in text:
        found = TAGS
    if kinds & _SQUARE and _pictured(doc):
        found |= IMAGES
    if has_glued_code(doc):
        found |= GLUED
    if kinds & _SQUARE and _PICTURE in doc.skeleton and "![" in text and any(s in text for s in _BLANKS):
        found |= BOXES
    if may_hold_values(text, kinds):
        found |= TEMPLATES
    begun = [(a, b) for a, b in doc.lines if a < b and text[a] in FIRST]
    if begun and any(is_remnant(text, a, b) for a, b in begun):
        found |= TEMPLATES
    return found


def _glued(text: str, filled: list[Span]) -> bool:
    """Whether a paragraph ends with a button."""
    last = last_signs()
    near = [(a, b) for a, b in filled if text[b - 2 : b] in last or text[b - 1] in last]
    near = [(a, b) for a, b in near if ends_glued(text[b - 3 : b])]
    return any(glued().search(text, max(a, b - 40), b) for a, b in near)


def _pictured(doc: Doc) -> bool:
    text = doc.text
    if doc.kinds & _HAN and ("图" in text or "圖" in text):
        return any(sign[-1] in text and text.rfind(sign) >= 0 for sign in _IMAGE_SIGNS)
    return _PICTURE in doc.skeleton and any(sign in text for sign in _IMAGE_SIGNS[-2:])


_PICTURE, _FIELD = spell(Kind.EXCLAIM, Kind.SQUARE), spell(Kind.EQUALS, Kind.STRAIGHT_QUOTE)
_ADDRESS = spell(Kind.COLON, Kind.SLASH)


def _about_browsers(ends: str, kinds: int) -> bool:
    for lang, words in signs_by_language("browser"):
        if kinds & LETTERS[lang] if lang != "*" else not kinds & _ASIAN:
            for word in words:
                if word[-1] in ends and ends.rfind(word) >= 0:
                    return True
    return False
