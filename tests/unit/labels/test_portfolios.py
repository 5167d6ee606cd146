"""Portfolios: lists by edition, found by title, complete or not."""

from __future__ import annotations

from typing import Any

import pytest

from icluster.errors import InvalidValueError, UnknownLabelError
from icluster.labels import Portfolio, PortfolioList
from icluster.reference import esca
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing

ICT = Portfolio("ict", "ICT", "here")


def test_fourteen_are_seen_and_nobody_says_that_they_are_all() -> None:
    assert len(esca.PORTFOLIOS) == 14
    assert esca.PORTFOLIOS.is_complete is Verdict.OPEN
    assert sum("," in each.title for each in esca.PORTFOLIOS) == 3


def test_the_edition_of_2012_says_that_it_is_incomplete() -> None:
    assert (len(esca.PORTFOLIOS_2012), esca.PORTFOLIOS_2012.size) == (4, 12)
    assert esca.PORTFOLIOS_2012.is_complete is Verdict.NO


def test_a_list_as_long_as_its_edition_is_complete() -> None:
    portfolios = PortfolioList(edition="here", portfolios=[ICT], size=1)
    assert portfolios.is_complete is Verdict.YES


def test_an_unknown_title_names_the_closest() -> None:
    with pytest.raises(UnknownLabelError) as caught:
        esca.PORTFOLIOS.from_title("Food industries")
    assert caught.value.closest == "Food industry"


BAD: dict[str, dict[str, Any]] = {
    "a repeated key": {"portfolios": [ICT, Portfolio("ict", "Other", "here")]},
    "a repeated title": {"portfolios": [ICT, Portfolio("other", "Ict", "here")]},
    "another edition": {"portfolios": [Portfolio("ict", "ICT", "there")]},
    "more than its size": {"size": 0},
    "a size not applicable": {"size": Missing.NOT_APPLICABLE},
}


@pytest.mark.parametrize("changes", BAD.values(), ids=BAD)
def test_list_refuses(changes: dict[str, Any]) -> None:
    good: dict[str, Any] = {"edition": "here", "portfolios": [ICT]}
    with pytest.raises(InvalidValueError) as caught:
        PortfolioList(**{**good, **changes})
    assert caught.value.faults[0].place[0] in changes
