"""The ways of belonging."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from icluster import ecosystems
from icluster.dates import PartialPeriod
from icluster.ecosystems import (
    Action,
    BeneficiaryGroup,
    Contribution,
    Linkage,
    LinkageKind,
    Membership,
    Participation,
    ParticipationRole,
    StrategicObjective,
    Unnamed,
    WorkingGroup,
)
from icluster.errors import InvalidValueError
from icluster.money import Money
from icluster.organizations import Helix
from icluster.vocabularies import Missing, Other

BAD: dict[str, tuple[type[Any], dict[str, Any], str]] = {
    "a participant by name": (Participation, {"party": "The Ministry"}, "party"),
    "a participant without anybody": (Participation, {"party": None}, "party"),
    "a role in words": (Participation, {"party": "a", "role": "host"}, "role"),
    "a period in words": (Participation, {"party": "a", "period": "2014"}, "period"),
    "an unnamed member": (Membership, {"party": Unnamed("somebody")}, "party"),
    "a share of more than all": (
        Contribution,
        {"party": "a", "amount": Fraction(3, 2)},
        "amount",
    ),
    "a negative share": (Contribution, {"party": "a", "amount": -1}, "amount"),
    "a share as a float": (Contribution, {"party": "a", "amount": 0.5}, "amount"),
    "a share as a decimal": (
        Contribution,
        {"party": "a", "amount": Decimal("0.5")},
        "amount",
    ),
    "a share as a truth": (Contribution, {"party": "a", "amount": True}, "amount"),
    "a blank beneficiary": (BeneficiaryGroup, {"description": " "}, "description"),
    "an objective without a title": (
        StrategicObjective,
        {"key": "a", "title": ""},
        "title",
    ),
    "an action that serves one string": (
        Action,
        {"key": "a", "title": "A", "serves": "talent"},
        "serves",
    ),
    "an action that serves one objective twice": (
        Action,
        {"key": "a", "title": "A", "serves": ("b", "b")},
        "serves",
    ),
    "a link to oneself": (Linkage, {"first": "a", "second": "a"}, "second"),
    "a link of no kind": (Linkage, {"first": "a", "second": "b", "kind": 1}, "kind"),
    "a group with a lone member": (
        WorkingGroup,
        {"key": "a", "name": "A", "members": "b"},
        "members",
    ),
    "an unnamed environment": (
        Unnamed,
        {"description": "nature", "helices": (Helix.NATURAL_ENVIRONMENT,)},
        "helices",
    ),
    "an unnamed without words": (Unnamed, {"description": ""}, "description"),
}


@pytest.mark.parametrize("sentence", BAD)
def test_refused(sentence: str) -> None:
    kind, arguments, name = BAD[sentence]
    with pytest.raises(InvalidValueError) as caught:
        kind(**arguments)
    assert caught.value.place == name


@pytest.mark.parametrize("share", [0, 1, Fraction(1, 3)])
def test_a_share_is_exact(share: int | Fraction) -> None:
    contribution = Contribution(party="a", amount=Fraction(share))
    assert contribution.amount == share
    assert isinstance(contribution.amount, Fraction)


def test_a_whole_number_becomes_a_fraction() -> None:
    whole: Any = 1
    assert isinstance(Contribution(party="a", amount=whole).amount, Fraction)


def test_a_contribution_may_be_money_or_not_known() -> None:
    money = Money(amount=1400000)
    assert Contribution(party="a", amount=money).amount == money
    assert Contribution(party=Unnamed("allies")).amount is Missing.UNKNOWN


def test_every_relation_has_a_period_that_is_unknown_unless_told() -> None:
    for relation in (
        Participation(party="a"),
        Membership(party="a"),
        Contribution(party="a"),
        BeneficiaryGroup(description="A"),
        Linkage(first="a", second="b"),
        WorkingGroup(key="a", name="A"),
    ):
        assert relation.period == PartialPeriod()


def test_a_linkage_is_seen_from_both_sides() -> None:
    linkage = Linkage(first="a", second="b", kind=LinkageKind.AGREEMENT)
    assert (linkage.other("a"), linkage.other("b"), linkage.other("c")) == (
        "b",
        "a",
        None,
    )


def test_a_role_may_be_one_that_is_not_listed() -> None:
    assert Participation(party="a", role=Other("host")).role == Other("host")
    assert ParticipationRole.read("Other: host") == Other("host")


def test_exported() -> None:
    assert dir(ecosystems) == sorted(ecosystems.__all__)
