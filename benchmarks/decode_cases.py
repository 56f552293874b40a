"""Cases for decode.py: pieces of text in every encoding, and how answers are counted."""

from __future__ import annotations

import json
import random
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import chardet

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
