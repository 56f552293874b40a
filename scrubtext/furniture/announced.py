"""Messages that the sentence above them quotes: ``有的用户打开网页时看到：`` above ``图片无法显示``."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.furniture.word_lists import topic_words

__all__ = ["is_announced", "is_explained"]

_REACH = 200  # characters of the sentence above that are looked at
_COLON = (":", "：")


@cache
def _saying() -> re.Pattern[str]:
    """Words of a sentence that quotes what a screen or a sign says."""
    return re.compile(
        "看到|看見|看见|提示|显示|顯示|出现|出現|报错|報錯|弹出|彈出|写着|寫著|字样|字樣|消息|信息|訊息"
        r"|表示され|メッセージ|と出|엔\s?표시|메시지|문구|표시"
        r"|(?i:\b(?:messages?|errors?|shows?|says?|said|displays?|displayed|reads?|prints?|appears?|notice|prompts?"
        r"|meldung|hinweis|erscheint|angezeigt|steht|affiche|messages?|avis|lit|muestra|mensaje|aparece|aviso"
        r"|mensagem|mostra|messaggio|appare|melding|komunikat|wyświetla|zpráva|mesaj|thông báo|pesan)\b)"
        r"|сообщени|показыва|появля|надпис|пишет|رسالة|הודע|ข้อความ"
    )


_PICTURED = re.compile(
    "如[下上]?[图圖]|[图圖]示|图中|圖中|下[图圖]|рисун|фото|(?i:\\b(?:figure|picture|image|photo|abbildung|bild)s?\\b)"
)


def is_announced(text: str, start: int) -> bool:
    r"""Whether the line at ``start`` is what the line above it says that somebody saw or read.

    >>> is_announced("Some readers see this message:\n\nImage not available", 32)
    True
    >>> is_announced("The bridge is shown below:\n\n[image]", 28)
    False
    """
    above = text[max(0, start - _REACH) : start].rstrip().rpartition("\n")[2]
    return above.endswith(_COLON) and _saying().search(above) is not None and not _PICTURED.search(above)


def is_explained(text: str, end: int) -> bool:
    r"""Whether the line below one that ends at ``end`` speaks of a message: that is a heading of a manual.

    >>> is_explained("Image not available\n\nThis message appears on slow lines.", 19)
    True
    >>> is_explained("Image not available\n\nThe bridge was closed on Monday.", 19)
    False
    """
    below = text[end : end + _BELOW].lstrip().split("\n", 1)[0]
    return any(word in below for word in topic_words("message"))


_BELOW = 200
"""Characters below a line that are looked at."""
