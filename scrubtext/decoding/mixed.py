"""Files in more than one encoding: told apart line by line, UTF-8 against the best legacy reading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from scrubtext import plausibility
from scrubtext.decoding import damaged, utf8
from scrubtext.decoding.codepages import MULTIBYTE
from scrubtext.decoding.legacy import BAD, HEADER, Hints, Reading, prior, rank, reading
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
LINES, SHARE = 2, 1 / 3  # strange lines of more than one place, and their share, from which ...
# ... a place alone on its line may be in their encoding
_LONE_PLACE = re.compile(rb"[\0-\x7f]*(?:[\x80-\xff](?![\x80-\xff])|[\xc2-\xf4][\x80-\xbf]{1,2})[\0-\x7f]*")
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
    strange = [run for run in doubtful if _is_strange(_head(data, run))]
    sample = compact(_pieces(data, strange or doubtful), EVIDENCE)
    ranked = rank(sample, hints, POOL) if doubtful else []
    if ranked and base is None:
        own = Hints((ranked[0].encoding, *hints.claims), hints.lang)
        is_few, bonus = len(doubtful) <= OWN, _bonus(data, strange)
        runs = [_judge(data, r, own, is_few, bonus) if r.encoding == _DOUBT else r for r in runs]
        runs = _without_chance(data, runs, own.claims[0])
    return joined(r._replace(encoding=_settled(r)) for r in runs), ranked


def _head(data: bytes, run: Run) -> bytes:
    """As much of a line as is enough to judge it."""
    return data[run.start : min(run.end, run.start + LINE)]


def _is_strange(line: bytes) -> bool:
    """Whether a line speaks for another encoding: UTF-8 with a bad byte has more good places."""
    good, bad = damaged.counts(line)
    return bad >= good


def _bonus(data: bytes, strange: list[Run]) -> float:
    """Nats their common encoding is worth in each strange line: single bytes are damage, no encoding."""
    whole = sum(_LONE_PLACE.fullmatch(_head(data, run)) is None for run in strange)
    return HEADER if len(strange) >= USUAL and whole >= max(LINES, SHARE * len(strange)) else 0.0


def _without_chance(data: bytes, runs: list[Run], legacy: str) -> list[Run]:
    """Beside lines in a legacy encoding, lines of few sequences may be in it too."""
    is_mixed = any(r.encoding not in (_ASCII, _CHANCE, "utf-8") for r in runs)
    if not is_mixed or sum(r.encoding == _CHANCE for r in runs) > OWN:
        return runs
    return [_by_text(data, r, legacy) if r.encoding == _CHANCE else r for r in runs]


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


def _judge(data: bytes, run: Run, hints: Hints, is_few: bool, bonus: float) -> Run:
    """A doubtful line: damaged UTF-8 or legacy, of its own encoding where there are few."""
    line = _head(data, run)
    is_lone = _LONE_PLACE.fullmatch(line) is not None
    is_cut = run.end == len(data) and utf8.is_cut(data[run.start :])
    if is_cut or (is_lone and not bonus) or damaged.is_certain(line):
        return run._replace(encoding="utf-8")
    legacy = hints.claims[0]
    if not is_few and (clear := damaged.by_count(line)) is not None:
        return run._replace(encoding="utf-8" if clear else legacy)
    if is_few and not is_lone:
        ranked = rank(line, hints, POOL)
        legacy = ranked[0].encoding if ranked else legacy
    if utf8.looks_damaged(line) is None:
        part = reading(line, legacy, Hints())
        own = bonus if legacy == hints.claims[0] else 0.0
        if part is None or _as_utf8(line) > part.nats + own:
            legacy = "utf-8"
    return Run(run.start, run.end, legacy)


def _as_utf8(line: bytes) -> float:
    """Nats of a line as UTF-8, whatever the number of its bad places, in a file that is UTF-8 elsewhere."""
    bad = damaged.counts(line)[1]
    total = plausibility.total(line.decode("utf-8", "replace").replace("\ufffd", " "))
    return total - BAD * bad + prior("utf-8", Hints()) + KEEP


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
