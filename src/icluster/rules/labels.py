"""Labels and their registers: held against terms, lists and holders."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import pairwise

from icluster.contexts import Context
from icluster.dates import PartialDate, months_after
from icluster.labels import (
    Grant,
    LabelAward,
    LabelRegister,
    LabelStatus,
    Portfolio,
    Term,
    ValidityConvention,
)
from icluster.organizations import OrganizationKind
from icluster.rules._findings import Severity
from icluster.rules._registers import (
    chains,
    holders,
    latest_start,
    may_be_last,
    renewals,
    starts,
)
from icluster.rules._relations import in_or_on
from icluster.rules._rule import rule
from icluster.rules._statements import Said, Statement, Unchecked, say
from icluster.sources import Citation, citations_of
from icluster.vocabularies import Missing

__all__ = [
    "award_after_snapshot",
    "end_breaks_convention",
    "higher_label_too_early",
    "holder_is_no_cluster_organization",
    "holder_outside_life",
    "label_lapsed",
    "label_renewable",
    "label_twice",
    "portfolio_unlisted",
    "register_undated",
    "renewal_out_of_time",
    "term_broken",
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
    """The last label of a holder has ended and can no longer be renewed.

    Why it matters:
        The register lists everybody ever benchmarked, so this is no error of
        the page; but whoever still shows the label shows one that is gone.

    Fires on:
        A holder whose last label in the register, of whatever tier, is on the day
        certainly past its end and past the last day of renewal. The last is the
        one awarded last where all dates of award are known, else the one that
        ends last.

    How to settle it:
        Record the renewal or the later label as an award of its own, if there is
        one; else do not count the label, and waive the finding where history is
        wanted.
    """
    yield from _ended(
        register,
        on,
        LabelStatus.LAPSED,
        "{}: its last label, {}, ended {} and could be renewed until {}",
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
    """The last label of a holder has ended and may still be renewed.

    Why it matters:
        The window closes on a known day; after it, the holder begins anew.

    Fires on:
        A holder whose last label in the register, of whatever tier, is on the day
        certainly past its end, and certainly not past the last day of renewal.
        The last is the one that *label-lapsed* looks at.

    How to settle it:
        Have the organization benchmarked again, and record the renewal as an
        award of its own.
    """
    yield from _ended(
        register,
        on,
        LabelStatus.RENEWABLE,
        "{}: its last label, {}, ended {} and may be renewed until {}",
    )


_ENDED = frozenset({LabelStatus.RENEWABLE, LabelStatus.LAPSED})


def _ended(
    register: LabelRegister, on: date, status: LabelStatus, text: str
) -> Iterator[Said]:
    """Say of whose last label it is certain; of several, all must have the status."""
    statuses = register.statuses(on=on)
    for places in holders(register):
        last = may_be_last(register, places)
        possible = frozenset(each for index in last for each in statuses[index])
        award = register.awards[last[0]]
        if possible == frozenset({status}):
            term = register.edition.term(award.tier)
            yield say(
                text,
                award.holder.name,
                award.tier,
                award.valid_until,
                term.renewable_until(award.valid_until),
                at=("awards", last[0], "valid_until"),
                sides=[
                    citations_of(award, "valid_until"),
                    citations_of(term, "window_months"),
                ],
            )
        elif possible == _ENDED:
            yield _undecided(register, last, statuses)


def _undecided(
    register: LabelRegister,
    last: list[int],
    statuses: tuple[tuple[LabelStatus, ...], ...],
) -> Unchecked:
    for index in last:
        if len(statuses[index]) > 1:
            tier = register.awards[index].tier.title
            return Unchecked(f"how long after its end a {tier} label may be renewed")
    return Unchecked(f"which label of {register.awards[last[0]].holder.name} is last")


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
        the register end labels with the month. Awards whose end follows from
        their term are left to *term-broken*.

    How to settle it:
        Correct the day, or give the register the edition that its awards follow.
    """
    monthly = {
        term.tier.value
        for term in register.edition.terms
        if term.convention is ValidityConvention.END_OF_MONTH
    }
    if not monthly:
        return
    judged = {
        index for index, said in _judged(register) if not isinstance(said, Unchecked)
    }
    for index, award in enumerate(register.awards):
        if award.tier.value in monthly and index not in judged:
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
    """A label is shorter or longer than its term.

    Why it matters:
        One of the dates is wrong, or the label was granted otherwise.

    Fires on:
        A first label with a known date of award, where no day that the date may
        mean leads to the recorded end; and a renewal that does not extend the
        label before it, of the same holder and tier, from its end by what the
        term says. Where the register may lack a label between the two, nothing
        is said.

    How to settle it:
        Correct the dates, the `grant`, or the edition of the register.
    """
    for _, said in _judged(register):
        if said is not None:
            yield said


