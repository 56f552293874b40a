"""Rules of the user's: markers and patterns from a file, checked before they cut anything.

A rule file is TOML with ``markers = [...]`` (lines that begin page furniture) and ``patterns = [...]``
(regular expressions a whole line must match), or plain text with a marker a line and patterns between
slashes. In ``Trailer(extra=…)`` and ``Placeholder(extra=…)`` a pattern is written between slashes too.
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scrubtext.errors import ConfigError

__all__ = ["Problem", "RuleHit", "is_pattern", "lint_rules", "matcher", "preview", "read_rules"]

MAX_LINE = 400
"""Characters of a line a pattern is tried on."""

_UNBOUNDED = re.compile(r"(?<!\\)(?:\.|\\[wWsSdD]|\](?!\\)|\))(?:[*+]|\{\d+,\})")


class Problem(NamedTuple):
    """What is wrong with one rule: its number in the file, the rule, and why it is refused."""

    number: int
    rule: str
    why: str


class RuleHit(NamedTuple):
    """A line that rules would remove, how often it occurs, and the rule."""

    line: str
    times: int
    rule: str


def read_rules(path: str | Path) -> tuple[str, ...]:
    """The rules of a file, patterns between slashes; ConfigError where one is refused."""
    rules = _load(Path(path))
    problems = lint_rules(rules)
    if problems:
        first = problems[0]
        raise ConfigError(f"{path}: rule {first.number} {first.rule!r}: {first.why}")
    return rules


def _load(path: Path) -> tuple[str, ...]:
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: cannot be read: {error}") from error
    if path.suffix != ".toml":
        lines = (line.strip() for line in text.splitlines())
        return tuple(line for line in lines if line and not line.startswith("# "))
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: not TOML: {error}") from error
    unknown = sorted(set(data) - {"markers", "patterns"})
    if unknown:
        raise ConfigError(f"{path}: unknown key {unknown[0]!r}; there are: markers, patterns")
    return tuple(map(str, data.get("markers", ()))) + tuple(
        f"/{p}/" for p in data.get("patterns", ())
    )


def _pattern(rule: str) -> str | None:
    return rule[1:-1] if len(rule) > 2 and rule[0] == rule[-1] == "/" else None


def is_pattern(rule: str) -> bool:
    """Whether a rule is a regular expression, written between slashes."""
    return _pattern(rule) is not None


def lint_rules(rules: str | Path | Iterable[str]) -> list[Problem]:
    """What is wrong with rules, or with the rule file of that path; nothing where all may be used.

    >>> [p.why for p in lint_rules(["赞", "/.*广告.*/", "猜你还想看"])]
    ['one character would match too much', 'unbounded: give the repeat an upper limit, as in .{0,40}']
    """
    lines = _load(Path(rules)) if isinstance(rules, str | Path) else rules
    found = ((n, rule, _refusal(rule)) for n, rule in enumerate(lines, 1))
    return [Problem(n, rule, why) for n, rule, why in found if why]


def _refusal(rule: str) -> str:
    pattern = _pattern(rule)
    if pattern is None:
        bare = re.sub(r"[\W_]+", "", rule)
        if len(bare) < 2:
            return "one character would match too much"
        return "letters or digits alone match too much" if len(bare) < 4 and bare.isascii() else ""
    if _UNBOUNDED.search(pattern):
        return "unbounded: give the repeat an upper limit, as in .{0,40}"
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        return f"not a regular expression: {error}"
    if compiled.fullmatch("") or compiled.fullmatch("一") or compiled.fullmatch("a"):
        return "matches an empty line or a single character"
    literal = re.sub(r"\\[wWsSdDbB]|\{[\d,]*\}|\[[^\]]*\]|[\\^$.|?*+(){}]", "", pattern)
    return "" if len(literal) > 1 else "one character would match too much"


@cache
def matcher(rules: tuple[str, ...]) -> Callable[[str], bool]:
    """Whether a whole line is what one of ``rules`` says; ConfigError where a rule is refused."""
    problems = lint_rules(rules)
    if problems:
        raise ConfigError(f"extra rule {problems[0].rule!r}: {problems[0].why}")
    patterns = [re.compile(p) for rule in rules if (p := _pattern(rule))]
    words = {rule.casefold() for rule in rules if _pattern(rule) is None}

    def matches(line: str) -> bool:
        s = line[: 2 * MAX_LINE].strip()[:MAX_LINE]
        return s.casefold() in words or any(p.fullmatch(s) for p in patterns)

    return matches


def matching(
    text: str, spans: Iterable[tuple[int, int]], rules: tuple[str, ...]
) -> Iterator[tuple[int, int]]:
    """The lines at ``spans`` that rules match; of a long one the beginning is looked at."""
    matches = matcher(rules)
    return ((a, b) for a, b in spans if matches(text[a : min(b, a + 2000)]))


def preview(rules: Iterable[str], texts: Iterable[str], top: int = 20) -> list[RuleHit]:
    r"""The lines of ``texts`` that rules would match, most frequent first: look before you cut.

    >>> preview(["猜你还想看"], ["一段话。\n猜你还想看\n标题", "猜你还想看"])
    [RuleHit(line='猜你还想看', times=2, rule='猜你还想看')]
    """
    each = [(rule, matcher((rule,))) for rule in rules]
    counts: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for line in text.split("\n"):
            for rule, matches in each:
                if matches(line):
                    counts[line.strip(), rule] += 1
                    break
    return [RuleHit(line, n, rule) for (line, rule), n in counts.most_common(top)]
