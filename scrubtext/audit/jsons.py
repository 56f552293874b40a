"""Rows as lines of JSON, whatever characters they hold."""

from __future__ import annotations

import json
import re
from typing import Any

__all__ = ["json_bytes"]

_SURROGATE = re.compile(r"[\ud800-\udfff]")


def json_bytes(value: Any) -> bytes:
    r"""JSON as UTF-8, its characters as they are; a lone surrogate keeps its escape.

    >>> json_bytes({"a": "你\ud83d"}) == '{"a": "你\\ud83d"}'.encode()
    True
    """
    text = json.dumps(value, ensure_ascii=False)
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return _SURROGATE.sub(lambda m: f"\\u{ord(m[0]):04x}", text).encode("utf-8")
