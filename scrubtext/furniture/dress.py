"""What stands around the words of a stand-in, a button or a label and is no part of them."""

from __future__ import annotations

__all__ = ["DRESS"]

DRESS = (
    " \t\r\u3000\xa0\u200b\ufeff-—–―─━⸺－*＊_()（）[]【】［］〔〕:：.…~=|·•<>«»‹›＜＞"
    "▼▲▽△▾▴↓↑→←∨∧⌄﹀︾+＋×✕✖╳◆◇■□●○★☆♦"
)
