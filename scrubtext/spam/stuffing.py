"""Keyword blocks of a text: candidates, proofs, boundaries, and what goes with a proven block."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from scrubtext.doc import Doc
from scrubtext.edit import Edit, Note
from scrubtext.excise import cut_lines
from scrubtext.spam.block import Block
from scrubtext.spam.blocks import blocks_of
from scrubtext.spam.boundary import edged
from scrubtext.spam.evidence import (
    Evidence,
    beside,
    clashing,
    evidence_of,
    repeated_tokens,
    spread,
)
from scrubtext.spam.glued import Stretch, around, glued_proof, stretches
from scrubtext.spam.page import Page, page_of, tokens
from scrubtext.spam.shelter import Shelter, quoted
from scrubtext.spam.tags import tag_of, tagged_lines
from scrubtext.spam.triage import Suspects, suspects
from scrubtext.spam.verdict import AFTER_CLASH, HOPEFUL, proof

__all__ = ["DOUBTFUL", "stuffing"]

Cut = tuple[int, int, str]


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
    blocks = blocks_of(text, lines, shelter, found)
    hopeful = list(_hopeful(text, blocks))
    glued = _glued(text, lines, shelter, found.stretches)
    if not hopeful and not glued:
        return [], []
    spans = [*((b.start, b.end) for b, _ in hopeful), *((s.start, s.end) for s in glued)]
    page = page_of(text, sorted(spans))
    proven = [(_bounded(text, b, page), why) for b, e in hopeful if (why := _proof(text, b, e, page))]
    cuts = [(b.start, b.end, why) for b, why in proven]
    cuts += [(s.start, s.end, why) for s in glued if (why := glued_proof(s, page))]
    if proven:
        more = blocks_of(text, lines, shelter, suspects(doc, every=True))
        cuts += _companions(text, lines, [b for b, _ in proven], more, cuts)
    doubtful = [(b.start, b.end, DOUBTFUL) for b, e in hopeful if _doubtful(e)]
    if strict:
        cuts += doubtful
    cuts = list(_disjoint(cuts))
    notes = [Note(a, b, why) for a, b, why in doubtful if not _meets((a, b), cuts)]
    return list(_edits(text, cuts)), notes


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


def _meets(span: tuple[int, int], cuts: Iterable[Cut]) -> bool:
    return any(a < span[1] and span[0] < b for a, b, _ in cuts)


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


def _hopeful(text: str, blocks: Iterable[Block]) -> Iterator[tuple[Block, Evidence]]:
    """The blocks that some page could prove, with what is known without it."""
    for block in blocks:
        evidence = evidence_of(block.texts(text))
        if proof(evidence, block.separator.kind, HOPEFUL, block.guarded):
            yield block, evidence


def _proof(text: str, block: Block, evidence: Evidence, page: Page) -> str | None:
    phrases, kind = block.texts(text), block.separator.kind
    full = beside(evidence, phrases, page)
    why = proof(full, kind, page, block.guarded)
    if why is None or why in AFTER_CLASH:
        return proof(clashing(full, phrases, page), kind, page, block.guarded)
    return why


def _bounded(text: str, block: Block, page: Page) -> Block:
    return edged(text, block, page) if block.layout == "lines" else block


def _edits(text: str, cuts: Sequence[Cut]) -> list[Edit]:
    """Whole lines take their line ends along; parts of lines the space they would orphan."""
    whole, inline = [], []
    for a, b, why in cuts:
        at_start = not text[text.rfind("\n", 0, a) + 1 : a].strip()
        end = text.find("\n", b)
        at_end = not text[b : end if end >= 0 else len(text)].strip()
        if at_start and at_end:
            whole.append((text.rfind("\n", 0, a) + 1, end if end >= 0 else len(text), why))
        elif at_start:
            inline.append(Edit(a, b + _blanks(text, b), "", why))
        else:
            inline.append(Edit(len(text[:a].rstrip(" \t\u3000")), b, "", why))
    return sorted([*cut_lines(text, whole), *inline])


def _blanks(text: str, at: int) -> int:
    rest = text[at : at + 16]
    return len(rest) - len(rest.lstrip(" \t\u3000"))


def _companions(
    text: str,
    lines: Sequence[tuple[int, int]],
    proven: Sequence[Block],
    blocks: Sequence[Block],
    taken: Sequence[Cut],
) -> list[Cut]:
    """What goes with proven blocks: lines of their phrases again, and lines signed with their tag."""
    tags, phrases = [], set()
    for block in proven:
        texts = block.texts(text)
        phrases.update(texts)
        tag = tag_of(text, block, repeated_tokens([tokens(t) for t in spread(texts)]))
        if tag:
            tags.append(tag)
    again = [
        (b.start, b.end, "search phrases")
        for b in blocks
        if not _meets((b.start, b.end), taken) and phrases.issuperset(b.texts(text))
    ]
    cut = [(b.start, b.end) for b in proven]
    return [*again, *tagged_lines(text, lines, cut, dict.fromkeys(tags))]
