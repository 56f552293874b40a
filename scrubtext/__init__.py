"""scrubtext: text cleaning and encoding repair. Correct, explained, reversible, fast.

>>> import scrubtext
>>> scrubtext.clean("開源模式的發(fā)展、技術(shù)與風(fēng)險(xiǎn)。")
'開源模式的發展、技術與風險。'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from scrubtext.edit import Drop, Edit, Note, Recast, Row, apply, invert

if TYPE_CHECKING:
    from scrubtext.decoding import Decoded, decode
    from scrubtext.doc import Doc, Filter
    from scrubtext.pipeline import Pipeline, Result
    from scrubtext.rewrite import Rewrite
    from scrubtext.script import classify

__version__ = "0.1.0"

__all__ = [
    "Decoded",
    "Doc",
    "Drop",
    "Edit",
    "Filter",
    "Note",
    "Pipeline",
    "Recast",
    "Result",
    "Rewrite",
    "Row",
    "apply",
    "classify",
    "clean",
    "decode",
    "explain",
    "invert",
]


def clean(text: str, using: object = "web") -> str:
    """Clean ``text``; ``using`` is a preset's name, a Pipeline, a filter or a list of filters.

    >>> clean("这是一个例子，，对吧。。")
    '这是一个例子，对吧。'
    """
    from scrubtext.config import pipeline

    return pipeline(using)(text)


def explain(text: str, using: object = "web") -> Result:
    """Clean ``text`` and say what was done; ``explain(text).text == clean(text)``, always.

    >>> explain("好的。。").findings[0].why
    'doubled mark'
    """
    from scrubtext.config import pipeline

    return pipeline(using).explain(text)


_LAZY = {
    "Decoded": "decoding",
    "Doc": "doc",
    "Filter": "doc",
    "Pipeline": "pipeline",
    "Result": "pipeline",
    "Rewrite": "rewrite",
    "classify": "script",
    "decode": "decoding",
}


def __getattr__(name: str) -> Any:
    """Public names on first use: ``import scrubtext`` stays light. Filter classes are here too."""
    from importlib import import_module

    if name in _LAZY:
        value = getattr(import_module(f"scrubtext.{_LAZY[name]}"), name)
        globals()[name] = value  # a submodule of the same name (decode) must not win later
        return value
    if name[:1].isupper():
        return getattr(import_module("scrubtext.filters"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
