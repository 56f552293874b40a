"""The filters there are, in the order they run; each is imported when it is first used.

``ORDER`` is the one list: presets, configuration, the command line and the documentation take their
names from it. ``scrubtext.filters.Mojibake`` is the class of ``mojibake``, and so on.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Any

from scrubtext.errors import UnknownNameError

__all__ = ["ORDER", "class_name", "foreign", "get"]

ORDER: tuple[str, ...] = (
    "mojibake",  # first: what hygiene strips is evidence here
    "escaped_text",
    "pinyin_gloss",
    "lone_surrogate",
    "stray_control",
    "invisible",
    "private_use",
    "compat_form",
    "confusable",
    "doubled_punctuation",
    "field_label",
    "link_farm",
    "keyword_stuffing",
    "placeholder",
    "trailer",
    "url",
    "contact",
    "script",
    "width",
    "punctuation",
    "spacing",
    "line_ending",
    "normal_form",
    "blank_run",
)


def class_name(name: str) -> str:
    """The class of a filter's name: ``pinyin_gloss`` is ``PinyinGloss``."""
    return "".join(part.capitalize() for part in name.split("_"))


_BY_CLASS = {class_name(name): name for name in ORDER}


def get(name: str) -> Any:
    """The filter class of ``name``; UnknownNameError with the nearest names where there is none."""
    if name in ORDER:
        return getattr(import_module(f"scrubtext.filters.{name}"), class_name(name))
    if name in foreign():
        return foreign()[name].load()
    raise UnknownNameError("filter", name, [*ORDER, *foreign()])


@cache
def foreign() -> dict[str, Any]:
    """Filters other packages offer, by name: entry points of the group ``scrubtext.filters``.

    Looked for only where a name is none of the library's. They run after the library's own.
    """
    from importlib.metadata import entry_points

    found = entry_points(group="scrubtext.filters")
    return {point.name: point for point in found if point.name not in ORDER}


def __getattr__(attribute: str) -> Any:
    if attribute == "ALL":
        return tuple(get(name) for name in ORDER)
    if attribute in _BY_CLASS:
        return get(_BY_CLASS[attribute])
    raise AttributeError(f"module {__name__!r} has no attribute {attribute!r}")
