"""What doctest collection leaves out: scripts that build data need packages users do not."""

collect_ignore_glob = [
    "scrubtext/data/build_*.py",
    "docs/filters.md",  # its examples are the docstrings, which run where they stand
]
