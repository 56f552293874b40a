"""What a preset changes in clean text: every change listed, so that it can be read.

    python benchmarks/harm.py FOLDER [--preset gentle] [--languages zh-cn,en] [--jobs 2]

FOLDER holds the JSONL files of clean_corpus.py. Clean text should come back byte for byte; what is listed
is real damage in the corpus, or a fault of ours.
"""

from __future__ import annotations

import argparse
import json
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import NamedTuple

from scrubtext.presets import preset


class Change(NamedTuple):
    place: str
    filter: str
    why: str
    old: str
    new: str
    around: str


def changes(job: tuple[Path, str]) -> tuple[str, int, int, float, list[Change]]:
    path, name = job
    line, found, size, count = preset(name), [], 0, 0
    start = time.process_time()
    for number, row in enumerate(path.open(encoding="utf-8")):
        text = json.loads(row)["text"]
        size, count = size + len(text.encode()), count + 1
        if line(text) != text:
            result = line.explain(text)
            for e in result.edits:
                around = text[max(0, e.start - 15) : e.end + 15]
                found.append(Change(f"{path.stem} {number}", e.filter, e.why, e.old, e.new, around))
    return path.stem, count, size, time.process_time() - start, found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--preset", default="gentle")
    parser.add_argument("--languages", default="")
    parser.add_argument("--jobs", type=int, default=2)
    args = parser.parse_args()
    wanted = set(filter(None, args.languages.split(",")))
    paths = [p for p in sorted(args.folder.glob("*.jsonl")) if not wanted or p.stem in wanted]
    docs = total = touched = 0
    with ProcessPoolExecutor(args.jobs) as pool:
        for stem, count, size, seconds, found in pool.map(changes, [(p, args.preset) for p in paths]):
            docs, total, touched = docs + count, total + size, touched + len({c.place for c in found})
            print(f"{stem:12} {count:6} documents {size / 1e6:6.2f} MB {seconds:6.1f} s CPU", flush=True)
            for c in found:
                print(f"   {c.place}: {c.filter}: {c.why}: {c.old[:60]!r} -> {c.new[:60]!r} in {c.around[:110]!r}")
    print(f"{docs} documents, {total / 1e6:.1f} MB, {touched} changed by {args.preset}")


if __name__ == "__main__":
    main()
