"""Boxes between the paragraphs of an article in which a reader is to leave an address for a newsletter.

Such a box is told by the line to write the address in, which no paragraph is like, and by a line above it
that names the newsletter or a button below it. What stands between these belongs to it: what the letter
promises, a word on data, how to leave again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from scrubtext.furniture.page import Page, Span
from scrubtext.furniture.patterns import Forms
from scrubtext.tables import rows

__all__ = ["may_sign_up", "signups"]

MAX_FIELD = 48
"""Characters of the line to write an address in."""
MAX_LINE = 140
"""Characters of any other line of a box."""
MAX_TOLD = 80
"""Characters of a paragraph that speaks of newsletters; shorter ones may be calls of the page."""
ABOVE, BELOW = 3, 3
"""Lines of a box above that line and below it."""


@cache
def _forms(role: str) -> Forms:
    return Forms([pattern for pattern, _, told in rows("signup_forms.tsv") if told == role], re.I)


@cache
def _words(*roles: str) -> re.Pattern[str]:
    own = [pattern for pattern, _, told in rows("signup_forms.tsv") if told in roles]
    return re.compile("|".join(own), re.I)


@cache
def _signs() -> tuple[str, ...]:
    own = [words for words, _, told in rows("signup_forms.tsv") if told == "sign"]
    return tuple(sign for words in own for sign in words.split("|"))


def _is(role: str, line: str) -> bool:
    bare = line.strip()
    return len(bare) <= MAX_FIELD and _forms(role).find(bare) >= 0


def may_sign_up(text: str, short: list[Span]) -> bool:
    """Whether a short line may be the one to write an address in."""
    lines = [text[a:b] for a, b in short if b - a <= MAX_FIELD]
    told = "\n".join(lines)
    return any(sign in told for sign in _signs()) and any(_is("field", line) for line in lines)


def signups(page: Page) -> Iterator[Span]:
    r"""The lines of such boxes; none at the beginning of a text, and none where it tells of forms.

    >>> from scrubtext.doc import Doc
    >>> told = "The mill was closed in March, and nobody knows who will buy it.\n\n"
    >>> box = "Our weekly newsletter\nYour email address\nSign up\n\n"
    >>> text = told + box + told
    >>> [text[a:b] for a, b in signups(Page(Doc(text), 0.34))]
    ['Our weekly newsletter', 'Your email address', 'Sign up']
    """
    last = -1
    for i, (a, b) in enumerate(page.filled):
        if i > last and b - a <= MAX_FIELD and _is("field", page.text[a:b]):
            first, until = _top(page, i, last), _end(page, i)
            if first > 0 and _is_box(page, first, until):
                last = until - 1
                yield from page.filled[first:until]


def _is_box(page: Page, first: int, until: int) -> bool:
    """Whether lines are of the page: one names a newsletter, of which the article does not speak."""
    named = _words("letter").search(page.text, page.filled[first][0], page.filled[until - 1][1])
    amid = any(page.prose[until : until + 2])  # at the end it is a trailer's
    if until - first < 2 or not named or not amid or page.tells_of_buttons:
        return False
    rest = [span for k, span in enumerate(page.filled) if page.prose[k] and not first <= k < until]
    return not any(b - a > MAX_TOLD and _words("letter").search(page.text, a, b) for a, b in rest)


def _top(page: Page, i: int, last: int) -> int:
    """Where a box begins: the farthest of the lines above that names the newsletter."""
    top = i
    for k in range(i - 1, max(last, i - ABOVE - 1, -1), -1):
        line = page.text[slice(*page.filled[k])]
        if len(line) > MAX_LINE:
            break
        if _words("letter").search(line) or _is("field", line):
            top = k
    return top


def _end(page: Page, i: int) -> int:
    """Where a box ends: behind the last button or word on data below."""
    end = i + 1
    for k in range(i + 1, min(len(page.filled), i + BELOW + 1)):
        line = page.text[slice(*page.filled[k])]
        told = len(line) <= MAX_LINE and (_words("consent", "letter").search(line) or _is("field", line))
        if not told and not _is("button", line):
            break
        end = k + 1
    return end
