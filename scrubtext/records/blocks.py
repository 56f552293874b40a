"""A page as blocks of text, and which of them are the article."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Block", "blocks", "main_blocks"]

_GONE = {
    "script", "style", "noscript", "template", "svg", "canvas", "iframe", "object", "embed", "audio",
    "video", "map", "button", "select", "input", "textarea", "datalist", "head", "dialog", "math",
}  # fmt: skip
_FRAME = {"nav", "footer", "aside", "menu"}
_BLOCK = {
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt",
    "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
    "td", "tfoot", "th", "thead", "tr", "ul", "caption",
}  # fmt: skip
_PROSE = {"p", "blockquote", "pre", "ul", "ol", "table", "dl"}
_HEADING = {"h1", "h2", "h3", "h4", "h5", "h6"}
_ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "dialog"}
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:font-size|opacity|max-height)\s*:\s*0(?![.\d]*[1-9])"
    r"|(?:text-indent|left|top|margin-left|right)\s*:\s*-\d{3,}",
    re.I,
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WIDE = re.compile("[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff]")

GOOD = 60
"""Units (a Han, kana or Hangul character is two) from which a block with few links is an article's.

Sentences of running text have 60 and more; menu entries, dates and captions rarely."""
FEW_LINKS = 0.33  # share of characters inside links, above which a block is a list of links
BETWEEN = 3  # short blocks in a row that stay where article stands on both sides


@dataclass
class Block:
    """A run of text of its own: paragraph, heading, list, table."""

    tag: str
    text: str = ""
    linked: int = 0
    frame: bool = False
    parts: list[str] = field(default_factory=list)

    @property
    def units(self) -> int:
        """Its length, wide characters twice."""
        return len(self.text) + len(_WIDE.findall(self.text))

    @property
    def density(self) -> float:
        """Share of its characters that are links."""
        return min(1.0, self.linked / max(1, len(self.text)))


def blocks(html: str, parser: str = "lxml") -> Iterator[Block]:
    """The blocks of a page in order, without what a reader would not see."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, parser)
    yield from _Walk().over(soup.body or soup)


class _Walk:
    """Goes through the tree without recursion: pages nest thousands deep."""

    def __init__(self) -> None:
        self.block = Block("body")
        self.links = self.frames = self.verbatim = 0
        self.lists: list[int] = []
        self.cells = 0

    def over(self, root: Any) -> Iterator[Block]:
        stack: list[tuple[Any, bool]] = [(root, True)]
        while stack:
            node, opening = stack.pop()
            if isinstance(node, str):
                if type(node).__name__ in ("NavigableString", "CData"):
                    self._say(node)
            elif not opening:
                yield from self._close(node)
            elif not _unseen(node):
                yield from self._open(node)
                stack.append((node, False))
                stack += [(child, True) for child in reversed(node.contents)]
        yield from self._flush("body")

    def _say(self, text: str) -> None:
        text = text if self.verbatim else _SPACE.sub(" ", text)
        self.block.parts.append(text)
        if self.links:
            self.block.linked += len(text.strip())

    def _open(self, node: Any) -> Iterator[Block]:
        tag = node.name
        self.links += tag == "a"
        if _is_frame(node) or tag == "pre":
            yield from self._flush(tag)
        self.frames += _is_frame(node)
        self.verbatim += tag == "pre"
        if tag == "br":
            self.block.parts.append("\n")
        elif tag in ("ul", "ol", "menu"):
            if not self.lists:
                yield from self._flush(tag)
            self.lists.append(0 if tag == "ol" else -1)
        elif tag == "li" and self.lists:
            self._item()
        elif tag == "table" and not self.cells:
            yield from self._flush(tag)
        elif tag == "tr":
            self.block.parts.append("\n")
            self.cells = 0
        elif tag in ("td", "th"):
            self.block.parts.append(" | " if self.cells else "")
            self.cells += 1
        elif tag in _BLOCK and not self.lists and not self.cells:
            yield from self._flush(tag)
        elif tag in _BLOCK and self.lists:
            self.block.parts.append(" ")

    def _item(self) -> None:
        depth = len(self.lists) - 1
        if self.lists[-1] >= 0:
            self.lists[-1] += 1
            mark = f"{self.lists[-1]}. "
        else:
            mark = "- "
        self.block.parts.append("\n" + "\0" * 2 * depth + mark)

    def _close(self, node: Any) -> Iterator[Block]:
        tag = node.name
        self.links -= tag == "a"
        if tag == "pre" or _is_frame(node):
            yield from self._flush("body")
        self.verbatim -= tag == "pre"
        if tag in ("ul", "ol", "menu") and self.lists:
            self.lists.pop()
            if not self.lists:
                yield from self._flush("body")
        elif tag == "table":
            self.cells = 0
            yield from self._flush("body")
        elif tag in _BLOCK and not self.lists and not self.cells and tag != "tr":
            yield from self._flush("body")
        self.frames -= _is_frame(node)

    def _flush(self, tag: str) -> Iterator[Block]:
        block, self.block = self.block, Block(tag)
        text = "".join(block.parts)
        if not self.verbatim:
            lines = [_SPACE.sub(" ", line).strip(" |") for line in text.split("\n")]
            text = "\n".join(line.replace("\0", " ") for line in lines if _says_something(line))
        block.text = text.strip("\n") if self.verbatim else text
        block.frame = self.frames > 0
        if block.text.strip():
            yield block


