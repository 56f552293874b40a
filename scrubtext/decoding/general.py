"""The general detector, last: asked only where no reading makes sense, and never believed blindly."""

from __future__ import annotations

from scrubtext.decoding.labels import normalise
from scrubtext.decoding.legacy import Hints, Reading, reading

__all__ = ["ask"]

SIZE = 20_000  # bytes shown to it
CLEARLY = 20.0  # nats its reading must be better than the best one so far


def ask(data: bytes, best: Reading | None) -> Reading | None:
    """Chardet's answer, if the text it makes is clearly better."""
    import chardet

    answer = chardet.detect(data[:SIZE]).get("encoding")
    encoding = normalise(answer) if isinstance(answer, str) else None
    if encoding is None or (best and encoding == best.encoding):
        return None
    try:
        made = reading(data, encoding, Hints((encoding,)))
    except (LookupError, ValueError):
        return None
    return made if made and (best is None or made.nats > best.nats + CLEARLY) else None
