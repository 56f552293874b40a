"""Keyword blocks of a text: candidates, proofs, boundaries, and what goes with a proven block."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from scrubtext.doc import Doc
from scrubtext.edit import Edit, Note
from scrubtext.excise import blanks_before, cut_lines, meets
from scrubtext.furniture.headings import is_heading
from scrubtext.spam.allied import allied, joined
from scrubtext.spam.block import Block
from scrubtext.spam.blocks import blocks_of
from scrubtext.spam.edges import edged, untabled
from scrubtext.spam.evidence import (
    Evidence,
    Looked,
    beside,
    clashing,
    evidence_of,
)
from scrubtext.spam.glued import Stretch, around, glued_proof, stretches
from scrubtext.spam.headings import behind_label, heading_above, heading_kind
from scrubtext.spam.host_names import of_one_site
from scrubtext.spam.hosts import each_address
from scrubtext.spam.page import MAX_REST, Page, page_of
from scrubtext.spam.shelter import Shelter, quoted
from scrubtext.spam.tags import tag_of, tagged_lines
from scrubtext.spam.triage import Suspects, suspects
from scrubtext.spam.verdict import AFTER_CLASH, HOPEFUL, proof, provable
from scrubtext.spam.wrapping import wrapped

__all__ = ["DOUBTFUL", "stuffing"]

Cut = tuple[int, int, str]
Span = tuple[int, int]


def stuffing(
    doc: Doc, strict: bool = False, found: Suspects | None = None
) -> tuple[list[Edit], list[Note]]:
    """Deletions and notes for one text; with ``strict`` the doubtful blocks are deleted too.

    ``found`` is what ``suspects`` says of the text, where it is known.
    """
    found = found or suspects(doc)
    if not any(found):
        return [], []
    text, lines = doc.text, doc.lines
    shelter = Shelter(text, lines)
    blocks = _mirrored(text, blocks_of(text, lines, shelter, found))
    hopeful = list(_hopeful(text, blocks))
    glued = _glued(text, lines, shelter, found.stretches)
    if not hopeful and not glued:
        return [], []
    spans = [*((h.block.start, h.block.end) for h in hopeful), *((s.start, s.end) for s in glued)]
    page = page_of(text, sorted(spans))
    proofs = [(h, why) for h in hopeful if (why := _proof(h, page))]
    proven = [(_bounded(text, h.block, page), why) for h, why in proofs]
    if not proven and len(blocks) > 1:
        some, why = joined(text, blocks, page, proof)
        proven = [(_bounded(text, b, page), why) for b in some]
    cuts = [(b.start, b.end, why) for b, why in proven]
    cuts += [(_labelled(text, s), s.end, why) for s in glued if (why := glued_proof(s, page))]
    if proven:
        own = [b for b, _ in proven]
        cuts += _signed(text, lines, own)
        left = [b for b in blocks if not meets((b.start, b.end), cuts)]
        if left:
            beyond = page_of(text, sorted((b.start, b.end) for b in blocks))
            cuts += [(b.start, b.end, "search phrases") for b in allied(text, left, beyond)]
        if glued or len(proofs) < len(hopeful) or _again(text, [h.looked for h, _ in proofs], page):
            more = blocks_of(text, lines, shelter, suspects(doc, every=True), every=True)
            cuts += _companions(text, own, more, cuts)
    doubtful = [(h.block.start, h.block.end, DOUBTFUL) for h in hopeful if _doubtful(h.evidence)]
    if strict:
        cuts += doubtful
    cuts = list(_disjoint(cuts))
    notes = [Note(a, b, why) for a, b, why in doubtful if not meets((a, b), cuts)]
    return list(_edits(text, cuts)), notes


def _labelled(text: str, stretch: Stretch) -> int:
    """Where a stretch begins, with the label of keywords before it."""
    line = text.rfind("\n", 0, stretch.start) + 1
    return line if behind_label(text, line, stretch.start) == stretch.start else stretch.start


DOUBTFUL = "doubtful keywords"


def _doubtful(e: Evidence) -> bool:
    return e.size >= 8 and (e.strong >= 0.5 or (e.query >= 0.7 and e.repeated >= 0.7))


def _disjoint(cuts: Iterable[Cut]) -> Iterator[Cut]:
    """Cuts in order; of two that overlap the earlier one."""
    at = 0
    for cut in sorted(cuts):
        if cut[0] >= at:
            yield cut
            at = cut[1]


def _glued(
    text: str, lines: Sequence[tuple[int, int]], shelter: Shelter, spans: Iterable[tuple[int, int]]
) -> list[Stretch]:
    out: list[Stretch] = []
    for a, b in spans:
        if out and a < out[-1].end:
            continue
        k = bisect_right(lines, (a, len(text) + 1)) - 1
        if k not in shelter:
            out += [
                s
                for s in stretches(text, *around(text, a, b, lines[k]), lines[k][1])
                if not quoted(text, s.start, s.end) and not (out and s.start < out[-1].end)
            ]
    return out


MAX_MIRRORED = 12  # candidates of a page among which one that stands twice is looked for
MIN_MIRRORED = 3  # phrases that two of them share, and half of the shorter one's


def _mirrored(text: str, blocks: list[Block]) -> list[Block]:
    """Candidates, marked where the phrases of one stand in another too, above and below the article.

    Menus stand twice on a page as well, so it is no proof, only more weight.
    """
    if not 1 < len(blocks) <= MAX_MIRRORED:
        return blocks
    each = [frozenset(b.texts(text)) for b in blocks]
    out = []
    for i, block in enumerate(blocks):
        others = (len(each[i] & other) for j, other in enumerate(each) if j != i)
        shared = max(others)
        twice = shared >= MIN_MIRRORED and 2 * shared >= len(each[i])
        out.append(replace(block, mirrored=True) if twice else block)
    return out


class Hopeful(NamedTuple):
    """A block that some page could prove, with what is known without one."""

    block: Block
    looked: Looked
    evidence: Evidence


def _hopeful(text: str, blocks: Iterable[Block]) -> Iterator[Hopeful]:
    for block in blocks:
        looked = Looked(block.texts(text))
        if not block.mirrored and not provable(looked, block.separator.kind, block.guarded):
            continue
        evidence = evidence_of(looked)
        if proof(evidence, block, HOPEFUL) and not (_lists_titles(text, block) or _lists_parts(text, block)):
            yield Hopeful(block, looked, evidence)


def _lists_titles(text: str, block: Block) -> bool:
    """Whether lines are headed as titles of other articles: the tail as a whole tells what they are."""
    if block.layout != "lines":
        return False
    first = text[block.start : block.end].split("\n", 1)[0]
    return is_heading(first) or is_heading(heading_above(text, block.start)[1])


def _lists_parts(text: str, block: Block) -> bool:
    """Whether a list is the parts of one site with their addresses."""
    if block.end - block.start > MAX_PARTS or "." not in text[block.start : block.end]:
        return False
    return of_one_site([m.group() for m in each_address(text, block.start, block.end)])


MAX_PARTS = 300  # characters of such a list


def _proof(hopeful: Hopeful, page: Page) -> str | None:
    block, looked, evidence = hopeful
    full = beside(evidence, looked, page)
    why = proof(full, block, page)
    if why is None or why in AFTER_CLASH:
        return proof(clashing(full, looked, page), block, page)
    return why


def _bounded(text: str, block: Block, page: Page) -> Block:
    if block.layout == "lines":
        return edged(text, block, page)
    return untabled(text, block) if block.layout == "line" else block


def _edits(text: str, cuts: Sequence[Cut]) -> list[Edit]:
    """Whole lines take their line ends along; parts of lines the space they would orphan."""
    whole: list[Cut] = []
    inline: list[Edit] = []
    for a, b, why in cuts:
        start, end = text.rfind("\n", 0, a) + 1, text.find("\n", b)
        end = end if end >= 0 else len(text)
        at_start, at_end = not text[start:a].strip(), not text[b:end].strip()
        if at_start and at_end:
            whole.append((*_dressed(text, start, end), why))
        elif at_start:
            inline.append(Edit(a, b + _blanks(text, b), "", why))
        else:
            taken = inline[-1].end if inline else 0  # the space may be gone with the block before
            before = 0 if text[b - 1].isspace() and not at_end else blanks_before(text, a)
            behind = 0 if before or text[a - 1] < "\u3000" else _blanks(text, b)
            inline.append(Edit(max(taken, a - before), b + behind, "", why))
    return sorted([*cut_lines(text, whole), *inline])


def _dressed(text: str, start: int, end: int) -> tuple[int, int]:
    """Whole lines of keywords with the heading of sold links above them, and what they are wrapped in."""
    at, line = heading_above(text, start, REACH)
    return wrapped(text, at if heading_kind(line) in ("farm", "maybe") else start, end)


REACH = 200
"""Characters above keywords in which a heading is looked for."""


def _blanks(text: str, at: int) -> int:
    rest = text[at : at + 16]
    return len(rest) - len(rest.lstrip(" \t\u3000"))


def _signed(text: str, lines: Sequence[Span], proven: Sequence[Block]) -> Iterator[Cut]:
    """Lines that carry the tag a proven block ends in."""
    tags = [tag for block in proven if (tag := tag_of(text, block))]
    cut = [(b.start, b.end) for b in proven]
    return tagged_lines(text, lines, cut, dict.fromkeys(tags))


def _again(text: str, proven: Sequence[Looked], page: Page) -> bool:
    """Whether a phrase of proven blocks may stand elsewhere too: the page holds its words."""
    if len(text) > MAX_REST or any(len(one.phrases) < one.size for one in proven):
        return True
    return any(all(map(page.holds, part)) for one in proven for part in one.parts)


def _companions(
    text: str, proven: Sequence[Block], blocks: Sequence[Block], taken: Sequence[Cut]
) -> list[Cut]:
    """Lists of nothing but phrases of proven blocks, too short to be proven themselves."""
    phrases = {t for b in proven for t in b.texts(text)}
    return [
        (b.start, b.end, "search phrases")
        for b in blocks
        if not meets((b.start, b.end), taken) and phrases.issuperset(b.texts(text))
    ]
