"""Candidates: lists of phrases in a line, in neighbouring lines, or one phrase a line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from scrubtext.spam.block import Block
from scrubtext.spam.boundary import trimmed
from scrubtext.spam.clauses import in_sentence
from scrubtext.spam.evidence import SAMPLE, Looked
from scrubtext.spam.headings import heading_above, heading_kind, split_heading, tags_label
from scrubtext.spam.hosts import hosts_in
from scrubtext.spam.phrases import LINES, Piece, bare, piece_of
from scrubtext.spam.run_on import behind_sentence
from scrubtext.spam.shelter import (
    Shelter,
    announced,
    exemplified,
    headed,
    introduced,
    listed,
    quoted,
    unlisted,
)
from scrubtext.spam.title import untitled
from scrubtext.spam.triage import Suspects
from scrubtext.spam.verdict import provable

__all__ = ["blocks_of"]

Lines = tuple[tuple[int, int], ...]

MIN_LINES = 5  # one phrase a line: fewer are headings, addresses, stanzas
MIN_TAGS = 12  # papers and articles have fewer keywords
MAX_INTRODUCED = 12  # a story shows no more of what it read on a wall
MIN_CHARS = 5  # shorter lines hold no list


def blocks_of(
    text: str, lines: Lines, shelter: Shelter, found: Suspects, every: bool = False
) -> list[Block]:
    """Candidates in the suspected lines outside the sheltered ones, in order and disjoint.

    With ``every`` also parts of lines that no proof can take.
    """
    blocks = sorted(_scan(text, lines, shelter, found, every), key=lambda b: b.start)
    return [b for b in blocks if b.separator.name == "quote" or not quoted(text, b.start, b.end)]


def _scan(
    text: str, lines: Lines, shelter: Shelter, found: Suspects, every: bool
) -> Iterator[Block]:
    whole: list[Piece] = []  # neighbouring lines that are lists with one separator
    single: list[tuple[int, int]] = []  # neighbouring lines that are one phrase each
    last = 0
    for k in sorted(found.lists | found.alone):
        a, b = lines[k]
        content = text[a:b].strip()
        if not content:
            continue
        apart = bool(text[last:a].strip())
        last = b
        piece = None if b - a < MIN_CHARS or k in shelter else piece_of(text, a, b)
        if piece and (_of_hosts(text, piece) or (k in found.alone and _one_phrase(piece))):
            piece = None
        alone = piece is None and k in found.alone and bare(content) and k not in shelter
        if whole and (apart or not (piece and _joins(piece, whole[0]))):
            yield _of_pieces(text, whole)
            whole = []
        if single and (apart or not alone):
            yield from _of_lines(text, single)
            single = []
        if alone:
            single.append((a, b))
        elif piece and piece.layout == "line":
            whole.append(piece)
        elif piece and (every or _hopeful(text, piece)):
            part = _partial(text, piece, b)
            if part:
                yield part
    if whole:
        yield _of_pieces(text, whole)
    yield from _of_lines(text, single)


FEW_PHRASES = 5  # in a list to which one more makes a difference


def _hopeful(text: str, piece: Piece) -> bool:
    """Whether a proof may take what shares its line with the article.

    Of a list before a sentence phrases are cut away, and one may come in that the sentence begins
    with: what cannot be proven of all of them cannot be of some, unless there are so few that one
    more counts, or so many that only a spread of them is looked at.
    """
    if piece.layout == "tail" or not FEW_PHRASES < len(piece.phrases) <= SAMPLE:
        return True
    looked = Looked([text[a:b].strip() for a, b in piece.phrases])
    return provable(looked, piece.separator.kind, guarded=False)


def _one_phrase(piece: Piece) -> bool:
    """Whether a line among others of one phrase each is one too, with spaces inside."""
    return not piece.separator.signs and len(piece.phrases) < 5


def _of_hosts(text: str, piece: Piece) -> bool:
    """Whether the phrases hold hosts: that is a link farm's, or a list of links."""
    first = piece.phrases[:12]
    if piece.separator.name == "stop":  # ``login.link`` is the end of a phrase and the next one's first word
        return 4 * sum(hosts_in(text, a, b) > 0 for a, b in first) >= len(first)
    return 4 * hosts_in(text, first[0][0], first[-1][1]) >= len(first)


def _joins(piece: Piece, other: Piece) -> bool:
    return piece.layout == "line" and piece.separator is other.separator


def _of_pieces(text: str, pieces: list[Piece]) -> Block:
    first = pieces[0]
    phrases = tuple(p for piece in pieces for p in piece.phrases)
    shown = (
        announced(text, first.start)
        or headed(text, first.start, first.end)
        or (len(phrases) <= MAX_INTRODUCED and introduced(text, first.start, pieces[-1].end))
        or _exchanged(text, first.start)
        or _columns(text, pieces)
        or listed(text, [(p.start, p.end) for p in pieces])
    )
    tagged = not shown and _tagged(text, first)
    guarded = shown or tagged or _labelled(text, first)
    start, end = first.start, pieces[-1].end
    closed = text[start:end].rstrip()[-1:] in (".", "。")
    block = Block(start, end, phrases, first.separator, "line", guarded, closed, tagged)
    return behind_sentence(text, untitled(text, block))


