"""A module imports from its own floor and below; filters never import one another; import is light."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import scrubtext

ROOT = Path(scrubtext.__file__).parent
FLOORS = [
    {"errors", "edit", "step", "chars"},
    {"doc", "tables", "excise", "plausibility", "compose", "verbatim", "notebook", "fields"},
    {"filters", "rewrite", "decoding", "escapes", "marks", "mojibake", "gloss", "spam", "furniture", "script"},
    {"pipeline", "presets", "config"},
    {"audit", "records", "testing"},
    {"run", "adapters"},
    {"cli"},
]
SOURCES = sorted(p for p in ROOT.rglob("*.py") if "data" not in p.parts)


def floor_of(name):
    found = [i for i, floor in enumerate(FLOORS) if name in floor]
    assert found, f"{name} stands on no floor: add it to FLOORS"
    return found[0]


def imports(path):
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("scrubtext."):
            yield (node.module or "").split(".")[1:]


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_downwards(path):
    here = path.relative_to(ROOT).with_suffix("").parts
    if here[0] in ("__init__", "__main__"):
        return
    for target in imports(path):
        assert floor_of(target[0]) <= floor_of(here[0]), (here, target)
        if here[0] == target[0] == "filters" and len(target) > 1:
            assert here[1] == "__init__" or list(here) == target, (here, target)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_files_and_functions_stay_small(path):
    text = path.read_text("utf-8")
    assert text.count("\n") <= 300, "two concepts in one file?"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef):
            assert (node.end_lineno or 0) - node.lineno < 60, node.name


def test_import_is_light():
    code = "import scrubtext, sys; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    heavy = {
        "numpy",
        "ftfy",
        "chardet",
        "bs4",
        "pandas",
        "pyarrow",
        "pyspark",
        "ray",
        "click",
        "rich",
    }
    assert not heavy & set(loaded.stdout.split())


def test_the_public_names_are_these():
    for name in scrubtext.__all__:
        assert getattr(scrubtext, name)
    with pytest.raises(AttributeError):
        scrubtext.nothing_of_that_name
    with pytest.raises(AttributeError):
        scrubtext.NothingOfThatName
