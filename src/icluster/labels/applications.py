"""May a higher label be applied for: yes, no, or open, with the reasons.

Nobody's application is decided here. What is answered is whether the published
prerequisites are met, as far as the facts are known.
"""

from __future__ import annotations

from collections.abc import Mapping
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
    is_text,
    to_tuple,
)
from icluster.dates import PartialDate, Period, months_after
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.labels.awards import Grant, LabelAward
from icluster.labels.schemes import Requirement
from icluster.labels.terms import Prerequisite, Term
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing

__all__ = ["Application", "ApplicationReason", "may_apply"]


def __dir__() -> list[str]:
    return __all__


@frozen
class ApplicationReason:
    """One prerequisite, whether it is met, and why.

    Attributes:
        key: Key of the prerequisite.
        verdict: Whether it is met.
        text: Why, in a sentence.

    Example:
        >>> ApplicationReason("improvement_areas", Verdict.YES, "3 of 3").verdict
        <Verdict.YES: 'yes'>
    """

    key: str = field(validator=is_key)
    verdict: Verdict = field(validator=instance_of(Verdict))
    text: str = field(validator=is_text)

    def __str__(self) -> str:
        return f"{self.key}: {self.verdict.value}, {self.text}"


@frozen
class Application:
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
        converter=to_tuple, validator=all_of(ApplicationReason)
    )

    @property
    def verdict(self) -> Verdict:
        """No where a prerequisite is not met; else open where one is open."""
        verdicts = {reason.verdict for reason in self.reasons}
        for verdict in (Verdict.NO, Verdict.OPEN):
            if verdict in verdicts:
                return verdict
        return Verdict.YES


def may_apply(
    award: LabelAward,
    *,
    on: date,
    term: Term,
    second: PartialDate | date | Missing = Missing.UNKNOWN,
    improvement_areas: int | Missing = Missing.UNKNOWN,
    required: tuple[Requirement, ...] = (),
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
    check_each("required", required, Requirement)
    check_type("met", met, Mapping)
    prerequisite = _prerequisite(award, term)
    keys = tuple(each.key for each in required)
    for key in met:
        if key not in keys:
            raise UnknownNameError("requirement", key, keys)
    return Application(
        on,
        (
            _second_benchmarking(prerequisite, _first(award), second, on),
            _improvements(prerequisite, improvement_areas),
            *(_requirement(each, met.get(each.key), on) for each in required),
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
        raise InvalidValueError("term", f"above {award.tier.title}", term.tier.title)
    return term.prerequisite


def _first(award: LabelAward) -> PartialDate | None:
    if award.grant is Grant.FIRST and isinstance(award.awarded, PartialDate):
        return award.awarded
    return None


def _second_benchmarking(
    prerequisite: Prerequisite,
    first: PartialDate | None,
    second: PartialDate | Missing,
    on: date,
) -> ApplicationReason:
    verdict, text = _timing(prerequisite, first, second, on)
    return ApplicationReason("second_benchmarking", verdict, text)


def _timing(
    prerequisite: Prerequisite,
    first: PartialDate | None,
    second: PartialDate | Missing,
    on: date,
) -> tuple[Verdict, str]:
    if second is Missing.NOT_APPLICABLE:
        return Verdict.NO, "there was none"
    if isinstance(second, PartialDate) and second.first_day > on:
        return Verdict.NO, f"it comes after {on}"
    if first is None:
        return Verdict.OPEN, "when the first was is not known"
    window = _window(prerequisite, first)
    due = f"it is due from {window.first_day} to {window.last_day}"
    if on < window.first_day:
        return Verdict.NO, due
    if isinstance(second, Missing):
        return Verdict.OPEN, f"when it was is not known; {due}"
    return _held(second, on, window, _sure_window(prerequisite, first)), due


def _window(prerequisite: Prerequisite, first: PartialDate) -> Period:
    """The days on which a second benchmarking may be in time."""
    return Period(
        months_after(first.first_day, prerequisite.earliest_months),
        months_after(first.last_day, prerequisite.latest_months),
    )


def _sure_window(prerequisite: Prerequisite, first: PartialDate) -> tuple[date, date]:
    """The days on which it is in time whenever the first was; may be empty."""
    return (
        months_after(first.last_day, prerequisite.earliest_months),
        months_after(first.first_day, prerequisite.latest_months),
    )


def _held(
    second: PartialDate, on: date, window: Period, sure: tuple[date, date]
) -> Verdict:
    begins, ends = second.first_day, second.last_day
    if min(ends, on) < window.first_day or window.is_over(on=begins):
        return Verdict.NO
    if sure[0] <= begins and ends <= min(sure[1], on):
        return Verdict.YES
    return Verdict.OPEN


def _improvements(
    prerequisite: Prerequisite, areas: int | Missing
) -> ApplicationReason:
    wanted = prerequisite.improvement_areas
    if isinstance(areas, Missing):
        verdict, text = Verdict.OPEN, f"of {wanted} it is not known how many"
    else:
        if isinstance(areas, bool) or not isinstance(areas, int) or areas < 0:
            raise InvalidValueError("improvement_areas", "0 or more", areas)
        verdict = Verdict.YES if areas >= wanted else Verdict.NO
        text = f"{areas} of {wanted}"
    return ApplicationReason("improvement_areas", verdict, text)


def _requirement(
    requirement: Requirement, met: bool | None, on: date
) -> ApplicationReason:
    """Weigh a requirement; unmet, one perhaps not yet in force leaves it open."""
    if met is None:
        return ApplicationReason(requirement.key, Verdict.OPEN, "it is not known")
    since = requirement.since
    surely = isinstance(since, PartialDate) and since.last_day <= on
    unmet = Verdict.NO if surely else Verdict.OPEN
    verdict = Verdict.YES if met else unmet
    return ApplicationReason(requirement.key, verdict, requirement.title)
