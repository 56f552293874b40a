"""The laws for other people's filters: good ones pass, each broken one is told what it breaks."""

import re
from dataclasses import dataclass
from typing import ClassVar

import pytest

from scrubtext import Edit, Note
from scrubtext.chars import Kind, mask
from scrubtext.filters import ORDER, get
from scrubtext.testing import BrokenLaw, check_filter


@dataclass(frozen=True, kw_only=True)
class Good:
    name: ClassVar[str] = "swear_word"
    reasons: ClassVar[frozenset[str]] = frozenset({"swear word"})

    def __call__(self, doc):
        for m in re.finditer("darn", doc.text):
            yield Edit(m.start(), m.end(), "****", "swear word")


@dataclass(frozen=True, kw_only=True)
class Raises(Good):
    def __call__(self, doc):
        yield Edit(0, 1 // len(doc.text), "", "swear word")


@dataclass(frozen=True, kw_only=True)
class Undeclared(Good):
    def __call__(self, doc):
        yield Edit(0, 0, "", "because")


@dataclass(frozen=True, kw_only=True)
class Outside(Good):
    def __call__(self, doc):
        yield Edit(0, len(doc.text) + 1, "", "swear word")


@dataclass(frozen=True, kw_only=True)
class Backwards(Good):
    def __call__(self, doc):
        for i in reversed(range(len(doc.text))):
            yield Edit(i, i + 1, "x", "swear word")


@dataclass(frozen=True, kw_only=True)
class Restless(Good):
    def __call__(self, doc):
        yield Edit(0, 0, "!", "swear word")


@dataclass(frozen=True, kw_only=True)
class Blind(Good):
    needs: ClassVar[int] = mask(Kind.PAREN_OPEN)

    def __call__(self, doc):
        if doc.text:
            yield Note(0, 1, "swear word")


@dataclass(frozen=True, kw_only=True)
class Moody(Good):
    def __call__(self, doc):
        object.__setattr__(self, "seen", getattr(self, "seen", 0) + 1)
        yield Note(0, 0, "swear word", lost=self.seen)


class Shifty:
    name = "shifty"
    reasons = frozenset({"x"})

    def __call__(self, doc):
        return ()


class Shouting(Shifty):
    name = "Shouting Filter"


class Silent(Shifty):
    reasons = ["x"]  # noqa: RUF012


class WrongKind(Good):
    def __call__(self, doc):
        return [(0, 1)]


class Rooted:
    name = "rooted"
    reasons = frozenset({"x"})

    def __init__(self):
        self.func = lambda text: text

    def __call__(self, doc):
        return ()


BROKEN = [
    (Raises(), "survives every text"),
    (Undeclared(), "declared reason"),
    (Outside(), "inside the text"),
    (Backwards(), "left to right"),
    (Restless(), "nothing the second time"),
    (Blind(), "kinds it names"),
    (Moody(), "the same every time"),
    (Shifty(), "equal to its pickled self"),
    (Shouting(), "snake_case"),
    (Silent(), "declares its reasons"),
    (WrongKind(), "yields Edit, Recast, Note or Drop"),
    (Rooted(), "pickles"),
    (Good, "instance, not its class"),
]


def test_a_good_filter_passes():
    check_filter(Good(), untouched=["well"], dirty=["darn it"])


@pytest.mark.parametrize(("filter_", "law"), BROKEN, ids=lambda v: v if isinstance(v, str) else "")
def test_a_broken_one_is_told(filter_, law):
    with pytest.raises(BrokenLaw, match=law):
        check_filter(filter_)


def test_untouched_and_dirty_are_held_to():
    with pytest.raises(BrokenLaw, match="leaves clean text alone"):
        check_filter(Good(), untouched=["a darn good day"])
    with pytest.raises(BrokenLaw, match="finds its dirt"):
        check_filter(Good(), dirty=["nothing here"])


@pytest.mark.parametrize("name", ORDER)
def test_the_filters_of_the_library_pass(name):
    check_filter(get(name)())
