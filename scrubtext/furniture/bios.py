"""The line below an article that says who wrote it and how to reach them."""

from __future__ import annotations

import re
from functools import cache

__all__ = ["MAX_BIO", "biography"]

MAX_BIO = 330
"""Characters of such a line."""
_NAME = r"(?:(?:Dr\.?|Prof\.?)\s)?[^\W\d_a-zа-яё][\w.'’\-]{0,20}(?:\s[^\W\d_a-zа-яё][\w.'’\-]{0,20}){1,3}"
_ROLES = (
    r"(?:writer|reporter|editor|journalist|columnist|correspondent|contributor|blogger|photographer|"
    r"producer|critic|intern|Redakteurin|Redakteur|Journalistin|Journalist|Autorin|Autor|Volontärin|"
    r"Volontär|Korrespondentin|Korrespondent|Reporterin|Reporter|Kolumnistin|Kolumnist|Mitarbeiterin|"
    r"Mitarbeiter|Bloggerin|Blogger|journaliste|rédactrice|rédacteur|reporter|correspondante?|chroniqueu(?:r|se)|"
    r"periodista|redactora?|reportera?|columnista|corresponsal|jornalista|repórter|colunista|redatora?|"
    r"giornalista|redattrice|redattore|collaboratrice|collaboratore|dziennikarka|dziennikarz|redaktorka|"
    r"redaktor|muhabir|yazar|gazeteci|wartawan|jurnalis|журналист(?:ка)?|корреспондент|обозреватель|"
    r"редактор|автор|блогер|колумнист)"
)
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
def _opens() -> re.Pattern[str]:
    return re.compile(rf"({_NAME})\s?{_IS}\s(?:[\w’'\-,]+\s){{0,7}}?{_ROLES}\b")


def biography(line: str) -> tuple[str, int]:
    """The last name in a line about its author, and what it proves: 2 with a way to reach them.

    >>> biography("Ann Moss is a staff writer at the Courier. Reach her at moss@courier.example.")
    ('Moss', 2)
    >>> biography("Ann Moss is a reporter for the Courier."), biography("Ann Moss is a writer in Kent.")
    (('Moss', 1), ('', 0))
    """
    if not 20 < len(line) <= MAX_BIO:
        return "", 0
    m = _opens().match(line)
    if not m:
        return "", 0
    reach = _MAIL.search(line) is not None or _REACH.search(line) is not None
    weight = 2 if reach else int(_HOUSE.match(line, m.end()) is not None)
    return (m[1].split()[-1], weight) if weight else ("", 0)
