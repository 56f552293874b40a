"""How fast, beside the peers, in one run.

    python benchmarks/speed.py [--peers FOLDER] [--megabytes 2] [--json FILE]
    python benchmarks/speed.py --worst

Every figure is a multiple of the cost of ``bytes.decode() + str.encode()`` on the same documents in the
same run: absolute times drift between machines and minutes, ratios much less. FOLDER holds peers that are
not dependencies, each installed with ``pip install --target FOLDER/<name> <package>``: plsfix, opencc
(the C++ package), opencc-py, zhconv-rs; each is measured in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from corpora import corpora

Job = Callable[[str], object]
ROUNDS = 5


def seconds(job: Callable[[object], object], docs: list) -> float:
    start = time.perf_counter()
    for doc in docs:
        job(doc)
    return time.perf_counter() - start


def base(data: bytes) -> bytes:
    return data.decode().encode()


def ratios(jobs: dict[str, Job], docs: list[str], slow: dict[str, int]) -> dict[str, float]:
    """Median over rounds of each job's time over the base's time in the same round."""
    raw = [doc.encode() for doc in docs]
    found: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(ROUNDS):
        unit = min(seconds(base, raw), seconds(base, raw)) / len(docs)
        for name, job in jobs.items():
            few = docs[: max(1, len(docs) // slow.get(name, 1))]
            found[name].append(seconds(job, few) / len(few) / unit)
    return {name: statistics.median(values) for name, values in found.items()}


def own_jobs() -> tuple[dict[str, Job], dict[str, int]]:
    import chardet
    import ftfy

    import scrubtext
    from scrubtext.presets import PRESETS, preset

    jobs: dict[str, Job] = {
        "clean (web)": scrubtext.clean,
        "explain (web)": lambda text: scrubtext.explain(text).text,
        "ftfy.fix_text": ftfy.fix_text,
        "decode UTF-8": lambda text: scrubtext.decode(text.encode()),
        "chardet UTF-8": lambda text: chardet.detect(text.encode()),
        "decode GB18030": lambda text: scrubtext.decode(text.encode("gb18030")),
        "chardet GB18030": lambda text: chardet.detect(text.encode("gb18030")),
    }
    jobs |= {f"preset {name}": preset(name) for name in PRESETS if name not in ("zero", "web")}
    slow = {"ftfy.fix_text": 20, "chardet UTF-8": 20, "chardet GB18030": 40, "preset strict": 4}
    return jobs, slow


def filter_jobs(docs: list[str]) -> dict[str, float]:
    """Each filter of the default preset alone, beyond what is shared: shape, kinds, lines."""
    from scrubtext import Doc
    from scrubtext.presets import preset

    ready = []
    for text in docs:
        doc = Doc(text)
        _ = doc.kinds, doc.lines, doc.skeleton
        ready.append(doc)
    raw = [text.encode() for text in docs]
    unit = min(seconds(base, raw) for _ in range(3))
    out = {}
    for look in preset("web").filters:
        needs = getattr(look, "needs", 0)

        def job(doc, look=look, needs=needs):
            if not needs or doc.kinds & needs:
                tuple(look(doc))

        out[look.name] = min(seconds(job, ready) for _ in range(ROUNDS)) / unit

    def shared(text: str) -> None:
        doc = Doc(text)
        _ = doc.kinds, doc.lines

    out["(shared: kinds, lines)"] = min(seconds(shared, docs) for _ in range(ROUNDS)) / unit
    return out


PEERS = {
    "plsfix": ("plsfix", "import plsfix; jobs = {'plsfix': plsfix.fix_text}"),
    "opencc": (
        "opencc",
        "import opencc; jobs = {'OpenCC C++ ' + c: opencc.OpenCC(c).convert for c in ('t2s', 's2t', 's2twp')}",
    ),
    "zhconv-rs": (
        "zhconv_rs",
        "import zhconv_rs as z; jobs = {'zhconv-rs t2s': lambda t: z.zhconv(t, 'zh-hans'), "
        "'zhconv-rs s2t': lambda t: z.zhconv(t, 'zh-hant')}",
    ),
}


def peer_ratios(folder: Path, megabytes: float) -> dict[str, dict[str, float]]:
    """Each peer in a process of its own: several of them install a module of the same name."""
    merged: dict[str, dict[str, float]] = {}
    for name, (module, code) in PEERS.items():
        homes = [p for p in folder.iterdir() if (p / module).exists() or [*p.glob(f"{module}*.so")]]
        if not homes:
            continue
        env = os.environ | {"PYTHONPATH": str(homes[0])}
        command = [sys.executable, __file__, "--peer", code, "--megabytes", str(megabytes)]
        done = subprocess.run(command, capture_output=True, text=True, env=env, check=False)
        if done.returncode:
            print(f"{name}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
            continue
        for corpus, values in json.loads(done.stdout).items():
            merged.setdefault(corpus, {}).update(values)
    return merged


def peer_main(code: str, megabytes: float) -> None:
    space: dict[str, dict[str, Job]] = {}
    exec(code, space)
    slow = dict.fromkeys(space["jobs"], 10)
    print(json.dumps({n: ratios(space["jobs"], d, slow) for n, d in corpora(megabytes).items()}))


def table(rows: dict[str, dict[str, float]], corner: str) -> None:
    columns = list(rows)
    names = list(dict.fromkeys(n for values in rows.values() for n in values))
    width = max(map(len, [*names, corner])) + 2
    print("\n" + corner.ljust(width) + "".join(c.rjust(18) for c in columns))
    for name in names:
        cells = (rows[c].get(name) for c in columns)
        print(
            name.ljust(width) + "".join(f"{x:18.2f}" if x is not None else " " * 18 for x in cells)
        )


def worst() -> None:
    """Growth on hostile text: time for 400 kB over time for 200 kB, which is 2 where work is linear."""
    sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
    from test_laws import FILTERS, WORST

    from scrubtext import clean

    print("filter               worst ratio   slowest MB/s   on")
    for look in FILTERS:
        figures = []
        for label, piece in WORST.items():
            texts = [piece * (n // len(piece)) for n in (200_000, 400_000)]
            one, two = (
                min(seconds(lambda t: clean(t, look), [t]) for _ in range(2)) for t in texts
            )
            figures.append((two / max(one, 1e-4), 0.4 / max(two, 1e-9), label))
        ratio, slow = max(figures), min(figures, key=lambda f: f[1])
        print(f"{look.name:22} {ratio[0]:6.2f} {slow[1]:15.2f}    {slow[2]} (ratio: {ratio[2]})")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--peers", type=Path)
    parser.add_argument("--megabytes", type=float, default=2.0)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--worst", action="store_true")
    parser.add_argument("--peer", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.peer:
        return peer_main(args.peer, args.megabytes)
    if args.worst:
        return worst()
    made = corpora(args.megabytes)
    jobs, slow = own_jobs()
    rows = {name: ratios(jobs, docs, slow) for name, docs in made.items()}
    if args.peers:
        for corpus, values in peer_ratios(args.peers, args.megabytes).items():
            rows[corpus].update(values)
    for values in rows.values():
        for mine in ("clean (web)", "preset gentle"):
            values[f"ftfy / {mine}"] = values["ftfy.fix_text"] / values[mine]
    table(rows, "times decode + encode")
    alone = {name: filter_jobs(made[name]) for name in ("zh 5 kB", "en 5 kB")}
    table(alone, "a filter alone, gates")
    if args.json:
        args.json.write_text(json.dumps({"whole": rows, "filters": alone}, indent=1), "utf-8")
    return None


if __name__ == "__main__":
    main()
