"""Build ``euc_tw.txt.gz``: the characters of CNS 11643 by plane, row and cell, for EUC-TW.

Run by hand, on a system whose iconv knows EUC-TW (the GNU C library does), never at install time:

    python scrubtext/data/build_euc_tw.py

Which code stands for which character is a fact of the standard CNS 11643; nothing else is taken.
"""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

OUT = Path(__file__).with_name("euc_tw.txt.gz")
PLANES = (1, 2, 3, 4, 5, 6, 7, 15)
HOLE = "\ufffd"

HEADER = """\
# CNS 11643 for EUC-TW: plane, row (from 1), its 94 characters; U+FFFD where there is none.
# Source: asked of iconv (EUC-TW of the GNU C library) by build_euc_tw.py; codes are facts of the
#   standard.
# Licence: MIT, as the rest of scrubtext.
# Used by: scrubtext.decoding.euc_tw.
# Not for: writing EUC-TW; some characters have two codes.
"""


def convert(data: bytes) -> str:
    """What iconv makes of ``data``; nothing if it cannot read all of it."""
    command = ["iconv", "-f", "EUC-TW", "-t", "UTF-8"]
    done = subprocess.run(command, input=data, capture_output=True, check=False)
    return done.stdout.decode("utf-8") if done.returncode == 0 else ""


def cell(plane: int, row: int, column: int) -> bytes:
    return bytes([0x8E, 0xA0 + plane, 0xA0 + row, 0xA0 + column])


def characters(plane: int, row: int) -> str:
    """A row; cell by cell only where it is not full."""
    codes = [cell(plane, row, column) for column in range(1, 95)]
    whole = convert(b"".join(codes))
    if len(whole) == 94:
        return whole
    return "".join(made if len(made := convert(code)) == 1 else HOLE for code in codes)


def main() -> None:
    """Ask for everything and write it."""
    rows = []
    for plane in PLANES:
        for row in range(1, 95):
            text = characters(plane, row)
            if text.strip(HOLE):
                rows.append(f"{plane}\t{row}\t{text}\n")
    OUT.write_bytes(gzip.compress((HEADER + "".join(rows)).encode("utf-8"), 9, mtime=0))
    print(len(rows), "rows,", OUT.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
