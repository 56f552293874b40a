"""Contacts: hostile input, no text emptied."""


import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubtext.errors import ConfigError
from scrubtext.filters.contact import Contact
from scrubtext.pipeline import Pipeline

LINE = Pipeline([Contact()])
PIECES = ["电话", "：", "13800000000", "（", "）", "li@example.org", "QQ", "123456789", "微信号：", "lao_jie99", " ", "，", "-"]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_never_emptied(text):
    assert bool(LINE(text).strip()) == bool(text.strip())


def test_unknown_kind():
    with pytest.raises(ConfigError):
        Contact(kinds=("fax",))


@pytest.mark.parametrize("text", ["1" * 1_000_000, "a@" * 200_000, "a." * 300_000 + "@", "+1 2 3 " * 60_000, "QQ:" * 200_000, "(0" * 200_000, "138-0000-0000 " * 30_000])
def test_hostile_input_ends(text):
    LINE(text)
