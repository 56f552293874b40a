"""``scrubtext report``."""

from __future__ import annotations

from typing import Any

import click


@click.command()
@click.argument("audits", nargs=-1, required=True, metavar="AUDIT...")
def report(audits: tuple[str, ...], **flags: Any) -> None:
    """Add audits up."""
