"""Lines above an article that it speaks of: titles that read like buttons, paths it shows."""

from __future__ import annotations

import re

__all__ = ["asks", "tells_of_paths", "told_of"]

LONG = 12_000
"""Characters of an article that are looked at."""
MIN_DENSE = 4
"""Characters of a title of Chinese or Japanese; two words are asked of others."""
_DENSE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
_PIECES = re.compile(r"[的与與和及或、，,·：:\s!！?？.…「」《》のとやはをがに]+")
_WORDS = re.compile(r"[^\W\d_]+")
_STEM = {True: 2, False: 5}
"""Characters by which a word is known again, in Korean (True) and in others."""
_SMALL = frozenset(("및", "과", "와", "the", "and", "und", "для"))


def told_of(line: str, rest: str) -> bool:
    """Whether all that a line names comes again in the article below it.

    >>> told_of("Leave a comment", "Whoever wants to leave something writes a comment.")
    True
    >>> told_of("Leave a comment", "The mill was closed in March.")
    False
    """
    low = rest[:LONG].casefold()
    if _DENSE.search(line):
        pieces = [p for p in _PIECES.split(line.strip().casefold()) if len(p) > 1]
        return sum(map(len, pieces)) >= MIN_DENSE and all(p in low for p in pieces)
    words = [w for w in _WORDS.findall(line.casefold()) if len(w) > 3 or "가" <= w[0] <= "힣"]
    words = [w for w in words if w not in _SMALL]
    return len(words) > 1 and all(w[: _STEM["가" <= w[0] <= "힣"]] in low for w in words)


def tells_of_paths(text: str) -> bool:
    """Whether a text is about the paths of pages, and shows one."""
    return _PATHS.search(text) is not None


_PATHS = re.compile("面包屑|麵包屑|パンくず|[Bb]readcrumb|хлебн|브레드크럼|[Bb]rotkr")


def asks(line: str) -> bool:
    """Whether a line begins as a question does, and no button: it is the title of an article.

    >>> asks("Why every site asks about cookies"), asks("Accept cookies")
    (True, False)
    """
    return _QUESTION.match(line) is not None


_QUESTION = re.compile(
    r"(?:why|how|what|who|when|where|warum|wie|wer|wann|wieso|почему|как|что|кто|зачем|когда|pourquoi|comment"
    r"|quand|por qué|cómo|qué|quién|por que|como|perché|come|chi|dlaczego|jak|waarom|hoe)\b"
    r"|¿|为什么|為什麼|怎样|怎樣|怎么|怎麼|如何|谁|誰|なぜ|どう|왜|어떻게",
    re.I,
)
