"""Benchmark records and structures: answers held against scales and each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial

from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking import Review, review
from icluster.contexts import Context
from icluster.dates import PartialDate
from icluster.indicators import BenchmarkStructure, IndicatorStatus
from icluster.regions import Region
from icluster.rules._findings import Severity
from icluster.rules._rule import rule
from icluster.rules._statements import Said, Unchecked, say
from icluster.scales import Composition
from icluster.sources import citations_of

__all__ = [
    "age_against_founding",
    "answer_off_scale",
    "counterpart_short",
    "derived_differs",
    "interview_ahead",
    "served_unlisted",
    "sum_differs",
]


def __dir__() -> list[str]:
    return __all__


_rule = partial(rule, family="indicators", since="26.1")
_about_answers = partial(_rule, about=BenchmarkRecord, needs=("structures",))


def _reviewed(record: BenchmarkRecord, context: Context) -> Review | Unchecked:
    for structure in context.structures:
        if structure.key == record.structure:
            return review(record, structure)
    return Unchecked(f"the structure {record.structure!r}")


def _place(record: BenchmarkRecord, indicator: str) -> tuple[str | int, ...]:
    keys = [answer.indicator for answer in record.answers]
    return ("answers", keys.index(indicator), "value")


@_about_answers("IND001", "answer-off-scale", Severity.ERROR, sources=("esca_mx",))
def answer_off_scale(
    record: BenchmarkRecord, on: date, context: Context
) -> Iterator[Said]:
    """An answer lies outside its scale, or answers no indicator.

    Why it matters:
        It cannot be placed among the answers of others.

    Fires on:
        Each fault that the scale of the indicator names, and answers to
        indicators that the structure does not have.

    How to settle it:
        Correct the answer, or name the structure that was used.
    """
    found = _reviewed(record, context)
    if isinstance(found, Unchecked):
        yield found
        return
    for fault in found.faults:
        yield say(
            "{} must be {}, got {}",
            fault.place,
            fault.expected,
            fault.got,
            at="answers",
        )


@_about_answers("IND002", "sum-differs", Severity.WARNING, sources=("esca_mx",))
def sum_differs(record: BenchmarkRecord, on: date, context: Context) -> Iterator[Said]:
    """A stated total is not the sum of its stated parts.

    Why it matters:
        Shares and ratios that are computed from either differ.

    Fires on:
        The totals that the structure says must agree, where both are answered.

    How to settle it:
        Ask the organization which of them is right.
    """
    found = _reviewed(record, context)
    if isinstance(found, Unchecked):
        yield found
        return
    for each in found.sums:
        yield say(
            "{} is stated as {}, but {} gives {}",
            each.total.key,
            each.stated,
            each.parts.key,
            each.made,
            at=_place(record, each.total.key),
        )


@_about_answers("IND003", "derived-differs", Severity.WARNING, sources=("esca_mx",))
def derived_differs(
    record: BenchmarkRecord, on: date, context: Context
) -> Iterator[Said]:
    """A stated value is not the one that its inputs give.

    Why it matters:
        Benchmarking goes by the computed value; a report of the stated one says
        something else.

    Fires on:
        An answer to an indicator that is computed, where the inputs give another
        value.

    How to settle it:
        Leave the answer out, or correct the inputs.
    """
    found = _reviewed(record, context)
    if isinstance(found, Unchecked):
        yield found
        return
    for each in found.differing:
        yield say(
            "{} is stated as {}, but {} gives {}",
            each.indicator.key,
            each.stated,
            each.indicator.derived_from,
            each.computed,
            at=_place(record, each.indicator.key),
        )


@_rule("IND004", "age-against-founding", Severity.WARNING, about=BenchmarkRecord)
def age_against_founding(
    record: BenchmarkRecord, on: date, context: Context
) -> Iterator[Said]:
    """The stated age is not that of the organization's founding.

    Why it matters:
        One of the two is wrong, or the cluster is older than its organization.

    Fires on:
        An answer to `organization_age`, rounded up or down to years, that no day
        of the recorded founding gives on the day of the interview.

    How to settle it:
        Correct the age or the date; record the older body as a predecessor.
    """
    age, founded = record["organization_age"].value, record.organization.founded
    if not isinstance(age, (int, Decimal, Fraction)):
        return
    if not isinstance(founded, PartialDate):
        return
    day = record.interviewed_on
    oldest = _years(founded.first_day, day) + 1
    youngest = _years(founded.last_day, day)
    if not youngest <= age <= oldest:
        yield say(
            "{} is stated as {} years old on {}, but was founded in {}",
            record.organization.name,
            age,
            day,
            founded,
            at=_place(record, "organization_age"),
            sides=[
                record["organization_age"].evidence,
                citations_of(record.organization, "founded"),
            ],
        )


def _years(start: date, end: date) -> int:
    """Return the whole years from *start* to *end*."""
    before = (end.month, end.day) < (start.month, start.day)
    return end.year - start.year - before


@_rule(
    "IND005",
    "counterpart-short",
    Severity.WARNING,
    about=BenchmarkRecord,
    needs=("policies",),
    sources=("eccp_mx, Responsible authorities",),
)
def counterpart_short(
    record: BenchmarkRecord, on: date, context: Context
) -> Iterator[Said]:
    """Less private money than the public money of its state asks for.

    Why it matters:
        Nuevo León sets money aside for each cluster and asks for private money
        of at least the same amount: without it the public money may be lost.

    Fires on:
        A record of an organization in a region whose policy in force asks for a
        counterpart to an earmark, where the private share of funds is below the
        public share times the counterpart. Equality is enough. The public share
        may hold other public money as well: then waive the finding.

    How to settle it:
        Find private money, or say which public money asks for none.
    """
    region, funds = record.organization.region, record["funding_origin"].value
    if not isinstance(region, Region) or not isinstance(funds, Composition):
        return
    public = sum(
        (Fraction(part) for key, part in funds.parts if key == "public"), Fraction()
    )
    private = funds.total - public
    for policy in context.policies:
        in_force = policy.history.period.may_cover(record.interviewed_on)
        for each in policy.budget.earmarks:
            asked = each.counterpart
            applies = policy.region == region and in_force
            if applies and isinstance(asked, Fraction) and private < public * asked:
                yield say(
                    "{}: private money makes {}, public money {}; {} asks for {} to 1",
                    record.organization.name,
                    private,
                    public,
                    policy.name,
                    asked,
                    at=_place(record, "funding_origin"),
                    sides=[
                        record["funding_origin"].evidence,
                        citations_of(policy, "budget.earmarks"),
                    ],
                )


@_rule("IND006", "interview-ahead", Severity.ERROR, about=BenchmarkRecord)
def interview_ahead(
    record: BenchmarkRecord, on: date, context: Context
) -> Iterator[Said]:
    """An interview or an answer lies ahead of the day.

    Why it matters:
        On that day nobody can have known the answers.

    Fires on:
        An interview after the day asked about, and an answer that stands for a
        day after its interview; the same day is fine.

    How to settle it:
        Correct the date, or ask about a later day.
    """
    if record.interviewed_on > on:
        yield say(
            "interviewed on {}, after {}",
            record.interviewed_on,
            on,
            at="interviewed_on",
        )
    for index, answer in enumerate(record.answers):
        stands_for = answer.answered_on
        if stands_for is not None and stands_for > record.interviewed_on:
            yield say(
                "{} stands for {}, after the interview on {}",
                answer.indicator,
                stands_for,
                record.interviewed_on,
                at=("answers", index, "answered_on"),
            )


@_rule(
    "IND007",
    "served-unlisted",
    Severity.ERROR,
    about=BenchmarkStructure,
    needs=("catalogues",),
    sources=("ecei_2013",),
)
def served_unlisted(
    structure: BenchmarkStructure, on: date, context: Context
) -> Iterator[Said]:
    """An indicator is adopted from a quality label that does not list it.

    Why it matters:
        A recommendation towards the label would point nowhere.

    Fires on:
        An indicator that serves a number which no catalogue at hand has, and one
        marked as adopted that serves none.

    How to settle it:
        Correct the number or the status.
    """
    listed = {number for each in context.catalogues for number in each.numbers}
    for index, each in enumerate(structure.indicators):
        strays = tuple(number for number in each.serves if number not in listed)
        orphan = IndicatorStatus.ADOPTED in each.statuses and not each.serves
        if strays or orphan:
            yield say(
                "{} is to serve {}, which no catalogue lists",
                each.name,
                strays or "an indicator that is not named",
                at=("indicators", index, "serves"),
                sides=[each.citations],
            )
