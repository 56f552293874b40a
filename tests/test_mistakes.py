"""Configurations, names and types that are wrong: exit code 2, and a line that says what and where."""

import pytest

from scrubtext import Pipeline
from scrubtext.cli import main
from scrubtext.errors import ConfigError
from scrubtext.filters import get

VALUES = [
    ("mojibake", "min_gain", '"x"', "min_gain takes a number, not 'x'"),
    ("mojibake", "min_gain", "true", "min_gain takes a number, not True"),
    ("mojibake", "lang", "5", "lang takes a string, not 5"),
    ("mojibake", "lang", '"xx"', "unknown language 'xx'"),
    ("mojibake", "irreversible", '"drop"', "irreversible takes one of keep, replace, remove, not 'drop'"),
    ("trailer", "min_body", '"20"', "min_body takes a whole number, not '20'"),
    ("trailer", "keep_share", '"no"', "keep_share takes true or false, not 'no'"),
    ("blank_run", "max_blank", "-1", "max_blank takes a whole number from 0 on, not -1"),
    ("blank_run", "max_blank", "1.5", "max_blank takes a whole number, not 1.5"),
    ("contact", "kinds", '"mail"', "kinds takes a list of strings, not 'mail'"),
    ("contact", "kinds", "[1]", "kinds takes a list of strings, not (1,)"),
    ("script", "protect", '"头发"', "protect takes a list of strings, not '头发'"),
]


def wrong(tmp_path, capfd, *args, toml=""):
    (tmp_path / "a.txt").write_text("你好。\n", encoding="utf-8")
    (tmp_path / "c.toml").write_text(toml, encoding="utf-8")
    code = main([a.replace("DIR", str(tmp_path)) for a in args])
    said = capfd.readouterr()
    assert code == 2, said
    assert said.out == ""
    return said.err


@pytest.mark.parametrize(("name", "field", "value", "line"), VALUES)
def test_a_value_of_another_type(tmp_path, capfd, name, field, value, line):
    toml = f'[[filters]]\nname = "{name}"\n{field} = {value}\n'
    said = wrong(tmp_path, capfd, "check", "-c", "DIR/c.toml", "DIR/a.txt", toml=toml)
    assert line in said
    assert "c.toml" in said


@pytest.mark.parametrize(("name", "field", "value"), [
    ("mojibake", "min_gain", "x"), ("trailer", "keep_share", 1), ("blank_run", "max_blank", -1),
    ("contact", "kinds", "mail"), ("mojibake", "min_note", float("nan")), ("width", "kana", None),
])  # fmt: skip
def test_a_value_of_another_type_in_python(name, field, value):
    with pytest.raises(ConfigError, match=f"{name}: {field} takes .*, not "):
        get(name)(**{field: value})


def test_values_of_the_right_type():
    assert get("mojibake")(min_gain=10, lang="zh-TW").min_gain == 10
    assert Pipeline([get("contact")(kinds=("mail",)), get("mojibake")(lang="pt_BR")])


@pytest.mark.parametrize(("toml", "line"), [
    ('skip = "trailer"', "skip takes a list of filter names"),
    ('filters = "trailer"', "filters takes tables, [[filters]]"),
    ("preset = 5", "preset takes the name of a preset, not 5"),
    ("order = 5", "order takes one of"),
])  # fmt: skip
def test_a_key_of_another_type(tmp_path, capfd, toml, line):
    assert line in wrong(tmp_path, capfd, "check", "-c", "DIR/c.toml", "DIR/a.txt", toml=toml)


@pytest.mark.parametrize(("text", "line"), [
    ("[tool.scrubtext\n", "pyproject.toml: not TOML"),
    ("[tool]\nscrubtext = 5\n", "tool.scrubtext is a table"),
])  # fmt: skip
def test_a_broken_project_file(tmp_path, capfd, monkeypatch, text, line):
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert line in wrong(tmp_path, capfd, "clean", "DIR/a.txt")


def test_a_project_file_about_other_tools(tmp_path, monkeypatch, capfd):
    (tmp_path / "pyproject.toml").write_text("[project]\nname = 'x'\n", encoding="utf-8")
    (tmp_path / "a.txt").write_text("你好。\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["check", "a.txt"]) == 0


@pytest.mark.parametrize(("args", "line"), [
    (("clean", "DIR/a.txt", "--encoding", "utf8x"), "unknown encoding 'utf8x'; did you mean 'utf-8'?"),
    (("check", "DIR/a.txt", "--lang", "zz"), "unknown language 'zz'; did you mean 'zh'?"),
    (("decode", "DIR/a.txt", "--lang", "zz"), "unknown language 'zz'"),
    (("decode", "DIR/a.txt", "--encoding", "klingon"), "unknown encoding 'klingon'"),
])  # fmt: skip
def test_names_that_do_not_exist(tmp_path, capfd, args, line):
    assert line in wrong(tmp_path, capfd, *args)


def test_names_as_pages_write_them(tmp_path):
    (tmp_path / "a.txt").write_text("你好。\n", encoding="utf-8")
    flags = ["--encoding", "text/html; charset=GB2312", "--lang", "zh-TW"]
    assert main(["check", str(tmp_path / "a.txt"), *flags]) == 0


def test_a_limit_on_a_reason_that_does_not_exist(tmp_path, capfd):
    audit = str(tmp_path / "audit.jsonl")
    (tmp_path / "b.txt").write_text("好的，，走吧。\n", encoding="utf-8")
    assert main(["clean", str(tmp_path / "b.txt"), "--audit", audit, "-q"]) == 0
    capfd.readouterr()
    said = wrong(tmp_path, capfd, "report", audit, "--fail-over", "mojibake/xyz=0%")
    assert "unknown reason of mojibake 'xyz'" in said
    said = wrong(tmp_path, capfd, "report", audit, "--fail-over", "doubled_punctuation/doubled mrk=0")
    assert "did you mean 'doubled mark'?" in said
    assert main(["report", audit, "--fail-over", "doubled_punctuation/doubled mark=90%"]) == 0
