"""Whatever comes in at the doors for strangers, a value or our error comes out."""

from __future__ import annotations

import pytest
from tests.fuzz.doors import DOORS
from tests.fuzz.driver import fuzz

# A few of them, and always the same; `make fuzz` sends as many as one likes.
DEAR = {"rows": 50, "documents": 150, "json_text": 250}
CHEAP = 700


@pytest.mark.parametrize("door", DOORS)
def test_nothing_else_comes_out(door: str) -> None:
    inputs = DEAR.get(door, CHEAP)
    outcome = fuzz(door, range(inputs))
    assert not outcome.finds
    assert outcome.counts.total() == inputs
    assert outcome.counts["values"]
