"""Simplified and Traditional Chinese, converted: exactly as OpenCC, or better."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, ClassVar

from scrubtext.chars import Kind, mask
from scrubtext.doc import SLICE, Doc, takes_doc
from scrubtext.edit import Edit, Note, Recast
from scrubtext.errors import UnknownNameError, UsageError
from scrubtext.fields import check_fields
from scrubtext.script.careful import AMBIGUOUS, careful
from scrubtext.script.damaged import damaged
from scrubtext.script.dictionaries import configurations
from scrubtext.script.engine import Engine, Splice, engine
from scrubtext.script.foreign import kept, merged
from scrubtext.script.particle import particle
from scrubtext.script.votes import SIMPLIFIED, TRADITIONAL, sentences, votes
from scrubtext.step import changed_runs

__all__ = ["Script"]

Finding = Recast | Edit | Note
Span = tuple[int, int]
Mend = Callable[[str], Iterable[tuple[int, str]]]

CONVERTED, REGIONAL = "converted", "regional phrase"
_TARGETS = {  # target: configuration, the same with phrases
    "hans": ("t2s", "tw2sp"),
    "hant": ("s2t", "s2twp"),
    "tw": ("s2tw", "s2twp"),
    "hk": ("s2hk", "s2hkp"),
    "jp": ("t2jp", "t2jp"),
}
_DOMINANT = "dominant"
_DOMINATES = 3  # times as many votes as the other script: below, the text is mixed and stays


@dataclass(frozen=True, kw_only=True)
class Script:
    """Chinese text in the other script: converted by OpenCC's dictionaries, phrase by phrase.

    ``target``: ``hans``, ``hant`` (OpenCC's standard forms), ``tw``, ``hk``, ``jp``; or the name of an
    OpenCC configuration (``s2twp``, ``tw2sp``, ``t2jp``); or ``dominant``: characters of the other script
    inside sentences of the script the text is written in. ``phrases`` uses the words of the region too
    (軟體 for 软件). ``protect``: strings that stay as they are.

    With ``improve``, what OpenCC errs about is settled: phrases that cut through words (被发送), text
    that is in the target's script already, Japanese and Korean sentences, garbled lines with lost
    characters, addresses and code stay, but for what careless conversion left in Traditional text
    (屬于, 什么); computing terms of the region are used where computing is meant; an ambiguous conversion
    is noted with its candidates. Without it the result is OpenCC's, character for character.

    >>> import scrubtext
    >>> scrubtext.clean("邮件被发送，头发湿了", Script(target="tw"))
    '郵件被發送，頭髮溼了'
    >>> scrubtext.clean("鼠标和软件", Script(target="s2twp"))
    '滑鼠和軟體'
    """

    name: ClassVar[str] = "script"
    reasons: ClassVar[frozenset[str]] = frozenset({CONVERTED, REGIONAL, AMBIGUOUS})
    needs: ClassVar[int] = mask(Kind.HAN, Kind.GUN, Kind.COMPAT, Kind.ASTRAL)
    target: str = "hans"
    phrases: bool = False
    protect: tuple[str, ...] = ()
    improve: bool = True
    engine: str = "scrubtext"  # or "opencc": the package opencc-python-reimplemented, to compare

    def __post_init__(self) -> None:
        check_fields(self)
        known = (*_TARGETS, _DOMINANT, *configurations())
        if self.target not in known:
            raise UnknownNameError("target", self.target, known)
        if self.engine not in ("scrubtext", "opencc"):
            raise UnknownNameError("engine", self.engine, ("scrubtext", "opencc"))

    @takes_doc
    def __call__(self, doc: Doc) -> Iterable[Finding]:
        """One Recast, edits where lengths change, notes on what is ambiguous."""
        if self.engine == "opencc":
            return _foreign(doc.text, _installed(self._config(self.target)))
        japanese = "jp" in self._config(self.target)  # then Japanese is what is to be converted
        stay = kept(doc, self.protect, apart=self.improve, languages=self.improve and not japanese)
        if self.improve and doc.kinds & mask(Kind.REPLACEMENT):
            stay = merged([*stay, *damaged(doc.text)])
        if not self.improve and self.target != _DOMINANT:
            return _findings(doc, engine(self._config(self.target)), stay)
        return self._improved(doc, stay)

    def _config(self, target: str) -> str:
        return _TARGETS[target][self.phrases] if target in _TARGETS else target

    def _improved(self, doc: Doc, stay: list[Span]) -> Iterable[Finding]:
        found = _without(votes(doc), stay)
        target = self.target
        if target == _DOMINANT:
            return self._mend(doc, found, stay)
        config = self._config(target)
        source = {"s": SIMPLIFIED, "t": TRADITIONAL, "h": TRADITIONAL}.get(config[0])
        if source is None or (config[0] != "s" and "2s" not in config):
            return _findings(doc, engine(config), stay)  # between forms of one script
        other = SIMPLIFIED + TRADITIONAL - source
        if source not in found:
            if source == TRADITIONAL:
                return ()
            if other in found:
                return _recast(
                    doc.text, doc.text, _left(doc.text, config, [(0, len(doc.text))], stay)
                )
            stay = merged([*stay, *_alone(doc.text)])
        elif other in found:
            return _mixed(doc, config, stay, found, source)
        return _findings(doc, _engine(config), stay)

    def _mend(self, doc: Doc, found: bytes, stay: list[Span]) -> Iterable[Finding]:
        """Strays in the sentences of the script that has most of the votes."""
        hans, hant = found.count(SIMPLIFIED), found.count(TRADITIONAL)
        if not min(hans, hant) or min(hans, hant) * _DOMINATES > max(hans, hant):
            return ()
        mine, stray = (SIMPLIFIED, TRADITIONAL) if hans > hant else (TRADITIONAL, SIMPLIFIED)
        allowed = bytearray(len(found))
        only = bytes(v == stray for v in range(256))
        for start, end in sentences(doc.text):
            if found.count(stray, start, end) < found.count(mine, start, end):
                allowed[start:end] = found[start:end].translate(only)
        config = self._config("hans" if mine == SIMPLIFIED else "hant")
        return _findings(doc, _engine(config), stay, bytes(allowed))


def _engine(config: str) -> Engine:
    if config.startswith("s2"):
        return careful(config)
    return particle(config) if config == "t2s" else engine(config)


def _without(found: bytes, stay: list[Span]) -> bytes:
    """The votes without those of the parts that stay."""
    if not stay:
        return found
    out = bytearray(found)
    for start, end in stay:
        out[start:end] = bytes(end - start)
    return bytes(out)


def _mixed(doc: Doc, config: str, stay: list[Span], found: bytes, source: int) -> Iterable[Finding]:
    """A text of both scripts: sentences of the target's script stay, but for strays."""
    other = SIMPLIFIED + TRADITIONAL - source
    strays: list[Span] = []
    leave: list[Span] = []
    majority = found.count(source) >= found.count(other)
    for start, end in sentences(doc.text):
        mine, theirs = found.count(source, start, end), found.count(other, start, end)
        if not mine and (theirs or not majority):
            leave.append((start, end))
        elif theirs > mine:
            strays.append((start, end))
    allowed = _at(found, source, strays)
    mend: Mend = _nothing
    if source == SIMPLIFIED:  # in the text as it will be: 随后 is no word there, 隨后 is
        mend = partial(_left, config=config, spans=merged([*leave, *strays]), stay=stay)
    return _findings(doc, _engine(config), merged([*stay, *leave]), allowed, mend)


def _nothing(text: str) -> Iterable[tuple[int, str]]:
    """No character that is left to mend."""
    return ()


def _left(text: str, config: str, spans: list[Span], stay: list[Span]) -> Iterator[tuple[int, str]]:
    """Simplified characters left in Traditional sentences, outside the parts that stay."""
    from scrubtext.script.strays import strays

    begins = [start for start, _ in stay]
    for start, end in spans:
        for at, new in strays(text, start, end, config):
            k = bisect_right(begins, at)
            if not k or stay[k - 1][1] <= at:
                yield at, new


def _recast(old: str, made: str, mended: Iterable[tuple[int, str]]) -> Iterator[Recast]:
    """The converted text with those characters put in, if anything is another."""
    new = list(made)
    for at, char in mended:
        new[at] = char
    if (whole := "".join(new)) != old:
        yield Recast(whole, CONVERTED)


def _at(found: bytes, vote: int, spans: list[Span]) -> bytes:
    """For every character whether it may change: in ``spans`` only those with the vote."""
    if not spans:
        return b""
    allowed = bytearray(b"\1") * len(found)
    only = bytes(v == vote for v in range(256))
    for start, end in spans:
        allowed[start:end] = found[start:end].translate(only)
    return bytes(allowed)


def _alone(text: str) -> list[Span]:
    """Ideographs that stand alone, where nothing says that the text is Simplified (Whoo 后)."""
    from re import finditer

    han = "\u3400-\u9fff"
    return [m.span() for m in finditer(f"(?<![{han}])[{han}](?![{han}])", text)]


def _findings(
    doc: Doc,
    with_: Engine,
    stay: list[Span],
    allowed: bytes = b"",
    mend: Mend = _nothing,
) -> Iterator[Finding]:
    """What the engine changes, outside the parts that stay."""
    notes: list[Note] = []
    made, splices = _run(doc, with_, stay, notes)
    if allowed:
        old = doc.text
        made = "".join([n if a else o for o, n, a in zip(old, made, allowed, strict=True)])
        splices = [s for s in splices if all(allowed[s[0] : s[1]])]
    yield from _recast(doc.text, made, mend(made))
    yield from (Edit(start, end, new, REGIONAL) for start, end, new in splices)
    yield from notes


def _run(doc: Doc, with_: Engine, stay: list[Span], notes: list[Note]) -> tuple[str, list[Splice]]:
    text = doc.text
    if not stay:
        if len(text) <= SLICE:
            return with_.run_units(text, doc.units, notes)
        return with_.run(text, notes)
    made: list[str] = []
    splices: list[Splice] = []
    at = 0
    for start, end in [*stay, (len(text), len(text))]:
        found: list[Note] = []
        new, more = with_.run(text[at:start], found)
        made += new, text[start:end]
        splices += [(at + a, at + b, value) for a, b, value in more]
        notes += (n._replace(start=at + n.start, end=at + n.end) for n in found)
        at = end
    return "".join(made), splices


def _installed(config: str) -> Callable[[str], str]:
    """The conversion of opencc-python-reimplemented, if that is what is installed."""
    try:
        import opencc
    except ImportError:
        raise UsageError(
            'Script(engine="opencc") needs a package: pip install "scrubtext[opencc]"'
        ) from None
    where = str(getattr(opencc, "__file__", ""))
    if not hasattr(opencc, "__path__") or not hasattr(
        getattr(opencc, "OpenCC", None), "set_conversion"
    ):
        raise UsageError(
            f"the module opencc ({where}) is not that of opencc-python-reimplemented: several packages "
            "install a module of this name; uninstall the other, or use the engine scrubtext"
        )
    return _conversion(opencc.OpenCC, config)


@cache
def _conversion(made_by: Callable[[str], Any], config: str) -> Callable[[str], str]:
    try:
        convert: Callable[[str], str] = made_by(config).convert
    except FileNotFoundError:
        raise UsageError(
            f"opencc-python-reimplemented has no configuration {config}; the engine scrubtext has"
        ) from None
    return convert


def _foreign(text: str, convert: Callable[[str], str]) -> Iterator[Finding]:
    """The edits of a foreign conversion, line by line; whole lines only where lengths change."""
    at = 0
    for line in text.splitlines(keepends=True):
        new = convert(line)
        if len(new) == len(line):
            for e in changed_runs(line, new, CONVERTED):
                yield Edit(at + e.start, at + e.end, e.new, CONVERTED)
        else:
            yield Edit(at, at + len(line), new, CONVERTED)
        at += len(line)
