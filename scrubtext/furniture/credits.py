"""Lines that show what they are by their form alone: bylines, agencies, menus, arrows."""

from __future__ import annotations

import re

__all__ = ["arrow", "is_byline", "menu_items", "reporter"]

_NAMED = r"[^\W\d_a-zа-я][\w.'’\-]*"
_SMALL = r"(?:de|da|do|dos|das|del|della|di|la|le|van|von|der|den|du|y|e|und|and|et|i|и|bin|al)"
_NAMES = re.compile(rf"{_NAMED}(?:[,/&]?\s(?:{_NAMED}|{_SMALL}|&)){{0,6}}")
_KOREAN = re.compile(
    r"(?:\S{1,12}[ =])?[가-힣]{2,4} ?(?:기자|특파원|논설위원|객원기자|통신원|에디터|리포터)"
    r"(?: ?[(\[]?(?P<mail>[\w.+\-]{1,40}@[\w.\-]{3,60})[)\]]?)?"
)
_BARS = re.compile(r"\s*[|｜丨·•]\s*|\s+/\s+")


MAX_BYLINE = 60
"""Characters of a byline."""


def is_byline(line: str, words: tuple[str, ...]) -> bool:
    """Whether a line is one of ``words`` and names: ``Von Jens Arndt``.

    >>> is_byline("Par Claire Petit", ("Par",)), is_byline("Par temps de pluie", ("Par",))
    (True, False)
    """
    if len(line) > MAX_BYLINE or not line.startswith(words):
        return False
    for word in words:
        rest = line[len(word) :]
        if line.startswith(word) and rest[:1] in (" ", ":"):
            return _NAMES.fullmatch(rest.lstrip(" :").rstrip(" )")) is not None
    return False


def reporter(line: str) -> int:
    """What a Korean byline proves: 2 with a mail address, 1 without, 0 where it is none.

    >>> reporter("김민수 기자 kim@news.example"), reporter("강변일보 김민수 기자"), reporter("기자가 물었다")
    (2, 1, 0)
    """
    m = _KOREAN.fullmatch(line.strip(" []()<>=")) if len(line) <= 90 else None
    return 0 if not m else 2 if m["mail"] else 1


def menu_items(line: str) -> list[str]:
    """The short entries of a menu on one line, none where a line is no such thing."""
    if len(line) > 200 or not any(bar in line for bar in "|｜丨·•/"):
        return []
    items = [item for item in _BARS.split(line.strip(" |｜丨·•")) if item]
    return items if len(items) > 1 and all(len(item) <= 32 for item in items) else []


_STOPS = ".。!?！？…"


def arrow(line: str) -> bool:
    """Whether a line points to the page before or behind: ``← A title``, ``A title →``.

    Angle quotes that open or close inside the line are quotes, and a sentence points nowhere.

    >>> arrow("« The older post"), arrow("«Boats must sail», he says."), arrow("He says «no»")
    (True, False, False)
    """
    if not 4 <= len(line) <= 120 or ("«" in line and "»" in line) or line[-1] in _STOPS:
        return False
    back = line[0] in "←«" and line[-1] not in "→»"
    return back or (line[-1] in "→»" and line[0] not in "←«")
