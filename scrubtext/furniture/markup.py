"""What a reader sees of a line of Markdown: the words of its links, no pictures, no marks of emphasis."""

from __future__ import annotations

import re

__all__ = ["as_read", "is_marked"]

_TARGET = r"\(\s*<?[^()\n]{0,900}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?>?\)"
_IMAGE = re.compile(rf"!\[[^\[\]\n]{{0,200}}\]{_TARGET}")
_LINK = re.compile(rf"\[([^\[\]\n]{{0,300}})\]{_TARGET}")
_BUTTON = re.compile(rf"\[\s*!\[([^\[\]\n]{{0,200}})\]{_TARGET}\s*\]{_TARGET}")
_SPACES = re.compile(r"[ \t]{2,}")


def is_marked(line: str) -> bool:
    """Whether a line may hold a link, a picture or emphasis of Markdown."""
    return "](" in line or "**" in line


def as_read(line: str) -> str:
    """A line of Markdown as it is read.

    >>> as_read("**[Home](https://a.example)** [News](/news)![logo](l.png)")
    'Home News'
    """
    line = _BUTTON.sub(r" \1 ", line) if "[![" in line else line  # a picture that is a link has its name
    line = _IMAGE.sub(" ", line) if "![" in line else line
    line = _LINK.sub(r" \1 ", line) if "](" in line else line
    return _SPACES.sub(" ", line.replace("**", "")).strip()
