"""Cases for mojibake.py: pieces of sentences, written in one encoding and read as another.

A case is a piece of a sentence (2 to 5, 6 to 12, 13 to 40 characters, the whole sentence), garbled once or
several times, so that no byte is lost: the way back exists and is checked. Lossy chains are cases of their own.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# Written for this purpose.
SENTENCES = json.loads(Path(__file__).with_name("mojibake_sentences.json").read_text("utf-8"))
NARROW = (
    "latin-1",
    "cp1252",
    "cp1250",
    "cp1251",
    "cp1254",
    "cp1257",
    "iso8859-15",
    "mac_roman",
    "cp437",
    "cp850",
    "cp866",
    "koi8-r",
)
WIDE = ("gb18030", "cp950", "cp932", "cp949")
NATIVE = {
    "zh-Hans": ("gb18030",), "zh-Hant": ("cp950",), "ja": ("cp932", "euc_jp"), "ko": ("cp949",),
    "ru": ("cp1251", "koi8-r", "cp866"), "el": ("cp1253",),
}  # fmt: skip
BINS = ((2, 5), (6, 12), (13, 40), (41, 200))


class Case(NamedTuple):
    lang: str
    chain: str
    length: str
    right: str
    given: str
    kept: float = 1.0  # share of characters that survive, for lossy chains


def read_as(raw: bytes, codec: str) -> str | None:
    """Decode; bytes without a meaning become C1 controls, as in browsers."""
    try:
        return raw.decode(codec)
    except UnicodeDecodeError:
        if codec not in NARROW:
            return None
        return "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in raw)


def chains(lang: str) -> Iterator[tuple[tuple[str, str], ...]]:
    for read in NARROW + WIDE:
        yield (("utf-8", read),)
    for read in ("latin-1", "cp1252", "cp1251"):
        yield (("utf-8", read),) * 2
    yield (("utf-8", "cp1252"),) * 3
    for wrote in NATIVE.get(lang, ()):
        if lang in ("ru", "el"):
            for read in ("latin-1", "cp1252", "cp1251", "koi8-r", "cp866"):
                if read != wrote and not (lang == "el" and read not in ("latin-1", "cp1252")):
                    yield ((wrote, read),)
            continue
        for read in (*NARROW, *WIDE):
            if read != wrote:
                yield ((wrote, read),)
        yield (("utf-8", "cp1252"), (wrote, "cp1252"))[::-1]


def garbled(text: str, chain: tuple[tuple[str, str], ...]) -> str | None:
    for wrote, read in chain:
        try:
            made = read_as(text.encode(wrote), read)
        except UnicodeEncodeError:
            return None
        if made is None:
            return None
        if read not in NARROW:
            try:
                if made.encode(read).decode(wrote) != text:
                    return None
            except UnicodeError:
                return None
        text = made
    return text


def piece(rng: random.Random, lang: str, low: int, high: int) -> str | None:
    """A piece of a sentence: cut anywhere where no spaces part words, else at spaces."""
    sentence = rng.choice(SENTENCES[lang])
    if low > 40:
        return " ".join(rng.sample(SENTENCES[lang], 2))[:200]
    size = rng.randint(low, high)
    if lang in ("zh-Hans", "zh-Hant", "ja"):
        at = rng.randrange(max(1, len(sentence) - size))
        cut = sentence[at : at + size]
    else:
        words = re.findall(r"\S+", sentence)
        at = rng.randrange(len(words))
        cut = words[at]
        while len(cut) < low and at + 1 < len(words):
            at += 1
            cut += " " + words[at]
        cut = cut.strip(",.!?:;“”’")
    return cut if low <= len(cut) <= high and not cut.isascii() else None


def cases(rng: random.Random, per: int) -> Iterator[Case]:
    for lang in SENTENCES:
        for chain in chains(lang):
            name = " + ".join(f"{w} as {r}" for w, r in chain)
            for low, high in BINS:
                made = 0
                for _ in range(per * 6):
                    text = piece(rng, lang, low, high)
                    given = text and garbled(text, chain)
                    if text and given and given != text:
                        made += 1
                        yield Case(lang, name, f"{low}-{high}", text, given)
                    if made >= per:
                        break


def lossy_cases(rng: random.Random, per: int) -> Iterator[Case]:
    """UTF-8 read as something that drops or replaces what it cannot show."""
    for lang in SENTENCES:
        for read in ("gb18030", "cp950", "cp932", "cp949"):
            for way in ("replace", "question"):
                for _ in range(per):
                    text = piece(rng, lang, 13, 40)
                    if not text:
                        continue
                    given = text.encode().decode(read, "replace")
                    if way == "question":
                        given = given.replace("\ufffd", "?")
                    if given != text and "\ufffd" in text.encode().decode(read, "replace"):
                        yield Case(lang, f"utf-8 as {read}, {way}", "lossy", text, given)
