import random
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrubtext import clean, explain
from scrubtext.doc import Doc
from scrubtext.filters.mojibake import Mojibake

sys.path.insert(0, str(Path(__file__).parents[1]))
from dirt_encoding import cases


@given(cases(), st.sampled_from(["", "好的。\n", "Well then.\n"]))
@settings(max_examples=40, deadline=None)
def test_made_dirt_is_undone(case, head):
    text, dirty = case
    assert clean(head + dirty, Mojibake()) == head + text


def test_random_gb2312_is_never_made_a_third_string():
    rng = random.Random(7)
    rows = [
        bytes([a, b]).decode("gb2312", "ignore")
        for a in range(0xB0, 0xF8)
        for b in range(0xA1, 0xFF)
    ]
    chars = [c for c in rows if c]
    for _ in range(40):
        text = "".join(rng.choices(chars, k=10))
        dirty = text.encode("gb2312").decode("latin-1")
        assert clean(dirty, Mojibake()) in (text, dirty)


@pytest.mark.parametrize(
    ("text", "codec", "lost"),
    [
        ("姓名：锟斤拷锟斤拷", "GBK", 4),
        ("占쏙옙 입니다", "CP949", 2),
        ("鐃緒申です", "EUC-JP", 2),
        ("name: ï¿½", "cp1252", 1),
        ("имя пїЅпїЅ", "cp1251", 2),
        ("C�mara", "U+FFFD", 1),
        ("值：烫烫烫烫", "memory", 4),
    ],
)
def test_lost_text_is_noted_and_counted(text, codec, lost):
    result = explain(text, Mojibake())
    assert result.text == text
    assert [n.lost for n in result.notes] == [lost]
    assert codec in result.notes[0].why
    assert clean(text, Mojibake(irreversible="remove")) != text
    assert "\ufffd" in clean(text, Mojibake(irreversible="replace"))


def test_reasons_are_declared():
    for text in ("鍏充簬鎴戜滑", "±±¾©´óÑ§", "ï¿½", "\x93so\x94 sagte er \x84nein\x93"):
        for row in explain(text, Mojibake()).findings:
            assert row.why in Mojibake.reasons


def test_doubtful_is_noted_with_candidates():
    notes = explain("text.replace('Ã©', 'é')", Mojibake()).notes
    assert [n.candidates for n in notes] == [("é",)]


@pytest.mark.parametrize(
    "char", ["Ã", "Ã©", "鍏", "\x80", "\ufffd", "╨", "é ", "茅a", "\0", "锟斤拷"]
)
def test_hostile_text_ends(char):
    text = char * (6_000 // len(char))
    list(Mojibake()(Doc(text)))


def test_cleaning_twice_changes_nothing_more():
    for text in (
        "cafÃ© e «AMANHÃ», disse",
        "鐗堟潈鎵€鏈�",
        "鍏充簬鎴戜滑锛?",
        "Ã¤Â¸Â\xadÃ¦Â\x96Â\x87",
    ):
        once = clean(text, Mojibake())
        assert clean(once, Mojibake()) == once
