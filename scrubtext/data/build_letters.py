"""Build ``letters.tsv.gz``: which letter follows which, language by language, for code pages.

Run by hand when a source changes, never at install time:

    pip install wordfreq pythainlp
    python scrubtext/data/build_letters.py

Sources: the word frequencies of wordfreq 3.1 (data CC BY-SA 4.0, code Apache-2.0) and the TNC list of
PyThaiNLP (Apache-2.0, data CC0; Thai). Only shares of pairs of letters go into the table.
"""

from __future__ import annotations

import gzip
import math
import unicodedata
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

OUT = Path(__file__).with_name("letters.tsv.gz")
LANGUAGES = (
    "en", "de", "fr", "es", "pt", "it", "ca", "nl", "sv", "nb", "da", "fi", "is", "pl", "cs", "sk",
    "sl", "hu", "ro", "ro-old", "sh", "lt", "lv", "tr", "vi", "id", "fil", "ru", "uk", "bg", "mk",
    "el", "he", "ar", "fa", "ur", "th",
)  # fmt: skip
STEP = 0.25
RARE = 4e-5  # share of its language below which a letter is foreign to it
TONES = "\u0300\u0301\u0303\u0309\u0323"
# The list writes ss for the sharp s; these words give it back its neighbours.
SHARP_S = (
    "groß große größe größer größte straße straßen heiß heißt heißen weiß weiße außer außerdem außen "
    "maß maße gemäß regelmäßig fuß füße grüße gruß spaß schließen schließlich schließt dreißig bloß "
    "fließen gießen stoß süß süße mäßig daß muß paß schluß grießbrei fleiß fleißig ließ hieß saß aß"
)
LATIN = "abcdefghijklmnopqrstuvwxyz"
NON_LATIN = {"ru", "uk", "bg", "mk", "el", "he", "ar", "fa", "ur", "th"}

HEADER = """\
# Pairs of letters by language: tag, letters, levels of P(letter | letter before), row by row.
# Letter 0 is the border of a word. A level is one ASCII character: (code - 33) / 4 nats below certain.
# Source: counted over word lists of wordfreq 3.1 (data CC BY-SA 4.0) and PyThaiNLP (CC0), by
#   build_letters.py; Vietnamese is decomposed as in cp1258. Counts are facts.
# Licence: MIT, as the rest of scrubtext.
# Used by: scrubtext.decoding.letters.
# Not for: telling languages apart in running text.
"""


def words_of(lang: str) -> Iterator[tuple[str, float]]:
    """Words and their shares."""
    if lang == "th":
        path = files("pythainlp") / "corpus" / "tnc_freq.txt"
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line]
        total = sum(int(n) for _, n in rows)
        yield from ((word, int(n) / total) for word, n in rows)
        return
    from wordfreq import get_frequency_dict

    yield from get_frequency_dict(lang.removesuffix("-old"), "best").items()
    yield from ((word, 1.5e-4) for word in SHARP_S.split() if lang == "de")


def cp1258(word: str) -> str:
    """Vietnamese as its code page has it: tone marks behind the letter."""
    out = []
    for c in word:
        base = unicodedata.normalize("NFD", c)
        tones = "".join(m for m in base if m in TONES)
        plain = unicodedata.normalize("NFC", "".join(m for m in base if m not in TONES))
        out.append(c if len(base) > 1 and _in_cp1258(c) else plain + tones)
    return "".join(out)


def _in_cp1258(c: str) -> bool:
    try:
        c.encode("cp1258")
    except UnicodeEncodeError:
        return False
    return True


def own_script(word: str, lang: str) -> bool:
    """Whether all of a word is in the script of the language."""
    if lang == "th":
        return all("\u0e00" < c < "\u0e50" for c in word)
    if lang in ("ar", "fa", "ur"):
        return all("\u0600" < c < "\u06d5" and c.isalpha() for c in word)
    return word.isalpha() and (lang not in NON_LATIN or not any(c < "\x80" for c in word))


def restored(word: str, lang: str) -> str:
    """What the list has folded away: the final sigma; for Romanian the cedillas of old code pages."""
    if lang == "el":
        return word[:-1] + "ς" if word.endswith("σ") else word
    if lang == "ro-old":
        return word.translate({0x219: "ş", 0x21B: "ţ"})
    return cp1258(word) if lang == "vi" else word


def counted(lang: str) -> tuple[str, dict[tuple[str, str], float]]:
    """The letters of a language and the shares of its pairs."""
    pairs: Counter[tuple[str, str]] = Counter()
    alone: Counter[str] = Counter()
    for word, share in words_of(lang):
        if not own_script(word, lang):
            continue
        word = restored(word, lang)
        for a, b in zip(" " + word, word + " ", strict=True):
            pairs[a, b] += share
            alone[b] += share
    total = sum(n for c, n in alone.items() if c != " ")
    letters = [c for c, n in alone.items() if c != " " and n / total > RARE]
    if lang not in NON_LATIN:
        letters = sorted(set(letters) | set(LATIN))
    return "".join(sorted(letters)), pairs


def matrix(letters: str, pairs: dict[tuple[str, str], float]) -> str:
    """Levels of P(b | a), the border of a word first; seldom seen pairs lean on the letter alone."""
    signs = " " + letters
    alone = {b: sum(pairs.get((a, b), 0.0) for a in signs) for b in signs}
    total = sum(alone.values())
    out = []
    for a in signs:
        row = [pairs.get((a, b), 0.0) for b in signs]
        seen = sum(row) or 1.0
        for b, n in zip(signs, row, strict=True):
            p = 0.98 * n / seen + 0.02 * alone[b] / total + 2e-5
            out.append(chr(33 + min(90, round(-math.log(p) / STEP))))
    return "".join(out)


def main() -> None:
    """Count and write."""
    lines = []
    for lang in LANGUAGES:
        letters, pairs = counted(lang)
        lines.append(f"{lang}\t{letters}\t{matrix(letters, pairs)}\n")
        print(lang, len(letters), letters)
    OUT.write_bytes(gzip.compress((HEADER + "".join(lines)).encode("utf-8"), 9, mtime=0))
    print(OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
