"""Benchmark records: answers held against scales, dates and each other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import chain
from typing import Any

from icluster import words
from icluster.benchmark_records import BenchmarkRecord
from icluster.benchmarking import review
from icluster.contexts import Context
from icluster.dates import PartialDate
from icluster.indicators import BenchmarkStructure
from icluster.policies import Policy
from icluster.regions import Region
from icluster.rules._rule import error, warning
from icluster.rules._statements import Said, Unchecked, needs, say, surely_before, when
from icluster.scales import Composition
from icluster.sources import citations_of
from icluster.vocabularies import Missing
from icluster.words import Quoted, Share

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


def _structure(
    record: BenchmarkRecord, context: Context
) -> BenchmarkStructure | Unchecked:
    lacking = needs("the structure {}", Quoted(record.structure))
    return next((s for s in context.structures if s.key == record.structure), lacking)


@error("IND001", sources=["esca_mx"], needs=["structures"])
def answer_off_scale(record: BenchmarkRecord, context: Context) -> Iterator[Said]:
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
    for answer in record.answers:
        if answer.indicator not in structure.keys:
            yield say(
                "{} has no indicator {}",
                structure.key,
                answer.indicator,
                about=answer,
                at="indicator",
                cites=[answer.evidence, (structure, "indicators")],
            )
        elif answer.is_answered:
            indicator = structure[answer.indicator]
            for fault in indicator.scale.faults(answer.value, place=indicator.key):
                asked = citations_of(indicator, "title")
                cites = [answer.evidence, asked + citations_of(indicator, "scale")]
                yield say("{}", fault, about=answer, at="value", cites=cites)


@warning("IND002", sources=["esca_mx"], needs=["structures"])
def sum_differs(record: BenchmarkRecord, context: Context) -> Iterator[Said]:
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
    for differing in review(record, structure).sums:
        total, parts = differing.total.key, differing.parts.key
        yield say(
            "{} is stated as {}, but {} gives {}",
            total,
            differing.stated,
            parts,
            differing.made,
            about=record[total],
            at="value",
            cites=[record[total].evidence, record[parts].evidence],
        )


@warning("IND003", sources=["esca_mx"], needs=["structures"])
def derived_differs(record: BenchmarkRecord, context: Context) -> Iterator[Said]:
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
    for differing in review(record, structure).differing:
        answer = record[differing.indicator.key]
        derivation: Any = differing.indicator.derived_from
        inputs = [record[key].evidence for key in derivation.inputs]
        no_number = isinstance(differing.computed, Missing)
        yield say(
            "{} is stated as {}, but {} gives {}",
            answer.indicator,
            differing.stated,
            derivation,
            words.say("no number") if no_number else differing.computed,
            about=answer,
            at="value",
            cites=[answer.evidence, chain.from_iterable(inputs)],
        )


@warning("IND004")
def age_against_founding(record: BenchmarkRecord) -> Iterator[Said]:
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
    answer, founded = record["organization_age"], body.founded
    age = answer.value
    if not isinstance(age, (int, Decimal, Fraction)) or surely_before(day, founded):
        return
    if not isinstance(founded, PartialDate):
        return
    too_old = age > _years(founded.first_day, day) + 1 and not body.predecessors
    if too_old or age < _years(founded.last_day, day):
        yield say(
            "{} is stated as {} years old on {}, but was founded {}",
            body.name,
            age,
            day,
            when(founded),
            about=answer,
            at="value",
            cites=[answer.evidence, (body, "founded")],
        )


def _years(start: date, end: date) -> int:
    """Return the whole years from *start* to *end*."""
    before = (end.month, end.day) < (start.month, start.day)
    return end.year - start.year - before


@warning("IND005", sources=["eccp_mx, Responsible authorities"], needs=["policies"])
def counterpart_short(record: BenchmarkRecord, context: Context) -> Iterator[Said]:
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
    answer, funds = record["funding_origin"], record["funding_origin"].value
    if not isinstance(funds, Composition):
        return
    parts = [Fraction(part) for key, part in funds.parts if key == "public"]
    public = sum(parts, Fraction())
    private = funds.total - public
    for policy in _binding(record, context):
        for earmark in policy.budget.allocations:
            asked = earmark.counterpart
            if isinstance(asked, Fraction) and private < public * asked:
                yield say(
                    "{}: private money makes {}, public money {}; {} asks for {} to 1",
                    record.organization.name,
                    Share(private),
                    Share(public),
                    policy.name,
                    asked,
                    about=answer,
                    at="value",
                    cites=[answer.evidence, (policy, "budget.allocations")],
                )


def _binding(record: BenchmarkRecord, context: Context) -> Iterator[Policy]:
    """Yield the policies of the organization's region that may be in force."""
    region = record.organization.region
    for policy in context.policies:
        here = isinstance(region, Region) and policy.region == region
        if here and policy.history.period.may_cover(record.interviewed_on):
            yield policy


@error("IND006")
def interview_out_of_time(record: BenchmarkRecord) -> Iterator[Said]:
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
    if surely_before(interview, body.founded):
        yield say(
            "interviewed on {}, before {} was founded {}",
            interview,
            body.name,
            when(body.founded),
            at="interviewed_on",
            cites=[(record, "interviewed_on"), (body, "founded")],
        )
    if surely_before(body.dissolved, interview):
        yield say(
            "interviewed on {}, after {} ended {}",
            interview,
            body.name,
            when(body.dissolved),
            at="interviewed_on",
            cites=[(record, "interviewed_on"), (body, "dissolved")],
        )
    for answer in record.answers:
        if answer.answered_on is not None and answer.answered_on > interview:
            yield say(
                "{} stands for {}, after the interview on {}",
                answer.indicator,
                answer.answered_on,
                interview,
                about=answer,
                at="answered_on",
                cites=[answer.evidence, (record, "interviewed_on")],
            )
