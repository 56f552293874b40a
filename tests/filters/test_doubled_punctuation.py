"""Doubled marks: made slips are found where they were put, and nothing else is."""


import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubtext.filters.doubled_punctuation import DoubledPunctuation
from scrubtext.pipeline import Pipeline

CLEAN = Pipeline([DoubledPunctuation()])
CLAUSES = st.text(alphabet="天地玄黃宇宙洪荒日月盈昃辰宿列張", min_size=2, max_size=9)


@given(st.lists(st.tuples(CLAUSES, st.sampled_from("，。、；？！"), st.booleans()), min_size=1))
def test_a_comma_before_each_mark_goes(parts):
    clean = "".join(words + mark for words, mark, _ in parts) + "完。"
    dirty = "".join(words + "," * put + mark for words, mark, put in parts) + "完。"
    assert CLEAN(dirty) == clean
    assert CLEAN(clean) == clean


@given(st.text(alphabet="天，。、；,.;:!?！？：…—“”「」()\n ab1`", max_size=40))
def test_cleaning_twice_changes_nothing(text):
    once = CLEAN(text)
    assert CLEAN(once) == once


@pytest.mark.parametrize("unit", ["，", "天，，", "，。", "，\n", "天,,`", "```\n天，，地\n", "天,,a"])
def test_hostile_texts_end_soon(unit):
    text = unit * (300_000 // len(unit))
    CLEAN(text)
