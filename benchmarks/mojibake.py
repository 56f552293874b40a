"""How much wrongly decoded text is repaired, by chain and length, beside ftfy in the same run.

    python benchmarks/mojibake.py [--per 40] [--seed 1] [--worst 12] [--json FILE] [--no-ftfy]

The answer to a case (see mojibake_cases.py) is right, unchanged, or a third string; lossy chains (bytes dropped
or replaced) are counted apart: right where all that survived is repaired. Two to five characters are
tried with the language given, too.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from mojibake_cases import SENTENCES, Case, cases, lossy_cases

from scrubtext.filters.mojibake import Mojibake
from scrubtext.pipeline import Pipeline

Repair = Callable[[Case], str]
Counts = dict[tuple[str, str, str], dict[str, int]]


def verdict(case: Case, got: str) -> str:
    if got == case.right:
        return "right"
    return "same" if got == case.given else "third"


def survived(case: Case, got: str) -> float:
    """Share of the characters of the right text that stand in the answer, in order."""
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, case.right, got, False).get_matching_blocks()
    return sum(b.size for b in blocks) / len(case.right)


def repairs(with_ftfy: bool) -> dict[str, Repair]:
    """Who is measured: without and with the language given, and ftfy."""
    plain = Pipeline([Mojibake()])
    told = {lang: Pipeline([Mojibake(lang=lang)]) for lang in SENTENCES}
    found: dict[str, Repair] = {"scrubtext": lambda c: plain(c.given), "told": lambda c: told[c.lang](c.given)}
    if with_ftfy:
        import ftfy

        found["ftfy"] = lambda c: ftfy.fix_encoding(c.given)
    return found


def counted(runs: dict[str, Repair], seed: int, per: int) -> tuple[Counts, list[str]]:
    """Answers by kind for each length, language and chain, and the third strings."""
    counts: Counts = defaultdict(lambda: defaultdict(int))
    thirds: list[str] = []
    for case in cases(random.Random(seed), per):
        for who, run in runs.items():
            if who == "told" and case.length != "2-5":
                continue
            got = run(case)
            kind = verdict(case, got)
            chain = f"{case.lang} {case.chain} {case.length}"
            for key in (("length", case.length), ("all", "all"), ("lang", case.lang), ("chain", chain)):
                counts[(who, *key)][kind] += 1
            if kind == "third" and who == "scrubtext":
                thirds.append(f"{case.lang} {case.chain}: {case.right!r} {case.given!r} -> {got!r}")
    return counts, thirds


def show_shares(counts: Counts) -> None:
    for (who, what, name), kinds in counts.items():
        total = sum(kinds.values())
        if what != "chain":
            share = {k: f"{100 * kinds[k] / total:.2f} %" for k in ("right", "same", "third")}
            print(f"{who:10} {name:9} {total:6}", share)


def show_worst(counts: Counts, most: int) -> None:
    print("\nworst chains from 6 characters up, and with 2-5 characters:")
    rows = [
        (k["right"] / sum(k.values()), n, dict(k))
        for (w, c, n), k in counts.items()
        if w == "scrubtext" and c == "chain"
    ]
    for short in (False, True):
        some = sorted((r for r in rows if r[1].endswith(" 2-5") is short), key=lambda r: r[0])
        for share, name, kinds in some[:most]:
            print(f"  {share:.2f} {name} {kinds}")


def show_thirds(thirds: list[str], most: int) -> None:
    print("\nthird strings:", len(thirds))
    random.Random(0).shuffle(thirds)
    print("\n".join(thirds[:most]))


PAGES = json.loads(Path(__file__).with_name("mojibake_pages.json").read_text("utf-8"))
TABLES = {"tr": ("cp1254",), "pl": ("cp1250", "iso8859-2"), "cs": ("cp1250", "iso8859-2"), "sk": ("cp1250",)}
TABLES |= {"ro": ("cp1250",)}


def western(text: str, wrote: str) -> str:
    """A text in its own table as cp1252 shows it; what that has not, as Latin-1 does."""
    data = text.encode(wrote)
    return "".join(bytes([c]).decode("cp1252", "ignore") or chr(c) for c in data)


def show_pages(seed: int, per: int) -> None:
    """Whole pages of a sister of cp1252, and pages of languages that look like such: these must stay."""
    rng, run = random.Random(seed), Pipeline([Mojibake()])
    print("\npages of two to eight sentences read as cp1252; the last ones are right as they are")
    for lang, sentences in PAGES.items():
        for table in TABLES.get(lang, ("right",)):
            kinds: dict[str, int] = defaultdict(int)
            for _ in range(per):
                right = "\n".join(rng.sample(sentences, rng.randint(2, len(sentences))))
                given = right if table == "right" else western(right, table)
                got = run(given)
                kinds["right" if got == right else "same" if got == given else "third"] += 1
            print(f"  {lang} {table}: {dict(kinds)}")


def show_lossy(run: Repair, seed: int, per: int) -> None:
    after: dict[str, list[float]] = defaultdict(list)
    before: dict[str, list[float]] = defaultdict(list)
    for case in lossy_cases(random.Random(seed), per):
        after[case.chain].append(survived(case, run(case)))
        before[case.chain].append(survived(case, case.given))
    print("\nlossy: share of characters back (as given)")
    for name, values in after.items():
        mean, given = sum(values) / len(values), sum(before[name]) / len(values)
        print(f"  {name}: {mean:.3f} ({given:.3f}), {len(values)} texts")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--per", type=int, default=40, help="cases of each chain and length")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--worst", type=int, default=12, help="chains to list")
    parser.add_argument("--third", type=int, default=15, help="third strings to show")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--no-ftfy", action="store_true")
    args = parser.parse_args()
    runs = repairs(not args.no_ftfy)
    counts, thirds = counted(runs, args.seed, args.per)
    show_shares(counts)
    show_worst(counts, args.worst)
    show_thirds(thirds, args.third)
    show_lossy(runs["scrubtext"], args.seed, max(4, args.per // 4))
    show_pages(args.seed, 4 * args.per)
    if args.json:
        rows = {" | ".join(key): dict(kinds) for key, kinds in counts.items()}
        args.json.write_text(json.dumps(rows, indent=1), "utf-8")


if __name__ == "__main__":
    main()
