"""HTML entities shown as text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.entities import name2codepoint

from scrubtext.edit import Edit
from scrubtext.escapes.brakes import Brakes
from scrubtext.escapes.mention import Mentions, alone_near
from scrubtext.escapes.twice import shown_both_ways

__all__ = ["entities", "has_entity"]

_SYNTAX = "&<>"  # named by entities that stay: undoing them would make markup out of text
_OPENING, _CLOSING = "\"'“‘「『`|│>(（[【", "\"'”’」』`|│<)）]】"
_SEPARATORS = " \t|=:：-–—→>()（）\"'“”‘’,，、"
_NO_ENTITY = frozenset((" ", "\n", "&", "=", ""))
FIRST = 40  # ampersands; a search of the pattern costs more than as many looks
_SUBJECT = 0.2  # share of entities shown by themselves from which a text is about entities
_MENTIONS = 0.5  # ... of these and those that a sentence speaks of
_MARKS = re.compile(r"[\W_]*")


@cache
def _entity() -> re.Pattern[str]:
    # Any number of escaped ampersands, then what they escape. Bounded parts: linear time.
    amp = r"(?:(?:amp|AMP|#0{0,6}38|#[xX]0{0,6}26);)*"
    what = r"(?:[A-Za-z][A-Za-z0-9]{1,31}|#[0-9]{1,9}|#[xX][0-9A-Fa-f]{1,8});"
    return re.compile(rf"&({amp})({what}|nbsp(?![A-Za-z0-9=;]))")


@cache
def _gate() -> re.Pattern[str]:
    """An entity of any name but ``lt``, ``gt``, ``amp`` alone."""
    return re.compile(
        r"&(?:#(?:[0-9]|[xX][0-9A-Fa-f])|(?!lt;|gt;|amp;)[A-Za-z][A-Za-z0-9]{1,31};|nbsp"
        r"|(?:amp|AMP);[A-Za-z#])"
    )


@cache
def _open() -> re.Pattern[str]:
    return re.compile(r"&[A-Za-z0-9#;]{0,40}\Z")


@cache
def _tag() -> re.Pattern[str]:
    return re.compile(r"<[A-Za-z/!][^<>]{0,2000}\Z")


def has_entity(text: str) -> bool:
    """Whether there may be something to undo: the first few ampersands are looked at one by one."""
    at = text.find("&")
    for _ in range(FIRST):
        if at < 0:
            return False
        if text[at + 1 : at + 2] not in _NO_ENTITY and _gate().match(text, at):
            return True
        at = text.find("&", at + 1)
    return at >= 0 and _gate().search(text, at) is not None


def entities(text: str) -> Iterator[Edit]:
    """The edits that undo entities, given that the text is not about them."""
    brakes = Brakes(text)
    found = [(m, char) for m in _entity().finditer(text) if (char := _named(m.group(2)))]
    found = [(m, char) for m, char in found if m.group(1) or char not in _SYNTAX]
    shown = {m.start() for m, char in found if _is_shown(text, m, char)}
    if len(shown) > 1 and len(shown) >= _SUBJECT * len(found):
        return
    shown |= _mentioned(text, found)
    if any(m.group(1) for m, _ in found):
        shown |= shown_both_ways(text, [m.start() for m, char in found if not char.isspace()])
    if len(shown) > 1 and len(shown) >= _MENTIONS * len(found):
        return
    tail, last = "", 0
    for m, char in found:
        tail = (tail + text[max(last, m.start() - 48) : m.start()])[-48:]
        last = m.end()
        new = _written(m, char)
        stays = m.start() in shown or _in_markup(text, m, char) or brakes.meant(m.start())
        # A letter after an open ``&`` would spell a new entity.
        if stays or ((new in "#;" or (new.isascii() and new.isalnum())) and _open().search(tail)):
            tail += m.group()[-48:]
            continue
        tail += new
        yield Edit(m.start(), m.end(), new, "escaped entity" if m.group(1) else "entity")


def _written(m: re.Match[str], char: str) -> str:
    """What takes the place of an entity."""
    return "&" + m.group(2) if char in _SYNTAX else char


def _mentioned(text: str, found: list[tuple[re.Match[str], str]]) -> set[int]:
    """Where an entity, or a run without anything between, is spoken of."""
    out: set[int] = set()
    mentions = Mentions(text)
    k = 0
    while k < len(found):
        first = k
        while k + 1 < len(found) and found[k + 1][0].start() == found[k][0].end() and k - first < 40:
            k += 1
        k += 1
        run = found[first:k]
        start, end = run[0][0].start(), run[-1][0].end()
        new = "".join(_written(m, char) for m, char in run)
        twin = len(run) > 1 and not _MARKS.fullmatch(new) and alone_near(text, start, end, new)
        if twin or mentions.spoken(start, end, new):
            out.update(m.start() for m, _ in run)
    return out


def _named(what: str) -> str:
    """The character ``what`` names, "" where it names none that can stand in a text."""
    what = what if what.endswith(";") else what + ";"
    if what[0] != "#" and what[:-1] not in name2codepoint and what not in ("apos;", "AMP;"):
        return ""
    char = unescape("&" + what)
    if len(char) != 1 or char == "\ufffd" or "\ud800" <= char <= "\udfff":
        return ""
    if char == "\r":  # what XML writers make of the first half of a Windows line end
        return "\n"
    return "" if (char < " " and char not in "\t\n") or "\x7f" <= char <= "\x9f" else char


def _is_shown(text: str, m: re.Match[str], char: str) -> bool:
    """Whether the entity stands alone between quotes or cell borders, or beside its character."""
    left = text[max(m.start() - 12, 0) : m.start()]
    right = text[m.end() : m.end() + 12]
    a, b = left.rstrip(" \t")[-1:], right.lstrip(" \t")[:1]
    if left.endswith("/") and right.startswith("/"):
        return True  # what a command replaces
    if a and b and a in _OPENING and b in _CLOSING and not (char.isspace() and a == ">"):
        return True
    if left.rstrip(" \t").endswith(("=", "(", ",")) and b in ("", "\n") and m.group(2)[0] != "#":
        return not m.group(1)  # the address of a variable that ends a line of C
    if char.isspace():
        return False
    if not m.group(1) and _is_line(text, m, left, right):
        return True
    return char not in _SEPARATORS and alone_near(text, m.start(), m.end(), char)


def _is_line(text: str, m: re.Match[str], left: str, right: str) -> bool:
    """Whether the entity is a line of its own among others, as in a list of entities."""
    if left.endswith(("=\n", "=\r\n")):
        return False  # a soft line break of quoted-printable
    alone = not left.rpartition("\n")[2].strip() and not right.partition("\n")[0].strip()
    starts = "\n" in left or m.start() <= len(left)
    ends = "\n" in right or m.end() + len(right) >= len(text)
    return alone and starts and ends and "\n" in text.strip()


@cache
def _escaped_tag() -> re.Pattern[str]:
    return re.compile(r"&lt;(?:[A-Za-z][A-Za-z0-9]*\s+[\w-]+=|/?(?P<bare>[A-Za-z]))")


def _in_markup(text: str, m: re.Match[str], char: str) -> bool:
    """Whether the entity belongs to a tag, or to a line that shows escaped tags."""
    if _in_tag(text, m):
        return True
    if m.group(1):
        return False
    left = text[max(m.start() - 300, 0) : m.start()].rpartition("\n")[2]
    right = text[m.end() : m.end() + 300].partition("\n")[0]
    for tag in (*_escaped_tag().finditer(left), *_escaped_tag().finditer(right)):
        if char.isascii() or not tag.group("bare"):  # a tag with attributes is no accident
            return True
    return False


def _in_tag(text: str, m: re.Match[str]) -> bool:
    """Whether the entity stands in an attribute of a tag."""
    before = text[max(m.start() - 2000, 0) : m.start()]
    if not _tag().search(before, max(before.rfind("<"), 0)):
        return False
    after = text[m.end() : m.end() + 2000]
    close = after.find(">")
    return close >= 0 and "<" not in after[:close]
