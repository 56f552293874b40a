"""How fast bytes become text, beside bare decoding and chardet, and what 100 MB take."""

from __future__ import annotations

import random
import time
from collections.abc import Callable

import chardet
from decode_cases import SENTENCES

from scrubtext import decode


def speed() -> None:
    """Medians of one run, in MB/s of bytes."""
    print(f"\n{'speed':28} {'MB/s':>9} {'x decode':>9} {'x chardet':>10}")
    zh = "".join(SENTENCES["zh-Hans"]) * 4
    for title, text, name in (("English", "A plain line of text.\n" * 300, "ascii"), ("UTF-8 Chinese", zh, "utf-8"),
                              ("GBK Chinese", zh, "gb18030"), ("Big5", "".join(SENTENCES["zh-Hant"]) * 4, "big5"),
                              ("French cp1252", " ".join(SENTENCES["fr"]) * 4, "cp1252")):
        for times, size in ((1, "page"), (200, "large")):
            data = text.encode(name) * times
            ours, bare = clock(lambda d=data: decode(d)), clock(lambda d=data, n=name: d.decode(n))
            theirs = clock(lambda d=data: d.decode(chardet.detect(d)["encoding"] or "ascii", "replace"))
            print(f"{title + ', ' + size:28} {len(data) / ours / 1e6:9.1f} {ours / bare:9.2f} {theirs / ours:10.1f}")


def clock(call: Callable[[], object]) -> float:
    took = []
    for _ in range(5):
        start = time.perf_counter()
        call()
        took.append(time.perf_counter() - start)
    return sorted(took)[2]


def large() -> None:
    """100 MB of four kinds: seconds."""
    zh = "".join(SENTENCES["zh-Hans"])
    makes = {
        "ASCII": lambda: b"A plain line of text.\n" * 4_600_000, "UTF-8": lambda: (zh.encode() + b"\n") * (10**8 // len(zh.encode())),
        "GBK": lambda: (zh.encode("gbk") + b"\n") * (10**8 // len(zh.encode("gbk"))),
        "random": lambda: random.Random(1).randbytes(10**8),
    }  # fmt: skip
    print(f"\n{'100 MB of':28} {'seconds':>9} {'bare decoding':>14}")
    for title, make in makes.items():
        data = make()
        start = time.perf_counter()
        name = decode(data).encoding
        took = time.perf_counter() - start
        start = time.perf_counter()
        data.decode(name, "replace")
        print(f"{title:28} {took:9.2f} {time.perf_counter() - start:14.2f}  {name}")
