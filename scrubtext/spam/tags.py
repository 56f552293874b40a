"""The last word of a stuffed block that comes back elsewhere: in front of a foreign sentence, or alone.

Some farms sign their blocks with one word (a search engine's name) and put it in front of a sentence
they inject below the title and on a line of its own at the end. The evidence is that repetition beside
a block that is certain, in a page that does not use the word; never the word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from scrubtext.spam.block import Block
from scrubtext.spam.evidence import repeated_tokens, spread
from scrubtext.spam.page import tokens

__all__ = ["tag_of", "tagged_lines"]

MAX_TAG = 8  # characters
NEAR = 12  # lines from a block in which a tagged sentence is looked for


def tag_of(text: str, block: Block) -> str | None:
    """The short last phrase of a block that is unlike the others, if there is one."""
    last = text[slice(*block.phrases[-1])].strip()
    if not 2 <= len(last) <= MAX_TAG or not re.fullmatch(r"[^\W_]+", last):
        return None
    common = repeated_tokens([tokens(t) for t in spread(block.texts(text))])
    return last if common.isdisjoint(tokens(last)) else None


def tagged_lines(
    text: str,
    lines: Sequence[tuple[int, int]],
    cut: Sequence[tuple[int, int]],
    tags: Iterable[str],
) -> Iterator[tuple[int, int, str]]:
    """Lines that are a tag, or a tag and a sentence, near a block or at the end of the text."""
    kept = [(a, b) for a, b in lines if b > a and not any(s <= a and b <= e for s, e in cut)]
    for tag in tags:
        marked = [(a, b) for a, b in kept if _carries(text[a:b].strip(), tag)]
        inside = sum(text.count(tag, a, b) for a, b in kept)
        if inside > len(marked):
            continue  # the page itself speaks of it
        for a, b in marked:
            alone = text[a:b].strip() == tag
            yield a, b, "tag of a keyword block" if alone else "sentence beside a keyword block"


def _carries(line: str, tag: str) -> bool:
    if line == tag:
        return True
    rest = line[len(tag) :]
    return line.startswith(tag) and rest[:1].isspace() and "\u3400" <= rest.strip()[:1] <= "\u9fff"
