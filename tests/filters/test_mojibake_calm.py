"""Ordinary things of clean Chinese open no gate and start no search; garble beside them is found."""

import random

import pytest

import scrubtext
from scrubtext.doc import Doc
from scrubtext.filters.mojibake import Mojibake
from scrubtext.mojibake.bound import promising
from scrubtext.mojibake.gate import regions
from scrubtext.mojibake.judge import weigh
from scrubtext.mojibake.odd import suspicious
from scrubtext.mojibake.propose import legacy_readings, utf8_readings, views_of
from scrubtext.plausibility import nats, pair_nat

PLAIN = "今天上午我们去学校开会，大家一起讨论了下个月的工作，会后又到食堂吃饭。" * 8
WORDS = ["花间有蝴蝶飞过", "孩子们蹦蹦跳跳地走了", "交通瘫痪了一天", "他昏昏沉沉，咳嗽不止"]
SIGNS = ["比分是72∶67", "死亡率是3‰", "气温35℃", "△本报讯", "第Ⅱ型火箭", "①先②后", "宽3×4米"]


@pytest.mark.parametrize("there", [*WORDS, *SIGNS])
def test_what_is_ordinary_opens_no_gate(there):
    assert regions(Doc(PLAIN + there + "。" + PLAIN)) == []


@pytest.mark.parametrize("there", [*WORDS, *SIGNS])
def test_garble_beside_it_is_found(there):
    right = PLAIN + there + "。\n关于我们的公司\n" + PLAIN
    given = right.replace("关于我们的公司", "关于我们的公司".encode().decode("gbk", "replace"))
    assert "关于我们的公" in scrubtext.clean(given, Mojibake())


@pytest.mark.parametrize(
    "line",
    [
        "全年增长31．5％；利润1．4万元，其中1／3用于修路。",
        "客队以72∶83负于主队，有7篇文章和4辆车。",
        "谢赫·哈西娜和亨利·卡尔森出席了会议。",
        "这架Ｌ－410型飞机和第Ⅱ型火箭都在展览。",
    ],
)
def test_ordinary_signs_start_no_search(line):
    assert not suspicious(line)


def test_a_pair_alone_has_the_number_it_has_in_a_text():
    for pair in ("蝴蝶", "我们", "瘫痪"):
        assert pair_nat(*pair) == pytest.approx(float(nats(pair)[1]))
    assert pair_nat("栓", "瘫") == float("-inf")


@pytest.mark.parametrize("lang", [None, "zh", "ru"])
def test_no_reading_is_left_out_that_gains(lang):
    rng = random.Random(3)
    for right in ("关于我们的公司", "Привет, мир", "안녕하세요 여러분", "naïve café", "文字化けのテスト"):
        for wrote, read in (("utf-8", "gb18030"), ("utf-8", "cp1252"), ("cp949", "gb18030"), ("koi8-r", "cp1251")):
            garbled = right.encode(wrote, "ignore").decode(read, "replace")
            line = PLAIN[: rng.randrange(9)] + garbled + PLAIN[: rng.randrange(9)]
            views = views_of(line)
            found = [*utf8_readings(line, views), *legacy_readings(line, views)]
            kept = {r[:4] for r in promising(line, found, lang, 0.5)}
            lost = [v for v in weigh(line, found, lang) if v.reading[:4] not in kept and v.gain > 0.5]
            assert all(v.gain < 2.2 * v.fresh and v.reading.wrote != "utf-8" for v in lost)


def test_what_was_seen_before_decides_nothing():
    """The start of a text has no neighbours before it, whatever earlier texts had."""
    from scrubtext.doc import Doc
    from scrubtext.mojibake.quiet import calm

    first = calm(Doc("闊횕ᆴ笛"))
    calm(Doc("丹"))
    assert calm(Doc("闊횕ᆴ笛")) is first
    assert calm(Doc("r丹中文的中文的")) == calm(Doc("的r丹中文的中文的"))
