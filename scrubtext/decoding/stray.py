"""A stray byte among pairs of bytes: everything behind it would be read one byte off, up to the next ASCII.

A run of high bytes between ASCII that no pair can begin or end with must have an even length. In
one that has not, the stray byte is where the pairs before it and the pairs behind it read best.
"""

from __future__ import annotations

from scrubtext import plausibility

__all__ = ["PAIRED", "strays"]

PAIRED = ("gb18030", "cp949")
MOST = 1 << 20  # bytes searched: a stray byte costs a line, not the file
RUNS = 200  # odd runs looked at
LONGEST = 4000  # bytes of a run
GAIN = 3.0  # nats the text must gain without the byte; without the last one it is odd as well


def strays(data: bytes, encoding: str) -> list[int]:
    r"""Offsets of bytes that stand between two characters and belong to neither.

    >>> data = "今天天气很好，".encode("gbk") + b"\xc7" + "我们去爬山看雪。".encode("gbk")
    >>> strays(data, "gb18030")
    [14]
    """
    if len(data) > MOST:
        return []
    spans = ((a, min(b, a + LONGEST)) for a, b in _odd_runs(data)[:RUNS])
    places = ((a, _place(data[a:b], encoding)) for a, b in spans)
    return [start + at for start, at in places if at is not None]


def _odd_runs(data: bytes) -> list[tuple[int, int]]:
    """Runs of an odd number of high bytes, five at least, between bytes no pair holds there."""
    import numpy as np

    units = np.frombuffer(b"\n\n" + data + b"\n", np.uint8)
    is_high = (units > 0x80) & (units < 0xFF)
    edges = np.flatnonzero(is_high[1:] != is_high[:-1]) + 1
    starts, ends = edges[::2], edges[1::2]
    size = ends - starts
    is_begun = (units[starts - 1] < 0x40) | ~is_high[starts - 2]
    behind = units[ends]
    is_ended = (behind < 0x30) | ((behind > 0x39) & (behind < 0x40))
    is_odd = (size % 2 == 1) & (size >= 5) & is_begun & is_ended
    return list(zip((starts[is_odd] - 2).tolist(), (ends[is_odd] - 2).tolist(), strict=True))


def _place(run: bytes, encoding: str) -> int | None:
    """The byte to leave out, if that makes the text much better."""
    import numpy as np

    if len(run) % 2 == 0:
        return None
    before, behind = _nats(run[:-1], encoding), _nats(run[1:], encoding)
    if before is None or behind is None:
        return None
    total = np.concatenate(([0], np.cumsum(before))) + np.concatenate((np.cumsum(behind[::-1])[::-1], [0]))
    best = int(total.argmax())
    return 2 * best if total[best] - total[-1] > GAIN or best == len(before) else None


def _nats(pairs: bytes, encoding: str) -> list[float] | None:
    """Nats of each pair; what is no character at all is as bad as can be."""
    text = "".join(
        pairs[k : k + 2].decode(encoding, "replace")[:1] for k in range(0, len(pairs), 2)
    )
    values: list[float] = plausibility.nats(text).tolist()
    return values if len(values) * 2 == len(pairs) else None
