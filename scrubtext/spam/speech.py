"""Small words and speech in quotation marks: sentences hold them, keywords hardly ever do."""

from __future__ import annotations

import re

from scrubtext.spam.lexicon import function_words

__all__ = ["SPEECH", "behind_speech", "speaks"]

SPEECH = re.compile(r"[的了在着我他她它你们們这這那些將将與与對对從从把被就也都已曾]")
"""Characters of Chinese that are small words nearly wherever they stand."""

_WORD = re.compile(r"[^\W\d_]+")


def speaks(phrase: str) -> bool:
    """Whether a phrase holds a small word of any language.

    >>> speaks("我的手机"), speaks("手机维修"), speaks("the phone"), speaks("phone repair")
    (True, False, True, False)
    """
    if SPEECH.search(phrase):
        return True
    small = function_words()
    return any(w in small for w in _WORD.findall(phrase.casefold()))


_QUOTED_END = re.compile(
    r"(?:(?<=[^\s:：=])[”’」』»›“\"'＂〞〟)）》〉«‹]|(?<=\s)[»›](?=\s))(?=\s+\S|[^\s,.;:、，。])"
)
_SPOKEN_END = re.compile(
    r"(?:です|ます|でした|ました|ません|だった|である|という|습니다|니다|어요|아요|세요)(?=[ \u3000]+\S)"
)
_QUOTE_OF = {"”": "“„", "’": "‘", "」": "「", "』": "『", "»": "«", "›": "‹", "“": "„", '"': '"', "'": "'",
             "＂": "＂", "〞": "〝", "〟": "〝", "«": "»", "‹": "›", ")": "(", "）": "（", "》": "《",
             "〉": "〈"}  # fmt: skip
MAX_TITLE = 12  # characters in quotation marks that may begin a phrase without a space behind
_MARKS = " \t\u3000\xa0.:：|,，、-–—_~<>()（）[]【】*•·#;；/+=→\"'“”"


def behind_speech(text: str, start: int, end: int) -> int:
    """Behind the speech, or the sentence without its stop, that a part opens with before a phrase.

    A phrase in quotation marks has its link or its separator right behind them.

    >>> behind_speech("「雨が降った」 中古車 ", 0, 12), behind_speech("「中古車」 ", 0, 6)
    (7, 0)
    """
    ends = [m.end() for m in _SPOKEN_END.finditer(text, start, end)]
    ends += [m.end() for m in _QUOTED_END.finditer(text, start, end) if _closes(text, start, m.start())]
    last = start + len(text[start:end].rstrip(_MARKS))
    return max((at for at in ends if at < last), default=start)


def _closes(text: str, start: int, at: int) -> bool:
    """Whether a mark closes what was said: a space follows, or it is long or spoken; not a number."""
    opened = max(text.rfind(sign, start, at) for sign in _QUOTE_OF[text[at]])
    if text[at] in ")）" and (opened < start or not text[opened + 1 : at].strip("0123456789 ")):
        return False
    if text[at] in "'«‹" and (opened < start or text[opened - 1 : opened].isalnum()):
        return False  # an apostrophe, or a mark that opens
    begin = max(opened, start)
    if text[at + 1].isspace() or at - begin > MAX_TITLE or SPEECH.search(text[begin:at]):
        return True
    return opened > start and text[opened - 1] in ":：，,"
