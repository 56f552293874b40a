"""Makes Unicode dirt in clean text: taking it out must give the clean text back, byte for byte."""

import random

ZERO_WIDTH = "\u200b\u2060\ufeff"
DIRECTIONAL = "\u200e\u200f\u202a\u202c\u202d\u2066\u2068\u2069"
CONTROLS = "".join(chr(c) for c in range(0x20) if chr(c) not in "\t\n\r\x0b\x0c\x08\x1b") + "\x7f"
# A line end, the start of an escape, and what cp1252 has inside words.
IN_WORDS = b"\x85\x9b\x8a\x8c\x8e\x91\x92\x96\x97\x9a\x9c\x9e\x9f"
C1 = "".join(chr(c) for c in range(0x80, 0xA0) if c not in IN_WORDS)
ESCAPES = ("\x1b[0m", "\x1b[1;31m", "\x1b[2K", "\x1b]0;title\x07", "\x1b(B")
TAGS = "".join(map(chr, range(0xE0041, 0xE005B)))
CYRILLIC = dict(zip("aceopxyABCEHKMOPTX", "асеорхуАВСЕНКМОРТХ", strict=True))
NAMED = {
    "“": "ldquo",
    "”": "rdquo",
    "’": "rsquo",
    "—": "mdash",
    "…": "hellip",
    "é": "eacute",
    "ü": "uuml",
}


def sprinkle(text, pieces, seed, share=0.1, where=None):
    """``text`` with pieces put between its characters, at about ``share`` of the allowed gaps."""
    rng = random.Random(seed)
    allowed = where or (lambda left, right: True)
    out = []
    for left, right in zip(text, text[1:] + "\n", strict=True):
        out.append(left)
        if allowed(left, right) and rng.random() < share:
            out.append(rng.choice(pieces))
    return "".join(out)


def between_letters(left, right):
    return left.isalpha() and right.isalpha()


def zero_width(text, seed):
    return sprinkle(text, ZERO_WIDTH, seed, where=between_letters)


def directional(text, seed):
    return sprinkle(text, DIRECTIONAL, seed)


def tags(text, seed):
    return sprinkle(text, TAGS, seed)


def byte_order_marks(text, seed):
    return "".join("\ufeff" + line for line in text.splitlines(keepends=True))


def controls(text, seed):
    return sprinkle(text, CONTROLS, seed)


def c1(text, seed):
    """C1 controls away from letters: beside one they may be what is left of a word, and stay."""
    return sprinkle(text, C1, seed, where=lambda a, b: a > "\u3000" or _no_letter(a + b))


def _no_letter(beside):
    return beside.isascii() and not any(map(str.isalpha, beside))


def terminal_escapes(text, seed):
    return sprinkle(text, ESCAPES, seed)


def overstrike(text, seed):
    """Typewriter bold: every ASCII letter struck twice."""
    return "".join(f"{c}\x08{c}" if c.isascii() and c.isalpha() else c for c in text)


def split_pairs(text, seed):
    """Characters beyond the BMP as two surrogates, as broken JSON writers leave them."""
    return "".join(c if c < "\U00010000" else halves(c) for c in text)


def halves(char):
    units = char.encode("utf-16-be")
    return chr(int.from_bytes(units[:2], "big")) + chr(int.from_bytes(units[2:], "big"))


def escaped_bytes(text, seed):
    """Characters as the undecoded bytes Python smuggles through."""
    rng = random.Random(seed)
    smuggled = [c.encode("utf-8").decode("ascii", "surrogateescape") for c in text]
    return "".join(s if rng.random() < 0.3 else c for c, s in zip(text, smuggled, strict=True))


def radicals(text, seed):
    """Characters as the Kangxi radicals that look the same."""
    from scrubtext.tables import rows

    table = {row[1]: row[0] for row in rows("compat_form.tsv") if row[0] >= "\u2f00"}
    rng = random.Random(seed)
    return "".join(table[c] if c in table and rng.random() < 0.5 else c for c in text)


def cyrillic(text, seed):
    """Latin letters inside longer words as their Cyrillic twins; one letter of each kind stays."""
    rng = random.Random(seed)
    return " ".join(_spoil(word, rng) for word in text.split(" "))


def _spoil(word, rng):
    latin_only = [
        c for c in word if c.isascii() and c.isalpha() and c.lower() not in "aceopxyhkmtbisjdqw"
    ]
    twins = [i for i, c in enumerate(word) if c in CYRILLIC]
    if not latin_only or not twins or len(word) < 4 or not word.isalpha():
        return word
    i = rng.choice(twins)
    return word[:i] + CYRILLIC[word[i]] + word[i + 1 :]


def entities(text, seed, layers=1):
    """Marks and letters as entities, with ``layers`` ampersands."""
    amp = "&" + "amp;" * (layers - 1)
    return "".join(f"{amp}{NAMED[c]};" if c in NAMED else c for c in text)


def numeric_entities(text, seed):
    rng = random.Random(seed)
    return "".join(f"&#{ord(c)};" if c > "\u2fff" and rng.random() < 0.5 else c for c in text)


def u_escapes(text, seed):
    """Every run of Han characters and full-width marks as JavaScript escapes."""
    return "".join(f"\\u{ord(c):04x}" if "\u3000" < c < "\uffff" else c for c in text)


def quoted_printable(text, seed):
    import quopri

    return quopri.encodestring(text.encode("utf-8")).decode("ascii")


def half_marks(text, seed):
    """The marks of Chinese sentences in half width."""
    return text.translate(str.maketrans("，；：！？（）", ",;:!?()"))


def full_alnum(text, seed):
    return "".join(chr(ord(c) + 0xFEE0) if c.isascii() and c.isalnum() else c for c in text)


def decomposed(text, seed):
    import unicodedata

    return unicodedata.normalize("NFD", text)


def line_ends(text, seed):
    rng = random.Random(seed)
    return "".join(rng.choice(["\r\n", "\r", "\n"]) if c == "\n" else c for c in text)


def blank_lines(text, seed):
    rng = random.Random(seed)
    return text.replace("\n\n", "\n\n" + "\n" * rng.randint(1, 4))
