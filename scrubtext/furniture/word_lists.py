"""Words by which a text is told to be about pages, and signs by which a gate tells whether to look at all."""

from __future__ import annotations

from functools import cache

from scrubtext.chars import Kind, mask
from scrubtext.tables import rows

__all__ = ["LETTERS", "signs", "signs_by_language", "topic_words"]

LETTERS = {
    "zh": mask(Kind.HAN), "ja": mask(Kind.KANA), "ko": mask(Kind.HANGUL), "ru": mask(Kind.CYRILLIC),
    "ar": mask(Kind.OTHER), "en": mask(Kind.LETTER), "latin": mask(Kind.LATIN, Kind.TONED),
}  # fmt: skip
"""The kinds of characters of which a text in a language has one."""


@cache
def topic_words(topic: str) -> tuple[str, ...]:
    """Parts of words of texts that are about a thing: ``data/page_topics.tsv``.

    >>> "マニュアル" in topic_words("template"), "шаблон" in topic_words("template")
    (False, True)
    """
    return tuple(w for words, of in rows("page_topics.tsv") if of == topic for w in words.split("|"))


@cache
def signs(what: str) -> tuple[str, ...]:
    """The signs of one thing in all languages: ``data/page_signs.tsv``."""
    return tuple(sign for _, some in signs_by_language(what) for sign in some)


@cache
def signs_by_language(what: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The signs of one thing, row by row, with their language."""
    own = [(lang, listed) for listed, lang, of in rows("page_signs.tsv") if of == what]
    return tuple((lang, tuple(listed.split("|"))) for lang, listed in own)
