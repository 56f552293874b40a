"""Ray Data in local mode."""

import ray
from common import records

from scrubtext.adapters.ray import clean

ray.init(num_cpus=2, include_dashboard=False)
for row in clean(ray.data.from_items(records()), "web", audit=True).take(5):
    print(row["id"], row["scrub_counts"])
ray.shutdown()
