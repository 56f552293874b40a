r"""Runs of ``\u4e2d\u6587`` and of quoted-printable bytes, where they are unmistakable."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import pairwise

from scrubtext.edit import Edit
from scrubtext.escapes.brakes import Brakes

__all__ = ["has_quoted", "quoted_printable", "u_escapes"]

_MIN_U = 2  # escapes in a row that decode to letters or marks of CJK and other scripts
_MIN_QP = 2  # characters beyond ASCII in a row


@cache
def _u_run() -> re.Pattern[str]:
    return re.compile(r"(?<!\\)(?:\\u[0-9A-Fa-f]{4})+")


@cache
def _qp_run() -> re.Pattern[str]:
    return re.compile(r"(?:=[0-9A-F]{2}|=\r?\n)+")


@cache
def _qp_gate() -> re.Pattern[str]:
    return re.compile(r"=[C-F][0-9A-F]=(?:\r?\n=)?[89AB][0-9A-F]=")


def has_quoted(text: str) -> bool:
    """Whether quoted-printable bytes of UTF-8 may occur."""
    return _qp_gate().search(text) is not None


def u_escapes(text: str) -> Iterator[Edit]:
    r"""Edits that decode runs of ``\u`` escapes, and single ones on the lines of such runs."""
    brakes = Brakes(text)
    sure = -1  # end of the last line that held a run
    for m in _u_run().finditer(text):
        new = _u_text(m.group())
        on_sure_line = m.start() < sure
        if not new or (len(m.group()) < 6 * _MIN_U and not (on_sure_line and len(new) == 1)):
            continue
        if _is_literal(text, m, new) or brakes.meant(m.start()):
            continue
        end = text.find("\n", m.end())
        sure = end if end >= 0 else len(text)
        yield Edit(*m.span(), new, "unicode escape")


def _u_text(run: str) -> str:
    """What a run decodes to, "" unless all of it is text beyond ASCII."""
    units = b"".join(int(h, 16).to_bytes(2, "big") for h in run.split("\\u")[1:])
    try:
        new = units.decode("utf-16-be")
    except UnicodeDecodeError:
        return ""
    codes = [ord(c) for c in new]
    in_order = len(new) > 2 and all(b == a + 1 for a, b in pairwise(codes))
    return new if all(_is_text(c) for c in new) and not in_order else ""


def _is_text(char: str) -> bool:
    return char > "\x7f" and unicodedata.category(char) not in ("Cc", "Cf", "Cn", "Co", "Cs")


def _is_literal(text: str, m: re.Match[str], new: str) -> bool:
    """Whether the run is a string, a class of a regular expression, a value, or shown beside itself."""
    line = text.rfind("\n", 0, m.start()) + 1
    left = text[max(line, m.start() - 300) : m.start()]
    right = text[m.end() : m.end() + 300].split("\n", 1)[0]
    left = unescape(left)  # as the entities of the same pass will leave it
    if left.count('"') % 2 or left.count("'") % 2 or "[" in left[left.rfind("]") + 1 :]:
        return True
    if re.search(r"[\w.-]+[ \t]*=[ \t]*\Z", left) or left.endswith(("/", "(", "-", "`")):
        return True
    return right.startswith(("-", "`")) or new in left or new in right


def quoted_printable(text: str) -> Iterator[Edit]:
    """Edits that decode quoted-printable bytes in the paragraphs where whole words are written so."""
    brakes = Brakes(text)
    for start, end in _paragraphs(text):
        runs = [(m, _qp_text(text, m)) for m in _qp_run().finditer(text, start, end)]
        sure = any(sum(c > "\x7f" for c in new) >= _MIN_QP for _, new in runs)
        if sure:
            for m, new in runs:
                if (new or m.group().strip("=\r\n") == "") and not brakes.meant(m.start()):
                    yield Edit(*m.span(), new, "quoted-printable")


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Blocks without blank lines that hold quoted bytes, line end included."""
    at = 0
    while gate := _qp_gate().search(text, at):
        start = text.rfind("\n\n", at, gate.start()) + 2
        start = start if start > 1 else at
        end = text.find("\n\n", gate.end())
        at = end if end >= 0 else len(text)
        yield start, at


def _qp_text(text: str, m: re.Match[str]) -> str:
    """What a run decodes to; "" for nothing but a soft line break, or where it is no text."""
    hexes = re.findall(r"=([0-9A-F]{2})", m.group())
    try:
        new = bytes.fromhex("".join(hexes)).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    new = new.replace("\r\n", "\n")
    after = text[m.end() : m.end() + 2]
    if "=" in new and re.search(r"=(?:[0-9A-F]|\Z|\n)", new + after):
        return ""  # would read as an escape again
    return new if all(c in "\t\n" or (c >= " " and c != "\x7f") for c in new) else ""
