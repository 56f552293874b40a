"""What must come back equal, item by item: tests/fixtures/must_not_change.jsonl."""

import json
from pathlib import Path

import pytest

from scrubtext import clean, explain
from scrubtext.filters import get

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "fixtures" / "must_not_change.jsonl")
    .read_text("utf-8")
    .splitlines()
]
ALONE = ("pinyin_gloss", "keyword_stuffing", "link_farm", "placeholder", "field_label", "trailer")
every = pytest.mark.parametrize(
    "case", CASES, ids=lambda c: f"must-not-change-{c['item']}-{c['label'].replace(' ', '-')}"
)


@every
def test_preset_leaves_it(case):
    result = explain(case["text"], "web")
    assert result.text == case["text"]
    assert result.drop is None


@every
def test_each_filter_leaves_it(case):
    for name in ALONE:
        assert clean(case["text"], get(name)()) == case["text"], name


@every
def test_as_a_part_of_a_page(case):
    """Under a paragraph, as on a page: position and prose around it change nothing."""
    body = "The ferry has crossed the river since 1911. Most people who use it live on the other side."
    text = f"{body}\n\n{case['text']}"
    assert clean(text, "web") == text


def test_the_examples_of_an_article_on_readings_stay():
    """Item 13: injected glosses go, the article's own stay."""
    own = "「媽」讀作媽媽(māma)，聲調如 mā、má、mǎ、mà。"
    dirty = "這篇文章寫於對(duì)岸，說的是發(fā)音。學(xué)生對(duì)發(fā)音很感興趣，老師發(fā)了講義，"
    dirty += "學(xué)會(huì)以後要對(duì)照錄音，發(fā)現(xiàn)問題再問。"
    made = clean(f"{dirty}\n{own}", "web")
    assert made.endswith(own)


def test_every_item_has_a_case():
    assert {c["item"] for c in CASES} | {13} == set(range(9, 31))
