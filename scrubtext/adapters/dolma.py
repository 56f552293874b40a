"""dolma: findings as attributes, ``[start, end, score]`` spans beside the documents they belong to.

``attributes`` needs no dolma: it makes the lines of an attribute file. For ``dolma tag`` itself there are
the taggers of ``scrubtext.adapters.dolma_tagger``; ``dolma mix`` can then replace the spans.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from scrubtext.adapters.common import resolve

__all__ = ["attributes", "spans"]


def spans(text: str, using: object = "web") -> dict[str, list[tuple[int, int, float]]]:
    """Spans of the original that would be removed or replaced, by ``filter__reason``.

    >>> spans("好的。。")
    {'doubled_punctuation__doubled_mark': [(2, 3, 1.0)]}
    """
    out: dict[str, list[tuple[int, int, float]]] = {}
    for row in resolve(using).explain(text).findings:
        if row.kind == "edit":
            key = f"{row.filter}__{re.sub(r'[^0-9A-Za-z]+', '_', row.why)}"  # as dolma writes names
            out.setdefault(key, []).append((row.start, row.end, 1.0))
    return out


def attributes(record: Mapping[str, Any], using: object = "web") -> dict[str, Any]:
    """The attribute line of a dolma document: its id, and its spans under ``scrubtext__…`` keys.

    >>> attributes({"id": "a1", "text": "好的。。"})["attributes"]
    {'scrubtext__doubled_punctuation__doubled_mark': [(2, 3, 1.0)]}
    """
    found = spans(record["text"], using)
    return {"id": record["id"], "attributes": {f"scrubtext__{k}": v for k, v in found.items()}}
