"""Build ``zh_ngrams.txt.gz``: how likely a Chinese character is after the two before it.

Run by hand when the source changes, never at install time. The source is the Debian package
``sunpinyin-data``; it need not be installed:

    apt-get download sunpinyin-data && dpkg -x sunpinyin-data_*.deb FOLDER
    python scrubtext/data/build_ngrams.py FOLDER

It holds the ``open-gram`` statistics (CC BY-SA 3.0): 72 thousand words and marks, 2.5 million pairs and
a million triples of words of running Simplified text of the web. Summed up over the characters where
words meet, they tell what follows two characters; only these numbers go into the table, no words.
"""

from __future__ import annotations

import gzip
import math
import re
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

OUT = Path(__file__).with_name("zh_ngrams.txt.gz")
LEVEL = 33  # the ASCII code of level 0
STEP = 0.2  # nats per level
PAIRS, TRIPLES = 150_000, 250_000  # kept; four times as many read 0.05 nats a character better
LEFT = {2: 0.05, 3: 0.12}  # least share of what no pair or triple is kept for
OTHER = "0"  # stands for all that is neither Han nor one of the marks
KNOWN = re.compile("[\u4e00-\u9fff，。、；：？！“”…]+")

HEADER = f"""\
# Chinese characters (Simplified) after those before them, as in running text: log probabilities.
# Rows: "one", characters, levels, back-off levels; "two", first characters, second characters, levels,
# back-off levels; "three", first, second, third characters, levels. A level is one ASCII character:
# (code - {LEVEL}) / 5 nats below certainty. "{OTHER}" is all that is neither Han nor a mark.
# Source: open-gram (as in Debian's sunpinyin-data 0.1.22), summed up by build_ngrams.py.
#   Frequencies are facts. Licence: CC BY-SA 3.0, as open-gram.
# Used by: pinyin_gloss, to choose among the few characters that lost bytes leave.
# Not for: segmentation, telling languages apart.
"""


class Level(NamedTuple):
    """One level of the word statistics: words, their probability, where their followers start."""

    words: NDArray[np.uint32]
    share: NDArray[np.float64]
    first: NDArray[np.int64]


def levels(raw: bytes) -> list[Level]:
    """The three levels: a header, two tables of floats, records of 12 (the last: 8) bytes."""
    ints, floats = np.frombuffer(raw, "<u4"), np.frombuffer(raw, "<f4")
    sizes, shares, at = ints[2:6].tolist(), floats[6:], 6 + (1 << 16) + (1 << 14)
    out = []
    for k, size in enumerate(sizes):
        width = 2 if k == 3 else 3
        rows = ints[at : at + width * size].reshape(size, width)
        at += width * size
        low = (rows[:, 0] >> 18) + ((rows[:, 1] >> 25 & 3) << 14)
        share = shares[low if k == 3 else rows[:, 1] & 0xFFFF].astype(float)
        first = (rows[:, 1] >> 16 | rows[:, -1] >> 25 << 16).astype(np.int64)
        out.append(Level(rows[:, 0] & 0x3FFFF, share, np.maximum.accumulate(first)))
    return out[1:]


def vocabulary(raw: bytes) -> list[str]:
    """The words by number: what is neither Han nor a mark is ``OTHER``."""
    start = int(np.frombuffer(raw[:16], "<u4")[2])
    words = raw[start:].decode("utf-32-le", "replace").split("\0")
    return [word if KNOWN.fullmatch(word) else OTHER for word in words]


def counted(found: list[Level], names: list[str]) -> dict[int, Counter[str]]:
    """Shares of one, two and three characters in running text."""
    out: dict[int, Counter[str]] = {n: Counter() for n in (1, 2, 3)}
    one, two, three = found
    size, more = len(one.words) - 1, len(two.words) - 1
    for word, share in zip(one.words[:size], one.share[:size], strict=True):
        add(out, names[word], float(share), 0, 0)
    parent = np.repeat(np.arange(size), np.diff(one.first))[:more]
    joint = one.share[parent] * two.share[:more]
    heads = [names[w] for w in one.words[parent]]
    tails = [names[w] for w in two.words[:more]]
    for a, b, share in zip(heads, tails, joint.tolist(), strict=True):
        a = a[-2:]
        add(out, a + b[:2], share, len(a) - 1, len(a) + 1)
    parent = np.repeat(np.arange(more), np.diff(two.first))
    joint = joint[parent] * three.share[: len(parent)]
    for k, last, share in zip(parent.tolist(), three.words.tolist(), joint.tolist(), strict=False):
        if len(tails[k]) == 1:
            out[3][heads[k][-1] + tails[k] + names[last][0]] += share
    return out


