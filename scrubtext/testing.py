"""For people who write a filter of their own: the laws the library's own filters keep.

>>> from scrubtext import DoubledPunctuation
>>> from scrubtext.testing import check_filter
>>> check_filter(DoubledPunctuation(), dirty=["好的，，走吧。"])
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Sequence
from typing import Any

from scrubtext.chars import Kind
from scrubtext.doc import Doc, Filter
from scrubtext.edit import Drop, Edit, Note, Recast, apply, invert
from scrubtext.errors import ScrubtextError
from scrubtext.pipeline import Pipeline

__all__ = ["SAMPLES", "BrokenLaw", "check_filter"]

SMALL = 50_000  # bytes a filter may weigh when it travels to a worker

SAMPLES: tuple[str, ...] = (
    "",
    " ",
    "\n",
    "\r\n\r\n",
    "\0",
    "\ud83d",
    "\ude00\ud83d",
    "\ufeff你好",
    "\u200b\u200d\u00ad",
    "A plain sentence.\nAnd another one.\n",
    "这是一句普通的话。\n\n这是另一句，它也很普通。\n",
    "日本語の文章です。カタカナも、ひらがなも。",
    "한국어 문장입니다. 두 번째 문장.",
    "Русский текст. Ελληνικά. עברית. العربية. ไทย. हिन्दी.",
    "好的，，走吧。。真的？！……——“引号”（括号）",
    "開源模式的發(fā)展、技術(shù)與風(fēng)險(xiǎn)。模式?jīng)]有",
    "è¿™æ˜¯ä¸€ä¸ªä¾‹å\xad\x90 Ã© 锟斤拷 \ufffd",
    "&lt;b&gt; \\u4e2d https://example.org/?a=b&c=d a@b.example",
    "x" * 5000,
    "的" * 5000,
    "a,b|c-d/e_" * 500,
    "\n" * 3000,
    "（" * 2000 + "）" * 2000,
    "𠮷野家👩‍👩‍👧🇨🇳\U000e0041",
)
"""Texts every filter must survive: empty, broken, many scripts, dirt, and the same thing many times."""


class BrokenLaw(AssertionError):  # noqa: N818 - reads as what it says
    """A filter that does not keep a law; the message says which, and on what text."""


def check_filter(
    filter: Filter,  # noqa: A002
    *,
    untouched: Iterable[str] = (),
    dirty: Iterable[str] = (),
    texts: Iterable[str] = SAMPLES,
) -> None:
    """Hold ``filter`` to the laws; BrokenLaw says which one it breaks and how.

    ``untouched`` are texts it must leave alone, ``dirty`` ones in which it must find something;
    ``texts`` are others to try, your own Hypothesis examples among them if you like.
    """
    _shape(filter)
    _travels(filter)
    untouched, dirty = list(untouched), list(dirty)
    for text in [*texts, *untouched, *dirty]:
        _text_laws(filter, text)
    for text in untouched:
        if (made := Pipeline([filter])(text)) != text:
            raise _broken(filter, "leaves clean text alone", text, f"it became {made!r:.200}")
    for text in dirty:
        if not list(filter(Doc(text))):
            raise _broken(filter, "finds its dirt", text, "it found nothing")


def _broken(filter_: Any, law: str, text: str | None, what: str) -> BrokenLaw:
    on = "" if text is None else f"\n  text: {text!r:.200}"
    return BrokenLaw(f"{getattr(filter_, 'name', filter_)!s}: a filter {law}.\n  {what}{on}")


def _shape(filter_: Any) -> None:
    """A name in snake_case, a closed set of reasons, a mask of kinds if any."""
    name = getattr(filter_, "name", None)
    if isinstance(filter_, type):
        raise _broken(filter_, "is an instance, not its class", None, f"write {filter_.__name__}()")
    if not callable(filter_):
        raise _broken(filter_, "can be called with a Doc", None, "it has no __call__")
    if not isinstance(name, str) or not name.isidentifier() or name != name.lower():
        raise _broken(filter_, "has a name in snake_case", None, f"name is {name!r}")
    reasons = getattr(filter_, "reasons", None)
    if not isinstance(reasons, frozenset) or not all(isinstance(r, str) and r for r in reasons):
        what = f"reasons is {reasons!r}; write reasons: ClassVar = frozenset({{'...'}})"
        raise _broken(filter_, "declares its reasons", None, what)
    if not 0 <= getattr(filter_, "needs", 0) < 1 << (max(Kind) + 1):
        raise _broken(filter_, "needs kinds that exist", None, f"needs is {filter_.needs!r}")


def _travels(filter_: Filter) -> None:
    """It goes to worker processes: picklable, equal afterwards, small."""
    try:
        data = pickle.dumps(filter_)
        again = pickle.loads(data)
    except Exception as error:
        raise _broken(filter_, "pickles", None, f"{type(error).__name__}: {error}") from error
    if again != filter_:
        raise _broken(filter_, "is equal to its pickled self", None, "make it a frozen dataclass")
    if len(data) > SMALL:
        raise _broken(filter_, "pickles small", None, f"it takes {len(data):,} bytes")


def _text_laws(filter_: Filter, text: str) -> None:
    found = _findings(filter_, text)
    if found != _findings(filter_, text):
        raise _broken(filter_, "finds the same every time", text, "the second look differs")
    _findings_fit(filter_, text, found)
    line = Pipeline([filter_])
    try:
        result = line.explain(text)
    except ScrubtextError as error:
        raise _broken(filter_, "yields edits in order and disjoint", text, str(error)) from error
    _gate(filter_, text, found)
    rows = json.loads(json.dumps(result.edits))
    if apply(text, rows) != result.text or apply(result.text, invert(rows)) != text:
        raise _broken(filter_, "can be undone", text, f"its patch {rows!r:.200} does not replay")
    if (again := line(result.text)) != result.text:
        what = f"cleaned once {result.text!r:.100}, cleaned twice {again!r:.100}"
        raise _broken(filter_, "changes nothing the second time", text, what)


def _findings(filter_: Filter, text: str) -> list[Any]:
    try:
        return list(filter_(Doc(text)))
    except Exception as error:
        what = f"it raised {type(error).__name__}: {error}"
        raise _broken(filter_, "survives every text", text, what) from error


def _findings_fit(filter_: Filter, text: str, found: Sequence[Any]) -> None:
    """Known kinds of findings, in order, inside the text, for declared reasons."""
    reasons: frozenset[str] = filter_.reasons  # type: ignore[attr-defined]
    at = {Edit: 0, Note: 0}
    for k, f in enumerate(found):
        if not isinstance(f, Edit | Recast | Note | Drop):
            raise _broken(filter_, "yields Edit, Recast, Note or Drop", text, f"it yielded {f!r}")
        if f.why not in reasons:
            raise _broken(filter_, "gives a declared reason", text, f"{f.why!r} is not in reasons")
        if isinstance(f, Recast) and (k or len(f.text) != len(text)):
            raise _broken(filter_, "yields a Recast first and of equal length", text, repr(f)[:200])
        if isinstance(f, Edit | Note):
            start = at[type(f)]
            if not start <= f.start <= f.end <= len(text):
                what = f"{f!r} begins before {start} or leaves the text"
                raise _broken(filter_, "goes from left to right, inside the text", text, what)
            at[type(f)] = f.end if isinstance(f, Edit) else f.start


def _gate(filter_: Filter, text: str, found: Sequence[Any]) -> None:
    """Where ``needs`` rules the filter out, there was nothing to be found."""
    needs = int(getattr(filter_, "needs", 0))
    if needs and found and not Doc(text).kinds & needs:
        what = f"it found {found[0]!r}, but the pipeline would have skipped it"
        raise _broken(filter_, "needs one of the kinds it names", text, what)
