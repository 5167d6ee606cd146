"""Benchmark records: answers held against scales, dates and each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import chain
from typing import Any

from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking import review
from icluster.contexts import Context
from icluster.dates import PartialDate
from icluster.indicators import BenchmarkStructure
from icluster.regions import Region
from icluster.rules._findings import Severity
from icluster.rules._relations import in_or_on, surely_before
from icluster.rules._rule import rule
from icluster.rules._statements import Said, Statement, Unchecked, say
from icluster.scales import Composition
from icluster.sources import citations_of
from icluster.vocabularies import Missing

__all__ = [
    "age_against_founding",
    "answer_off_scale",
    "counterpart_short",
    "derived_differs",
    "interview_out_of_time",
    "sum_differs",
]


def __dir__() -> list[str]:
    return __all__


_rule = partial(rule, family="indicators", since="26.1")
_about_answers = partial(_rule, about=BenchmarkRecord, needs=("structures",))


def _structure(
    record: BenchmarkRecord, context: Context
) -> BenchmarkStructure | Unchecked:
    for structure in context.structures:
        if structure.key == record.structure:
            return structure
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
        Shares that were rounded are stated so that they make one.
    """
    structure = _structure(record, context)
    if isinstance(structure, Unchecked):
        yield structure
        return
    for index, answer in enumerate(record.answers):
        if answer.indicator not in structure.keys:
            yield say(
                "{} has no indicator {}",
                structure.key,
                answer.indicator,
                at=("answers", index, "indicator"),
                sides=[answer.evidence, citations_of(structure, "indicators")],
            )
        elif answer.is_answered:
            indicator = structure[answer.indicator]
            for fault in indicator.scale.faults(answer.value, place=indicator.key):
                yield say(
                    "{} must be {}, got {}",
                    fault.place,
                    fault.expected,
                    fault.got,
                    at=("answers", index, "value"),
                    sides=[answer.evidence, indicator.citations],
                )


@_about_answers("IND002", "sum-differs", Severity.WARNING, sources=("esca_mx",))
def sum_differs(record: BenchmarkRecord, on: date, context: Context) -> Iterator[Said]:
    """A stated total is not the sum of its stated parts.

    Why it matters:
        Shares and ratios that are computed from either differ.

    Fires on:
        The totals that the structure says must agree, where both are answered.

    How to settle it:
        Ask the organization which of them is right, and correct the other.
    """
    structure = _structure(record, context)
    if isinstance(structure, Unchecked):
        yield structure
        return
    for each in review(record, structure).sums:
        yield say(
            "{} is stated as {}, but {} gives {}",
            each.total.key,
            each.stated,
            each.parts.key,
            each.made,
            at=_place(record, each.total.key),
            sides=[record[key].evidence for key in (each.total.key, each.parts.key)],
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
        value. The computed value rounded to the decimals stated is the same.

    How to settle it:
        Leave the answer out, or correct it or the inputs.
    """
    structure = _structure(record, context)
    if isinstance(structure, Unchecked):
        yield structure
        return
    for each in review(record, structure).differing:
        derivation: Any = each.indicator.derived_from
        given = [record[key].evidence for key in derivation.inputs]
        yield say(
            "{} is stated as {}, but {} gives {}",
            each.indicator.key,
            each.stated,
            derivation,
            "no number" if isinstance(each.computed, Missing) else each.computed,
            at=_place(record, each.indicator.key),
            sides=[record[each.indicator.key].evidence, chain.from_iterable(given)],
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
        of the recorded founding gives on the day of the interview. It may be
        higher where the organization has a predecessor. An interview before the
        founding is left to *interview-out-of-time*.

    How to settle it:
        Correct the age or the date; record the older body as a predecessor.
    """
    body, day = record.organization, record.interviewed_on
    age, founded = record["organization_age"].value, body.founded
    if not isinstance(age, (int, Decimal, Fraction)):
        return
    if not isinstance(founded, PartialDate) or founded.first_day > day:
        return
    too_old = age > _years(founded.first_day, day) + 1 and not body.predecessors
    if too_old or age < _years(founded.last_day, day):
        yield say(
            "{} is stated as {} years old on {}, "
            f"but was founded {in_or_on(founded)} {{}}",
            body.name,
            age,
            day,
            founded,
            at=_place(record, "organization_age"),
            sides=[
                record["organization_age"].evidence,
                citations_of(body, "founded"),
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


@_rule("IND006", "interview-out-of-time", Severity.ERROR, about=BenchmarkRecord)
def interview_out_of_time(
    record: BenchmarkRecord, on: date, context: Context
) -> Iterator[Said]:
    """An interview cannot have been held on its day, or an answer known by then.

    Why it matters:
        Nobody can answer for a body that does not exist, or for days to come.

    Fires on:
        An interview certainly before the organization was founded or certainly
        after it was dissolved; and an answer that stands for a day after its
        interview. The same day is fine.

    How to settle it:
        Correct the date of the interview, of the answer or of the organization.
    """
    body, interview = record.organization, record.interviewed_on
    day = PartialDate.of(interview)
    if surely_before(day, body.founded):
        yield _outside_life(record, "before", "was founded", "founded")
    if surely_before(body.dissolved, day):
        yield _outside_life(record, "after", "ended", "dissolved")
    for index, answer in enumerate(record.answers):
        stands_for = answer.answered_on
        if stands_for is not None and stands_for > interview:
            yield say(
                "{} stands for {}, after the interview on {}",
                answer.indicator,
                stands_for,
                interview,
                at=("answers", index, "answered_on"),
                sides=[answer.evidence, citations_of(record, "interviewed_on")],
            )


def _outside_life(
    record: BenchmarkRecord, side: str, came: str, limit: str
) -> Statement:
    body = record.organization
    when: PartialDate = getattr(body, limit)
    return say(
        f"interviewed on {{}}, {side} {{}} {came} {in_or_on(when)} {{}}",
        record.interviewed_on,
        body.name,
        when,
        at="interviewed_on",
        sides=[citations_of(record, "interviewed_on"), citations_of(body, limit)],
    )