def add(out: dict[int, Counter[str]], text: str, share: float, over: int, upto: int) -> None:
    """Count pieces of ``text``; with ``upto``, only those that hold ``text[over:upto]``."""
    for n, counts in out.items():
        for k in range(max(0, upto - n), len(text) - n + 1):
            if k <= over or not upto:
                counts[text[k : k + n]] += share


def smoothed(counts: dict[int, Counter[str]]) -> list[dict[str, tuple[float, float]]]:
    """Nats of each piece after all but its last character, and what backing off from it costs."""
    total = counts[1].total()
    nats = {char: -math.log(n / total) for char, n in counts[1].items() if n}
    out = [nats]
    backs: list[dict[str, float]] = []
    for n, limit in ((2, PAIRS), (3, TRIPLES)):
        kept = dict(best(counts[n], counts[n - 1], out[-1], backs, limit))
        seen: Counter[str] = Counter()
        for piece, share in kept.items():
            seen[piece[:-1]] += share
        whole = {c: max(counts[n - 1][c], s) for c, s in seen.items()}
        left = {c: max(1 - s / whole[c], LEFT[n]) for c, s in seen.items()}
        backs.append({c: -math.log(x) for c, x in left.items()})
        out.append(
            {
                piece: -math.log(
                    share / seen[piece[:-1]] * (1 - left[piece[:-1]])
                    + left[piece[:-1]] * math.exp(-after(piece[1:], out, backs[:-1]))
                )
                for piece, share in kept.items()
            }
        )
    backs.append({})
    return [
        {piece: (cost, back.get(piece, 0.0)) for piece, cost in level.items()}
        for level, back in zip(out, backs, strict=True)
    ]


def after(piece: str, out: list[dict[str, float]], backs: list[dict[str, float]]) -> float:
    """The cost of the last character of ``piece`` after the others."""
    if len(piece) == 1:
        return out[0].get(piece, -math.log(1e-9))
    found = out[len(piece) - 1].get(piece)
    if found is not None:
        return found
    return backs[len(piece) - 2].get(piece[:-1], 0.0) + after(piece[1:], out, backs)


def best(
    counts: Counter[str], shorter: Counter[str], nats: dict[str, float],
    backs: list[dict[str, float]], limit: int,
) -> list[tuple[str, float]]:  # fmt: skip
    """The pieces that tell most beyond their last characters, with their shares."""
    gains = []
    for piece, share in counts.items():
        known = nats.get(piece[1:], 20.0)
        own = -math.log(share / max(shorter[piece[:-1]], share))
        if len(piece) == 2 or piece[:-1] in nats:
            gains.append((share * (known - own), piece))
    gains.sort(reverse=True)
    return [(piece, counts[piece]) for _, piece in gains[:limit]]


def level(nats: float) -> str:
    """Write nats as one ASCII character."""
    return chr(LEVEL + min(90, max(0, round(nats / STEP))))


def main() -> None:
    """Count and write."""
    folder = Path(sys.argv[1])
    found = levels(next(folder.rglob("lm_sc.t3g")).read_bytes())
    names = vocabulary(next(folder.rglob("pydict_sc.bin")).read_bytes())
    rows = []
    for name, table in zip(("one", "two", "three"), smoothed(counted(found, names)), strict=True):
        pieces = sorted(table)
        columns = ["".join(chars) for chars in zip(*pieces, strict=True)]
        columns.append("".join(level(table[p][0]) for p in pieces))
        if name != "three":
            columns.append("".join(level(table[p][1]) for p in pieces))
        rows.append("\t".join([name, *columns]) + "\n")
    OUT.write_bytes(gzip.compress((HEADER + "".join(rows)).encode(), 9, mtime=0))
    print(f"{OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
