"""Addresses: hostile input, no text emptied, brackets balanced."""


import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubtext.errors import ConfigError
from scrubtext.filters.url import Url
from scrubtext.pipeline import Pipeline

LINE = Pipeline([Url()])
PIECES = ["见", "（", "）", "(", ")", "[", "](", "https://a.example/x", "www.b.example", "，", "。", " ", "word", "\n"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_never_emptied_and_idempotent(text):
    out = LINE(text)
    assert bool(out.strip()) == bool(text.strip())
    assert LINE(out) == out


def test_unknown_action():
    with pytest.raises(ConfigError):
        Url(action="delete")


@pytest.mark.parametrize("text", ["http://" * 100_000, "http://a" + ")" * 200_000, "www." * 200_000, "[" * 100_000 + "](http://a.b)" * 5_000, "（http://a.b" * 30_000])
def test_hostile_input_ends(text):
    LINE(text)
