"""The same bytes, drops and counters from the library, the command and every engine, really run."""

import json
import re
import subprocess
import sys
from collections import Counter

import pytest
from faults import Fails, KillsItsWorkerOnce
from generated import records

from scrubtext.adapters.common import columns, resolve
from scrubtext.pipeline import Pipeline

RECORDS = records()
TEXTS = [r["text"] for r in RECORDS]


@pytest.fixture(scope="session")
def expected():
    return columns(resolve("web"), TEXTS)


def totals(counts):
    out = Counter()
    for line in counts:
        out.update(json.loads(line))
    return out


def same(expected, texts, drops, counts):
    assert texts == expected["text"]
    assert [d or None for d in drops] == expected["drop"]
    assert totals(counts) == totals(expected["counts"])


def test_the_corpus_has_something_to_do(expected):
    assert sum(a != b for a, b in zip(TEXTS, expected["text"], strict=True)) > 2000
    assert len(totals(expected["counts"])) >= 4
    assert any(expected["drop"])


def test_command(expected, tmp_path):
    source, out, audit = tmp_path / "in.jsonl", tmp_path / "out.jsonl", tmp_path / "audit.jsonl"
    rows = [r for r in RECORDS if r["text"] is not None]
    source.write_text("".join(json.dumps(r) + "\n" for r in rows), "utf-8")
    command = [sys.executable, "-m", "scrubtext", "clean", source, "-o", out, "--audit", audit]
    subprocess.run(command, check=True)
    made = {}
    for line in filter(None, out.read_text("utf-8").split("\n")):
        record = json.loads(line)
        made[record["id"]] = record["text"]
    wanted = {
        r["id"]: t
        for r, t, d in zip(RECORDS, expected["text"], expected["drop"], strict=True)
        if r["text"] is not None and r["id"] in made
    }
    assert made == wanted
    assert len(made) >= len(rows) - sum(d is not None for d in expected["drop"])


def test_pandas(expected):
    import pandas as pd

    import scrubtext.adapters.pandas  # noqa: F401 - gives Series .scrub

    frame = pd.DataFrame(RECORDS)
    made = frame["text"].scrub.explain()
    same(expected, made["text"].tolist(), made["drop"].tolist(), made["counts"])
    assert frame["text"].scrub.clean().tolist() == expected["text"]


def test_polars(expected):
    import polars as pl

    import scrubtext.adapters.polars  # noqa: F401 - gives expressions .scrub

    made = (
        pl.LazyFrame(RECORDS)
        .select(pl.col("text").scrub.explain().alias("s"))
        .collect()
        .unnest("s")
    )
    same(expected, made["text"].to_list(), made["drop"].to_list(), made["counts"])


def test_datasets(expected, tmp_path):
    from datasets import Dataset

    from scrubtext.adapters.datasets import Scrub

    data = Dataset.from_list(RECORDS).map(
        Scrub("web", audit=True),
        batched=True,
        num_proc=2,
        cache_file_name=str(tmp_path / "c.arrow"),
    )
    same(expected, data["text"][:], data["scrub_drop"][:], data["scrub_counts"][:])
    assert data["n"][:] == [r["n"] for r in RECORDS]


def test_datatrove(expected, tmp_path):
    from datatrove.data import Document
    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter

    from scrubtext.adapters.datatrove import Scrub

    assert Document  # the library that is installed, not another of its name
    source, kept, dropped = tmp_path / "in", tmp_path / "kept", tmp_path / "dropped"
    source.mkdir()
    rows = [r for r in RECORDS if r["text"]]
    for k in range(2):
        half = rows[k::2]
        (source / f"{k}.jsonl").write_text("".join(json.dumps(r) + "\n" for r in half), "utf-8")
    LocalPipelineExecutor(
        [
            JsonlReader(str(source)),
            Scrub("web", exclusion_writer=JsonlWriter(str(dropped), compression=None)),
            JsonlWriter(str(kept), compression=None),
        ],
        tasks=2,
        workers=2,
        logging_dir=str(tmp_path / "logs"),
    ).run()

    def read(folder):
        return {
            (r := json.loads(line))["id"]: r
            for p in folder.glob("*.jsonl")
            for line in filter(None, p.read_text("utf-8").split("\n"))
        }

    good, bad = read(kept), read(dropped)
    for record, text, drop in zip(RECORDS, expected["text"], expected["drop"], strict=True):
        if record["text"]:
            where = bad if drop else good
            assert where[record["id"]].get("text", "") == text  # datatrove omits empty fields
    stats = json.loads((tmp_path / "logs" / "stats.json").read_text("utf-8"))
    mine = next(s["stats"] for s in stats if "scrubtext" in s["name"])
    for name, count in totals(expected["counts"]).items():
        assert mine[name]["total"] == count if isinstance(mine[name], dict) else mine[name] == count


