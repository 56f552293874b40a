"""Script conversion and classification of Chinese text.

``engine(name).convert(text)`` is OpenCC's result for a configuration; the filter ``Script`` adds what
OpenCC does not look at. ``classify`` and ``classify_spans`` tell the scripts apart.
"""

from __future__ import annotations

from scrubtext.script.votes import Label, classify, classify_spans

__all__ = ["Label", "classify", "classify_spans"]
