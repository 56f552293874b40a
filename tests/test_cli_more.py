"""The command's other manners: version, completion, configuration, rules, other packages' filters."""

import os
import subprocess
import sys
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from scrubtext import filters
from scrubtext.cli import main

ROOT = Path(__file__).parent.parent


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("好的，，走吧。零\u200b宽。\n", encoding="utf-8")
    return tmp_path


def test_version_and_fingerprint(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("scrubtext 0.")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell):
    env = {**os.environ, "_SCRUBTEXT_COMPLETE": f"{shell}_source"}
    code = "from scrubtext.cli import main; raise SystemExit(main())"
    done = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, check=False)
    assert b"_SCRUBTEXT_COMPLETE" in done.stdout


def test_configuration_is_found_in_the_folder(here, capsys):
    project = '[tool.scrubtext]\npreset = "zero"\n[[tool.scrubtext.filters]]\nname = "invisible"\n'
    (here / "pyproject.toml").write_text(project, encoding="utf-8")
    assert main(["clean", "a.txt", "-o", "b.txt"]) == 0
    assert (here / "b.txt").read_text("utf-8") == "好的，，走吧。零宽。\n"
    (here / "own.toml").write_text('preset = "zero"\n', encoding="utf-8")
    assert main(["clean", "a.txt", "-o", "c.txt", "--config", "own.toml"]) == 0
    assert (here / "c.txt").read_bytes() == (here / "a.txt").read_bytes()
    assert main(["clean", "a.txt", "-o", "d.txt", "--config", "own.toml", "--preset", "web"]) == 2
    assert "exclude each other" in capsys.readouterr().err


def test_rules_are_previewed(here, capsys):
    (here / "rules.txt").write_text("猜你还想看\n", encoding="utf-8")
    (here / "b.txt").write_text("正文。\n猜你还想看\n标题\n", encoding="utf-8")
    assert main(["check", ".", "--include", "[ab].txt", "--preview", "rules.txt"]) == 0
    assert "猜你还想看" in capsys.readouterr().out
    (here / "bad.txt").write_text("/.*/\n", encoding="utf-8")
    assert main(["check", ".", "--preview", "bad.txt"]) == 2
    assert "unbounded" in capsys.readouterr().err


OWN = '''
import re
from dataclasses import dataclass
from typing import ClassVar
from scrubtext import Edit

@dataclass(frozen=True, kw_only=True)
class Shout:
    """Exclamation marks in a row."""
    name: ClassVar[str] = "shout"
    reasons: ClassVar[frozenset[str]] = frozenset({"shouting"})
    keep: int = 1
    def __call__(self, doc):
        for m in re.finditer("！{2,}", doc.text):
            yield Edit(m.start() + self.keep, m.end(), "", "shouting")

@dataclass(frozen=True, kw_only=True)
class Broken(Shout):
    name: ClassVar[str] = "broken"
    def __call__(self, doc):
        yield Edit(0, 0, "!", "shouting")
'''


@pytest.fixture
def package(here, monkeypatch):
    """A package that offers two filters."""
    (here / "shouting.py").write_text(OWN, encoding="utf-8")
    monkeypatch.syspath_prepend(str(here))
    points = [
        EntryPoint(name, f"shouting:{name.capitalize()}", "scrubtext.filters")
        for name in ("shout", "broken")
    ]
    monkeypatch.setattr("importlib.metadata.entry_points", lambda group: points)
    filters.foreign.cache_clear()
    yield here
    filters.foreign.cache_clear()
    sys.modules.pop("shouting", None)


def test_filters_of_other_packages(package, capsys):
    (package / "b.txt").write_text("走！！！零\u200b宽", encoding="utf-8")
    assert main(["clean", "b.txt", "--only", "shout", "-o", "c.txt"]) == 0
    assert (package / "c.txt").read_text("utf-8") == "走！零\u200b宽"
    own = 'preset = "zero"\n[[filters]]\nname = "shout"\nkeep = 2\n'
    (package / "own.toml").write_text(own, encoding="utf-8")
    assert main(["clean", "b.txt", "-c", "own.toml", "-o", "d.txt"]) == 0
    assert (package / "d.txt").read_text("utf-8") == "走！！零\u200b宽"
    assert main(["filters", "shout"]) == 0
    assert "Exclamation marks in a row." in capsys.readouterr().out


def test_filters_of_other_packages_are_held_to_the_laws(package, capsys):
    assert main(["filters", "--check", "shout"]) == 0
    assert main(["filters", "--check"]) == 1
    out = capsys.readouterr().out
    assert "broken: a filter changes nothing the second time" in out
    assert "shout:" not in out


def test_every_verb_is_documented():
    from scrubtext.cli import group

    page = (ROOT / "docs/command-line.md").read_text("utf-8")
    for name, verb in group.commands.items():
        assert f"`scrubtext {name}" in page
        assert "In Python:" in (verb.help or ""), f"{name} does not name its twin"


def test_every_format_is_documented():
    from scrubtext.records import FORMATS

    page = (ROOT / "docs/formats.md").read_text("utf-8")
    for name, (_, _, endings) in FORMATS.items():
        assert f"`{name}`" in page
        assert all(f"`{ending}`" in page for ending in endings if ending != ".text")
