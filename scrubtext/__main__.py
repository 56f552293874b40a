"""``python -m scrubtext`` is the command ``scrubtext``."""

from scrubtext.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
