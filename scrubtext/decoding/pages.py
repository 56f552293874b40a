"""All code pages of one byte a character at once: pairs of bytes are counted, then judged as letters.

What a text loses by the shapes of its signs (``letters.oddities``) needs the text itself and is
left to whoever reads it: the nats here are an upper bound, so most pages need not be read.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubtext import plausibility
from scrubtext.decoding import letters
from scrubtext.decoding.codepages import single_byte_table
from scrubtext.doc import code_units

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    Nats = NDArray[np.float32]
    Units = NDArray[np.uint16]
    Flags = NDArray[np.bool_]

__all__ = ["bounds", "likely"]

# For single bytes, nats: a sign, one hardly ever seen, a capital; how far behind is hopeless.
SIGN, ODD, CAPITAL = -7.0, -7.0, -0.5
HOPELESS = 1.0  # a byte ...
LEEWAY = 25.0  # ... and for all


class Pages(NamedTuple):
    """What each byte is in each page: code unit (a blank for none), class, letter, small letter."""

    units: Units
    classes: NDArray[np.uint8]
    is_letter: Flags
    is_capital: Flags
    is_small: Flags


@cache
def _pages(names: tuple[str, ...]) -> Pages:
    import numpy as np

    units = np.stack([code_units(single_byte_table(n).replace("\ufffd", " ")) for n in names])
    known = units < letters.TOP
    is_letter = (letters.is_letter_table().take(units, mode="clip") > 0) & known
    changes = (letters.lower_table().take(units, mode="clip") != units) & known
    classes = plausibility.table().classes.take(units)
    return Pages(units, classes, is_letter, changes & (units > 0x7F), is_letter & ~changes)


def bounds(
    pairs: letters.Pairs, tags: Mapping[str, frozenset[str]], known: letters.Background
) -> dict[str, float]:
    """Nats of the data in each code page, in the best of its languages ``tags``, oddities apart."""
    import numpy as np

    names = tuple(tags)
    table = _pages(names)
    first, second, times, start = pairs
    high = (first | second) > 0x7F
    each = _after(_pages(names[:1]), first[~high], second[~high], None)
    common = float(_sums(each, times[~high])[0])
    first, second, times = first[high], second[high], times[high]
    before, here = table.is_letter[:, first], table.is_letter[:, second]
    after_high = before & (first > 0x7F)
    judged = here & ((second > 0x7F) | after_high)
    nats = np.where(judged, 0, _after(table, first, second, ~judged))
    inside = table.is_small[:, first] & judged
    nats += np.where(table.is_capital[:, second], np.where(inside, letters.CAMEL, letters.CAPITAL), 0)
    lead, rear = table.units[:, first] * before, table.units[:, second] * here
    head = table.units[:, start] * (table.is_letter[:, start] & (start > 0x7F))
    best = _best_language(tags, (lead, rear, head), judged * times, known)
    paired = (judged & after_high & (second > 0x7F)).any(axis=1)
    shy = np.where(judged.any(axis=1), np.where(paired, 0, letters.LONELY), letters.IDLE)
    is_latin = np.array([_is_latin(tags[name]) for name in names])
    total = _sums(nats, times) + common + best + np.where(is_latin, 0, shy)
    return dict(zip(names, total.tolist(), strict=True))


def _sums(values: Nats, times: Nats) -> Nats:
    """Sum each row; BLAS warns of what is not there where rows are short."""
    import numpy as np

    out: Nats = np.einsum("kp,p->k", values, times)
    return out


def likely(data: bytes, tags: Mapping[str, frozenset[str]]) -> list[str]:
    """The pages in which single bytes are not hopeless: a look so cheap that it comes first."""
    import numpy as np

    count = np.bincount(np.frombuffer(data, np.uint8), minlength=256)[128:]
    pages, table = _single(tuple(tags.items()))
    best = np.full(len(tags), -np.inf, np.float32)
    np.maximum.at(best, pages, _sums(table, count.astype(np.float32)))
    floor = best.max() - HOPELESS * float(count.sum()) - LEEWAY
    return [name for name, value in zip(tags, best.tolist(), strict=True) if value >= floor]


@cache
def _single(served: tuple[tuple[str, frozenset[str]], ...]) -> tuple[NDArray[np.intp], Nats]:
    """Nats of the bytes from 80 on, alone, in each page and language."""
    import numpy as np

    table = _pages(tuple(name for name, _ in served))
    pages, rows = _combinations(served)
    units = table.units[pages, 128:]
    numbers = letters.languages().numbers[rows[:, None], np.minimum(units, letters.TOP - 1)]
    nats = letters.alone_beyond_ascii()[rows[:, None], numbers] + CAPITAL * table.is_capital[pages, 128:]
    is_odd = plausibility.table().alone.take(units) < ODD
    signs = np.where(is_odd, 2 * SIGN, SIGN)
    return pages, np.where(table.is_letter[pages, 128:], nats, signs).astype(np.float32)


@cache
def _is_latin(tags: frozenset[str]) -> bool:
    rows, is_latin = letters.languages().rows, letters.languages().is_latin
    return any(is_latin[rows[tag]] for tag in tags if tag in rows)


def _after(
    table: Pages, first: NDArray[np.uint8], second: NDArray[np.uint8], asked: Flags | None
) -> Nats:
    """Nats of ``second`` after ``first``, as ``plausibility.nats`` has them, in full where asked."""
    import numpy as np

    model = plausibility.table()
    before, here = table.classes[:, first], table.classes[:, second]
    start, end = table.units[:, first], table.units[:, second]
    out = model.alone.take(end) + model.switch[before, here]
    where = asked if asked is not None else np.ones_like(out, bool)
    lead = np.where(before == 0, 0x20, start)[where].astype(np.uint32)
    keys = lead << 16 | np.where(here == 0, 0x20, end)[where]
    known, values = plausibility.pair_nats(keys)
    out[where] = np.where(known, values, out[where])
    return out


def _best_language(
    tags: Mapping[str, frozenset[str]],
    pairs: tuple[Units, Units, Units],
    weight: Nats,
    known: letters.Background,
) -> Nats:
    """Nats of the letters of each page in the best of its languages."""
    import numpy as np

    table = letters.languages()
    pages, rows = _combinations(tuple(tags.items()))
    start = (rows * letters.TOP)[:, None]
    lead, here = (table.numbers.ravel().take(start + part[pages]) for part in pairs[:2])
    most = table.pairs.shape[1]
    at = (rows[:, None] * most + lead) * most + here
    values = np.einsum("kp,kp->k", table.pairs.ravel().take(at), weight[pages])
    values += np.array([*known.losses.values()], np.float32)[rows]
    values += letters.begun()[rows, table.numbers[rows, pairs[2][pages]]]
    out = np.full(len(tags), -np.inf, np.float32)
    np.maximum.at(out, pages, values)
    foreign = letters.FOREIGN * weight.sum(axis=1)
    quiet = weight.any(axis=1)
    return np.where(quiet, np.where(np.isinf(out), foreign, out), 0)


@cache
def _combinations(
    served: tuple[tuple[str, frozenset[str]], ...]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Every page with each of its languages."""
    import numpy as np

    rows = letters.languages().rows
    found = [(k, rows[tag]) for k, (_, tags) in enumerate(served) for tag in sorted(tags) if tag in rows]
    pages, languages = zip(*found, strict=True) if found else ((), ())
    return np.array(pages, np.intp), np.array(languages, np.intp)
