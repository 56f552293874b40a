"""Audits added up: by filter, by reason, by file; the records that lost most; samples to look at."""

from __future__ import annotations

import gzip
import heapq
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scrubtext.audit.rows import Row, Tally
from scrubtext.errors import ConfigError, RecordError

__all__ = ["Report", "gates"]

WORST = 50
SAMPLES = 100_000
"""Findings the page carries: what a browser still searches without a pause."""


@dataclass
class Report:
    """What one or more audits say together.

    >>> Report().share("trailer")
    0.0
    """

    runs: list[Row] = field(default_factory=list)
    tally: Tally = field(default_factory=Tally)
    files: dict[str, Tally] = field(default_factory=dict)
    drops: dict[str, int] = field(default_factory=dict)
    notes: dict[tuple[str, str], int] = field(default_factory=dict)
    rejects: list[Row] = field(default_factory=list)
    worst: list[tuple[int, str, int]] = field(default_factory=list)
    samples: list[Row] = field(default_factory=list)
    found: int = 0

    @classmethod
    def of(cls, paths: Iterable[str | Path], samples: int = SAMPLES) -> Report:
        """The report of the audits at ``paths``; RecordError where one is none."""
        report = cls()
        for path in paths:
            for number, row in _rows(Path(path)):
                try:
                    report._add(row, samples)
                except (KeyError, TypeError, ValueError) as error:
                    raise RecordError(f"{path}:{number}", "not a row of an audit") from error
        return report

    def _add(self, row: Row, samples: int) -> None:
        kind = row["kind"]
        if kind == "run":
            if row["fingerprint"] not in [r["fingerprint"] for r in self.runs]:
                self.runs.append(row)
        elif kind == "file":
            tally = Tally.of(row)
            self.tally.add(tally)
            self.files.setdefault(row["file"], Tally()).add(tally)
        elif kind == "record":
            lost = sum(removed for *_, removed, _ in row["counts"])
            heapq.heappush(self.worst, (lost, row["file"], row["record"]))
            if len(self.worst) > WORST:
                heapq.heappop(self.worst)
        elif kind == "drop":
            self.drops[row["why"]] = self.drops.get(row["why"], 0) + 1
        elif kind == "reject":
            self.rejects.append(row)
        else:
            self.found += 1
            if kind == "note":
                key = (row["filter"], row["why"])
                self.notes[key] = self.notes.get(key, 0) + 1
            if len(self.samples) < samples:
                self.samples.append(row)

    def by_reason(self) -> list[list[Any]]:
        """Filter, reason, findings, characters removed, characters put in, share of all characters."""
        rows = [[*key.split("\t"), *n, self._share(n[1])] for key, n in self.tally.counts.items()]
        return sorted(rows, key=lambda row: (-row[3], -row[2], row[0], row[1]))

    def by_filter(self) -> list[list[Any]]:
        """Filter, findings, characters removed, characters put in, share of all characters."""
        rows = [[name, *n, self._share(n[1])] for name, n in self.tally.by_filter().items()]
        return sorted(rows, key=lambda row: (-row[2], -row[1], row[0]))

    def by_file(self, most: int = WORST) -> list[list[Any]]:
        """File, records, changed, characters in and out, share removed; what lost most comes first."""
        rows: list[list[Any]] = [
            [name, t.records, t.changed, t.chars_in, t.chars_out, _ratio(t)]
            for name, t in self.files.items()
        ]
        return sorted(rows, key=lambda row: (-row[5], row[0]))[:most]

    def worst_records(self) -> list[list[Any]]:
        """File, record, characters removed; the worst first."""
        return [[name, record, lost] for lost, name, record in sorted(self.worst, reverse=True)]

    def share(self, name: str) -> float:
        """Which part of all characters a filter, or a ``filter/reason``, removed."""
        wanted, _, why = name.partition("/")
        removed = 0
        for key, (_, characters, _) in self.tally.counts.items():
            f, _, reason = key.partition("\t")
            removed += characters if f == wanted and why in ("", reason) else 0
        return self._share(removed)

    def _share(self, characters: int) -> float:
        return characters / self.tally.chars_in if self.tally.chars_in else 0.0

    def data(self) -> dict[str, Any]:
        """The report as data, without the samples."""
        return {
            "runs": self.runs,
            "totals": self.tally.row(),
            "files": len(self.files),
            "by_filter": self.by_filter(),
            "by_reason": self.by_reason(),
            "by_file": self.by_file(),
            "worst_records": self.worst_records(),
            "notes": [[*key, n] for key, n in sorted(self.notes.items())],
            "drops": sorted(self.drops.items()),
            "rejects": self.rejects[:WORST],
        }


def _ratio(t: Tally) -> float:
    removed = sum(n[1] for n in t.counts.values())
    return min(1.0, removed / t.chars_in) if t.chars_in else 0.0


def _rows(path: Path) -> Iterator[tuple[int, Row]]:
    try:
        with gzip.open(path, "rb") if path.suffix == ".gz" else path.open("rb") as stream:
            for number, line in enumerate(stream, 1):
                row = json.loads(line)
                if not isinstance(row, dict):
                    raise ValueError
                yield number, row
    except (OSError, EOFError) as error:
        raise RecordError(str(path), getattr(error, "strerror", None) or str(error)) from error
    except ValueError as error:
        raise RecordError(str(path), "not an audit: its lines are no JSON objects") from error


def gates(report: Report, limits: Iterable[str]) -> list[str]:
    """The limits that a report breaks: ``trailer=5%``, ``mojibake/double utf-8=0.1%``, ``total=20%``.

    A limit is a share of all characters; ``rejected`` and ``changed`` are shares of all records.

    >>> gates(Report(), ["trailer=5%"])
    []
    """
    broken = []
    for limit in limits:
        name, share = _limit(limit)
        value = _measured(report, name)
        if value > share:
            broken.append(f"{name}: {value:.2%} is over {share:.2%}")
    return broken


def _limit(text: str) -> tuple[str, float]:
    m = re.fullmatch(r"\s*([^=]+?)\s*=\s*(\d+(?:\.\d+)?)\s*(%?)\s*", text)
    if m is None:
        raise ConfigError(f"{text!r} is no limit; write trailer=5% or rejected=0.001")
    return m[1], float(m[2]) / (100 if m[3] else 1)


def _measured(report: Report, name: str) -> float:
    from scrubtext.errors import UnknownNameError
    from scrubtext.filters import ORDER

    t = report.tally
    if name in ("rejected", "changed", "dropped"):
        records = t.records + (t.rejected if name == "rejected" else 0)
        return float(getattr(t, name)) / records if records else 0.0
    if name == "total":
        return float(sum(row[4] for row in report.by_filter()))
    used = {f["name"] for run in report.runs for f in run["filters"]}
    known = {*ORDER, *used, *(row[0] for row in report.by_filter())}
    if name.partition("/")[0] not in known:
        raise UnknownNameError("filter", name, known | {"total", "rejected", "changed", "dropped"})
    _known_reason(report, name)
    return report.share(name)


def _known_reason(report: Report, name: str) -> None:
    """UnknownNameError where ``filter/reason`` names a reason the filter does not have."""
    from scrubtext.errors import UnknownNameError
    from scrubtext.filters import ORDER, get

    look, _, why = name.partition("/")
    known = {row[1] for row in report.by_reason() if row[0] == look}
    known |= get(look).reasons if look in ORDER else set()
    if why and known and why not in known:
        raise UnknownNameError(f"reason of {look}", why, known)
