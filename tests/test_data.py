"""Every data file says what it is, and is used."""

from importlib.resources import files
from pathlib import Path

import pytest

import scrubtext
from scrubtext.tables import header, rows

DATA = files("scrubtext") / "data"
NAMES = sorted(e.name for e in DATA.iterdir() if e.name.endswith((".tsv", ".tsv.gz", ".txt")))
SOURCE = "\n".join(p.read_text("utf-8") for p in Path(scrubtext.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("name", NAMES)
def test_the_header_says_what_source_licence_and_use(name):
    head = header(name).lower()
    assert len(head.split("\n")[0]) > 20, "the first line says what it is"
    for word in ("source:", "licence:", "used by:", "not for:"):
        assert word in head, f"{name} has no '{word}' in its header"


@pytest.mark.parametrize("name", NAMES)
def test_entries_are_unique(name):
    entries = rows(name)
    assert entries
    assert len(set(entries)) == len(entries)


@pytest.mark.parametrize("name", ["trailer_markers.tsv", "placeholder_lines.tsv"])
def test_alternatives_are_not_nested(name):
    """``expand`` knows one level of brackets and no escapes."""
    for row in rows(name):
        depth = 0
        for c in row[0]:
            depth += (c == "(") - (c == ")")
            assert depth in (0, 1), row[0]
        assert depth == 0, row[0]
        assert "\\" not in row[0], row[0]


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_read_by_somebody(name):
    assert name in SOURCE


@pytest.mark.parametrize("name", ["page_topics.tsv", "page_signs.tsv"])
def test_every_list_of_words_is_asked_for(name):
    for what in {row[-1] for row in rows(name)}:
        assert f'"{what}"' in SOURCE, what


def test_every_pattern_of_lines_compiles():
    """They are compiled when a line begins like them: a broken one would wait for its line."""
    from scrubtext.furniture.entries import _forms, _pages
    from scrubtext.furniture.head_words import buttons
    from scrubtext.furniture.interlude import _forms as interlude_forms

    listed = [_pages(letters)[1] for letters in ("latin", "zh", "ja", "ko", "ru", "ar")]
    for forms in (*listed, _forms()[1], interlude_forms()[1], buttons()):
        assert forms.compiled(), "a list of patterns is empty"
