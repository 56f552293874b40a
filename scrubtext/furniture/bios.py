"""The line below an article that says who wrote it and how to reach them."""

from __future__ import annotations

import re
from functools import cache

from scrubtext.tables import rows

__all__ = ["MAX_BIO", "biography"]

MAX_BIO = 330
"""Characters of such a line."""
_NAME = r"(?:(?:Dr\.?|Prof\.?)\s)?[^\W\d_a-zа-яё][\w.'’\-]{0,20}(?:\s[^\W\d_a-zа-яё][\w.'’\-]{0,20}){1,3}"
_NAMED = re.compile(_NAME)
_IS = r"(?:is|was|has been|ist|est|es|é|è|jest|adalah|—|–|-|,)"
_HOUSE = re.compile(
    r",?\s(?:at|for|of|with|bei|beim|der|des|für|von|au|à|de|du|chez|en|no|na|da|do|di|del|dla|w|издания|газеты|портала)"
    r"\s(?:(?:the|der|die|das|le|la|les|il|el|o|this|our)\s)?[^\W\d_a-zа-яё]"
)
_MAIL = re.compile(r"[\w.+\-]{1,40}@[\w\-]{2,40}\.[\w.]{2,20}|(?<![\w.])@[A-Za-z_]\w{2,30}")
_REACH = re.compile(
    r"\b(?:Reach|Contact|Email|E-mail|Follow|Write to|Tweet)\s(?:him|her|them|[A-Z]\w+)\b"
    r"|\bFollow(?:s|ing)? @|\b(?:can be reached|may be reached|tweets)\s(?:at|by|on|via)\b"
)


@cache
def _opens() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """How a line says who somebody is, and how it says what they do."""
    called, done = (
        "|".join(sorted({w for r in rows("credit_roles.tsv") if r[2] == place for w in r[0].split("|")}))
        for place in ("author", "does")
    )
    return (
        re.compile(rf"({_NAME})\s?{_IS}\s(?:[\w’'\-,]+\s){{0,7}}?(?:{called})\b"),
        re.compile(rf"({_NAME})\s(?:{done})\b"),
    )


def biography(line: str) -> tuple[str, int]:
    """The last name in a line about its author, and what it proves: 2 with a way to reach them.

    >>> biography("Ann Moss is a staff writer at the Courier. Reach her at moss@courier.example.")
    ('Moss', 2)
    >>> biography("Ann Moss is a reporter for the Courier."), biography("Ann Moss is a writer in Kent.")
    (('Moss', 1), ('', 0))
    """
    if not 20 < len(line) <= MAX_BIO or not _NAMED.match(line):
        return "", 0
    is_one, does = _opens()
    reach = _MAIL.search(line) is not None or _REACH.search(line) is not None
    m = is_one.match(line) or (does.match(line) if reach else None)
    if not m:
        return "", 0
    weight = 2 if reach else int(_HOUSE.match(line, m.end()) is not None)
    return (m[1].split()[-1], weight) if weight else ("", 0)
