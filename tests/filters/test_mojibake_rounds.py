"""Cleaning what was cleaned changes nothing, also where one repair makes way for the next."""

import random

import pytest

import scrubtext
from scrubtext import Edit, Mojibake, Note, Pipeline
from scrubtext.doc import Doc
from scrubtext.edit import splice
from scrubtext.mojibake import repair, rounds


def garbled(text, read="cp1252", wrote="utf-8", errors="replace"):
    return text.encode(wrote).decode(read, errors)


CHAINS = [
    ("utf-8", "gb18030"), ("utf-8", "cp1252"), ("utf-8", "cp1251"), ("utf-8", "latin-1"),
    ("utf-8", "cp1250"), ("gb18030", "cp949"), ("gb18030", "cp950"), ("cp1251", "cp1252"),
]  # fmt: skip
TEXTS = [
    "网络图和饼图", "我们的服务", "电话预约上门", "河边的公园", "входные двери", "вывод списка",
    "så är det på ön", "příliš žluťoučký", "été à la plage", "❤ 是的", "《春江花月夜》", "日本語テスト",
]  # fmt: skip


def spliced(rng):
    """One to three pieces, each right or garbled in some way, holes as marks or question marks."""
    parts = []
    for _ in range(rng.randrange(1, 4)):
        wrote, read = rng.choice(CHAINS)
        text = rng.choice(TEXTS)
        bad = text.encode(wrote, "ignore").decode(read, "replace")
        parts.append(rng.choice([text, bad.replace("\ufffd", rng.choice("?\ufffd"))]))
    return rng.choice([" ", "", "\n", "。", " | "]).join(parts)


@pytest.mark.parametrize("seed", range(3))
def test_spliced_texts_stay_as_they_were_cleaned(seed):
    rng = random.Random(seed)
    pipeline = Pipeline([Mojibake()])
    for text in (spliced(rng) for _ in range(80)):
        result = pipeline.explain(text)
        assert pipeline(result.text) == result.text, text
        assert result.undo() == text


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        (garbled("网络图", "gb18030").replace("\ufffd", "?") + "和" + garbled("关系和连接处", "gb18030"), None),
        ("这是一本旧书，封面ï»¿已经没有了。" + garbled("很旧"), None),
        ("på " + garbled("så är det på ön", "cp1250") + " " + garbled("řeka", "cp1250"), "på så är det på ön řeka"),
        (garbled("люблю тебя ❤", "cp1251", errors="strict"), "люблю тебя ❤"),
        ("我们" + garbled("回收旧家电，上门服务", "latin-1"), "我们回收旧家电，上门服务"),
        ("냥떼맒쐤돨무蹈。" + garbled("推薦"), None),
    ],
)
def test_repairs_beside_repairs(text, cleaned):
    once = scrubtext.clean(text, Mojibake())
    assert once != text
    assert cleaned in (None, once)
    assert scrubtext.clean(once, Mojibake()) == once


def test_a_hole_never_becomes_a_control():
    for text in ("简体 숌竟櫓匡꿎桿 x 쐙\ufffd\ufffd", "휑굶\ufffdZΖⅩΘ " + garbled("我们的服务", "latin-1")):
        assert "\x1a" not in scrubtext.clean(text, Mojibake())


def test_rounds_are_one_patch_over_the_text_as_it_was():
    looks = iter([[Edit(0, 2, "xy", "two")], []])
    first = [Edit(0, 1, "x", "one"), Note(4, 5, "doubt"), Note(1, 2, "gone")]
    assert list(rounds.settled("abcde", first, lambda text: next(looks))) == [
        Edit(0, 2, "xy", "one"),
        Note(4, 5, "doubt"),
    ]


def test_what_never_settles_ends():
    looks = []

    def look(text):
        looks.append(text)
        return [Edit(0, 1, "b" if text[0] == "a" else "a", "flip")]

    list(rounds.settled("a", look("a"), look))
    assert len(looks) == rounds.ROUNDS + 1


def test_a_text_in_which_nothing_is_found_is_looked_at_once():
    assert list(rounds.settled("a", [Note(0, 1, "n")], None)) == [Note(0, 1, "n")]


def pasted(size):
    """Pieces of many mix-ups on one line: every search finds something, and much is left."""
    rng = random.Random(size)
    out = ""
    while len(out) < size:
        wrote, read = rng.choice(CHAINS)
        out += rng.choice(TEXTS).encode(wrote, "ignore").decode(read, "replace") + " "
    return out


def test_a_text_of_many_mix_ups_has_a_budget(monkeypatch):
    done = []

    def searching(*args):
        made = search(*args)
        done.append(made[2])
        return made

    search = repair.search
    monkeypatch.setattr(repair, "search", searching)
    repair.looked.cache_clear()
    repair.search_once.cache_clear()
    text = pasted(12_000)
    findings = list(Mojibake()(Doc(text)))
    assert sum(done) < 2 * (repair.WORK + repair.WORK_EACH * len(text))
    cleaned = splice(text, [f for f in findings if isinstance(f, Edit)])
    assert scrubtext.clean(cleaned, Mojibake()) == cleaned
