"""Make ``script_words.txt.gz`` and ``script_common.tsv``: how common words and pairs in them are.

    python scrubtext/data/build_script_words.py DICT

DICT is ``dict.txt`` of jieba 0.42 (MIT): word, count, part of speech.
"""

from __future__ import annotations

import gzip
import math
import sys
from collections import defaultdict
from pathlib import Path

HEADER = """\
# What: Simplified Chinese words of one to four characters: 10 x -ln(share), then the words that have it.
# Source: dict.txt of jieba 0.42 (counts of words); words of 20 and more, all single characters.
# Licence: MIT (jieba).
# Made by: build_script_words.py.
# Used by: scrubtext.script.words, to settle where a phrase of the dictionaries cuts through words.
# Not for: general segmentation; rare words are not in it.
"""
COMMON_HEADER = """\
# What: neighbours inside common Simplified Chinese words, the most common first.
# Source: dict.txt of jieba 0.42: pairs inside words of two to four characters by the counts of the words.
# Licence: MIT (jieba).
# Made by: build_script_words.py.
# Used by: scrubtext.script.marks, to choose markers that are rare in texts.
# Not for: telling words; it holds no whole words of three and more.
"""
MIN_COUNT = 20  # below, counts are noise
COMMON = 5000  # pairs; below, less than one in 100,000 characters


def main(source: Path) -> None:
    counts: dict[str, int] = {}
    for line in source.read_text("utf-8").splitlines():
        word, count, _ = line.split(" ")
        counts[word] = int(count)
    write_common(counts)
    total = sum(counts.values())
    groups: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        common = (count >= MIN_COUNT and len(word) <= 4) or len(word) == 1
        if common and all("\u3400" <= c <= "\u9fff" for c in word):
            groups[round(-10 * math.log(max(count, 1) / total))].append(word)
    rows = [f"{cost}\t{' '.join(sorted(words))}\n" for cost, words in sorted(groups.items())]
    target = Path(__file__).with_name("script_words.txt.gz")
    target.write_bytes(gzip.compress((HEADER + "".join(rows)).encode(), 9, mtime=0))


def write_common(counts: dict[str, int]) -> None:
    pairs: dict[str, int] = defaultdict(int)
    for word, count in counts.items():
        if 2 <= len(word) <= 4 and all("\u3400" <= c <= "\u9fff" for c in word):
            for i in range(len(word) - 1):
                pairs[word[i : i + 2]] += count
    top = sorted(pairs, key=lambda p: (-pairs[p], p))[:COMMON]
    target = Path(__file__).with_name("script_common.tsv")
    lines = [" ".join(top[i : i + 25]) for i in range(0, COMMON, 25)]
    target.write_text(COMMON_HEADER + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
