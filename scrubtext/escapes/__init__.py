"""Escapes shown as text and how to read them: the parts of ``escaped_text``."""