def _says_something(line: str) -> bool:
    return line.strip(" \0|-\u3000\xa0") not in ("", ".") and not re.fullmatch(r"\0*\d+\.", line)


def _is_frame(node: Any) -> bool:
    """Whether this is navigation, a footer, a side column, by its name or its role."""
    return node.name in _FRAME or node.get("role") in _ROLES


def _unseen(node: Any) -> bool:
    if node.name in _GONE or node.has_attr("hidden"):
        return True
    if node.get("aria-hidden") == "true":
        return True
    style = node.get("style")
    return bool(style) and _UNSEEN.search(style) is not None


def main_blocks(all_blocks: Sequence[Block]) -> list[Block]:
    """The blocks of the article: long ones with few links, and what stands close between them."""
    good = [_good(b) for b in all_blocks]
    if not any(good):
        return [b for b in all_blocks if not b.frame and b.density <= 0.5]
    keep = list(good)
    last = None
    for k, is_good in enumerate(good):
        if is_good:
            if last is not None:
                near = k - last <= BETWEEN + 1
                for j in range(last + 1, k):
                    keep[j] = _belongs(all_blocks[j], near)
            last = k
    for k, block in enumerate(all_blocks):
        if block.tag in _HEADING and not block.frame and any(good[k + 1 : k + 1 + BETWEEN]):
            keep[k] = True
    _short_tail(all_blocks, good, keep)
    return [b for b, kept in zip(all_blocks, keep, strict=True) if kept]


def _good(b: Block) -> bool:
    return not b.frame and b.units >= GOOD and b.density <= FEW_LINKS


def _belongs(b: Block, near: bool) -> bool:
    """Whether a block that stands between two of the article's is part of it."""
    if b.frame:
        return False
    return b.density <= (0.5 if near else 0.2 if b.tag in _PROSE else -1)


def _short_tail(all_blocks: Sequence[Block], good: Sequence[bool], keep: list[bool]) -> None:
    """Short paragraphs and lists without links next to the article belong to it."""
    for step in (1, -1):
        ends = [k for k, g in enumerate(good) if g]
        at = ends[-1] + 1 if step > 0 else ends[0] - 1
        for _ in range(BETWEEN):
            if not 0 <= at < len(all_blocks):
                break
            if not _belongs(all_blocks[at], near=False):
                break
            keep[at] = True
            at += step
