"""UTF-8 with bad bytes: told by what is well-formed in it, not by what is not.

Counted over messages of programs in 19 languages and 40 of their encodings: for each bad place there is
a third of a well-formed one at most (EUC-JP 0.32, cp855 0.29, cp874 0.28, GBK 0.25, CP932 0.18; code
pages of Latin letters none). So many different well-formed
sequences and few bad places are UTF-8, and where there are few different ones (a German page has
seven, and a Chinese phrase in GBK may be well-formed and repeated a thousand times) the text decides.
"""

from __future__ import annotations

from scrubtext.decoding import utf8
from scrubtext.decoding.codepages import MULTIBYTE, SINGLE_BYTE
from scrubtext.decoding.legacy import Hints, rank
from scrubtext.decoding.sample import compact

__all__ = ["by_count", "counts", "is_certain", "is_utf8", "is_utf8_by_place"]

LEAST = 12  # well-formed sequences, all different, that are no accident
FEW = 4  # well-formed sequences that are worth a look at their text
TIMES = 2  # well-formed sequences for each bad place
CLEARLY = 4  # times as many of one as of the other that are enough where lines are many
EVIDENCE = 3000  # bytes of well-formed places whose text is looked at
_RIVALS = ("utf-8", *MULTIBYTE, *SINGLE_BYTE)


def counts(data: bytes) -> tuple[int, int]:
    r"""Well-formed sequences of two bytes or more, and places that are bad.

    >>> counts("für\n".encode() * 3 + b"\xff\n\xe4\xb8")
    (3, 2)
    """
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    return utf8.beyond_ascii(text) - bad, bad


def is_certain(data: bytes) -> bool:
    r"""Whether there are many different well-formed sequences and few bad places.

    >>> [is_certain(t.encode() + b"\xff") for t in ("Вчера вечером шёл дождь", "für Größe")]
    [True, False]
    """
    good, bad = counts(data)
    if good < FEW or good < TIMES * bad:
        return False
    text = data.decode("utf-8", "ignore")
    return utf8.beyond_ascii("".join(set(text))) >= LEAST or utf8.is_one_script(text)


def by_count(line: bytes) -> bool | None:
    """Whether a line is UTF-8, by its places alone; ``None`` where they do not say."""
    good, bad = counts(line)
    return None if good < CLEARLY * bad and bad < CLEARLY * good else good > bad


def is_utf8_by_place(sample: bytes) -> bool:
    """Whether nearly all places beyond ASCII are UTF-8."""
    good, bad = counts(sample)
    if good < FEW or good < TIMES * bad:
        return False
    if is_certain(sample):
        return True
    found = compact([sample], EVIDENCE).split(b"\n")
    places = [place for place in found if utf8.strict(place) is not None]
    if 2 * len(places) <= len(found):
        return False
    ranked = rank(b"\n".join(places), Hints(), _RIVALS)
    return bool(ranked) and ranked[0].encoding == "utf-8"


def is_utf8(sample: bytes) -> bool:
    """Whether a good part of a sample is UTF-8: nearly all places, or whole lines of it."""
    if utf8.looks_damaged(sample) or is_utf8_by_place(sample):
        return True
    wide_lines = [line for line in sample.split(b"\n")
                  if utf8.has_runs(line) and utf8.strict(line) is not None]
    if not wide_lines:
        return False
    ranked = rank(b"\n".join(wide_lines)[: 2 * EVIDENCE], Hints(), ("utf-8", *MULTIBYTE))
    return ranked[0].encoding == "utf-8"