def _exchanged(text: str, start: int) -> bool:
    """Whether the line above opens a list of exchanged links: that is ``link_farm``'s, heading and all."""
    _, line = heading_above(text, start)
    at = split_heading(line)
    return at > 0 and heading_kind(line[:at]) == "farm"


def _columns(text: str, pieces: list[Piece]) -> bool:
    """Rows of a table: neighbouring lines with the same number of cells."""
    counts = [len(p.phrases) for p in pieces]
    return len(counts) > 1 and counts.count(max(counts)) * 2 > len(counts)


_LABEL = re.compile(
    r"\s*[^:：]{1,24}[:：]\s*\S"
    r"|[^、，,]{0,12}(?:主营|经营|主要生产|(?:包括|包含)(?!哪|什么|几)|例如|比如|诸如|分为|經營|主要生產|例如|諸如|分為|产品有|產品有|项目有)"
)


def _labelled(text: str, piece: Piece) -> bool:
    """Whether the first phrase brings a label or a verb: products of a firm."""
    return bool(_LABEL.match(text, *piece.phrases[0]))


def _tagged(text: str, piece: Piece) -> bool:
    """Whether a few phrases stand behind a label of keywords, as below a paper or a post."""
    first = piece.phrases[0][0]
    few = len(piece.phrases) < MIN_TAGS
    return first > piece.start and few and tags_label(text, piece.start, first)


def _of_lines(text: str, lines: list[tuple[int, int]]) -> Iterator[Block]:
    lines = unlisted(text, lines) if lines else lines
    if len(lines) < MIN_LINES:
        return
    if 2 * sum(hosts_in(text, a, b) > 0 for a, b in lines[:12]) >= len(lines[:12]):
        return  # of hosts: see link_farm
    parts = [part for part in _stanzas(text, lines) if len(part) >= MIN_LINES]
    for part in parts or [lines]:
        a, b = part[0][0], part[-1][1]
        shown = announced(text, a) or (len(part) <= MAX_INTRODUCED and introduced(text, a, b))
        guarded = shown or headed(text, a, b) or listed(text, part) or _asked(text, part)
        yield behind_sentence(text, Block(a, b, tuple(part), LINES, "lines", guarded))


def _asked(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether most lines are questions with their mark, as those that a page answers."""
    return 2 * sum(text[a:b].rstrip().endswith(("?", "？")) for a, b in lines) > len(lines)


def _stanzas(text: str, lines: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Lines apart where a blank line stands between them."""
    out = [[lines[0]]]
    for above, line in pairwise(lines):
        if text.count("\n", above[1], line[0]) > 1:
            out.append([])
        out[-1].append(line)
    return out


MIN_AMID = {"odd": 4, "natural": 5, "loose": 4}
"""Phrases between two sentences of a paragraph; fewer are in a sentence that has no stop."""


def _amid(text: str, piece: Piece) -> bool:
    """Whether a list begins behind a sentence of its line, the next of which follows it."""
    before = text[max(0, piece.start - 8) : piece.start].rstrip(" \t\u3000" + piece.separator.signs)
    ended = before[-1:] in ("。", "！", "？", "!", "?", "…", "”", "」", ".")
    return ended and len(piece.phrases) >= MIN_AMID.get(piece.separator.kind, len(piece.phrases))


_LAST_ONE = re.compile(r"[^<>\n]{1,40}<[a-z]{1,12} id=")  # phrase, before an element that a page injects


def _partial(text: str, piece: Piece, line_end: int) -> Block | None:
    """A list that shares its line with the article, cut down to what is surely the list."""
    least = 3 if piece.separator.kind == "odd" or _LAST_ONE.match(text, piece.end) else 4
    least -= piece.layout == "head"  # the last one may be found behind the others
    if len(piece.phrases) < least or (piece.layout == "inner" and not _amid(text, piece)):
        return None
    short = len(piece.phrases) <= MAX_INTRODUCED
    if short and in_sentence([text[a:b].strip() for a, b in piece.phrases], piece.layout == "inner"):
        return None
    head = piece.layout != "tail"
    labelled = head and (_tagged(text, piece) or _labelled(text, piece))
    guarded = labelled or (head and announced(text, piece.start))
    guarded = guarded or (short and exemplified(text, piece.start))
    block = Block(piece.start, piece.end, piece.phrases, piece.separator, piece.layout, guarded)
    part = trimmed(text, block, line_end)
    part = part and behind_sentence(text, part)
    if part and piece.layout == "head" and len(part.phrases) <= least == len(piece.phrases):
        return None
    if part and piece.separator.name == "quote":
        # a sentence may show quoted things in a row: "words such as ..."
        opened = text[part.start : part.end].lstrip()[:1]
        return part if opened in piece.separator.signs else None
    return part
