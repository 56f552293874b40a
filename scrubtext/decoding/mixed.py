"""Files in more than one encoding: told apart line by line, UTF-8 against the best legacy reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scrubtext.decoding import utf8
from scrubtext.decoding.codepages import MULTIBYTE
from scrubtext.decoding.legacy import BROKEN_UTF8, Hints, Reading, prior, rank, reading
from scrubtext.decoding.result import Run
from scrubtext.decoding.sample import blocks, compact

__all__ = ["by_line", "doubtful_lines", "joined"]

EVIDENCE = 6000  # bytes of doubtful lines the legacy encoding is chosen on
LINE = 1200  # bytes of a line that are enough to judge it
USUAL = 3  # doubtful lines from which their common encoding is expected of each of them
OWN = 300  # doubtful lines that may each have an encoding of their own; more share one
POOL = (
    *MULTIBYTE, "cp1252", "cp1251", "cp1250", "koi8-r", "cp1253", "cp1254", "cp1255", "cp1256",
    "cp1258", "cp874", "iso8859-2",
)  # fmt: skip
"""What stands beside UTF-8 in one file: the encodings of today's programs, no code page of DOS."""

FEW = 4  # sequences of two bytes, and no others, may be UTF-8 by accident
KEEP = 4.0  # nats in favour of UTF-8 with a bad byte, in a file that is UTF-8 elsewhere
_LINE = re.compile(rb"[^\n]*\n|[^\n]+")
_ASCII = "ascii"
_DOUBT = "?"
_CHANCE = "utf-8 by chance"
_NO_LEADS = bytes(set(range(256)) - set(range(0xC2, 0xF5)))


def by_line(data: bytes, base: str | None, hints: Hints) -> tuple[list[Run], list[Reading]]:
    """Runs of lines: those in UTF-8, those in ``base`` or, without it, in the best legacy encoding.

    Also the readings the legacy encoding was chosen from.
    """
    runs = list(_kinds(data, base))
    doubtful = [run for run in runs if run.encoding == _DOUBT]
    sample = compact(_pieces(data, doubtful), EVIDENCE)
    ranked = rank(sample, hints, POOL) if doubtful else []
    if doubtful and not ranked:
        return joined(Run(r.start, r.end, _settled(r)) for r in runs), []
    if ranked and base is None:
        own = Hints((ranked[0].encoding, *hints.claims), hints.lang)
        is_few, is_usual = len(doubtful) <= OWN, len(doubtful) >= USUAL
        runs = [_judge(data, r, own, is_few, is_usual) if r.encoding == _DOUBT else r for r in runs]
        runs = [_by_text(data, r, own.claims[0]) if r.encoding == _CHANCE else r for r in runs]
    return joined(r._replace(encoding=_settled(r)) if r.encoding == _CHANCE else r for r in runs), ranked


def _by_text(data: bytes, run: Run, legacy: str) -> Run:
    """A line whose few sequences may be UTF-8 by accident: here both encodings are as common."""
    line = data[run.start : run.end]
    wide, part = reading(line, "utf-8", Hints()), reading(line, legacy, Hints())
    lead = wide.nats - prior("utf-8", Hints()) if wide else 0.0
    is_legacy = part is not None and not part.lost and part.nats - prior(legacy, Hints()) > lead
    return run._replace(encoding=legacy if is_legacy else "utf-8")


def doubtful_lines(data: bytes) -> list[Run]:
    """Lines that are not UTF-8, for a look at a sample."""
    return [run for run in _kinds(data, None) if run.encoding == _DOUBT]


def _settled(run: Run) -> str:
    return "utf-8" if run.encoding in (_DOUBT, _CHANCE) else run.encoding


def _pieces(data: bytes, runs: Iterable[Run]) -> list[bytes]:
    """Doubtful lines, up to twice what is needed."""
    out, room = [], 2 * EVIDENCE
    for run in runs:
        out.append(data[run.start : min(run.end, run.start + LINE)])
        room -= len(out[-1])
        if room <= 0:
            break
    return out


def _kinds(data: bytes, base: str | None) -> Iterator[Run]:
    """Every block, and every line of a block that is not of one kind, with its kind."""
    for start, end in blocks(data):
        block = data[start:end]
        if block.isascii():
            yield Run(start, end, _ASCII)
        elif base is None and utf8.strict(block) is not None:
            yield Run(start, end, "utf-8")
        elif base is not None and not utf8.has_runs(block):
            yield Run(start, end, base)
        else:
            yield from _lines(block, start, base)


def _lines(block: bytes, offset: int, base: str | None) -> Iterator[Run]:
    for line in _LINE.findall(block):
        end = offset + len(line)
        yield Run(offset, end, _kind(line, base))
        offset = end


def _kind(line: bytes, base: str | None) -> str:
    """``ascii``, ``utf-8``, the base, or doubt."""
    if line.isascii():
        return _ASCII
    text = utf8.strict(line)
    if base is None and text is not None:
        return _CHANCE if len(line.translate(None, _NO_LEADS)) <= FEW and max(line) < 0xE0 else "utf-8"
    if base is None:
        return "utf-8" if utf8.looks_damaged(line) else _DOUBT
    if text is None:
        return base
    return "utf-8" if _beats(line, base) else base


def _beats(line: bytes, base: str) -> bool:
    """Whether a line that is valid UTF-8 reads better so than in the base encoding."""
    head = line[:LINE]
    if utf8.strict(head) is None:
        return True
    ranked = rank(head, Hints(), ("utf-8", base))
    return bool(ranked) and ranked[0].encoding == "utf-8"


def _judge(data: bytes, run: Run, hints: Hints, is_few: bool, is_usual: bool) -> Run:
    """A doubtful line: damaged UTF-8 or legacy, of its own encoding where there are few."""
    line = data[run.start : min(run.end, run.start + LINE)]
    legacy = hints.claims[0]
    if run.end == len(data) and utf8.is_cut(data[run.start :]):
        return run._replace(encoding="utf-8")
    if is_few:
        ranked = rank(line, hints, POOL)
        legacy = ranked[0].encoding if ranked else legacy
    if utf8.looks_damaged(line) is None:
        whole = reading(line, "utf-8", Hints())
        part = reading(line, legacy, hints if is_usual and legacy == hints.claims[0] else Hints())
        if whole and (part is None or whole.nats + BROKEN_UTF8 * whole.lost + KEEP > part.nats):
            legacy = "utf-8"
    return Run(run.start, run.end, legacy)


def joined(runs: Iterable[Run]) -> list[Run]:
    """Neighbours of one encoding as one run; ASCII belongs to what stands before it, or after."""
    out: list[Run] = []
    for run in runs:
        if out and (run.encoding in (_ASCII, out[-1].encoding)):
            out[-1] = out[-1]._replace(end=run.end)
        elif out and out[-1].encoding == _ASCII:
            out[-1] = Run(out[-1].start, run.end, run.encoding)
        else:
            out.append(run)
    return out
