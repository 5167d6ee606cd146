"""Labels and their registers: held against terms, lists and holders."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial
from itertools import islice, pairwise

from icluster import words
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
from icluster.rules._rule import error, note, warning
from icluster.rules._statements import Said, Unchecked, needs, say, surely_before, when
from icluster.sources import Citation, citations_of
from icluster.vocabularies import Missing
from icluster.words import Quoted

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


@note("LAB001", sources=["esca_bronze", "esca_silver"])
def label_lapsed(register: LabelRegister, on: date) -> Iterator[Said]:
    """A label has ended and can no longer be renewed, nor was it followed.

    Why it matters:
        The register lists everybody ever benchmarked, so this is no error of
        the page; but whoever still shows the label shows one that is gone.

    Fires on:
        A holder whose last label of a tier is on the day certainly past its end
        and past the last day of renewal, and certainly not followed by a label of a
        higher tier.

    How to settle it:
        Record the renewal or the later label as an award of its own, if there is
        one; else do not count the label, and waive the finding where history is
        wanted.
    """
    yield from _ended(
        register,
        on,
        LabelStatus.LAPSED,
        "{}: its last label in this register, {}, ended {}, renewable until {}",
    )


@note("LAB002", sources=["esca_bronze", "esca_silver"])
def label_renewable(register: LabelRegister, on: date) -> Iterator[Said]:
    """A label has ended and may still be renewed.

    Why it matters:
        The window closes on a known day; after it, the holder begins anew.

    Fires on:
        A holder whose last label of a tier is on the day certainly past its end,
        certainly not past the last day of renewal, and certainly not followed by a
        label of a higher tier.

    How to settle it:
        Have the organization benchmarked again, and record the renewal as an
        award of its own.
    """
    yield from _ended(
        register,
        on,
        LabelStatus.RENEWABLE,
        "{}: its last label in this register, {}, ended {}, is renewable until {}",
    )


_OVER = frozenset({LabelStatus.RENEWABLE, LabelStatus.LAPSED, LabelStatus.SUCCEEDED})


def _ended(
    register: LabelRegister, on: date, status: LabelStatus, text: str
) -> Iterator[Said]:
    for award, possible in register.awards_on(on):
        if status not in possible or not _OVER.issuperset(possible):
            continue
        terms = register.terms_of(award)
        latest = {term.renewable_until(award.valid_until) for term in terms}
        if possible == (status,):
            yield say(
                text,
                award.holder.name,
                award.tier,
                award.valid_until,
                words.either(sorted(latest, key=str)),
                about=award,
                at="valid_until",
                cites=[(award, "valid_until"), *_cited(terms, "window_months")],
            )
        elif LabelStatus.SUCCEEDED in possible:
            yield needs("which label of {} is last", award.holder.name)
        elif len(latest) > 1:
            yield needs("of which edition the {} label is", award.tier)
        else:
            yield needs("how long after its end a {} label may be renewed", award.tier)


def _cited(terms: Iterable[Term], field: str) -> list[tuple[Term, str]]:
    return [(term, field) for term in terms]


@warning("LAB003", sources=["esca_bronze", "esca_silver"])
def end_breaks_convention(register: LabelRegister) -> Iterator[Said]:
    """A label does not end on a day on which labels of its edition end.

    Why it matters:
        The day is wrong, or another edition of the terms holds for it, with
        another window of renewal.

    Fires on:
        An award that ends before the last day of its month, where all terms that
        may hold for it end labels with the month. Awards whose end follows from
        their term are left to *term-broken*.

    How to settle it:
        Correct the day, or record the edition that the award follows.
    """
    judged = {id(award) for award, fault in _judged(register) if _is_judgement(fault)}
    monthly = (ValidityConvention.END_OF_MONTH,)
    for award in register.awards:
        terms, end = register.terms_of(award), award.valid_until
        if id(award) in judged or any(term.conventions != monthly for term in terms):
            continue
        last = ValidityConvention.END_OF_MONTH.end(end, months=0)
        if end != last:
            yield say(
                "{}: ends {}, the month of the terms ends {}",
                award.holder.name,
                end,
                last,
                about=award,
                at="valid_until",
                cites=[(award, "valid_until"), *_cited(terms, "convention")],
            )


@error("LAB004", sources=["esca_bronze", "esca_silver"])
def term_broken(register: LabelRegister) -> Iterator[Said]:
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
    for _, fault in _judged(register):
        if fault is not None:
            yield fault


def _judged(register: LabelRegister) -> Iterator[tuple[LabelAward, Said | None]]:
    """Yield the labels whose end follows from the term, and what is wrong with it."""
    for award in register.awards:
        if award.grant is Grant.FIRST and isinstance(award.awarded, PartialDate):
            first = partial(_first_judged, award, award.awarded)
            yield award, _by_any(first, register.terms_of(award))
    for previous, renewal in register.renewals():
        extended = partial(_renewal_judged, previous, renewal)
        yield renewal, _by_any(extended, register.terms_of(renewal))


def _by_any(judge: Callable[[Term], Said | None], terms: Iterable[Term]) -> Said | None:
    """Return what is wrong by all terms that may hold; None where one fits."""
    faults = [judge(term) for term in terms]
    if None in faults:
        return None
    return next((fault for fault in faults if not _is_judgement(fault)), faults[0])


def _is_judgement(fault: Said | None) -> bool:
    return not isinstance(fault, Unchecked)


def _first_judged(award: LabelAward, awarded: PartialDate, term: Term) -> Said | None:
    months, convention, end = term.months, term.convention, award.valid_until
    if isinstance(months, Missing) or isinstance(convention, Missing):
        return needs("how long a first {} label holds", award.tier)
    earliest = convention.end(awarded.first_day, months=months)
    latest = convention.end(awarded.last_day, months=months)
    # Some days are no end at all: in a month, or by the length of February.
    is_end = convention.end(months_after(end, -months), months=months) == end
    if is_end and earliest <= end <= latest:
        return None
    return say(
        "{}: awarded {} for {} months, but ends {}",
        award.holder.name,
        when(awarded),
        months,
        end,
        about=award,
        cites=[(award, "awarded"), (award, "valid_until"), (term, "months")],
    )


def _renewal_judged(
    previous: LabelAward, renewal: LabelAward, term: Term
) -> Said | None:
    months, convention = term.renewal_months, term.convention
    if isinstance(months, Missing):
        return needs("by how much a renewal extends a {} label", renewal.tier)
    ends = {
        possible.end(previous.valid_until, months=months)
        for possible in ValidityConvention
        if isinstance(convention, Missing) or possible is convention
    }
    if ends == {renewal.valid_until}:
        return None
    if renewal.valid_until in ends:
        return needs("on which day of a month a {} label ends", renewal.tier)
    return say(
        "{}: renewed for {} months from {}, but ends {}",
        renewal.holder.name,
        months,
        previous.valid_until,
        renewal.valid_until,
        about=renewal,
        cites=[
            (previous, "valid_until"),
            (renewal, "valid_until"),
            (term, "renewal_months"),
        ],
    )


@error("LAB005", sources=["esca_bronze", "esca_silver"])
def renewal_out_of_time(register: LabelRegister) -> Iterator[Said]:
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
    for previous, renewal in register.renewals():
        limit = _last_of_window(register, previous)
        if surely_before(limit, renewal.awarded):
            yield say(
                "{}: renewed {}, but the label before it could be renewed until {}",
                renewal.holder.name,
                when(renewal.awarded),
                limit,
                about=renewal,
                at="awarded",
                cites=[
                    (renewal, "awarded"),
                    (previous, "valid_until"),
                    *_cited(register.terms_of(previous), "window_months"),
                ],
            )
    for history in register.histories(by_tier=True):
        if len(history) > 1:
            yield from _renewed_before_first(register, history)


def _renewed_before_first(
    register: LabelRegister, history: tuple[LabelAward, ...]
) -> Iterator[Said]:
    """Say so where the labels of a holder and tier surely begin with a renewal."""
    if all(isinstance(award.awarded, PartialDate) for award in history):
        history = tuple(sorted(history, key=lambda award: award.starts[0]))
        begins_it = history[0].starts[1] < history[1].starts[0]
    else:
        begins_it = history[0].valid_until < history[1].valid_until
    renewal = history[0]
    if renewal.grant is not Grant.RENEWAL or not begins_it:
        return
    pairs = (pair for pair in pairwise(history) if pair[1].grant is Grant.FIRST)
    for previous, first in islice(pairs, 1):
        limit = _last_of_window(register, previous)
        if isinstance(limit, Missing):
            limit = previous.valid_until
        terms = register.terms_of(first)
        if max(_latest_start(first, term) for term in terms) <= limit:
            yield say(
                "{}: the renewal until {} comes before the first label, which ends {}",
                renewal.holder.name,
                renewal.valid_until,
                first.valid_until,
                about=renewal,
                at="grant",
                cites=[_dated(renewal), _dated(first)],
            )


def _last_of_window(register: LabelRegister, award: LabelAward) -> date | Missing:
    """Return the last day on which a label may be renewed, by any of its terms."""
    terms = register.terms_of(award)
    limits = [term.renewable_until(award.valid_until) for term in terms]
    days = [limit for limit in limits if isinstance(limit, date)]
    return max(days) if len(days) == len(limits) else Missing.UNKNOWN


def _latest_start(first: LabelAward, term: Term) -> date:
    """Return the last day on which a first label may have begun, by its term too."""
    months, convention = term.months, term.convention
    latest = first.starts[1]
    if isinstance(months, Missing) or isinstance(convention, Missing):
        return latest
    start = convention.starts(first.valid_until, months=months)
    return latest if start is None else min(latest, start.last_day)


def _dated(award: LabelAward) -> tuple[Citation, ...]:
    names = ("awarded", "valid_until", "grant")
    return tuple(c for name in names for c in citations_of(award, name))


@warning("LAB006")
def label_twice(register: LabelRegister) -> Iterator[Said]:
    """One label stands in the register twice.

    Why it matters:
        It is one label all the same, and counted once; one of the rows is too many,
        or one of their ends is wrong.

    Fires on:
        Awards of one holder, one tier and one end; portfolios may differ.

    How to settle it:
        Keep one; where a cluster was compared in two portfolios, waive it.
    """
    for history in register.histories(by_tier=True):
        for previous, award in pairwise(history):
            if award.valid_until == previous.valid_until:
                yield say(
                    "{}: {} until {} stands twice",
                    award.holder.name,
                    award.tier,
                    award.valid_until,
                    about=award,
                    cites=[(previous, "valid_until"), (award, "valid_until")],
                )


@warning(
    "LAB007",
    sources=["esca_register", "clusters_are_individuals_2"],
    needs=["portfolios"],
)
def portfolio_unlisted(award: LabelAward, context: Context) -> Iterator[Said]:
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
    lists = [one for one in context.portfolios if one.edition == portfolio.edition]
    if not lists:
        yield needs("the list of portfolios {}", Quoted(portfolio.edition))
    elif not any(portfolio in one.portfolios for one in lists):
        yield say(
            '"{}" is not among the portfolios known of the edition {}',
            portfolio.title,
            portfolio.edition,
            at="portfolio",
            cites=[(award, "portfolio"), (lists[0], "portfolios")],
        )


@error("LAB008")
def award_after_snapshot(register: LabelRegister) -> Iterator[Said]:
    """A register lists a label that was awarded after the day it shows.

    Why it matters:
        The snapshot's day or the day of award is wrong, and what a label is on
        a day is told from both.

    Fires on:
        An award whose date is certainly after `snapshot`.

    How to settle it:
        Correct whichever is wrong.
    """
    for award in register.awards:
        if register.snapshot and surely_before(register.snapshot, award.awarded):
            yield say(
                "{}: awarded {}, listed on {}",
                award.holder.name,
                award.awarded,
                register.snapshot,
                about=award,
                at="awarded",
                cites=[(award, "awarded")],
            )


@note("LAB009", sources=["esca_mx"])
def register_undated(register: LabelRegister) -> Iterator[Said]:
    """It is not known which day a register shows.

    Why it matters:
        Before its end, a label may then be valid or not yet awarded: a count of
        the valid is a count at most.

    Fires on:
        A register without `snapshot` that lists a label without a date of award.

    How to settle it:
        Record the day on which the page was copied.
    """
    undated = any(isinstance(award.awarded, Missing) for award in register.awards)
    if register.snapshot is None and undated:
        yield say(
            "neither the day it shows nor the dates of all awards are known",
            at="snapshot",
        )


@warning("LAB010")
def holder_outside_life(award: LabelAward, on: date) -> Iterator[Said]:
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
    holder, (first, last) = award.holder, award.starts
    event, cited = words.say("its label ended on {}", award.valid_until), "valid_until"
    if isinstance(award.awarded, PartialDate):
        cited = "awarded"
        event = words.say("its label was awarded {}", when(award.awarded))
    if surely_before(last, holder.founded):
        yield say(
            "{} was founded {}, after {}",
            holder.name,
            when(holder.founded),
            event,
            at="holder",
            cites=[(holder, "founded"), (award, cited)],
        )
    if surely_before(holder.dissolved, first):
        yield say(
            "{} ended {}, before {}",
            holder.name,
            when(holder.dissolved),
            event,
            at="holder",
            cites=[(holder, "dissolved"), (award, cited)],
        )
    elif surely_before(holder.dissolved, on) and on <= award.valid_until:
        yield say(
            "{} ended {}; its label runs until {}",
            holder.name,
            when(holder.dissolved),
            award.valid_until,
            at="holder",
            cites=[(holder, "dissolved"), (award, "valid_until")],
        )


@warning("LAB011", sources=["esca_mx"])
def holder_is_no_cluster_organization(award: LabelAward) -> Iterator[Said]:
    """A label is held by a body of another kind than a cluster organization.

    Why it matters:
        What is benchmarked is the organization that manages a cluster.

    Fires on:
        A holder whose recorded kind is another. An association may manage a
        cluster: its kind is then recorded as cluster organization.

    How to settle it:
        Correct the kind of the holder, or the holder.
    """
    holder, kind = award.holder, award.holder.kind
    manages = kind is OrganizationKind.CLUSTER_ORGANIZATION
    if isinstance(kind, OrganizationKind) and not manages:
        yield say(
            "{} holds a label and is recorded as {}",
            holder.name,
            kind,
            at="holder.kind",
            cites=[(award, "holder"), (holder, "kind")],
        )


@warning("LAB012", sources=["esca_silver"])
def higher_label_too_early(register: LabelRegister) -> Iterator[Said]:
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
    for history in register.histories():
        dates = [a.awarded for a in history if isinstance(a.awarded, PartialDate)]
        all_dated = len(dates) == len(history)
        if not all_dated or any(award.grant is not Grant.FIRST for award in history):
            continue
        first = min(dates, key=lambda awarded: awarded.first_day)
        for award, awarded in zip(history, dates, strict=True):
            terms = register.terms_of(award)
            months = min(_months_between(term) for term in terms)
            if awarded.first_day == first.first_day:
                continue
            if awarded.last_day < months_after(first.first_day, months):
                yield say(
                    "{}: {} awarded {}, its first label {}; {} months must lie between",
                    award.holder.name,
                    award.tier,
                    awarded,
                    first,
                    months,
                    about=award,
                    at="awarded",
                    cites=[(award, "awarded"), *_cited(terms, "prerequisite")],
                )


def _months_between(term: Term) -> int:
    return 0 if term.prerequisite is None else term.prerequisite.earliest_months