@pytest.fixture(scope="session")
def spark():
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2,4]")  # a task may fail three times
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    yield session
    session.stop()


def spark_frame(spark, rows, parts=3):
    frame = spark.createDataFrame(
        [(r["id"], r["text"], r["n"]) for r in rows], "id string, text string, n long"
    )
    return frame.repartition(parts)


def test_spark(expected, spark):
    from scrubtext.adapters.spark import clean

    made = clean(spark_frame(spark, RECORDS), audit=True).orderBy("n").collect()
    same(
        expected,
        [r["text"] for r in made],
        [r["scrub"]["drop"] for r in made],
        [r["scrub"]["counts"] for r in made],
    )
    assert [r["id"] for r in made] == [r["id"] for r in RECORDS]


def test_spark_empty_partitions_and_failing_records(spark):
    from pyspark.errors import PythonException

    from scrubtext.adapters.spark import clean

    rows = [{"id": "a", "text": "FAIL", "n": 0}, {"id": "b", "text": "好的。。", "n": 1}]
    line = Pipeline([Fails(), *resolve("web").filters])
    made = clean(spark_frame(spark, rows, 8), line, audit=True, key="id").orderBy("n").collect()
    assert [r["text"] for r in made] == ["FAIL", "好的。"]
    assert "fails" in made[0]["scrub"]["error"]
    assert "record a" in made[0]["scrub"]["error"]
    with pytest.raises(PythonException, match="record a"):
        clean(spark_frame(spark, rows), line, key="id").collect()
    assert clean(spark_frame(spark, []).limit(0)).collect() == []


@pytest.fixture(scope="session")
def ray():
    import ray

    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, _node_ip_address="127.0.0.1")
    yield ray
    ray.shutdown()


def test_ray(expected, ray):
    from scrubtext.adapters.ray import clean

    made = clean(ray.data.from_items(RECORDS).repartition(4), audit=True).sort("n").take_all()
    same(
        expected,
        [r["text"] for r in made],
        [r["scrub_drop"] for r in made],
        [r["scrub_counts"] for r in made],
    )


def test_ray_survives_a_killed_worker(expected, ray, tmp_path):
    from scrubtext.adapters.ray import clean

    flag = tmp_path / "killed"
    line = Pipeline([KillsItsWorkerOnce(path=str(flag)), *resolve("web").filters])
    made = clean(ray.data.from_items(RECORDS[:600]).repartition(3), line).sort("n").take_all()
    assert flag.exists()
    assert [r["text"] for r in made] == expected["text"][:600]


def test_spark_survives_a_killed_worker(expected, tmp_path, spark):
    from scrubtext.adapters.spark import clean

    flag = tmp_path / "killed"
    line = Pipeline([KillsItsWorkerOnce(path=str(flag)), *resolve("web").filters])
    made = clean(spark_frame(spark, RECORDS[:600]), line).orderBy("n").collect()
    assert flag.exists()
    assert [r["text"] for r in made] == expected["text"][:600]


def test_dolma(expected):
    from scrubtext import explain
    from scrubtext.adapters.dolma import attributes

    for record in RECORDS[:300]:
        if record["text"]:
            made = attributes(record)["attributes"]
            wanted = Counter()
            for f in explain(record["text"]).findings:
                if f.kind == "edit":
                    wanted[f"scrubtext__{f.filter}__{re.sub('[^0-9A-Za-z]+', '_', f.why)}"] += 1
            assert {k: len(v) for k, v in made.items()} == wanted
