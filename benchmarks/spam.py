"""How well keyword_stuffing and link_farm find made dirt, by kind, joint and place.

    python benchmarks/spam.py [--rounds 3] [--half 1] [--seed 1] [--no-lexicon] [--show KIND]

Prints for each kind: documents, clean characters kept, dirty characters gone, documents perfect; and
how many honest documents (the untouched cases of ``tests/golden``, alone and below an article) stay.
``--no-lexicon`` empties the lists of templates and stock words: structure alone.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from dirt_spam import ARTICLES, Case, cases

from scrubtext.filters.keyword_stuffing import KeywordStuffing
from scrubtext.filters.link_farm import LinkFarm
from scrubtext.pipeline import Pipeline

ALONE = {"nothing but questions"}  # below an article that does not answer them they are stuffing
LINE = Pipeline([KeywordStuffing(), LinkFarm()])


def letters(text: str) -> str:
    return re.sub(r"\s+", "", text)


def score(case: Case, got: str) -> tuple[int, int, int, int]:
    """Clean characters, kept ones, dirty characters, gone ones: letters without white space."""
    clean, dirty, left = letters(case.clean), len(letters(case.dirty)), letters(got)
    if left == clean:
        return len(clean), len(clean), dirty - len(clean), dirty - len(clean)
    kept = sum(m.size for m in SequenceMatcher(None, clean, left, autojunk=False).get_matching_blocks())
    return len(clean), kept, dirty - len(clean), dirty - len(clean) - (len(left) - kept)


def run(args: argparse.Namespace) -> None:
    tables: dict[str, dict[str, list[float]]] = {k: defaultdict(lambda: [0.0] * 6) for k in ("kind", "joint", "place")}
    for case in cases(args.seed, args.rounds, args.half):
        got = LINE(case.dirty)
        clean, kept, dirt, gone = score(case, got)
        perfect = got.rstrip("\n") == case.clean
        if args.show in (case.kind, case.joint, "all") and not perfect:
            print(f"--- {case.kind} / {case.joint} / {case.place}: kept {kept}/{clean}, gone {gone}/{dirt}\n{case.dirty}\n=> {got}\n")
        for axis, key in (("kind", case.kind), ("joint", case.joint), ("place", case.place)):
            if axis != "kind" and case.kind.startswith("farm"):
                continue
            row = tables[axis][key]
            for i, value in enumerate((1, clean, kept, dirt, gone, perfect)):
                row[i] += value
    for axis, table in tables.items():
        print(f"\n{axis:24} docs   clean kept  dirt gone  perfect")
        for key, (docs, clean, kept, dirt, gone, perfect) in table.items():
            print(f"{key:24} {docs:4.0f}   {kept / clean:9.3%}  {gone / dirt:8.2%}  {perfect / docs:6.1%}")


def controls() -> list[tuple[str, str]]:
    """Honest lists, tables, verse and links with their labels, alone and below an article."""
    names = ("keyword_stuffing", "link_farm", "untouched")
    found: list[tuple[str, str]] = []
    for name in names:
        data = json.loads((ROOT / "tests" / "golden" / f"{name}.json").read_text("utf-8"))
        for case in data["untouched"] if isinstance(data, dict) else data:
            text = case.get("original") or case["text"]
            found.append((case["label"], text))
            if case["label"] in ALONE:
                continue
            found += [(f"{case['label']}, below {k}", f"{ARTICLES[k][0]}\n\n{text}") for k in ("zh", "en")]
    return found


def run_controls() -> None:
    made = controls()
    cut = [label for label, text in made if LINE(text) != text]
    print(f"\nhonest documents: {len(made)}, changed: {len(cut)}", *cut, sep="\n  ")


def forget_words() -> None:
    """Leave structure alone to speak."""
    from scrubtext.spam import boundary, evidence, glued, lexicon, triage
    from scrubtext.spam.vocabulary import Vocabulary

    never = Vocabulary([])
    for module in (evidence, boundary, glued, lexicon, triage):
        for name in ("queries", "strong_queries", "stock"):
            if hasattr(module, name):
                setattr(module, name, lambda: never)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--half", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--no-lexicon", action="store_true")
    parser.add_argument("--show", default="")
    args = parser.parse_args()
    if args.no_lexicon:
        forget_words()
    run(args)
    run_controls()


if __name__ == "__main__":
    main()
