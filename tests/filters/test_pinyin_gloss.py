"""Injected pinyin: made dirt comes back as it was, lessons stay, hostile texts end."""

import json
from itertools import permutations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrubtext.doc import Doc
from scrubtext.filters.pinyin_gloss import PinyinGloss, find
from scrubtext.pipeline import Pipeline
from tests.strategies import (
    Decoder,
    decoders,
    inject,
    inject_in_turn,
    keys_in,
    random_table,
    reading_of,
    tables,
)

CLEAN = Pipeline([PinyinGloss()])
TEXT = (
    "我們學校的圖書館買來許多關於歷史與經濟的書籍，學生們認為這些資料對研究很有幫助。\n"
    "為了節約時間，館員把舊報紙掃描成電子檔案，讀者從網頁就能檢閱，還可以設定提醒。\n"
    "校長說，將來會繼續擴充設備，並且邀請專業團隊進行維護，確保服務質量達到國際標準。\n"
)
LESSONS = [
    case["original"]
    for case in json.loads(
        (Path(__file__).parents[1] / "golden/pinyin_gloss.json").read_text("utf-8")
    )["untouched"]
    if "(" in case["original"]
]


ODD = {c: reading_of(c) for c in "覈膰懥瑢暎毮"}  # characters that borders of others make


def table_of(text, every=2):
    return {c: reading_of(c) for c in keys_in(text)[::every]}


@settings(max_examples=60, deadline=None)
@given(tables(TEXT, (8, 40)), decoders())
def test_injected_glosses_go_and_cut_characters_come_back(table, decoder):
    dirty = inject(TEXT, table, decoder=decoder)
    found = CLEAN(dirty.text)
    if not dirty.lost_pairs and not dirty.lost_bytes:
        assert found == TEXT
    else:
        wrong = [c for c in found if c not in TEXT and c != "\ufffd"]
        assert not wrong


MET = {"人民日報的記者": "請報", "每個人都說": "聰個", "地方塊狀": "綁塊", "然後將他們": "釋將"}
"""Words with an entry of two characters' bytes in them, and the entry for the second of these."""


@pytest.mark.parametrize("words", MET)
@pytest.mark.parametrize("lost", ["?", "\ufffd"])
@pytest.mark.parametrize("swallow", [True, False])
def test_two_entries_may_meet_inside_one_character(words, lost, swallow):
    text = TEXT + words + "也讀過這些書。\n"
    for keys in (MET[words], MET[words][::-1]):
        table = table_of(TEXT) | {c: reading_of(c) for c in keys}
        dirty = inject_in_turn(text, table, Decoder(lost, swallow))
        assert dirty.text.count(")") > inject(text, table_of(TEXT)).text.count(")")
        assert CLEAN(dirty.text) == text


@settings(max_examples=30, deadline=None)
@given(tables(TEXT, (8, 40)), st.sampled_from(["comma", "half"]))
def test_replaced_marks_leave_no_wrong_character(table, marks):
    dirty = inject(TEXT, table, marks=marks, decoder=Decoder("?", swallow=marks == "comma"))
    found = CLEAN(dirty.text)
    assert "(" not in found
    assert CLEAN(found) == found


@pytest.mark.parametrize(
    "lines",
    list(permutations(["這是事實?!案母铩币呀涢_始", "到此為止�?偟膩碚f", "模型和規�?梢园l現問題"])),
)
def test_scars_of_a_short_text_are_taken_back_each_by_itself(lines):
    """The same characters stand around all of them: only their places differ."""
    assert CLEAN("\n".join(lines)) == "\n".join(map(CLEAN, lines))


@pytest.mark.parametrize("lesson", LESSONS)
def test_a_lesson_on_a_polluted_page_stays(lesson):
    page = inject(TEXT, table_of(TEXT), decoder=Decoder("\ufffd", swallow=False)).text
    assert CLEAN(page + lesson) == TEXT + lesson
    assert CLEAN(lesson + "\n" + page) == lesson + "\n" + TEXT


STORY = (
    "這座小城在山谷裏，春天的時候滿山都是花，河水從城外流過，橋上總有賣菜的人。孩子們放學以後在河邊跑來跑去，"
    "老人坐在樹下說話。到了冬天，雪把屋頂都蓋住了，路上很少有人走。我在那裏住了三年，每天早上都去同一家店喫麵，"
    "店主記得每個人的口味，也記得每個人的名字。後來我搬到大城市工作，還常常想起那條河和那座橋，想起雪落在屋頂上"
    "的聲音，想起店主笑着把碗放在桌上的樣子。"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "店主名叫陳實(shí)秋，是本地人。",
        "店主養了一隻鱉(biē)在水缸裏。",
        "橋頭長(zhǎng)着一棵老樹。",
        "門前是欒(luán)樹，欒(luán)樹的花是黃的，欒(luán)樹不高。",
        "牆上寫着“讓(ràng)”，字很大。",
        "桌上有蝦、鱉(biē)、蟹。",
        "他對(duì)客人很好，對我也好。",
    ],
)
def test_a_reading_in_a_long_text_stays(sentence):
    assert CLEAN(STORY + sentence) == STORY + sentence


