"""Cases of the rules about ecosystems."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from attrs import evolve
from tests.unit.rules.casework import SOURCE, Case, Mender

from icluster.contexts import Context
from icluster.dates import PartialDate, PartialPeriod
from icluster.ecosystems import (
    Action,
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
from icluster.vocabularies import Missing, NotApplicable, Other, listed

ROLE = ParticipationRole.EXECUTION_BODY
OPEN: NotApplicable = Missing.NOT_APPLICABLE
ALWAYS = PartialPeriod()


def world(*bodies: Organization, **changes: Any) -> Ecosystem:
    named = bodies or (Organization(key="a", name="A"), Organization(key="b", name="B"))
    return Ecosystem(key="demo", name="Demo", organizations=named, **changes)


def ended(year: int) -> Organization:
    return Organization(key="a", name="A", dissolved=PartialDate(year))


def doubted(published: int) -> Organization:
    """Make a body whose unknown end a source of a year speaks of."""
    source = evolve(SOURCE, published=PartialDate(published))
    return Organization(key="a", name="A", citations={"dissolved": source.at("p")})


def since(begins: int, ends: int | None = None) -> PartialPeriod:
    end = OPEN if ends is None else PartialDate(ends)
    return PartialPeriod(PartialDate(begins), end)


def part_of(first: str, second: str, period: PartialPeriod = ALWAYS) -> Linkage:
    return Linkage(first=first, second=second, kind=LinkageKind.PART_OF, period=period)


PAYS = (Contribution(party="a"),)
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


def taking_part(*parties: Any, period: PartialPeriod | None = None) -> dict[str, Any]:
    """Make participations since 2013."""
    return {
        "participations": tuple(
            Participation(
                party=each if isinstance(each, (str, Unnamed)) else each.key,
                period=period or since(2013),
            )
            for each in parties
        )
    }


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
        "it is a member, or in a working group",
        world(
            contributions=(*PAYS, Contribution(party="b")),
            participations=(),
            memberships=(Membership(party="a"),),
            working_groups=(WorkingGroup(key="g", name="G", members=("b",)),),
        ),
    ),
    Case(
        ecosystems.funder_no_participant,
        "it takes part until the year in which it pays",
        world(
            contributions=(Contribution(party="a", period=since(2013)),),
            participations=(Participation(party="a", period=since(2010, 2013)),),
        ),
    ),
    Case(
        ecosystems.funder_no_participant,
        "it takes part in other years, and is linked",
        world(
            contributions=(Contribution(party="a", period=since(2013, 2014)),),
            participations=(
                Participation(party="a", period=since(2010, 2012)),
                Participation(party="a", period=since(2015)),
            ),
            linkages=(Linkage(first="a", second="b"),),
        ),
        (
            "contributions[0].party: "
            "while it pays, A is not named among those who take part",
        ),
    ),
    Case(
        ecosystems.funder_no_participant,
        "it takes no part",
        world(
            contributions=PAYS,
            participations=(
                Participation(party="b"),
                Participation(party=Unnamed("x")),
            ),
        ),
        (
            "contributions[0].party: "
            "while it pays, A is not named among those who take part",
        ),
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
            "participations[0]: "
            "A ended in 2019; no end of its participation is recorded",
            "memberships[0]: A ended in 2019; no end of its membership is recorded",
            "contributions[0]: A ended in 2019; no end of its contribution is recorded",
            "linkages[0]: A ended in 2019; no end of its linkage is recorded",
            "working_groups[0]: "
            "A ended in 2019; no end of its place in a working group is recorded",
        ),
        on=date(2020, 1, 1),
    ),
    Case(
        ecosystems.ended_body_acts,
        "it certainly ends after the body, which is another rule's",
        world(
            ended(2019),
            contributions=(Contribution(party="a", period=since(2013, 2030)),),
        ),
    ),
    Case(
        ecosystems.ended_body_acts,
        "its end is open, or may lie ahead",
        world(
            Organization(key="a", name="A", dissolved=PartialDate(2019, 6, 30)),
            contributions=(
                Contribution(party="a", period=since(2013)),
                Contribution(party="a", period=since(2013, 2019)),
            ),
        ),
        (
            "contributions[0]: A ended on 2019-06-30; "
            "its contribution is recorded as having no end",
            "contributions[1]: A ended on 2019-06-30; its contribution ends in 2019",
        ),
        on=date(2019, 7, 1),
    ),
    Case(
        ecosystems.ended_body_acts,
        "to be part of another is no act",
        world(
            ended(2019),
            Organization(key="b", name="B"),
            linkages=(
                Linkage(first="a", second="b", kind=LinkageKind.PART_OF),
                Linkage(first="b", second="a", kind=LinkageKind.PART_OF),
            ),
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
        ecosystems.body_may_have_ended,
        "the day before somebody doubted that it goes on",
        world(doubted(2018), contributions=PAYS),
        on=date(2017, 12, 31),
    ),
    Case(
        ecosystems.body_may_have_ended,
        "the relation is over as well",
        world(
            doubted(2018),
            contributions=(Contribution(party="a", period=since(2013, 2017)),),
        ),
    ),
    Case(
        ecosystems.body_may_have_ended,
        "from the day on which somebody doubted that it goes on",
        world(doubted(2018), contributions=PAYS),
        (
            "contributions[0]: A may have ended; "
            "whether its contribution goes on is open",
        ),
        on=date(2018, 1, 1),
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
            "contributions[0]: "
            "A was founded in 2013, but its contribution begins in 2012",
            "contributions[0]: A ended in 2019, but its contribution ends in 2020",
        ),
    ),
    Case(
        ecosystems.part_without_whole,
        "participations are not known",
        world(linkages=[part_of("a", "b")]),
    ),
    Case(
        ecosystems.part_without_whole,
        "both take part, or the whole alone, or it was part before",
        world(
            participations=[Participation(party="b")],
            linkages=[part_of("a", "b"), part_of("b", "a", since(2000, 2001))],
        ),
    ),
    Case(
        ecosystems.part_without_whole,
        "the part alone",
        world(participations=[Participation(party="a")], linkages=[part_of("a", "b")]),
        ("linkages[0]: A takes part, but B, of which it is part, does not",),
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
        ("objectives[1]: no action is said to serve: Second",),
    ),
    Case(
        ecosystems.participant_unclear,
        "body and role are stated",
        world(participations=(Participation(party="a", role=ROLE),)),
    ),
    Case(
        ecosystems.participant_unclear,
        "there are several",
        world(
            participations=(
                Participation(party=Unnamed("x", (), True), role=ROLE),
                Participation(party=Unnamed("x", (), True)),
            )
        ),
    ),
    Case(
        ecosystems.participant_unclear,
        "it has no role",
        world(
            participations=(
                Participation(party="a", role=Missing.NOT_APPLICABLE),
                Participation(party=Unnamed("x", (), True)),
            )
        ),
    ),
    Case(
        ecosystems.participant_unclear,
        "the role, the body, both",
        world(
            participations=(
                Participation(party="a"),
                Participation(party=Unnamed("x"), role=Other("chair")),
                Participation(party=Unnamed("y")),
                Participation(party=Unnamed("z"), role=Missing.NOT_APPLICABLE),
            )
        ),
        (
            "participations[0].role: A takes part in a role that is not stated",
            'participations[1].party: "x" is chair, but which body it is is not said',
            'participations[2].party: "y" takes part; neither which body it is '
            "nor its role is said",
            'participations[3].party: "z" takes part, but which body it is is not said',
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
        ("contributions: contributions make 101 % of the whole",),
    ),
    Case(
        ecosystems.part_of_itself,
        "a chain without a circle, told twice, and two ways to one whole",
        world(
            *TRIPLE,
            linkages=(
                part_of("government", "academia"),
                part_of("government", "academia"),
                part_of("academia", "industry"),
                part_of("government", "industry"),
            ),
        ),
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
        "one way first, then the other",
        world(
            linkages=(
                part_of("a", "b", since(2013, 2019)),
                part_of("b", "a", since(2020)),
            )
        ),
        on=date(2020, 1, 1),
    ),
    Case(
        ecosystems.part_of_itself,
        "one of them has ended",
        world(
            ended(2019),
            Organization(key="b", name="B"),
            linkages=(part_of("a", "b"), part_of("b", "a")),
        ),
    ),
    Case(
        ecosystems.part_of_itself,
        "both ways in one year",
        world(
            linkages=(
                part_of("a", "b", since(2013, 2019)),
                part_of("b", "a", since(2019)),
            )
        ),
        ("linkages[0]: A is part of itself, by way of B",),
        on=date(2019, 12, 31),
    ),
    Case(
        ecosystems.part_of_itself,
        "two circles that share a body, reached in two ways, and one behind",
        world(
            *TRIPLE,
            Organization(key="a", name="A"),
            Organization(key="b", name="B"),
            Organization(key="c", name="C"),
            Organization(key="d", name="C"),
            linkages=(
                part_of("a", "government"),
                part_of("government", "b"),
                part_of("government", "academia"),
                part_of("academia", "b"),
                part_of("academia", "industry"),
                part_of("industry", "government"),
                part_of("industry", "academia"),
                part_of("a", "industry"),
                part_of("d", "c"),
                part_of("c", "d"),
                part_of("industry", "c"),
            ),
        ),
        (
            "linkages[2]: Academia is part of itself, by way of Government, Industry",
            "linkages[8]: C is part of itself, by way of C",
        ),
    ),
    Case(ecosystems.bears_ecosystem_name, "names that differ", world()),
    Case(
        ecosystems.bears_ecosystem_name,
        "its own body, by its name",
        world(
            Organization(
                key="a", name="Demo, A.C.", other_names=(Name("demo"),), acronym="DEMO"
            )
        ),
    ),
    Case(
        ecosystems.bears_ecosystem_name,
        "its own body, by its key",
        world(Organization(key="demo", name="A", acronym="DEMO")),
    ),
    Case(
        ecosystems.bears_ecosystem_name,
        "an alias in another casing, and an acronym",
        world(
            Organization(key="a", name="A", other_names=(Name("DEMO"), Name("C"))),
            Organization(key="b", name="B", acronym="demo"),
        ),
        (
            "organizations[0].other_names: "
            "A also goes by DEMO, as does the ecosystem Demo",
            "organizations[1].acronym: B also goes by demo, as does the ecosystem Demo",
        ),
    ),
)


# --- as they look once somebody did what the finding asks for ---


_RELATIONS = (
    "participations",
    "memberships",
    "contributions",
    "linkages",
    "working_groups",
)


def _with_more(ecosystem: Ecosystem, name: str, more: list[Any]) -> Any:
    return (*listed(getattr(ecosystem, name)), *more)


def _taking_part(ecosystem: Ecosystem, on: date, context: Context) -> Ecosystem:
    more = [
        Participation(party=each.party, period=each.period)
        for each in listed(ecosystem.contributions)
    ]
    changed = _with_more(ecosystem, "participations", more)
    return evolve(ecosystem, participations=changed)


def _related(period: PartialPeriod) -> Mender:
    def mend(ecosystem: Ecosystem, on: date, context: Context) -> Ecosystem:
        changes = {
            name: tuple(evolve(each, period=period) for each in listed(value))
            for name in _RELATIONS
            if not isinstance(value := getattr(ecosystem, name), Missing)
        }
        return evolve(ecosystem, **changes)  # type: ignore[arg-type]

    return mend


def _each_body(**changes: Any) -> Mender:
    return lambda e, _, __: evolve(
        e, organizations=[evolve(body, **changes) for body in e.organizations]
    )


def _serving(ecosystem: Ecosystem, on: date, context: Context) -> Ecosystem:
    served = tuple(each.key for each in listed(ecosystem.objectives))
    return evolve(ecosystem, actions=(Action(key="x", title="X", serves=served),))


def _named_in_a_role(ecosystem: Ecosystem, on: date, context: Context) -> Ecosystem:
    def clear(each: Participation) -> Participation:
        party = "named" if isinstance(each.party, Unnamed) else each.party
        return evolve(each, role=ParticipationRole.EXPERT_GROUP, party=party)

    return evolve(
        ecosystem,
        organizations=(*ecosystem.organizations, Organization(key="named", name="N")),
        participations=tuple(map(clear, listed(ecosystem.participations))),
    )


def _without_amounts(ecosystem: Ecosystem, on: date, context: Context) -> Ecosystem:
    unknown = [
        evolve(each, amount=Missing.UNKNOWN) for each in listed(ecosystem.contributions)
    ]
    return evolve(ecosystem, contributions=tuple(unknown))


def _without_parts(ecosystem: Ecosystem, on: date, context: Context) -> Ecosystem:
    others = [
        each
        for each in listed(ecosystem.linkages)
        if each.kind is not LinkageKind.PART_OF
    ]
    return evolve(ecosystem, linkages=tuple(others))


def _whole_takes_part(world: Ecosystem, _: date, __: Context) -> Ecosystem:
    wholes = [Participation(party=one.second) for one in listed(world.linkages)]
    return evolve(world, participations=[*listed(world.participations), *wholes])


MENDERS: dict[str, Mender] = {
    "ECO010": _whole_takes_part,
    "ECO001": _taking_part,
    "ECO002": _related(PartialPeriod(ends=PartialDate(1900))),
    "ECO003": _each_body(dissolved=Missing.NOT_APPLICABLE),
    "ECO004": _related(PartialPeriod()),
    "ECO005": _serving,
    "ECO006": _named_in_a_role,
    "ECO007": _without_amounts,
    "ECO008": _without_parts,
    "ECO009": _each_body(other_names=(), acronym=Missing.UNKNOWN),
}
