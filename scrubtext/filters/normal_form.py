"""Unicode normal forms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar, Literal, cast

from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit
from scrubtext.errors import ConfigError
from scrubtext.fields import check_fields

__all__ = ["NormalForm"]

_FORMS = ("NFC", "NFD", "NFKC", "NFKD")
_Form = Literal["NFC", "NFD", "NFKC", "NFKD"]
_CLUSTER = 64  # characters of one cluster compared in one go; longer ones become one edit


@cache
def _clusters() -> re.Pattern[str]:
    # Runs between plain ASCII characters that nothing can combine with on the left.
    return re.compile("[\x00-\x7f]?[^\x00-\x7f]+")


@dataclass(frozen=True, kw_only=True)
class NormalForm:
    r"""Text that is not in the normal form asked for: NFC unless told otherwise (opt-in).

    NFC joins letters and accents that are stored apart, as macOS file names and some PDF tools leave
    them. NFKC also folds width, ligatures, circled and raised forms and changes what is seen: ask for
    it only where the text feeds a search. Every changed cluster is an edit of its own.

    >>> import scrubtext
    >>> scrubtext.clean("cafe\u0301", NormalForm())
    'café'
    >>> scrubtext.clean("ﬁle ①", NormalForm(form="NFKC"))
    'file 1'
    """

    name: ClassVar[str] = "normal_form"
    reasons: ClassVar[frozenset[str]] = frozenset({"not normal"})
    form: str = "NFC"  # NFC | NFD | NFKC | NFKD

    def __post_init__(self) -> None:
        check_fields(self)
        if self.form not in _FORMS:
            raise ConfigError(f"normal_form: form is one of {', '.join(_FORMS)}")

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit]:
        """One edit a cluster; lines that are normal are not looked at."""
        text = doc.text
        if text.isascii() or unicodedata.is_normalized(cast(_Form, self.form), text):
            return ()
        return self._find(doc)

    def _find(self, doc: Doc) -> Iterator[Edit]:
        form = cast(_Form, self.form)
        for start, end in doc.lines:
            line = doc.text[start:end]
            if not unicodedata.is_normalized(form, line):
                for m in _clusters().finditer(line):
                    yield from _cluster_edits(m.group(), start + m.start(), form)


def _cluster_edits(run: str, at: int, form: _Form) -> Iterator[Edit]:
    """Edits for the parts of a run that change: cut where nothing interacts."""
    for start, end in _parts(run):
        part = run[start:end]
        new = unicodedata.normalize(form, part)
        if new != part:
            yield Edit(at + start, at + end, new, "not normal")


def _parts(run: str) -> Iterator[tuple[int, int]]:
    """Pieces that normalise on their own: each begins with a character that starts afresh."""
    start = 0
    for i in range(1, len(run)):
        if _starts_afresh(run[i]):
            yield start, i
            start = i
    yield start, len(run)


def _starts_afresh(char: str) -> bool:
    """Whether no normal form joins or reorders ``char`` with what precedes it."""
    code = ord(char)
    if 0x1100 <= code <= 0x11FF or (0xA960 <= code <= 0xD7FF and not 0xAC00 <= code <= 0xD7A3):
        return False  # Hangul letters that make syllables
    first = unicodedata.normalize("NFKD", char)[0]
    if 0x1161 <= ord(first) <= 0x11C2:
        return False
    return unicodedata.combining(first) == 0 and unicodedata.category(first)[0] != "M"
