"""Leaked fields: what Result.meta hands back, hostile input."""


import pytest

from scrubtext.filters.field_label import FieldLabel
from scrubtext.pipeline import Pipeline

LINE = Pipeline([FieldLabel()])
PROSE = "想知道老街的修缮有什么进展？下面是工匠们的说法，读者可以自己判断。"


def test_two_adjacent_edits_and_only_the_value_in_meta():
    r = LINE.explain(f" date 2025-01-07 {PROSE}")
    assert r.text == PROSE
    assert [e.why for e in r.steps[0].edits] == ["date label", "date value"]
    assert r.steps[0].edits[0].end == r.steps[0].edits[1].start
    assert r.meta == {"date": ["2025-01-07"]}


def test_chain_of_fields_in_meta():
    r = LINE.explain(f"date 2025-01-07 source 老街报 author 林间 {PROSE}")
    assert r.text == PROSE
    assert r.meta == {"date": ["2025-01-07"], "credit": ["老街报", "林间"]}


@pytest.mark.parametrize(
    "text", ["date " * 200_000, "date 2025-01-07 " * 60_000, "id 1234567 " + "9" * 1_000_000, " " * 1_000_000]
)
def test_hostile_input_ends(text):
    LINE(text)
