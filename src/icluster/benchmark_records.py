"""Benchmark records: the answers of one organization on one day.

A record knows no structure: it keeps exact answers under the keys of indicators.
Whether they fit a structure is asked of `icluster.benchmarking.review`; raw text
becomes a record by `icluster.benchmarking.read_record`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from attrs import field, frozen

from icluster._exact import is_exact
from icluster._fields import (
    all_of,
    check_day,
    check_type,
    instance_of,
    is_day,
    is_key,
    repeated,
    to_tuple,
)
from icluster._texts import is_optional_prose
from icluster.errors import Fault, InvalidValueError
from icluster.money import Money
from icluster.organizations import Organization
from icluster.scales import AnswerValue, Composition
from icluster.sources import Citation, Cited, are_cited, to_citations, to_cited
from icluster.vocabularies import Missing, Other
from icluster.words import Key, Shown, quoted, say, says_something

__all__ = []


def __dir__() -> list[str]:
    return __all__


def _to_value(
    value: AnswerValue | Missing | list[str | Other],
) -> AnswerValue | Missing:
    return tuple(value) if isinstance(value, list) else value


def _is_answer_value(_: Any, attribute: Any, value: Any) -> None:
    if isinstance(value, (Missing, Money, Composition, Other)) or is_exact(value):
        return
    if isinstance(value, str) and says_something(value):
        return
    if isinstance(value, tuple) and all(isinstance(v, (str, Other)) for v in value):
        return
    expected = say("an exact answer or a Missing")
    if isinstance(value, float):
        expected = say("{} (floats are not exact: give text or a Decimal)", expected)
    raise InvalidValueError(attribute.name, expected, value)


def _is_indicator_key(_: Any, attribute: Any, value: Any) -> None:
    try:
        is_key(_, attribute, value)
    except InvalidValueError:
        expected = (
            "the key of an indicator, such as 'participants'"
            " (benchmarking.read_record takes numbers such as 'A6')"
        )
        raise InvalidValueError(attribute.name, expected, value) from None


@frozen
class Answer(Shown):
    """What was answered to one indicator, or why nothing was.

    Attributes:
        indicator: Key of the indicator.
        value: The answer, as its scale reads it; or `Missing`. A stated value of
            an indicator that is computed is an answer too.
        reason: Why there is none; needed where it is not applicable.
        answered_on: The day it stands for, where that is not the interview's.
        evidence: What bears it out.

    Raises:
        InvalidValueError: The value is a float or nothing an answer can be, or a
            reason is missing or stands beside an answer.

    Example:
        >>> Answer("participants", 40).is_answered
        True
        >>> Answer(
        ...     "private_share", Missing.NOT_APPLICABLE, reason="no budget yet"
        ... ).reason
        'no budget yet'
    """

    indicator: str = field(validator=_is_indicator_key)
    value: AnswerValue | Missing = field(
        default=Missing.NOT_ANSWERED, converter=_to_value, validator=_is_answer_value
    )
    reason: str = field(default="", validator=is_optional_prose, kw_only=True)
    answered_on: date | None = field(default=None, kw_only=True)
    evidence: tuple[Citation, ...] = field(
        default=(), converter=to_citations, validator=all_of(Citation), kw_only=True
    )

    def __attrs_post_init__(self) -> None:
        if self.answered_on is not None:
            check_day("answered_on", self.answered_on)
        if self.value is Missing.NOT_APPLICABLE and not says_something(self.reason):
            raise InvalidValueError("reason", "given for what is not applicable", "")
        if self.reason and self.is_answered:
            raise InvalidValueError("reason", "empty beside an answer", self.reason)

    @property
    def is_answered(self) -> bool:
        """Whether there is an answer; zero and none are answers."""
        return not isinstance(self.value, Missing)


def _is_said(_: Any, attribute: Any, value: Any) -> None:
    """Refuse blank text: what is not known is `Missing.UNKNOWN`."""
    is_said = isinstance(value, str) and says_something(value)
    if not is_said and not isinstance(value, Missing):
        expected = "text that is not blank, or a Missing"
        raise InvalidValueError(attribute.name, expected, value)


def _to_answers(answers: Iterable[Answer] | Mapping[str, Any]) -> tuple[Answer, ...]:
    """Freeze answers; of a mapping all that are wrong are named at once."""
    if not isinstance(answers, Mapping):
        frozen_answers: tuple[Answer, ...] = to_tuple(answers)
        return frozen_answers
    read: list[Answer] = []
    faults: list[Fault] = []
    pairs: Mapping[Any, Any] = answers
    for name, value in pairs.items():
        try:
            read.append(Answer(name, value))
        except InvalidValueError as error:
            key = Key(name if isinstance(name, str) else quoted(name))
            faults += [fault.below("answers", key) for fault in error.faults]
    if faults:
        raise InvalidValueError.of(faults)
    return tuple(read)


def _one_each(_: Any, attribute: Any, answers: tuple[Answer, ...]) -> None:
    faults = [
        Fault((attribute.name, index, "indicator"), "repeated", "stated once", key)
        for index, key in repeated(answer.indicator for answer in answers)
    ]
    if faults:
        raise InvalidValueError.of(faults)


def are_one(body: Organization, other: Organization) -> bool:
    """Tell whether two are one: by their keys, or where either has none, by name."""
    if body.key is not None and other.key is not None:
        return body.key == other.key
    return body.name == other.name


@frozen(kw_only=True)
class BenchmarkRecord(Shown):
    """The answers of one organization in one interview.

    Attributes:
        organization: Who was interviewed.
        interviewed_on: The day of the interview.
        structure: Key of the structure the answers refer to.
        answers: One for each indicator at most; a mapping of keys to values is
            taken as well. An indicator without one is not answered.
        interviewer: Who asked, or `Missing.UNKNOWN`.
        portfolio: The comparative portfolio, or `Missing.UNKNOWN`.
        citations: Where each field was read.

    Raises:
        InvalidValueError: A field does not hold what it says, or two answers are
            for one indicator.

    Example:
        >>> record = BenchmarkRecord(
        ...     organization=Organization(name="Example cluster"),
        ...     interviewed_on=date(2015, 5, 4),
        ...     structure="benchmark_36",
        ...     answers={"participants": 40, "working_groups": 0},
        ... )
        >>> record["participants"].value, record["working_groups"].is_answered
        (40, True)
        >>> record["satisfaction"].value
        Missing.NOT_ANSWERED
    """

    organization: Organization = field(validator=instance_of(Organization))
    interviewed_on: date = field(validator=is_day)
    structure: str = field(validator=is_key)
    answers: tuple[Answer, ...] = field(
        default=(), converter=_to_answers, validator=[all_of(Answer), _one_each]
    )
    interviewer: str | Missing = field(default=Missing.UNKNOWN, validator=_is_said)
    portfolio: str | Missing = field(default=Missing.UNKNOWN, validator=_is_said)
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    @property
    def identity(self) -> str:
        """What tells its organization from others: the key, else the name.

        Example:
            >>> BenchmarkRecord(
            ...     organization=Organization(name="Example cluster", key="example"),
            ...     interviewed_on=date(2015, 5, 4),
            ...     structure="benchmark_36",
            ... ).identity
            'example'
        """
        return self.organization.key or self.organization.name

    def is_of(self, other: BenchmarkRecord) -> bool:
        """Tell whether it is of the same organization as the *other* record.

        Two keys decide; where either has none, the names do, letter by letter.
        Spellings are not matched: ``naming.likely_duplicates`` does that.

        Example:
            >>> plain, keyed = (
            ...     BenchmarkRecord(
            ...         organization=Organization(name="Example cluster", key=key),
            ...         interviewed_on=date(2015, 5, 4),
            ...         structure="benchmark_36",
            ...     )
            ...     for key in (None, "example")
            ... )
            >>> plain.is_of(keyed)
            True
        """
        check_type("other", other, BenchmarkRecord)
        return are_one(self.organization, other.organization)

    def __getitem__(self, indicator: str) -> Answer:
        """Return the answer to that *indicator*; one of none where there is none."""
        for answer in self.answers:
            if answer.indicator == indicator:
                return answer
        return Answer(indicator)
