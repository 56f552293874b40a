"""Link farms: made dirt, hosts and their disguises."""

import random

import pytest
from dirt_spam import FARMS, farm_case

from scrubtext import Doc, Note, clean, explain
from scrubtext.filters.link_farm import LinkFarm
from scrubtext.spam.host_names import disguised, family_share, name_of
from scrubtext.spam.items import items_of


@pytest.mark.parametrize("way", FARMS)
def test_made_farms_go_and_articles_stay(way):
    rng = random.Random(11)
    made = [farm_case(rng, way, 1) for _ in range(20)]
    perfect = sum(clean(c.dirty, LinkFarm()) == c.clean for c in made)
    assert perfect >= 16


def test_items_need_the_whole_line():
    assert [i.address for i in items_of("牙疼ab1cd.cn 耳鸣ef2gh.cn")] == ["ab1cd.cn", "ef2gh.cn"]
    assert items_of("请访问 ab1cd.cn，那里有说明，也可以下载。") == []
    assert items_of("version 2.0 and file.txt") == []


@pytest.mark.parametrize(
    ("written", "name"),
    [("WwW.Ab1.CoM", "ab1.com"), ("w w w . a b . c o m", "ab.com"), ("https://www.ab.cn/x", "ab.cn")],
)
def test_disguises_are_seen_through(written, name):
    assert name_of(written) == name
    assert disguised(written) == (not written.startswith("https"))


def test_families():
    assert family_share(["ab1cd2.cn", "ab3cd4.cn", "ab5cd6.cn"]) == 1
    assert family_share(["python.org", "debian.org", "rust-lang.org"]) == 0


def test_doubtful_lists_leave_a_note_and_go_with_strict():
    names = ["kuanhai", "jinmei", "totori", "belsana", "huatai", "marvel"]
    text = "\n".join(f"{n.title()} Company {n}.com" for n in names)
    assert any(isinstance(f, Note) for f in LinkFarm()(Doc(text)))
    assert clean(text, LinkFarm()) == text
    assert explain(text, LinkFarm(strict=True)).drop.why in ("mostly links", "nothing but dirt")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("hxxp://ab1[.]com", "ab1.com"),
        ("ab1 (dot) com", "ab1.com"),
        ("ab1 точка ru", "ab1.ru"),
        ("ab1닷컴", "ab1.com"),
        ("www点ab1点com", "ab1.com"),
        ("h**p://ab1.com", "ab1.com"),
    ],
)
def test_other_stops_and_schemes_are_seen_through(written, name):
    assert [name_of(i.address) for i in items_of(f"xy {written} zz {written}")] == [name, name]
    assert disguised(written)


@pytest.mark.parametrize(
    "unit",
    ["a[.]", "[url=http://a.com]x[/url]", "<a href=", "hxxp://", "a(dot)com ", "[http://a.com b] ", "(.)"],
)
def test_hostile_markup_stays_linear(unit):
    text = "The mill was built beside the weir in 1790. It still grinds flour.\n"
    assert isinstance(clean(text + unit * (40_000 // len(unit)), LinkFarm()), str)


def test_a_sentence_between_farms_stays():
    farm = "casino-luck77.com poker-bonus88.net slots-spin99.biz"
    sentence = "The mill was built beside the weir in 1790, and it still grinds flour for two bakeries."
    assert clean(f"{farm}\n{sentence} {farm}\n{sentence}", LinkFarm()) == f"{sentence}\n{sentence}"
    assert clean(f"{farm}\n{farm} {sentence}", LinkFarm()) == sentence
