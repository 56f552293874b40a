"""What must be documented is documented: every filter, verb, preset and reason."""

from pathlib import Path

import pytest

from scrubtext.filters import ORDER, get
from scrubtext.presets import PRESETS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", ORDER)
def test_every_filter_explains_itself(name):
    text = get(name).__doc__ or ""
    assert len(text) > 200
    assert ">>>" in text, "an example that runs"
    assert get(name).name == name
    assert get(name).reasons


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_is_in_the_readme(preset):
    assert f"`{preset}`" in README


@pytest.mark.parametrize("name", ORDER)
def test_every_filter_is_in_the_generated_page(name):
    page = (ROOT / "docs" / "filters.md").read_text("utf-8")
    assert f"## {name}" in page
    for reason in get(name).reasons:
        assert reason in page


def test_the_generated_page_is_up_to_date():
    from docs_filters import page

    assert (ROOT / "docs" / "filters.md").read_text("utf-8") == page()


@pytest.mark.parametrize("verb", ["clean", "check", "explain", "report", "filters", "decode"])
def test_every_verb_is_documented(verb):
    page = (ROOT / "docs" / "command-line.md").read_text("utf-8")
    assert f"scrubtext {verb}" in page
    assert f"scrubtext {verb}" in README
