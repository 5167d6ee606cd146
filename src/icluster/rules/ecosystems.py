"""Ecosystems: who acts, pays and belongs, held against who exists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import partial

from icluster.contexts import Context
from icluster.dates import PartialDate
from icluster.ecosystems import Ecosystem, LinkageKind, Unnamed, helix_coverage
from icluster.ecosystems.answers import covers, has_ended
from icluster.ecosystems.ecosystem import listed
from icluster.naming import name_key
from icluster.organizations import HelixModel
from icluster.rules._findings import Severity
from icluster.rules._relations import Relation, relations
from icluster.rules._rule import rule
from icluster.rules._statements import Said, say
from icluster.sources import citations_of
from icluster.vocabularies import Missing, Verdict

__all__ = [
    "bears_ecosystem_name",
    "body_may_have_ended",
    "ended_body_acts",
    "fewer_parts_left",
    "funder_no_participant",
    "helix_uncovered",
    "helix_without_name",
    "members_unlisted",
    "objective_without_action",
    "part_of_itself",
    "relation_outside_life",
    "role_holder_unnamed",
    "role_unstated",
    "shares_exceed_one",
]


def __dir__() -> list[str]:
    return __all__


_rule = partial(rule, about=Ecosystem, family="ecosystems", since="26.1")


@_rule("ECO001", "funder-no-participant", Severity.WARNING, sources=("about",))
def funder_no_participant(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """Somebody pays who does not take part.

    Why it matters:
        Who pays usually answers for something: either a participant is missing
        from the list, or the funder's part is.

    Fires on:
        A named contributor that is in no participation, where participations
        are listed and no list says that they lack something.

    How to settle it:
        Record the participation with its role; or waive the finding: it pays
        and takes no part.
    """
    if not ecosystem.is_complete("participations"):
        return
    taking_part = {each.party for each in listed(ecosystem.participations)}
    for index, each in enumerate(listed(ecosystem.contributions)):
        if isinstance(each.party, str) and each.party not in taking_part:
            yield say(
                "{} pays but is not among those who take part",
                ecosystem[each.party].name,
                at=("contributions", index, "party"),
                sides=[
                    citations_of(each, "party"),
                    citations_of(ecosystem, "participations"),
                ],
            )


@_rule("ECO002", "ended-body-acts", Severity.WARNING, sources=("debate_2019",))
def ended_body_acts(ecosystem: Ecosystem, on: date, context: Context) -> Iterator[Said]:
    """A body that has ended is still on record as acting.

    Why it matters:
        Nobody can be paid by, join with or be answered by a body that is gone.

    Fires on:
        A participation, membership, contribution, linkage or place in a working
        group that may still run on the day, of a body that has certainly ended.

    How to settle it:
        Give the relation an end, or record who took over.
    """
    yield from _endings(ecosystem, on, Verdict.YES, "{} ended in {}; its {} goes on")


@_rule("ECO003", "body-may-have-ended", Severity.NOTE, sources=("debate_2019",))
def body_may_have_ended(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """A body on record as acting may have ended.

    Why it matters:
        The day of its end is known in part only, and the day asked about lies
        within.

    Fires on:
        The relations that *ended-body-acts* looks at, of a body of which it is
        open whether it has ended by the day.

    How to settle it:
        Find out the day of its end.
    """
    text = "{} ended some time in {}; whether its {} goes on is open"
    yield from _endings(ecosystem, on, Verdict.OPEN, text)


def _endings(
    ecosystem: Ecosystem, on: date, wanted: Verdict, text: str
) -> Iterator[Said]:
    for each in relations(ecosystem):
        body = each.organization
        if not isinstance(body.dissolved, PartialDate):
            continue  # a doubt without a day is for the rule on lost parts
        runs = covers(each.period, on) is not Verdict.NO
        if runs and has_ended(body, on) is wanted:
            yield say(
                text,
                body.name,
                body.dissolved,
                each.kind,
                at=each.steps,
                sides=[citations_of(body, "dissolved"), each.citations],
            )


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
        if _surely_before(each.period.begins, founded):
            yield _outside(each, "{}: its {} begins {}, before {}", "begins", "founded")
        if _surely_before(dissolved, each.period.ends):
            yield _outside(each, "{}: its {} ends {}, after {}", "ends", "dissolved")


def _surely_before(left: PartialDate | Missing, right: PartialDate | Missing) -> bool:
    return (
        isinstance(left, PartialDate)
        and isinstance(right, PartialDate)
        and left.last_day < right.first_day
    )


def _outside(each: Relation, text: str, end: str, limit: str) -> Said:
    return say(
        text,
        each.organization.name,
        each.kind,
        getattr(each.period, end),
        getattr(each.organization, limit),
        at=each.steps,
        sides=[each.citations, citations_of(each.organization, limit)],
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


@_rule("ECO006", "role-unstated", Severity.NOTE, sources=("about",))
def role_unstated(ecosystem: Ecosystem, on: date, context: Context) -> Iterator[Said]:
    """Somebody takes part, but in what role is not stated.

    Why it matters:
        A list of names does not say who decides, who executes and who advises.

    Fires on:
        A participation of a named body without a role.

    How to settle it:
        Record the role; `Other` takes the words of the source.
    """
    for index, each in enumerate(listed(ecosystem.participations)):
        if each.role is Missing.UNKNOWN and isinstance(each.party, str):
            yield say(
                "{} takes part in a role that is not stated",
                ecosystem[each.party].name,
                at=("participations", index, "role"),
                sides=[citations_of(each, "party")],
            )


@_rule("ECO007", "role-holder-unnamed", Severity.NOTE, sources=("about",))
def role_holder_unnamed(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """Somebody holds a role and is not named.

    Why it matters:
        Nobody can be asked, and whether it still exists cannot be checked.

    Fires on:
        A participation of one unnamed body in a stated role; groups of several
        are left alone.

    How to settle it:
        Record the body, and refer to it by its key.
    """
    for index, each in enumerate(listed(ecosystem.participations)):
        party = each.party
        named = not isinstance(party, Unnamed) or party.several
        if not named and not isinstance(each.role, Missing):
            yield say(
                '"{}" is {}, but which body it is is not said',
                party.description,
                each.role.title.removeprefix("Other: "),
                at=("participations", index, "party"),
                sides=[citations_of(each, "party"), citations_of(each, "role")],
            )


@_rule("ECO008", "helix-uncovered", Severity.WARNING, sources=("about",))
def helix_uncovered(ecosystem: Ecosystem, on: date, context: Context) -> Iterator[Said]:
    """A strand of the triple helix is represented by nobody.

    Why it matters:
        An ecosystem that is to link government, academia and industry lacks one
        of the three.

    Fires on:
        A sector of the triple helix for which certainly nobody takes part on
        the day, where participations are listed.

    How to settle it:
        Record who stands for it, or the `helix` of those who take part.
    """
    if isinstance(ecosystem.participations, Missing):
        return
    coverage = helix_coverage(ecosystem, on=on, model=HelixModel.TRIPLE)
    for helix in coverage.missing:
        yield say(
            "nobody who takes part stands for {}",
            helix,
            at="participations",
            sides=[citations_of(ecosystem, "participations")],
        )


@_rule("ECO009", "helix-without-name", Severity.NOTE, sources=("about",))
def helix_without_name(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """A strand of the helix is represented by unnamed bodies only.

    Why it matters:
        That the strand takes part is claimed, and cannot be checked.

    Fires on:
        A sector that unnamed participants are said to stand for, and that no
        named participant is recorded for.

    How to settle it:
        Name the bodies, or record the `helix` of those already named.
    """
    parties = [each.party for each in listed(ecosystem.participations)]
    named = {ecosystem[each].helix for each in parties if isinstance(each, str)}
    claimed = [each.helices for each in parties if isinstance(each, Unnamed)]
    for helix in dict.fromkeys(helix for helices in claimed for helix in helices):
        if helix not in named:
            yield say(
                "unnamed bodies are said to stand for {}; "
                "no named one is recorded for it",
                helix,
                at="participations",
                sides=[citations_of(ecosystem, "participations")],
            )


@_rule("ECO010", "members-unlisted", Severity.NOTE, sources=("about",))
def members_unlisted(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """Membership is regulated, but no list of members is at hand.

    Why it matters:
        Who may join is said, who has joined is not: nobody can tell a member
        from a participant.

    Fires on:
        A known `admission_rule` beside memberships that are unknown or may lack
        some.

    How to settle it:
        Record the memberships; an empty list says that there are none.
    """
    regulated = not isinstance(ecosystem.admission_rule, Missing)
    if regulated and not ecosystem.is_complete("memberships"):
        yield say(
            "membership is open to {}; who the members are is not known",
            ecosystem.admission_rule,
            at="memberships",
            sides=[citations_of(ecosystem, "admission_rule")],
        )


@_rule("ECO011", "shares-exceed-one", Severity.ERROR)
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


@_rule(
    "ECO012",
    "fewer-parts-left",
    Severity.NOTE,
    needs=("part_counts",),
    sources=("expansion_2018",),
)
def fewer_parts_left(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """A body is part of one that has lost parts since.

    Why it matters:
        It may be one of the parts that were given up.

    Fires on:
        A body without a recorded end that is linked as part of a whole, which
        on the day may have fewer parts than it had before.

    How to settle it:
        Find out whether it goes on; record `dissolved`, or waive the finding.
    """
    for linkage in listed(ecosystem.linkages):
        if linkage.kind is not LinkageKind.PART_OF:
            continue
        counts = [each for each in context.part_counts if each.whole == linkage.second]
        now = [each for each in counts if each.period.may_cover(on)]
        before = [each for each in counts if _has_begun_to_end(each.period.ends, on)]
        part = ecosystem[linkage.first]
        if isinstance(part.dissolved, PartialDate) or not (now and before):
            continue
        fewest = min(now, key=lambda each: each.count)
        most = max(before, key=lambda each: each.count)
        if fewest.count < most.count:
            yield say(
                "{} is part of {}, which had {} {} and now has {}; "
                "whether it is among them is not said",
                part.name,
                ecosystem[linkage.second].name,
                most.count,
                most.parts,
                fewest.count,
                at=("organizations", ecosystem.organizations.index(part)),
                sides=[
                    tuple(each.citation for each in linkage.citations),
                    (*most.citations, *fewest.citations),
                ],
            )


def _has_begun_to_end(ends: PartialDate | Missing, on: date) -> bool:
    return isinstance(ends, PartialDate) and ends.first_day < on


@_rule("ECO013", "part-of-itself", Severity.ERROR)
def part_of_itself(ecosystem: Ecosystem, on: date, context: Context) -> Iterator[Said]:
    """A body is, by way of others, part of itself.

    Why it matters:
        One of the linkages points the wrong way.

    Fires on:
        Linkages of the kind *part of* that lead from a body back to it.

    How to settle it:
        Turn or remove the wrong linkage: `first` is the part, `second` the whole.
    """
    wholes: dict[str, list[str]] = {}
    for linkage in listed(ecosystem.linkages):
        if linkage.kind is LinkageKind.PART_OF:
            wholes.setdefault(linkage.first, []).append(linkage.second)
    for index, organization in enumerate(ecosystem.organizations):
        key = organization.key or ""
        reached: dict[str, None] = {}
        waiting = list(wholes.get(key, ()))
        while waiting:
            whole = waiting.pop()
            if whole not in reached:
                reached[whole] = None
                waiting += wholes.get(whole, ())
        if key in reached:
            yield say(
                "{} is part of itself",
                organization.name,
                at=("organizations", index),
                sides=[citations_of(ecosystem, "linkages")],
            )


@_rule("ECO014", "bears-ecosystem-name", Severity.WARNING, sources=("about",))
def bears_ecosystem_name(
    ecosystem: Ecosystem, on: date, context: Context
) -> Iterator[Said]:
    """A body goes by the name of the ecosystem.

    Why it matters:
        Whatever is said of that name may be meant of either.

    Fires on:
        A name, alias or acronym of an organization that is the ecosystem's name
        or its key; case, accents and punctuation do not matter.

    How to settle it:
        Say which is meant wherever the name is used, and waive the finding.
    """
    words = (ecosystem.name, ecosystem.key.replace("_", " "))
    own = {name_key(each) for each in words} - {""}
    for index, organization in enumerate(ecosystem.organizations):
        names = [each for each in organization.names if name_key(each) in own]
        if names:
            yield say(
                "{} also goes by {}, as does the ecosystem {}",
                organization.name,
                tuple(names),
                ecosystem.name,
                at=("organizations", index),
                sides=[
                    citations_of(organization, "other_names"),
                    citations_of(ecosystem, "name"),
                ],
            )
