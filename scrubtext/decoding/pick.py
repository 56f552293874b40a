"""The order of the stages: from the bytes and the claims to runs of bytes and their encodings."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

from scrubtext import plausibility
from scrubtext.decoding import escapes, utf8, wide
from scrubtext.decoding.accident import accident
from scrubtext.decoding.bom import MARKED, by_mark
from scrubtext.decoding.codepages import MULTIBYTE, SINGLE_BYTE, WIDE, is_single_byte
from scrubtext.decoding.damaged import is_utf8
from scrubtext.decoding.labels import declared_in, normalise
from scrubtext.decoding.legacy import Hints, Reading, candidates, encodings_of, rank
from scrubtext.decoding.mixed import by_line
from scrubtext.decoding.nuls import by_nuls
from scrubtext.decoding.quick import SIZE, beyond_doubt
from scrubtext.decoding.result import Candidate, Run
from scrubtext.decoding.sample import compact, windows
from scrubtext.decoding.strangers import by_sense, common_of_lines, has_strangers
from scrubtext.decoding.twins import among_twins

__all__ = ["Plan", "plan"]

PROBE = 600  # bytes the first ranking sees
EVIDENCE = 6000  # bytes the final ranking sees
CLEAR = 40.0  # nats between first and second that need no second look
FINALISTS = 6
SURE = 0.9  # share of the probability below which a reading is called ambiguous
FEW = 4  # characters beyond ASCII below which nobody can be sure
SENSELESS = -13.0  # nats per character beyond ASCII: no language reads like this ...
SENSELESS_LETTERS = -6.5  # ... and none in letters, all characters counted: random bytes are below
# -8.5, pages of any language above -4.4
_FALLBACK = "cp1252"  # loses no byte


@dataclass(frozen=True, slots=True)
class Plan:
    """What to read how, and how sure that is."""

    runs: list[Run] = field(default_factory=list)
    candidates: tuple[Candidate, ...] = ()
    is_ambiguous: bool = False


def plan(data: bytes, declared: str | None, lang: str | None) -> Plan:
    """Decide."""
    if not data:
        return Plan()
    if data[0] in MARKED and (runs := by_mark(data)):
        return Plan(runs)
    claim = normalise(declared) if declared else None
    if data.isascii():
        return _plan_ascii(data, claim)
    if b"\0" in data[: wide.PROBE] and (runs := by_nuls(data)):
        return Plan(runs)
    text = utf8.strict(data)
    if text is not None and utf8.is_certain(data, text):
        return Plan([Run(0, len(data), "utf-8", text=text)])
    if text is None and (text := utf8.of_halves(data)) is not None:
        return Plan([Run(0, len(data), "utf-8", text=text)])
    hints = Hints(tuple(dict.fromkeys(c for c in (claim, *declared_in(data)) if c)), lang)
    return _plan_legacy(data, hints) if text is None else _plan_short(data, hints, "utf-8")


def _whole(data: bytes, encoding: str) -> list[Run]:
    return [Run(0, len(data), encoding)]


def _plan_ascii(data: bytes, claim: str | None) -> Plan:
    """Seven-bit data: escapes, wide ASCII, or just ASCII."""
    runs = escapes.by_escapes(data, claim) or by_nuls(data)
    if not runs and (claim in WIDE or wide.has_controls(data)):
        hints = Hints((claim,) if claim in WIDE else ())
        ranked = rank(data[: EVIDENCE // 2], hints, ("utf-8", *WIDE[:2]))
        runs = _whole(data, ranked[0].encoding) if ranked and ranked[0].encoding in WIDE else None
    return Plan(runs or _whole(data, "ascii"))


def _plan_short(data: bytes, hints: Hints, *more: str) -> Plan:
    """Little evidence: every reading of all of it competes."""
    sample = compact(windows(data), EVIDENCE)
    ranked = rank(data if len(data) <= EVIDENCE else sample, hints, (*more, *_pool(data)))
    return _verdict(data, accident(data, ranked, hints), hints)


def _pool(data: bytes) -> tuple[str, ...]:
    return (*MULTIBYTE, *SINGLE_BYTE, *(WIDE[:2] if wide.may_be_utf16(data) else ()))


def _plan_legacy(data: bytes, hints: Hints) -> Plan:
    """Not UTF-8 throughout: UTF-16, damaged, mixed, or legacy."""
    if len(data) > PROBE and wide.may_be_utf16(data):
        head = rank(data[:PROBE], hints, _pool(data))
        if head and head[0].encoding in WIDE and _makes_sense(head[0]):
            return Plan(_whole(data, head[0].encoding), candidates(head))
    found = windows(data)
    sample = b"\n".join(found)
    if not utf8.has_runs(sample) and (sure := _beyond_doubt(found)):
        is_mixed = has_strangers(sample, sure.encoding)
        return Plan(by_sense(data, sure.encoding) if is_mixed else _whole(data, sure.encoding), (sure,))
    if is_utf8(sample):
        return _plan_damaged(data, hints)
    ranked = _ranked(data, found, hints)
    made = _verdict(data, ranked, hints)
    base = made.runs[0].encoding
    if base == "utf-8":
        damaged = _plan_damaged(data, hints)
        return damaged if len(damaged.runs) > 1 else made
    is_noise = base == _FALLBACK and made.is_ambiguous
    if is_noise and (common := common_of_lines(sample)):
        return Plan(by_sense(data, common))
    if has_strangers(sample, base):
        return Plan(by_sense(data, base), made.candidates, made.is_ambiguous)
    if base not in WIDE and not is_noise and utf8.has_runs(data):
        runs, _ = by_line(data, base, hints)
        return Plan(runs, made.candidates, made.is_ambiguous)
    return made


def _plan_damaged(data: bytes, hints: Hints) -> Plan:
    """UTF-8 with bad bytes, or with lines in another encoding."""
    runs, ranked = by_line(data, None, hints)
    is_legacy = len(runs) == 1 and runs[0].encoding != "utf-8"
    return Plan(runs, candidates(ranked) if is_legacy else ())


def _beyond_doubt(found: list[bytes]) -> Candidate | None:
    """A reading all windows agree on at a quick look."""
    answers = [beyond_doubt(compact([window], SIZE)) for window in found]
    first = answers[0] if answers else None
    if first is None or any(a is None or a[0] != first[0] for a in answers):
        return None
    return Candidate(first[0], 1.0, first[1][:80])


def _ranked(data: bytes, found: list[bytes], hints: Hints) -> list[Reading]:
    """Two looks: all candidates on little, the best few on more."""
    if len(data) <= PROBE:
        return rank(data, hints, ("utf-8", *_pool(data)))
    probe = compact(found, PROBE)
    first = rank(probe, hints, ("utf-8", *_pool(data)))
    if first and (len(first) < 2 or first[0].nats - first[1].nats > CLEAR):
        return first
    return rank(compact(found, EVIDENCE), hints, [r.encoding for r in first[:FINALISTS]])


def _verdict(data: bytes, ranked: list[Reading], hints: Hints) -> Plan:
    """The best reading, a look at chardet if it makes no sense, and how sure it is."""
    is_sense = bool(ranked) and _makes_sense(ranked[0])
    if not is_sense:
        from scrubtext.decoding.general import ask

        other = ask(data, ranked[0] if ranked else None)
        ranked = [other, *ranked] if other else ranked
        is_sense = other is not None and _makes_sense(other)
        if not is_sense and len(data) > FEW * 4:
            return Plan(_whole(data, _FALLBACK), candidates(ranked), True)
    rivals = candidates(ranked)
    if not rivals:
        return Plan(_whole(data, _FALLBACK), (), True)
    is_ambiguous = not is_sense or _is_ambiguous(ranked, rivals, hints)
    encoding = rivals[0].encoding
    if is_single_byte(encoding) and len(data) > PROBE:
        encoding = among_twins(data, ranked[0], hints)
        rivals = (rivals[0]._replace(encoding=encoding), *rivals[1:])
    return Plan(_whole(data, encoding), rivals, is_ambiguous)


def _makes_sense(best: Reading) -> bool:
    """Whether any language reads like this."""
    is_whole = best.encoding == "utf-8" and not best.lost  # nothing else is well-formed by chance
    if is_whole or utf8.beyond_ascii(best.text[:400]) < 2 * FEW:
        return True
    if is_single_byte(best.encoding):
        return best.nats > SENSELESS_LETTERS * len(best.text)
    text = unicodedata.normalize("NFC", best.text[:EVIDENCE].replace("\ufffd", ""))
    return plausibility.score(text) > SENSELESS


def _is_ambiguous(ranked: list[Reading], rivals: tuple[Candidate, ...], hints: Hints) -> bool:
    """Close rivals, or too few characters to tell; a claim or a language that agrees settles it."""
    best = ranked[0]
    settled = best.encoding in hints.claims or (
        hints.lang is not None and best.encoding in encodings_of(hints.lang)
    )
    if rivals[0].confidence < SURE:
        return not settled or rivals[0].confidence < 0.6
    is_short = utf8.beyond_ascii(best.text[:200]) < FEW
    return is_short and len(ranked) > 1 and not settled
