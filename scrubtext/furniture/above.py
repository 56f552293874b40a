"""What stands above a place of a text: the last line that is not blank, and whether it stands apart."""

from __future__ import annotations

__all__ = ["is_apart", "line_above"]

_BLANKS = " \t\u3000"


def line_above(text: str, at: int) -> str:
    r"""The last line above a place that is not blank, up to the place where it stands on that line.

    >>> line_above("It rained.\n\nRead also", 12)
    'It rained.'
    """
    while at and text[at - 1].isspace():
        at -= 1
    return text[text.rfind("\n", 0, at) + 1 : at]


def is_apart(text: str, at: int) -> bool:
    r"""Whether a blank line stands right above the line that begins at a place.

    >>> is_apart("It rained.\n\nRead also", 12), is_apart("It rained.\nRead also", 11)
    (True, False)
    """
    while at and text[at - 1] in _BLANKS:
        at -= 1
    return text.endswith(("\n\n", "\n\r\n"), 0, at)
