"""What a filter looks at: an immutable text with its shape, its kinds and its lines, each made once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from scrubtext.chars import ASCII_SHAPE, ORDINARY, ascii_kinds, kinds_of, shape_table
from scrubtext.edit import Drop, Edit, Note, Recast
from scrubtext.errors import UsageError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

__all__ = ["SLICE", "Doc", "Filter", "takes_doc"]

SLICE = 1_000_000
"""Characters a vectorised pass looks at in one go: keeps its arrays inside some megabytes."""

D = TypeVar("D")


class lazy(Generic[D]):  # noqa: N801 - reads as a decorator
    """``cached_property`` without its lock, which costs more than some of these values."""

    def __init__(self, make: Callable[[Any], D]) -> None:
        self.make = make
        self.__doc__ = make.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, obj: Any, owner: type | None = None) -> D:
        value = obj.__dict__[self.name] = self.make(obj)
        return value


ASTRAL_UNIT = 0xFFFF  # a noncharacter: cannot be mistaken for text


class Doc:
    """A text and what is known of it. Everything but ``text`` is made on first use and kept.

    >>> doc = Doc("你好, world")
    >>> doc.lines
    ((0, 9),)
    >>> len(doc.shape) == len(doc.text)
    True
    """

    def __init__(self, text: str) -> None:
        self.text = text

    def __repr__(self) -> str:
        return f"Doc({self.text!r})"

    def slices(self) -> Iterator[tuple[int, NDArray[np.uint16]]]:
        """The text as code units, ``SLICE`` characters at a time, with the offset of each slice."""
        if len(self.text) <= SLICE:
            yield 0, self.units
            return
        for start in range(0, len(self.text), SLICE):
            yield start, code_units(self.text[start : start + SLICE])

    @lazy
    def units(self) -> NDArray[np.uint16]:
        """One number per character: its code point, or 0xFFFF beyond the BMP. Use for short texts."""
        return code_units(self.text)

    @lazy
    def shape(self) -> bytes:
        """The ``Kind`` of every character, one byte each: same offsets as the text."""
        if self.text.isascii():
            return self.text.encode("ascii").translate(ASCII_SHAPE)
        take = shape_table().take
        if len(self.text) <= SLICE:
            return take(self.units, mode="clip").tobytes()
        return b"".join([take(units, mode="clip").tobytes() for _, units in self.slices()])

    @lazy
    def kinds(self) -> int:
        """Bit mask of the kinds that occur at all."""
        if self.text.isascii():
            return ascii_kinds(self.text)
        return kinds_of(self.shape)

    @lazy
    def skeleton(self) -> bytes:
        """The shape without the characters that make words: marks, spaces and breaks in order."""
        return self.shape.translate(None, ORDINARY)

    @lazy
    def lines(self) -> tuple[tuple[int, int], ...]:
        r"""Spans of the lines, without their ends (``\n`` or ``\r\n``)."""
        text, spans, at = self.text, [], 0
        find = text.find
        while (end := find("\n", at)) >= 0:
            spans.append((at, end))
            at = end + 1
        spans.append((at, len(text)))
        if "\r" in text:
            spans = [(a, b - (b > a and text[b - 1] == "\r")) for a, b in spans]
        return tuple(spans)


def code_units(text: str) -> NDArray[np.uint16]:
    """One 16-bit number per character, 0xFFFF for those beyond the BMP; surrogates as they are."""
    import numpy as np

    narrow = np.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    if len(narrow) == len(text):
        return narrow
    wide = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    units: NDArray[np.uint16] = np.minimum(wide, ASTRAL_UNIT).astype(np.uint16)
    return units


class Filter(Protocol):
    """Anything with a name that looks at a ``Doc`` and yields findings, from left to right.

    In practice a frozen dataclass whose ``name`` and ``reasons`` are class variables. Optional class
    variables: ``needs``, a mask of kinds of which at least one must occur for the filter to find
    anything (the pipeline then skips it); ``meta``, which reasons hand their removed text back in
    ``Result.meta``, and under which key.
    """

    @property
    def name(self) -> str:
        """The filter's one name: file, configuration, report, command line."""

    def __call__(self, doc: Doc, /) -> Iterable[Edit | Recast | Note | Drop]:
        """What there is to find in ``doc``."""


F = TypeVar("F")
R = TypeVar("R")


def takes_doc(call: Callable[[F, Doc], R]) -> Callable[[F, Doc], R]:
    """Guard a filter's ``__call__``: text and bytes get an error that shows the right call."""

    @wraps(call)
    def checked(self: F, doc: Doc) -> R:
        if type(doc) is not Doc and not isinstance(doc, Doc):
            raise _wrong_argument(self, doc)
        return call(self, doc)

    return checked


def _wrong_argument(filter_: object, given: object) -> UsageError:
    name = type(filter_).__name__
    if isinstance(given, bytes | bytearray | memoryview):
        return UsageError(
            f"{name} was given bytes; text comes first: scrubtext.decode(data).text, then "
            f"scrubtext.clean(text, using={name}())"
        )
    return UsageError(
        f"{name} looks at a Doc, it was given {type(given).__name__}; "
        f"to clean text with it: scrubtext.clean(text, using={name}())"
    )
