"""What of ftfy's own published test suite is repaired, and where ftfy is wrong.

    python benchmarks/ftfy_suite.py PATH/TO/ftfy/tests/test_cases.json

The file comes with ftfy's source distribution (``pip download --no-binary :all: --no-deps ftfy``). A case counts as
repaired where ``Mojibake`` alone gives what ftfy's ``fix_encoding`` should, or the preset ``gentle`` what
``fix_text`` should. Cases ftfy marks as failing are not counted.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from scrubtext import clean
from scrubtext.filters.mojibake import Mojibake

# By the start of ftfy's label: why another answer, or none, is better.
WRONG = {
    "Latin-1 / Windows-1252 mixup of the replacement character": (
        "the text is lost; that is noted, and marked with U+FFFD where asked (irreversible='replace')"
    ),
    "For goodness' sake": "ftfy's answer is a third string with holes in every word; nothing can be restored",
    "We can mostly decode the face above": "what is left of two lost marks is left, ftfy turns it into U+FFFD",
    "Sort of negative: this inconsistent mojibake": "Dråber is the right word, ftfy leaves DrÃ¥ber",
}


def main() -> int:
    """Print the cases that are not repaired; 1 where ftfy is not known to be wrong."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("cases", type=Path)
    args = parser.parse_args()
    cases = [c for c in json.loads(args.cases.read_text("utf-8")) if c.get("expect") == "pass"]
    missed = [c for c in cases if not repaired(c)]
    known = [c for c in missed if any(c["label"].startswith(w) for w in WRONG)]
    print(f"{len(cases)} cases, {len(cases) - len(missed)} as ftfy, {len(known)} where ftfy is wrong")
    for case in missed:
        why = next((w for start, w in WRONG.items() if case["label"].startswith(start)), "missed")
        print(f"  {case['label']}: {why}")
        print(f"      given {case['original'][:90]!r}\n      ftfy  {wanted(case)[:90]!r}")
        print(f"      here  {clean(case['original'], Mojibake())[:90]!r}")
    return 1 if len(missed) > len(known) else 0


def wanted(case: dict[str, str]) -> str:
    """What ftfy makes of the encoding of a case."""
    return case.get("fixed-encoding") or case["fixed"]


def repaired(case: dict[str, str]) -> bool:
    """Whether a case comes out as ftfy has it."""
    given = case["original"]
    return clean(given, Mojibake()) == wanted(case) or clean(given, "gentle") == case["fixed"]


if __name__ == "__main__":
    raise SystemExit(main())
