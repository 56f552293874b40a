"""Which share of running Traditional text has a byte: how much a lost one tells by its absence."""

from __future__ import annotations

from functools import cache, lru_cache
from math import exp, log

from scrubtext.gloss.gbk import user_defined
from scrubtext.gloss.words import fits_script, folds, shares

__all__ = ["hole_nats", "share_of", "tried", "variant_nats", "variants_of"]

RARE = 1e-7  # share of running text below which a character is not tried


@cache
def _masses() -> tuple[
    list[float], list[float], list[float], list[float], list[float], list[float]
]:
    """Shares of running text by first byte (all, two kinds of last bytes) and by last byte."""
    tables = tuple([1e-9] * 256 for _ in range(6))
    for lead, trail, _, share in tried():
        _count(tables, lead, trail, share)
    return tables  # type: ignore[return-value]


@cache
def tried() -> list[tuple[int, int, str, float]]:
    """Both bytes, character and share of all that is common enough, by their bytes."""
    common, fold, variants = shares(), folds(), _variants()
    forms = {*common, *[char for char, one in fold.items() if one in common]}
    alone = [(char, common.get(fold.get(char, char), 0.0)) for char in forms if fits_script(char)]
    likely = [
        (char, share * exp(-variants[char]) if char in variants else share)
        for char, share in alone
        if share >= RARE
    ]
    by_bytes = [(c.encode("gbk", "ignore"), c, share) for c, share in likely if share >= RARE]
    return [(*raw, char, share) for raw, char, share in sorted(by_bytes) if len(raw) == 2]


def _count(tables: tuple[list[float], ...], lead: int, trail: int, share: float) -> None:
    tables[0][lead] += share
    tables[3][trail] += share
    if user_defined(trail, 0xA1):
        tables[1][lead] += share
    elif user_defined(trail, 0x81):
        tables[2][lead] += share
    tables[4 if lead >= 0xA1 else 5][trail] += share


@lru_cache(maxsize=32768)
def share_of(char: str) -> float:
    """Share of running Traditional text; zero for what is too rare to be tried."""
    if not char or not fits_script(char):
        return 0.0
    share = shares().get(folds().get(char, char), 0.0) * exp(-variant_nats(char))
    return share if share >= RARE else 0.0


def variant_nats(char: str) -> float:
    """The cost of ``char`` among all that are the same in Simplified: words do not tell them apart.

    >>> variant_nats("家") < 0.1 < 3 < variant_nats("傢")
    True
    """
    return _variants().get(char, 0.0)


@lru_cache(maxsize=8192)
def variants_of(char: str) -> frozenset[str]:
    """The other forms that are the same as ``char`` in Simplified.

    >>> sorted(variants_of("爲"))
    ['為']
    """
    one = folds().get(char, char)
    return frozenset([form for form in _forms().get(one, ()) if form != char])


@cache
def _forms() -> dict[str, list[str]]:
    """By Simplified form: what is it in Traditional text, where that is more than one."""
    groups: dict[str, list[str]] = {}
    for char, one in folds().items():
        if fits_script(char):
            groups.setdefault(one, [one] if fits_script(one) else []).append(char)
    return {one: chars for one, chars in groups.items() if len(chars) > 1}


@cache
def _variants() -> dict[str, float]:
    from scrubtext import plausibility

    groups = _forms()
    chars = "".join([char for group in groups.values() for char in group])
    nats = plausibility.nats(" ".join(chars))[::2].tolist()
    alone = dict(zip(chars, nats, strict=True))
    out = {}
    for group in groups.values():
        total = log(sum([exp(alone[char]) for char in group]))
        out.update({char: total - alone[char] for char in group})
    return out


@lru_cache(maxsize=65536)
def hole_nats(first: int, last: int) -> float:
    """The cost of two characters between whose bytes ``first`` and ``last`` a pair was dropped.

    With one byte zero, the cost of one character of which the other byte is known.
    """
    lead, low, high, trail, wide, narrow = _masses()
    if first and last:
        return -log(low[first] * wide[last] + high[first] * narrow[last])
    return -log(lead[first] if first else trail[last])
