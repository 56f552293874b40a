"""Terms of use: of software and documents they are a part, of a page they are furniture."""

from __future__ import annotations

__all__ = ["is_licence"]

_LICENCE = (
    "licen",
    "Licen",
    "LICEN",
    "arrant",
    "ARRANT",
    "GNU",
    "GPL",
    " as is",
    "AS IS",
    "许可证",
    "授權條款",
)

_OPEN = (
    "icensing rights",
    "icensing Rights",
    "Creative Commons",
    "CC BY",
    "공공누리",
    "创用",
    "創用",
    "知识共享",
    "知識共享",
)


def is_licence(s: str) -> bool:
    """Terms of use of software and documents are part of what they belong to; of what a site prints not."""
    return any(word in s for word in _LICENCE) and not any(word in s for word in _OPEN)
