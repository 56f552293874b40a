"""The filter: findings, notes, what stays, hostile texts."""

import json
import sys
import types
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubtext import Doc, clean, explain
from scrubtext.edit import Edit, Recast
from scrubtext.errors import UnknownNameError, UsageError
from scrubtext.filters.script import Script
from scrubtext.script.engine import engine

NEEDS = Path(__file__).parent.parent / "fixtures" / "needs.jsonl"
CASES = [c for c in map(json.loads, NEEDS.read_text("utf-8").splitlines()) if c["filter"] == "script"]
PIECES = st.sampled_from(
    ["皇后在后面", "头发干了", "被发送", "著名", "这是", "這是", "於", "吃", "国", "國", "の", "한", "。", "\n"]
    + ["，", "「", "」", "A", "`", "数据库", "发", "里", "里面", "学", "説", "😀", "\ud83d", "兑", "体"]
)
TEXTS = st.lists(PIECES, max_size=20).map("".join)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
def test_needs(case):
    assert clean(case["input"], Script(target=case["config"])) == case["expect"]


@pytest.mark.parametrize("target", ["hans", "hant", "tw", "hk", "dominant"])
@given(text=TEXTS)
def test_cleaning_the_cleaned_changes_nothing(target, text):
    once = clean(text, Script(target=target))
    assert clean(once, Script(target=target)) == once


@pytest.mark.parametrize("target", ["t2s", "s2t", "s2twp"])
@given(text=TEXTS)
def test_without_improvements_it_is_opencc(target, text):
    assert clean(text, Script(target=target, improve=False)) == engine(target).convert(text)


def test_lengths_that_change_are_edits_in_the_offsets_of_the_text():
    text = "程序员在网吧运行程序。"
    recast, *edits = Script(target="s2twp")(Doc(text))
    assert isinstance(recast, Recast)
    assert len(recast.text) == len(text)
    assert [(e.start, e.end, e.new) for e in edits if isinstance(e, Edit)] == [(0, 3, "程式設計師")]
    result = explain(text, Script(target="s2twp"))
    assert result.undo() == text
    assert result.to_original(4) == (0, 3)


def test_ambiguous_conversions_are_noted():
    notes = explain("头发干了", Script(target="hant")).notes
    assert [(n.old, n.candidates) for n in notes] == [("发", ("發", "髮")), ("干", ("乾", "幹"))]
    assert not explain("我们的国家", Script(target="hant")).notes


def test_protected_strings_stay_in_the_middle_of_a_text():
    look = Script(target="s2tw", protect=("Whoo 后", "发"))
    assert clean("我们买了 Whoo 后 的面霜，头发。", look) == "我們買了 Whoo 后 的面霜，頭发。"


def test_addresses_and_code_stay():
    text = "请看 https://a.example/wiki/发展 和 `变量`，发给 发@a.example"
    assert clean(text, Script(target="hant")) == "請看 https://a.example/wiki/发展 和 `变量`，發給 发@a.example"


@pytest.mark.parametrize("options", [{"target": "s2x"}, {"engine": "other"}])
def test_unknown_names(options):
    with pytest.raises(UnknownNameError):
        Script(**options)


def test_the_peer_engine_refuses_another_package_of_its_name(monkeypatch):
    other = types.ModuleType("opencc")
    monkeypatch.setitem(sys.modules, "opencc", other)
    with pytest.raises(UsageError, match=r"another|other|not that"):
        clean("发展", Script(target="s2t", engine="opencc"))


@pytest.mark.parametrize(
    "text",
    ["\u2ff0" * 200_000, "发" * 200_000, "头发" * 100_000, "被发送" * 60_000, "`" * 200_000, "😀发" * 20_000]
    + ["の国" * 60_000, "한國" * 60_000, "国，" * 60_000 + "の", "http://" * 20_000, "a@" * 50_000, "```\n" * 40_000],
    ids=lambda t: repr(t[:3]),
)
def test_hostile_texts_end(text):
    clean(text, Script(target="hant"))


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("街道办事处随后请来園林專家；樹木、花圃、涼亭、燈飾等一百多個項目，都歸他們管。", "街道辦事處隨後請來園林專家；樹木、花圃、涼亭、燈飾等一百多個項目，都歸他們管。"),
        ("目錄說明在這裡，并将結果還給讀者與編輯們參閱。", "目錄說明在這裡，並將結果還給讀者與編輯們參閱。"),
    ],
)
def test_what_is_left_is_mended_in_the_text_as_it_will_be(text, made):
    assert clean(text, Script(target="hant")) == made
    assert clean(made, Script(target="hant")) == made
