"""Cases of the rules about ecosystems."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from tests.unit.rules.casework import Case

from icluster.contexts import Context, PartCount
from icluster.dates import PartialDate, PartialPeriod
from icluster.ecosystems import (
    Action,
    AdmissionRule,
    Contribution,
    Ecosystem,
    Linkage,
    LinkageKind,
    Membership,
    Participation,
    ParticipationRole,
    StrategicObjective,
    Unnamed,
    WorkingGroup,
)
from icluster.organizations import Helix, Name, Organization
from icluster.rules import ecosystems
from icluster.vocabularies import Missing, Other

ROLE = ParticipationRole.EXECUTION_BODY
OPEN = Missing.NOT_APPLICABLE


def world(*bodies: Organization, **changes: Any) -> Ecosystem:
    named = bodies or (Organization(key="a", name="A"), Organization(key="b", name="B"))
    return Ecosystem(key="demo", name="Demo", organizations=named, **changes)


def ended(year: int) -> Organization:
    return Organization(key="a", name="A", dissolved=PartialDate(year))


def since(begins: int, ends: int | None = None) -> PartialPeriod:
    end = OPEN if ends is None else PartialDate(ends)
    return PartialPeriod(PartialDate(begins), end)


def part_of(first: str, second: str) -> Linkage:
    return Linkage(first=first, second=second, kind=LinkageKind.PART_OF)


PAYS = (Contribution(party="a"),)
COUNTS = Context(
    part_counts=(
        PartCount(
            whole="b",
            parts="offices",
            count=7,
            period=PartialPeriod(ends=PartialDate(2018)),
        ),
        PartCount(
            whole="b",
            parts="offices",
            count=3,
            period=PartialPeriod(begins=PartialDate(2018)),
        ),
    )
)
GROWN = Context(
    part_counts=(
        PartCount(
            whole="b",
            parts="offices",
            count=3,
            period=PartialPeriod(ends=PartialDate(2018)),
        ),
        PartCount(
            whole="b",
            parts="offices",
            count=7,
            period=PartialPeriod(begins=PartialDate(2018)),
        ),
    )
)
OBJECTIVES = (
    StrategicObjective(key="one", title="First"),
    StrategicObjective(key="two", title="Second"),
)
HALVES = tuple(
    Contribution(party=key, amount=Fraction(1, 2), period=since(2020)) for key in "ab"
)
TRIPLE = tuple(
    Organization(key=helix.value, name=helix.title, helix=helix)
    for helix in (Helix.GOVERNMENT, Helix.ACADEMIA, Helix.INDUSTRY)
)

CASES = (
    Case(
        ecosystems.funder_no_participant,
        "it takes part as well",
        world(contributions=PAYS, participations=(Participation(party="a"),)),
    ),
    Case(
        ecosystems.funder_no_participant,
        "who takes part is not known",
        world(contributions=PAYS),
    ),
    Case(
        ecosystems.funder_no_participant,
        "participations may lack some",
        world(contributions=PAYS, participations=(), incomplete=("participations",)),
    ),
    Case(
        ecosystems.funder_no_participant,
        "it is not named",
        world(contributions=(Contribution(party=Unnamed("x")),), participations=()),
    ),
    Case(
        ecosystems.funder_no_participant,
        "it takes no part",
        world(contributions=PAYS, participations=(Participation(party="b"),)),
        ("contributions[0].party: A pays but is not among those who take part",),
    ),
    Case(
        ecosystems.ended_body_acts,
        "no end is recorded",
        world(contributions=PAYS),
    ),
    Case(
        ecosystems.ended_body_acts,
        "its last day may be today",
        world(ended(2019), contributions=PAYS),
        on=date(2019, 12, 31),
    ),
    Case(
        ecosystems.ended_body_acts,
        "the relation is over as well",
        world(
            ended(2019),
            contributions=(Contribution(party="a", period=since(2013, 2019)),),
        ),
    ),
    Case(
        ecosystems.ended_body_acts,
        "the relation goes on, of every kind",
        world(
            ended(2019),
            Organization(key="b", name="B"),
            participations=(Participation(party="a"),),
            memberships=(Membership(party="a"),),
            contributions=(*PAYS, Contribution(party=Unnamed("x"))),
            linkages=(Linkage(first="b", second="a"),),
            working_groups=(WorkingGroup(key="g", name="G", members=("a",)),),
        ),
        (
            "participations[0]: A ended in 2019; its participation goes on",
            "memberships[0]: A ended in 2019; its membership goes on",
            "contributions[0]: A ended in 2019; its contribution goes on",
            "linkages[0]: A ended in 2019; its linkage goes on",
            "working_groups[0]: A ended in 2019; its place in a working group goes on",
        ),
        on=date(2020, 1, 1),
    ),
    Case(
        ecosystems.body_may_have_ended,
        "it has certainly ended",
        world(ended(2019), contributions=PAYS),
        on=date(2020, 1, 1),
    ),
    Case(
        ecosystems.body_may_have_ended,
        "on the first day on which it may have ended it still is",
        world(ended(2019), contributions=PAYS),
        on=date(2019, 1, 1),
    ),
    Case(
        ecosystems.body_may_have_ended,
        "it may have ended the day before",
        world(ended(2019), contributions=PAYS),
        (
            "contributions[0]: A ended some time in 2019; "
            "whether its contribution goes on is open",
        ),
        on=date(2019, 1, 2),
    ),
    Case(
        ecosystems.relation_outside_life,
        "the dates are not known",
        world(contributions=PAYS),
    ),
    Case(
        ecosystems.relation_outside_life,
        "both begin and end in the same years",
        world(
            Organization(
                key="a",
                name="A",
                founded=PartialDate(2013),
                dissolved=PartialDate(2019),
            ),
            contributions=(Contribution(party="a", period=since(2013, 2019)),),
        ),
    ),
    Case(
        ecosystems.relation_outside_life,
        "a year too early and a year too late",
        world(
            Organization(
                key="a",
                name="A",
                founded=PartialDate(2013),
                dissolved=PartialDate(2019),
            ),
            contributions=(Contribution(party="a", period=since(2012, 2020)),),
        ),
        (
            "contributions[0]: A: its contribution begins 2012, before 2013",
            "contributions[0]: A: its contribution ends 2020, after 2019",
        ),
    ),
    Case(
        ecosystems.objective_without_action,
        "each is served",
        world(
            objectives=OBJECTIVES,
            actions=(Action(key="x", title="X", serves=("one", "two")),),
        ),
    ),
    Case(
        ecosystems.objective_without_action,
        "actions are not known",
        world(objectives=OBJECTIVES),
    ),
    Case(
        ecosystems.objective_without_action,
        "one is not served",
        world(
            objectives=OBJECTIVES,
            actions=(
                Action(key="x", title="X", serves=("one",)),
                Action(key="y", title="Y"),
            ),
        ),
        ('objectives[1]: no action is said to serve "Second"',),
    ),
    Case(
        ecosystems.role_unstated,
        "a role is stated",
        world(participations=(Participation(party="a", role=ROLE),)),
    ),
    Case(
        ecosystems.role_unstated,
        "nobody is named",
        world(participations=(Participation(party=Unnamed("x")),)),
    ),
    Case(
        ecosystems.role_unstated,
        "none is stated",
        world(participations=(Participation(party="a"),)),
        ("participations[0].role: A takes part in a role that is not stated",),
    ),
    Case(
        ecosystems.role_holder_unnamed,
        "it is named",
        world(participations=(Participation(party="a", role=ROLE),)),
    ),
    Case(
        ecosystems.role_holder_unnamed,
        "there are several",
        world(participations=(Participation(party=Unnamed("x", (), True), role=ROLE),)),
    ),
    Case(
        ecosystems.role_holder_unnamed,
        "no role is stated",
        world(participations=(Participation(party=Unnamed("x")),)),
    ),
    Case(
        ecosystems.role_holder_unnamed,
        "one holds a role",
        world(participations=(Participation(party=Unnamed("x"), role=Other("chair")),)),
        ('participations[0].party: "x" is chair, but which body it is is not said',),
    ),
    Case(
        ecosystems.helix_uncovered,
        "all three take part",
        world(
            *TRIPLE,
            participations=tuple(
                Participation(party=each.key or "") for each in TRIPLE
            ),
        ),
    ),
    Case(ecosystems.helix_uncovered, "who takes part is not known", world()),
    Case(
        ecosystems.helix_uncovered,
        "somebody without a known helix takes part",
        world(participations=(Participation(party="a"),)),
    ),
    Case(
        ecosystems.helix_uncovered,
        "industry is missing",
        world(
            *TRIPLE,
            participations=tuple(
                Participation(party=each.key or "") for each in TRIPLE[:2]
            ),
        ),
        ("participations: nobody who takes part stands for Industry",),
    ),
    Case(
        ecosystems.helix_without_name,
        "a named body stands for it",
        world(
            *TRIPLE,
            participations=(
                Participation(party=Unnamed("x", (Helix.ACADEMIA,))),
                Participation(party="academia"),
            ),
        ),
    ),
    Case(
        ecosystems.helix_without_name,
        "unnamed bodies stand for it",
        world(
            participations=(
                Participation(party=Unnamed("x", (Helix.ACADEMIA,))),
                Participation(party="a"),
            )
        ),
        (
            "participations: unnamed bodies are said to stand for Academia; "
            "no named one is recorded for it",
        ),
    ),
    Case(ecosystems.members_unlisted, "membership is not regulated", world()),
    Case(
        ecosystems.members_unlisted,
        "there are none",
        world(admission_rule=AdmissionRule.EVERY_OBJECTIVE, memberships=()),
    ),
    Case(
        ecosystems.members_unlisted,
        "they are not known",
        world(admission_rule=AdmissionRule.EVERY_OBJECTIVE),
        (
            "memberships: membership is open to organizations that take part in "
            "every objective; who the members are is not known",
        ),
    ),
    Case(
        ecosystems.shares_exceed_one,
        "they make exactly the whole",
        world(contributions=HALVES),
    ),
    Case(
        ecosystems.shares_exceed_one,
        "a third is of another time",
        world(
            contributions=(
                *HALVES,
                Contribution(
                    party="a", amount=Fraction(1, 2), period=since(2010, 2012)
                ),
                Contribution(party="a"),
            )
        ),
    ),
    Case(
        ecosystems.shares_exceed_one,
        "they make a little more",
        world(
            contributions=(
                *HALVES,
                Contribution(party="a", amount=Fraction(1, 100), period=since(2020)),
            )
        ),
        ("contributions: contributions make 101/100 of the whole",),
    ),
    Case(
        ecosystems.fewer_parts_left,
        "the whole has as many as ever",
        world(linkages=(part_of("a", "b"),)),
        on=date(2017, 12, 31),
        context=COUNTS,
    ),
    Case(
        ecosystems.fewer_parts_left,
        "it is linked in another way",
        world(linkages=(Linkage(first="a", second="b"),)),
        context=COUNTS,
    ),
    Case(
        ecosystems.fewer_parts_left,
        "its end is recorded",
        world(ended(2018), TRIPLE[0], linkages=(part_of("a", "government"),)),
        context=COUNTS,
    ),
    Case(
        ecosystems.fewer_parts_left,
        "the whole has more than before",
        world(linkages=(part_of("a", "b"),)),
        context=GROWN,
    ),
    Case(
        ecosystems.fewer_parts_left,
        "the whole has lost some",
        world(linkages=(part_of("a", "b"),)),
        (
            "organizations[0]: A is part of B, which had 7 offices and now has 3; "
            "whether it is among them is not said",
        ),
        on=date(2019, 1, 1),
        context=COUNTS,
    ),
    Case(
        ecosystems.part_of_itself,
        "a chain without a loop",
        world(linkages=(part_of("a", "b"), part_of("a", "b"))),
    ),
    Case(
        ecosystems.part_of_itself,
        "two that cooperate both ways",
        world(
            linkages=(Linkage(first="a", second="b"), Linkage(first="b", second="a"))
        ),
    ),
    Case(
        ecosystems.part_of_itself,
        "a loop",
        world(linkages=(part_of("a", "b"), part_of("b", "a"))),
        (
            "organizations[0]: A is part of itself",
            "organizations[1]: B is part of itself",
        ),
    ),
    Case(ecosystems.bears_ecosystem_name, "names that differ", world()),
    Case(
        ecosystems.bears_ecosystem_name,
        "an alias in another casing",
        world(Organization(key="a", name="A", other_names=(Name("DEMO"),))),
        ("organizations[0]: A also goes by DEMO, as does the ecosystem Demo",),
    ),
)
