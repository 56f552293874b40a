"""Sentences of an author's that hold the words of a marker: Follow us across the bridge, she said."""

from __future__ import annotations

import re
from collections.abc import Callable

from scrubtext.furniture.markers import Marker
from scrubtext.furniture.openings import expand
from scrubtext.furniture.stems import reading

__all__ = ["is_asked", "is_mention", "is_said", "is_told"]

COVERED = 0.35
"""Share of a line from which a marker is all it says: ``Comments are closed.``"""
SAID = 0.4
"""Share of its words, or letters, that are stems of pages, from which a line speaks of the page."""
SAID_OF_ITSELF = 0.2
"""The same where three are and one is the page's own name: this article, our site.

Of 116 notices of five sets of made pages 12 are below all three, of 76 last sentences of stories that
hold a marker's words 70."""
SAID_OFTEN = 0.3
"""The same where four are."""
_ITSELF = frozenset(("self", "this", "site"))
_LABEL = re.compile(  # what no story begins with
    r"\W{0,4}(?:©|Copyright|\(C\)|Disclaimer|Disclosure|About the [Aa]uthor|Haftungsausschluss"
    r"|[^\s:：]{0,6}(?:声明|聲明|说明|說明|简介|簡介|免責事項|免責|プロフィール|소개|고지))(?:\W|$)"
)
_REACH = re.compile(
    r"@|://|www\.|\d{3}|\w\.(?:com|org|net|de|ru|jp|kr|cn)\b|©"
    "|ualifying purchases|ffiliat|commission|Provision"
)
"""How to reach the makers of a page, how it earns, or a year: sentences of authors seldom have these."""
_ENDS = (".", "。", "!", "！", "．", "?", "？")
_WONDERS = re.compile(r"[가-힣]\s?(?:걸|일|할|될|을)까\?+$|(?:のだろうか|のでしょうか)[。？?]*$")
"""How an author asks himself."""
_SAID = re.compile(  # words in quotation marks that a sentence goes on behind: it speaks of them
    r"[‹〈<‘“「『'\"][^‹›〈〉<>‘’“”「」『』'\"\n]{4,60}[›〉>’”」』'\"]"
    r"(?:(?:[이가은는을를도의과와]|이?라[고는])[\s가-힣]|(?:という|といった|と書|の文字|的?字[样樣]|一语|一語|二字|四[个個]字"
    r"|[这這那](?:样的|樣的|类|類|种|種|句)?[话話]|之[类類]的?[话話]|等?的?[说說]法))"
)


def is_said(line: str) -> bool:
    """Whether a sentence quotes the words of a notice, or asks itself.

    >>> is_said("再往下看，“未经许可不得转载”的字样已经快磨没了。"), is_said("未经许可不得转载。")
    (True, False)
    """
    return _SAID.search(line) is not None or _WONDERS.search(line) is not None


def is_mention(line: str, marker: Marker) -> bool:
    """Whether a sentence may be an author's though it holds a marker's words.

    >>> marker = Marker("Follow us", "en", "follow", "start", 2)
    >>> [is_mention(s, marker) for s in ("Follow us across the bridge, she said.", "Follow us on Twitter.")]
    [True, False]
    """
    if marker.form == "part" and is_said(line):
        return True
    formed = marker.form in ("start", "part", "value") or marker.cls == "follow"
    printed = marker.text == "entry" and not _REACH.search(line)
    if not (formed or printed) or not line.endswith(_ENDS):
        return False
    if is_asked(line, marker):
        return True
    if _covered(line, marker.text) >= COVERED or _LABEL.match(line):
        return False
    found, share = reading(line)
    if line.startswith(marker.text) and sum("channel" in families for families in found) > 1:
        return False  # follow whom, on two networks
    itself = len(found) > 2 and any(families & _ITSELF for families in found)
    return share < (SAID_OF_ITSELF if itself else SAID_OFTEN if len(found) > 3 else SAID)


def is_asked(line: str, marker: Marker) -> bool:
    """Whether a call to share, follow or join says nothing else of a page: ``Join us for tea``."""
    if marker.form != "start" or marker.cls not in _CALLS or not line.startswith(marker.text):
        return False
    rest = line[len(marker.text) :]
    if _REACH.search(rest) or not _CONTENT.search(rest) or _NETWORK.search(line):
        return False
    return reading(rest)[1] <= SAID_OF_OTHERS


SAID_OF_OTHERS = 0.25
"""Share of the words behind such a call that are stems of pages, up to which it is the author's."""
_CALLS = frozenset(("share", "follow", "newsletter"))
_CONTENT = re.compile(r"[^\W\d_]{3}")
_NETWORK = re.compile(
    r"\s(?:on|at|via|auf|bei|über|в|на|sur|en|su)\s+(?!\w+(?:day|tag)\b|May\b)[A-ZА-Я][\w.]+\W*$"
)
"""A name behind a preposition: of a network, if not of a day."""


def is_told(line: str, marker: Marker, find: Callable[[str], object]) -> bool:
    """Whether a paragraph of several sentences has a marker's words in one that an author may have written.

    The others say little of a page. ``find`` tells whether a sentence has a marker.
    """
    pieces = [piece for piece in _SENTENCES.split(line) if piece.strip()]
    if len(pieces) < 2:
        return False
    marked = [piece for piece in pieces if find(piece)]
    others = [piece for piece in pieces if piece not in marked]
    if not marked or any(reading(piece)[1] >= SAID_OF_ITSELF for piece in others):
        return False
    return all(is_mention(piece.strip(), marker) for piece in marked)


_SENTENCES = re.compile(r"(?<=[。！？])(?![”’」』）)])|(?<=[.!?]) +")


def _covered(line: str, template: str) -> float:
    """The share of a line that the pieces of a marker stand for."""
    low = line.casefold()
    each = (expand(piece.casefold()) for piece in template.split("…") if piece)
    return sum(max([len(t) for t in texts if t in low], default=0) for texts in each) / len(line)
