"""Whether a list or a stretch holds what every proof asks for: search words, stock words, repetition.

Cheaper than splitting it into phrases, and wrong on one side only: what a proof could take is let through.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import starmap
from operator import add

from scrubtext.chars import Kind
from scrubtext.doc import Doc
from scrubtext.spam.evidence import Ends
from scrubtext.spam.lexicon import places, queries, stock, strong_queries, trades
from scrubtext.spam.page import tokens
from scrubtext.spam.speech import SPEECH
from scrubtext.spam.unmarked import LONG_ROW, MIN_GOODS, MIN_ROW, MIN_SOLD
from scrubtext.spam.vocabulary import Vocabulary

__all__ = [
    "MAX_LOOK",
    "commonest",
    "is_sentence",
    "may_tell",
    "repeats",
    "worth",
    "worth_few",
    "worth_glued",
    "worth_lines",
    "worth_run",
]

MAX_LOOK = 2_000  # characters of a list that are looked at
MAX_TOLD = 150  # characters of a list that is asked first whether it tells of anything
MANY = 100  # phrases that are looked at whatever they hold
FEWEST = 5  # phrases of a natural list that anything can prove: see verdict
ALIKE = 12  # phrases of a natural list that repetition alone can prove: see verdict
PLACED = 3  # places among so many phrases that they may be trades in towns
TRADE = 8  # phrases that weak search words can prove
MIN_CROSSED = 3  # phrases that begin and end as others do: half of seven, less the one at the edge
ALIEN = 0.02  # share of the page in the script of the list, above which it is no foreign one

NEAR = 5_000  # characters before and behind a list that stand for its page

FEW = 60  # phrases of a list that is looked at for its trades: see ``few``
MAX_FEW = 40  # characters of one of them, about

_STOPS = frozenset("。.！!；;：:，,")
_SIGNS = frozenset(',，、;；|｜¦│丨_#＃・·•▪★◆■●/／+＋~～*＊&＆>»》【-–—."“”«「『')
_NATURAL = frozenset(",，、;；")
_ENDS = frozenset("。！？!?")
_HAN = int(Kind.HAN)
_LETTERS = tuple(map(int, (Kind.LETTER, Kind.KANA, Kind.HANGUL, Kind.CYRILLIC, Kind.OTHER)))


def worth(doc: Doc, start: int, end: int, told: bool = True) -> bool:
    """Whether a list between these places may be keywords; ``told`` is what ``may_tell`` says of it."""
    end = min(end, start + MAX_LOOK)
    part = doc.text[start:end]
    n, sign = commonest(part)
    n += 1  # phrases, about
    if n > MANY:
        return True
    if is_sentence(part):
        return False
    if sign in _NATURAL and n < ALIKE:
        return _worth_short(doc, start, end, sign, told)
    if n <= FEWEST and not told:
        return False
    parts = _tokens(part.strip())
    if n > FEWEST and repeats(parts, n // 5):
        return True
    return told and _told(part, parts, max(2, n // 4), max(3, n // 4), max(PLACED, n // 4))


def may_tell(part: str) -> bool:
    """Whether two entries of any list may stand in a text: no question asked of its parts is for less.

    Its parts begin and end at marks, so that their tokens are among its own.
    """
    if len(part) > MAX_TOLD or _HANGUL.search(part):
        return True  # a long text holds two of any list's words
    telling, singles = _telling(queries, stock, places, trades)
    found = sum(map(telling.__contains__, _tokens(part.strip())))
    return found > 1 or found + len(singles.intersection(part)) > 1


def _told(part: str, parts: Sequence[str], asked: int, stocked: int, placed: int) -> bool:
    """Whether so many search words, stock words or places stand in a text with these ``tokens``.

    One look for what tells of any of them comes first: without it, and with fewer single characters
    than the least number, ``Vocabulary.holds`` says no for each.
    """
    telling, singles = _telling(queries, stock, places)
    few = telling.isdisjoint(parts) and len(singles.intersection(part)) < min(asked, stocked, placed)
    if few and not _HANGUL.search(part):
        return False
    return (
        queries().holds(asked, part, parts)
        or stock().holds(stocked, part, parts)
        or places().holds(placed, part, parts)
    )


@cache
def _telling(*lists: Callable[[], Vocabulary]) -> tuple[frozenset[str], frozenset[str]]:
    """The telling tokens of some word lists, and those of one character."""
    known = [each() for each in lists]
    telling = frozenset().union(*(k.telling for k in known))
    return telling, frozenset().union(*(k.singles for k in known))


_HANGUL = re.compile(r"[\uac00-\ud7a3]")  # words in which entries are parts of tokens


_SIGN = re.compile(f"[{re.escape(''.join(_SIGNS))}]")


def commonest(part: str) -> tuple[int, str]:
    """How often the sign of lists stands in a text that stands in it most, and the sign."""
    signs = "".join(_SIGN.findall(part))
    return max([(signs.count(sign), sign) for sign in set(signs)], default=(0, ""))


@lru_cache(maxsize=16)
def _tokens(part: str) -> list[str]:
    """``tokens``; a line is looked at whole and in parts, for a short list and for a long one."""
    return tokens(part)


def worth_few(doc: Doc, start: int, end: int) -> bool:
    """Whether a line that is no sentence holds as much trade as phrases: see ``few``."""
    part = doc.text[start:end].strip()
    if not part or part[-1] in _STOPS or len(part) > FEW * MAX_FEW:
        return False
    n = (commonest(part)[0] or part.count(" ")) + 1
    if n > FEW or len(part) > n * MAX_FEW:
        return False
    return trades().holds(max(2, n * 3 // 10), part, _tokens(part))


def is_sentence(part: str) -> bool:
    """Whether what looks like a list is the clauses of a sentence, whatever they are joined by."""
    if part[-1:] not in _ENDS:
        return False
    return all(_clauses(part, sign) for sign in set(_SIGN.findall(part)))


def _clauses(part: str, sign: str) -> bool:
    """Whether a sign joins the clauses of a sentence: from the fifth on, all hold small words.

    Keywords before a sentence end with one that is a keyword by itself, and there are five at least.
    """
    if sign not in _NATURAL:
        return part.count(sign) < 2
    return all(map(_spoken, part.split(sign)[FEWEST - 1 :]))


def _spoken(clause: str) -> bool:
    if not SPEECH.search(clause):
        return False
    pairs = list(map(add, clause, clause[1:]))
    if not (strong_queries().telling.isdisjoint(pairs) and stock().telling.isdisjoint(pairs)):
        return False
    return len(stock().singles.intersection(clause)) < 2


def _worth_short(doc: Doc, start: int, end: int, sign: str, told: bool) -> bool:
    """Stock words, or search words: strong ones, many, beside stock, or in phrases that are alike.

    Or, in a script that is foreign to the page, the same words again and again.
    """
    part = doc.text[start:end]
    if _poor(part) and not _is_alien(doc, start, end):
        return False
    parts = _tokens(part.strip())
    phrases = [p.strip() for p in part.split(sign)]
    if told and _told(part, parts, 2, 3, PLACED) and _bought(part, parts, phrases):
        return True
    n = len(phrases)
    return n > FEWEST and repeats(parts, n // 5) and _is_alien(doc, start, end)


def _bought(part: str, parts: Sequence[str], phrases: Sequence[str]) -> bool:
    n = len(phrases)
    if stock().holds(3, part, parts):
        return True
    if n >= TRADE and places().holds(PLACED, part, parts):
        return True
    asked = len(queries().findall(part)) if queries().holds(2, part, parts) else 0
    return asked > 1 and (
        strong_queries().holds(3, part, parts)
        or (asked > 3 and sum(len(w) > 1 for w in stock().findall(part)) > 1)
        or (n >= TRADE and asked > 4)
        or _crossed(phrases) >= MIN_CROSSED
    )


def _crossed(phrases: Sequence[str]) -> int:
    """How many phrases begin as others do and end as others do."""
    ends = Ends(phrases)
    return sum(starmap(ends.crossed, ends.each))


def _poor(part: str) -> bool:
    """Whether pairs of neighbours tell that a list holds no stock, no two search words, no places."""
    if _SPACED_WORD.search(part):
        return False
    known = _telling(queries, stock, places)[0]
    pairs = [pair for pair in map(add, part, part[1:]) if pair in known]
    seen = sum(map(queries().telling.__contains__, pairs))
    if seen + len(queries().singles.intersection(part)) > 1:
        return False
    if sum(map(places().telling.__contains__, pairs)) >= PLACED:
        return False
    return sum(map(stock().telling.__contains__, pairs)) + len(stock().singles.intersection(part)) < 3


_SPACED_WORD = re.compile(r"[^\W\d_\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]{3}")


def _is_alien(doc: Doc, start: int, end: int) -> bool:
    """Whether a list is in another script than its page."""
    count = doc.shape.count
    han = count(_HAN, start, end)
    if 2 * han > end - start:
        return False
    own = max(_LETTERS, key=lambda kind: count(kind, start, end))
    here = count(own, start, end)
    near = max(0, start - NEAR), end + NEAR
    return here > han and count(own, *near) - here < ALIEN * 2 * NEAR


def repeats(parts: Sequence[str], least: float, most: int = 2) -> bool:
    """Whether more than so many tokens stand more often than ``most``, which is 1 or 2.

    A kind that stands n times has n - 1 to spare, and n is no more than twice that.
    """
    if 2 * (len(parts) - len(set(parts))) <= least:
        return False
    return sum(n for n in Counter(parts).values() if n > most) > least


def _again(parts: Sequence[str], share: float) -> bool:
    """Whether more than a share of a stretch's tokens stand again; in a long one twice may be chance."""
    size = len(parts) or 1
    return repeats(parts, share * size, 1 if len(parts) < 150 else 2)


def worth_glued(part: str, size: int) -> bool:
    """The same for a stretch of so many words or characters, with spaces in it."""
    parts = tokens(part)
    if _again(parts, 0.15):
        return True
    return _told(part, parts, max(2, size // 8), 4, max(PLACED, size // 8))


def worth_run(part: str) -> bool:
    """The same for a run of characters without spaces: half of what ``glued_proof`` asks for."""
    parts = tokens(part)
    if strong_queries().holds(3, part, parts) or stock().holds(4, part, parts):
        return True
    if len(part) >= MIN_ROW and trades().holds(MIN_GOODS if len(part) >= LONG_ROW else MIN_SOLD, part, parts):
        return True
    return _again(parts, 0.2)


def worth_lines(phrases: Sequence[str], long: bool) -> bool:
    """The same for lines of one phrase each; in a long run repetition alone may prove."""
    part = "\n".join(phrases)
    parts = tokens(part)
    if _told(part, parts, 2, 3, PLACED):
        return True
    return long and repeats(parts, len(phrases) // 3)
