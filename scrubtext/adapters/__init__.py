"""The same pipeline on the engines people already have; each adapter imports its engine inside.

``scrubtext.adapters.pandas``, ``polars``, ``datasets``, ``spark``, ``ray``, ``datatrove``, ``dolma``. All
take ``using``: a preset's name, a Pipeline, a filter, a list of filters, or the path of a TOML file. All
agree on what happens to a record: see ``scrubtext.adapters.common.outcome``. Scheduling, retries and
shuffles are the engine's.
"""
