"""Bytes to text, one stage after another, and the exact cases users asked for."""

import json
from pathlib import Path

import pytest

from scrubtext import decode
from scrubtext.decoding.codepages import read
from scrubtext.decoding.euc_tw import read_euc_tw
from scrubtext.decoding.labels import normalise
from scrubtext.errors import UsageError

CASES = [
    case
    for line in (Path(__file__).parent / "fixtures" / "needs.jsonl").read_text("utf-8").splitlines()
    if (case := json.loads(line))["filter"] == "decode" and case.get("input_hex")
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
def test_exact_cases(case):
    made = decode(bytes.fromhex(case["input_hex"]), declared=case.get("declared"))
    assert made.text == case["expect"]


def test_text_is_refused_with_a_hint():
    with pytest.raises(UsageError, match="bytes"):
        decode("text")


GBK = "关于我们的产品，请看下一页。".encode("gbk")
PAGE = b"<html><head>%s<title>%s</title></head><body>" + GBK + b"</body></html>"


@pytest.mark.parametrize("header", [None, "utf-8", "text/html; charset=iso-8859-1", "iso-8859–1", "big5"])
@pytest.mark.parametrize("meta", [b"", b"<meta charset=gb2312>", b'<meta charset="utf-8">',
                                  b" " * 1500 + b'<meta http-equiv="Content-Type" content="text/html; charset=gb2312">'])
def test_header_meta_and_bytes_disagree(header, meta):
    made = decode(PAGE % (meta, "标题".encode("gbk")), declared=header)
    assert "关于我们的产品，请看下一页。" in made.text
    assert made.encoding == "gb18030"


@pytest.mark.parametrize("header", ["gbk", "iso-8859-1", "shift_jis", "utf-16"])
def test_a_wrong_header_loses_against_utf8(header):
    text = "关于我们的产品，请看下一页。"
    assert decode(text.encode(), declared=header).text == text


@pytest.mark.parametrize(
    ("label", "name"),
    [("GB2312", "gb18030"), ("'gbk'", "gb18030"), ("gb-2312", "gb18030"), ("x-sjis", "cp932"),
     ("iso-8859–1", "cp1252"), ("latin1", "cp1252"), ("utf8mb4", "utf-8"), ("UFT-8", "utf-8"),
     ("big5", "big5hkscs"), ("ks_c_5601-1987", "cp949"), ("tis-620", "cp874"), ("iso-8859-9", "cp1254"),
     ("text/html; charset=\"GBK\"", "gb18030"), ("utf-8, gbk", "utf-8"), ("", None), ("text/html", None),
     ("none", None)],
)
def test_labels_as_the_web_means_them(label, name):
    assert normalise(label) == name


def test_euro_and_the_user_defined_area():
    assert decode("价格".encode("gbk") + b"\x80" + "一百二十元，不含税".encode("gbk")).text == "价格€一百二十元，不含税"
    made = decode("这里有一个自造的字：".encode("gbk") + b"\xaa\xa1" + "，请看".encode("gbk"))
    assert made.text == "这里有一个自造的字：\ue000，请看"
    assert not made.bad_bytes


def test_mapping_traps():
    assert decode("波の〜".encode("cp932", "ignore") + b"\x81\x60", declared="sjis").text.endswith("～")
    assert decode(b"\xa1\xa4", declared="gbk").text == "·"
    assert read(b"\xad\xa1\xad\xb5", "euc_jp")[0] == "①Ⅰ"
    assert read(b"\xa3\xe1\xf9\xd6", "big5hkscs")[0] == "€碁"


def test_euc_tw():
    data = bytes.fromhex("c4e3c5c6")
    assert len(read_euc_tw(data)[0]) == 2
    assert read_euc_tw(b"\x8e\xa1" + data[:2])[0] == read_euc_tw(data[:2])[0]
    assert read_euc_tw(b"a\x8e\xa1\xc4") == ("a\ufffd", (1,), 3)


@pytest.mark.parametrize("encoding", ["gbk", "utf-8"])
def test_one_bad_byte_in_ten_thousand(encoding):
    text = "学习编程最要紧的是多写多改，不怕出错。" * 250
    data = text.encode(encoding)
    at = len(text[:2000].encode(encoding))
    made = decode(data[:at] + b"\xff" + data[at:])
    assert made.text == text[:2000] + "\ufffd" + text[2000:]
    assert (made.bad_bytes, made.bad_offsets) == (1, (at,))
    assert made.encoding == ("utf-8" if encoding == "utf-8" else "gb18030")


def test_mixed_lines_keep_their_spans():
    lines = [("今天天气很好，我们去爬山。\n", "utf-8"), ("第二行是用国标码写的。\n", "gbk"), ("plain\n", "ascii"),
             ("最后一行又是统一码。\n", "utf-8")]
    data = b"".join(text.encode(name) for text, name in lines)
    made = decode(data)
    assert made.text == "".join(text for text, _ in lines)
    assert [s.encoding for s in made.segments] == ["utf-8", "gb18030", "utf-8"]
    assert made.mixed
    for s in made.segments:
        assert data[s.byte_start : s.byte_end].decode(s.encoding) == made.text[s.start : s.end]


def test_western_text_is_not_chinese():
    for text in ("» Résumé «", "[°4°0°T°C]", "25 °C ± 0.5 °C", "naïve café", "Größe: 5 µm", "El Niño"):
        assert decode(text.encode("cp1252")).text == text


def test_the_language_settles_short_strings():
    for word in ("北京", "上海", "你好", "安徽"):
        made = decode(word.encode("gbk"), lang="zh-Hans")
        assert (made.text, made.ambiguous) == (word, False)
    assert decode("台灣".encode("big5"), lang="zh-Hant").text == "台灣"
    assert decode("привет".encode("koi8-r"), lang="ru").text == "привет"


def test_confidence_adds_up_and_is_ranked():
    made = decode(bytes.fromhex("c4e3bac3"))
    shares = [c.confidence for c in made.candidates]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) <= 1.001
    assert made.confidence == shares[0]


