"""Whether a place in a text reads as Chinese or Japanese or as Latin: the judge of ``punctuation``."""
