"""Bytes to text, one stage after another, and the exact cases users asked for."""

import json
from pathlib import Path

import pytest

from scrubtext import decode
from scrubtext.errors import UsageError

CASES = [
    case
    for line in (Path(__file__).parent / "fixtures" / "needs.jsonl").read_text("utf-8").splitlines()
    if (case := json.loads(line))["filter"] == "decode" and case.get("input_hex")
]


@pytest.mark.parametrize("case", CASES, ids=lambda c: c["id"])
def test_exact_cases(case):
    made = decode(bytes.fromhex(case["input_hex"]), declared=case.get("declared"))
    assert made.text == case["expect"]


def test_text_is_refused_with_a_hint():
    with pytest.raises(UsageError, match="bytes"):
        decode("text")
