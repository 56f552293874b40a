"""The exact cases users asked for: tests/fixtures/needs.jsonl (its fields are described in README)."""

import json
from pathlib import Path

import pytest

from scrubtext import clean, decode, explain
from scrubtext.filters import get

CASES = [
    json.loads(line)
    for line in (Path(__file__).parent / "fixtures" / "needs.jsonl").read_text("utf-8").splitlines()
]


def of(filter_, **more):
    chosen = [
        c for c in CASES if c["filter"] == filter_ and all(c.get(k) == v for k, v in more.items())
    ]
    return pytest.mark.parametrize("case", chosen, ids=lambda c: c["id"])


def options(case):
    return {"target": case["config"]} if case["filter"] == "script" else {}


@pytest.mark.parametrize(
    "case", [c for c in CASES if "expect" in c and c["filter"] != "decode"], ids=lambda c: c["id"]
)
def test_exact(case):
    made = clean(case["input"], get(case["filter"])(**options(case)))
    if case.get("short") and made == case["input"]:
        result = explain(case["input"], get("mojibake")())
        assert result.notes, "left, but without a note that lists the repair"
        assert clean(
            case["input"], get("mojibake")(lang="zh" if case["id"] in ("P28", "P29") else "fr")
        ) == case["expect"] or any(n.candidates for n in result.notes)
    else:
        assert made == case["expect"]


@pytest.mark.parametrize("case", [c for c in CASES if c.get("preset")], ids=lambda c: c["id"])
def test_presets_leave_them(case):
    for preset in ("gentle", case["preset"]):
        assert clean(case["input"], preset) == case["expect"]


@pytest.mark.parametrize("case", [c for c in CASES if "lost_min" in c], ids=lambda c: c["id"])
def test_loss_is_counted(case):
    result = explain(case["input"], get(case["filter"])())
    assert result.lost >= case["lost_min"]
    assert any(case.get("lost_as", "") in note.why for note in result.notes)
    assert result.text.startswith(case.get("expect_startswith", ""))


@of("pinyin_gloss")
def test_glosses_through_the_default_preset(case):
    assert clean(case["input"]) == case["expect"]


@of("decode")
def test_bytes(case):
    if case.get("build"):
        data = ("a" * 300_000).encode() + "上海".encode("gbk")
        assert decode(data).text.endswith(case["expect_endswith"])
    else:
        made = decode(bytes.fromhex(case["input_hex"]), declared=case.get("declared"))
        assert made.text == case["expect"]


def test_short_legacy_chinese_is_ambiguous_and_settled_by_the_language():
    made = decode(bytes.fromhex("c4e3bac3"))
    assert made.ambiguous
    assert "big5" in str(made.candidates).lower()
    assert not decode(bytes.fromhex("c4e3bac3"), lang="zh-Hans").ambiguous
