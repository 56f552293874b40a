"""Scripts of East Asia in lists of phrases, and the spaces between phrases."""

from __future__ import annotations

import re

__all__ = ["EASTERN", "GAP", "UNSPACED"]

UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
"""Kana and Han: scripts that have no spaces between words."""
EASTERN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""These and Hangul."""
GAP = re.compile(r"[ \u3000]+")
