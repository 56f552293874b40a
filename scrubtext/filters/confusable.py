"""Letters of another script inside a word, chosen because they look the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import ClassVar, NamedTuple

from scrubtext.chars import Kind, mask, spell
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Note, splice
from scrubtext.excise import by_line
from scrubtext.tables import rows
from scrubtext.verbatim import code_spans, inside, merge, urls

__all__ = ["Confusable"]

_LATIN = spell(Kind.LETTER, Kind.LATIN, Kind.TONED)
_OTHERS = spell(Kind.CYRILLIC, Kind.GREEK)
_SOME_LANGUAGES = "ijsIJS"  # their Cyrillic twins are letters of some languages only
_HARDLY_ANY = "hdqw"  # ... of hardly any: these letters tell that a word is Latin
_EVIDENCE = 3  # plain cases in a text that settle its doubtful ones
# Nats by which mended words are likelier than the accented words they may be garble of: in all and for
# each word (English with twins: 6, accented words: -2), and what no mended word is below.
_AHEAD, _EACH, _WORSE = 4.0, 2.5, -2.5
_WEIGHED = 200  # words of a text that are weighed, they speak for the others


_SCRIPTS = bytes((k in _LATIN) + 2 * (k in _OTHERS) for k in range(256))


def _touch(shape: bytes) -> bool:
    """Whether letters of two scripts stand side by side anywhere."""
    scripts = shape.translate(_SCRIPTS)
    return b"\1\2" in scripts or b"\2\1" in scripts


_FOREIGN, _OTHER = mask(Kind.CYRILLIC, Kind.GREEK), mask(Kind.OTHER)
_SMALL = "ᴄᴏꜱᴠᴡᴢ"  # those of confusable.tsv, which is not read for most texts
_PHONETIC = re.compile(f"(?![{_SMALL}])[ɐ-ʯᴀ-ᶿꜰꜱ]")
_CAPITALLED = re.compile(f"(?<![^\\W\\d_])[A-Za-zÀ-ÖØ-öø-ɏͰ-ԯḀ-ỿ{_SMALL}]{{2,60}}(?![^\\W\\d_])")


def _small_capitals(text: str) -> Iterator[Edit | Note]:
    """Small capitals among other letters of a word, where the text is neither phonetic nor set in them."""
    if _PHONETIC.search(text):
        return
    twins = {ord(twin): letter for twin, letter in _twins("small capital").items()}
    words = [(m.start(), m[0], m[0].translate(twins)) for m in _CAPITALLED.finditer(text)]
    words = [w for w in words if w[1] != w[2] and w[1].strip(_SMALL) and not _in_address(text, w[0])]
    surely = len({w[1] for w in words}) >= _EVIDENCE
    for start, word, fixed in words:
        if surely:
            yield from _edits(word, start, fixed, "small capital inside a word")
        else:
            yield Note(start, start + len(word), "mixed scripts", 0, (fixed,))


def _in_address(text: str, at: int) -> bool:
    """Whether a word belongs to an address with letters that are no ASCII."""
    return "://" in text[max(text.rfind(" ", 0, at), text.rfind("\n", 0, at), at - 200, 0) : at]


@cache
def _words() -> re.Pattern[str]:
    # Latin, Greek and Cyrillic letters; bounded, so that a line without spaces costs no more.
    return re.compile("[A-Za-zÀ-ÖØ-öø-ɏͰ-ԯḀ-ỿ\u0300-\u036f]{2,60}")


@cache
def _about() -> re.Pattern[str]:
    return re.compile("(?i)homogl|homogr|confusabl|look-?alike|омогл|омогр|同形|punycode|IDN")


@cache
def _twins(script: str) -> dict[str, str]:
    """Letters of ``script`` to their Latin twins."""
    return {row[1]: row[0] for row in rows("confusable.tsv") if row[2] == script}


class _Word(NamedTuple):
    start: int
    end: int
    fixed: str  # the word in one script; "" where it is doubtful
    script: str  # the script it is given: latin, cyrillic, greek; "" where doubtful
    latin: str  # the word in Latin letters, where all its foreign letters have twins


def _script_of(char: str) -> str:
    if "\u0300" <= char <= "\u036f":
        return ""
    if "\u0370" <= char <= "\u03ff":
        return "greek"
    return "cyrillic" if "\u0400" <= char <= "\u052f" else "latin"


@dataclass(frozen=True, kw_only=True)
class Confusable:
    """Words whose letters come from two scripts that look alike (a Cyrillic е in ``thе``).

    Used to slip past filters and to mark copies. A word is mended only where it mixes scripts and
    one of them alone explains it: some letter of that script has no twin in the other, and all the
    foreign letters have twins. Words that need both scripts stay (``SIMка``, ``Δx``), as do words
    with digits (``10х25G``), inflected foreign names (``Googleа``), addresses, code, texts about
    look-alikes, and accented words in the wrong table (``niсo`` was niño, not nico). Words made of
    twins only (``сохе``) follow the plain cases of the text, or stay with a note. Small capitals
    shaped like the small letter (``ᴠiết`` for ``viết``) are mended in a text with three such words, none
    of whose letters are phonetic ones or other small capitals.

    >>> import scrubtext
    >>> scrubtext.clean("Thе bеst price", Confusable())
    'The best price'
    """

    name: ClassVar[str] = "confusable"
    reasons: ClassVar[frozenset[str]] = frozenset(
        {"letter of another script", "mixed scripts", "small capital inside a word"}
    )
    needs: ClassVar[int] = mask(Kind.CYRILLIC, Kind.GREEK, Kind.OTHER)

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit | Note]:
        """One edit a letter."""
        capitals = bool(doc.kinds & _OTHER) and any(map(doc.text.__contains__, _SMALL))
        if not capitals and (not doc.kinds & _FOREIGN or not _touch(doc.shape)):
            return ()
        return self._find(doc, capitals)

    def _find(self, doc: Doc, capitals: bool) -> Iterator[Edit | Note]:
        text = doc.text
        if _about().search(text):
            return
        skip = inside(merge([*code_spans(text), *urls(text)]))
        small = [f for f in _small_capitals(text) if not skip(f.start)] if capitals else []
        plain = Doc(splice(text, (f for f in small if isinstance(f, Edit)))) if small else doc
        yield from sorted([*small, *self._mixed(plain, skip)], key=itemgetter(0, 1))

    def _mixed(self, doc: Doc, skip: Callable[[int], bool]) -> Iterator[Edit | Note]:
        text = doc.text
        words = [w for w in _mixed_words(text) if not skip(w.start)] if _touch(doc.shape) else ()
        if not words:
            return
        latin = _mostly_latin(doc, words)
        garbled = _garbled(text, words, _mostly_cyrillic(doc.shape, words))
        plain = [
            w for w in words if w.script and w not in garbled and not _is_suffix(text, w, latin)
        ]
        leaning = _leaning(plain)
        known = set(plain)
        for w in words:
            if w in known:
                yield from _edits(text[w.start : w.end], w.start, w.fixed)
            elif w.latin and not w.script and leaning == "latin" and latin and w not in garbled:
                yield from _edits(text[w.start : w.end], w.start, w.latin)
            else:
                candidates = tuple(c for c in (w.fixed or w.latin,) if c)
                yield Note(w.start, w.end, "mixed scripts", 0, candidates)


def _mixed_words(text: str) -> Iterator[_Word]:
    rare = bool(re.search("[іїєўқј]", text))
    for m in _words().finditer(text):
        word = m.group()
        scripts = {_script_of(c) for c in word} - {""}
        if len(scripts) != 2 or "latin" not in scripts or _beside_digit(text, *m.span()):
            continue
        (other,) = scripts - {"latin"}
        yield _judge(m.start(), word, other, rare)


def _garbled(text: str, words: list[_Word], cyrillic: bool) -> set[_Word]:
    """Words whose foreign letters may be accented ones of another table: all, where one surely is."""
    from scrubtext.mojibake.mixed import beside_garble, in_garble, lead

    leads = []
    for w in words[:_WEIGHED]:
        word = text[w.start : w.end]
        script = next(s for s in map(_script_of, word) if s not in ("", "latin"))
        leads.append(lead(word, tuple(new for new in (w.fixed, w.latin) if new), script))
    if not cyrillic and (in_garble(text) or min(leads) < _WORSE or _is_low(leads)):
        return set(words)
    beside = () if cyrillic else (w for w in words if beside_garble(text, w.start, w.end))
    return _garbled_lines(text, words, leads).union(beside)


def _garbled_lines(text: str, words: list[_Word], leads: list[float]) -> set[_Word]:
    """The same told from each line: one may be garble beside lines that are not."""
    from scrubtext.mojibake.mixed import in_garble

    found = {w for w, n in zip(words, leads, strict=False) if n < _WORSE}
    for line in by_line(text, [w.start for w in words[: len(leads)]]):
        other = [k for k in line if words[k].script != "cyrillic"]
        if not other:
            continue
        near = text[max(0, words[other[0]].start - _NEAR) : words[other[-1]].end + _NEAR]
        if (len(other) > 1 and _is_low([leads[k] for k in other])) or in_garble(near):
            found.update(words[k] for k in other)
    return found


def _is_low(leads: list[float]) -> bool:
    """Whether mended words are hardly likelier than the accented ones they may be garble of."""
    return sum(leads) < max(_AHEAD, _EACH * len(leads))


_NEAR = 40  # characters around the mixed words of a line that are looked at for signs of garble


def _beside_digit(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isdigit() or text[end : end + 1].isdigit()


def _judge(start: int, word: str, other: str, rare: bool) -> _Word:
    """Which of its two scripts explains ``word``, if only one does."""
    to_latin = _twins(other)
    from_latin = {b: a for a, b in to_latin.items() if b not in _HARDLY_ANY}
    if not rare:
        from_latin = {b: a for b, a in from_latin.items() if b not in _SOME_LANGUAGES}
    foreign = [c for c in word if _script_of(c) == other]
    own = [c for c in word if _script_of(c) == "latin"]
    as_latin = all(c in to_latin for c in foreign)
    as_other = all(c in from_latin for c in own)
    latin = "".join(to_latin.get(c, c) for c in word) if as_latin else ""
    end = start + len(word)
    if as_latin and not all(c in to_latin.values() and c not in _HARDLY_ANY for c in own):
        short = other == "greek" and len(word) < 4  # units and formulae: kΩ, Ηz
        return _Word(start, end, "" if short else latin, "" if short else "latin", latin)
    if as_other and not as_latin:
        fixed = "".join(from_latin.get(c, c) for c in word)
        short = other == "greek" and len(word) < 4
        return _Word(start, end, "" if short else fixed, "" if short else other, "")
    return _Word(start, end, "", "", latin)


def _is_suffix(text: str, w: _Word, latin_text: bool) -> bool:
    """One block of each script, as in inflected names: ``PDFа``, ``Googleом``, ``eКнига``."""
    blocks = [(s, "".join(g)) for s, g in groupby(text[w.start : w.end], _script_of) if s]
    if len(blocks) != 2:
        return False
    (_, first), (second, last) = blocks
    if len(first) == 1 and text[w.start - 1 : w.start] in ("-", "/"):  # an option and its value
        return True
    if (
        last[0].isupper() and not first[-1].isupper()
    ):  # a capital inside a word: two names, a variable
        return True
    if first.isupper() and len(first) > 1 and last.islower():
        return True
    inflected = second != "latin" and not latin_text and len(last) <= 3
    return inflected and w.script == "latin"


def _mostly_cyrillic(shape: bytes, mixed: list[_Word]) -> bool:
    """Whether most letters of the words that are not mixed are no Latin ones."""
    balance = sum(shape.count(bytes([k])) for k in _OTHERS) - sum(shape.count(bytes([k])) for k in _LATIN)
    for w in mixed:
        balance -= sum((k in _OTHERS) - (k in _LATIN) for k in shape[w.start : w.end])
    return balance > 0


def _mostly_latin(doc: Doc, mixed: list[_Word]) -> bool:
    """Whether Latin letters are in the majority, mixed words counted for the script they are given."""
    shape = doc.shape
    balance = sum(shape.count(bytes([k])) for k in _LATIN)
    balance -= sum(shape.count(bytes([k])) for k in _OTHERS)
    for w in mixed:
        word = shape[w.start : w.end]
        balance -= sum((k in _LATIN) - (k in _OTHERS) for k in word)
        balance += len(word) if w.script == "latin" else -len(word)
    return balance > 0


def _leaning(plain: list[_Word]) -> str:
    """The script that at least ``_EVIDENCE`` plain cases, and nine in ten of them, were given."""
    for script in ("latin", "cyrillic", "greek"):
        n = sum(w.script == script for w in plain)
        if n >= _EVIDENCE and n * 10 >= 9 * len(plain):
            return script
    return ""


def _edits(word: str, start: int, fixed: str, why: str = "letter of another script") -> Iterator[Edit]:
    for at, (char, letter) in enumerate(zip(word, fixed, strict=True), start):
        if char != letter:
            yield Edit(at, at + 1, letter, why)
