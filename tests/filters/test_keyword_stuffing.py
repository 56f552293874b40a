"""Keyword stuffing: made dirt, hostile texts, notes and drops."""

import random

import pytest
from dirt_spam import ARTICLES, cases, phrases

from scrubtext import Doc, Drop, Note, clean, explain
from scrubtext.filters.keyword_stuffing import KeywordStuffing
from scrubtext.filters.link_farm import LinkFarm
from scrubtext.pipeline import Pipeline

LINE = Pipeline([KeywordStuffing(), LinkFarm()])
MAIN = ("zh questions", "zh services", "zh adult", "en", "ja", "ru")


@pytest.mark.parametrize("kind", MAIN)
def test_made_keywords_go_and_articles_stay(kind):
    made = list(cases(seed=7, rounds=1, half=1, kinds=(kind,)))
    made = [c for c in made if c.kind == kind]
    perfect = sum(LINE(c.dirty) == c.clean for c in made)
    assert perfect >= 0.8 * len(made)


@pytest.mark.parametrize("text", [a for some in ARTICLES.values() for a in some], ids=lambda a: a[:12])
def test_articles_stay(text):
    assert not list(KeywordStuffing()(Doc(text)))
    assert not list(LinkFarm()(Doc(text)))


def test_cleaning_the_cleaned_changes_nothing():
    for case in cases(seed=3, rounds=1, half=0, kinds=("zh questions", "en", "ko")):
        once = LINE(case.dirty)
        assert LINE(once) == once


@pytest.mark.parametrize("joint", [" ", "|", "、", ""])
def test_one_long_line_in_the_middle(joint):
    rng = random.Random(1)
    words = phrases(rng, "zh questions", 200, 0)
    line = joint.join(rng.choices(words, k=20_000))
    above, below = ARTICLES["zh"]
    assert clean(f"{above}\n\n{line}\n\n{below}", KeywordStuffing()) == f"{above}\n\n{below}"


@pytest.mark.parametrize(
    "text",
    [
        "a\n" * 30_000,
        "|" * 30_000,
        "a|" * 15_000,
        "甲、" * 15_000,
        "什么" * 15_000,
        "甲 " * 15_000,
        "buy cheap " * 3_000,
        "_ " * 15_000,
        "\ud800|" * 10_000,
        "\x00," * 10_000,
        '" ' * 15_000,
        "a.b" * 10_000,
        "（" * 20_000 + "公司",
        "www." * 6_000,
        "w w w . " * 3_000,
        "友情链接" * 5_000,
    ],
    ids=lambda t: ascii(t[:8]),
)
def test_hostile_texts_end(text):
    list(KeywordStuffing()(Doc(text)))
    list(LinkFarm()(Doc(text)))


def test_one_long_line_of_english_words():
    rng = random.Random(1)
    line = " ".join(rng.choices(phrases(rng, "en", 200, 0), k=8_000))
    above, below = ARTICLES["en"]
    assert clean(f"{above}\n\n{line}\n\n{below}", KeywordStuffing()) == f"{above}\n\n{below}"


def test_doubtful_blocks_leave_a_note_and_go_with_strict():
    text = "\n".join(phrases(random.Random(2), "zh questions", 20, 1))
    assert any(isinstance(f, Note) for f in KeywordStuffing()(Doc(text)))
    result = explain(text, KeywordStuffing(strict=True))
    assert result.text == ""
    assert Drop("mostly keywords", 1.0) in result.drops


def test_a_page_of_certain_dirt_is_reported_not_silently_empty():
    text = "|".join(phrases(random.Random(2), "zh questions", 20, 1))
    result = explain(text, KeywordStuffing())
    assert result.text == ""
    assert result.drop.why == "nothing but dirt"


def test_blocks_that_share_a_space_do_not_overlap():
    shops = (
        "line#muebles ofertas#seguros en sevilla#zapatillas ofertas#muebles en sevilla"
        "#comprar muebles online#colchones en lima"
    )
    films = "妇观看免费高清成人观看免费成人一区二区影院在线观看激情一区免费人妻一区二区专区国内激情久久影院激情一区二区大片"
    article = ARTICLES["ko"][0]
    got = clean(f"{shops}{films}\n\n{article}", KeywordStuffing())
    assert got.strip() == article
