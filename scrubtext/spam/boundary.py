"""Where a block ends that shares its line with the article."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from scrubtext.spam.block import Block
from scrubtext.spam.clauses import GLUED_STOP
from scrubtext.spam.evidence import crossing, repeated_tokens, spread
from scrubtext.spam.hosts import hosts_in
from scrubtext.spam.last_one import ends_sold, is_sold, last_one
from scrubtext.spam.lexicon import function_words, places, queries, stock, strong_queries, trades
from scrubtext.spam.page import tokens
from scrubtext.spam.phrases import bare, width
from scrubtext.spam.run_on import before_other_script
from scrubtext.spam.scripts import UNSPACED
from scrubtext.spam.speech import SPEECH, behind_speech, speaks

__all__ = ["SENTENCE_END", "common_of", "is_own", "trimmed"]

_GAP = re.compile(r"(?<=\S)[ \u3000]+(?=\S)")
_CHUNK = re.compile(r"\s*(?P<word>\S+)(?=\s|$)")
SENTENCE_END = re.compile(r"[。！？!?…][”’」』\"')）]*\s*|\.[”’\"')]*\s+")
_SMALL = re.compile(r"[^\W\d_]*[a-zа-яёà-ÿ]")


MAX_RESUMED = 24  # characters before the end of a list in which the sentence may take it up
_RESUMES = re.compile(
    r"[，,、：:—]\s?(?:这|這|那|以上|上述)(?:些|[一二两兩三四五六七八九十几幾\d]{1,3})?[个個种種类類项項点點件样樣]?"
    r"(?:问题|問題|词|詞|搜索|关键|關鍵|都|全)"
    r"|, (?:these|all (?:of )?these|those) \w+ (?:are|were|is|have|make|come)"
)
"""Where a sentence takes up what it has listed: ``…怎么办、…怎么办，这五个问题``."""


def trimmed(text: str, block: Block, line_end: int) -> Block | None:
    """The part of a block at the start or end of a line that is keywords beyond doubt."""
    return _tail(text, block) if block.layout == "tail" else _head(text, block, line_end)


def is_own(
    phrase: str, common: frozenset[str], crossed: Callable[[str], bool] = lambda _: False
) -> bool:
    """Whether a phrase is a keyword by itself, not only by its neighbours."""
    if strong_queries().search(phrase) or len(stock().findall(phrase)) > 1:
        return True
    if SPEECH.search(phrase):
        return False
    if places().search(phrase) and trades().search(phrase):
        return True
    return not common.isdisjoint(tokens(phrase)) or crossed(phrase)


def _plain_query(crossed: Callable[[str], bool], phrase: str) -> bool:
    return crossed(phrase) or (queries().search(phrase) and not speaks(phrase))


def common_of(texts: Sequence[str]) -> frozenset[str]:
    """The tokens that many of some phrases have."""
    return repeated_tokens([tokens(t) for t in spread(texts)])


def _head(text: str, block: Block, line_end: int) -> Block | None:
    loose = block.separator.kind != "odd"
    if loose and _RESUMES.search(text, block.end - MAX_RESUMED, line_end):
        return None
    spans, texts = list(block.phrases), block.texts(text)
    if found := before_other_script(text, block) or last_one(text, block, texts, line_end):
        before = [span for span in spans if span[1] <= found[0]]
        return replace(block, phrases=(*before, found[:2]), end=found[2])
    if loose and (clauses := _clauses(texts)):
        spans, texts = spans[:clauses], texts[:clauses]
    common = common_of(texts)
    crossed = crossing(spread(texts))
    if block.separator.kind == "loose" and block.separator.signs:
        crossed = partial(_plain_query, crossed)  # no clause of an article ends in such a sign
    whole = block.separator.signs != "" and _is_last(text, block, texts)
    whole = whole or is_sold(text, block, texts, spans[-1][1])
    while spans and loose and not whole and not is_own(texts[len(spans) - 1], common, crossed):
        last = texts[len(spans) - 1]
        if not block.separator.signs and width(last) > 3 and UNSPACED.search(last):
            break  # a sentence behind keywords with spaces is long or has marks
        spans.pop()
    if len(spans) < 3:
        return None
    known = _words(texts[: len(spans) - 1])
    whole = whole or is_sold(text, block, texts[: len(spans)], spans[-1][1])
    glued = block.separator.signs and loose and not whole
    end = _clause(text, *spans[-1], known) if glued else spans[-1][1]
    if glued and end == spans[-1][1]:
        end = _stuck(text, *spans[-1], texts[: len(spans) - 1])
    if end is None:
        spans.pop()
        end = spans[-1][1]
    if end == spans[-1][1]:
        sign = block.separator.pattern.match(text, end)
        end = sign.end() if sign else end
        if len(spans) == len(block.phrases) and block.separator.signs:
            end = _into_mixed(text, end, line_end, texts, known | _words(texts[-1:]))
    return replace(block, phrases=tuple(spans), end=end)


def _clauses(texts: Sequence[str]) -> int:
    """How many phrases stand before the first Japanese clause among the last of them; 0 without one."""
    last = range(max(3, len(texts) - MAX_CLAUSES), len(texts))
    return next((k for k in last if _PARTICLE.search(texts[k]) and not queries().search(texts[k])), 0)


MAX_CLAUSES = 4
"""Clauses of the first sentence that the signs of a list may part."""
_PARTICLE = re.compile(r"(?:[はがを]|(?<![つい])から|ので|ながら|ければ)$")


def _is_last(text: str, block: Block, texts: Sequence[str]) -> bool:
    """Whether the last phrase is one of the list as it stands, and the sentence begins behind its sign.

    It begins small as the others do and the sentence with a capital; or it has a space inside as the
    others have, in a script without spaces.
    """
    last, others = texts[-1], texts[:-1]
    if UNSPACED.search(last):
        if len(last) > max(map(len, others)) or last.count(" ") > max(t.count(" ") for t in others):
            return False  # the first clause of the article may be glued to it by a space
        return " " in last and 3 * sum(" " in t for t in others) > 2 * len(others)
    sign = block.separator.pattern.match(text, block.phrases[-1][1])
    small = last.split(maxsplit=1)[0].islower() and sum(t[:1].isupper() for t in others) <= len(others) / 4
    return small and sign is not None and text[sign.end() : sign.end() + 1].isupper()


def _words(texts: Sequence[str]) -> frozenset[str]:
    return frozenset(w for t in texts for w in t.casefold().split())


def _known(text: str, start: int, end: int, known: frozenset[str]) -> int:
    """The end of the words at ``start`` that other phrases hold too."""
    at = start
    for match in _CHUNK.finditer(text, start, end):
        word = match["word"].casefold()
        if word not in known or (word != match["word"] and word in function_words()):
            break  # a small word with a capital opens the sentence
        at = match.end()
    return at


def _clause(text: str, start: int, end: int, known: frozenset[str]) -> int | None:
    """Where the last phrase ends if the first clause of the article is glued to it by a space.

    Nothing where that cannot be told: then the phrase stays.
    """
    if " " not in text[start:end] and "\u3000" not in text[start:end]:
        return end
    spaced = [w for w in known if not UNSPACED.search(w)]
    at = _known(text, start, end, known)
    if at in (start, end):  # all of it is known, or nothing
        gap = _GAP.search(text, start, end)
        if at == end or not gap:
            return end
        if not spaced or UNSPACED.match(text, gap.end()):
            return gap.end()
        return None
    at += _blanks(text, at)
    return at if text[at].isupper() or UNSPACED.match(text, at) else None


def _stuck(text: str, start: int, end: int, others: Sequence[str]) -> int | None:
    """The same where nothing parts them: nothing for a phrase longer than the others.

    But for one a little longer that ends in what people look for.
    """
    start += len(text[start:end]) - len(text[start:end].lstrip())
    longest = start + max(map(len, others))
    if not UNSPACED.match(text, end - 1) or end <= longest:
        return end
    return end if end <= longest + 2 and ends_sold(text[start:end]) else None


def _into_mixed(
    text: str, start: int, line_end: int, texts: Sequence[str], known: frozenset[str]
) -> int:
    """The end of the last keyword, where the sentence follows it after a space."""
    longest = max(map(len, spread(texts)))
    limit = text.find(" ", start + longest + 24, line_end)
    limit = limit if limit >= 0 else line_end
    by_words = _behind_words(text, start, min(limit, start + longest + 8))
    if by_words:
        return by_words
    at = _known(text, start, limit, known)
    if at > start:
        return _one_more(text, at + _blanks(text, at), line_end)
    if UNSPACED.search(text, start, min(start + 40, line_end)):
        chunk = _CHUNK.match(text, start, line_end)
        if chunk and _DATELINE.fullmatch(chunk["word"]):
            return start
        if chunk and bare(chunk["word"]) and len(chunk["word"]) <= longest + 2:
            at = _known(text, chunk.end() + _blanks(text, chunk.end()), limit, known)
            at = max(at, chunk.end())
            return at + _blanks(text, at)
        return start
    if not all(_SMALL.match(t[:1]) or not t[:1].isalpha() for t in spread(texts)):
        return start
    for match in re.finditer(r"\s+(?=[^\W\d_])", text[start:limit]):
        if text[start + match.end()].isupper():
            return start + match.end() if text[start].islower() else start
    return start


_DATELINE = re.compile(r".{0,12}[讯訊]|.{0,20}[报報][道導]|.{0,16}[社日].{0,8}[电電]")
"""How news begins: 本报讯, 新华社石桥3月5日电, 記者方怡君/石橋報導."""


def _behind_words(text: str, start: int, end: int) -> int:
    """Behind the last search or stock word, where a capital or another script follows it; else 0."""
    words = (strong_queries(), stock())
    last = max((b for known in words for _, b in known.spans(text, start, end)), default=0)
    at = last + _blanks(text, last)
    if not last or at == last or text[start:last].count(" ") > 6:
        return 0
    begins = text[at : at + 1].isupper() or (
        bool(UNSPACED.match(text, at)) and not UNSPACED.search(text, start, last)
    )
    return at if begins else 0


def _one_more(text: str, at: int, end: int) -> int:
    """One word further, if it is new and capital letters show that the sentence begins behind it."""
    found = re.compile(r"([^\W\d_]+)\s+(?=[^\W\d_])").match(text, at, end)
    if not found or not found[1][0].isupper() or not text[found.end()].isupper():
        return at
    return at if found[1].casefold() in function_words() else found.end()


def _blanks(text: str, at: int) -> int:
    rest = text[at : at + 8]
    return len(rest) - len(rest.lstrip())


def _tail(text: str, block: Block) -> Block | None:
    """A block at the end of a line, from behind the last sentence before it."""
    line_start = text.rfind("\n", 0, block.start) + 1
    ends = list(SENTENCE_END.finditer(text, line_start, block.start))
    begin = ends[-1].end() if ends else line_start
    start = behind_speech(text, begin, min(block.start + 1, block.end))
    glued = _glued_end(text, begin, block.phrases[0][1])
    if glued:
        return _behind_glue(text, block, behind_speech(text, glued, min(block.start + 1, block.end)))
    if not ends and start == line_start:
        return _labelled(text, block, line_start) if block.separator.kind == "odd" else None
    before = text[start : block.start]
    if "\n" in before or len(before) > 64 or _STOPPED.search(before):
        start = block.start
    return replace(block, start=start)


def _labelled(text: str, block: Block, start: int) -> Block:
    """A guarded block with the label and the first phrase before it, where nothing else is on its line."""
    found = _LABELLED.fullmatch(text, start, len(text[: block.start].rstrip(_SLACK + block.separator.signs)))
    if not found or not bare(found["first"].strip()):
        return block
    return replace(block, start=start, phrases=(found.span("first"), *block.phrases), guarded=True)


_SLACK = " \t\u3000"
_LABELLED = re.compile(r"[^:：\n|]{2,16}[:：][ \u3000]*(?P<first>[^:：\n]{1,48})")
_STOPPED = re.compile(r"[.。!！?？]\W*$")  # a sentence, though the joint of the list follows its stop


def _behind_glue(text: str, block: Block, at: int) -> Block:
    """A block from behind the sentence to which its first phrase is glued."""
    (a, b), *others = block.phrases
    if at >= a:
        return replace(block, start=at, phrases=((at, b), *others))
    joint = block.separator.pattern.search(text, at, a)
    first = at, joint.start() if joint else a
    return replace(block, start=at, phrases=(first, *block.phrases))


MAX_GLUED = 2_000  # characters before the first phrase of a list in which its sentence ends


def _glued_end(text: str, start: int, end: int) -> int:
    """Behind the stop of a sentence to which the first keyword is glued; 0 where there is none."""
    for match in reversed(list(GLUED_STOP.finditer(text, max(start, end - MAX_GLUED), end))):
        a = text.rfind(" ", start, match.start()) + 1
        if a > start and not hosts_in(text, a, min(end, match.end() + 24)):
            return match.end()
    return 0
