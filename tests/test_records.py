"""Every format: what was not to be changed comes back as it was, the text comes back clean."""

import bz2
import gzip
import io
import json
import lzma

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from scrubtext.config import pipeline
from scrubtext.records import Reject, Spec, read
from scrubtext.run import Options, run

LINE = pipeline(["doubled_punctuation", "invisible"])
TEXTS = ["好的，，走吧。", "没有问题。", "零\u200b宽", "", "一行\n\n两行，，三行。", '引号"里"的，，有']
CLEANED = ["好的，走吧。", "没有问题。", "零宽", "", "一行\n\n两行，三行。", '引号"里"的，有']


def clean(path, out, **options):
    options.setdefault("spec", Spec(**options.pop("reading", {})))
    return run([str(path)], str(out), Options(line=LINE, **options))


def texts(path, **options):
    return [r.texts[0] for r in read(path, **options) if r.number]


# JSON lines ---------------------------------------------------------------------------------------

ODD = rb'{"n": 1.10, "big": 12345678901234567890123, "e": 1E400, "text" : "\u597d\uff0c\uff0c\u8d70","n":null}'


def test_a_json_line_is_exchanged_only_where_its_text_changes(tmp_path):
    untouched = rb'{"text": "\u597d", "a":[1,2.50,{"text":"x,,"}] }' + b"\r\n"
    tail = '{"id": "没有换行", "text": "完"}'.encode()
    (tmp_path / "a.jsonl").write_bytes(untouched + ODD + b"\n" + tail)
    clean(tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    made = (tmp_path / "b.jsonl").read_bytes().split(b"\n")
    assert made[0] + b"\n" == untouched
    assert made[1].decode() == (
        '{"n": 1.10, "big": 12345678901234567890123, "e": 1E400, "text" : "好，走","n":null}'
    )
    assert made[2] == tail


def test_bad_lines_cost_themselves(tmp_path):
    lines = [
        '{"text": "好，，的"}',
        '{"text": "cut',
        '{"text": 5}',
        "[1]",
        '{"other": "x"}',
        '{"text": null}',
        '{"text": "\\ud83d 半，，个"}',
        '{"text": "\\ud83d\\ude00好，，"}',
    ]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    summary = clean(tmp_path / "a.jsonl", tmp_path / "b.jsonl", rejects=str(tmp_path / "r.jsonl"))
    assert summary.tally.rejected == 4
    rejects = [json.loads(x) for x in (tmp_path / "r.jsonl").read_text("utf-8").splitlines()]
    assert [r["record"] for r in rejects] == [2, 3, 4, 5]
    assert rejects[0]["text"].strip() == '{"text": "cut'
    out = [json.loads(x)["text"] for x in (tmp_path / "b.jsonl").read_text("utf-8").splitlines()]
    assert out == ["好，的", None, "\ud83d 半，个", "😀好，"]


def test_lines_in_other_encodings(tmp_path):
    gbk = '{"text": "这是一个国标码的句子，，里面有很多常用的汉字。"}'.encode("gbk")
    (tmp_path / "a.jsonl").write_bytes('{"text": "好，，"}\n'.encode() + gbk + b"\n")
    clean(tmp_path / "a.jsonl", tmp_path / "b.jsonl")
    assert texts(tmp_path / "b.jsonl") == ["好，", "这是一个国标码的句子，里面有很多常用的汉字。"]
    (tmp_path / "w.jsonl").write_bytes('{"text": "好，，"}\n{"text": "二"}\n'.encode("utf-16"))
    assert texts(tmp_path / "w.jsonl") == ["好，，", "二"]


def test_several_fields(tmp_path):
    row = {"title": "题，，目", "body": "正文。", "text": "不，，动"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    clean(tmp_path / "a.jsonl", tmp_path / "b.jsonl", reading={"fields": ("title", "body")})
    made = json.loads((tmp_path / "b.jsonl").read_text("utf-8"))
    assert made == {**row, "title": "题，目"}


def test_a_line_beyond_the_limit_is_passed_over(tmp_path):
    lines = ['{"text": "一"}', '{"text": "' + "长" * 50_000 + '"}', '{"text": "三"}']
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    rows = list(read(tmp_path / "a.jsonl", max_record=10_000))
    assert [r.number for r in rows if not isinstance(r, Reject)] == [1, 3]
    assert any("longer than" in r.why for r in rows if isinstance(r, Reject))


# CSV and TSV --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "mark"), [("a.csv", ","), ("a.csv", ";"), ("a.tsv", "\t")])
def test_cells_beside_the_text_stay_as_they_were(tmp_path, name, mark):
    rows = [
        ["id", "text", "other"],
        ["1", '"好的，，\n走吧""好，，了"', '" 带空格 "'],
        ["02", "没有问题", "1.50"],
        ["3", "零\u200b宽", '"a""b\r\nc"'],
        ["", '""', ""],
    ]
    data = "\r\n".join(mark.join(row) for row in rows).encode()
    (tmp_path / name).write_bytes(data)
    clean(tmp_path / name, tmp_path / f"out-{name}")
    want = data.replace("，，".encode(), "，".encode()).replace("\u200b".encode(), b"")
    assert (tmp_path / f"out-{name}").read_bytes() == want


def test_a_row_with_too_many_cells_is_rejected(tmp_path):
    (tmp_path / "a.csv").write_text("id,text\n1,好，，\n2,a,b\n3,c\n", encoding="utf-8")
    summary = clean(tmp_path / "a.csv", tmp_path / "b.csv")
    assert (summary.tally.records, summary.tally.rejected) == (2, 1)
    assert (tmp_path / "b.csv").read_text("utf-8") == "id,text\n1,好，\n3,c\n"


def test_a_csv_without_the_column_says_so(tmp_path):
    (tmp_path / "a.csv").write_text("id,body\n1,好\n", encoding="utf-8")
    assert clean(tmp_path / "a.csv", tmp_path / "b.csv").tally.rejected
    assert not clean(
        tmp_path / "a.csv", tmp_path / "c.csv", reading={"fields": ("body",)}
    ).tally.rejected


def test_rows_are_cut_between_chunks(tmp_path, monkeypatch):
    monkeypatch.setattr("scrubtext.records.plain.CHUNK", 97)
    rows = [f'{i},"第{i}行\n的，，好""引""",x\n' for i in range(200)]
    (tmp_path / "a.csv").write_text("id,text,y\n" + "".join(rows), encoding="utf-8")
    summary = clean(tmp_path / "a.csv", tmp_path / "b.csv")
    assert summary.tally.records == summary.tally.changed == 200
    want = "id,text,y\n" + "".join(rows).replace("，，", "，")
    assert (tmp_path / "b.csv").read_text("utf-8") == want


# Parquet ------------------------------------------------------------------------------------------


def test_parquet_keeps_schema_order_nulls_row_groups_and_metadata(tmp_path):
    schema = pa.schema(
        [
            pa.field("id", pa.int32(), nullable=False, metadata={"k": "v"}),
            pa.field("when", pa.timestamp("us", "UTC")),
            pa.field("text", pa.large_string()),
            pa.field("tags", pa.list_(pa.string())),
            pa.field("score", pa.float32()),
            pa.field("word", pa.dictionary(pa.int8(), pa.string())),
        ],
        metadata={"made by": "test"},
    )
    n = 1000
    column = [None if i % 7 == 0 else f"第{i}条，，好" for i in range(n)]
    table = pa.table(
        [
            pa.array(range(n), pa.int32()),
            pa.array([None if i % 3 else i for i in range(n)], pa.timestamp("us", "UTC")),
            pa.array(column, pa.large_string()),
            pa.array([["a", None] if i % 2 else None for i in range(n)]),
            pa.array([None if i % 5 else i / 3 for i in range(n)], pa.float32()),
            pa.array(["x" if i % 2 else "null" for i in range(n)]).dictionary_encode().cast(
                schema.field("word").type
            ),
        ],
        schema=schema,
    )
    pq.write_table(table, tmp_path / "a.parquet", row_group_size=300, compression="zstd")
    summary = clean(tmp_path / "a.parquet", tmp_path / "b.parquet")
    made = pq.ParquetFile(tmp_path / "b.parquet")
    old = pq.ParquetFile(tmp_path / "a.parquet")
    assert made.schema_arrow.equals(old.schema_arrow, check_metadata=True)
    sizes = [made.metadata.row_group(k).num_rows for k in range(made.num_row_groups)]
    assert sizes == [300, 300, 300, 100]
    assert made.metadata.row_group(0).column(2).compression == "ZSTD"
    assert made.read().drop_columns("text").equals(old.read().drop_columns("text"))
    want = [None if t is None else t.replace("，，", "，") for t in column]
    assert made.read()["text"].to_pylist() == want
    assert summary.tally.records == n


def test_an_empty_parquet_file_and_a_missing_column(tmp_path):
    table = pa.table({"text": pa.array([], pa.string()), "n": pa.array([], pa.int8())})
    pq.write_table(table, tmp_path / "a.parquet")
    clean(tmp_path / "a.parquet", tmp_path / "b.parquet")
    assert pq.read_table(tmp_path / "b.parquet").schema.equals(table.schema)
    summary = clean(tmp_path / "a.parquet", tmp_path / "c.parquet", reading={"fields": ("body",)})
    assert "no column 'body'" in summary.failed[0][1]
    (tmp_path / "d.parquet").write_bytes(b"PAR1 not really")
    assert "not a readable Parquet" in clean(tmp_path / "d.parquet", tmp_path / "e.parquet").failed[0][1]


# WARC and WET -------------------------------------------------------------------------------------


# warcio's writer leaves its temporary files to the collector
UNCLOSED = pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")


def warc(path, compress=True):
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=compress)
        writer.write_record(writer.create_warcinfo_record(path.name, {"software": "test"}))
        pages = [
            ("text/html; charset=iso-8859-1", "<meta charset=gbk><p>" + PAGE + "</p>", "gbk"),
            ("text/html; charset=utf-8", "<p>" + PAGE + "</p>", "utf-8"),
            ("text/plain", PAGE, "utf-8"),
            ("image/png", "no text", "utf-8"),
        ]
        for k, (media, body, encoding) in enumerate(pages):
            http = StatusAndHeaders("200 OK", [("Content-Type", media)], protocol="HTTP/1.1")
            payload = io.BytesIO(body.encode(encoding))
            url = f"http://example.org/{k}"
            writer.write_record(writer.create_warc_record(url, "response", payload=payload, http_headers=http))
            writer.write_record(writer.create_warc_record(url, "request", payload=io.BytesIO(b"GET /")))


PAGE = "这是一篇很长的文章，，里面有很多的汉字，，用来看看正文能不能被完整地找出来，而不是被当作导航丢掉。"


@UNCLOSED
def test_pages_of_a_warc_become_texts_of_a_wet(tmp_path):
    warc(tmp_path / "a.warc.gz")
    (tmp_path / "out").mkdir()
    summary = clean(tmp_path / "a.warc.gz", str(tmp_path / "out") + "/")
    assert summary.whole
    with (tmp_path / "out/a.wet.gz").open("rb") as stream:
        records = [
            (r.rec_type, r.rec_headers.get_header("WARC-Target-URI"), r.content_stream().read())
            for r in ArchiveIterator(stream)
        ]
    assert [r[0] for r in records] == ["warcinfo", "conversion", "conversion", "conversion"]
    assert {r[2].decode() for r in records[1:]} == {PAGE.replace("，，", "，")}
    again = clean(tmp_path / "out/a.wet.gz", tmp_path / "b.wet.gz")
    assert again.tally.changed == 0
    assert gzip.decompress((tmp_path / "b.wet.gz").read_bytes()) == gzip.decompress(
        (tmp_path / "out/a.wet.gz").read_bytes()
    )


@UNCLOSED
def test_a_warc_cut_off(tmp_path):
    warc(tmp_path / "a.warc", compress=False)
    data = (tmp_path / "a.warc").read_bytes()
    (tmp_path / "b.warc").write_bytes(data[:-300])
    assert "cut off" in clean(tmp_path / "b.warc", tmp_path / "c.wet").failed[0][1]
    assert not (tmp_path / "c.wet").exists()


# The same through all of them ---------------------------------------------------------------------

COMPRESS = {
    "": bytes,
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstandard.ZstdCompressor().compress,
}


@pytest.mark.parametrize("codec", COMPRESS)
@pytest.mark.parametrize("to", ["jsonl", "csv", "tsv", "parquet", "wet"])
def test_formats_say_the_same(tmp_path, to, codec):
    rows = [json.dumps({"id": f"r{i}", "text": t}) for i, t in enumerate(TEXTS)]
    source = tmp_path / f"a.jsonl{codec}"
    source.write_bytes(COMPRESS[codec]("\n".join(rows).encode()))
    first = tmp_path / (f"b.{to}" + (codec if to != "parquet" else ""))
    clean(source, first, to=to)
    assert texts(first) == CLEANED
    dirty = tmp_path / ("c." + first.name.partition(".")[2])
    run([str(source)], str(dirty), Options(line=pipeline("zero"), to=to))
    assert texts(dirty) == TEXTS
    clean(dirty, tmp_path / ("d." + first.name.partition(".")[2]))
    assert texts(tmp_path / ("d." + first.name.partition(".")[2])) == CLEANED
    clean(dirty, tmp_path / "e.jsonl", to="jsonl")
    assert texts(tmp_path / "e.jsonl") == CLEANED


@pytest.mark.parametrize("codec", [c for c in COMPRESS if c])
def test_truncated_compression_leaves_no_output(tmp_path, codec):
    import random

    text = "".join(chr(random.Random(7).randrange(0x4E00, 0x9000)) for _ in range(9))
    data = b"".join(json.dumps({"text": f"{text}{i * i}"}).encode() + b"\n" for i in range(3000))
    whole = COMPRESS[codec](data)
    (tmp_path / f"a.jsonl{codec}").write_bytes(whole[: len(whole) // 2])
    summary = clean(tmp_path / f"a.jsonl{codec}", tmp_path / "b.jsonl")
    assert "damaged or cut off" in summary.failed[0][1]
    assert not (tmp_path / "b.jsonl").exists()
    assert not list(tmp_path.glob(".scrubtext*"))


def test_a_bomb_is_not_unpacked(tmp_path):
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"\n" * (64 << 20)))
    assert "expands more than" in clean(tmp_path / "a.jsonl.gz", tmp_path / "b.jsonl").failed[0][1]
    (tmp_path / "a.txt.gz").write_bytes(gzip.compress(b"a" * (80 << 20)))
    assert not clean(tmp_path / "a.txt.gz", tmp_path / "b.txt").outputs


# Modes --------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a.jsonl", "a.csv", "a.parquet"])
def test_tag_leaves_the_text_and_adds_spans(tmp_path, name):
    rows = [json.dumps({"id": str(i), "text": t}) for i, t in enumerate(TEXTS)]
    (tmp_path / "in.jsonl").write_text("\n".join(rows), encoding="utf-8")
    run([str(tmp_path / "in.jsonl")], str(tmp_path / name), Options(line=pipeline("zero"), to=name[2:]), None) if name != "a.jsonl" else (tmp_path / "in.jsonl").rename(tmp_path / name)  # fmt: skip
    clean(tmp_path / name, tmp_path / f"out-{name}", mode="tag")
    records = list(read(tmp_path / f"out-{name}"))
    records = [r for r in records if r.number]
    assert [r.texts[0] for r in records] == TEXTS
    found = records[0].fields["attributes"]
    found = json.loads(found) if isinstance(found, str) else found
    assert found == {"scrubtext__doubled_punctuation__doubled_mark": [[2, 3, 1.0]]}


def test_split_keeps_what_was_removed(tmp_path):
    from scrubtext import apply, invert

    rows = [json.dumps({"text": t}) for t in TEXTS]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    clean(tmp_path / "a.jsonl", tmp_path / "b.jsonl", mode="split")
    for line, original in zip((tmp_path / "b.jsonl").read_text("utf-8").splitlines(), TEXTS, strict=True):
        made = json.loads(line)
        patch = [tuple(r.values()) for r in made["removed"]]
        assert apply(made["text"], invert(patch)) == original
    (tmp_path / "t.txt").write_text(TEXTS[0], encoding="utf-8")
    clean(tmp_path / "t.txt", tmp_path / "u.txt", mode="split")
    assert (tmp_path / "u.txt").read_text("utf-8") == CLEANED[0]
    assert json.loads((tmp_path / "u.txt.removed.jsonl").read_text("utf-8"))["old"] == "，"
