"""Trailers: made furniture goes and nothing else; hostile input; what Result.meta hands back."""


import pytest
from dirt_furniture import LANGS, article, control, with_trailer
from hypothesis import given, settings
from hypothesis import strategies as st

from scrubtext.filters.trailer import Trailer
from scrubtext.pipeline import Pipeline

LINE = Pipeline([Trailer()])
BODY = "老街的修缮在春天开始，工匠们先把松动的瓦片取下，再一块一块换上新烧的青瓦。\n\n到了夏天，茶馆重新开张，掌柜说客人比往年多了三成。"


@pytest.mark.parametrize("lang", LANGS)
def test_no_clean_character_is_lost(lang):
    for seed in range(12):
        made = with_trailer(seed, lang, "tune")
        assert LINE(made.dirty).startswith(made.clean), (lang, seed)


@pytest.mark.parametrize("lang", LANGS)
def test_made_trailers_go(lang):
    right = sum(LINE(m.dirty) == m.clean for m in (with_trailer(s, lang, "tune") for s in range(20)))
    assert right >= 18


@pytest.mark.parametrize("lang", LANGS)
def test_controls_stay(lang):
    import random

    for seed in range(10):
        assert LINE(control(seed, lang)) == control(seed, lang)
        text = article(random.Random(seed), lang, "test")
        assert LINE(text) == text


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.sampled_from(LANGS), st.sampled_from(("tune", "test")))
def test_idempotent(seed, lang, words):
    once = LINE(with_trailer(seed, lang, words).dirty)
    assert LINE(once) == once


def test_meta_hands_back_credits():
    r = LINE.explain(BODY + "\n责任编辑：林间\n来源：老街报\n相关文章\n瓦的历史\n茶的来历")
    assert r.text == BODY
    assert r.meta == {"credit": ["责任编辑：林间"], "source": ["来源：老街报"]}


def test_each_class_can_be_kept():
    tail = "\n责任编辑：林间\n分享到：\n微信\n相关文章\n瓦的历史\n茶的来历"
    assert "责任编辑" in Pipeline([Trailer(keep_credits=True)])(BODY + tail)
    assert "分享到" in Pipeline([Trailer(keep_share=True)])(BODY + tail)
    assert "瓦的历史" in Pipeline([Trailer(keep_related=True)])(BODY + tail)


def test_doubt_leaves_a_note():
    r = LINE.explain(BODY + "\n© 2020 老街网")
    assert r.text == r.original
    assert [n.why for n in r.notes] == ["marker without company"]


HOSTILE = [
    "相关文章\n" * 40_000,
    BODY + "\n责任编辑：" * 30_000,
    "x" * 1_000_000,
    "\n" * 500_000,
    "上一篇：" * 200_000,
    "【" * 300_000 + "\n",
    (BODY + "\n相关阅读\n瓦\n") * 2_000,
    "Related\n" * 60_000,
    "\ud800\x00相关文章\n\udfff" * 20_000,
    "a\n" * 300_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_input_ends(text):
    LINE(text)
