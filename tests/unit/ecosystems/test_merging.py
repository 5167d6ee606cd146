"""Two organizations that turn out to be one: nothing names the other any more."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from tests.unit.ecosystems.builders import DAY, PAST, SURE, make

from icluster import ecosystems
from icluster.dates import PartialDate
from icluster.ecosystems import (
    Contribution,
    Linkage,
    Membership,
    Participation,
    Unnamed,
    WorkingGroup,
)
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.organizations import (
    Helix,
    Identifier,
    Name,
    NameKind,
    Organization,
    OrganizationKind,
)
from icluster.regions import Country, Region
from icluster.sources import Source
from icluster.vocabularies import Missing

SOURCE = Source(key="page", title="A page, made up", publisher="Nobody")
AT = SOURCE.at("section 1")


def of(kept: Organization, dropped: Organization, **changes: Any) -> Organization:
    """Return what the two become, alone in an ecosystem."""
    ecosystem = make(
        organizations=(evolve(kept, key="a"), evolve(dropped, key="b")),
        **dict.fromkeys(
            (
                "participations",
                "memberships",
                "contributions",
                "linkages",
                "working_groups",
            ),
            Missing.UNKNOWN,
        ),
        **changes,
    )
    return ecosystem.merged("a", "b")["a"]


def test_every_list_names_the_one_kept() -> None:
    merged = make().merged("firm", "uni")
    assert [body.key for body in merged.organizations] == ["gov", "firm", "ngo", "who"]
    assert "University" in merged["firm"].names
    assert [one.party for one in ecosystems.members(merged, on=DAY).surely] == ["firm"]
    assert isinstance(merged.linkages, tuple)
    assert merged.linkages[0].named == ("gov", "firm")


def test_what_two_records_say_alike_stands_once() -> None:
    twice = make(
        memberships=[Membership(party=key, period=SURE) for key in ("uni", "firm")]
    )
    merged = twice.merged("uni", "firm")
    assert merged.memberships == (Membership(party="uni", period=SURE),)
    assert isinstance(merged.participations, tuple)
    assert [one.party for one in merged.participations] == ["gov", "uni"]


def test_records_of_other_times_stay_two() -> None:
    twice = make(
        memberships=[
            Membership(party="uni", period=SURE),
            Membership(party="firm", period=PAST),
        ]
    )
    assert len(twice.merged("uni", "firm").memberships) == 2  # type: ignore[arg-type]


def test_what_was_paid_twice_was_paid_twice() -> None:
    paid = make(contributions=[Contribution(party=key) for key in ("gov", "ngo")])
    assert paid.merged("gov", "ngo").contributions == (
        Contribution(party="gov"),
        Contribution(party="gov"),
    )


def test_a_link_between_the_two_is_gone_and_others_follow() -> None:
    linked = make(
        linkages=[
            Linkage(first="gov", second="uni"),
            Linkage(first="uni", second="gov"),
            Linkage(first="ngo", second="uni"),
        ]
    )
    assert linked.merged("gov", "uni").linkages == (Linkage(first="ngo", second="gov"),)


def test_groups_name_each_member_once() -> None:
    groups = make(
        working_groups=[
            WorkingGroup(key="one", name="One", members=["uni", "gov", "firm"]),
            WorkingGroup(key="two", name="Two"),
        ]
    )
    merged = groups.merged("gov", "uni").working_groups
    assert isinstance(merged, tuple)
    assert [group.members for group in merged] == [("gov", "firm"), Missing.UNKNOWN]


def test_lists_that_nobody_stated_and_the_unnamed_stay() -> None:
    unnamed = Participation(party=Unnamed("experts"))
    ecosystem = make(memberships=Missing.UNKNOWN, participations=[unnamed])
    merged = ecosystem.merged("gov", "uni")
    assert merged.memberships is Missing.UNKNOWN
    assert merged.participations == (unnamed,)


def test_predecessors_and_successors_follow() -> None:
    ecosystem = make(
        organizations=(
            Organization(key="gov", name="Ministry", predecessors=["uni", "old"]),
            Organization(key="uni", name="University", successors=["gov", "firm"]),
            Organization(key="firm", name="Company", predecessors=["uni", "gov"]),
            Organization(key="ngo", name="Charity", successors=["Somebody"]),
            Organization(key="who", name="Somebody"),
        )
    )
    merged = ecosystem.merged("gov", "uni")
    assert merged["gov"].predecessors == ("old",)
    assert merged["gov"].successors == ("firm",)
    assert merged["firm"].predecessors == ("gov",)
    assert merged["ngo"] is ecosystem["ngo"]


def test_names_of_the_other_become_other_names_each_once() -> None:
    former = Name("Old name", "en", NameKind.FORMER)
    kept = Organization(name="Cluster A", acronym="CA", other_names=[Name("A")])
    dropped = Organization(
        name="Cluster A, A.C.", acronym="CAAC", other_names=[former, Name("A")]
    )
    assert of(kept, dropped).other_names == (
        Name("A"),
        Name("Cluster A, A.C."),
        former,
        Name("CAAC"),
    )
    assert of(kept, Organization(name="CA")).other_names == (Name("A"),)
    assert of(kept, Organization(name="Cluster A")).other_names == (Name("A"),)


def test_what_nobody_knew_of_the_one_kept_is_taken_with_its_citations() -> None:
    kept = Organization(
        name="A", helix=Helix.INDUSTRY, citations={"helix": AT}, founded=PartialDate(2)
    )
    dropped = Organization(
        name="B",
        acronym="BB",
        kind=OrganizationKind.PUBLIC_BODY,
        helix=Helix.GOVERNMENT,
        country=Country("MX"),
        region=Region("MX-JAL"),
        founded=PartialDate(2012),
        identifiers=[Identifier("rfc", "1")],
        citations=dict.fromkeys(
            ("name", "acronym", "kind", "helix", "region", "founded", "identifiers"), AT
        ),
    )
    one = of(kept, dropped)
    assert (one.helix, one.founded) == (Helix.INDUSTRY, PartialDate(2))
    assert (one.kind, one.country) == (dropped.kind, dropped.country)
    assert (one.region, one.identifiers) == (dropped.region, dropped.identifiers)
    assert one.acronym == "BB"
    paths = [cited.path for cited in one.citations]
    assert paths == ["helix", "other_names", "acronym", "kind", "region", "identifiers"]


def test_a_name_that_was_read_is_cited_among_other_names() -> None:
    kept = Organization(name="A", acronym="AA")
    dropped = Organization(name="B", acronym="BB", citations={"acronym": AT})
    assert [cited.path for cited in of(kept, dropped).citations] == ["other_names"]


def test_a_region_of_another_country_is_not_taken() -> None:
    kept = Organization(name="A", country=Country("US"))
    dropped = Organization(name="B", country=Country("MX"), region=Region("MX-JAL"))
    one = of(kept, dropped)
    assert (one.country, one.region) == (Country("US"), Missing.UNKNOWN)


def test_two_that_contradict_each_other_cannot_be_one() -> None:
    kept = Organization(name="A", founded=PartialDate(2015))
    dropped = Organization(name="B", dissolved=PartialDate(2012))
    with pytest.raises(InvalidValueError, match="dissolved"):
        of(kept, dropped)


def test_refuses_one_organization_and_unknown_ones() -> None:
    with pytest.raises(InvalidValueError, match="drop must be another key than gov"):
        make().merged("gov", "gov")
    for keep, drop in (("gov", "nobody"), ("nobody", "gov")):
        with pytest.raises(UnknownNameError, match="nobody"):
            make().merged(keep, drop)
