"""Hugging Face datasets: a batched map, in two processes."""

from common import records
from datasets import Dataset

from scrubtext.adapters.datasets import Scrub

data = Dataset.from_list(records()).map(Scrub("web", audit=True), batched=True, num_proc=2)
for row in data.select(range(5)):
    print(row["id"], row["scrub_counts"], row["text"][:30].replace("\n", " "))
