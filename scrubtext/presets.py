"""Named pipelines. Each line says why a filter is in."""

from __future__ import annotations

from functools import cache
from typing import Any

from scrubtext.errors import UnknownNameError
from scrubtext.filters import ORDER, get
from scrubtext.pipeline import Pipeline

__all__ = ["PRESETS", "preset"]

Options = dict[str, dict[str, Any]]

_GENTLE: Options = {
    "mojibake": {},  # wrong decodings are damage, whoever reads the text
    "escaped_text": {},  # so are entities shown as text
    "lone_surrogate": {},  # cannot be written as UTF-8 at all
    "stray_control": {},  # never text
    "invisible": {},  # breaks search and tokenisers without being seen
    "private_use": {},  # noted; changed only where the meaning is known
    "compat_form": {},  # radicals of PDF extraction that stand for the characters
    "confusable": {},  # only inside a word that mixes scripts
}

_WEB: Options = _GENTLE | {
    "pinyin_gloss": {},  # an encoding accident of scraper sites
    "doubled_punctuation": {},  # left by rewriting tools
    "field_label": {},  # a database field that leaked into the text
    "keyword_stuffing": {},
    "link_farm": {},
    "placeholder": {},
    "trailer": {},
}

_STRICT: Options = _WEB | {
    "mojibake": {"irreversible": "remove"},
    "keyword_stuffing": {"strict": True},
    "link_farm": {"strict": True},
    "placeholder": {"strict": True},
    "trailer": {"strict": True},
}


def _script(target: str) -> Options:
    return _WEB | {"script": {"target": target}, "width": {}, "punctuation": {}}


PRESETS: dict[str, Options] = {
    "zero": {},
    "gentle": _GENTLE,
    "web": _WEB,
    "zh_hans": _script("hans"),
    "zh_hant": _script("hant"),
    "strict": _STRICT,
}
"""Preset name -> filter name -> the fields that differ from the filter's defaults.

``zero``: nothing. ``gentle``: encoding repair and hygiene only. ``web`` (the default): gentle, and
what crawled pages carry around and inside an article; script, width, quotes and line structure stay
as the author wrote them. ``zh_hans``, ``zh_hant``: web, with the script converted and width and
punctuation by context. ``strict``: web, removing the doubtful too and dropping whole documents; it
costs clean text: 18 of 2,911 manuals in ten languages (13 MB, ``benchmarks/harm.py``) lose a heading
or last lines that ``web`` leaves alone.
"""


@cache
def preset(name: str) -> Pipeline:
    """The pipeline of a preset's name.

    >>> [f.name for f in preset("gentle").filters][:2]
    ['mojibake', 'escaped_text']
    """
    if name not in PRESETS:
        raise UnknownNameError("preset", name, PRESETS)
    options = PRESETS[name]
    return Pipeline((get(f)(**options[f]) for f in ORDER if f in options), name)
