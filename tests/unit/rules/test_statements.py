"""Days of findings are spoken of as a sentence does."""

from __future__ import annotations

import pytest

from icluster import PartialDate
from icluster.rules._statements import when


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ("2015", "in 2015"),
        ("2015-06-18", "on 2015-06-18"),
        ("[1994..1996]", "between 1994 and 1996"),
        ("[..2013]", "by 2013"),
    ],
)
def test_days_and_bounds_are_spoken(written: str, spoken: str) -> None:
    assert str(when(PartialDate.parse(written))) == spoken
