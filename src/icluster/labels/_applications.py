"""May a higher label be applied for: yes, no, or open, with the reasons.

Nobody's application is decided here. What is answered is whether the published
prerequisites are met, as far as the facts are known.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from types import MappingProxyType
from typing import cast

from attrs import field, frozen

from icluster._fields import (
    all_of,
    check_day,
    check_each,
    check_type,
    instance_of,
    is_day,
    is_key,
    to_tuple,
)
from icluster.dates import PartialDate, Period, months_after
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.labels._awards import Grant, LabelAward
from icluster.labels._schemes import Requirement
from icluster.labels._terms import Prerequisite, Term
from icluster.tables import Column, Table, Tabular
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing
from icluster.words import ENGLISH, Language, Sentence, Worded, say

__all__ = ["Application", "ApplicationReason", "may_apply"]


def _to_sentence(why: Sentence | str) -> Sentence:
    return say(why) if isinstance(why, str) else why


@frozen
class ApplicationReason(Worded):
    """One prerequisite, whether it is met, and why.

    Attributes:
        key: Key of the prerequisite.
        verdict: Whether it is met.
        why: Why, as a sentence; plain words are taken for one.

    Example:
        >>> print(ApplicationReason("improvement_areas", Verdict.YES, "3 of 3"))
        improvement_areas: yes, 3 of 3
    """

    key: str = field(validator=is_key)
    verdict: Verdict = field(validator=instance_of(Verdict))
    why: Sentence = field(converter=_to_sentence, validator=instance_of(Sentence))

    def said(self) -> Sentence:
        """Return the reason as a sentence, to be put into a language."""
        return say("{}: {}, {}", self.key, self.verdict, self.why)


def _to_reasons(reasons: Iterable[ApplicationReason]) -> tuple[ApplicationReason, ...]:
    return to_tuple(reasons)


@frozen
class Application(Tabular):
    """Whether a label may be applied for on a day, with every reason.

    Attributes:
        on: The day.
        reasons: One a prerequisite.

    Example:
        >>> Application(date(2018, 1, 1), ()).verdict
        <Verdict.YES: 'yes'>
    """

    on: date = field(validator=is_day)
    reasons: tuple[ApplicationReason, ...] = field(
        converter=_to_reasons, validator=all_of(ApplicationReason)
    )

    @property
    def verdict(self) -> Verdict:
        """No where a prerequisite is not met; else open where one is open."""
        return Verdict.all_of(reason.verdict for reason in self.reasons)

    def table(self, *, language: Language = ENGLISH) -> Table:
        """Return the prerequisites, whether each is met, and why.

        Example:
            >>> reason = ApplicationReason("improvement_areas", Verdict.NO, "1 of 3")
            >>> print(Application(date(2018, 1, 1), [reason]))
            May be applied for on 2018-01-01: no
            <BLANKLINE>
            Prerequisite       Met  Why
            -----------------  ---  ------
            improvement_areas  no   1 of 3
        """
        title = say("May be applied for on {}: {}", self.on, self.verdict)
        return Table.of(title, self.reasons, _REASON_COLUMNS, language=language)


_REASON_COLUMNS = (
    Column("prerequisite", "Prerequisite", of=lambda reason: reason.key),
    Column("met", "Met", of=lambda reason: reason.verdict),
    Column("why", "Why", of=lambda reason: reason.why),
)


def may_apply(
    award: LabelAward,
    *,
    on: date,
    term: Term,
    second: PartialDate | date | Missing = Missing.UNKNOWN,
    improvement_areas: int | Missing = Missing.UNKNOWN,
    required: Iterable[Requirement] = (),
    met: Mapping[str, bool] = MappingProxyType({}),
) -> Application:
    """Tell whether the holder of *award* may apply for the label of *term*.

    The first benchmarking is the day a first label was awarded. Of a renewal,
    or of an award that may be one, it is not known.

    Args:
        award: The label held.
        on: The day asked about.
        term: The term of the label applied for.
        second: When the second benchmarking was, to the day or less;
            `Missing.NOT_APPLICABLE` says that there was none.
        improvement_areas: In how many areas improvements are shown.
        required: What is required beyond the term on that day.
        met: Which of these, by key, are met; one left out is not known.

    Raises:
        InvalidValueError: The term is of no higher tier or states no
            prerequisite, a number is below zero, or an argument is of
            another type.
        UnknownNameError: *met* speaks of what is not required.

    Example:
        >>> from icluster.labels import LabelTier
        >>> from icluster.reference import esca, mexico
        >>> silver = esca.END_OF_MONTH.term(LabelTier.SILVER)
        >>> answer = may_apply(
        ...     mexico.BRONZE_LABELS.awards[0],
        ...     on=date(2018, 1, 1),
        ...     term=silver,
        ...     improvement_areas=3,
        ... )
        >>> answer.verdict
        <Verdict.OPEN: 'open'>
        >>> for reason in answer.reasons:
        ...     print(reason)
        second_benchmarking: open, when the first was is not known
        improvement_areas: yes, 3 of 3
    """
    check_type("award", award, LabelAward)
    check_day("on", on)
    check_type("term", term, Term)
    second = _to_partial(second)
    requirements = check_each("required", required, Requirement)
    check_type("met", met, Mapping)
    prerequisite = _prerequisite(award, term)
    keys = tuple(requirement.key for requirement in requirements)
    for key in met:
        if key not in keys:
            raise UnknownNameError("requirement", key, keys)
    return Application(
        on,
        (
            ApplicationReason(
                "second_benchmarking", *_timing(prerequisite, award, second, on)
            ),
            _improvements(prerequisite, improvement_areas),
            *(_requirement(requirement, met, on) for requirement in requirements),
        ),
    )


def _to_partial(second: object) -> PartialDate | Missing:
    if isinstance(second, date):
        return PartialDate.of(second)
    check_type("second", second, PartialDate, Missing)
    return cast("PartialDate | Missing", second)


def _prerequisite(award: LabelAward, term: Term) -> Prerequisite:
    if term.prerequisite is None:
        expected = "one that states a prerequisite"
        raise InvalidValueError("term", expected, term.tier.title)
    tiers = tuple(type(term.tier))
    if tiers.index(term.tier) <= tiers.index(award.tier):
        raise InvalidValueError("term", say("above {}", award.tier), term.tier.title)
    return term.prerequisite


def _timing(
    prerequisite: Prerequisite,
    award: LabelAward,
    second: PartialDate | Missing,
    on: date,
) -> tuple[Verdict, Sentence]:
    if second is Missing.NOT_APPLICABLE:
        return Verdict.NO, say("there was none")
    if isinstance(second, PartialDate) and second.first_day > on:
        return Verdict.NO, say("it comes after {}", on)
    first = award.awarded
    if isinstance(first, Missing) or award.grant is not Grant.FIRST:
        return Verdict.OPEN, say("when the first was is not known")
    earliest, latest = prerequisite.earliest_months, prerequisite.latest_months
    window = Period(
        months_after(first.first_day, earliest), months_after(first.last_day, latest)
    )
    due = say("it is due from {} to {}", window.first_day, window.last_day)
    if on < window.first_day:
        return Verdict.NO, due
    if isinstance(second, Missing):
        return Verdict.OPEN, say("when it was is not known; {}", due)
    begins, ends = second.first_day, second.last_day
    # The days on which it is in time whenever the first was; there may be none.
    surely_from = months_after(first.last_day, earliest)
    surely_until = min(months_after(first.first_day, latest), on)
    surely = surely_from <= begins and ends <= surely_until
    verdict = Verdict.YES if surely else Verdict.OPEN
    if min(ends, on) < window.first_day or window.is_over(on=begins):
        verdict = Verdict.NO
    return verdict, due


def _improvements(
    prerequisite: Prerequisite, areas: int | Missing
) -> ApplicationReason:
    least = prerequisite.improvement_areas
    verdict, why = Verdict.OPEN, say("of {} it is not known how many", least)
    if not isinstance(areas, Missing):
        if isinstance(areas, bool) or not isinstance(areas, int) or areas < 0:
            raise InvalidValueError("improvement_areas", "0 or more", areas)
        verdict, why = Verdict.of(areas >= least), say("{} of {}", areas, least)
    return ApplicationReason("improvement_areas", verdict, why)


def _requirement(
    requirement: Requirement, met: Mapping[str, bool], on: date
) -> ApplicationReason:
    if requirement.key not in met:
        return ApplicationReason(requirement.key, Verdict.OPEN, say("it is not known"))
    verdict = Verdict.of(met[requirement.key])
    if requirement.in_force(on=on) is not Verdict.YES:
        # Unmet, it settles nothing: perhaps it is not asked for yet.
        verdict |= Verdict.OPEN
    return ApplicationReason(requirement.key, verdict, say("{}", requirement.title))
