"""The main job: the sample articles, through the library, with an audit that explains every change."""

import json
from pathlib import Path

import pytest

from scrubtext import apply, clean, explain, invert

SAMPLES = Path(__file__).parent.parent / "corpus_samples"
NAMES = sorted(p.name for p in (SAMPLES / "raw").glob("*.txt"))


def read(folder, name):
    return (SAMPLES / folder / name).read_bytes().decode("utf-8")


def audit(result):
    return [
        {
            "filter": f.filter,
            "why": f.why,
            "start": f.start,
            "end": f.end,
            "old": f.old,
            "new": f.new,
        }
        for f in result.findings
        if f.kind == "edit"
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_default_preset_gives_the_expected_text(name):
    assert clean(read("raw", name)) == read("expected", name)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_clean_stays(name):
    assert clean(read("expected", name)) == read("expected", name)


@pytest.mark.parametrize("name", NAMES)
def test_the_audit(name, pytestconfig):
    raw = read("raw", name)
    result = explain(raw)
    assert result.text == clean(raw)
    rows = json.loads(json.dumps(result.edits))
    assert apply(raw, rows) == result.text
    assert apply(result.text, invert(rows)) == raw
    path = SAMPLES / "audit" / name.replace(".txt", ".json")
    if pytestconfig.getoption("--update-goldens"):
        path.parent.mkdir(exist_ok=True)
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in audit(result))
        path.write_text(f"[\n{lines}\n]\n", "utf-8")
    assert audit(result) == json.loads(path.read_text("utf-8"))


@pytest.mark.parametrize("name", NAMES)
def test_every_edit_names_the_right_span_of_the_original(name):
    raw = read("raw", name)
    for row in explain(raw).edits:
        assert raw[row.start : row.end] == row.old


def test_credits_and_dates_are_handed_back():
    assert explain(read("raw", "clean_article.txt")).meta == {"date": ["2025-01-07"]}
