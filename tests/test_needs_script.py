"""What users of converters and normalisers asked for, need by need (41 to 52): strings of our own."""

import opencc
import pytest

import scrubtext
from scrubtext import (
    CompatForm,
    DoubledPunctuation,
    EscapedText,
    Punctuation,
    Script,
    Width,
    classify,
    clean,
    explain,
)
from scrubtext.errors import UsageError


@pytest.mark.parametrize(
    ("text", "target", "wanted"),
    [
        ("短信被发送后", "tw", "短信被發送後"),
        ("他明白了如何回答", "tw", "他明白了如何回答"),
        ("参与制作电影", "tw", "參與製作電影"),
        ("少数组员缺席", "s2twp", "少數組員缺席"),
        ("印发红头文件", "s2twp", "印發紅頭文件"),
        ("打开数据透视图", "s2twp", "開啟資料透視圖"),
        ("已经发布和尚未发布", "hant", "已經發佈和尚未發佈"),
        ("此功能才可用", "hant", "此功能纔可用"),
    ],
)
def test_41_words_that_cross_a_phrase(text, target, wanted):
    assert clean(text, Script(target=target)) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("从命令行打开，扩展名为 txt", "從命令列開啟，副檔名為 txt"),
        ("或缺省用于计算", "或預設用於計算"),
        ("与表单字段相对应", "與表單欄位相對應"),
    ],
)
def test_41_compounds_of_computing_are_not_cut(text, wanted):
    assert clean(text, Script(target="s2twp")) == wanted


def test_42_words_of_the_region_only_where_asked_and_meant():
    assert clean("鼠标和软件", Script(target="tw")) == "鼠標和軟件"
    assert clean("鼠标和软件", Script(target="tw", phrases=True)) == "滑鼠和軟體"
    assert clean("社区医院的审批程序", Script(target="s2twp")) == "社區醫院的審批程序"
    assert clean("编译程序时调用的函数", Script(target="s2twp")) == "編譯程式時呼叫的函式"
    result = explain("用户，软件", Script(target="s2twp"))
    assert [f.new for f in result.findings if f.why == "regional phrase"] == ["使用者"]
    assert clean("软件和用户", Script(target="s2twp", protect=("用户",))) == "軟體和用户"


@pytest.mark.parametrize("target", ["hant", "tw", "hk", "s2twp"])
@pytest.mark.parametrize(
    "text", ["群眾在床邊吃飯，秘密在山峰上", "皇后與太后著名的類型設備", "乾隆皇帝"]
)
def test_43_what_is_right_already_stays(target, text):
    assert clean(text, Script(target=target)) == text


def test_43_four_answers():
    texts = ["群床吃峰", "这个国家", "這個國家", "这个国家這個國家"]
    assert [classify(t) for t in texts] == ["unknown", "simplified", "traditional", "mixed"]


def test_44_japanese_and_korean_stay_beside_chinese():
    japanese = "国会図書館で学生が勉強している。"
    text = f"这是学生会的通知。{japanese}我们在国会。"
    assert clean(text, Script(target="hant")) == f"這是學生會的通知。{japanese}我們在國會。"
    korean = "대한민국(大韓民國)의 国会"
    assert clean(korean, Script(target="hans")) == korean


def test_45_doubt_is_noted_and_names_are_protected():
    notes = explain("头发干了", Script(target="hant")).notes
    assert {n.old for n in notes} >= {"干"}
    assert all(len(n.candidates) > 1 for n in notes)
    assert clean("Whoo 后的面霜", Script(target="tw", protect=("Whoo 后",))) == "Whoo 后的面霜"


def test_46_spans_lead_back_through_lengths_that_change():
    result = explain("发给用户的首席执行官们", Script(target="s2twp"))
    at = result.text.index("執行長")
    start, end = result.to_original(at, at + 3)
    assert result.original[start:end] == "首席执行官"
    assert result.undo() == result.original


def test_47_radicals_narrowly():
    assert clean("⽂件⽅⾯ ㎡①²", CompatForm()) == "文件方面 ㎡①²"
    assert clean("\ufa46", CompatForm()) == "\ufa46"


def test_48_width_by_class_and_marks_by_context():
    assert clean("ＷＸＹ７８９，全角", Width()) == "WXY789，全角"
    assert clean("早上好,朋友", Punctuation()) == "早上好，朋友"
    for text in ("12,500", "x,y", "https://a.example/q,1", "`早上好,朋友`"):
        assert clean(text, Punctuation()) == text


def test_49_doubled_marks_but_not_emphasis():
    assert clean("走吧。。他们来了，，快、、", DoubledPunctuation()) == "走吧。他们来了，快、"
    for text in (
        "等等……",
        "他——",
        "好！！！",
        "什么？！",
        "wait...",
        "C++",
        "x || y",
        "//",
        "===",
        "a::b",
    ):
        assert clean(text, DoubledPunctuation()) == text


MEANINGFUL = [
    "می‌شود", "👩‍👩‍👧‍👦", "🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f", "क्‍ष", "❤️",
]  # fmt: skip


@pytest.mark.parametrize("preset", ["gentle", "web", "zh_hans", "zh_hant"])
@pytest.mark.parametrize(
    "text", [*MEANINGFUL, "ภาษาไทย", "العربية", "한국어", "€ ₿ ☕ 🎉", "हिन्दी"]
)
def test_50_51_signs_and_other_scripts_are_text(preset, text):
    assert clean(text, preset) == text


def test_50_zero_width_spaces_go():
    assert clean("中\u200b文 te\u200bxt") == "中文 text"


def test_52_entities_one_level_and_never_in_code():
    assert clean("&#20013;&#22269;", EscapedText()) == "中国"
    assert clean("a &amp;lt; b", EscapedText()) == "a &lt; b"
    assert clean("```\n&lt;p&gt;\n```", EscapedText()) == "```\n&lt;p&gt;\n```"


def test_the_peer_engine_converts():
    text = "鼠标里面\r\nabc\n漢語头发\n"
    look = Script(target="hant", engine="opencc")
    result = scrubtext.explain(text, look)
    assert result.text == opencc.OpenCC("s2t").convert(text)
    assert result.undo() == text
    assert [row.old for row in result.edits] == ["标里", "头发"]


def test_the_peer_engine_says_what_it_cannot_do():
    with pytest.raises(UsageError, match="no configuration"):
        clean("漢語", Script(target="jp", engine="opencc"))
