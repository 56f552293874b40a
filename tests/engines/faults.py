"""Filters that fail on purpose, in a module that workers can import."""

import os
import signal

from scrubtext.doc import Doc
from scrubtext.edit import Edit


class Fails:
    name = "fails"
    reasons = frozenset()

    def __call__(self, doc: Doc):
        if doc.text == "FAIL":
            raise ValueError("on purpose")
        return ()


class KillsItsWorkerOnce:
    """The first worker that gets here dies as if out of memory; the engine must start again."""

    name = "kills_its_worker_once"
    reasons = frozenset({"never"})

    def __init__(self, path):
        self.path = path

    def __call__(self, doc: Doc) -> list[Edit]:
        try:
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return []
        if "预热" not in doc.text:
            os.kill(os.getpid(), signal.SIGKILL)
        return []
