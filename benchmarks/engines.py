"""Throughput of each adapter as a share of the plain in-process loop, in one run.

    python benchmarks/engines.py [--records 20000]

Needs the engines' extras. The engine is started and warmed first; what is timed is one pass over the
records with one worker (Spark and Ray: one core), from the engine's own table to a materialised result.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1] / "tests" / "engines"), str(Path(__file__).parent)]

from generated import records

from scrubtext.adapters.common import columns, resolve

Job = Callable[[], object]


def plain(rows: list[dict]) -> Job:
    line = resolve("web")
    return lambda: [line(r["text"]) if r["text"] else r["text"] for r in rows]


def shared(rows: list[dict]) -> Job:
    return lambda: columns(resolve("web"), [r["text"] for r in rows])


def pandas(rows: list[dict]) -> Job:
    import pandas as pd

    import scrubtext.adapters.pandas  # noqa: F401 - gives Series .scrub

    frame = pd.DataFrame(rows)
    return lambda: frame["text"].scrub.clean()


def polars(rows: list[dict]) -> Job:
    import polars as pl

    import scrubtext.adapters.polars  # noqa: F401 - gives expressions .scrub

    frame = pl.DataFrame(rows)
    return lambda: frame.with_columns(pl.col("text").scrub.clean())


def datasets(rows: list[dict]) -> Job:
    from datasets import Dataset, disable_caching, disable_progress_bars

    from scrubtext.adapters.datasets import Scrub

    disable_caching()
    disable_progress_bars()
    data = Dataset.from_list(rows)
    return lambda: data.map(Scrub("web"), batched=True)


def datatrove(rows: list[dict]) -> Job:
    from datatrove.data import Document

    from scrubtext.adapters.datatrove import Scrub

    def run() -> list[object]:
        docs = (Document(text=r["text"] or "", id=r["id"]) for r in rows)
        return list(Scrub("web").run(docs))

    return run


def spark(rows: list[dict]) -> Job:
    from pyspark.sql import SparkSession

    from scrubtext.adapters.spark import clean

    os.environ["PYSPARK_PYTHON"] = sys.executable
    builder = SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    for key in ("spark.driver.host", "spark.driver.bindAddress"):
        builder = builder.config(key, "127.0.0.1")
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    frame = session.createDataFrame(
        [(r["id"], r["text"]) for r in rows], "id string, text string"
    ).cache()
    frame.count()
    return lambda: clean(frame).toArrow()


def ray(rows: list[dict]) -> Job:
    import ray as engine

    from scrubtext.adapters.ray import clean

    engine.init(num_cpus=1, include_dashboard=False, log_to_driver=False)
    engine.data.DataContext.get_current().enable_progress_bars = False
    data = engine.data.from_items(rows).repartition(2).materialize()
    return lambda: clean(data).materialize()


def timed(make: Callable[[list[dict]], Job], rows: list[dict]) -> float:
    job = make(rows)
    job()
    return min(_seconds(job) for _ in range(3))


def _seconds(job: Job) -> float:
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def lines(rows: list[dict]) -> Iterator[str]:
    size = sum(len((r["text"] or "").encode()) for r in rows)
    base = timed(plain, rows)
    yield f"plain loop: {len(rows) / base:,.0f} records/s, {size / base / 1e6:.1f} MB/s, {size / len(rows):.0f} bytes each"
    for make in (shared, pandas, polars, datasets, datatrove, spark, ray):
        try:
            yield f"{make.__name__:10} {base / timed(make, rows):6.0%} of the plain loop"
        except ImportError as error:
            yield f"{make.__name__:10} not installed ({error.name})"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("--records", type=int, default=20_000)
    for line in lines(records(parser.parse_args().records)):
        print(line, flush=True)


if __name__ == "__main__":
    main()
