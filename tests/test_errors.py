"""Errors teach, and survive the way out of a worker process."""

import pickle

import pytest

from scrubtext import errors


@pytest.mark.parametrize(
    "error",
    [
        errors.ScrubtextError("plain"),
        errors.UnknownNameError("preset", "wbe", ["web"]),
        errors.FilterError("trailer", ValueError("torn")),
        errors.RecordError("line 3", "no text"),
    ],
    ids=lambda e: type(e).__name__,
)
def test_errors_come_whole_out_of_a_pool(error):
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is type(error)
    assert (str(again), vars(again)) == (str(error), vars(error))
