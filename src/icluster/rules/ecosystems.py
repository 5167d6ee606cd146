"""Ecosystems: who acts, pays and belongs, held against who exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from icluster import words
from icluster.dates import PartialDate, PartialPeriod
from icluster.ecosystems import (
    Ecosystem,
    Linkage,
    LinkageKind,
    Participation,
    Relation,
    RelationKind,
    Unnamed,
)
from icluster.naming import name_key
from icluster.rules._rule import error, note, warning
from icluster.rules._statements import Said, Statement, say, surely_before, when
from icluster.sources import Citation
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Other, listed
from icluster.words import Sentence, Share

__all__ = [
    "bears_ecosystem_name",
    "body_may_have_ended",
    "ended_body_acts",
    "funder_no_participant",
    "objective_without_action",
    "part_of_itself",
    "part_without_whole",
    "participant_unclear",
    "relation_outside_life",
    "shares_exceed_one",
]


def __dir__() -> list[str]:
    return __all__


_TAKING_PART = (
    RelationKind.PARTICIPATION,
    RelationKind.MEMBERSHIP,
    RelationKind.WORKING_GROUP,
)


@warning("ECO001", sources=["about"])
def funder_no_participant(ecosystem: Ecosystem) -> Iterator[Said]:
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
    for relation in ecosystem.relations():
        if relation.kind in _TAKING_PART:
            key = relation.organization.key or ""
            times.setdefault(key, []).append(relation.period)
    for contribution in listed(ecosystem.contributions):
        payer = contribution.party
        if isinstance(payer, str) and not any(
            _may_overlap(period, contribution.period) for period in times.get(payer, ())
        ):
            yield say(
                "while it pays, {} is not named among those who take part",
                ecosystem[payer].name,
                about=contribution,
                at="party",
                cites=[(contribution, "party"), (ecosystem, "participations")],
            )


def _may_overlap(one: PartialPeriod, another: PartialPeriod) -> bool:
    return not (
        surely_before(one.ends, another.begins)
        or surely_before(another.ends, one.begins)
    )


@warning("ECO002", sources=["debate_2019"])
def ended_body_acts(ecosystem: Ecosystem, on: date) -> Iterator[Said]:
    """A body that has ended is still on record as acting.

    Why it matters:
        Nobody can be paid by, join with or be answered by a body that is gone.

    Fires on:
        A participation, membership, contribution, linkage or place in a working
        group that may still run on the day, of a body that has certainly ended. To
        be part of another is no act. One that certainly ends after its body is left
        to *relation-outside-life*.

    How to settle it:
        Give the relation its end, that of the body at the latest; who took over
        gets a relation of its own.
    """
    for relation in _endings(ecosystem, on, Verdict.YES):
        body = relation.organization
        if not surely_before(body.dissolved, relation.period.ends):
            yield say(
                "{} ended {}; {}",
                body.name,
                when(body.dissolved),
                _end_of(relation),
                about=relation.record,
                cites=[(body, "dissolved"), _cited(relation)],
            )


def _end_of(relation: Relation) -> Sentence:
    ends = relation.period.ends
    if ends is Missing.UNKNOWN:
        return words.say("no end of its {} is recorded", relation.kind)
    if isinstance(ends, Missing):
        return words.say("its {} is recorded as having no end", relation.kind)
    return words.say("its {} ends {}", relation.kind, when(ends))


@note("ECO003", sources=["debate_2019", "expansion_2018"])
def body_may_have_ended(ecosystem: Ecosystem, on: date) -> Iterator[Said]:
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
    for relation in _endings(ecosystem, on, Verdict.OPEN):
        body = relation.organization
        ended = words.say("may have ended")
        if isinstance(body.dissolved, PartialDate):
            ended = words.say("ended some time in {}", body.dissolved)
        yield say(
            "{} {}; whether its {} goes on is open",
            body.name,
            ended,
            relation.kind,
            about=relation.record,
            cites=[(body, "dissolved"), _cited(relation)],
        )


def _endings(ecosystem: Ecosystem, on: date, ended: Verdict) -> Iterator[Relation]:
    """Yield the acts that may go on on the day, by whether their body has ended."""
    for relation in ecosystem.relations():
        runs = relation.period.covers(on) is not Verdict.NO
        if relation.is_act and runs and relation.organization.has_ended(on=on) is ended:
            yield relation


def _cited(relation: Relation) -> tuple[Citation, ...]:
    return tuple(cited.citation for cited in relation.record.citations)


@error("ECO004")
def relation_outside_life(ecosystem: Ecosystem) -> Iterator[Said]:
    """A relation begins before its body, or ends after it.

    Why it matters:
        One of the dates is wrong.

    Fires on:
        A relation whose period certainly begins before the body was founded, or
        certainly ends after it was dissolved. The day itself is within.

    How to settle it:
        Correct the period, or the dates of the body.
    """
    for relation in ecosystem.relations():
        body, period = relation.organization, relation.period
        if surely_before(period.begins, body.founded):
            yield say(
                "{} was founded {}, but its {} begins {}",
                body.name,
                when(body.founded),
                relation.kind,
                when(period.begins),
                about=relation.record,
                cites=[_cited(relation), (body, "founded")],
            )
        if surely_before(body.dissolved, period.ends):
            yield say(
                "{} ended {}, but its {} ends {}",
                body.name,
                when(body.dissolved),
                relation.kind,
                when(period.ends),
                about=relation.record,
                cites=[_cited(relation), (body, "dissolved")],
            )


@note("ECO005", sources=["about"])
def objective_without_action(ecosystem: Ecosystem) -> Iterator[Said]:
    """No action is said to serve an objective.

    Why it matters:
        What nobody works at will not be reached; and membership may hang on
        taking part in the objectives.

    Fires on:
        Objectives that no recorded action names, said once of all of them, where
        actions are listed and complete.

    How to settle it:
        Record in `serves` which objectives each action serves.
    """
    actions = listed(ecosystem.actions)
    served = {key for action in actions for key in listed(action.serves)}
    idle = [one for one in listed(ecosystem.objectives) if one.key not in served]
    if idle and ecosystem.is_complete("actions"):
        yield say(
            "no action is said to serve: {}",
            tuple(objective.title for objective in idle),
            about=idle,
            cites=[(idle[0], "title"), (ecosystem, "actions")],
        )


@note("ECO006", sources=["about"])
def participant_unclear(ecosystem: Ecosystem) -> Iterator[Said]:
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
    for participation in listed(ecosystem.participations):
        party, role = participation.party, participation.role
        if isinstance(party, Unnamed):
            if not party.several:
                yield _unnamed(participation, party)
        elif role is Missing.UNKNOWN:
            yield say(
                "{} takes part in a role that is not stated",
                ecosystem[party].name,
                about=participation,
                at="role",
                cites=[(participation, "party")],
            )


def _unnamed(participation: Participation, party: Unnamed) -> Statement:
    role = participation.role
    takes_part = words.say("takes part; neither which body it is nor its role is said")
    if role is Missing.NOT_APPLICABLE:
        takes_part = words.say("takes part, but which body it is is not said")
    elif not isinstance(role, Missing):
        title = role.text if isinstance(role, Other) else role
        takes_part = words.say("is {}, but which body it is is not said", title)
    return say(
        '"{}" {}',
        party.description,
        takes_part,
        about=participation,
        at="party",
        cites=[(participation, "party"), (participation, "role")],
    )


@error("ECO007")
def shares_exceed_one(ecosystem: Ecosystem, on: date) -> Iterator[Said]:
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
        (contribution, contribution.amount)
        for contribution in listed(ecosystem.contributions)
        if isinstance(contribution.amount, Fraction)
        and contribution.period.surely_covers(on)
    ]
    total = sum((share for _, share in shares), Fraction())
    if total > 1:
        yield say(
            "contributions make {} of the whole",
            Share(total),
            at="contributions",
            cites=[(contribution, "amount") for contribution, _ in shares],
        )


@warning("ECO008")
def part_of_itself(ecosystem: Ecosystem, on: date) -> Iterator[Said]:
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
    linkages = [
        linkage
        for linkage in listed(ecosystem.linkages)
        if linkage.kind is LinkageKind.PART_OF
        and ecosystem.holds(linkage, on=on) is not Verdict.NO
    ]
    circle_of = _circles([(linkage.first, linkage.second) for linkage in linkages])
    circles: dict[int, list[Linkage]] = {}
    for linkage in linkages:
        circle = circle_of[linkage.first]
        if circle == circle_of[linkage.second]:
            circles.setdefault(circle, []).append(linkage)
    for linked in circles.values():
        keys = {linkage.first for linkage in linked}
        name, *by_way_of = sorted(ecosystem[key].name for key in keys)
        yield say(
            "{} is part of itself, by way of {}",
            name,
            by_way_of,
            about=linked[0],
            cites=[[cited.citation for cited in link.citations] for link in linked],
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
            further = next((step for step in onward if step not in seen), None)
            if further is None:
                done.append(way.pop()[0])
            else:
                way.append((further, iter(steps.get(further, ()))))
        yield done


@warning("ECO009", sources=["about"])
def bears_ecosystem_name(ecosystem: Ecosystem) -> Iterator[Said]:
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
    own = {name_key(ecosystem.name), name_key(ecosystem.key.replace("_", " "))} - {""}
    for body in ecosystem.organizations:
        if body.key == ecosystem.key or name_key(body.name) in own:
            continue
        aliases = tuple(name.text for name in body.other_names)
        acronyms = (body.acronym,) if isinstance(body.acronym, str) else ()
        for field, names in (("other_names", aliases), ("acronym", acronyms)):
            shared = tuple(name for name in names if name_key(name) in own)
            if shared:
                yield say(
                    "{} also goes by {}, as does the ecosystem {}",
                    body.name,
                    shared,
                    ecosystem.name,
                    about=body,
                    at=field,
                    cites=[(body, field), (ecosystem, "name")],
                )


@note("ECO010", sources=["about"])
def part_without_whole(ecosystem: Ecosystem, on: date) -> Iterator[Said]:
    """A part of a body takes part, and the body itself does not.

    Why it matters:
        Who speaks for the whole is not said: the part may act for it, or the whole
        is missing from the list.

    Fires on:
        A body among the participants that is part of another which is none, by a
        linkage that may be in force on the day, where participations are listed and
        complete.

    How to settle it:
        Record the whole as a participant; or waive the finding: the part takes
        part alone.
    """
    present = {one.party for one in listed(ecosystem.participations)}
    if not ecosystem.is_complete("participations"):
        return
    for linkage in listed(ecosystem.linkages):
        is_part = linkage.kind is LinkageKind.PART_OF and linkage.first in present
        holds = ecosystem.holds(linkage, on=on) is not Verdict.NO
        if is_part and holds and linkage.second not in present:
            yield say(
                "{} takes part, but {}, of which it is part, does not",
                ecosystem[linkage.first].name,
                ecosystem[linkage.second].name,
                about=linkage,
                cites=[(linkage, "second"), (ecosystem, "participations")],
            )
