"""Labels of encodings as the web means them, misspelt ones too, and where pages declare them.

A label is a claim, not a fact: the stages weigh it against the bytes. Names returned are Python's.
"""

from __future__ import annotations

import codecs
import re
from difflib import get_close_matches
from functools import cache

from scrubtext import tables

__all__ = ["declared_in", "is_label", "normalise"]

HEAD = 1 << 20  # bytes of a page that are searched for a declaration

_CHARSET = re.compile(r"charset\s*=\s*[\"'“”‘’]?\s*([^\s\"'“”‘’;,>/]+)", re.I)
_META = re.compile(
    rb"""<meta\b[^>]{0,400}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([^\s"'>;/]{2,40})""", re.I
)
_XML = re.compile(rb"""<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']\s{0,9}([^"'>]{2,40})""", re.I)
_CSS = re.compile(rb"""\A(?:\xef\xbb\xbf)?@charset "([^"]{2,40})";""")
_CODING = re.compile(rb"\A(?:[^\n]{0,200}\n)?[^\n]{0,200}?coding[:=][ \t]{0,9}([-\w.]{2,40})")
_QUOTED = str.maketrans("", "", "\"'“”‘’„`«»")


def _key(label: str) -> str:
    """Letters and digits only, in lower case: en dashes, quotes, blanks and signs fall away."""
    return re.sub(r"[^a-z0-9]", "", label.translate(_QUOTED).strip().lower())


@cache
def _known() -> dict[str, str]:
    """Key -> Python's name, from the data file."""
    return {_key(label): row[0] for row in tables.rows("encoding_labels.tsv")
            for label in (row[0], *row[1].split(" "))}


def _near(key: str) -> str | None:
    """A misspelt key: like a known one, with the same digits in any order (``uft8``, ``gb2321``)."""
    digits = sorted(filter(str.isdigit, key))
    pool = [name for name in _known() if sorted(filter(str.isdigit, name)) == digits]
    found = get_close_matches(key, pool, n=1, cutoff=0.75)
    return _known()[found[0]] if found else None


def normalise(label: str | None) -> str | None:
    """Python's name of what a label means on the web; ``None`` where it means nothing.

    Takes a bare label, a misspelt one or a whole header value.

    >>> normalise("text/html; charset=GB2312"), normalise("iso-8859–1"), normalise("utf8mb4")
    ('gb18030', 'cp1252', 'utf-8')
    >>> normalise("uft-8"), normalise("klingon")
    ('utf-8', None)
    """
    return next(filter(None, map(_exact, keys := _keys(label))), None) or next(
        filter(None, (_near(key) for key in keys if len(key) > 3)), None
    )


def is_label(label: str) -> bool:
    """Whether a label or a header value names an encoding as it stands, nothing misspelt.

    >>> is_label("GB2312"), is_label("uft-8")
    (True, False)
    """
    return any(map(_exact, _keys(label)))


def _exact(key: str) -> str | None:
    return _known().get(key) or _of_python(key)


def _keys(label: str | None) -> list[str]:
    """The keys that may stand in a label: of the whole, and of its words."""
    if not label:
        return []
    inner = _CHARSET.search(label)
    if inner is None and "/" in label and "=" not in label:
        return []  # a media type without a charset
    whole = (inner[1] if inner else label)[:60]
    pieces = [whole, *re.split(r"[\s,;|]+", whole)]
    return [key for key in map(_key, pieces) if key]


def _of_python(key: str) -> str | None:
    """A name only Python knows, if it is a text encoding with one unit a byte or more."""
    try:
        name = codecs.lookup(key).name
        "".encode(name)
    except (LookupError, ValueError):
        return None
    return None if name in ("idna", "punycode", "utf-7", "unicode_escape", "undefined") else name


def declared_in(data: bytes) -> tuple[str, ...]:
    """Encodings the bytes themselves declare: XML, ``<meta>``, CSS, an editor's coding line.

    >>> declared_in(b"<html>" + b" " * 1500 + b'<meta charset="gb2312">')
    ('gb18030',)
    """
    head = data[:HEAD]
    found = [m[1] for p in (_XML, _CSS, _CODING) if (m := p.search(head[:1000]))]
    if b"<" in head[:4000] and re.search(rb"charset", head, re.I):
        found += [m[1] for m in _META.finditer(head)][:4]
    names = [normalise(label.decode("utf-8", "replace")) for label in found]
    return tuple(dict.fromkeys(name for name in names if name))
