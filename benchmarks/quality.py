"""Score the presets against labelled cases.

    python benchmarks/quality.py CASES.jsonl [--kind e] [--show] [--preset web]
    python benchmarks/quality.py --generated [--update]      # made dirt, against the floors of baseline.json

A case has ``text``, ``expected`` and ``judge``:

* ``whole``: everything compared, modulo white space; dirt gone and clean text kept are shares of characters
* ``encoding-only``: the preset ``gentle`` must give ``expected`` modulo white space
* ``garble-removed``: the same, with irreversible garble removed
* ``glosses``: every injected gloss gone
* ``detect-only``: something must be found, nothing in particular is expected
* ``unchanged``: must come back equal

Cases marked ``uncertain`` are shown apart: another answer is defensible there. Short cases with ``input``
and ``expect`` (tests/fixtures/needs.jsonl) are run by the test suite instead.
"""

from __future__ import annotations

import argparse
import difflib
import json
from collections import defaultdict
from pathlib import Path
from typing import Any, NamedTuple

import scrubtext
from scrubtext import Pipeline
from scrubtext.presets import preset


class Score(NamedTuple):
    exact: bool
    gone: float  # share of dirty characters removed or replaced
    kept: float  # share of clean characters left


def pipeline(judge: str, name: str) -> Pipeline:
    if judge == "encoding-only":
        return preset("gentle")
    if judge == "garble-removed":
        rest = [f for f in preset("gentle").filters if f.name != "mojibake"]
        return Pipeline([scrubtext.Mojibake(irreversible="remove"), *rest])
    return preset(name)


def squeeze(text: str) -> str:
    return "".join(text.split())


def dirty_positions(text: str, expected: str) -> set[int]:
    """Characters of ``text`` that ``expected`` does not have, by lines first, then by characters."""
    out: set[int] = set()
    a, b = text.splitlines(keepends=True), expected.splitlines(keepends=True)
    starts = [0]
    for line in a:
        starts.append(starts[-1] + len(line))
    for tag, i1, i2, j1, j2 in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if tag in ("delete", "replace"):
            base, old, new = starts[i1], "".join(a[i1:i2]), "".join(b[j1:j2])
            for op, x1, x2, _, _ in _codes(old, new):
                if op in ("delete", "replace"):
                    out.update(range(base + x1, base + x2))
    return {i for i in out if not text[i].isspace()}


def _codes(old: str, new: str) -> list[Any]:
    if not new or len(old) * len(new) > 4_000_000:
        return [("delete", 0, len(old), 0, 0)]
    return difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes()


def score(case: dict[str, Any], name: str) -> tuple[Score, str]:
    text, expected = case["text"], case.get("expected", case["text"])
    result = pipeline(case["judge"], name).explain(text)
    if case["judge"] == "detect-only":
        found = bool(result.findings or result.drop)
        return Score(found, float(found), 1.0), result.text
    if case["judge"] == "unchanged":
        expected = text
    dirty = dirty_positions(text, expected)
    touched = {i for row in result.edits for i in range(row.start, row.end)}
    clean = {i for i in range(len(text)) if not text[i].isspace()} - dirty
    gone = len(dirty & touched) / len(dirty) if dirty else 1.0
    kept = 1 - len(clean & touched) / len(clean) if clean else 1.0
    same = result.text == text if case["judge"] == "unchanged" else None
    exact = squeeze(result.text) == squeeze(expected) if same is None else same
    return Score(exact, gone, kept), result.text


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("cases", type=Path, nargs="?")
    parser.add_argument("--generated", action="store_true")
    parser.add_argument("--update", action="store_true", help="pin today's figures as floors")
    parser.add_argument("--kind", default="")
    parser.add_argument("--preset", default="web")
    parser.add_argument("--show", action="store_true", help="print the cases that are not exact")
    args = parser.parse_args()
    if args.generated or not args.cases:
        from made import run

        raise SystemExit(run(args.update))
    rows: dict[tuple[bool, str, str], list[Score]] = defaultdict(list)
    for line in args.cases.read_text("utf-8").splitlines():
        case = json.loads(line)
        if "judge" not in case or not case["kind"].startswith(args.kind):
            continue
        made, text = score(case, args.preset)
        rows[bool(case.get("uncertain")), case["kind"].split("-")[0], case["judge"]].append(made)
        if args.show and not made.exact:
            print(
                f"\n=== {case['id']} {case['kind']} {made} {case.get('note', '')}\n--- text\n{case['text']}"
            )
            print(f"--- expected\n{case.get('expected')}\n--- made\n{text}")
    print(f"\n{'kind':10}{'judge':18}{'cases':>6}{'exact':>8}{'gone':>8}{'kept':>8}")
    for (uncertain, kind, judge), scores in sorted(rows.items()):
        n = len(scores)
        label = f"{kind}{' (uncertain)' if uncertain else ''}"
        means = [sum(getattr(s, f) for s in scores) / n for f in Score._fields]
        print(f"{label:14}{judge:14}{n:6}" + "".join(f"{m:8.3f}" for m in means))


if __name__ == "__main__":
    main()
