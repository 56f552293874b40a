"""Texts to measure on, made from the sample articles and a few sentences: the same for every run."""

from __future__ import annotations

import random
import re
from pathlib import Path

SAMPLES = Path(__file__).parent.parent / "corpus_samples"

ENGLISH = [
    "The committee met on Tuesday (its third meeting this year) and agreed on a new plan.",
    "Most of the older machines were replaced before the end of 2021, at a cost of $3,400 each.",
    "“We did not expect so many visitors,” she said, “but we are glad they came.”",
    "A short walk from the station leads to the river, where the market is held on Saturdays.",
    "Open-source models such as Llama 3.3 can be run on a single server; others need ten of them.",
    "Nobody knows why the bridge was never finished, though several stories are told about it.",
    "The results, shown in table 2, agree with those of earlier work to within one per cent.",
    "It's not the answer that matters here: it's the question, and who is allowed to ask it.",
    "Rain fell all night & the fields beyond the village were under water by the morning.",
    "For details see the second chapter, or write to the address given at the end of this page.",
]


def sentences() -> list[str]:
    """Sentences of the clean sample articles, with their brackets, Latin, digits and quotes."""
    out = []
    for name in ("clean_article.txt", "keyword_stuffing.txt", "trailer.txt"):
        text = (SAMPLES / "expected" / name).read_text("utf-8")
        out += [s for s in re.findall(r"[^\n]+?[。？！](?:”|)", text) if 20 < len(s) < 200]
    return out


def documents(parts: list[str], joiner: str, size: int, total: float, seed: int) -> list[str]:
    """Documents of about ``size`` bytes of paragraphs of a few sentences, ``total`` bytes in all."""
    rng = random.Random(seed)
    docs, made = [], 0
    while made < total:
        paragraphs, length = [], 0
        while length < size:
            paragraph = joiner.join(rng.choices(parts, k=rng.randint(2, 5)))
            paragraphs.append(paragraph)
            length += len(paragraph.encode()) + 1
        docs.append("\n".join(paragraphs))
        made += length
    return docs


def damage(doc: str, rng: random.Random) -> str:
    """Every tenth line read with the wrong encoding, as UTF-8 taken for GBK or for Windows-1252."""
    lines = doc.split("\n")
    for i in range(rng.randrange(3), len(lines), 10):
        wrong = rng.choice(["gb18030", "latin-1"])
        lines[i] = lines[i].encode("utf-8").decode(wrong, "replace")
    return "\n".join(lines)


def spoil(doc: str, rng: random.Random) -> str:
    """A page as crawled: stuffed head, placeholders, doubled marks, a related block at the end."""
    words = ["手机", "电影", "房子", "孩子", "天气", "头发", "红薯", "牙齿"]
    head = "| ".join(f"{rng.choice(words)}{rng.choice(words)}是什么意思" for _ in range(30))
    body = doc.replace("。", "。。", 5).replace("\n", "\n在这里插入图片描述\n", 1)
    tail = "\n\n相关文章\n\n" + "\n\n".join(f"{w}的十种用法" for w in words)
    return f"{head}\n\n{body}{tail}"


def corpora(megabytes: float) -> dict[str, list[str]]:
    """Clean and dirty, Chinese and English, small, middling and large documents."""
    zh, rng, total = sentences(), random.Random(7), megabytes * 1e6
    made = {
        "zh 5 kB": documents(zh, "", 5000, total, 1),
        "zh 500 B": documents(zh, "", 400, total / 4, 2),
        "zh 1 MB": documents(zh, "", 1_000_000, total, 3),
        "en 5 kB": documents(ENGLISH, " ", 5000, total, 4),
    }
    made["zh garbled lines"] = [
        damage(d, rng) for d in made["zh 5 kB"][: len(made["zh 5 kB"]) // 4]
    ]
    made["zh dirty pages"] = [spoil(d, rng) for d in made["zh 5 kB"][: len(made["zh 5 kB"]) // 4]]
    made["en ascii 5 kB"] = [
        d.encode("ascii", "ignore").decode() for d in made["en 5 kB"][: len(made["en 5 kB"]) // 2]
    ]
    return made
