"""Who belongs on a day, who is linked, which helices are covered, who has ended."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

import pytest
from attrs import evolve
from tests.unit.ecosystems.builders import DAY, DOUBTFUL, PAST, SURE, make, with_end

from icluster import ecosystems
from icluster.dates import PartialDate, PartialPeriod
from icluster.ecosystems import (
    BeneficiaryGroup,
    Contribution,
    EndedActor,
    Linkage,
    Membership,
    OnDay,
    Participation,
    ParticipationRole,
    RelationKind,
    Unnamed,
    WorkingGroup,
)
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.organizations import Helix, HelixModel, Organization
from icluster.sources import Source
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Other


def parties(found: OnDay[Any]) -> tuple[list[Any], list[Any]]:
    return [each.party for each in found.surely], [
        each.party for each in found.possibly
    ]


def test_who_takes_part_surely_possibly_and_no_more() -> None:
    ecosystem = make(
        participations=[
            Participation(party="gov", period=SURE),
            Participation(party="uni", period=DOUBTFUL),
            Participation(party="firm", period=PAST),
        ]
    )
    found = ecosystems.participants(ecosystem, on=DAY)
    assert parties(found) == (["gov"], ["uni"])
    assert found.complete


ENDS = {
    "a body goes on on its last day": (PartialDate(2018, 6, 1), (["gov"], [])),
    "a body is gone the day after": (PartialDate(2018, 5, 31), ([], [])),
    "a body that ended some day that year may be there": (
        PartialDate(2018),
        ([], ["gov"]),
    ),
    "a body that ended the year before is gone": (PartialDate(2017), ([], [])),
}


@pytest.mark.parametrize("sentence", ENDS)
def test_who_takes_part_when_bodies_end(sentence: str) -> None:
    dissolved, expected = ENDS[sentence]
    ecosystem = make(participations=[Participation(party="gov", period=SURE)])
    found = ecosystems.participants(with_end(ecosystem, "gov", dissolved), on=DAY)
    assert parties(found) == expected


def test_on_the_last_day_of_the_month_it_ended_in_a_body_may_be_there() -> None:
    ecosystem = with_end(make(), "gov", PartialDate(2018, 5))
    found = ecosystems.participants(ecosystem, on=date(2018, 5, 31))
    assert parties(found) == (["uni", "firm"], ["gov"])


BEGINNINGS = {
    "a body is there on its first day": (PartialDate(2018, 6, 1), (["gov"], [])),
    "a body is not there the day before": (PartialDate(2018, 6, 2), ([], [])),
    "a body founded some day that year may be there": (
        PartialDate(2018),
        ([], ["gov"]),
    ),
}


@pytest.mark.parametrize("sentence", BEGINNINGS)
def test_who_takes_part_when_bodies_begin(sentence: str) -> None:
    founded, expected = BEGINNINGS[sentence]
    ecosystem = make(
        organizations=[Organization(key="gov", name="Ministry", founded=founded)],
        participations=[Participation(party="gov", period=SURE)],
        memberships=(),
        contributions=(),
        linkages=(),
        working_groups=(),
    )
    assert parties(ecosystems.participants(ecosystem, on=DAY)) == expected


def test_participants_by_role() -> None:
    host = Other("host")
    ecosystem = make(
        participations=[
            Participation(party="gov", period=SURE, role=host),
            Participation(party="uni", role=ParticipationRole.EXECUTION_BODY),
            Participation(party="firm", role=host),
        ],
        incomplete=("participations",),
    )
    found = ecosystems.participants(ecosystem, on=DAY, role=host)
    assert parties(found) == (["gov"], ["firm"])
    assert not found.complete
    unsaid = ecosystems.participants(make(), on=DAY, role=Missing.UNKNOWN)
    assert parties(unsaid) == (["gov", "uni", "firm"], [])


def test_members_funders_and_beneficiaries_are_other_relations() -> None:
    group = BeneficiaryGroup(description="Cities", period=SURE)
    ecosystem = make(
        participations=(),
        memberships=[Membership(party="uni", period=SURE)],
        contributions=[Contribution(party=Unnamed("allies"))],
        beneficiaries=[group],
    )
    assert parties(ecosystems.participants(ecosystem, on=DAY)) == ([], [])
    assert parties(ecosystems.members(ecosystem, on=DAY)) == (["uni"], [])
    assert parties(ecosystems.funders(ecosystem, on=DAY)) == ([], [Unnamed("allies")])
    assert ecosystems.beneficiaries(ecosystem, on=DAY).surely == (group,)


def test_members_that_nobody_listed_are_not_none() -> None:
    found = ecosystems.members(make(memberships=Missing.UNKNOWN), on=DAY)
    assert (found.surely, found.possibly, found.complete) == ((), (), False)


def test_the_triple_helix_is_covered_and_the_quadruple_lacks_civil_society() -> None:
    triple = ecosystems.helix_coverage(make(), on=DAY, model=HelixModel.TRIPLE)
    assert triple.verdict is Verdict.YES
    assert triple.surely == HelixModel.TRIPLE.helices
    assert triple.possibly == triple.missing == triple.contexts == ()
    quadruple = ecosystems.helix_coverage(make(), on=DAY, model=HelixModel.QUADRUPLE)
    assert quadruple.verdict is Verdict.NO
    assert quadruple.missing == (Helix.CIVIL_SOCIETY,)


def test_civil_society_is_no_strand_of_the_triple_helix() -> None:
    ecosystem = make(participations=[Participation(party="ngo", period=SURE)])
    coverage = ecosystems.helix_coverage(ecosystem, on=DAY, model=HelixModel.TRIPLE)
    assert coverage.surely == ()
    assert coverage.missing == HelixModel.TRIPLE.helices


def test_the_environment_is_a_context_that_no_participant_covers() -> None:
    everybody = [
        Participation(party=party, period=SURE)
        for party in ("gov", "uni", "firm", "ngo")
    ]
    coverage = ecosystems.helix_coverage(
        make(participations=everybody), on=DAY, model=HelixModel.QUINTUPLE
    )
    assert coverage.surely == HelixModel.QUADRUPLE.helices
    assert coverage.contexts == (Helix.NATURAL_ENVIRONMENT,)
    assert coverage.verdict is Verdict.OPEN


DOUBTS: dict[str, dict[str, Any]] = {
    "somebody of an unknown sector": {
        "participations": [Participation(party="who", period=SURE)]
    },
    "an unnamed participant of an unknown sector": {
        "participations": [Participation(party=Unnamed("a body"), period=SURE)]
    },
    "participants nobody listed": {"participations": Missing.UNKNOWN},
    "a list that may lack somebody": {
        "participations": (),
        "incomplete": ("participations",),
    },
}


@pytest.mark.parametrize("sentence", DOUBTS)
def test_may_stand_for_any_sector(sentence: str) -> None:
    coverage = ecosystems.helix_coverage(
        make(**DOUBTS[sentence]), on=DAY, model=HelixModel.QUADRUPLE
    )
    assert coverage.surely == coverage.missing == ()
    assert coverage.possibly == HelixModel.QUADRUPLE.helices
    assert coverage.verdict is Verdict.OPEN


def test_an_unnamed_participant_stands_for_the_sectors_that_its_source_says() -> None:
    allies = Unnamed("allies", (Helix.GOVERNMENT, Helix.INDUSTRY), several=True)
    ecosystem = make(participations=[Participation(party=allies, period=SURE)])
    coverage = ecosystems.helix_coverage(ecosystem, on=DAY, model=HelixModel.TRIPLE)
    assert coverage.surely == allies.helices
    assert coverage.missing == (Helix.ACADEMIA,)


def test_who_merely_pays_covers_nothing() -> None:
    ecosystem = make(participations=())
    coverage = ecosystems.helix_coverage(ecosystem, on=DAY, model=HelixModel.TRIPLE)
    assert coverage.missing == HelixModel.TRIPLE.helices


def test_linked_to_and_isolated() -> None:
    ecosystem = make()
    assert ecosystems.linked_to(ecosystem, "uni", on=DAY) == OnDay(("gov",))
    assert ecosystems.linked_to(ecosystem, "ngo", on=DAY) == OnDay()
    assert ecosystems.isolated(ecosystem, on=DAY).surely == ("firm", "ngo", "who")


def test_a_doubtful_link_leaves_both_possibly_isolated() -> None:
    ecosystem = make(
        linkages=[
            Linkage(first="gov", second="uni", period=DOUBTFUL),
            Linkage(first="uni", second="firm", period=SURE),
            Linkage(first="ngo", second="who", period=PAST),
        ]
    )
    assert ecosystems.linked_to(ecosystem, "uni", on=DAY) == OnDay(("firm",), ("gov",))
    found = ecosystems.isolated(ecosystem, on=DAY)
    assert found == OnDay(("ngo", "who"), ("gov",))


def test_one_sure_link_of_two_is_enough() -> None:
    for periods in ((SURE, DOUBTFUL), (DOUBTFUL, SURE), (PAST, SURE)):
        ecosystem = make(
            linkages=[
                Linkage(first="gov", second="uni", period=period) for period in periods
            ]
        )
        assert ecosystems.linked_to(ecosystem, "gov", on=DAY) == OnDay(("uni",))


def test_a_link_to_a_body_that_ended_links_nobody() -> None:
    for gone, left in (("gov", "uni"), ("uni", "gov")):
        ecosystem = with_end(make(), gone, PartialDate(2016))
        assert ecosystems.linked_to(ecosystem, left, on=DAY) == OnDay()
        assert left in ecosystems.isolated(ecosystem, on=DAY).surely
        assert gone not in ecosystems.isolated(ecosystem, on=DAY).surely


@pytest.mark.parametrize(
    "changes", [{"linkages": Missing.UNKNOWN}, {"incomplete": ("linkages",)}]
)
def test_nobody_is_surely_isolated_where_links_may_be_lacking(
    changes: dict[str, Any],
) -> None:
    found = ecosystems.isolated(make(**changes), on=DAY)
    assert found.surely == ()
    assert {"firm", "ngo", "who"} <= set(found.possibly)
    assert not found.complete
    assert not ecosystems.linked_to(make(**changes), "ngo", on=DAY).complete


def test_nobody_strange_is_linked() -> None:
    with pytest.raises(UnknownNameError, match="no organization is called 'x'"):
        ecosystems.linked_to(make(), "x", on=DAY)


ENDED: dict[str, tuple[PartialDate, dict[str, Any], list[tuple[str, str, str]]]] = {
    "nothing before its end": (PartialDate(2018, 6, 1), {}, []),
    "surely ended, surely acting": (
        PartialDate(2017),
        {},
        [("participation", "yes", "yes"), ("contribution", "yes", "yes")],
    ),
    "perhaps ended, surely acting": (
        PartialDate(2018),
        {},
        [("participation", "open", "yes"), ("contribution", "open", "yes")],
    ),
    "surely ended, perhaps acting": (
        PartialDate(2017),
        {"participations": [Participation(party="gov")], "contributions": ()},
        [("participation", "yes", "open")],
    ),
    "silent where the relation is over": (
        PartialDate(2017),
        {
            "participations": [Participation(party="gov", period=PAST)],
            "contributions": (),
        },
        [],
    ),
    "members and groups as well, but not the unnamed": (
        PartialDate(2017),
        {
            "participations": [Participation(party=Unnamed("somebody"))],
            "contributions": (),
            "memberships": [Membership(party="gov", period=SURE)],
            "working_groups": [
                WorkingGroup(key="g", name="G", members=("gov",), period=SURE)
            ],
        },
        [("membership", "yes", "yes"), ("working_group", "yes", "yes")],
    ),
}


@pytest.mark.parametrize("sentence", ENDED)
def test_may_have_ended(sentence: str) -> None:
    dissolved, changes, expected = ENDED[sentence]
    ecosystem = with_end(make(**{"linkages": (), **changes}), "gov", dissolved)
    found = ecosystems.may_have_ended(ecosystem, on=DAY)
    assert [
        (each.relation.value, each.ended.value, each.acts.value) for each in found
    ] == expected
    assert {each.organization for each in found} <= {"gov"}


def test_a_linkage_of_a_body_that_ended_is_told_too() -> None:
    ecosystem = make(participations=(), contributions=())
    [found] = ecosystems.may_have_ended(
        with_end(ecosystem, "gov", PartialDate(2017)), on=DAY
    )
    assert found == EndedActor(
        organization="gov",
        relation=RelationKind.LINKAGE,
        ended=Verdict.YES,
        acts=Verdict.YES,
    )


def test_a_day_is_no_moment() -> None:
    moment = datetime(2018, 6, 1, 12, tzinfo=UTC)
    questions: list[Any] = [
        ecosystems.participants,
        ecosystems.members,
        ecosystems.funders,
        ecosystems.beneficiaries,
        ecosystems.isolated,
        ecosystems.may_have_ended,
    ]
    for question in questions:
        with pytest.raises(InvalidValueError, match="on must be"):
            question(make(), on=moment)
    with pytest.raises(InvalidValueError, match="on must be"):
        ecosystems.linked_to(make(), "gov", on=moment)


def test_asking_changes_nothing() -> None:
    ecosystem = make()
    before = evolve(ecosystem)
    ecosystems.helix_coverage(ecosystem, on=date(2015, 1, 1), model=HelixModel.TRIPLE)
    assert ecosystem == before


def test_a_period_from_the_day_on_covers_it() -> None:
    starts = PartialPeriod(PartialDate.of(DAY), Missing.NOT_APPLICABLE)
    ecosystem = make(participations=[Participation(party="gov", period=starts)])
    assert parties(ecosystems.participants(ecosystem, on=DAY)) == (["gov"], [])


QUESTIONS: dict[str, Callable[[Any], object]] = {
    "who takes part": lambda given: ecosystems.participants(given, on=DAY),
    "who is a member": lambda given: ecosystems.members(given, on=DAY),
    "who pays": lambda given: ecosystems.funders(given, on=DAY),
    "who benefits": lambda given: ecosystems.beneficiaries(given, on=DAY),
    "which helices": lambda given: ecosystems.helix_coverage(
        given, on=DAY, model=HelixModel.TRIPLE
    ),
    "who is linked": lambda given: ecosystems.linked_to(given, "gov", on=DAY),
    "who is isolated": lambda given: ecosystems.isolated(given, on=DAY),
    "who has ended": lambda given: ecosystems.may_have_ended(given, on=DAY),
}


@pytest.mark.parametrize("ask", QUESTIONS.values(), ids=QUESTIONS)
def test_only_an_ecosystem_is_asked(ask: Callable[[Any], object]) -> None:
    with pytest.raises(InvalidValueError) as caught:
        ask(None)
    assert caught.value.place == "ecosystem"


@pytest.mark.parametrize("role", ["execution_body", "project execution body", 7])
def test_a_role_by_its_name_is_refused(role: Any) -> None:
    with pytest.raises(InvalidValueError, match="role must be"):
        ecosystems.participants(make(), on=DAY, role=role)


def test_a_model_by_its_name_is_refused() -> None:
    model: Any = "triple"
    with pytest.raises(InvalidValueError, match="model must be"):
        ecosystems.helix_coverage(make(), on=DAY, model=model)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (None, [Verdict.OPEN]),
        (PartialDate(2018), [Verdict.OPEN]),
        (PartialDate(2019), []),
    ],
    ids=["no day of publication", "published that year", "published later"],
)
def test_a_cited_unknown_end_is_a_doubt(
    published: PartialDate | None, expected: list[Verdict]
) -> None:
    press = Source(key="press", title="Press", publisher="P", published=published)
    ecosystem = make(
        organizations=[
            Organization(key="gov", name="G", citations={"dissolved": press.at("page")})
        ],
        participations=[Participation(party="gov", period=SURE)],
        memberships=(),
        contributions=(),
        linkages=(),
        working_groups=(),
    )
    found = ecosystems.may_have_ended(ecosystem, on=DAY)
    assert [each.ended for each in found] == expected
