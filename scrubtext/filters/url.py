"""Web addresses in running text, taken out or masked; opt-in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from scrubtext.doc import Doc, takes_doc
from scrubtext.edit import Edit, Finding, Note
from scrubtext.errors import ConfigError
from scrubtext.fields import check_fields
from scrubtext.furniture.spans import bare, held

_START = re.compile(
    r"(?:https?|ftp)://(?=[A-Za-z0-9\[\u00a1-\uffff])|(?<![\w.@/\-])www\.(?=[A-Za-z0-9])", re.I
)
# Characters of an address; a CJK character ends it, since prose goes on there without a space.
_REST = re.compile(r"[\x21\x23-\x3b\x3d\x3f-\x5b\x5d\x5f\x61-\x7a\x7e]{1,2000}")
_IRI = re.compile(r"[^\W\x00-\x7f]{1,80}")
_BRACKETS = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, kw_only=True)
class Url:
    """Addresses with a scheme or ``www.``, removed or replaced by ``mask``.

    An address ends at white space, at a mark or letter of Chinese, Japanese or Korean text (but goes on
    into a path that is written in such letters after a slash: /wiki/维基百科), and before the closing
    punctuation of the sentence. Brackets that held nothing else go with it; of a Markdown link the text
    stays. A text that would be left empty is not touched.

    >>> import scrubtext
    >>> scrubtext.clean("见https://a.example/x，谢谢", Url())
    '见，谢谢'
    >>> scrubtext.clean("见https://a.example/x，谢谢", Url(action="mask"))
    '见[URL]，谢谢'
    """

    name: ClassVar[str] = "url"
    reasons: ClassVar[frozenset[str]] = frozenset({"web address", "link target", "only content"})
    action: str = "remove"  # or "mask"
    mask: str = "[URL]"

    def __post_init__(self) -> None:
        check_fields(self)
        if self.action not in ("remove", "mask"):
            raise ConfigError(f"url: action is 'remove' or 'mask', not {self.action!r}")

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """The addresses in ``doc``."""
        text = doc.text
        if "://" not in text and "www." not in text and "WWW." not in text and "Www." not in text:
            return ()
        return self._find(text)

    def _find(self, text: str) -> Iterator[Finding]:
        edits = list(self._edits(text))
        if edits and self.action == "remove" and not bare(text, edits):
            yield from (Note(e.start, e.end, "only content") for e in edits)
            return
        yield from edits

    def _edits(self, text: str) -> Iterator[Edit]:
        at = 0
        for m in _START.finditer(text):
            if m.start() < at:
                continue
            end = _end(text, m.end())
            if end <= m.end():
                continue
            for e in self._around(text, m.start(), end, at):
                yield e
                at = e.end

    def _around(self, text: str, start: int, end: int, floor: int) -> Iterator[Edit]:
        """The edits for one address: with what holds it."""
        link = _markdown(text, start, end, floor)
        if self.action == "mask":
            yield Edit(start, end, self.mask, "web address")
        elif link:
            image, opened, closed = link
            if image:
                yield Edit(opened, closed, "", "link target")
            else:
                yield Edit(opened, opened + 1, "", "link target")
                yield Edit(text.rfind("](", opened, start), closed, "", "link target")
        else:
            yield held(text, start, end, floor, "web address")


def _end(text: str, at: int) -> int:
    """Where an address ends whose scheme ends at ``at``."""
    start = at
    while True:
        m = _REST.match(text, at)
        at = m.end() if m else at
        slash = text.find("/", start, at)
        iri = _IRI.match(text, at) if 0 <= slash < at - 1 and text[at - 1] in "/=_-" else None
        if not iri or not iri[0].isalnum():
            break
        at = iri.end()
    while at > start:
        last = text[at - 1]
        if last in ".,;:!?'*_~&" or (last in _BRACKETS and _open(text, start, at, last)):
            at -= 1
        else:
            break
    return at


def _open(text: str, start: int, at: int, last: str) -> bool:
    """Whether a closing bracket belongs to the sentence, not to the address."""
    return text.count(last, start, at) > text.count(_BRACKETS[last], start, at)


def _markdown(text: str, start: int, end: int, floor: int) -> tuple[bool, int, int] | None:
    """Of ``[words](address)``: whether it is an image, and its span."""
    if text[end : end + 1] != ")" or text[start - 2 : start] != "](":
        return None
    opened = text.rfind("[", max(floor, start - 300), start - 2)
    if opened < 0 or "\n\n" in text[opened:start]:
        return None
    image = opened > floor and text[opened - 1] == "!"
    return image, opened - image, end + 1
