"""Golden cases: what each filter must leave alone, and what it must make of its dirt."""

import json
from pathlib import Path

import pytest

from scrubtext import apply, invert
from scrubtext.filters import ORDER, get
from scrubtext.pipeline import Pipeline

GOLDEN = Path(__file__).parent / "golden"


def load(kind):
    for name in ORDER:
        path = GOLDEN / f"{name}.json"
        if path.exists():
            for case in json.loads(path.read_text("utf-8"))[kind]:
                yield pytest.param(name, case, id=f"{name}-{case['label']}")


def options(case):
    return {k: tuple(v) if isinstance(v, list) else v for k, v in case.get("options", {}).items()}


@pytest.mark.parametrize(("name", "case"), list(load("untouched")))
def test_untouched(name, case):
    assert Pipeline([get(name)(**options(case))])(case["original"]) == case["original"]


@pytest.mark.parametrize(("name", "case"), list(load("changed")))
def test_changed(name, case):
    line = Pipeline([get(name)(**options(case))])
    result = line.explain(case["original"])
    assert result.text == case["cleaned"]
    if "reasons" in case:
        assert sorted({e.why for s in result.steps for e in s.changes}) == sorted(case["reasons"])
    rows = json.loads(json.dumps(result.edits))
    assert apply(case["original"], rows) == result.text
    assert apply(result.text, invert(rows)) == case["original"]
    assert line(result.text) == result.text
