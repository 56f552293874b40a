"""Placeholders: made ones go, nothing else does; hostile input."""


import pytest
from dirt_furniture import LANGS, control, with_placeholders
from hypothesis import given, settings
from hypothesis import strategies as st

from scrubtext.filters.placeholder import Placeholder
from scrubtext.pipeline import Pipeline

LINE = Pipeline([Placeholder()])


@pytest.mark.parametrize("lang", LANGS)
def test_made_placeholders_go(lang):
    for seed in range(15):
        made = with_placeholders(seed, lang, "tune")
        assert LINE(made.dirty) == made.clean, (lang, seed)


@pytest.mark.parametrize("lang", LANGS)
def test_controls_stay(lang):
    for seed in range(10):
        assert LINE(control(seed, lang)) == control(seed, lang)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(LANGS))
def test_idempotent(seed, lang):
    once = LINE(with_placeholders(seed, lang).dirty)
    assert LINE(once) == once


HOSTILE = [
    "广告\n" * 100_000,
    '<b id="ab1cd">' * 30_000,
    "</b>" * 100_000 + ' id="',
    "{{" * 200_000,
    "![在这里插入图片描述](" * 20_000,
    "在这里插入图片描述" * 50_000,
    "[外链图片转存失败" * 50_000,
    "www.a.com请记住本站\n" * 8_000,
    "w " * 300_000 + "本站",
    "展开全部\n" * 50_000,
    "x" * 1_000_000,
    "\ud800\x00{{a.b}}\n" * 20_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_input_ends(text):
    LINE(text)
