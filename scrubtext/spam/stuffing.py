"""Keyword blocks of a text: candidates, proofs, boundaries, and what goes with a proven block."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from scrubtext.doc import Doc
from scrubtext.edit import Edit, Note
from scrubtext.excise import cut_lines
from scrubtext.spam.block import Block
from scrubtext.spam.blocks import blocks_of
from scrubtext.spam.boundary import edged
from scrubtext.spam.evidence import Evidence, beside, evidence_of, repeated_tokens, spread
from scrubtext.spam.glued import Stretch, glued_proof, stretches
from scrubtext.spam.page import Page, page_of, tokens
from scrubtext.spam.shelter import quoted, sheltered_lines
from scrubtext.spam.tags import tag_of, tagged_lines
from scrubtext.spam.verdict import HOPEFUL, proof

__all__ = ["stuffing"]

Cut = tuple[int, int, str]


def stuffing(text: str) -> tuple[list[Edit], list[Note]]:
    """Deletions and notes for one text."""
    lines = Doc(text).lines
    shelter = sheltered_lines(text, lines)
    hopeful = list(_hopeful(text, blocks_of(text, lines, shelter)))
    glued = _glued(text, lines, shelter)
    if not hopeful and not glued:
        return [], []
    spans = [*((b.start, b.end) for b, _ in hopeful), *((s.start, s.end) for s in glued)]
    page = page_of(text, sorted(spans))
    proven = [(_bounded(text, b), why) for b, e in hopeful if (why := _proof(text, b, e, page))]
    cuts = [(b.start, b.end, why) for b, why in proven]
    for s in glued:
        why = glued_proof(s, page)
        if why and not any(a < s.end and s.start < b for a, b, _ in cuts):
            cuts.append((s.start, s.end, why))
    cuts += _companions(text, lines, [b for b, _ in proven])
    return list(_edits(text, sorted(cuts))), []


def _glued(text: str, lines: Sequence[tuple[int, int]], shelter: set[int]) -> list[Stretch]:
    return [
        s
        for k, (a, b) in enumerate(lines)
        if b - a >= 32 and k not in shelter
        for s in stretches(text, a, b)
        if not quoted(text, s.start, s.end)
    ]


def _hopeful(text: str, blocks: Iterable[Block]) -> Iterator[tuple[Block, Evidence]]:
    """The blocks that some page could prove, with what is known without it."""
    for block in blocks:
        evidence = evidence_of(block.texts(text))
        if proof(evidence, block.separator.kind, HOPEFUL, block.guarded):
            yield block, evidence


def _proof(text: str, block: Block, evidence: Evidence, page: Page) -> str | None:
    full = beside(evidence, block.texts(text), page)
    return proof(full, block.separator.kind, page, block.guarded)


def _bounded(text: str, block: Block) -> Block:
    return edged(text, block) if block.layout == "lines" else block


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


def _companions(text: str, lines: Sequence[tuple[int, int]], proven: Sequence[Block]) -> list[Cut]:
    tags = []
    for block in proven:
        common = repeated_tokens([tokens(t) for t in spread(block.texts(text))])
        tag = tag_of(text, block, common)
        if tag:
            tags.append(tag)
    cut = [(b.start, b.end) for b in proven]
    return list(tagged_lines(text, lines, cut, dict.fromkeys(tags)))
