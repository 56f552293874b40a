"""A filter that kills the process it runs in: what running out of memory looks like from outside."""

import os
from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, kw_only=True)
class Deadly:
    name: ClassVar[str] = "deadly"
    reasons: ClassVar[frozenset[str]] = frozenset()

    def __call__(self, doc):
        if "致命" in doc.text:
            os._exit(9)
        return ()
