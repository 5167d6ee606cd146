"""What findings are told by, and how often one thing is spoken of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve

from icluster import Cluster, Country, Money, Organization, rules
from icluster.policies import Allocation
from icluster.reference import CONTEXT, mexico
from icluster.rules import _rule
from icluster.rules._identities import identified, texts_of
from icluster.words import Share

DAY = date(2022, 9, 30)


class Silent:
    """Says what it is to nobody."""

    def said(self) -> Any:
        raise LookupError


def test_values_are_written_whatever_they_are() -> None:
    values = (Share(Fraction(1, 3)), Fraction(2, 5), None, 11, Silent())
    assert texts_of(values) == ("1/3", "2/5", "<Silent that raises LookupError>", "b")


def test_a_country_is_told_by_its_code() -> None:
    (finding,) = rules.check(Country("XX"), on=DAY, context=CONTEXT).of("COD001")
    assert finding.about[0] == "XX"


@rules.warning("XYZ001")
def spoken_of(body: Organization) -> Iterator[rules.Said]:
    """Speak of a body.

    Why it matters:
        It does.

    Fires on:
        Every body.

    How to settle it:
        Do nothing.
    """
    yield rules.say("{} is spoken of", body.name, about=body, at="name")


def test_what_is_said_of_one_body_is_one_finding_with_all_its_places() -> None:
    body, another = Organization(name="A"), Organization(name="B")
    report = rules.check(
        [body, another, body], on=DAY, context=CONTEXT, rules=[spoken_of]
    )
    paths = [finding.paths for finding in report]
    assert paths == [("[0].name", "[2].name"), ("[1].name",)]


def test_without_docstrings_a_page_says_that_it_was_stripped(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(_rule._sections_of, "__doc__", None)
    monkeypatch.setattr(spoken_of.function, "__doc__", None)
    assert _rule._sections_of(spoken_of) == (_rule.STRIPPED,) * 4


def test_allocations_without_amounts_exceed_nothing() -> None:
    policy = mexico.NUEVO_LEON_2022
    unknown = Allocation(purpose="cluster")
    annual = Money(amount=5, currency="MXN", year=2022)
    budget = evolve(policy.budget, annual=annual, allocations=[unknown])
    report = rules.check(evolve(policy, budget=budget), on=DAY, context=CONTEXT)
    assert not [finding for finding in report if finding.code.startswith("BUD")]


def test_what_goes_by_a_name_is_told_by_it() -> None:
    assert identified(Cluster(key="cars", name="Cars"), ("name",))[0][0] == "Cars"
