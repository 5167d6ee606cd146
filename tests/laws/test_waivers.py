"""A decision about a finding holds for that finding, and for no other, ever.

Registers and ecosystems of few names are drawn, some of their findings waived, and
the data edited: rows come, go, are sorted and changed, and travel as JSON. Whose
finding each is, is told here from the data, not by what the finding says of itself.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from icluster import (
    Contribution,
    Ecosystem,
    LabelAward,
    LabelRegister,
    LabelTier,
    Linkage,
    Money,
    Organization,
    OrganizationKind,
    PartialDate,
    Participation,
    Portfolio,
    rules,
    wire,
)
from icluster.ecosystems import Action, LinkageKind, StrategicObjective
from icluster.labels import Grant
from icluster.languages.es import SPANISH
from icluster.reference import CONTEXT, esca
from icluster.regions import Country
from icluster.vocabularies import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from icluster.rules import Finding, Report, Waiver

THE_DAY = date(2018, 9, 30)
UNKNOWN: Any = Missing.UNKNOWN
SPICE = Portfolio("spice", "Spice", esca.PORTFOLIOS.edition)
KEYS = ("one", "two", "three")

NAMES = ("Claut (CA)", "CLAUT (CB)", "Moda", "Moda, A.C.")
BODIES = [
    Organization(key=key, name=name, acronym=acronym, kind=kind, dissolved=dissolved)
    for key in (None, "one", "two")
    for name in NAMES
    for acronym, kind, dissolved in (
        (UNKNOWN, UNKNOWN, UNKNOWN),
        ("CA", OrganizationKind.COMPANY, PartialDate(2015)),
        ("MX", UNKNOWN, PartialDate(2018)),
    )
]
AWARDS = [
    LabelAward(
        holder=holder,
        tier=LabelTier.BRONZE if tier else LabelTier.SILVER,
        valid_until=until,
        awarded=awarded,
        grant=grant,
        portfolio=portfolio,
    )
    for holder in BODIES
    for tier, until, awarded, grant, portfolio in (
        (1, date(2016, 5, 4), UNKNOWN, UNKNOWN, UNKNOWN),
        (1, date(2016, 5, 4), PartialDate(2014, 5, 4), Grant.FIRST, SPICE),
        (1, date(2018, 5, 4), PartialDate(2014, 5, 4), Grant.FIRST, UNKNOWN),
        (1, date(2018, 5, 4), PartialDate(2018), Grant.RENEWAL, UNKNOWN),
        (1, date(2021, 5, 4), PartialDate(2019), Grant.RENEWAL, SPICE),
        (0, date(2021, 5, 4), PartialDate(2014, 5, 4), Grant.FIRST, UNKNOWN),
        (0, date(2018, 5, 4), UNKNOWN, UNKNOWN, SPICE),
    )
]
bodies = st.sampled_from(BODIES)
awards = st.sampled_from(AWARDS)
registers = st.builds(
    LabelRegister,
    awards=st.lists(awards, max_size=5),
    editions=st.just((esca.SCHEME.editions[-1],)),
    snapshot=st.sampled_from((None, date(2017, 1, 1))),
)
parties = st.sampled_from(KEYS)
RELATIONS: dict[str, st.SearchStrategy[Any]] = {
    "participations": st.builds(Participation, party=parties),
    "contributions": st.builds(
        Contribution,
        party=parties,
        amount=st.sampled_from((Money(amount=5), Money(amount=7))),
    ),
    "linkages": st.builds(
        Linkage,
        first=st.just("one"),
        second=st.sampled_from(KEYS[1:]),
        kind=st.just(LinkageKind.PART_OF),
    ),
    "actions": st.builds(
        Action, key=parties, title=st.just("Act"), serves=st.just(("one",))
    ),
    "objectives": st.builds(
        StrategicObjective, key=parties, title=st.sampled_from(("Grow", "Learn"))
    ),
}


def told_by(relation: Any) -> Any:
    return getattr(relation, "key", relation)


@st.composite
def ecosystems(draw: st.DrawFn) -> Ecosystem:
    organizations = [evolve(draw(bodies), key=key) for key in KEYS]
    lists: Any = {
        name: draw(st.lists(relations, max_size=3, unique_by=told_by))
        for name, relations in RELATIONS.items()
    }
    lists["objectives"] += [StrategicObjective(key="one", title="Grow")][
        : not any(one.key == "one" for one in lists["objectives"])
    ]
    return Ecosystem(key="eco", name="MX", organizations=organizations, **lists)


@st.composite
def edited(draw: st.DrawFn, subject: Any) -> Any:
    """Insert, remove, sort and change rows, and send them as JSON."""
    name = "awards"
    rows: st.SearchStrategy[Any] = awards
    if isinstance(subject, Ecosystem):
        name = draw(st.sampled_from(("participations", "contributions", "linkages")))
        rows = RELATIONS[name]
    items = list(getattr(subject, name))
    for edit in draw(st.lists(st.sampled_from("irsc"), max_size=4)):
        at = draw(st.integers(0, max(len(items) - 1, 0)))
        if edit == "i":
            items.insert(at, draw(rows))
        elif edit == "s":
            items = draw(st.permutations(items))
        elif items:
            items[at : at + 1] = [draw(rows)] if edit == "c" else []
    if isinstance(subject, Ecosystem):
        items = list(dict.fromkeys(items))
        bodies_now = draw(st.permutations(subject.organizations))
        subject = evolve(subject, organizations=bodies_now)
    subject = evolve(subject, **{name: items})
    sent = wire.dumps(subject)
    return wire.loads(sent, type(subject)) if draw(st.booleans()) else subject


def checked(subject: Any, waivers: tuple[Waiver, ...] = ()) -> Report:
    return rules.check(subject, on=THE_DAY, context=CONTEXT, waivers=waivers)


def told(finding: Finding, subject: Any) -> tuple[Any, ...]:
    """Say whose finding it is, by the data at its place, and what it says."""
    of_bodies = finding.code.startswith("ORG")
    things = {repr(thing_at(subject, steps, of_bodies)) for steps in finding.places}
    return finding.code, finding.message, tuple(sorted(things))


def thing_at(subject: Any, steps: tuple[Any, ...], of_bodies: bool) -> Any:
    thing: Any = subject
    words: list[Any] = []
    for step in steps:
        held: Any = thing
        thing = held[step] if isinstance(step, int) else getattr(held, step, None)
        if isinstance(thing, Organization) and of_bodies:
            words = [thing.key or thing.name]
        elif isinstance(thing, LabelAward):
            holder = thing.holder.key or thing.holder.name
            words = [holder, thing.tier, thing.valid_until]
        elif isinstance(step, str):
            words.append(step)
        else:
            names = ("party", "first", "second", "key")
            words += [getattr(thing, name, None) for name in names]
    return words


SUBJECTS = registers | ecosystems()
THE_OTHER = Country("MX")

# Ecosystems are large, and hypothesis writes them out while it edits them.
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")


@settings(max_examples=10)
@given(st.data())
def test_law_only_what_was_waived_is_covered_and_it_stays_so(data: Any) -> None:
    before = data.draw(SUBJECTS)
    shown = checked(before)
    chosen = [f for f in shown if data.draw(st.booleans())]
    waivers = tuple(shown.waive(finding, reason="known") for finding in chosen)
    after = data.draw(edited(before))
    report = checked(after, waivers)
    decided = Counter(told(finding, before) for finding in chosen)
    covered = Counter(told(waived.finding, after) for waived in report.waived)
    found = covered + Counter(told(finding, after) for finding in report)
    # Never more than was decided on, and all of that which is still found.
    assert covered == decided & found


def identities(report: Report, prefix: str = "") -> Counter[Any]:
    """Count the findings by what they are about and what they say, wherever that is."""
    return Counter((f.code, f.about, f.fingerprint) for f in report.of(prefix))


@rules.note("MIN001", family="mine")
def counted_on_a_day(noun: LabelRegister | Ecosystem, on: date) -> Iterator[rules.Said]:
    """Something is counted on a day.

    Why it matters:
        The day asked about stands in the sentence, and is none of its values.

    Fires on:
        Anything.

    How to settle it:
        It cannot be.
    """
    rows = noun.awards if isinstance(noun, LabelRegister) else noun.organizations
    yield rules.say("{} rows on {}, all until {}", len(rows), on, THE_DAY)


@settings(max_examples=10)
@given(st.data())
def test_law_place_order_and_travel_are_no_part_of_identity(data: Any) -> None:
    subject = data.draw(SUBJECTS)
    identity = identities(checked(subject))
    assert identities(checked({"x": [THE_OTHER, (subject,)]})) == identity
    assert (
        identities(checked(wire.loads(wire.dumps(subject), type(subject)))) == identity
    )
    names = ("organizations", *RELATIONS)
    lists = [name for name in (*names, "awards") if getattr(subject, name, ())]
    turned = {name: tuple(reversed(getattr(subject, name))) for name in lists}
    assert identities(checked(evolve(subject, **turned))) == identity


@settings(max_examples=10)
@given(SUBJECTS, st.dates(date(2014, 1, 1), date(2024, 12, 31)))
def test_law_the_day_and_the_language_are_no_part_of_identity(
    subject: Any, day: date
) -> None:
    every_rule = (*rules.ALL, counted_on_a_day)
    now, then = (
        rules.check(subject, on=on, context=CONTEXT, rules=every_rule)
        for on in (THE_DAY, day)
    )
    assert identities(now, "MIN") == identities(then, "MIN") != Counter()
    messages = {(f.code, f.about, f.message) for f in then}
    alike = {f.fingerprint for f in now if (f.code, f.about, f.message) in messages}
    assert alike <= {finding.fingerprint for finding in then}
    before = identities(now)
    now.table(language=SPANISH).text()
    assert identities(now) == before
    assert [f.said().text(SPANISH) for f in now] != list(map(str, now))


@settings(max_examples=10)
@given(st.data())
def test_law_a_baseline_shows_what_is_new_and_names_what_went(data: Any) -> None:
    before = data.draw(SUBJECTS)
    accepted = checked(before).baseline(reason="accepted")
    accepted = wire.loads(wire.dumps(accepted), tuple[rules.Waiver, ...])
    again = checked(before, accepted)
    assert not again.findings
    assert not again.idle
    after = data.draw(edited(before))
    report = checked(after, accepted)
    old = Counter(told(finding, before) for finding in checked(before))
    new = Counter(told(finding, after) for finding in checked(after))
    shown = Counter(told(finding, after) for finding in report)
    assert shown == new - old
    # Of a rule that could not look, nobody knows whether its findings went.
    unable = {lacking.code for lacking in report.not_checked}
    went = [one for one in (old - new).elements() if one[0] not in unable]
    assert len(report.idle) == len(went)