def test_every_edit_says_what_it_was():
    dirty = inject(TEXT, table_of(TEXT)).text
    result = CLEAN.explain(dirty)
    assert result.text == TEXT
    assert {row.why for row in result.findings} <= PinyinGloss.reasons
    assert result.undo() == dirty


def test_a_doubtful_gloss_is_noted():
    result = CLEAN.explain("經濟發(fā)展很快。")
    assert not result.changed
    assert [note.why for note in result.notes] == ["doubtful gloss"]


def test_a_hole_is_guessed_or_counted():
    rng = Random(3)
    pages = (inject(TEXT, random_table(rng, 40, keys_in(TEXT))) for _ in range(400))
    for page in [p for p in pages if p.lost_pairs][:8]:
        result = CLEAN.explain(page.text)
        whys = {row.why for row in result.findings}
        assert whys & {"hole left", "lost pair guessed"}
        assert result.text.count("\ufffd") <= result.lost


def test_lost_pairs_make_no_third_string():
    """Of hundreds of holes hardly one may get a character that never stood in the text."""
    rng = Random(11)
    keys = keys_in(TEXT)
    holes, invented = 0, 0
    for how in (Decoder("?", True), Decoder("\ufffd", False), Decoder("", False), Decoder("", True)):
        for _ in range(60):
            page = inject(TEXT, random_table(rng, 40, keys) | ODD, decoder=how)
            found = CLEAN(page.text)
            holes += len(page.holes)
            invented += sum(c not in TEXT and c not in page.text and c != "\ufffd" for c in found)
    assert holes > 100
    assert invented <= holes / 100


def test_the_forward_model_knows_its_holes():
    rng = Random(4)
    keys = keys_in(TEXT)
    for _ in range(100):
        page = inject(TEXT, random_table(rng, 40, keys) | ODD, decoder=Decoder(keep_user=False))
        assert len(page.holes) == page.lost_pairs + page.lost_bytes
        assert all(0 <= a < b <= min(a + 3, len(TEXT)) for a, b in page.holes)


def test_what_a_hole_says_is_no_evidence_for_itself():
    """The same scar many times over is as doubtful as one."""
    page = inject(TEXT, table_of(TEXT) | ODD)
    once = CLEAN(page.text)
    assert CLEAN(f"{page.text}\n" * 3) == f"{once}\n" * 3


@given(st.text(alphabet="發展學習水火(（)） ?\ufffda?ā,！是", max_size=30))
def test_no_finding_where_the_gate_is_closed(text):
    doc = Doc(text)
    if not doc.kinds & PinyinGloss.needs:
        assert not list(find(doc))


@given(st.text(alphabet="發展經濟學水火(（)） ?\ufffdfāzhǎnjīng,！", max_size=60))
def test_cleaning_twice_changes_nothing(text):
    once = CLEAN(text)
    assert CLEAN(once) == once


HOSTILE = [
    *[
        "(",
        "發(fā)",
        "?jīng)",
        "式?jīng)沒",
        "是?!案母铩币",
        "好??好",
        "\ufffd",
        "発(a b c d ",
        "发展(fzhn)",
    ],
    *[
        "a(b)",
        "(fa",
        "發(",
        "釋?zhuān)瑑",
        "烟(yan)台",
        "是\ufffd!\ud800",
        "好?！好",
        "吗?!你好",
        "式?jīng)]",
    ],
    *["發(fā )經(jīng)", "(fā)(fā)", "是?!案母铩币呀涢_", "是?!案母铩币呀案母铩币呀案母铩币呀"],
]


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_texts_end_soon(unit):
    text = unit * (200_000 // len(unit.encode("utf-8", "surrogatepass")))
    CLEAN(text)


def test_scars_that_differ_end_inside_the_timeout():
    rng = Random(5)
    keys = keys_in(TEXT)
    page = "".join(inject(TEXT, random_table(rng, 9, keys)).text for _ in range(40))
    assert CLEAN(CLEAN(page)) == CLEAN(page)


def test_a_scar_late_on_a_long_page_is_still_repaired():
    noise = "你去不去?!我不知道??他说;是吗?！真的?；好。"
    page = noise * 300 + "這是事實?!案母铩币呀涢_始"
    assert CLEAN(page) == noise * 300 + "這是事實。“改革”已經開始"


@pytest.mark.parametrize("marks", ["?!", "??", "?；", "?，", "?,", "?！", "\ufffd!", "?：", "?,，"])
def test_ordinary_marks_together_stay(marks):
    for text in (TEXT, "你今天去不去学校。我不知道，他说要下雨。那我们还是在家里看书吧，好不好。"):
        page = text.replace("。", marks).replace("，", marks)
        assert CLEAN(page) == page
