"""How a run is to go, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from scrubtext.audit import Tally
from scrubtext.config import fingerprint
from scrubtext.pipeline import Pipeline
from scrubtext.records import Spec

__all__ = ["SIDES", "Options", "Summary"]

SIDES = ("audit", "dropped", "rejects")


@dataclass(frozen=True, kw_only=True)
class Options:
    """How a run is to go. Paths are text; an empty one means: not wanted.

    ``mode`` is ``clean``, ``tag`` (the text stays, spans are added) or ``split`` (what was removed
    is kept beside the text). ``source`` and ``to`` name formats where file names do not tell.
    ``jobs`` is a number of processes.
    """

    line: Pipeline
    spec: Spec = field(default_factory=Spec)
    mode: str = "clean"
    source: str = ""
    to: str = ""
    jobs: int = 1
    force: bool = False
    resume: bool = False
    in_place: bool = False
    dry_run: bool = False
    audit: str = ""
    dropped: str = ""
    rejects: str = ""
    include: Sequence[str] = ()
    exclude: Sequence[str] = ()

    @property
    def sides(self) -> dict[str, str]:
        """The side files that are wanted."""
        return {} if self.dry_run else {k: v for k in SIDES if (v := getattr(self, k))}

    @property
    def settings(self) -> dict[str, Any]:
        """What must be the same for a run to be resumed."""
        spec = {k: getattr(self.spec, k) for k in self.spec.__dataclass_fields__}
        plain = {k: list(v) if isinstance(v, tuple) else v for k, v in spec.items()}
        rest = {"mode": self.mode, "from": self.source, "to": self.to, "sides": sorted(self.sides)}
        return {"fingerprint": fingerprint(self.line), **plain, **rest}


@dataclass
class Summary:
    """What came of a run. ``failed`` lists files without output; ``tally.rejected`` counts records."""

    fingerprint: str
    tally: Tally = field(default_factory=Tally)
    files: int = 0
    skipped: int = 0
    failed: list[tuple[str, str]] = field(default_factory=list)
    outputs: list[str] = field(default_factory=list)
    seconds: float = 0.0

    @property
    def whole(self) -> bool:
        """Whether every file and record came through."""
        return not self.failed and not self.tally.rejected
