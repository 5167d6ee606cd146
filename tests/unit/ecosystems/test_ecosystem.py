"""The ecosystem as a whole."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.ecosystems.builders import DAY, SURE, make, with_end

from icluster.dates import PartialDate
from icluster.ecosystems import (
    Action,
    Contribution,
    Ecosystem,
    Linkage,
    Membership,
    Participation,
    StrategicObjective,
    Unnamed,
    WorkingGroup,
)
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.organizations import Organization
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing

STRANGERS: dict[str, dict[str, Any]] = {
    "takes part": {"participations": [Participation(party="x")]},
    "is a member": {"memberships": [Membership(party="x")]},
    "pays": {"contributions": [Contribution(party="x")]},
    "is linked first": {"linkages": [Linkage(first="x", second="gov")]},
    "is linked second": {"linkages": [Linkage(first="gov", second="x")]},
    "works in a group": {
        "working_groups": [WorkingGroup(key="g", name="G", members=("x",))]
    },
}


@pytest.mark.parametrize("sentence", STRANGERS)
def test_no_stranger(sentence: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make(**STRANGERS[sentence])
    (fault,) = caught.value.faults
    (name,) = STRANGERS[sentence]
    assert (fault.code, fault.got, fault.place[:2]) == ("reference", "x", (name, 0))


def test_all_strangers_are_told_at_once() -> None:
    with pytest.raises(InvalidValueError) as caught:
        make(
            memberships=[Membership(party="govv"), Membership(party="uni")],
            linkages=[Linkage(first="gov", second="x"), Linkage(first="y", second="z")],
            actions=[Action(key="a", title="A", serves=("talent", "x"))],
            incomplete=("linkages", "x"),
        )
    assert [(fault.path, fault.got) for fault in caught.value.faults] == [
        ("memberships[0].party", "govv"),
        ("linkages[0].second", "x"),
        ("linkages[1].first", "y"),
        ("linkages[1].second", "z"),
        ("actions[0].serves[1]", "x"),
        ("incomplete[1]", "x"),
    ]
    says = "must be the key of a listed organization; the closest is 'gov', got 'govv'"
    assert says in str(caught.value)


def test_an_action_serves_objectives_that_are_there() -> None:
    served = Action(key="a", title="A", serves=("talent",))
    assert make(actions=[served]).actions == (served,)
    with pytest.raises(InvalidValueError, match="must be the key of a listed obj"):
        make(actions=[Action(key="a", title="A", serves=("x",))])


TWICE: dict[str, tuple[dict[str, Any], str]] = {
    "an organization without a key": (
        {"organizations": [Organization(name="A")]},
        "organizations[0].key",
    ),
    "an organization twice": (
        {"organizations": [Organization(name="A", key="a")] * 2},
        "organizations[1].key",
    ),
    "an objective twice": (
        {"objectives": [StrategicObjective(key="a", title="A")] * 2},
        "objectives[1].key",
    ),
    "an action twice": (
        {"actions": [Action(key="a", title="A")] * 2},
        "actions[1].key",
    ),
    "a group twice": (
        {"working_groups": [WorkingGroup(key="a", name="A")] * 2},
        "working_groups[1].key",
    ),
    "a list that is none": ({"incomplete": ("name",)}, "incomplete[0]"),
    "a list that does not apply": ({"linkages": Missing.NOT_APPLICABLE}, "linkages"),
    "a participation for a membership": (
        {"memberships": [Participation(party="gov")]},
        "memberships[0]",
    ),
    "a rule in words": ({"admission_rule": "all"}, "admission_rule"),
}


@pytest.mark.parametrize("sentence", TWICE)
def test_refused(sentence: str) -> None:
    changes, name = TWICE[sentence]
    arguments: dict[str, Any] = {"key": "demo", "name": "Demo", **changes}
    with pytest.raises(InvalidValueError) as caught:
        Ecosystem(**arguments)
    assert caught.value.place == name


def test_the_unnamed_need_no_entry() -> None:
    somebody = Participation(party=Unnamed("somebody"))
    assert make(participations=[somebody]).participations == (somebody,)


def test_an_organization_is_found_by_its_key() -> None:
    assert make()["uni"].name == "University"
    with pytest.raises(UnknownNameError, match="no organization is called 'x'"):
        make()["x"]


def test_a_list_is_complete_unless_unknown_or_said_to_lack_something() -> None:
    ecosystem = make(memberships=Missing.UNKNOWN, incomplete=("linkages",))
    names = ("participations", "memberships", "linkages", "beneficiaries")
    assert [ecosystem.is_complete(name) for name in names] == [True, False, False, True]
    with pytest.raises(UnknownNameError, match="no list is called 'organizations'"):
        ecosystem.is_complete("organizations")


def test_a_relation_holds_while_all_whom_it_names_exist() -> None:
    linkage = Linkage(first="gov", second="uni", period=SURE)
    lasting = make(linkages=[linkage])
    assert lasting.holds(linkage, on=DAY) is Verdict.YES
    for year, verdict in ((2017, Verdict.NO), (2018, Verdict.OPEN)):
        ended = with_end(lasting, "uni", PartialDate(year))
        assert ended.holds(linkage, on=DAY) is verdict
    with pytest.raises(UnknownNameError, match="no organization is called 'x'"):
        lasting.holds(Membership(party="x", period=SURE), on=DAY)


def test_a_relation_names_the_organizations_in_it() -> None:
    assert Participation(party="gov").named == ("gov",)
    assert Contribution(party=Unnamed("somebody")).named == ()
    assert Linkage(first="gov", second="uni").named == ("gov", "uni")
    assert WorkingGroup(key="group", name="Group").named == ()


def test_means_and_focus_are_words_listed_or_unknown() -> None:
    assert make().means is make().focus is Missing.UNKNOWN
    ecosystem = make(means=["data", "groups"], focus=["firms"], incomplete=["means"])
    assert (ecosystem.means, ecosystem.focus) == (("data", "groups"), ("firms",))
    assert not ecosystem.is_complete("means")
    assert ecosystem.is_complete("focus")
    for name in ("means", "focus"):
        with pytest.raises(InvalidValueError, match=name):
            make(**{name: "data"})
