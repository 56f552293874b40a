"""Markers in several pieces: with gaps between them, or in brackets side by side."""

from __future__ import annotations

import re

__all__ = ["CLOSED_BY", "GAP", "follows", "goes_on_behind", "groups_of", "is_quoted", "is_speech", "is_told"]

GAP = 60
"""Characters that may stand between the pieces of a ``part`` marker."""


def groups_of(s: str) -> list[str]:
    """The bracketed pieces of a line that is nothing else: ``【纠错】【打印】``."""
    if s[0] not in "【[" or s[-1] not in "】]" or len(s) > 120:
        return []
    pieces = [piece.strip("】] ") for piece in re.split(r"[【\[]", s)[1:]]
    return (
        pieces
        if len(pieces) > 1 and all(pieces) and not re.search(r"[】\]]\s*[^\s【\[]", s)
        else []
    )


def follows(s: str, at: int, rest: tuple[tuple[str, ...], ...]) -> bool:
    """Whether the further pieces of a part stand behind ``at``, each within the gap."""
    for alternatives in rest:
        ends = [k + len(p) for p in alternatives if (k := s.find(p, at, at + GAP + len(p))) >= 0]
        if not ends:
            return False
        at = min(ends)
    return True


_QUOTES = (("“", "”"), ("「", "」"), ("『", "』"), ("«", "»"), ("„", "“"), ("‘", "’"), ('"', '"'))


def is_told(s: str, at: int, cls: str) -> bool:
    """Whether what stands at a place is no marker of its line: in quotation marks, or behind a sentence.

    Of classes that are no sentences themselves: headings, credits, sources. A role that is somebody
    (``责任编辑是退休教师``) is told of, too. Before a call stand few: a
    paragraph of many is the author's, who speaks of remarks and likes.
    """
    if is_quoted(s, at) or (cls in _BRIEF and _SENTENCE.search(s, 0, at)):
        return True
    if cls == "credit" and (_SAYS.search(s, at, at + MAX_ROLE) or len(_SENTENCE.findall(s)) > 1):
        return True
    before = len(_SENTENCE.findall(s, 0, at)) if cls in _CALLS else 0
    return before > MIN_BEFORE - 1 and len(_SENTENCE.findall(s)) > MAX_TOLD


_BRIEF = ("related", "credit", "source", "date")
_CALLS = ("follow", "share", "comments", "navigation")
MAX_ROLE = 7  # characters of the name of a role and of the verb behind it
_SAYS = re.compile(r"[\u4e00-\u9fff](?:是|说|說|问|問)")
MIN_BEFORE, MAX_TOLD = 2, 4
"""Sentences before a call on its line, and on the line, of an author's paragraph."""


_SENTENCE = re.compile(r"[。！？]|\w{3}[.!?] ")


def is_quoted(s: str, at: int) -> bool:
    """Whether a place in a line stands in quotation marks, with more than them on the line: it is told of.

    >>> is_quoted("写多少遍“如有侵权请联系删除”都没有用。", 5), is_quoted("“如有侵权请联系删除”", 3)
    (True, False)
    """
    for first, last in _QUOTES:
        begin = s.rfind(first, 0, at)
        end = s.find(last, max(begin + 1, at)) if begin >= 0 else -1
        if end >= 0 and (last == first or s.rfind(last, begin + 1, at) < 0) and _more(s, begin, end):
            return first != last or s.count(first, 0, at) % 2 > 0
    return False


def _more(s: str, begin: int, end: int) -> bool:
    return len(s[:begin].strip()) + len(s[end + 1 :].strip(" .。,，!！")) > 3


CLOSED_BY = dict(_QUOTES)
"""The mark that closes what a mark opens."""


def goes_on_behind(s: str) -> bool:
    """Whether a line begins with words in quotation marks and goes on with others: what somebody said.

    >>> [goes_on_behind(s) for s in ("«Subscribe!» said the boy.", "«Subscribe!»", "« Older posts")]
    [True, False, False]
    """
    end = s.find(CLOSED_BY[s[0]], 1)
    return end > 0 and _more(s, 0, end)


def is_speech(s: str, at: int) -> bool:
    """Whether what stands behind a role is what somebody says, and no name: an interview.

    >>> [is_speech(s, 3) for s in ("记者：那以后怎么办？", "记者：李静。")]
    [True, False]
    """
    line = s.rstrip("”’\"'」』）)】»› ")
    if line[-1:] in _ASKED:
        return True
    if line[-1:] not in "。.…" or not s[at:].strip():
        return False
    said = s[at:].strip().rstrip("。.…")
    if _THANKS.match(said):
        return True
    if said < "\u1100":
        return " " in said and said.split(" ", 1)[1].islower() and not _CREDITED.search(said)
    if len(s) - at < MIN_SPEECH:
        return _BRIEF_SPEECH.search(said) is not None and not _CREDITED.search(said)
    return not _CREDITED.search(s, at) and "作者" not in s[:at]


_ASKED = ("?", "？", "!", "！", "؟")
_CREDITED = re.compile("[:：/／|｜=]")  # further roles and names
MIN_SPEECH = 12
"""Characters of a sentence that somebody says."""
_THANKS = re.compile(
    "[谢謝多]谢|謝謝|感谢|感謝|不客气|不客氣|您好|你好|好的|再见|再見|ありがと|どうも|はい|いいえ|감사|고맙|안녕|네$|예$"
    "|(?:[Tt]hank|[Dd]anke|[Vv]ielen Dank|[Сс]пасибо|[Mm]erci|[Gg]racias|[Oo]brigad|[Gg]razie|[Dd]zi[ęe]k"
    "|[Bb]edankt|[Tt]eşekkür|[Cc]ảm ơn|[Tt]erima kasih|شكرا|[Дд]якую|[Dd]ěkuj)"
)
"""How thanks and greetings begin."""
_BRIEF_SPEECH = re.compile(
    "[了吗嗎呢吧啊的没沒不是就還还這这那我你您他她]|[\u3040-\u309f]|(?:다|요|까)$"
)
"""What names do not have: words of grammar, and the letters of Japanese grammar."""
