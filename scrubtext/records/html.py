"""HTML pages: the main text, block by block; what is hidden, and blocks that are mostly links, go."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from scrubtext.errors import ConfigError, ScrubtextError
from scrubtext.records.base import Chunk, Cleaned, Record, Reject, Sink, Spec
from scrubtext.records.blocks import blocks, main_blocks
from scrubtext.records.plain import PlainSink, megabytes

__all__ = ["HtmlFormat", "main_text", "page_text"]

_HEAD = 1 << 14  # bytes in which a page may name its encoding; browsers read 1,024, pages err
_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([^\s\"'/>;]+)", re.I)


class HtmlFormat:
    """A page is one record; what is written of it is text."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml")
    whole = True
    apart = False
    late = False

    def cut(self, source: BinaryIO, label: str, spec: Spec) -> Iterator[Chunk]:
        """The whole page."""
        data = source.read(spec.max_record + 1)
        large = len(data) > spec.max_record
        why = f"larger than {megabytes(spec.max_record)} (--max-record raises the limit)"
        yield Chunk(1, b"" if large else data, len(data), why if large else "", label)

    def parse(self, chunk: Chunk, spec: Spec) -> Iterator[Record | Reject]:
        """The main text of the page."""
        try:
            text, encoding = page_text(chunk.data, spec.declared, spec)
        except (ScrubtextError, UnicodeError, LookupError, RecursionError) as error:
            yield Reject(chunk.first, str(error) or type(error).__name__)
            return
        fields = {"id": chunk.label, "text": text, "encoding": encoding}
        yield Record(chunk.first, (text,), fields)

    def render(self, rows: Iterable[Cleaned], spec: Spec, own: bool) -> bytes:
        """Refused: a cleaned page is text."""
        raise ConfigError("HTML is read, not written: --to text or --to jsonl")

    def sink(self, stream: BinaryIO, spec: Spec) -> Sink:
        """Bytes one after another."""
        return PlainSink(stream)


def page_text(data: bytes, declared: str | None, spec: Spec) -> tuple[str, str]:
    """The main text of a page and its encoding; ``declared`` is what HTTP said."""
    from scrubtext import decode

    decoded = decode(data, declared=declared or charset(data), lang=spec.lang)
    return main_text(decoded.text, spec.parser), decoded.encoding


def charset(data: bytes) -> str | None:
    """The encoding a page names itself.

    >>> charset(b'<html><meta http-equiv="Content-Type" content="text/html; charset=gb2312">')
    'gb2312'
    """
    m = _CHARSET.search(data, 0, _HEAD)
    return m[1].decode("ascii", "replace") if m else None


def main_text(html: str, parser: str = "lxml") -> str:
    r"""The main text of a page: paragraphs a blank line apart, list items and table rows on lines.

    What a reader would not see goes (hidden elements, scripts), and so does what is mostly links or
    stands in navigation; where nothing looks like an article, everything but that stays.

    >>> main_text("<nav><a href=/>Home</a></nav><p>Two lines<br>of text.</p><ul><li>one<li>two</ul>")
    'Two lines\nof text.\n\n- one\n- two'
    """
    return "\n\n".join(block.text for block in main_blocks(list(blocks(html, parser))))
