"""The paragraph below a press release that says what a company is and where to read more of it."""

from __future__ import annotations

import re

__all__ = ["is_profile"]

MIN_PROFILE, MAX_PROFILE = 80, 1500
"""Characters of such a paragraph."""
_LAST = 260
"""Characters at its end in which the way to read more stands."""
_IS = re.compile(
    r"(?:(?:Founded|Established|Headquartered|Based|Since|With|Seit|Mit)\s[^.\n]{2,90},\s)?"
    r"(?:(?:The|Die|Das|Der)\s)?[A-ZÄÖÜ][\w&.'’\-]*(?:\s[A-Z&][\w&.'’\-]*){0,6}"
    r"(?:\s\([^()\n]{2,40}\))?,?\s"
    r"(?:is|are|has been|provides|offers|develops|designs|manufactures|delivers"
    r"|ist|bietet|entwickelt|fertigt)\s"
)
_WHAT = re.compile(
    r"\b(?:leading|leader|providers?|manufacturers?|suppliers?|developers?|compan(?:y|ies)"
    r"|platforms?|firm|maker|organi[sz]ation|nonprofit"
    r"|Anbieter|Hersteller|Unternehmen|Marktführer|Dienstleister|Spezialist)\b"
)
_MORE = re.compile(
    r"\b(?:visit|learn more|more information|follow us|find out more"
    r"|(?:Weitere|Mehr) Informationen|besuchen Sie)\b"
    r"[^\n]{0,80}(?:www\.|https?://|\b[\w\-]{2,40}\.(?:com|org|net|io|de|eu)\b)",
    re.IGNORECASE,
)
_HOSTS = ("www.", "://", ".com", ".org", ".net", ".io", ".de", ".eu")


def is_profile(line: str) -> bool:
    """Whether a paragraph introduces a company, as press releases close.

    >>> one = "Alder Pumps is a leading manufacturer of pumps for wells and mills in the valley of the Arrow."
    >>> is_profile(one + " For more information, visit www.alderpumps.com."), is_profile(one)
    (True, False)
    """
    if not MIN_PROFILE <= len(line) <= MAX_PROFILE or not any(sign in line for sign in _HOSTS):
        return False
    if not _MORE.search(line, max(0, len(line) - _LAST)):
        return False
    m = _IS.match(line)
    return m is not None and _WHAT.search(line, 0, m.end() + _LAST) is not None
