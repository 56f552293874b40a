"""Workers of the engines are processes of their own: they find the test modules by PYTHONPATH."""

import os
import sys
from pathlib import Path

HERE = str(Path(__file__).parent)
sys.path.insert(0, HERE)
os.environ["PYTHONPATH"] = os.pathsep.join([HERE, os.environ.get("PYTHONPATH", "")]).strip(
    os.pathsep
)
os.environ["PYSPARK_PYTHON"] = sys.executable
os.environ["RAY_ENABLE_UV_RUN_RUNTIME_ENV"] = "0"
os.environ["RAY_USAGE_STATS_ENABLED"] = "0"


def pytest_configure(config):
    """Warnings of the engines about each other are not ours to mend."""
    config.addinivalue_line("filterwarnings", "default")
