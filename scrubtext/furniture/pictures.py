"""Lines that name a picture file and say that it did not come: ``(Image k2.png could not be loaded)``."""

from __future__ import annotations

import re

from scrubtext.furniture.dress import DRESS
from scrubtext.furniture.remnants import file_name
from scrubtext.furniture.vocabulary import readings
from scrubtext.furniture.words import has_number

__all__ = ["filed", "may_show", "pending"]

_FILE = "placeholder_stems.tsv"


def may_show(line: str) -> bool:
    """Whether a line may name a file, or the place of a picture among others: one look."""
    return "." in line or has_number(line)


def filed(line: str) -> bool:
    """Whether a line names a picture file, and all other words of it are of pictures that did not come."""
    named = list(_NAMED_FILE.finditer(line)) if "." in line else []
    if len(named) != 1:
        return False
    rest = _NAMED_FILE.sub(" ", line)
    low = _MARKED.sub(" ", rest.casefold()).strip(DRESS + "，,、；;!！")
    if not low:
        return True
    return any(
        share >= MIN_FILED and any({"media", "state", "see"} & f for f in found)
        for _, (found, share) in readings(low, _FILE)
    )


_NAMED_FILE = re.compile(
    r"[A-Za-z0-9_~][\w\-~]{0,39}\.(?:jpe?g|png|gif|webp|bmp|svg|heic|tiff?)(?![\w])", re.A | re.I
)
_MARKED = re.compile(
    r"\b(?:alt|src|img|cid|url|files?|displayed|shown|exist|datei|fichier|archivo|arquivo|ficheiro|plik|dosya|tệp|berkas|файл\w{0,2})\b"
    r"|ファイル|파일|文件|檔案|[\"“”'=:：/\\]"
)
MIN_FILED = 0.7
"""Share of the words beside the name of a file."""


def pending(line: str) -> bool:
    """Whether a line is a picture file and what became of it, or its place in a series of pictures."""
    bare = line.strip("[]【】()（）… .")
    head, _, name = bare.replace("：", ":").replace(":", " ").partition(" ")
    if not name or not head.isalpha():
        return False
    if not file_name(name.strip()) and not _OF.fullmatch(name):
        return False
    found = [families for _, (families, _) in readings(head.casefold(), _FILE)]
    wanted = _MEDIA if _OF.fullmatch(name) else _MEDIA | {"state"}
    return any(not wanted.isdisjoint(families) for met in found for families in met)


_MEDIA = frozenset(("media",))
_OF = re.compile(r"\s?\d{1,3}\s?(?:of|/|von|из|de|sur|di|中)\s?\d{1,3}")
