"""Private-use characters: what they mean is known only to whoever wrote them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import ClassVar

from scrubtext.chars import Kind, mask
from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Note
from scrubtext.errors import ConfigError
from scrubtext.fields import check_fields
from scrubtext.tables import rows

__all__ = ["PrivateUse"]

_POLICIES = ("keep", "remove", "replace")


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]+")


@cache
def _beyond() -> re.Pattern[str]:
    return re.compile("[\U000f0000-\U0010fffd]")


@cache
def _known(kind: str) -> dict[str, str]:
    """Private characters with a meaning: ``gb`` (GB 18030), ``symbol`` (bullets of Word)."""
    return {row[0]: row[1] for row in rows("private_use.tsv") if row[2] == kind}


@dataclass(frozen=True, kw_only=True)
class PrivateUse:
    r"""Private-use characters: icon fonts, user-defined characters, bullets of word processors.

    Characters that GB 18030 first kept in the private area and Unicode encoded later become their
    code points of today where Han characters stand beside them. For all others ``policy`` decides:
    ``keep`` (the default) leaves them with a note, which offers the bullet Word may have meant;
    ``remove`` deletes them; ``replace`` writes the bullet where it is known, else U+FFFD.

    >>> import scrubtext
    >>> scrubtext.explain("home \ue000", PrivateUse()).notes[0].why
    'private use'
    >>> scrubtext.clean("home\ue000", PrivateUse(policy="remove"))
    'home'
    """

    name: ClassVar[str] = "private_use"
    reasons: ClassVar[frozenset[str]] = frozenset({"private use", "encoded since"})
    needs: ClassVar[int] = mask(Kind.PRIVATE, Kind.ASTRAL)
    policy: str = "keep"  # keep | remove | replace

    def __post_init__(self) -> None:
        check_fields(self)
        if self.policy not in _POLICIES:
            raise ConfigError(f"private_use: policy is one of {', '.join(_POLICIES)}")

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Edit | Note]:
        """Notes or edits for runs of private characters."""
        if not doc.kinds & self.needs:
            return ()
        if not doc.kinds & mask(Kind.PRIVATE) and not _beyond().search(doc.text):
            return ()
        return self._find(doc.text)

    def _find(self, text: str) -> Iterator[Edit | Note]:
        for m in _pattern().finditer(text):
            start, end = m.span()
            now = _encoded_now(text, start, end)
            if now:
                yield Edit(start, end, now, "encoded since")
            elif self.policy == "keep":
                meant = "".join(_known("symbol").get(c, "") for c in m.group())
                yield Note(start, end, "private use", 0, (meant,) if meant else ())
            elif self.policy == "remove":
                yield Edit(start, end, "", "private use")
            else:
                new = "".join(_known("symbol").get(c, "\ufffd") for c in m.group())
                yield Edit(start, end, new, "private use")


def _encoded_now(text: str, start: int, end: int) -> str:
    """The run as Unicode has it today, where all of it is known and Han text surrounds it."""
    table = _known("gb")
    if any(c not in table for c in text[start:end]):
        return ""
    beside = text[max(start - 1, 0) : start] + text[end : end + 1]
    return "".join(table[c] for c in text[start:end]) if any(map(_east, beside)) else ""


def _east(char: str) -> bool:
    return "\u3000" <= char <= "\u9fff" or "\uff01" <= char <= "\uff60"
