"""Terms of use: of software and documents they are a part, of a page they are furniture."""

from __future__ import annotations

from scrubtext.furniture.word_lists import topic_words

__all__ = ["is_licence"]




def is_licence(s: str) -> bool:
    """Terms of use of software and documents are part of what they belong to; of what a site prints not."""
    told = any(word in s for word in topic_words("licence"))
    return told and not any(word in s for word in topic_words("open licence"))
