"""Spark in local mode: a DataFrame column, with the audit as a struct."""

import os
import sys

from common import records
from pyspark.sql import SparkSession

from scrubtext.adapters.spark import clean

os.environ["PYSPARK_PYTHON"] = sys.executable
builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
session = builder.config("spark.driver.host", "127.0.0.1").getOrCreate()
rows = [(r["id"], r["text"]) for r in records()]
frame = clean(session.createDataFrame(rows, "id string, text string"), "web", audit=True)
frame.select("id", "scrub.counts", "scrub.error").show(5, truncate=60)
session.stop()
