"""Ten thousand records for the engines: clean and dirty, with ids, some null, some empty."""

import random
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

from corpora import ENGLISH, damage, documents, sentences, spoil


def records(count=10_000, seed=11):
    rng = random.Random(seed)
    zh = documents(sentences(), "", 300, 600 * count / 40, seed)
    en = documents(ENGLISH, " ", 300, 400 * count / 40, seed + 1)
    out = []
    for i in range(count):
        doc = rng.choice(zh if rng.random() < 0.7 else en)
        turn = rng.random()
        if turn < 0.1:
            doc = damage(doc, rng)
        elif turn < 0.2:
            doc = spoil(doc, rng)
        elif turn < 0.3:
            doc = doc.replace("，", "，，", 2).replace("的", "\u200b的", 1)
        elif turn < 0.31:
            doc = "| ".join(
                rng.choice(["租房", "买车", "贷款", "整形", "游戏", "彩票"]) + f"{k}是什么意思"
                for k in range(40)
            )
        out.append({"id": f"r{i}", "text": doc, "n": i})
    for i in range(0, count, 997):
        out[i]["text"] = None if i % 2 else ""
    return out
