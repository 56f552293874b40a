"""dolma's own command with scrubtext's taggers. dolma pins old libraries, so it gets an environment of its own."""

import gzip
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "engines"))

from generated import records

from scrubtext.adapters.dolma import attributes


def test_dolma_tag(tmp_path):
    docs = tmp_path / "documents"
    docs.mkdir()
    rows = [{**r, "source": "made"} for r in records(400) if r["text"]]
    with gzip.open(docs / "0.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(r) + "\n" for r in rows)
    command = [
        "-m",
        "dolma.cli.__main__",
        "tag",
        "--documents",
        str(docs / "*.gz"),
        "--experiment",
        "exp",
    ]
    command += ["--taggers", "scrubtext_web", "--tagger_modules", "scrubtext.adapters.dolma_tagger"]
    done = subprocess.run(
        [sys.executable, *command, "--processes", "1"], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 0, done.stderr[-2000:]
    made = {}
    for path in (tmp_path / "attributes").rglob("*.gz"):
        for line in gzip.open(path, "rt", encoding="utf-8"):
            row = json.loads(line)
            made[row["id"]] = row["attributes"]
    assert len(made) == len(rows)
    total = Counter()
    for row in rows:
        wanted = attributes(row)["attributes"]
        total.update(wanted.keys())
        for key, spans in wanted.items():
            name = key.removeprefix("scrubtext__")
            found = made[row["id"]][f"exp__scrubtext_web__{name}"]
            assert [tuple(s) for s in found] == [tuple(s) for s in spans]
    assert total
