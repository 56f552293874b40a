"""Furniture by stems, roles and rows: the made kinds are found, hostile lines end."""

import pytest
from dirt_furniture import HEADS, LANGS, control, with_head, with_remnants

import scrubtext
from scrubtext.filters.field_label import FieldLabel
from scrubtext.filters.placeholder import Placeholder
from scrubtext.filters.trailer import Trailer
from scrubtext.furniture.blanks import said
from scrubtext.furniture.remnants import is_remnant
from scrubtext.furniture.roles import credits_in
from scrubtext.furniture.stems import sense
from scrubtext.pipeline import Pipeline

HEAD, STAND_IN, TAIL = (Pipeline([f()]) for f in (FieldLabel, Placeholder, Trailer))
SAID = [
    ("更多本地好文", "related"),
    ("分享给朋友圈的好友", "follow"),
    ("未经本网授权不得转载", "disclaimer"),
    ("More from our harbour desk", "related"),
    ("Print this article", "share"),
    ("Weitere Meldungen aus der Rubrik", "related"),
    ("Подписаться на новости", "share"),
    ("この記事に関連するニュース", "related"),
    ("링크 복사하기", "follow"),
]


@pytest.mark.parametrize("lang", sorted(HEADS))
def test_rows_above_an_article_go(lang):
    right = 0
    for seed in range(20):
        made = with_head(seed, lang)
        out = HEAD(made.dirty)
        assert out.endswith(made.clean[-200:]), (lang, seed)
        right += out == made.clean
    assert right >= 18


@pytest.mark.parametrize("lang", LANGS)
def test_remnants_go_and_nothing_else(lang):
    right = sum(STAND_IN(m.dirty) == m.clean for m in (with_remnants(s, lang) for s in range(20)))
    assert right >= 17


@pytest.mark.parametrize("lang", LANGS)
def test_controls_stay(lang):
    for seed in range(10):
        text = control(seed, lang)
        assert scrubtext.clean(text) == text


@pytest.mark.parametrize("made", [with_head, with_remnants])
def test_idempotent(made):
    for lang in HEADS:
        once = scrubtext.clean(made(3, lang).dirty)
        assert scrubtext.clean(once) == once


@pytest.mark.parametrize(("line", "cls"), SAID, ids=[line for line, _ in SAID])
def test_what_a_line_says(line, cls):
    found = sense(line, False)
    assert found is not None
    assert found.cls == cls


LINES = ["文/" * 60, "Text " * 30, "作者" * 60, "글 " * 60, "{{" * 120, "[[" * 120, "[caption " * 30, "a, " * 60, "分享" * 60, "Home > " * 30]


@pytest.mark.parametrize("line", LINES)
def test_hostile_lines_end(line):
    credits_in(line)
    said(line)
    sense(line, False)
    is_remnant(line, 0, len(line))


@pytest.mark.parametrize("piece", ["首页 > ", "{% x %}\n", "分享 收藏\n", "文/方圆 ", "Home\n", "1 2 3\n"])
def test_hostile_texts_end(piece):
    text = piece * (300_000 // len(piece))
    for line in (HEAD, STAND_IN, TAIL):
        line(text)
