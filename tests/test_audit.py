"""Rows, reports, gates and pages: what an audit says is what was done."""

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrubtext.audit import Report, Tally, gates, page_html, restore, rows_of
from scrubtext.audit.diff import unified
from scrubtext.audit.excerpt import excerpts, plain, visible
from scrubtext.cli import main
from scrubtext.config import pipeline
from scrubtext.errors import ConfigError, RecordError, UnknownNameError
from scrubtext.records.plain import json_bytes
from scrubtext.run import Options, run

LINE = pipeline(["doubled_punctuation", "invisible", "lone_surrogate", "stray_control"])
PIECES = st.lists(
    st.sampled_from(
        ["好的", "，，", "。。", "\u200b", "\n", "\r\n", "\ud83d", "\0", "a ", "一句话。", "\n\n"]
    ),
    max_size=30,
).map("".join)


@given(PIECES)
def test_rows_give_the_original_back(text):
    result = LINE.explain(text)
    rows = [json.loads(json_bytes(row)) for row in rows_of(result, "a", 1)]
    assert restore(result.text, rows) == text
    for row in rows:
        if row["kind"] == "edit":
            assert text[row["start"] : row["end"]] == row["old"]
            assert text[: row["start"]].endswith(row["left"])
            assert text[row["end"] :].startswith(row["right"])


def patched(old, diff):
    """What ``patch`` makes of a diff: hunks applied to lines."""
    lines, out, at = old.splitlines(), [], 0
    for line in diff[2:]:
        if m := re.match(r"@@ -(\d+)", line):
            start = int(m[1]) - 1
            out += lines[at:start]
            at = start
        elif line.startswith("+"):
            out.append(line[1:])
        else:
            assert lines[at] == line[1:], (lines, diff)
            out += [line[1:]] if line.startswith(" ") else []
            at += 1
    return out + lines[at:]


@given(st.lists(st.sampled_from(["好的，，走。", "没有。", "零\u200b宽", "", "走。。"]), max_size=40))
def test_a_diff_can_be_applied(lines):
    text = "\n".join(lines)
    result = LINE.explain(text)
    diff = list(unified(result, "a"))
    assert bool(diff) == result.changed
    if diff:
        assert patched(text, diff) == result.text.splitlines()


def test_a_diff_where_lines_go():
    from scrubtext import Edit
    from scrubtext.pipeline import Result
    from scrubtext.step import Step

    text = "一\n二\n三\n四\n五\n六\n七\n八\n九\n十\n"
    for start, end, new in [(2, 4, ""), (3, 4, ""), (0, 2, ""), (18, 20, ""), (5, 5, "x\ny"), (1, 17, "")]:
        after = text[:start] + new + text[end:]
        result = Result(text, after, (Step("a", text, after, (Edit(start, end, new, "w"),)),))
        assert patched(text, list(unified(result, "a"))) == after.splitlines(), (start, end)


def test_excerpts_are_in_order_and_in_place():
    text = "第一行。\n第二行，，有\u200b东西。\n"
    result = LINE.explain(text)
    found = [(e.line, e.column, e.finding.filter) for e in excerpts(result)]
    assert found == [(2, 4, "doubled_punctuation"), (2, 7, "invisible")]
    lines = list(plain(result, "a.txt"))
    assert lines[0] == "a.txt:2:4: doubled_punctuation: doubled mark (removed: 1)"
    assert lines[1] == "    第二行⟦，⟧，有<U+200B>东西。"


def test_what_cannot_be_seen_is_written_out():
    assert visible("a\u202e\ud83d\x1b[31m\t") == "a<U+202E><U+D83D><U+001B>[31m→"
    assert len(visible("长" * 100_000)) < 120


def audit(tmp_path, name="a.jsonl", text="好的，，走吧。\u200b"):
    source = tmp_path / "in.txt"
    source.write_text(text, encoding="utf-8")
    path = tmp_path / name
    options = Options(line=LINE, audit=str(path), force=True)
    run([str(source)], str(tmp_path / "out.txt"), options)
    return path


def test_audits_add_up(tmp_path):
    one, two = audit(tmp_path, "1.jsonl"), audit(tmp_path, "2.jsonl")
    report = Report.of([one, two])
    assert len(report.runs) == 1
    assert report.tally.records == 2
    assert report.tally.chars_in == 16
    assert report.by_filter() == [
        ["doubled_punctuation", 2, 2, 0, 2 / 16],
        ["invisible", 2, 2, 0, 2 / 16],
    ]
    assert sum(row[2] for row in report.by_reason()) == report.found == 4
    assert report.worst_records()[0][2] == 2
    assert json.loads(json_bytes(report.data()))["totals"]["records"] == 2


def test_gates(tmp_path):
    report = Report.of([audit(tmp_path)])
    assert gates(report, ["invisible=13%", "total=25%", "rejected=0", "changed=100%"]) == []
    assert gates(report, ["invisible=12%"]) == ["invisible: 12.50% is over 12.00%"]
    assert gates(report, ["invisible/zero-width space=0.01"])
    assert not gates(report, ["trailer=0"])
    with pytest.raises(UnknownNameError, match="invisible"):
        gates(report, ["invisibel=5%"])
    with pytest.raises(ConfigError, match="is no limit"):
        gates(report, ["invisible"])


def test_the_verb(tmp_path, capsys):
    path = str(audit(tmp_path))
    assert main(["report", path]) == 0
    assert "doubled mark" in capsys.readouterr().out
    assert main(["report", path, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["by_filter"][0][0] == "doubled_punctuation"
    assert main(["report", path, "--html", str(tmp_path / "r.html"), "--fail-over", "total=1%"]) == 1
    assert "total: 25.00% is over 1.00%" in capsys.readouterr().err
    assert b"zero-width space" in (tmp_path / "r.html").read_bytes()
    assert main(["report", str(tmp_path / "nowhere.jsonl")]) == 2
    assert main(["report", str(tmp_path / "in.txt")]) == 2
    assert "not an audit" in capsys.readouterr().err


def test_a_row_that_is_none_is_named(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"kind": "file"}\n', encoding="utf-8")
    with pytest.raises(RecordError, match=r"a.jsonl:1: not a row of an audit"):
        Report.of([tmp_path / "a.jsonl"])


@given(st.text(max_size=80))
def test_hostile_text_stays_data(text):
    report = Report(found=1, tally=Tally())
    row = {"kind": "edit", "file": text, "record": 1, "filter": "x", "why": text, "old": text}
    report.samples.append({**row, "new": text, "left": text, "right": ""})
    page = page_html(report, "t").decode("utf-8")
    body = page.split('type="application/json">')[1].split("</script>")[0]
    data = json.loads(body)
    assert data["samples"][0][5] == text
    assert "<" not in body


def test_a_notebook_shows_what_went():
    html = LINE.explain("<b>好，，的\u200b")._repr_html_()
    assert "&lt;b&gt;" in html
    assert html.count("<del") == 2
    assert LINE.explain("好。")._repr_html_() == '<div style="white-space:pre-wrap">好。</div>'