def test_byte_order_marks_never_leak():
    for encoding in ("utf-8-sig", "utf-16", "utf-32"):
        assert decode("中文 text".encode(encoding)).text == "中文 text"
    assert decode(b"\xef\xbb\xbf" * 2 + b"x").text == "x"
    assert decode(b"\xff\xfe").text == ""


def test_seven_bits():
    for encoding in ("iso2022_jp", "iso2022_kr", "hz"):
        text = {"iso2022_kr": "한국어 시험", "hz": "中文测试"}.get(encoding, "日本語テスト")
        assert decode(text.encode(encoding)).text == text
    assert decode(b"ls ~{a,b}~").text == "ls ~{a,b}~"


def test_empty_and_odd_types():
    assert decode(b"").text == ""
    assert decode(bytearray(b"ok")).text == decode(memoryview(b"ok")).text == "ok"


def test_what_no_language_reads_like_is_called_ambiguous():
    data = bytes((i * i * 7 + i * 31) % 256 for i in range(3000))
    made = decode(data)
    assert made.ambiguous
    assert len(made.text) == len(data)


def cesu8(text):
    """UTF-8 with two surrogates of three bytes each for what is beyond the BMP."""
    units = text.encode("utf-16-le")
    pairs = (int.from_bytes(units[i : i + 2], "little") for i in range(0, len(units), 2))
    return "".join(map(chr, pairs)).encode("utf-8", "surrogatepass")


@pytest.mark.parametrize("text", ["😀", "今天很高兴😀，明天见🎉。", "plain text and one 👍", "𠮷野家"])
def test_cesu_8_is_read_as_what_it_stands_for(text):
    made = decode(cesu8(text))
    assert (made.text, made.encoding, made.bad_bytes) == (text, "utf-8", 0)
    assert made.segments[-1][:4] == (0, len(cesu8(text)), 0, len(text))


def test_half_a_pair_is_no_cesu_8():
    assert decode("今天很高兴".encode() + b"\xed\xa0\xbd" + "明天见".encode()).bad_bytes
