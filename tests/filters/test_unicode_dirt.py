"""Made dirt is found where it was put, and taking it out gives the clean text back."""

import dirt_unicode as dirt
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from scrubtext import clean, explain
from scrubtext.filters import get

ZH = [
    "昨天下午，我们一行人去了城东的旧书市场，买到三本小说和两册地图。",
    "水库的管理员说：“今年雨水多，闸门已经开过两次了。”大家都点了点头。",
    "生活用水与工业用水分开计量，见第三章第二节；表格附在文末。",
    "小鸟飞过田野，马车停在门口，老人在树下看着风筝。",
]
EN = [
    "The village library opens at nine and closes when the last reader leaves.",
    "Please return borrowed umbrellas before the rainy season begins — thank you.",
    "Her grandmother’s recipe asks for patience, flour and a very hot oven.",
]
DE = ["Über den Dächern der Stadt kreisten zwölf Schwalben, müde vom Flug."]
MARKED = ["He said: “It’s late — let’s go…”", "Le café d’été — “fermé” en hiver…"]
EMOJI = ["早安😀！今天 🎉 也要加油👍。", "👩‍👩‍👧 and 🏳️‍🌈 wave 👋"]

CASES = [
    ("invisible", dirt.zero_width, ZH + EN + DE),
    ("invisible", dirt.directional, ZH + EN + DE),
    ("invisible", dirt.tags, ZH + EN),
    ("invisible", dirt.byte_order_marks, ZH + EN),
    ("stray_control", dirt.controls, ZH + EN + DE),
    ("stray_control", dirt.c1, ZH + EN),
    ("stray_control", dirt.terminal_escapes, ZH + EN + DE),
    ("stray_control", dirt.overstrike, EN),
    ("lone_surrogate", dirt.split_pairs, EMOJI),
    ("lone_surrogate", dirt.escaped_bytes, ZH + DE + EMOJI),
    ("compat_form", dirt.radicals, ZH),
    ("confusable", dirt.cyrillic, EN),
    ("escaped_text", dirt.entities, MARKED),
    ("escaped_text", lambda t, s: dirt.entities(t, s, 2), MARKED),
    ("escaped_text", lambda t, s: dirt.entities(t, s, 3), MARKED),
    ("escaped_text", dirt.numeric_entities, ZH),
    ("escaped_text", dirt.u_escapes, ZH),
    ("escaped_text", dirt.quoted_printable, ZH),
    ("punctuation", dirt.half_marks, ZH),
    ("width", dirt.full_alnum, EN + ["共有 12 家商店参加了第 3 届书展。"]),
    ("normal_form", dirt.decomposed, DE + MARKED),
    ("line_ending", dirt.line_ends, ["one\ntwo\nthree\n", "一\n二"]),
    ("blank_run", dirt.blank_lines, ["one\n\ntwo\n\nthree\n"]),
]
IDS = [f"{name}-{i}" for i, (name, _, _) in enumerate(CASES)]


@pytest.mark.parametrize(("name", "make", "texts"), CASES, ids=IDS)
@given(seed=st.integers(0, 10_000), data=st.data())
def test_made_dirt_is_taken_out(name, make, texts, seed, data):
    text = data.draw(st.sampled_from(texts))
    filter_ = get(name)()
    assert clean(text, filter_) == text
    dirty = make(text, seed)
    result = explain(dirty, filter_)
    assert result.text == text
    assert result.undo() == dirty


HYGIENE = [
    "lone_surrogate",
    "stray_control",
    "invisible",
    "private_use",
    "compat_form",
    "confusable",
]
OPT_IN = ["escaped_text", "width", "punctuation", "line_ending", "normal_form", "blank_run"]
PIECES = st.sampled_from(
    [
        *"aеbсο中文かﾊﾞ가　 \n\r\t,，.。:：;；!！?？()（）\"'“”1２%％<>&#;=\\",
        *[
            "\u200b",
            "\u200c",
            "\u200d",
            "\ufeff",
            "\u200e",
            "\u202e",
            "\u2069",
            "\ufe0f",
            "\u3164",
            "\u034f",
        ],
        *[
            "\U000e0041",
            "\U000e0100",
            "😀",
            "👩\u200d👧",
            "🏴\U000e0067\U000e0062\U000e007f",
            "م",
            "ก",
            "न",
            "ש",
        ],
        *[
            "\x00",
            "\x08",
            "\x0c",
            "\x1b[31m",
            "\x1b",
            "\x85",
            "\x9b",
            "\ud83d",
            "\ude00",
            "\udce4\udcb8\udcad",
        ],
        *[
            "\ue000",
            "\ue81e",
            "\U000f0000",
            "⽂",
            "⼀",
            "⻓",
            "\uf914",
            "thе",
            "слoво",
            "best",
            "слово",
            "Tа",
            " ",
        ],
        *[
            "&amp;",
            "&lt;",
            "&nbsp;",
            "amp;",
            "&#20013;",
            "&#38;",
            "&#108;",
            "t;",
            "&quot;",
            "\\u4e2d\\u6587",
            "\\u4e",
        ],
        *[
            "=E4=B8=AD=E6=96=87",
            "=3D",
            "=\n",
            "=E4",
            "4E",
            "e\u0301",
            "\u1100\u1161",
            "3，000",
            "a,b",
            "\n\n\n",
            "`",
        ],
        *["他说", "Hello", "world ", "（", ")", ", ", "\u2061", "\u115f", "\u180e", "\u2028"],
    ]
)


@pytest.mark.parametrize("name", HYGIENE + OPT_IN)
@given(text=st.lists(PIECES, max_size=14).map("".join))
def test_twice_is_once(name, text):
    filter_ = get(name)()
    result = explain(text, filter_)
    assert clean(result.text, filter_) == result.text
    assert result.undo() == text
    assert {f.why for f in result.findings} <= filter_.reasons


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("spacing", {"mode": "add"}),
        ("spacing", {"mode": "remove"}),
        ("normal_form", {"form": "NFKC"}),
        ("punctuation", {"quotes": "corner"}),
        ("width", {"signs": True, "space": True}),
        ("private_use", {"policy": "replace"}),
        ("private_use", {"policy": "remove"}),
        ("compat_form", {"ideographs": True}),
        ("line_ending", {"style": "crlf", "separators": True}),
        ("blank_run", {"max_blank": 0}),
    ],
)
@example(text="\u2f42\uf914")  # a radical beside a compatibility ideograph
@given(text=st.lists(PIECES, max_size=14).map("".join))
def test_options_keep_the_laws(name, options, text):
    filter_ = get(name)(**options)
    result = explain(text, filter_)
    assert clean(result.text, filter_) == result.text
    assert result.undo() == text


def test_small_capitals_of_the_screen_are_those_of_the_table():
    from scrubtext.filters import confusable

    assert set(confusable._SMALL) == set(confusable._twins("small capital"))
