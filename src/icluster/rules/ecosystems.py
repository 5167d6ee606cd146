"""Ecosystems: who acts, pays and belongs, held against who exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

from icluster.contexts import Context
from icluster.dates import PartialDate, PartialPeriod
from icluster.ecosystems import (
    Ecosystem,
    Linkage,
    LinkageKind,
    Participation,
)
from icluster.ecosystems.answers import can_act, covers, has_ended
from icluster.ecosystems.ecosystem import listed
from icluster.naming import name_key
from icluster.organizations import Organization
from icluster.rules._findings import Severity
from icluster.rules._relations import (
    TAKING_PART,
    Relation,
    in_or_on,
    relations,
    surely_before,
)
from icluster.rules._rule import rule
from icluster.rules._statements import Said, Statement, say
from icluster.sources import citations_of
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing

__all__ = [
    "bears_ecosystem_name",
    "body_may_have_ended",
    "ended_body_acts",
    "funder_no_participant",
    "objective_without_action",
    "part_of_itself",
    "participant_unclear",
    "relation_outside_life",
    "shares_exceed_one",
]


def __dir__() -> list[str]:
    return __all__


_rule = partial(rule, about=Ecosystem, family="ecosystems", since="26.1")


@_rule("ECO001", "funder-no-participant", Severity.WARNING, sources=("about",))
def funder_no_participant(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """Somebody pays who is not named as taking part.

    Why it matters:
        Who pays usually answers for something: either a participant is missing
        from the list, or the funder's part is.

    Fires on:
        A named contributor that, at any time at which it may pay, is neither a
        participant nor a member nor in a working group, where participations are
        listed and no list says that they lack something. Somebody unnamed who
        takes part may be it.

    How to settle it:
        Record the participation with its role; or waive the finding: it pays
        and takes no part.
    """
    if not ecosystem.is_complete("participations"):
        return
    times: dict[str, list[PartialPeriod]] = {}
    for part in relations(ecosystem):
        if part.kind in TAKING_PART:
            times.setdefault(part.organization.key or "", []).append(part.period)
    for index, each in enumerate(listed(ecosystem.contributions)):
        if isinstance(each.party, str) and not any(
            _may_overlap(period, each.period) for period in times.get(each.party, ())
        ):
            yield say(
                "while it pays, {} is not named among those who take part",
                ecosystem[each.party].name,
                at=("contributions", index, "party"),
                sides=[
                    citations_of(each, "party"),
                    citations_of(ecosystem, "participations"),
                ],
            )


def _may_overlap(one: PartialPeriod, other: PartialPeriod) -> bool:
    return not (
        surely_before(one.ends, other.begins) or surely_before(other.ends, one.begins)
    )


@_rule("ECO002", "ended-body-acts", Severity.WARNING, sources=("debate_2019",))
def ended_body_acts(ecosystem: Ecosystem, on: date, context: Context) -> Iterator[Said]:
    """A body that has ended is still on record as acting.

    Why it matters:
        Nobody can be paid by, join with or be answered by a body that is gone.

    Fires on:
        A participation, membership, contribution, linkage or place in a working
        group that may still run on the day, of a body that has certainly ended.
        One that certainly ends after its body is left to *relation-outside-life*.

    How to settle it:
        Give the relation its end, that of the body at the latest; who took over
        gets a relation of its own.
    """
    for each in _endings(ecosystem, on, Verdict.YES):
        if not surely_before(each.organization.dissolved, each.period.ends):
            yield _still_recorded(each)


def _still_recorded(relation: Relation) -> Statement:
    body, ends = relation.organization, relation.period.ends
    dissolved: Any = body.dissolved
    ended = f"{{}} ended {in_or_on(dissolved)} {{}}; "
    parts: tuple[object, ...] = (body.name, dissolved, relation.kind)
    if isinstance(ends, PartialDate):
        ended += f"its {{}} ends {in_or_on(ends)} {{}}"
        parts += (ends,)
    elif ends is Missing.UNKNOWN:
        ended += "no end of its {} is recorded"
    else:
        ended += "its {} is recorded as having no end"
    return say(
        ended,
        *parts,
        at=relation.steps,
        sides=[citations_of(body, "dissolved"), relation.citations],
    )


@_rule(
    "ECO003",
    "body-may-have-ended",
    Severity.NOTE,
    sources=("debate_2019", "expansion_2018"),
)
def body_may_have_ended(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """A body on record as acting may have ended.

    Why it matters:
        What it is on record for may be over as well.

    Fires on:
        The relations that *ended-body-acts* looks at, of a body of which it is
        open whether it has ended by the day: its end is known in part only, or it
        is unknown and a source cited for it came out by the day.

    How to settle it:
        Find out whether and when it ended, and record `dissolved`; not applicable
        says that it has not.
    """
    for each in _endings(ecosystem, on, Verdict.OPEN):
        body = each.organization
        dated = isinstance(body.dissolved, PartialDate)
        ended = "ended some time in {}" if dated else "may have ended"
        parts = (body.dissolved,) if dated else ()
        yield say(
            f"{{}} {ended}; whether its {{}} goes on is open",
            body.name,
            *parts,
            each.kind,
            at=each.steps,
            sides=[citations_of(body, "dissolved"), each.citations],
        )


def _endings(ecosystem: Ecosystem, on: date, ended: Verdict) -> Iterator[Relation]:
    """Yield the relations that may run on the day, by whether their body has ended."""
    for each in relations(ecosystem):
        runs = covers(each.period, on) is not Verdict.NO
        if runs and has_ended(each.organization, on) is ended:
            yield each


@_rule("ECO004", "relation-outside-life", Severity.ERROR)
def relation_outside_life(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """A relation begins before its body, or ends after it.

    Why it matters:
        One of the dates is wrong.

    Fires on:
        A relation whose period certainly begins before the body was founded, or
        certainly ends after it was dissolved. The day itself is within.

    How to settle it:
        Correct the period, or the dates of the body.
    """
    for each in relations(ecosystem):
        founded, dissolved = each.organization.founded, each.organization.dissolved
        if surely_before(each.period.begins, founded):
            yield _outside(each, "begins", "was founded", "founded")
        if surely_before(dissolved, each.period.ends):
            yield _outside(each, "ends", "ended", "dissolved")


def _outside(relation: Relation, end: str, came: str, limit: str) -> Statement:
    body = relation.organization
    is_so: PartialDate = getattr(relation.period, end)
    may_be: PartialDate = getattr(body, limit)
    return say(
        f"{{}} {came} {in_or_on(may_be)} {{}}, "
        f"but its {{}} {end} {in_or_on(is_so)} {{}}",
        body.name,
        may_be,
        relation.kind,
        is_so,
        at=relation.steps,
        sides=[relation.citations, citations_of(body, limit)],
    )


@_rule("ECO005", "objective-without-action", Severity.NOTE, sources=("about",))
def objective_without_action(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """No action is said to serve an objective.

    Why it matters:
        What nobody works at will not be reached; and membership may hang on
        taking part in the objectives.

    Fires on:
        An objective that no recorded action names, where actions are listed and
        complete.

    How to settle it:
        Record in `serves` which objectives each action serves.
    """
    if not ecosystem.is_complete("actions"):
        return
    served = {key for each in listed(ecosystem.actions) for key in listed(each.serves)}
    for index, each in enumerate(listed(ecosystem.objectives)):
        if each.key not in served:
            yield say(
                'no action is said to serve "{}"',
                each.title,
                at=("objectives", index),
                sides=[
                    citations_of(each, "title"),
                    citations_of(ecosystem, "actions"),
                ],
            )


@_rule("ECO006", "participant-unclear", Severity.NOTE, sources=("about",))
def participant_unclear(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """Somebody takes part, but who it is or in what role is not stated.

    Why it matters:
        A list does not say who decides, who executes and who advises unless it
        gives both; and nobody can ask whom it does not name, or check whether
        they still exist.

    Fires on:
        A participation without a known role, or of one unnamed body. Groups of
        several that are not named are left alone.

    How to settle it:
        Record the role, where `Other` takes the words of the source, and the
        body, to refer to by its key.
    """
    for index, each in enumerate(listed(ecosystem.participations)):
        if isinstance(each.party, str):
            if each.role is Missing.UNKNOWN:
                yield say(
                    "{} takes part in a role that is not stated",
                    ecosystem[each.party].name,
                    at=("participations", index, "role"),
                    sides=[citations_of(each, "party")],
                )
        elif not each.party.several:
            yield _unnamed(each, index)


def _unnamed(participation: Participation, index: int) -> Statement:
    party: Any = participation.party
    role = participation.role
    text = '"{}" takes part; neither which body it is nor its role is said'
    parts: tuple[object, ...] = (party.description,)
    if role is Missing.NOT_APPLICABLE:
        text = '"{}" takes part, but which body it is is not said'
    elif not isinstance(role, Missing):
        text = '"{}" is {}, but which body it is is not said'
        parts += (role.title.removeprefix("Other: "),)
    return say(
        text,
        *parts,
        at=("participations", index, "party"),
        sides=[
            citations_of(participation, "party"),
            citations_of(participation, "role"),
        ],
    )


@_rule("ECO007", "shares-exceed-one", Severity.ERROR)
def shares_exceed_one(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """Shares of the costs add up to more than the whole.

    Why it matters:
        One of the shares is wrong, or of another time.

    Fires on:
        Contributions that certainly run on the day, given as shares, that make
        more than 1; exactly 1 is the whole.

    How to settle it:
        Correct the shares, or give them the periods they belong to.
    """
    shares = [
        each
        for each in listed(ecosystem.contributions)
        if isinstance(each.amount, Fraction) and each.period.surely_covers(on)
    ]
    total = sum((each.amount for each in shares), Fraction())
    if total > 1:
        yield say(
            "contributions make {} of the whole",
            total,
            at="contributions",
            sides=[citations_of(each, "amount") for each in shares],
        )


@_rule("ECO008", "part-of-itself", Severity.WARNING)
def part_of_itself(ecosystem: Ecosystem, on: date, context: Context) -> Iterator[Said]:
    """A body is, by way of others, part of itself.

    Why it matters:
        One of the linkages points the wrong way, or they are of different times.

    Fires on:
        Linkages of the kind *part of* that may be in force on the day together
        and lead from a body back to it; circles that share a body are told as one.

    How to settle it:
        Turn or remove the wrong linkage: `first` is the part, `second` the whole;
        or give the linkages their periods.
    """
    bodies = {each.key: each for each in ecosystem.organizations}
    links = [
        (index, each)
        for index, each in enumerate(listed(ecosystem.linkages))
        if each.kind is LinkageKind.PART_OF
        and _may_hold(each, (bodies[each.first], bodies[each.second]), on)
    ]
    circle_of = _circles([(each.first, each.second) for _, each in links])
    circles: dict[int, list[tuple[int, Linkage]]] = {}
    for index, each in links:
        circle = circle_of[each.first]
        if circle == circle_of[each.second]:
            circles.setdefault(circle, []).append((index, each))
    for found in circles.values():
        keys = {each.first for _, each in found}
        name, *others = sorted(bodies[key].name for key in keys)
        yield say(
            "{} is part of itself, by way of {}",
            name,
            tuple(others),
            at=("linkages", found[0][0]),
            sides=[[cited.citation for cited in each.citations] for _, each in found],
        )


def _may_hold(linkage: Linkage, bodies: tuple[Organization, ...], on: date) -> bool:
    return linkage.period.may_cover(on) and not any(
        can_act(body, on) is Verdict.NO for body in bodies
    )


def _circles(links: list[tuple[str, str]]) -> dict[str, int]:
    """Number the bodies so that those which lead to one another have one number.

    First forth, then back from whoever was done last (Kosaraju).
    """
    wholes: dict[str, list[str]] = {}
    parts: dict[str, list[str]] = {}
    for part, whole in links:
        wholes.setdefault(part, []).append(whole)
        parts.setdefault(whole, []).append(part)
    done = [body for bodies in _reached(wholes, list(wholes)) for body in bodies]
    return {
        body: number
        for number, bodies in enumerate(_reached(parts, done[::-1]))
        for body in bodies
    }


def _reached(steps: dict[str, list[str]], starts: list[str]) -> Iterator[list[str]]:
    """Yield who is reached from each start and from none before, last ones first."""
    seen: set[str] = set()
    for start in starts:
        way = [] if start in seen else [(start, iter(steps.get(start, ())))]
        done: list[str] = []
        while way:
            body, onward = way[-1]
            seen.add(body)
            other = next((each for each in onward if each not in seen), None)
            if other is None:
                done.append(way.pop()[0])
            else:
                way.append((other, iter(steps.get(other, ()))))
        yield done


@_rule("ECO009", "bears-ecosystem-name", Severity.WARNING, sources=("about",))
def bears_ecosystem_name(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """A body of another name goes by the name of the ecosystem as well.

    Why it matters:
        Whatever is said of that name may be meant of either.

    Fires on:
        An alias or acronym that is the ecosystem's name or its key; case, accents
        and punctuation do not matter. A body whose printed name or whose key is
        the ecosystem's is taken for its own body.

    How to settle it:
        Give a body that is the ecosystem's own the key of the ecosystem; else say
        which is meant wherever the name is used, and waive the finding.
    """
    words = (ecosystem.name, ecosystem.key.replace("_", " "))
    own = {name_key(each) for each in words} - {""}
    for index, body in enumerate(ecosystem.organizations):
        if body.key == ecosystem.key or name_key(body.name) in own:
            continue
        for field, names in (
            ("other_names", tuple(each.text for each in body.other_names)),
            ("acronym", (body.acronym,) if isinstance(body.acronym, str) else ()),
        ):
            shared = tuple(each for each in names if name_key(each) in own)
            if shared:
                yield say(
                    "{} also goes by {}, as does the ecosystem {}",
                    body.name,
                    shared,
                    ecosystem.name,
                    at=("organizations", index, field),
                    sides=[
                        citations_of(body, field),
                        citations_of(ecosystem, "name"),
                    ],
                )
