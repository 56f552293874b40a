"""What doctest collection leaves out: scripts that build data need packages users do not."""

collect_ignore_glob = ["scrubtext/data/build_*.py"]
