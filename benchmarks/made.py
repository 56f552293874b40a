"""Made dirt of every kind in clean documents, through the whole preset, against pinned floors.

    python benchmarks/quality.py --generated [--update]

``baseline.json`` holds, for each kind, the lowest share of clean characters kept, dirty characters gone and
documents perfect that is accepted. ``--update`` pins today's figures and refuses to lower a floor.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "tests"))

BASELINE = HERE / "baseline.json"
SLACK = 0.02  # share: a new seed moves a kind's figures by about this much

Case = tuple[str, str, str]


def cases(rounds: int) -> Iterator[Case]:
    """(kind, dirty, clean): stuffing and farms, trailers, placeholders, remnants, heads, controls that must stay."""
    import dirt_furniture as furniture
    import dirt_spam as spam

    for case in spam.cases(seed=3, rounds=rounds):
        yield f"spam {case.kind}", case.dirty, case.clean
    for lang in furniture.LANGS:
        for seed in range(6 * rounds):
            for kind, make in (
                ("trailer", furniture.with_trailer),
                ("placeholder", furniture.with_placeholders),
                ("remnant", furniture.with_remnants),
                ("head", furniture.with_head),
            ):
                if kind == "head" and lang not in furniture.HEADS:
                    continue
                made = make(seed, lang)
                yield f"{kind} {lang}", made.dirty, made.clean
            calm = furniture.control(seed, lang)
            yield "control", calm, calm


def shares(rounds: int) -> dict[str, list[float]]:
    """Kind -> [clean characters kept, dirty characters gone, documents perfect]."""
    from scrubtext import clean

    sums: dict[str, list[float]] = defaultdict(lambda: [0.0] * 6)
    for kind, dirty, wanted in cases(rounds):
        got = clean(dirty)
        a, b, c = (squeeze(t) for t in (wanted, got, dirty))
        kept = sum(m.size for m in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()) if a != b else len(a)
        extra = len(c) - len(a)
        row = (len(a), kept, extra, max(0, extra - (len(b) - kept)), 1, got.rstrip("\n") == wanted.rstrip("\n"))
        sums[kind] = [x + y for x, y in zip(sums[kind], row, strict=True)]
    return {
        kind: [round(kept / size, 5), round(gone / extra, 5) if extra else 1.0, round(perfect / count, 5)]
        for kind, (size, kept, extra, gone, count, perfect) in sums.items()
    }


def squeeze(text: str) -> str:
    return "".join(text.split())


def run(update: bool, rounds: int = 1) -> int:
    """Print the table; 1 where a figure is below its floor."""
    made = shares(rounds)
    floors = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else {}
    below = []
    print(f"{'kind':24}{'kept':>9}{'gone':>9}{'perfect':>9}")
    for kind, figures in made.items():
        floor = floors.get(kind, [0.0] * 3)
        low = any(x < f - (SLACK if i else 0.001) for i, (x, f) in enumerate(zip(figures, floor, strict=True)))
        below += [kind] if low else []
        print(f"{kind:24}" + "".join(f"{x:9.4f}" for x in figures) + ("   below its floor" if low else ""))
    if update and not below:
        BASELINE.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return 1 if below else 0
