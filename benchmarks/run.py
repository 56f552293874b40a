"""What running over real folders costs: formats, processes, memory, kill and resume.

    python benchmarks/run.py            # the full sizes: 200 MB, 2 GB, 500 MB, 100 kills
    python benchmarks/run.py --mb 20 --only formats --only speed

Prints one line per measurement and writes ``benchmarks/run.json``. Texts are made from the articles of
``corpus_samples/expected`` and ``raw``, sentences shuffled with a fixed seed, so any machine measures
the same corpus.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scrubtext.config import pipeline
from scrubtext.records import read
from scrubtext.run import Options, run

HERE = Path(__file__).parent
SAMPLES = HERE.parent / "corpus_samples"
RESULTS: dict[str, Any] = {}


def say(name: str, **figures: Any) -> None:
    RESULTS[name] = figures
    print(f"{name:<28}" + "  ".join(f"{k} {v}" for k, v in figures.items()), flush=True)


def documents(size: int, seed: int = 1, dirty: float = 0.3) -> Iterator[str]:
    """Texts of about 5 kB until ``size`` bytes of UTF-8 are reached; some with the samples' dirt."""
    rng = random.Random(seed)
    clean = (SAMPLES / "expected" / "clean_article.txt").read_text("utf-8")
    sentences = [s + "。" for s in clean.replace("\n", "").split("。") if s]
    dirt = [p.read_text("utf-8") for p in sorted((SAMPLES / "raw").glob("*.txt"))]
    while size > 0:
        text = "\n".join("".join(rng.choices(sentences, k=6)) for _ in range(5)) + "\n"
        if rng.random() < dirty:
            piece = rng.choice(dirt)
            at = rng.randrange(len(piece))
            text += piece[at : at + 400] + "\n"
        size -= len(text.encode())
        yield text


def jsonl(path: Path, size: int) -> int:
    """A corpus as JSON lines; how many records."""
    count = 0
    with path.open("w", encoding="utf-8") as out:
        for count, text in enumerate(documents(size), 1):
            row = {"id": f"doc-{count}", "n": count, "text": text}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return count


def texts_of(path: Path) -> str:
    digest = hashlib.sha256()
    for record in read(path):
        if record.number:
            digest.update((record.texts[0] or "").encode("utf-8", "surrogatepass") + b"\0")
    return digest.hexdigest()


def formats(folder: Path, size: int, line: Any) -> None:
    """The same corpus through every format gives the same cleaned records."""
    source = folder / "corpus.jsonl"
    records = jsonl(source, size)
    want = None
    kinds = ["jsonl", "jsonl.gz", "jsonl.zst", "jsonl.xz", "csv", "tsv.gz", "parquet", "wet.gz"]
    same = 0
    for kind in kinds:
        made = folder / f"as.{kind}"
        run([str(source)], str(made), Options(line=pipeline("zero"), to=kind.split(".")[0], force=True, jobs=2))
        out = folder / f"cleaned.{kind}"
        began = time.perf_counter()
        run([str(made)], str(out), Options(line=line, force=True, jobs=2))
        took = time.perf_counter() - began
        digest = texts_of(out)
        want = want or digest
        same += digest == want
        say(f"format {kind}", seconds=round(took, 2), same=digest == want)
        made.unlink()
        out.unlink()
    texts = folder / "texts"
    texts.mkdir()
    for k, record in enumerate(read(source)):
        (texts / f"{k:07}.txt").write_bytes((record.texts[0] or "").encode())
    began = time.perf_counter()
    run([str(texts)], str(folder / "texts-out"), Options(line=line, jobs=2))
    took = time.perf_counter() - began
    digest = hashlib.sha256()
    for path in sorted((folder / "texts-out").iterdir()):
        digest.update(path.read_bytes() + b"\0")
    same += digest.hexdigest() == want
    say("format text files", seconds=round(took, 2), same=digest.hexdigest() == want)
    say("formats", records=records, megabytes=size >> 20, equal=f"{same} of {len(kinds) + 1}")


def cpu() -> float:
    """Processor seconds of this process and of the workers that have ended."""
    both = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in both)


def speed(folder: Path, size: int, line: Any) -> None:
    """-j 2 against -j 1, and JSONL.gz against the pipeline in memory; the best of three each.

    Processes are compared by the clock on the wall, formats by processor time.
    """
    source = folder / "corpus.jsonl"
    if not source.exists():
        jsonl(source, size)
    packed = folder / "corpus.jsonl.gz"
    with source.open("rb") as raw, gzip.open(packed, "wb", 6) as out:
        shutil.copyfileobj(raw, out)
    texts = [r.texts[0] or "" for r in read(source)]
    total = sum(len(t.encode()) for t in texts) / 1e6

    def best(work: Any, clock: Any = time.process_time, times: int = 3) -> float:
        seconds = []
        for _ in range(times):
            began = clock()
            work()
            seconds.append(clock() - began)
        return min(seconds)

    def through(path: Path, to: str, jobs: int, clock: Any = time.process_time) -> float:
        out, options = folder / f"speed.{to}", Options(line=line, jobs=jobs, force=True)
        return best(lambda: run([str(path)], str(out), options), clock)

    memory = best(lambda: [line.explain(t).text for t in texts])
    say("in memory", MB_per_s=round(total / memory, 1))
    one, two = (through(source, "jsonl", jobs, time.perf_counter) for jobs in (1, 2))
    say("jsonl", j1_MB_per_s=round(total / one, 1), j2_MB_per_s=round(total / two, 1), ratio=round(one / two, 2))
    spent = cpu()
    run([str(source)], str(folder / "speed.jsonl"), Options(line=line, jobs=1, force=True))
    alone, spent = cpu() - spent, cpu()
    run([str(source)], str(folder / "speed.jsonl"), Options(line=line, jobs=2, force=True))
    say("cpu seconds", j1=round(alone, 2), j2=round(cpu() - spent, 2))
    plain = through(packed, "jsonl", 1)
    say("jsonl.gz to jsonl", MB_per_s=round(total / plain, 1), of_memory=f"{memory / plain:.0%}")
    both = through(packed, "jsonl.gz", 1)
    say("jsonl.gz to jsonl.gz", MB_per_s=round(total / both, 1), of_memory=f"{memory / both:.0%}")


