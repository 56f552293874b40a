"""The sample articles in both scripts, with their marks by context: read by eye, and what must hold."""

import re
from pathlib import Path

import pytest

from scrubtext import apply, clean, explain, invert

SAMPLES = Path(__file__).parent.parent / "corpus_samples"
NAMES = sorted(p.name for p in (SAMPLES / "raw").glob("*.txt"))
PRESETS = ("zh_hans", "zh_hant")
CASES = [(preset, name) for preset in PRESETS for name in NAMES]

HALF_BETWEEN_HAN = re.compile(r"[\u4e00-\u9fff][”’」』）]?[,;:!?] ?[“‘「『（]?[\u4e00-\u9fff]")
FULL_IN_LATIN = re.compile(
    r"[A-Za-z] ?[，。；：！？] ?[A-Za-z]+ [A-Za-z]|\d[，。：]\d|[Ａ-Ｚａ-ｚ０-９]|\d％"
)
HAN_IN_HALF_BRACKETS = re.compile(r"\([^()\n]*[\u4e00-\u9fff][^()\n]*\)")
LATIN_IN_FULL_BRACKETS = re.compile(r"[A-Za-z] ?（[ -~]+） ?[A-Za-z]")
STRAIGHT_QUOTE = re.compile(r"[\u4e00-\u9fff，。][\"']|[\"'][\u4e00-\u9fff]")


def read(folder, name):
    return (SAMPLES / folder / name).read_bytes().decode("utf-8")


@pytest.mark.parametrize(("preset", "name"), CASES)
def test_the_preset_gives_the_golden(preset, name):
    result = explain(read("raw", name), preset)
    assert result.text == read(preset, name)
    assert apply(result.original, result.edits) == result.text
    assert apply(result.text, invert(result.edits)) == result.original


@pytest.mark.parametrize(("preset", "name"), CASES)
def test_once_is_enough(preset, name):
    golden = read(preset, name)
    assert clean(golden, preset) == golden


@pytest.mark.parametrize(("preset", "name"), CASES)
def test_from_the_expected_text_too(preset, name):
    assert clean(read("expected", name), preset) == read(preset, name)


@pytest.mark.parametrize(("preset", "name"), CASES)
@pytest.mark.parametrize(
    "wrong",
    [HALF_BETWEEN_HAN, FULL_IN_LATIN, HAN_IN_HALF_BRACKETS, LATIN_IN_FULL_BRACKETS, STRAIGHT_QUOTE],
)
def test_marks_follow_what_they_stand_in(preset, name, wrong):
    assert not wrong.findall(read(preset, name))
