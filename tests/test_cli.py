"""The command on text: what comes out, what is said, which exit code; bad input costs itself only."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from scrubtext.cli import main

ONLY = ["--only", "pinyin_gloss", "--only", "doubled_punctuation", "--only", "invisible"]
DIRTY = "開源模式的發(fā)展、技術(shù)與風(fēng)險(xiǎn)。好的，，走吧。\n"
CLEAN = "開源模式的發展、技術與風險。好的，走吧。\n"


def scrubtext(*args, stdin=b"", env=None, cwd=None):
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "scrubtext", *map(str, args)],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env={**os.environ, **(env or {})},
    )


@pytest.fixture
def folder(tmp_path):
    """A folder with a dirty file, a clean one below, and one in GBK."""
    top = tmp_path / "in"
    (top / "sub").mkdir(parents=True)
    (top / "dirty.txt").write_bytes(DIRTY.encode())
    (top / "sub" / "clean.txt").write_bytes("你好。\r\n再见。\r\n".encode())
    (top / "sub" / "gbk.txt").write_bytes(("这是一个国标码的文件，里面有很多汉字。" * 4).encode("gbk"))
    return top


def test_a_folder_keeps_its_structure(folder, tmp_path, capfd):
    assert main(["clean", str(folder), "-o", str(tmp_path / "out"), *ONLY]) == 0
    out = tmp_path / "out"
    assert sorted(p.relative_to(out).as_posix() for p in out.rglob("*")) == [
        "dirty.txt", "sub", "sub/clean.txt", "sub/gbk.txt",
    ]  # fmt: skip
    assert (out / "dirty.txt").read_bytes() == CLEAN.encode()
    assert (out / "sub/clean.txt").read_bytes() == "你好。\r\n再见。\r\n".encode()
    assert (out / "sub/gbk.txt").read_text("utf-8").startswith("这是一个国标码的文件")
    said = capfd.readouterr()
    assert said.out == ""
    assert "3 of 3 files" in said.err
    assert "pinyin_gloss" in said.err


def test_one_file_to_standard_output_and_from_standard_input(folder):
    done = scrubtext("clean", folder / "dirty.txt", *ONLY)
    assert (done.returncode, done.stdout) == (0, CLEAN.encode())
    done = scrubtext("clean", "-", *ONLY, stdin=DIRTY.encode())
    assert (done.returncode, done.stdout) == (0, CLEAN.encode())


def test_nothing_is_overwritten_unless_asked(folder, tmp_path, capsys):
    args = ["clean", str(folder), "-o", str(tmp_path / "out"), *ONLY]
    assert main(args) == 0
    before = (tmp_path / "out/dirty.txt").stat().st_mtime_ns
    assert main(args) == 2
    assert "--force" in capsys.readouterr().err
    assert (tmp_path / "out/dirty.txt").stat().st_mtime_ns == before
    assert main([*args, "--force"]) == 0


def test_in_place(folder):
    assert main(["clean", str(folder), "--in-place", *ONLY]) == 0
    assert (folder / "dirty.txt").read_bytes() == CLEAN.encode()
    assert main(["check", str(folder), *ONLY]) == 0


def test_a_second_run_over_the_output_changes_nothing(folder, tmp_path, capsys):
    assert main(["clean", str(folder), "-o", str(tmp_path / "out"), *ONLY]) == 0
    assert main(["check", str(tmp_path / "out"), *ONLY]) == 0
    assert capsys.readouterr().out == ""


def test_check_names_the_files_and_shows_the_difference(folder, capsys):
    assert main(["check", str(folder), *ONLY]) == 1
    out = capsys.readouterr().out
    assert "dirty.txt: pinyin_gloss 4, doubled_punctuation 1" in out
    assert "gbk.txt: not plain UTF-8" in out
    assert "clean.txt" not in out
    assert main(["check", str(folder / "dirty.txt"), "--diff", *ONLY]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[-2:] == ["-" + DIRTY.strip(), "+" + CLEAN.strip()]


def test_dry_run_writes_nothing(folder, tmp_path, capsys):
    before = sorted(tmp_path.rglob("*"))
    args = ["clean", str(folder), "-o", str(tmp_path / "out"), "--dry-run", *ONLY]
    assert main([*args, "--audit", str(tmp_path / "a.jsonl")]) == 0
    assert sorted(tmp_path.rglob("*")) == before
    assert "pinyin_gloss" in capsys.readouterr().err


def test_explain_shows_reason_and_place(folder, capsys):
    assert main(["explain", str(folder / "dirty.txt"), *ONLY]) == 0
    out = capsys.readouterr().out
    assert "dirty.txt:1:7: pinyin_gloss: bracketed syllable" in out
    assert "~~~~" in out
    assert main(["explain", str(folder / "dirty.txt"), "--json", *ONLY]) == 0
    data = json.loads(capsys.readouterr().out)["fields"]["text"]
    import scrubtext as library

    assert library.apply(data["text"], library.invert(data["edits"])) == DIRTY


def test_filters_and_decode(folder, capfd):
    assert main(["filters", "pinyin_gloss"]) == 0
    assert "bracketed syllable" in capfd.readouterr().out
    assert main(["filters", "pinyin_glos"]) == 2
    assert "did you mean 'pinyin_gloss'" in capfd.readouterr().err
    done = scrubtext("decode", folder / "sub/gbk.txt")
    assert done.stdout.decode().startswith("这是一个国标码的文件")
    assert b"gb18030" in done.stderr
    assert main(["decode", "--json", str(folder / "sub/gbk.txt")]) == 0
    assert json.loads(capfd.readouterr().out)["encoding"] == "gb18030"


BAD_USE = [
    (["clean", "IN", "-o", "OUT", "--preset", "wbe"], "did you mean 'web'"),
    (["clean", "IN", "-o", "OUT", "--only", "trailr"], "did you mean 'trailer'"),
    (["clean", "IN", "-o", "OUT", "--config", "BROKEN"], "not TOML"),
    (["clean", "IN", "-o", "OUT", "--config", "nowhere.toml"], "cannot be read"),
    (["clean", "nowhere.txt", "-o", "OUT", *ONLY], "there is no such file"),
    (["clean", "IN", *ONLY], "several inputs need a folder"),
    (["clean", "IN", "-o", "OUT", "--in-place", *ONLY], "exclude each other"),
    (["clean", "IN", "-o", "OUT", "--max-record", "much", *ONLY], "is no size"),
    (["check", "nowhere.txt", *ONLY], "there is no such file"),
    (["explain", "nowhere.txt", *ONLY], "there is no such file"),
    (["decode", "nowhere.txt"], "there is no such file"),
    (["decode", "IN"], "a folder; this takes one file"),
    (["clean", "IN", "-o", "IN", *ONLY], "input and output are one folder"),
    (["clean", "EMPTY", "-o", "OUT", *ONLY], "no files in it that are wanted"),
    (["clean", "FILE", "--mode", "split", *ONLY], "--mode split needs a file"),
    (["clean", "FILE", "--mode", "tag", "-o", "OUT.txt", *ONLY], "--mode tag adds fields"),
]


@pytest.mark.parametrize(("args", "said"), BAD_USE, ids=lambda v: v if isinstance(v, str) else "")
def test_bad_use_is_one_clear_line(args, said, folder, tmp_path, capfd):
    (tmp_path / "broken.toml").write_text("preset = \n", encoding="utf-8")
    names = {"IN": folder, "OUT": tmp_path / "out", "BROKEN": tmp_path / "broken.toml"}
    (tmp_path / "empty").mkdir()
    names |= {"EMPTY": tmp_path / "empty", "FILE": folder / "dirty.txt", "OUT.txt": tmp_path / "o.txt"}
    code = main([str(names.get(a, a)) for a in args])
    err = capfd.readouterr().err
    assert code == 2
    assert said in err
    assert "Traceback" not in err
    assert not (tmp_path / "out").exists()


def test_an_output_that_cannot_be_written_is_named(folder, tmp_path, capfd):
    (tmp_path / "full").write_bytes(b"no folder")
    out = tmp_path / "full" / "o.txt"
    assert main(["clean", str(folder / "dirty.txt"), "-o", str(out), *ONLY]) == 3
    assert f"dirty.txt: {out} cannot be written: " in capfd.readouterr().err


def test_one_of_two_inputs_is_missing(folder, tmp_path, capfd):
    inputs = [str(folder), str(tmp_path / "nowhere.txt")]
    assert main(["check", *inputs, *ONLY]) == 3
    assert main(["clean", *inputs, "-o", str(tmp_path / "out"), *ONLY]) == 3
    assert capfd.readouterr().err.count("nowhere.txt: there is no such file or folder") == 2


@pytest.mark.parametrize(("name", "made"), [
    ("y.txt", "好的，走吧。\n\n"),
    ("y.csv", "text\n好的，走吧。\n"),
    ("y.dat", '{"text": "好的，走吧。"}\n'),
    ("y", '{"text": "好的，走吧。"}\n'),
])  # fmt: skip
def test_the_name_of_the_output_decides(tmp_path, name, made):
    (tmp_path / "x.jsonl").write_text('{"text": "好的，，走吧。"}\n', encoding="utf-8")
    out = tmp_path / name
    assert main(["clean", str(tmp_path / "x.jsonl"), "-o", str(out), "-q", *ONLY]) == 0
    assert out.read_bytes().decode().replace("\r\n", "\n") == made


def test_one_bad_file_costs_itself(folder, tmp_path, capsys):
    (folder / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    (folder / "noise.txt").write_bytes(bytes((i * i * 31) % 251 for i in range(50_000)))
    (folder / "empty.txt").write_bytes(b"")
    (folder / "nul.txt").write_bytes("你好\0世界。这是一个有空字符的文件。\n".encode())
    inputs = [str(folder), str(tmp_path / "missing.txt")]
    assert main(["clean", *inputs, "-o", str(tmp_path / "out"), *ONLY]) == 3
    err = capsys.readouterr().err
    assert "picture.txt: looks like a binary file, not text" in err
    assert "missing.txt: there is no such file" in err
    out = tmp_path / "out"
    assert (out / "dirty.txt").read_bytes() == CLEAN.encode()
    assert (out / "empty.txt").read_bytes() == b""
    assert (out / "nul.txt").read_bytes() == (folder / "nul.txt").read_bytes()
    assert not (out / "picture.txt").exists()
    assert not (out / "noise.txt").exists()


def test_an_unreadable_file(folder, tmp_path, capsys):
    (folder / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    assert main(["clean", str(folder), "-o", str(tmp_path / "out"), *ONLY]) == 3
    assert "gone.txt: No such file or directory" in capsys.readouterr().err
    assert (tmp_path / "out/dirty.txt").exists()


def test_a_single_line_of_50_mb(tmp_path):
    line = ("这一行很长很长，没有尽头。" * 1_300_000).encode()[: 50 << 20]
    (tmp_path / "long.txt").write_bytes(line.decode("utf-8", "ignore").encode())
    assert main(["clean", str(tmp_path / "long.txt"), "-o", str(tmp_path / "o.txt"), *ONLY]) == 0
    assert (tmp_path / "o.txt").read_bytes() == (tmp_path / "long.txt").read_bytes()


def test_too_large_is_rejected_or_cut(tmp_path, capsys):
    (tmp_path / "a.txt").write_bytes("一二三四五，，六。\n".encode() * 100)
    args = ["clean", str(tmp_path / "a.txt"), "-o", str(tmp_path / "o.txt"), "--max-record", "1K"]
    assert main([*args, *ONLY]) == 3
    assert "larger than 1,024 bytes" in capsys.readouterr().err
    assert main([*args, "--split-large", *ONLY]) == 0
    assert (tmp_path / "o.txt").read_text("utf-8") == "一二三四五，六。\n" * 100
    assert "3 records" in capsys.readouterr().err


def test_output_is_utf8_whatever_the_console_says(folder):
    env = {"PYTHONIOENCODING": "cp936:strict", "PYTHONUTF8": "0", "LC_ALL": "C"}
    for args in (["explain", folder / "dirty.txt"], ["check", "--diff", folder], ["clean", "-"]):
        done = scrubtext(*args, *ONLY, stdin="😀，，\n".encode(), env=env)
        assert done.returncode in (0, 1), done.stderr
        done.stdout.decode("utf-8")
    assert scrubtext("clean", "-", *ONLY, stdin="😀。\n".encode(), env=env).stdout == "😀。\n".encode()


def test_a_reader_that_leaves_early(folder):
    code = f"{sys.executable} -m scrubtext filters | head -1; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", code], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert b"Traceback" not in done.stderr


def test_no_file_is_opened_without_an_encoding():
    import ast

    import scrubtext as library

    for path in Path(library.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in ("read_text", "write_text", "open"):
                binary = any("b" in a.value for a in node.args if _is_mode(a))
                given = any(k.arg == "encoding" for k in node.keywords)
                positional = name != "open" and node.args
                stream = name == "open" and not node.args and not node.keywords
                assert binary or given or positional or stream, f"{path}:{node.lineno}"


def _is_mode(node):
    import ast

    return isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 4
