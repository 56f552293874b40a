"""A whole run: plan, read, clean, write, report."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from time import monotonic
from typing import NamedTuple

from scrubtext.audit import Tally, run_row
from scrubtext.config import fingerprint
from scrubtext.errors import ConfigError, RecordError, ScrubtextError
from scrubtext.records import get_format, ready
from scrubtext.records.paths import STDIN, expect, find, is_folder_output, printable
from scrubtext.run.manifest import Manifest, state_folder
from scrubtext.run.options import SIDES, Options, Summary
from scrubtext.run.plan import Job, Silent, Watcher, plan
from scrubtext.run.pool import outcomes
from scrubtext.run.read import End, pieces
from scrubtext.run.work import Outcome, Workshop
from scrubtext.run.write import Output, Parts, as_row

__all__ = ["Options", "Summary", "run"]




def run(
    inputs: Sequence[str], output: str, options: Options, watcher: Watcher | None = None
) -> Summary:
    """Clean ``inputs`` into ``output``: a folder, a file, or ``-``.

    Raises ConfigError before anything is written where outputs exist already, nothing was found or
    settings do not go together; what goes wrong with single files is in the summary.
    """
    return _Run(list(inputs), output, options, watcher or Silent()).go()


class _Current(NamedTuple):
    job: Job
    output: Output
    tally: Tally


class _Run:
    """The state of one run, in the reading and writing process."""

    def __init__(
        self, inputs: list[str], output: str, options: Options, watcher: Watcher
    ) -> None:
        self.options, self.watcher, self.output = options, watcher, output
        self.folder = not options.in_place and output != STDIN and is_folder_output(output, inputs)
        self.jobs = self._plan(inputs)
        self.summary = Summary(fingerprint(options.line))
        self.dead: set[str] = set()
        self.manifest: Manifest | None = None
        if self.folder and not options.dry_run:
            self.manifest = Manifest(state_folder(output), options.settings)

    def _plan(self, inputs: list[str]) -> list[Job]:
        options, without = self.options, Path(self.output) if self.folder else None
        found = list(find(inputs, options.include, options.exclude, without))
        if without and not found and without.resolve() in {Path(given).resolve() for given in inputs}:
            raise ConfigError(
                f"{printable(self.output)}: input and output are one folder; --in-place writes over files"
            )
        expect(found, inputs)
        jobs = list(plan(found, self.output, self.folder, options.source, options.to, options.mode))
        if options.in_place:
            jobs = [_in_place(job) for job in jobs]
        elif not self.folder and len(jobs) > 1:
            raise ConfigError("several inputs need a folder to go to: -o FOLDER")
        for job in jobs:
            if job.to in ("html", "warc"):
                raise ConfigError(f"{job.to} is read, not written")
            self._refuse_loss(job)
            if not job.wrong:
                ready(job.source, job.codec)
                ready(job.to, job.out_codec)
        return jobs

    def _refuse_loss(self, job: Job) -> None:
        """Text has no fields: what a mode adds must have another place to go to."""
        mode, options = self.options.mode, self.options
        if job.to != "text" or options.dry_run or job.wrong:
            return
        if mode == "tag":
            raise ConfigError("--mode tag adds fields, and text has none: -o NAME.jsonl or --to jsonl")
        if mode == "split" and self.output == STDIN and not options.in_place:
            raise ConfigError(
                "--mode split needs a file beside which it can put what it removed: -o FILE, or --to jsonl"
            )

    def go(self) -> Summary:
        """Do it."""
        began = monotonic()
        kept = self._resume()
        todo = [job for job in self.jobs if job.label not in kept]
        self._refuse_overwriting(todo)
        self.summary.files, self.summary.skipped = len(self.jobs), len(kept)
        for job in self.jobs:
            if job.label in kept and self.manifest is not None:
                self.summary.tally.add(self.manifest.tally(job))
        self.watcher.start(len(todo), sum(job.size for job in todo))
        with ExitStack() as stack:
            parts = self._parts(stack)
            if todo or not (self.manifest and self.manifest.complete):
                self._work(todo, parts, [job for job in self.jobs if job.label in kept])
            elif self.manifest is not None:
                parts.discard()  # a crash may have come between the last note and this
        self.summary.seconds = monotonic() - began
        return self.summary

    def _resume(self) -> set[str]:
        """The labels of the jobs that need not be done again."""
        if not self.options.resume:
            return set()
        if self.manifest is None:
            raise ConfigError("--resume needs an output folder")
        self.manifest.resume()
        kept = {job.label for job in self.jobs if not job.wrong and self.manifest.done(job)}
        sides = self.options.sides.values()
        there = len(kept) == len(self.jobs) and all(Path(side).exists() for side in sides)
        if self.manifest.complete and sides and not there:
            return set()  # the parts of the side files are gone, and the files must be whole
        return kept

    def _refuse_overwriting(self, todo: list[Job]) -> None:
        options = self.options
        if options.force or options.in_place or options.dry_run:
            return
        paths = [*options.sides.values()] if not options.resume else []
        if not (options.resume and self.manifest and self.manifest.path.exists()):
            paths += [job.output for job in todo if job.output not in ("", STDIN) and not job.wrong]
        there = [p for p in paths if Path(p).exists() and Path(p).is_file()]
        if there:
            more = f" and {len(there) - 1} more" if len(there) > 1 else ""
            raise ConfigError(
                f"{printable(there[0])}{more} would be overwritten: --force does it, "
                "--resume goes on with a run that was stopped"
            )

    def _parts(self, stack: ExitStack) -> Parts:
        if self.manifest is not None:
            folder = self.manifest.path.parent / "parts"
        else:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="scrubtext-")))
        return Parts(folder, self.options.sides)

    def _work(self, todo: list[Job], parts: Parts, kept: list[Job]) -> None:
        options = self.options
        if self.manifest is not None:
            if not kept:
                parts.discard()
            self.manifest.begin(kept)
        shop = Workshop(
            options.line,
            options.spec,
            options.mode,
            **{kind: kind in options.sides for kind in SIDES},
        )
        items = pieces(todo, options.spec, self.dead)
        current: _Current | None = None
        try:
            for item, outcome in outcomes(items, shop, options.jobs):
                if isinstance(item, Job):
                    current = _Current(item, Output(item, options.spec, options.dry_run), Tally())
                    parts.begin(item)
                elif current is not None and isinstance(item, End):
                    self._end(current, parts, item.wrong)
                    current = None
                elif current is not None and outcome is not None:
                    self._take(current, parts, outcome, item.chunk.size)
            self._finish(parts)
        except BaseException:
            if current is not None:
                current.output.abandon()
            parts.end()
            if self.manifest is not None:
                self.manifest.finish(complete=False)
            raise

    def _take(self, current: _Current, parts: Parts, outcome: Outcome, size: int) -> None:
        """Write what became of one chunk."""
        label = current.job.label
        self.watcher.advance(size, outcome.tally.records)
        if label in self.dead:
            return
        current.tally.add(outcome.tally)
        whole = get_format(current.job.source).whole
        for number, why in outcome.said:
            if whole:
                self._fail(current, why)
                return
            self.watcher.say(f"{label}:{number}", why)
        try:
            if outcome.body or not whole or not outcome.tally.dropped:
                current.output.write(outcome.body, outcome.removed)
            for kind in SIDES:
                parts.add(kind, getattr(outcome, kind))
        except (OSError, ScrubtextError) as error:
            self._fail(current, _unwritten(current.job, error))

    def _end(self, current: _Current, parts: Parts, wrong: str) -> None:
        """Make the output of a job appear, or say why it does not."""
        job = current.job
        size: int | None = None
        if wrong:
            self._fail(current, wrong)
        elif job.label not in self.dead:
            try:
                gone = get_format(job.source).whole and self.options.dropped and current.tally.dropped
                if gone:
                    current.output.abandon()
                else:
                    size = current.output.commit()
            except (OSError, ScrubtextError) as error:
                self._fail(current, _unwritten(job, error))
        if job.label in self.dead:
            why = self.summary.failed[-1][1]
            parts.begin(job)
            row = {"kind": "reject", "file": job.label, "record": None, "why": why}
            for kind in ("audit", "rejects"):
                parts.add(kind, as_row(row))
            parts.end()
            return
        row = {"kind": "file", "file": job.label, "output": printable(job.output)}
        parts.add("audit", as_row({**row, **current.tally.row()}))
        parts.end()
        self.summary.tally.add(current.tally)
        self.summary.outputs.append(job.output)
        if self.manifest is not None:
            self.manifest.add(job, size, current.tally)

    def _fail(self, current: _Current, why: str) -> None:
        """A file is lost to this run; the others go on."""
        current.output.abandon()
        if current.job.label not in self.dead:
            self.dead.add(current.job.label)
            self.summary.failed.append((current.job.label, why))
            self.watcher.say(current.job.label, why)

    def _finish(self, parts: Parts) -> None:
        labels = [job.label for job in self.jobs]
        for kind, path in self.options.sides.items():
            head = as_row(run_row(self.options.line)) if kind == "audit" else b""
            parts.assemble(kind, Path(path), labels, head)
        if self.manifest is not None:  # first the note that all is done, then the parts may go
            self.manifest.finish(complete=not self.summary.failed)
        if not self.summary.failed:
            parts.discard()


def _in_place(job: Job) -> Job:
    if job.path == STDIN:
        raise ConfigError("--in-place has no meaning for standard input")
    if job.to != job.source:
        return job._replace(wrong=f"{job.source} cannot be cleaned in place, it becomes {job.to}")
    return job._replace(output=job.path, out_codec=job.codec)


def _unwritten(job: Job, error: BaseException) -> str:
    """Why an output could not be written: it is the output's fault, not the input's."""
    if isinstance(error, OSError):
        return f"{printable(job.output)} cannot be written: {error.strerror or error}"
    return error.why if isinstance(error, RecordError) else str(error)
