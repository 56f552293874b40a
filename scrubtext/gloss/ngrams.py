"""What follows two characters in running Chinese: the second opinion on what fits into a hole.

``words`` knows what words there are and how common each is, not which stands beside which; this
table knows pairs and triples of characters, across words and marks. Costs are nats.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubtext import tables
from scrubtext.doc import code_units
from scrubtext.gloss.words import folds

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["BREAK", "after_two", "beside"]

DATA = "zh_ngrams.txt.gz"
LEVEL = 33  # the ASCII code of level 0 in the data
STEP = 0.2  # nats per level
OTHER = "0"  # stands for all that is neither Han nor a mark the table has
BREAK = "\0"  # what stands before it tells nothing; costs nothing itself
WHICH = 6.0  # nats for one of the signs that ``OTHER`` stands for, letters and digits apart
NEW = 20.0  # nats for a character that the table has not


class _Table(NamedTuple):
    """The table as arrays: code units, pairs and triples as sorted keys, and their nats."""

    fold: NDArray[np.uint16]
    one: NDArray[np.float32]
    back: NDArray[np.float32]
    pairs: NDArray[np.uint32]
    two: NDArray[np.float32]
    pair_back: NDArray[np.float32]
    triples: NDArray[np.uint64]
    three: NDArray[np.float32]


def _nats(levels: str) -> NDArray[np.float32]:
    import numpy as np

    raw = np.frombuffer(levels.encode("ascii"), np.uint8)
    return np.asarray((raw.astype(np.float32) - LEVEL) * np.float32(STEP), np.float32)


@cache
def _table() -> _Table:
    import numpy as np

    rows = {row[0]: row[1:] for row in tables.rows(DATA)}
    chars = code_units(rows["one"][0])
    one, back = np.full(65536, NEW, np.float32), np.zeros(65536, np.float32)
    one[chars], back[chars] = _nats(rows["one"][1]), _nats(rows["one"][2])
    one[0] = 0.0
    fold = np.full(65536, ord(OTHER), np.uint16)
    fold[0x4E00:0xA000] = np.arange(0x4E00, 0xA000)
    fold[chars] = chars
    fold[code_units("".join(folds()))] = code_units("".join(folds().values()))
    fold[[0, 0xFFFD]] = 0
    first, second = (code_units(part).astype(np.uint32) for part in rows["two"][:2])
    a, b, c = (code_units(part).astype(np.uint64) for part in rows["three"][:3])
    return _Table(
        fold, one, back,
        np.asarray(first << 16 | second, np.uint32), _nats(rows["two"][2]), _nats(rows["two"][3]),
        np.asarray(a << np.uint64(32) | b << np.uint64(16) | c, np.uint64), _nats(rows["three"][3]),
    )  # fmt: skip


def after_two(text: str) -> NDArray[np.float32]:
    """The cost of each character of ``text`` after the two before it, in either script.

    >>> bool(after_two("經濟建設")[3] < 1 < 5 < after_two("經濟建國")[3])
    True
    """
    import numpy as np

    table = _table()
    own = code_units(text)
    units = table.fold.take(own)
    pair = units[:-1].astype(np.uint32) << 16 | units[1:]
    known, at = _found(table.pairs, pair)
    two = np.where(known, table.two[at], table.back[units[:-1]] + table.one[units[1:]])
    two[units[1:] == 0] = 0.0
    triple = pair[:-1].astype(np.uint64) << np.uint64(16) | units[2:]
    seen, where = _found(table.triples, triple)
    back = np.where(known[:-1], table.pair_back[at[:-1]], 0.0)
    three = np.where(seen, table.three[where], back + two[1:])
    three[units[2:] == 0] = 0.0
    nats = np.concatenate((table.one[units[:1]], two[:1], three)).astype(np.float32)
    nats[(units == ord(OTHER)) & (own >= 0x80)] += WHICH
    return nats


def beside(first: str, second: str) -> NDArray[np.float32]:
    """The cost of each character of ``second`` after each one of ``first``."""
    import numpy as np

    table, own = _table(), code_units(second)
    a, b = table.fold.take(code_units(first)), table.fold.take(own)
    known, at = _found(table.pairs, a[:, None].astype(np.uint32) << 16 | b)
    nats = np.where(known, table.two[at], table.back[a][:, None] + table.one[b])
    return np.asarray(nats + np.float32(WHICH) * ((b == ord(OTHER)) & (own >= 0x80)), np.float32)


Found = tuple["NDArray[np.bool_]", "NDArray[np.intp]"]


def _found(keys: NDArray[np.generic], wanted: NDArray[np.generic]) -> Found:
    """Whether sorted ``keys`` have each of ``wanted``, and where."""
    import numpy as np

    at = keys.searchsorted(wanted)
    np.minimum(at, len(keys) - 1, out=at)
    return keys.take(at) == wanted, at
