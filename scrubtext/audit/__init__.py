"""The audit: what was done to every record, as rows of JSON that anyone can read, add up and undo.

One row a line, told apart by ``kind``:

``run``     the pipeline: version, fingerprint, filters with their fields
``edit``    a row of the composed patch: ``start``, ``end``, ``old``, ``new``, ``filter``, ``why``;
            ``left`` and ``right`` are what stands beside it in the original
``note``    something seen and left: ``lost`` characters, ``candidates``
``drop``    a judgement on the whole record: ``why``, ``score``
``record``  a record with findings: characters in and out, and per filter and reason
            ``[filter, why, findings, characters removed, characters put in]``
``reject``  a record that could not be read or cleaned
``file``    the totals of one file
"""

from __future__ import annotations

from scrubtext.audit.page import page_html
from scrubtext.audit.report import Report, gates
from scrubtext.audit.rows import Tally, restore, rows_of, run_row

__all__ = [
    "Report",
    "Tally",
    "gates",
    "page_html",
    "restore",
    "rows_of",
    "run_row",
]
