"""Every example runs as it stands and says something."""

import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("use_*.py"))


@pytest.mark.timeout(300)
@pytest.mark.parametrize("script", EXAMPLES, ids=lambda p: p.stem)
def test_example(script):
    done = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, cwd=script.parent
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.strip()
