"""Lines in another legacy encoding than the rest: Big5 among GBK, Shift_JIS behind EUC-JP.

A line is looked at only where the encoding of the rest makes no sense of it, and changes only for
one that makes good sense: in doubt all lines are of one kind.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from scrubtext import plausibility
from scrubtext.decoding.codepages import MULTIBYTE, read
from scrubtext.decoding.legacy import Hints, rank
from scrubtext.decoding.mixed import joined
from scrubtext.decoding.result import Run
from scrubtext.decoding.sample import blocks
from scrubtext.doc import code_units

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["by_sense", "common_of_lines", "has_strangers"]

LEAST = 6  # characters beyond ASCII a line needs to be judged alone
ODD = -9.0  # nats a character: a line below is looked at, one above makes good sense
CLEARLY = 8.0  # nats the other encoding must be better by
MOST = 300  # lines looked at; a file with more of them is another problem
LINE = 1200  # bytes of a line that are enough
VOTERS = 24  # lines asked for the encoding most of them have
STRANGE = {
    "gb18030": (0x3041, 0x30FA), "cp932": (0xFF61, 0xFF9F), "cp949": (0x4E00, 0x9FFF),
    "big5hkscs": (0x3041, 0x30FA),
}  # fmt: skip
"""What other encodings turn into by a reading in this one; a line that is a third of it is looked at."""
POOL = ("gb18030", "big5hkscs", "cp932", "euc_jp", "cp949")


def has_strangers(sample: bytes, base: str) -> bool:
    """Whether a line of a sample is in another encoding than ``base``."""
    if base not in MULTIBYTE or sample.count(b"\n") < 1:
        return False
    return any(run.encoding != base for run in _runs(sample, 0, base, [VOTERS]))


def by_sense(data: bytes, base: str) -> list[Run]:
    """Runs of lines, each in ``base`` or in the encoding that makes sense of it."""
    room = [MOST]
    return joined(run for a, b in blocks(data) for run in _runs(data[a:b], a, base, room))


def common_of_lines(sample: bytes) -> str | None:
    """The encoding most lines make good sense in, each for itself."""
    votes: Counter[str] = Counter()
    lines = [line for line in sample.split(b"\n") if len(line.translate(None, _ASCII)) >= 2 * LEAST]
    for line in lines[:VOTERS]:
        votes[_own(line[:LINE], None) or ""] += 1
    del votes[""]
    return votes.most_common(1)[0][0] if votes and 2 * votes.total() > min(len(lines), VOTERS) else None


_ASCII = bytes(range(128))


def _runs(block: bytes, offset: int, base: str, room: list[int]) -> Iterator[Run]:
    """The lines that are in another encoding, and what lies between them; ``room`` lines are tried."""
    start = 0
    for a, b in _odd_lines(block, base):
        other = _own(block[a : min(b, a + LINE)], base) if room[0] > 0 else None
        room[0] -= 1
        if other:
            if start < a:
                yield Run(offset + start, offset + a, base)
            yield Run(offset + a, offset + b, other)
            start = b
    if start < len(block):
        yield Run(offset + start, offset + len(block), base)


def _odd_lines(block: bytes, base: str) -> list[tuple[int, int]]:
    """Spans of the lines that make no good sense in ``base``."""
    import numpy as np

    text = read(block, base)[0]
    units = code_units(text)
    feeds = np.flatnonzero(units == 10)
    ends = np.flatnonzero(np.frombuffer(block, np.uint8) == 10)
    if len(feeds) != len(ends) or not len(text):
        return []
    starts = np.concatenate(([0], feeds[feeds < len(text) - 1] + 1))
    is_high = units > 0x7F
    nats = np.add.reduceat(plausibility.nats(text) * is_high, starts)
    count = np.add.reduceat(is_high, starts)
    low, high = STRANGE.get(base, (1, 0))
    strange = np.add.reduceat((units >= low) & (units <= high), starts)
    odd = np.flatnonzero((count >= LEAST) & ((nats < ODD * count) | (3 * strange > count))).tolist()
    edges = [0, *(ends + 1).tolist(), len(block)]
    return [(edges[k], edges[k + 1]) for k in odd]


def _own(line: bytes, base: str | None) -> str | None:
    """The encoding of a line, if it makes good sense there, and clearly more than in ``base``."""
    ranked = rank(line, Hints(), dict.fromkeys((*POOL, base or POOL[0])))
    if not ranked or ranked[0].encoding == base:
        return None
    best = ranked[0]
    rival = next((r for r in ranked if r.encoding == base), None)
    is_clear = rival is None or best.nats - rival.nats > CLEARLY
    is_sense = not best.lost and plausibility.score(best.text) > ODD
    return best.encoding if is_clear and is_sense else None
