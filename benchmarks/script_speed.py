"""Script conversion beside OpenCC's C++ package and zhconv-rs: the same documents, one run, turn by turn.

    python benchmarks/script_speed.py FOLDER [--sizes 6000,1000] [--rounds 7]

FOLDER holds peers, each installed with ``pip install --target FOLDER/<name> <package>`` (``OpenCC``,
``zhconv-rs``). Both can be imported here: they have modules of different names. The first figure is
microseconds of processor time per document, the second how many times as fast as the C++ package. The engine is new for
every round, so that its memory of chunks holds only what the round itself has seen.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
sys.path[:0] = [str(HERE), str(HERE.parent)]
from corpora import documents, sentences

import scrubtext
from scrubtext.filters.script import Script
from scrubtext.script.engine import engine

Job = Callable[[str], object]


def peers(folder: Path, config: str) -> dict[str, Job]:
    jobs: dict[str, Job] = {}
    for module in ("opencc", "zhconv_rs"):
        homes = [p for p in folder.iterdir() if (p / module).exists()]
        natives = [p for p in homes if [*p.glob("**/*.so")]]
        if natives:
            sys.path.insert(0, str(natives[0]))
            made = __import__(module)
            if module == "opencc":
                jobs["OpenCC C++"] = made.OpenCC(config).convert
            else:
                to = {"t2s": "zh-hans", "s2t": "zh-hant"}.get(config, "zh-tw")
                jobs["zhconv-rs"] = lambda text: made.zhconv(text, to)
    return jobs


def own(config: str) -> dict[str, Callable[[], Job]]:
    """Jobs made anew for each round."""

    def fresh() -> Job:
        made = engine(config)
        made.memo.clear()
        return made.convert

    return {
        "engine": fresh,
        "clean(improve=False)": lambda: _clean(Script(target=config, improve=False)),
        "clean(improve=True)": lambda: _clean(Script(target=config)),
    }


def _clean(look: Script) -> Job:
    line = scrubtext.Pipeline([look])
    return line.clean


def measure(config: str, docs: list[list[str]], folder: Path) -> dict[str, float]:
    """Median over rounds of the seconds of processor time per document: other programs may be running."""
    theirs = peers(folder, config)
    mine = own(config)
    found: dict[str, list[float]] = {}
    for batch in docs:
        jobs = {**theirs, **{name: make() for name, make in mine.items()}}
        for name, job in jobs.items():
            start = time.process_time()
            for text in batch:
                job(text)
            found.setdefault(name, []).append((time.process_time() - start) / len(batch))
    return {name: statistics.median(times) for name, times in found.items()}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sizes", default="6000,1000")
    parser.add_argument("--rounds", type=int, default=7)
    args = parser.parse_args()
    parts = sentences()
    for size in map(int, args.sizes.split(",")):
        hans = [documents(parts, "", size, 4e5, seed) for seed in range(args.rounds)]
        hant = [[Engine_s2t(text) for text in batch] for batch in hans]
        for config, script, docs in (
            ("t2s", "Simplified", hans), ("t2s", "Traditional", hant), ("s2t", "Simplified", hans),
            ("s2t", "Traditional", hant), ("s2twp", "Simplified", hans),
        ):  # fmt: skip
            times = measure(config, docs, args.folder)
            unit = times.get("OpenCC C++", 0.0)
            cells = [
                f"{n} {t * 1e6:.0f} us" + (f" ({unit / t:.1f}x)" if unit else "")
                for n, t in times.items()
            ]
            print(f"{size} B {config} on {script}: " + ", ".join(cells), flush=True)


def Engine_s2t(text: str) -> str:  # noqa: N802
    return engine("s2t").convert(text)


if __name__ == "__main__":
    main()