def peak(args: list[str], env: dict[str, str] | None = None) -> tuple[int, int]:
    """Exit code and peak memory (MB) of a command and, separately measured, of its largest child."""
    code = (
        "import resource, subprocess, sys;"
        "c = subprocess.run(sys.argv[1:], stderr=subprocess.DEVNULL).returncode;"
        "print(c, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=True)
    rc, mb = done.stdout.split()
    return int(rc), int(mb)


def memory(folder: Path, gigabytes: float, single_mb: int) -> None:
    """Peak memory with a large JSONL, and what a large single-line text file gets."""
    source = folder / "large.jsonl"
    block = folder / "block.jsonl"
    jsonl(block, 20 << 20)
    data = block.read_bytes()
    with source.open("wb") as out:
        for _ in range(int(gigabytes * (1 << 30) / len(data)) + 1):
            out.write(data)
    base = [sys.executable, "-m", "scrubtext", "clean", "-q"]
    for jobs in (1, 2):
        began = time.perf_counter()
        rc, mb = peak([*base, str(source), "-o", str(folder / "l.jsonl"), "-j", str(jobs), "--force"])
        took = time.perf_counter() - began
        say(f"large jsonl -j {jobs}", GB=round(source.stat().st_size / 1e9, 2), exit=rc,
            peak_MB_of_largest_process=mb, seconds=round(took, 1))  # fmt: skip
    source.unlink()
    (folder / "l.jsonl").unlink()
    line = folder / "line.txt"
    sentence = next(documents(4000, dirty=0)).replace("\n", "").encode()
    with line.open("wb") as out:
        for _ in range((single_mb << 20) // len(sentence)):
            out.write(sentence)
    for flags in ([], ["--split-large"]):
        began = time.perf_counter()
        rc, mb = peak([*base, str(line), "-o", str(folder / "line-out.txt"), *flags, "--force"])
        out = folder / "line-out.txt"
        same = out.exists() and out.stat().st_size == line.stat().st_size
        say(f"single line {' '.join(flags) or 'as it is'}", MB=single_mb, exit=rc, peak_MB=mb,
            written=out.exists(), same_size=same, seconds=round(time.perf_counter() - began, 1))  # fmt: skip


def digest_of(folder: Path) -> str:
    """Names and bytes of everything in a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def kills(folder: Path, times: int, seed: int = 7) -> None:
    """Killed at a random moment, resumed until done: the same bytes as a run nobody disturbed."""
    source = folder / "in"
    source.mkdir()
    for k in range(30):
        (source / f"{k:02}.txt").write_text("".join(documents(60_000, k)), encoding="utf-8")
    for k in range(6):
        jsonl(source / f"part-{k}.jsonl", 400_000)
    (source / "empty.jsonl").write_bytes(b"")
    state = folder / "state"
    base = [sys.executable, "-m", "scrubtext", "clean", str(source), "-o", str(state / "out"), "-q"]
    base += ["--audit", str(state / "audit.jsonl"), "-j", "2"]
    base += ["--only", "doubled_punctuation", "--only", "invisible"]  # not the filters are tested here
    began = time.perf_counter()
    subprocess.run(base, check=True)
    whole = time.perf_counter() - began
    want = digest_of(state)
    rng = random.Random(seed)
    same = rounds = 0
    for _ in range(times):
        shutil.rmtree(state)
        while True:
            rounds += 1
            process = subprocess.Popen([*base, "--resume"], stderr=subprocess.DEVNULL, start_new_session=True)
            try:
                process.wait(rng.uniform(0.1, whole * 1.1))
                break
            except subprocess.TimeoutExpired:
                os.kill(process.pid, signal.SIGKILL)
                process.wait()
        same += digest_of(state) == want
    say("kill -9 and resume", runs=times, starts=rounds, identical=same)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--mb", type=int, default=200)
    parser.add_argument("--gb", type=float, default=2.0)
    parser.add_argument("--line-mb", type=int, default=500)
    parser.add_argument("--kills", type=int, default=100)
    parser.add_argument("--only", action="append", choices=["formats", "speed", "memory", "kills"])
    parser.add_argument("--filters", help="comma-separated; else the preset web")
    args = parser.parse_args()
    wanted = args.only or ["formats", "speed", "memory", "kills"]
    line = pipeline(args.filters.split(",") if args.filters else "web")
    for name in wanted:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder)
            if name == "formats":
                formats(path, args.mb << 20, line)
            elif name == "speed":
                speed(path, args.mb << 20, line)
            elif name == "memory":
                memory(path, args.gb, args.line_mb)
            else:
                kills(path, args.kills)
    say("this process", peak_MB=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    old = HERE / "run.json"
    known = json.loads(old.read_text("utf-8")) if old.exists() else {}
    old.write_text(json.dumps({**known, **RESULTS}, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
