r"""Bytes to text: which encoding, run by run, how sure, and what was lost. One file a stage.

    plain    nothing to decide: ASCII, and UTF-8 too long to be an accident
    bom      a byte order mark
    wide     UTF-16 and UTF-32 by their NUL columns; nuls: or a NUL among text
    escapes  ISO-2022-JP, ISO-2022-KR, HZ
    utf8     strict; short enough to be an accident; damaged: a few bad bytes
    legacy   everything else, by the text it makes, with what was declared and the language
    mixed    more than one of these, line by line; strangers: more than one legacy encoding
    stray    a byte too many among pairs of bytes
    general  chardet, where nothing makes sense

>>> from scrubtext import decode
>>> decode("学习".encode("gbk")).text
'学习'
>>> decode(b"\xc4\xe3\xba\xc3").ambiguous, decode(b"\xc4\xe3\xba\xc3", lang="zh-Hans").ambiguous
(True, False)
"""

from __future__ import annotations

from itertools import pairwise

from scrubtext.decoding.codepages import read
from scrubtext.decoding.pick import Plan, plan
from scrubtext.decoding.plain import plainly
from scrubtext.decoding.result import Candidate, Decoded, Run, Segment
from scrubtext.decoding.stray import PAIRED, strays
from scrubtext.errors import UsageError

__all__ = ["Candidate", "Decoded", "Segment", "decode"]


def decode(
    data: bytes | bytearray | memoryview, *, declared: str | None = None, lang: str | None = None
) -> Decoded:
    r"""Turn bytes into text and say how.

    ``declared`` is a label or a whole header value (``text/html; charset=gb2312``), misspelt or
    not; labels in the bytes (``<meta>``, XML) are found without it. A claim is weighed against the
    bytes: it settles what they leave open and loses against what they show. ``lang`` (``zh``,
    ``zh-Hans``, ``zh-Hant``, ``ja``, ``ko``, ``ru`` ...) settles short strings. Never raises for what
    the bytes are: what cannot be read becomes U+FFFD and is counted. Work on detection is bounded by
    a sample; the rest is linear.

    >>> decode("naïve café".encode("latin-1"), declared="text/html; charset=utf-8").text
    'naïve café'
    >>> decode(b"\xff\xfeo\0k\0").encoding
    'utf-16-le'
    """
    if isinstance(data, str):
        raise UsageError("decode() takes bytes; text is decoded already: clean(text) looks for mojibake")
    data = data if type(data) is bytes else bytes(data)
    return plainly(data, declared) or _carry_out(data, plan(data, declared, lang))


def _carry_out(data: bytes, made: Plan) -> Decoded:
    """Read every run."""
    texts: list[str] = []
    segments: list[Segment] = []
    at = lost = 0
    for run in made.runs:
        text, bad, count = _read_run(data, run)
        end = at + len(text)
        segments.append(Segment(run.start, run.end, at, end, run.encoding, bad))
        texts.append(text)
        at, lost = end, lost + count
    text = texts[0] if len(texts) == 1 else "".join(texts)
    return Decoded(text, _main(segments), tuple(segments), made.candidates, made.is_ambiguous, lost)


def _read_run(data: bytes, run: Run) -> tuple[str, tuple[int, ...], int]:
    """Text of a run, offsets of what could not be read, and the number of bytes lost."""
    if run.text is not None:
        return run.text, (), 0
    offset = run.start + run.skip
    piece = data[offset : run.end]
    if run.encoding in PAIRED and (holes := strays(piece, run.encoding)):
        return _read_around(piece, run.encoding, holes, offset)
    text, bad, count = read(piece, run.encoding)
    return text, tuple(offset + b for b in bad) if offset else bad, count


def _read_around(
    data: bytes, encoding: str, holes: list[int], offset: int
) -> tuple[str, tuple[int, ...], int]:
    """Text of a run with stray bytes, each of which becomes one U+FFFD."""
    texts: list[str] = []
    bad: list[int] = []
    lost = len(holes)
    for start, end in pairwise((-1, *holes, len(data))):
        text, found, count = read(data[start + 1 : end], encoding)
        texts.append(text)
        bad += [offset + start + 1 + b for b in found]
        bad += [offset + end] if end < len(data) else []
        lost += count
    return "\ufffd".join(texts), tuple(bad), lost


def _main(segments: list[Segment]) -> str:
    """The encoding of most of the text."""
    share: dict[str, int] = {}
    for s in segments:
        share[s.encoding] = share.get(s.encoding, 0) + s.end - s.start
    return max(share, key=lambda name: share[name]) if share else "ascii"
