"""The patch arithmetic against a table that knows every character's origin."""

import json
import pickle

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrubtext import apply, invert
from scrubtext.edit import Edit, Recast, splice
from scrubtext.errors import PatchError
from scrubtext.pipeline import Result
from scrubtext.step import Step

LETTERS = "ab你\n😀\ud83d\ude00"


@st.composite
def edits_for(draw, text):
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    pairs = list(zip(cuts[::2], cuts[1::2], strict=False))
    made = [Edit(a, b, draw(st.text("XY", max_size=3)), "because") for a, b in pairs]
    return tuple(e for e in made if text[e.start : e.end] != e.new)


@st.composite
def chains(draw, length=3):
    text = original = draw(st.text(LETTERS, max_size=12))
    steps = []
    for k in range(draw(st.integers(0, length))):
        if draw(st.integers(0, 3)) == 0:
            again = "".join(draw(st.sampled_from([c, c, "Z"])) for c in text)
            recast = Recast(again, "recast") if again != text else None
        else:
            again, recast = text, None
        edits = draw(edits_for(text))
        step = Step(f"f{k}", text, splice(again, edits), edits, recast)
        steps.append(step)
        text = step.after
    return Result(original, text, tuple(steps))


def origins(text, changes):
    """For every character after ``changes``: the span it comes from."""
    out, at = [], 0
    for e in changes:
        out += [(i, i + 1) for i in range(at, e.start)] + [(e.start, e.end)] * len(e.new)
        at = e.end
    return out + [(i, i + 1) for i in range(at, len(text))]


@settings(max_examples=600)
@given(chains())
def test_the_patch_gives_the_text_and_back(result):
    rows = json.loads(json.dumps(result.edits))
    assert apply(result.original, rows) == result.text
    assert apply(result.text, invert(rows)) == result.original
    assert result.undo() == result.original
    assert pickle.loads(pickle.dumps(result)) == result


@settings(max_examples=600)
@given(chains())
def test_rows_are_disjoint_and_never_idle(result):
    at = 0
    for row in result.edits:
        assert at <= row.start <= row.end
        assert result.original[row.start : row.end] == row.old
        at = row.end


@settings(max_examples=600)
@given(chains(1))
def test_every_character_knows_where_it_comes_from(result):
    for step in result.steps:
        assert splice(step.before, step.changes) == step.after
        table = origins(step.before, step.changes)
        assert [step.origin(i) for i in range(len(step.after))] == table


@settings(max_examples=600)
@given(chains())
def test_kept_characters_map_to_themselves(result):
    for i, char in enumerate(result.text):
        start, end = result.to_original(i)
        assert 0 <= start <= end <= len(result.original)
        if char not in "XYZ":
            assert char in result.original[start:end]


@given(chains())
def test_findings_lie_inside_the_original(result):
    for row in result.findings:
        assert 0 <= row.start <= row.end <= len(result.original)


def test_overlapping_edits_are_refused():
    with pytest.raises(PatchError, match="overlaps"):
        splice("abc", [Edit(0, 2), Edit(1, 3)])


def test_a_patch_for_another_text_is_refused():
    with pytest.raises(PatchError, match="does not fit"):
        apply("abc", [(0, 1, "x", "y", "f", "why")])
