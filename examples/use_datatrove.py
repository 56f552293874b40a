"""datatrove: read JSONL, scrub, write what is kept and what is dropped."""

import json
import tempfile
from pathlib import Path

from common import records
from datatrove.executor import LocalPipelineExecutor
from datatrove.pipeline.readers import JsonlReader
from datatrove.pipeline.writers import JsonlWriter

from scrubtext.adapters.datatrove import Scrub

if __name__ == "__main__":
    home = Path(tempfile.mkdtemp())
    (home / "in").mkdir()
    lines = "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records())
    (home / "in" / "0.jsonl").write_text(lines, "utf-8")
    dropped = JsonlWriter(str(home / "dropped"), compression=None)
    steps = [
        JsonlReader(str(home / "in")),
        Scrub("web", exclusion_writer=dropped, audit=True),
        JsonlWriter(str(home / "kept"), compression=None),
    ]
    LocalPipelineExecutor(steps, tasks=1, logging_dir=str(home / "logs")).run()
    kept = (home / "kept" / "00000.jsonl").read_text("utf-8").splitlines()
    print(len(kept), "kept; the first:", json.loads(kept[0])["id"])
