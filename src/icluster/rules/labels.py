"""Labels, their registers and schemes: held against terms and against holders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import pairwise

from attrs import fields

from icluster.contexts import Context
from icluster.dates import PartialDate
from icluster.labels import (
    Grant,
    LabelAward,
    LabelRegister,
    LabelScheme,
    LabelStatus,
    Portfolio,
    Term,
    ValidityConvention,
)
from icluster.organizations import OrganizationKind
from icluster.rules._findings import Severity
from icluster.rules._rule import rule
from icluster.rules._statements import Said, Unchecked, say
from icluster.sources import citations_of
from icluster.vocabularies import Missing

__all__ = [
    "award_after_snapshot",
    "edition_undecided",
    "end_breaks_convention",
    "holder_ended",
    "holder_is_no_cluster_organization",
    "label_lapsed",
    "label_renewable",
    "label_twice",
    "portfolio_unlisted",
    "register_undated",
    "renewal_too_late",
    "term_broken",
    "term_incomplete",
]


def __dir__() -> list[str]:
    return __all__


_rule = partial(rule, family="labels", since="26.1")


@_rule(
    "LAB001",
    "label-lapsed",
    Severity.NOTE,
    about=LabelRegister,
    sources=("esca_bronze", "esca_silver"),
)
def label_lapsed(register: LabelRegister, on: date, context: Context) -> Iterator[Said]:
    """A label has ended and can no longer be renewed.

    Why it matters:
        The register lists everybody ever benchmarked, so this is no error of
        the page; but whoever still shows the label shows one that is gone.

    Fires on:
        An award that on the day is certainly past its end and past the last day
        of renewal.

    How to settle it:
        Record the renewal as an award of its own, if there was one; else do not
        count the label, and waive the finding where history is wanted.
    """
    yield from _ended(
        register, on, LabelStatus.LAPSED, "{}: ended {}, renewable until {}"
    )


@_rule(
    "LAB002",
    "label-renewable",
    Severity.NOTE,
    about=LabelRegister,
    sources=("esca_bronze", "esca_silver"),
)
def label_renewable(
    register: LabelRegister, on: date, context: Context
) -> Iterator[Said]:
    """A label has ended and may still be renewed.

    Why it matters:
        The window closes on a known day; after it, the holder begins anew.

    Fires on:
        An award that on the day is certainly past its end, and certainly not
        past the last day of renewal.

    How to settle it:
        Have the organization benchmarked again, and record the renewal.
    """
    yield from _ended(
        register, on, LabelStatus.RENEWABLE, "{}: ended {}, may be renewed until {}"
    )


def _ended(
    register: LabelRegister, on: date, status: LabelStatus, text: str
) -> Iterator[Said]:
    wanted = (status,)
    for index, possible in enumerate(register.statuses(on=on)):
        if possible == wanted:
            award = register.awards[index]
            term = register.edition.term(award.tier)
            yield say(
                text,
                award.holder.name,
                award.valid_until,
                term.renewable_until(award.valid_until),
                at=("awards", index, "valid_until"),
                sides=[citations_of(award, "valid_until")],
            )


@_rule(
    "LAB003",
    "end-breaks-convention",
    Severity.WARNING,
    about=LabelRegister,
    sources=("esca_bronze", "esca_silver"),
)
def end_breaks_convention(
    register: LabelRegister, on: date, context: Context
) -> Iterator[Said]:
    """A label does not end on a day on which labels of its edition end.

    Why it matters:
        The day is wrong, or another edition of the terms holds for it, with
        another window of renewal.

    Fires on:
        An award that ends before the last day of its month, where the terms of
        the register end labels with the month.

    How to settle it:
        Correct the day, or give the register the edition that its awards follow.
    """
    monthly = {
        term.tier.value
        for term in register.edition.terms
        if term.convention is ValidityConvention.END_OF_MONTH
    }
    for index, award in enumerate(register.awards):
        if award.tier.value in monthly:
            last = ValidityConvention.END_OF_MONTH.end(award.valid_until, months=0)
            if award.valid_until != last:
                yield say(
                    "{}: ends {}, the month of the terms ends {}",
                    award.holder.name,
                    award.valid_until,
                    last,
                    at=("awards", index, "valid_until"),
                    sides=[
                        citations_of(award, "valid_until"),
                        citations_of(register.edition.term(award.tier), "convention"),
                    ],
                )


@_rule(
    "LAB004",
    "term-broken",
    Severity.ERROR,
    about=LabelRegister,
    sources=("esca_bronze", "esca_silver"),
)
def term_broken(register: LabelRegister, on: date, context: Context) -> Iterator[Said]:
    """A first label is shorter or longer than its term.

    Why it matters:
        Either the day of award or the end is wrong, or it is no first label.

    Fires on:
        A first label with a known date of award, where no day that the date may
        mean leads to the recorded end.

    How to settle it:
        Correct the dates, the `grant`, or the edition of the register.
    """
    for index, award in enumerate(register.awards):
        awarded = award.awarded
        if award.grant is not Grant.FIRST or not isinstance(awarded, PartialDate):
            continue
        term = register.edition.term(award.tier)
        months, convention = term.months, term.convention
        if isinstance(months, Missing) or isinstance(convention, Missing):
            yield Unchecked(f"how long a first {award.tier.title} label holds")
            continue
        earliest = convention.end(awarded.first_day, months=months)
        latest = convention.end(awarded.last_day, months=months)
        if not earliest <= award.valid_until <= latest:
            yield say(
                "{}: awarded {} for {} months, but ends {}",
                award.holder.name,
                awarded,
                months,
                award.valid_until,
                at=("awards", index),
                sides=[
                    citations_of(award, "awarded"),
                    citations_of(award, "valid_until"),
                    citations_of(term, "months"),
                ],
            )


@_rule(
    "LAB005",
    "renewal-too-late",
    Severity.ERROR,
    about=LabelRegister,
    sources=("esca_bronze", "esca_silver"),
)
def renewal_too_late(
    register: LabelRegister, on: date, context: Context
) -> Iterator[Said]:
    """A label was renewed after the last day of renewal.

    Why it matters:
        After that day only a first label can be awarded, with another term.

    Fires on:
        A renewal that was certainly awarded after the last day on which the
        label before it, of the same holder and tier, could be renewed.

    How to settle it:
        Correct the dates, or record it as a first label.
    """
    for before, after in _successions(register):
        award, previous = register.awards[after], register.awards[before]
        awarded = award.awarded
        if award.grant is not Grant.RENEWAL or not isinstance(awarded, PartialDate):
            continue
        term = register.edition.term(award.tier)
        limit = term.renewable_until(previous.valid_until)
        if isinstance(limit, date) and awarded.first_day > limit:
            yield say(
                "{}: renewed {}, but the label before it could be renewed until {}",
                award.holder.name,
                awarded,
                limit,
                at=("awards", after, "awarded"),
                sides=[
                    citations_of(award, "awarded"),
                    citations_of(previous, "valid_until"),
                    citations_of(term, "window_months"),
                ],
            )


@_rule("LAB006", "label-twice", Severity.WARNING, about=LabelRegister)
def label_twice(register: LabelRegister, on: date, context: Context) -> Iterator[Said]:
    """One label stands in the register twice.

    Why it matters:
        Counts are counts of awards: it is counted twice.

    Fires on:
        Awards of one holder, one tier and one end; portfolios may differ.

    How to settle it:
        Keep one; where a cluster was compared in two portfolios, waive it.
    """
    for before, after in _successions(register):
        award, previous = register.awards[after], register.awards[before]
        if award.valid_until == previous.valid_until:
            yield say(
                "{}: {} until {} stands twice",
                award.holder.name,
                award.tier,
                award.valid_until,
                at=("awards", after),
                sides=[
                    citations_of(previous, "valid_until"),
                    citations_of(award, "valid_until"),
                ],
            )


def _successions(register: LabelRegister) -> Iterator[tuple[int, int]]:
    """Yield the places of labels that follow one another at one holder and tier."""
    places: dict[tuple[str, str], list[int]] = {}
    for index, award in enumerate(register.awards):
        holder = award.holder.key or award.holder.name
        places.setdefault((holder, award.tier.value), []).append(index)
    for several in places.values():
        if len(several) > 1:
            several.sort(key=lambda index: register.awards[index].valid_until)
            yield from pairwise(several)


@_rule(
    "LAB007",
    "portfolio-unlisted",
    Severity.WARNING,
    about=LabelAward,
    needs=("portfolios",),
    sources=("esca_register", "clusters_are_individuals_2"),
)
def portfolio_unlisted(award: LabelAward, on: date, context: Context) -> Iterator[Said]:
    """A portfolio is not in the list that it claims to be of.

    Why it matters:
        Labels are counted by portfolio, and peers are found by it.

    Fires on:
        A portfolio whose edition is at hand and does not list it. A list that is
        known in part may lack it.

    How to settle it:
        Correct the portfolio, or complete the list.
    """
    portfolio = award.portfolio
    if not isinstance(portfolio, Portfolio):
        return
    lists = [each for each in context.portfolios if each.edition == portfolio.edition]
    if not lists:
        yield Unchecked(f"the list of portfolios {portfolio.edition!r}")
    elif not any(portfolio in each.portfolios for each in lists):
        yield say(
            '"{}" is not among the {} portfolios known of the edition {}',
            portfolio.title,
            len(lists[0]),
            portfolio.edition,
            at="portfolio",
            sides=[
                citations_of(award, "portfolio"),
                citations_of(lists[0], "portfolios"),
            ],
        )


@_rule("LAB008", "award-after-snapshot", Severity.ERROR, about=LabelRegister)
def award_after_snapshot(
    register: LabelRegister, on: date, context: Context
) -> Iterator[Said]:
    """A register lists a label that was awarded after the day it shows.

    Why it matters:
        The snapshot's day or the day of award is wrong, and what a label is on
        a day is told from both.

    Fires on:
        An award whose date is certainly after `snapshot`.

    How to settle it:
        Correct whichever is wrong.
    """
    if register.snapshot is None:
        return
    for index, award in enumerate(register.awards):
        awarded = award.awarded
        if isinstance(awarded, PartialDate) and awarded.first_day > register.snapshot:
            yield say(
                "{}: awarded {}, listed on {}",
                award.holder.name,
                awarded,
                register.snapshot,
                at=("awards", index, "awarded"),
                sides=[citations_of(award, "awarded")],
            )


@_rule(
    "LAB009",
    "register-undated",
    Severity.NOTE,
    about=LabelRegister,
    sources=("esca_mx",),
)
def register_undated(
    register: LabelRegister, on: date, context: Context
) -> Iterator[Said]:
    """It is not known which day a register shows.

    Why it matters:
        Before its end, a label may then be valid or not yet awarded: a count of
        the valid is a count at most.

    Fires on:
        A register without `snapshot` that lists a label without a date of award.

    How to settle it:
        Record the day on which the page was copied.
    """
    undated = sum(isinstance(award.awarded, Missing) for award in register.awards)
    if register.snapshot is None and undated:
        yield say(
            "the day it shows is not known, nor when {} of {} labels were awarded",
            undated,
            len(register),
            at="snapshot",
        )


@_rule("LAB010", "holder-ended", Severity.WARNING, about=LabelAward)
def holder_ended(award: LabelAward, on: date, context: Context) -> Iterator[Said]:
    """The holder of a label ended before it was awarded, or while it is valid.

    Why it matters:
        A label is held by a body; it does not pass to others by itself.

    Fires on:
        A holder that certainly ended before the award; or that certainly ended
        before the day, while the label has not ended by the day.

    How to settle it:
        Correct the dates, or record who holds the label now.
    """
    ended = award.holder.dissolved
    if not isinstance(ended, PartialDate):
        return
    awarded = award.awarded
    before_award = (
        isinstance(awarded, PartialDate) and ended.last_day < awarded.first_day
    )
    if before_award or ended.last_day < on <= award.valid_until:
        yield say(
            "{} ended in {}; its label, awarded {}, runs until {}",
            award.holder.name,
            ended,
            awarded,
            award.valid_until,
            at="holder",
            sides=[
                citations_of(award.holder, "dissolved"),
                citations_of(award, "valid_until"),
            ],
        )


@_rule(
    "LAB011",
    "holder-is-no-cluster-organization",
    Severity.WARNING,
    about=LabelAward,
    sources=("esca_mx",),
)
def holder_is_no_cluster_organization(
    award: LabelAward, on: date, context: Context
) -> Iterator[Said]:
    """A label is held by a body of another kind than a cluster organization.

    Why it matters:
        What is benchmarked is the organization that manages a cluster.

    Fires on:
        A holder whose recorded kind is another. An association may manage a
        cluster: its kind is then recorded as cluster organization.

    How to settle it:
        Correct the kind of the holder, or the holder.
    """
    kind = award.holder.kind
    if isinstance(kind, OrganizationKind) and (
        kind is not OrganizationKind.CLUSTER_ORGANIZATION
    ):
        yield say(
            "{} holds a label and is recorded as {}",
            award.holder.name,
            kind,
            at=("holder", "kind"),
            sides=[citations_of(award, "holder"), citations_of(award.holder, "kind")],
        )


@_rule(
    "LAB012",
    "edition-undecided",
    Severity.NOTE,
    about=LabelScheme,
    sources=("esca_bronze",),
)
def edition_undecided(
    scheme: LabelScheme, on: date, context: Context
) -> Iterator[Said]:
    """Several editions of the terms may be in force on the day.

    Why it matters:
        On which day a label ends depends on the edition, and so does the last
        day of renewal.

    Fires on:
        A scheme of which more than one edition may be in force.

    How to settle it:
        Find out since when each holds; until then choose one by its key.
    """
    possible = scheme.may_be_in_force(on=on)
    if len(possible) > 1:
        yield say(
            "on {} any of these terms may hold: {}",
            on,
            tuple(edition.key for edition in possible),
            at="editions",
        )


@_rule(
    "LAB013",
    "term-incomplete",
    Severity.NOTE,
    about=Term,
    sources=("gce", "esca_silver"),
)
def term_incomplete(term: Term, on: date, context: Context) -> Iterator[Said]:
    """What a label's term says is not known in full.

    Why it matters:
        Answers that hang on what is missing stay open, or are refused.

    Fires on:
        A term with an unknown convention, length, renewal or window.

    How to settle it:
        Find the terms and record them; no usual value is filled in.
    """
    lacking = tuple(
        each.name
        for each in fields(Term)
        if getattr(term, each.name) is Missing.UNKNOWN
    )
    if lacking:
        yield say("{}: not known: {}", term.tier, lacking)
