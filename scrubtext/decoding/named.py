"""Encodings and languages as people give them: what does not exist is an error with the nearest name.

Pages claim what they like, and what they claim is weighed; a person who mistypes wants to know.
"""

from __future__ import annotations

from scrubtext import tables
from scrubtext.decoding.labels import is_label, normalise
from scrubtext.decoding.legacy import served
from scrubtext.errors import UnknownNameError
from scrubtext.plausibility import LANGUAGES

__all__ = ["check_encoding", "check_language"]


def check_encoding(label: str | None) -> str | None:
    """A label as it was given, if it is one; a header value (``text/html; charset=gbk``) is, too.

    >>> check_encoding("utf8x")
    Traceback (most recent call last):
    scrubtext.errors.UnknownNameError: unknown encoding 'utf8x'; did you mean 'utf-8'? ...
    """
    if label and not is_label(label):
        names = {row[0] for row in tables.rows("encoding_labels.tsv")}
        raise UnknownNameError("encoding", label, names, normalise(label))
    return label


def check_language(tag: str | None) -> str | None:
    """A tag as it was given, if its language is known: ``zh``, ``zh-TW``, ``pt_BR``.

    >>> check_language("zh-TW"), check_language("")
    ('zh-TW', '')
    """
    known = {tag.partition("-")[0] for tag in served()} | LANGUAGES
    if tag and tag.lower().replace("_", "-").split("-")[0] not in known:
        raise UnknownNameError("language", tag, known)
    return tag
