"""Cleaning folders: records × pipeline × processes, whole outputs or none, resumable.

``run`` is the Python twin of ``scrubtext clean``, ``check`` of ``scrubtext check``.
"""

from __future__ import annotations

from scrubtext.run.check import Changed, check
from scrubtext.run.main import Options, Summary, run
from scrubtext.run.plan import Job, Silent, Watcher

__all__ = ["Changed", "Job", "Options", "Silent", "Summary", "Watcher", "check", "run"]