def _judged(register: LabelRegister) -> Iterator[tuple[int, Said | None]]:
    """Yield the labels whose end follows from the term, and what is wrong with it."""
    for index, award in enumerate(register.awards):
        if award.grant is Grant.FIRST and isinstance(award.awarded, PartialDate):
            term = register.edition.term(award.tier)
            yield index, _first_judged(index, award, award.awarded, term)
    for before, after in renewals(register):
        yield after, _renewal_judged(register, before, after)


def _first_judged(
    index: int, award: LabelAward, awarded: PartialDate, term: Term
) -> Said | None:
    months, convention, end = term.months, term.convention, award.valid_until
    if isinstance(months, Missing) or isinstance(convention, Missing):
        return Unchecked(f"how long a first {award.tier.title} label holds")
    earliest = convention.end(awarded.first_day, months=months)
    latest = convention.end(awarded.last_day, months=months)
    # Some days are no end at all: in a month, or by the length of February.
    is_end = convention.end(months_after(end, -months), months=months) == end
    if is_end and earliest <= end <= latest:
        return None
    return say(
        f"{{}}: awarded {in_or_on(awarded)} {{}} for {{}} months, but ends {{}}",
        award.holder.name,
        awarded,
        months,
        end,
        at=("awards", index),
        sides=[
            citations_of(award, "awarded"),
            citations_of(award, "valid_until"),
            citations_of(term, "months"),
        ],
    )


def _renewal_judged(register: LabelRegister, before: int, after: int) -> Said | None:
    award, previous = register.awards[after], register.awards[before]
    term = register.edition.term(award.tier)
    months, convention = term.renewal_months, term.convention
    if isinstance(months, Missing):
        return Unchecked(f"by how much a renewal extends a {award.tier.title} label")
    conventions = (
        tuple(ValidityConvention) if isinstance(convention, Missing) else (convention,)
    )
    ends = {each.end(previous.valid_until, months=months) for each in conventions}
    if ends == {award.valid_until}:
        return None
    if award.valid_until in ends:
        return Unchecked(f"on which day of a month a {award.tier.title} label ends")
    return say(
        "{}: renewed for {} months from {}, but ends {}",
        award.holder.name,
        months,
        previous.valid_until,
        award.valid_until,
        at=("awards", after),
        sides=[
            citations_of(previous, "valid_until"),
            citations_of(award, "valid_until"),
            citations_of(term, "renewal_months"),
        ],
    )


