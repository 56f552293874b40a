"""pandas: clean a column, and look at what was done to the first article."""

import pandas as pd
from common import records

import scrubtext.adapters.pandas  # noqa: F401 - registers .scrub

frame = pd.DataFrame(records())
made = frame["text"].scrub.explain("web")
frame["text"] = made["text"]
print(frame.assign(counts=made["counts"]).head(5).to_string(max_colwidth=40))
