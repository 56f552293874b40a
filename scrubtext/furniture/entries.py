"""What weblogs, boards and shops print below an entry, told by its form: ``data/entry_forms.tsv``."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.tables import rows

__all__ = ["entry_line"]

MAX_ENTRY = 160
"""Characters of such a line."""
MAX_PARTS = 6
"""Parts of a line that says where an entry is filed: Posted in Garden | Tagged apple | 3 Comments."""
_DAY = (
    r"(?:\d{1,4}[-./年]\s?\d{1,2}(?:[-./月]\s?\d{1,4}\s?日?)?|\d{1,2}\.?\s[^\W\d_]{3,10}\.?,?\s\d{4}"
    r"|[^\W\d_]{3,9}\.?\s\d{1,2},\s\d{4})"
)
_PRICE = (
    r"(?:[$€£¥￥₩₽]\s?\d[\d,. ]{0,9}"
    r"|\d[\d., ]{0,9}\s?(?:[$€£₽₩]|元|円|원|руб\.?|EUR|USD|zł))"
)
_BAR = re.compile(r"\s+[|｜·•/]\s+|\s?[|｜]\s?")


@cache
def _forms() -> tuple[tuple[str, int, re.Pattern[str]], ...]:
    """The patterns of each class and weight, as one each."""
    found: dict[tuple[str, int], list[str]] = {}
    for pattern, cls, weight in rows("entry_forms.tsv"):
        filled = pattern.replace("<DAY>", _DAY).replace("<PRICE>", _PRICE)
        found.setdefault((cls, int(weight)), []).append(filled)
    return tuple((cls, weight, re.compile("|".join(ps))) for (cls, weight), ps in found.items())


def entry_line(line: str) -> tuple[str, int]:
    """The class and weight of such a line; nothing where it is none.

    >>> [entry_line(s) for s in ("« Rain | Home | Snow »", "Posted in Garden | Tagged apple", "Rain | Snow")]
    [('navigation', 2), ('tags', 2), ('', 0)]
    """
    if not 4 < len(line) <= MAX_ENTRY:
        return "", 0
    for cls, weight, form in _forms():
        if weight and form.fullmatch(line):
            return cls, weight
    parts = _BAR.split(line)
    if 1 < len(parts) <= MAX_PARTS and sum(map(_filed, parts)) > 1:
        return "tags", 2
    return "", 0


def _filed(part: str) -> bool:
    """Whether a part of a line says where an entry is filed, or counts its replies."""
    forms = {cls: form for cls, weight, form in _forms() if not weight}
    return bool(forms["filed"].match(part) or forms["replies"].fullmatch(part))
