import pytest

from scrubtext import clean, explain
from scrubtext.filters.mojibake import MARK_STARTS, Mojibake
from scrubtext.mojibake.mark import _spellings, byte_order_mark, marked
from scrubtext.mojibake.views import SINGLE

LONG = "今天下午我们在图书馆讨论了下个月的旅行计划。" * 40


def test_the_quick_look_knows_every_spelling():
    assert {spelling[0] for spelling in _spellings()} == MARK_STARTS


@pytest.mark.parametrize("codec", SINGLE)
@pytest.mark.parametrize("body", ["# Title", '"name","age"', "Привет, мир", LONG])
def test_marks_before_sound_text_are_nothing(codec, body):
    shown = "".join(bytes([b]).decode(codec, "ignore") or chr(b) for b in b"\xef\xbb\xbf")
    assert clean(shown + body, Mojibake()) == body


@pytest.mark.parametrize("codec", ["gb18030", "cp949", "cp950", "euc_jp", "cp932"])
@pytest.mark.parametrize("body", ["import os", "# Title", "<?xml?>", "Markdown"])
def test_marks_read_as_wide_characters_give_back_what_they_swallowed(codec, body):
    dirty = (b"\xef\xbb\xbf" + body.encode()).decode(codec, "replace")
    assert clean(dirty + "\n" + LONG, Mojibake()) == body + "\n" + LONG


def test_all_of_the_line_may_be_garbled():
    right = "标题是很长的一行文字，今天天气很好"
    dirty = ("\ufeff" + right).encode().decode("cp1251", "ignore")
    assert not clean(dirty, Mojibake()).startswith(("\ufeff", "п»ї"))
    assert clean(("\ufeff" + right).encode().decode("latin-1"), Mojibake()) == right


@pytest.mark.parametrize(
    "text",
    ["Why ï»¿?", "ï»¿ appears here", "“ï»¿”", "锘（No）", "锘?", "my BOM list\nï»¿ is here", "a (ï»¿) b", "锘No"],
)
def test_marks_that_are_spoken_of_stay(text):
    assert clean(text, Mojibake()) == text
    assert not marked(text) or byte_order_mark(text, True)


def test_the_reason_is_declared():
    assert {e.why for e in explain("锘縄ndex", Mojibake()).edits} <= Mojibake.reasons
