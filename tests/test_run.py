"""Runs: order, processes, resuming after a crash, faults of the disk and of the input."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from scrubtext.audit import restore
from scrubtext.cli import main
from scrubtext.config import pipeline
from scrubtext.errors import ConfigError
from scrubtext.records import Spec
from scrubtext.run import Options, run

NAMES = ["doubled_punctuation", "invisible"]
LINE = pipeline(NAMES)
ONLY = [x for name in NAMES for x in ("--only", name)]


def rows(path):
    return [json.loads(line) for line in Path(path).read_text("utf-8").splitlines()]


def tree(folder):
    return {
        str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()
    }


@pytest.fixture
def corpus(tmp_path):
    """Twelve text files, three JSONL files with several chunks, one of them empty."""
    top = tmp_path / "in"
    top.mkdir()
    for k in range(12):
        (top / f"{k:02}.txt").write_text(f"第{k}篇，，好的。\n" * 4, encoding="utf-8")
    for k in range(2):
        texts = [f"第{i}行，，好。" + "没有问题的句子。" * 300 for i in range(150)]
        lines = [json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(texts)]
        (top / f"part-{k}.jsonl").write_text("".join(lines), encoding="utf-8")
    (top / "empty.jsonl").write_bytes(b"")
    return top


def go(corpus, out, **options):
    return run([str(corpus)], str(out), Options(line=LINE, **options))


def test_processes_change_nothing_but_the_time(corpus, tmp_path):
    go(corpus, tmp_path / "one", audit=str(tmp_path / "one.jsonl"))
    go(corpus, tmp_path / "two", audit=str(tmp_path / "two.jsonl"), jobs=2)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    two = (tmp_path / "two.jsonl").read_text("utf-8")
    assert (tmp_path / "one.jsonl").read_text("utf-8") == two.replace("/two/", "/one/")


def test_the_audit_tells_everything_and_undoes_it(corpus, tmp_path):
    summary = go(corpus, tmp_path / "out", audit=str(tmp_path / "audit.jsonl"))
    audit = rows(tmp_path / "audit.jsonl")
    assert audit[0]["kind"] == "run"
    assert audit[0]["fingerprint"] == summary.fingerprint
    files = [row for row in audit if row["kind"] == "file"]
    assert [Path(f["file"]).name for f in files] == sorted(p.name for p in corpus.iterdir())
    assert sum(f["records"] for f in files) == summary.tally.records == 312
    name = str(corpus / "03.txt")
    patch = [row for row in audit if row.get("file") == name and row["kind"] == "edit"]
    cleaned = (tmp_path / "out/03.txt").read_text("utf-8")
    assert restore(cleaned, patch) == (corpus / "03.txt").read_text("utf-8")
    records = [row for row in audit if row["kind"] == "record"]
    found = sum(n for row in records for _, _, n, _, _ in row["counts"])
    assert found == summary.tally.by_filter()["doubled_punctuation"][0]


def test_dropped_records_go_to_a_file_of_their_own(tmp_path):
    lines = [{"id": 1, "text": "好的，，走吧。"}, {"id": 2, "text": "\u200b\u200b"}, {"id": 3, "text": ""}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    go(tmp_path / "a.jsonl", tmp_path / "b.jsonl", dropped=str(tmp_path / "d.jsonl"))
    assert [r["id"] for r in rows(tmp_path / "b.jsonl")] == [1, 3]
    (dropped,) = rows(tmp_path / "d.jsonl")
    assert (dropped["record"], dropped["why"]) == (2, "nothing but dirt")
    assert dropped["fields"] == lines[1]
    summary = go(tmp_path / "a.jsonl", tmp_path / "c.jsonl")
    assert [r["id"] for r in rows(tmp_path / "c.jsonl")] == [1, 2, 3]
    assert summary.tally.dropped == 1


# Crash and resume ---------------------------------------------------------------------------------


def command(corpus, state, *more):
    base = [sys.executable, "-m", "scrubtext", "clean", str(corpus), "-o", str(state / "out"), "-q"]
    return [*base, "--audit", str(state / "audit.jsonl"), *ONLY, *more]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_killed_at_any_moment_and_resumed(corpus, tmp_path, jobs):
    state = tmp_path / "state"
    began = time.monotonic()
    subprocess.run(command(corpus, state, "-j", jobs), check=True)
    whole = time.monotonic() - began
    want = tree(state)
    rng = random.Random(int(jobs))
    for _ in range(2):
        shutil.rmtree(state)
        for _ in range(2):
            process = subprocess.Popen(command(corpus, state, "-j", jobs, "--resume"))
            time.sleep(rng.uniform(0.2, 1.0) * whole)
            process.send_signal(signal.SIGKILL)
            process.wait()
        subprocess.run(command(corpus, state, "-j", jobs, "--resume"), check=True)
        assert tree(state) == want


def test_resume_leaves_finished_outputs_alone(corpus, tmp_path):
    out = tmp_path / "out"
    go(corpus, out)
    stamps = {p.name: p.stat().st_mtime_ns for p in out.iterdir()}
    (out / "05.txt").unlink()
    (corpus / "06.txt").write_text("改过了，，。", encoding="utf-8")
    (corpus / "99.txt").write_text("新的。", encoding="utf-8")
    summary = go(corpus, out, resume=True)
    assert summary.skipped == 13
    assert summary.tally.records == 313
    after = {p.name: p.stat().st_mtime_ns for p in out.iterdir()}
    changed = {name for name in after if after[name] != stamps.get(name)}
    assert changed == {"05.txt", "06.txt", "99.txt"}


def test_resume_wants_the_same_settings(corpus, tmp_path):
    go(corpus, tmp_path / "out")
    other = Options(line=pipeline(["invisible"]), resume=True)
    with pytest.raises(ConfigError, match=r"other settings \(fingerprint"):
        run([str(corpus)], str(tmp_path / "out"), other)


def test_a_torn_manifest_line_is_done_again(corpus, tmp_path):
    go(corpus, tmp_path / "out")
    manifest = tmp_path / "out.scrubtext/manifest.jsonl"
    lines = manifest.read_bytes().splitlines(keepends=True)
    manifest.write_bytes(b"".join(lines[:5]) + lines[5][:40])
    want = tree(tmp_path / "out")
    assert go(corpus, tmp_path / "out", resume=True).skipped == 4
    assert tree(tmp_path / "out") == want


def test_an_audit_is_whole_after_a_late_resume(corpus, tmp_path):
    audit = tmp_path / "audit.jsonl"
    go(corpus, tmp_path / "out", audit=str(audit))
    want = audit.read_bytes()
    (tmp_path / "out/05.txt").unlink()
    go(corpus, tmp_path / "out", audit=str(audit), resume=True)
    assert audit.read_bytes() == want
    assert go(corpus, tmp_path / "out", audit=str(audit), resume=True).skipped == 15
    assert audit.read_bytes() == want


def test_a_crash_before_the_audit_is_put_together(corpus, tmp_path, monkeypatch):
    from scrubtext.run.manifest import Manifest
    from scrubtext.run.write import Parts

    finish = Manifest.finish

    def after(self, complete):
        finish(self, complete)
        assert not complete, "killed here"

    audit = tmp_path / "audit.jsonl"
    go(corpus, tmp_path / "out", audit=str(audit))
    want = audit.read_bytes()
    for where, crash in ((Parts, "assemble"), (Manifest, "finish")):
        audit.unlink()
        with monkeypatch.context() as patch:
            patch.setattr(where, crash, after if crash == "finish" else lambda *_: 1 // 0)
            with pytest.raises((ZeroDivisionError, AssertionError)):
                go(corpus, tmp_path / "out", audit=str(audit), force=True)
        go(corpus, tmp_path / "out", audit=str(audit), resume=True)
        assert audit.read_bytes() == want
        assert [p.name for p in (tmp_path / "out.scrubtext").iterdir()] == ["manifest.jsonl"]


def test_ctrl_c_stops_cleanly(corpus, tmp_path):
    for k in range(30):
        shutil.copy(corpus / "part-0.jsonl", corpus / f"more-{k:02}.jsonl")
    state = tmp_path / "state"
    process = subprocess.Popen(
        command(corpus, state, "-j", "2"),
        stderr=subprocess.PIPE,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # ignored in the background
    )
    deadline = time.monotonic() + 30
    while not list(state.glob("out/*.jsonl")) and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in err
    assert b"--resume" in err
    assert not list(state.glob("out/.scrubtext*"))


# Faults -------------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path):
    """A file system of one megabyte."""
    place = tmp_path / "small"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)], capture_output=True, check=False
    )
    if made.returncode:  # no right to mount: a limit on file sizes stands in for the full disk
        yield None
        return
    yield place
    subprocess.run(["umount", str(place)], check=True)


def test_a_full_disk_costs_the_file_that_did_not_fit(tmp_path, small_disk, capsys):
    top = tmp_path / "in"
    top.mkdir()
    (top / "a.txt").write_text("小的。\n", encoding="utf-8")
    (top / "b.txt").write_text("大的。\n" * 150_000, encoding="utf-8")
    (top / "c.txt").write_text("小的。\n", encoding="utf-8")
    args = ["clean", str(top), *ONLY]
    if small_disk is None:
        import resource

        old = resource.getrlimit(resource.RLIMIT_FSIZE)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 20, old[1]))
        try:
            code = main([*args, "-o", str(tmp_path / "out")])
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, old)
        out = tmp_path / "out"
    else:
        code, out = main([*args, "-o", str(small_disk / "out")]), small_disk / "out"
    assert code == 3
    assert "b.txt: " in capsys.readouterr().err
    assert sorted(p.name for p in out.iterdir()) == ["a.txt", "c.txt"]


def test_links_that_go_round_and_links_that_lead_out(tmp_path, capsys):
    top, out = tmp_path / "in", tmp_path / "out"
    (top / "sub").mkdir(parents=True)
    (top / "sub/round").symlink_to(top)
    (top / "sub/a.txt").write_text("好。", encoding="utf-8")
    assert main(["clean", str(top), "-o", str(out), *ONLY]) == 0
    assert sorted(tree(out)) == ["sub/a.txt"]
    shutil.rmtree(out)
    (tmp_path / "elsewhere").mkdir()
    out.mkdir()
    (out / "sub").symlink_to(tmp_path / "elsewhere")
    assert main(["clean", str(top), "-o", str(out), "--force", *ONLY]) == 3
    assert "outside the output folder" in capsys.readouterr().err
    assert not list((tmp_path / "elsewhere").iterdir())


def test_odd_file_names(tmp_path, capfd):
    top = tmp_path / "in"
    top.mkdir()
    names = [b"\xff\xfe bytes.txt", "空格 和\n换行.txt".encode(), b"--force.txt", b"[x].txt", b"a" * 250]
    for name in names:
        Path(os.fsdecode(bytes(top) + b"/" + name)).write_text("好的，，走。", encoding="utf-8")
    audit = tmp_path / "audit.jsonl"
    assert main(["clean", str(top), "-o", str(tmp_path / "out"), "--audit", str(audit), *ONLY]) == 0
    made = {os.fsencode(p.name): p.read_text("utf-8") for p in (tmp_path / "out").iterdir()}
    assert made == dict.fromkeys(names, "好的，走。")
    assert len([r for r in rows(audit) if r["kind"] == "file"]) == 5
    capfd.readouterr()
    assert main(["check", str(top), *ONLY]) == 1
    assert "\\xff\\xfe bytes.txt" in capfd.readouterr().out


def test_pipes_in_a_folder_are_passed_over(corpus, tmp_path):
    os.mkfifo(corpus / "pipe.txt")
    assert go(corpus, tmp_path / "out").files == 15


def test_two_inputs_cannot_share_an_output(tmp_path):
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text(name, encoding="utf-8")
    inputs = [str(tmp_path / "one"), str(tmp_path / "two")]
    summary = run(inputs, str(tmp_path / "out"), Options(line=LINE))
    assert "would be that of" in summary.failed[0][1]
    assert (tmp_path / "out/a.txt").read_text("utf-8") == "one"


def test_pages_beside_texts_of_the_same_name(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.html").write_text("<p>从网页来的。</p>", encoding="utf-8")
    (tmp_path / "in/a.txt").write_text("从文本来的。", encoding="utf-8")
    go(tmp_path / "in", tmp_path / "out")
    made = {k: v.decode() for k, v in tree(tmp_path / "out").items()}
    assert made == {"a.html.txt": "从网页来的。", "a.txt": "从文本来的。"}


def test_globs_and_patterns(corpus, tmp_path):
    options = Options(line=LINE)
    assert run([str(corpus / "0*.txt")], str(tmp_path / "a"), options).files == 10
    assert go(corpus, tmp_path / "b", include=["*.jsonl"], exclude=["empty*"]).files == 2
    with pytest.raises(ConfigError, match="no such file"):
        run([str(corpus / "*.csv")], str(tmp_path / "c"), options)


def test_a_filter_that_fails_costs_the_record(tmp_path):
    from scrubtext import Rewrite

    def fail(text):
        if "坏" in text:
            raise ValueError("no")
        return text

    lines = [json.dumps({"text": t}) for t in ("好", "坏", "行")]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    options = Options(line=pipeline(Rewrite("fail", fail)), rejects=str(tmp_path / "r.jsonl"))
    summary = run([str(tmp_path / "a.jsonl")], str(tmp_path / "b.jsonl"), options)
    assert summary.tally.rejected == 1
    assert rows(tmp_path / "r.jsonl")[0]["why"] == "filter 'fail' failed: ValueError: no"
    assert len(rows(tmp_path / "b.jsonl")) == 2


def test_a_worker_that_dies_costs_its_chunk(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parent))
    from deadly import Deadly

    for name, text in (("a", "好。"), ("b", "致命。"), ("c", "行。")):
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")
    summary = run(
        [str(tmp_path / "*.txt")], str(tmp_path / "out"), Options(line=pipeline(Deadly()), jobs=2)
    )
    assert [Path(label).name for label, _ in summary.failed] == ["b.txt"]
    assert sorted(tree(tmp_path / "out")) == ["a.txt", "c.txt"]


def test_memory_is_bounded_for_json_lines(tmp_path):
    line = json.dumps({"text": "好的，走吧。" * 800}) + "\n"
    with (tmp_path / "a.jsonl").open("w", encoding="utf-8") as out:
        out.writelines([line] * 2600)  # 60 MB
    code = (
        "import sys; from scrubtext.cli import main; rc = main(sys.argv[1:]);"
        # not ru_maxrss: on Linux that remembers the process this one was forked from
        "lines = open('/proc/self/status', encoding='ascii');"
        "print(rc, next(int(x.split()[1]) // 1024 for x in lines if x.startswith('VmHWM')))"
    )
    args = ["clean", str(tmp_path / "a.jsonl"), "-o", str(tmp_path / "b.jsonl"), "-q", *ONLY]
    done = subprocess.run([sys.executable, "-c", code, *args], capture_output=True, text=True, check=True)
    rc, peak = map(int, done.stdout.split())
    assert rc == 0
    assert peak < 160


def test_split_large_says_so(tmp_path):
    (tmp_path / "a.txt").write_text("一行字。\n" * 1000, encoding="utf-8")
    spec = Spec(max_record=2000, split_large=True)
    summary = go(tmp_path / "a.txt", tmp_path / "b.txt", spec=spec, audit=str(tmp_path / "x.jsonl"))
    assert summary.tally.records == 7
    assert (tmp_path / "b.txt").read_bytes() == (tmp_path / "a.txt").read_bytes()
    assert rows(tmp_path / "x.jsonl")[-1]["records"] == 7
