"""What doctest collection leaves out: modules that import what the core suite does not install."""

collect_ignore_glob = [
    "scrubtext/data/build_*.py",
    *[f"scrubtext/adapters/{name}.py" for name in ("datatrove", "dolma_tagger", "pandas", "polars")],
    "docs/filters.md",  # its examples are the docstrings, which run where they stand
]
