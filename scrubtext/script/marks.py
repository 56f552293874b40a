"""Tables that tell, for every pair of neighbours in a text, whether a phrase can matter there.

``CLEAR``: no key of the configuration holds this pair, so the text may be cut here and the two sides
converted apart. ``INSIDE``: some key may. ``MARKER``: the same, and a key whose value is not what the
character map gives may hold it; each such key has one marker pair, its rarest. The tables are hashed:
two pairs that share a place make a few chunks longer than they need be, never a wrong result.

Where phrases are few, ``quick`` does without the table of pairs: a second character map that marks one
character of each phrase the map does not give. It is rare in texts, and its neighbours tell the rest.

Pairs of later stages are carried back to the text before the first: through the character maps for
markers, and for ``INSIDE`` also through the first and last characters phrases may put there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from scrubtext.script.dictionaries import Dict, Plan, Stage
from scrubtext.tables import rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["CLEAR", "INSIDE", "MARKED", "MARKER", "SPECIAL", "Quick", "Tables", "build"]

CLEAR, INSIDE, MARKER = 0, 2, 3
SPECIAL = 0xFFFF  # in the character map: look at this place one by one
MARKED = 0xFFFE  # in the quick map: see whether a phrase is here
_EVERYWHERE = frozenset("的一是不了在有人这上个大来到为和也就说他们出过要时会能对着我你中地得与")
_USUAL = frozenset("么麼計")  # the only common ones of 37 marked characters of t2s, but for 於
_SMALL = 3000  # phrases whose pairs a table of 16 bits holds without crowding
_MULTIPLY_16 = 34813  # of 300 tried the one with the fewest false markers of t2s on manuals
_MULTIPLY_32 = 0xB099FDF5  # of 60 tried the one with the fewest of s2t on manuals, stories


class Quick(NamedTuple):
    """What tells, without the table of pairs, where a phrase may be."""

    chars: NDArray[np.uint16]  # the character map, with MARKED for one character of each phrase
    plain: Mapping[str, int]  # what the marked characters become by themselves
    markers: frozenset[str]  # pairs with a marked character in a phrase the map does not give
    inside: frozenset[str]  # pairs inside phrases


class Tables(NamedTuple):
    """What the engine of one configuration looks up."""

    chars: NDArray[np.uint16]  # by code unit: the converted one, or SPECIAL
    pairs: NDArray[np.uint8]  # by hash of two code units
    bits: int
    map: Mapping[str, str]  # the whole character map
    special: frozenset[str]  # characters that are not simply mapped one to one
    quick: Quick | None  # where phrases are few

    def hash(self, units: NDArray[np.uint16]) -> NDArray[np.unsignedinteger]:
        """Places in ``pairs`` of each code unit with the next."""
        import numpy as np

        if self.bits == 16:
            small = units[:-1] * np.uint16(_MULTIPLY_16)
            small ^= units[1:]
            return small
        wide = units.astype(np.uint32)
        place: NDArray[np.uint32] = wide[:-1] * np.uint32(_MULTIPLY_32)
        place >>= np.uint32(32 - self.bits)
        place ^= wide[1:]
        return place


@dataclass(eq=False)
class _Parts:
    """A stage taken apart."""

    chars: Dict  # keys of one character, the first dictionary winning
    phrases: Dict
    essential: Dict  # phrases whose value is not what the characters give

    @cache  # noqa: B019 - a handful of objects, kept while tables are built
    def inverse(self, at: int, edges: bool) -> Mapping[str, set[str]]:
        """Which characters give a character; with ``edges``, also at that end of a phrase."""
        found: dict[str, set[str]] = {}
        pairs = {(value[at], key[at]) for key, value in self.chars.items()}
        if edges:
            pairs |= {(value[at], key[at]) for key, value in self.essential.items()}
        for new, old in pairs:
            found.setdefault(new, set()).add(old)
        return found


def build(config: Plan) -> Tables:
    """The tables of a configuration; some hundredths of a second."""
    parts = [_apart(stage) for stage in config.stages]
    inside = [_pairs_of(p.phrases) for p in parts]
    for k in range(1, len(parts)):
        inside[k] = _carried(inside[k], parts[:k], edges=True)
    if config.segment and config.segment[0] is not config.stages[0][0]:
        inside += [_pairs_of(layer) for layer in config.segment]
    markers = []
    for k, part in enumerate(parts):
        pairs = _pairs_of(_markers(part.essential))
        markers.append(_carried(pairs, parts[:k], edges=False) if k else pairs)
    return _filled(config, parts, inside, markers)


def _apart(stage: Stage) -> _Parts:
    chars: dict[str, str] = {}
    phrases: dict[str, str] = {}
    for layer in reversed(stage):
        if len(layer) > 1000 and min(map(len, layer)) > 1:
            phrases.update(layer)
            continue
        for key, value in layer.items():
            (phrases if len(key) > 1 else chars)[key] = value
    table = str.maketrans({k: v for k, v in chars.items() if k != v})
    by_char = "\n".join(phrases).translate(table).split("\n")
    pairs = zip(phrases.items(), by_char, strict=False)
    essential = {k: v for (k, v), plain in pairs if v != plain}
    return _Parts(chars, phrases, essential)


def _units(text: str) -> NDArray[np.uint16]:
    import numpy as np

    return np.frombuffer(text.encode("utf-16-le"), "<u2")


def _pairs_of(keys: Iterable[str]) -> NDArray[np.uint32]:
    """Neighbours in the keys as numbers, first in the high half; those with a surrogate left out."""
    import numpy as np

    units = _units("\n".join(keys) + "\n\n")
    first, second = units[:-1].astype(np.uint32), units[1:].astype(np.uint32)
    plain = (units != 10) & ((units < 0xD800) | (units > 0xDFFF))
    pairs: NDArray[np.uint32] = (first << 16 | second)[plain[:-1] & plain[1:]]
    return pairs


def _carried(pairs: NDArray[np.uint32], before: list[_Parts], *, edges: bool) -> NDArray[np.uint32]:
    """Pairs of the text before the stages ``before`` that can stand where ``pairs`` do after them.

    By the character maps alone; with ``edges`` also where a phrase ends before or begins at the gap.
    """
    import numpy as np

    distinct = set(pairs.tolist())
    left, right = (
        {u: [ord(c) for c in _sources(chr(u), before, at, edges)] for u in units}
        for at, units in ((-1, {p >> 16 for p in distinct}), (0, {p & 0xFFFF for p in distinct}))
    )
    out: set[int] = set()
    for pair in distinct:
        for a in left[pair >> 16]:
            out.update([a << 16 | b for b in right[pair & 0xFFFF]])
    return np.fromiter(out, np.uint32, len(out))


def _sources(char: str, before: list[_Parts], at: int, edges: bool) -> set[str]:
    """Characters of the basic plane that ``before`` can turn into ``char``, seen from one side."""
    found = {char}
    for part in reversed(before):
        inverse = part.inverse(at, edges)
        stay = {c for c in found if part.chars.get(c, c) == c}
        found = stay.union(*(inverse.get(c, ()) for c in found))
    return {c for c in found if c <= "\uffff"}


def _markers(essential: Dict) -> set[str]:
    """One pair for each phrase that the characters do not give: one it has already, or its rarest.

    Rare is what is not common in words; then what stands in few such phrases.
    """
    found = {phrase for phrase in essential if len(phrase) == 2}
    open_: list[list[str]] = []
    for phrase in sorted(essential, key=len):
        pairs = [phrase[i : i + 2] for i in range(len(phrase) - 1)]
        if found.isdisjoint(pairs):
            open_.append(pairs)
    weight = Counter([pair for pairs in open_ for pair in pairs])
    common = [pair for (line,) in rows("script_common.tsv") for pair in line.split()]
    weight.update(dict(zip(common, range(1_000_000, 0, -100), strict=False)))
    weight.update({pair: 500_000 for pair in weight if _EVERYWHERE.issuperset(pair)})
    for pairs in open_:
        if found.isdisjoint(pairs):
            found.add(min(pairs, key=weight.__getitem__))
    return found


def _filled(
    config: Plan,
    parts: list[_Parts],
    inside: list[NDArray[np.uint32]],
    markers: list[NDArray[np.uint32]],
) -> Tables:
    import numpy as np

    whole = _composed(parts)
    special = frozenset(config.normal) | {
        c for c, v in whole.items() if len(v) != 1 or ord(v) > 0xFFFF or ord(c) > 0xFFFF
    }
    special |= {c for p in parts for c in set("".join(p.phrases)) if c > "\uffff"}
    chars = np.arange(65536, dtype=np.uint16)
    for c, v in whole.items():
        if c not in special:
            chars[ord(c)] = ord(v)
    chars[[ord(c) for c in special if ord(c) < 0x10000]] = SPECIAL
    chars[0x2FF0:0x3000] = chars[0x31EF] = chars[0xD800:0xE000] = SPECIAL
    count = len(parts[0].phrases)
    bits = 16 if count < _SMALL else 22
    few = bits == 16 and len(parts) == 1
    quick = _quick(chars, parts[0], np.concatenate(inside)) if few else None
    tables = Tables(chars, np.zeros(1 << bits, np.uint8), bits, whole, special, quick)
    for found, value in ((inside, INSIDE), (markers, MARKER)):
        numbers = np.concatenate(found)
        halves = np.stack([numbers >> 16, numbers & 0xFFFF]).astype(np.uint16)
        tables.pairs[_places(tables, halves)] = value
    return tables


def _quick(chars: NDArray[np.uint16], part: _Parts, inside: NDArray[np.uint32]) -> Quick:
    """One pair of each essential phrase, with a character the map does not give: rare in texts."""
    plain: dict[str, int] = {}
    markers = set()
    for phrase, value in part.essential.items():
        pairs = zip(phrase, value, strict=False)
        odd = [i for i, (a, b) in enumerate(pairs) if part.chars.get(a, a) != b] or [0]
        # else a Traditional form, which Simplified texts do not have
        odd += [i for i, c in enumerate(phrase) if part.chars.get(c, c) != c]
        rare = [i for i in odd if phrase[i] not in _USUAL] or odd[-1:]
        at = next((i for i in rare if phrase[i] in plain), rare[0])
        if phrase[at] <= "\uffff":
            plain[phrase[at]] = int(chars[ord(phrase[at])])
            markers.add(phrase[at : at + 2] if at + 1 < len(phrase) else phrase[at - 1 :])
    quick = chars.copy()
    quick[[ord(c) for c, unit in plain.items() if unit != SPECIAL]] = MARKED
    quick[MARKED] = SPECIAL  # the noncharacter itself
    known = frozenset(chr(pair >> 16) + chr(pair & 0xFFFF) for pair in inside.tolist())
    return Quick(quick, plain, frozenset(markers), known)


def _places(tables: Tables, halves: NDArray[np.uint16]) -> NDArray[np.unsignedinteger]:
    """Hash of pairs that stand one above the other."""
    flat = halves.T.reshape(-1)
    return tables.hash(flat)[::2]


def _composed(parts: list[_Parts]) -> dict[str, str]:
    """The character maps of all stages as one."""
    keys = {c for part in parts for c in part.chars}
    whole = {}
    for c in keys:
        v = c
        for part in parts:
            get = part.chars.get
            v = get(v, v) if len(v) == 1 else "".join(get(x, x) for x in v)
        if v != c:
            whole[c] = v
    return whole