@_rule(
    "LAB005",
    "renewal-out-of-time",
    Severity.ERROR,
    about=LabelRegister,
    sources=("esca_bronze", "esca_silver"),
)
def renewal_out_of_time(
    register: LabelRegister, on: date, context: Context
) -> Iterator[Said]:
    """A renewal came too late, or before there was anything to renew.

    Why it matters:
        After the last day of renewal only a first label can be awarded, with
        another term; and before it there is nothing to extend.

    Fires on:
        A renewal that was certainly awarded after the last day on which the
        label before it, of the same holder and tier, could be renewed; and one
        without a label before it, where the first label certainly came later.
        Where the register may lack a label between the two, or the first label
        may be a new beginning after the last day of renewal, nothing is said.

    How to settle it:
        Correct the dates or the `grant`, or record the label that was renewed.
    """
    for before, after in renewals(register):
        award, previous = register.awards[after], register.awards[before]
        awarded = award.awarded
        if not isinstance(awarded, PartialDate):
            continue
        term = register.edition.term(award.tier)
        limit = term.renewable_until(previous.valid_until)
        if isinstance(limit, date) and awarded.first_day > limit:
            yield say(
                f"{{}}: renewed {in_or_on(awarded)} {{}}, but the label before it "
                "could be renewed until {}",
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
    for chain in chains(register):
        yield from _renewed_before_first(register, chain)


def _renewed_before_first(register: LabelRegister, chain: list[int]) -> Iterator[Said]:
    """Say so where the labels of a holder and tier surely begin with a renewal."""
    awards = register.awards
    if all(isinstance(awards[index].awarded, PartialDate) for index in chain):
        chain = sorted(chain, key=lambda index: starts(awards[index])[0])
        begins_chain = starts(awards[chain[0]])[1] < starts(awards[chain[1]])[0]
    else:
        begins_chain = awards[chain[0]].valid_until < awards[chain[1]].valid_until
    renewal = awards[chain[0]]
    if renewal.grant is not Grant.RENEWAL or not begins_chain:
        return
    firsts = [pair for pair in pairwise(chain) if awards[pair[1]].grant is Grant.FIRST]
    if firsts:
        previous, first = (awards[index] for index in firsts[0])
        term = register.edition.term(first.tier)
        limit = term.renewable_until(previous.valid_until)
        if isinstance(limit, Missing):
            limit = previous.valid_until
        if latest_start(first, term) <= limit:
            yield say(
                "{}: the renewal until {} comes before the first label, which ends {}",
                renewal.holder.name,
                renewal.valid_until,
                first.valid_until,
                at=("awards", chain[0], "grant"),
                sides=[_cited(renewal), _cited(first)],
            )


def _cited(award: LabelAward) -> tuple[Citation, ...]:
    names = ("awarded", "valid_until", "grant")
    return tuple(each for name in names for each in citations_of(award, name))


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
    for chain in chains(register):
        for before, after in pairwise(chain):
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


@_rule("LAB010", "holder-outside-life", Severity.WARNING, about=LabelAward)
def holder_outside_life(
    award: LabelAward, on: date, context: Context
) -> Iterator[Said]:
    """The holder of a label did not exist when it was awarded, or ended since.

    Why it matters:
        A label is held by a body; it does not pass to others by itself.

    Fires on:
        A holder that was certainly founded after the award, or certainly ended
        before it; and one that certainly ended before the day, while the label
        has not ended by the day. The day of the award itself is within.

    How to settle it:
        Correct the dates, or record as holder the body that held or holds it.
    """
    founded, ended = award.holder.founded, award.holder.dissolved
    first, last = starts(award)
    if isinstance(founded, PartialDate) and founded.first_day > last:
        yield _outside(award, "founded", "was founded", "after")
    if not isinstance(ended, PartialDate):
        return
    if ended.last_day < first:
        yield _outside(award, "dissolved", "ended", "before")
    elif ended.last_day < on <= award.valid_until:
        yield say(
            f"{{}} ended {in_or_on(ended)} {{}}; its label runs until {{}}",
            award.holder.name,
            ended,
            award.valid_until,
            at="holder",
            sides=[
                citations_of(award.holder, "dissolved"),
                citations_of(award, "valid_until"),
            ],
        )


def _outside(award: LabelAward, name: str, came: str, side: str) -> Statement:
    day: PartialDate = getattr(award.holder, name)
    awarded = award.awarded
    if isinstance(awarded, Missing):
        known, label = "valid_until", "its label ended on"
        when: object = award.valid_until
    else:
        known, label = "awarded", f"its label was awarded {in_or_on(awarded)}"
        when = awarded
    return say(
        f"{{}} {came} {in_or_on(day)} {{}}, {side} {label} {{}}",
        award.holder.name,
        day,
        when,
        at="holder",
        sides=[citations_of(award.holder, name), citations_of(award, known)],
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
    "higher-label-too-early",
    Severity.WARNING,
    about=LabelRegister,
    sources=("esca_silver",),
)
def higher_label_too_early(
    register: LabelRegister, on: date, context: Context
) -> Iterator[Said]:
    """A higher label was awarded before its second benchmarking could be.

    Why it matters:
        One of the dates is wrong, or the first benchmarking is not recorded.

    Fires on:
        A first label of a tier whose term asks for a second benchmarking, which
        was certainly awarded before the months that must lie between were over,
        counted from the first label of the same holder in the register. Where it
        is itself the first, or a label of the holder is a renewal or of unknown
        date, there may have been an earlier one, and nothing is said.

    How to settle it:
        Correct the dates, or record the first label of the holder.
    """
    for places in holders(register):
        awards = [register.awards[index] for index in places]
        dates = [
            each.awarded for each in awards if isinstance(each.awarded, PartialDate)
        ]
        known = len(dates) == len(awards)
        if not known or any(each.grant is not Grant.FIRST for each in awards):
            continue
        first = min(dates, key=lambda each: each.first_day)
        for index, award, when in zip(places, awards, dates, strict=True):
            term = register.edition.term(award.tier)
            asked = term.prerequisite
            if asked is None or when.first_day == first.first_day:
                continue
            if when.last_day < months_after(first.first_day, asked.earliest_months):
                yield say(
                    "{}: {} awarded {}, its first label {}; {} months must lie between",
                    award.holder.name,
                    award.tier,
                    when,
                    first,
                    asked.earliest_months,
                    at=("awards", index, "awarded"),
                    sides=[
                        citations_of(award, "awarded"),
                        citations_of(term, "prerequisite"),
                    ],
                )
