"""The command ``scrubtext``: its verbs mirror the library.

Results go to standard output, talk to standard error. Exit codes: 0 done; 1 ``check`` would change
something; 2 bad use or configuration; 3 some records failed; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from scrubtext.cli.clean import clean
from scrubtext.cli.look import check, decode, explain, filters
from scrubtext.cli.report import report
from scrubtext.errors import ScrubtextError

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--version", is_flag=True, callback=lambda c, _, v: _version(c, v), is_eager=True,
              expose_value=False, help="Version, and the fingerprint of the default pipeline.")  # fmt: skip
def group() -> None:
    """Clean crawled text and repair its encoding: correct, explained, reversible, fast."""


for _verb in (clean, check, explain, report, filters, decode):
    group.add_command(_verb)


def _version(context: click.Context, wanted: bool) -> None:
    if wanted:
        from scrubtext import __version__
        from scrubtext.config import fingerprint
        from scrubtext.presets import preset

        click.echo(f"scrubtext {__version__} (pipeline web {fingerprint(preset('web'))})")
        context.exit()


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; the exit code."""
    _utf8()
    try:
        code = group.main(
            args=None if argv is None else list(argv), prog_name="scrubtext", standalone_mode=False
        )
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo("stopped; finished outputs are whole, --resume goes on with the rest", err=True)
        return 130
    except BrokenPipeError:  # the reader has had enough: `scrubtext explain … | head`
        sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123
        return 0
    except ScrubtextError as error:
        click.echo(f"scrubtext: {error}", err=True)
        return 2
    except OSError as error:
        click.echo(f"scrubtext: {error.filename or ''}: {error.strerror or error}", err=True)
        return 3
    return int(code or 0)


def _utf8() -> None:
    """UTF-8 out, whatever the console or PYTHONIOENCODING says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
