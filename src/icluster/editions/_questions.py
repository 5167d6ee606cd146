"""Questions that documents leave open, and readings that answer them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from icluster._fields import all_of, is_key, to_pairs, to_tuple
from icluster._texts import is_text
from icluster.errors import InvalidValueError, RubricError, UnknownNameError
from icluster.sources import Cited, are_cited, to_cited
from icluster.words import Key, Shown, path, say

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Question", "Reading", "Ruling"]


@frozen
class Ruling(Shown):
    """One answer to a question that the documents leave open.

    Example:
        >>> Ruling("counts", "it counts").title
        'it counts'
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)


def _to_choices(choices: Iterable[Ruling]) -> tuple[Ruling, ...]:
    return to_tuple(choices)


@frozen(kw_only=True)
class Question(Shown):
    """A question that the documents leave open.

    Attributes:
        key: Name by which a reading answers it.
        title: The question, as a statement to agree with or not.
        choices: The possible answers; the first is the publisher's.
        citations: Where the documents leave it open.

    Raises:
        RubricError: There are fewer than two choices, or a key repeats.

    Example:
        >>> question = Question(
        ...     key="regional",
        ...     title="a regional policy counts",
        ...     choices=[Ruling("ignored", "no"), Ruling("counts", "yes")],
        ... )
        >>> question.published.title
        'no'
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    choices: tuple[Ruling, ...] = field(converter=_to_choices, validator=all_of(Ruling))
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        keys = {choice.key for choice in self.choices}
        if len(keys) < 2 or len(keys) < len(self.choices):
            place = path(("questions", Key(self.key)))
            raise RubricError(place, "needs two choices that differ")

    @property
    def published(self) -> Ruling:
        """The publisher's answer."""
        return self.choices[0]

    def __getitem__(self, key: str) -> Ruling:
        for choice in self.choices:
            if choice.key == key:
                return choice
        keys = tuple(choice.key for choice in self.choices)
        raise UnknownNameError(say("choice of {}", self.key), key, keys)


def _to_answers(
    answers: Mapping[str, str] | Iterable[tuple[str, str]],
) -> tuple[tuple[str, str], ...]:
    return to_pairs(answers)


def _are_answers(_: Any, attribute: Any, answers: Any) -> None:
    for pair in answers if isinstance(answers, tuple) else (answers,):
        texts = isinstance(pair, tuple) and [type(part) for part in pair] == [str, str]
        if not texts:
            raise InvalidValueError(
                attribute.name, "pairs of question and choice", pair
            )


@frozen
class Reading(Shown):
    """One answer to every question that an edition leaves open.

    Attributes:
        answers: Pairs of question and choice, by key.
        questions: The questions, where an edition made the reading; no part of
            equality.

    Example:
        >>> from icluster.reference import eccp
        >>> reading = eccp.PUBLISHED_READING.but(regional_policy="counts")
        >>> reading["regional_policy"], reading["announced_support"]
        ('counts', 'counts')
    """

    answers: tuple[tuple[str, str], ...] = field(
        converter=_to_answers, validator=_are_answers
    )
    questions: tuple[Question, ...] = field(
        init=False, default=(), eq=False, repr=False
    )

    @classmethod
    def published(cls, questions: Iterable[Question]) -> Self:
        """Return the publisher's answers to some questions.

        Example:
            >>> from icluster.reference import eccp
            >>> Reading.published(eccp.EDITION_2022.questions[:1])
            Reading(answers=(('programme_monitoring', 'ignored'),))
        """
        several = tuple(questions)
        answers = ((question.key, question.published.key) for question in several)
        return cls(answers)._to(several)

    def _to(self, questions: tuple[Question, ...]) -> Self:
        object.__setattr__(self, "questions", questions)
        return self

    def __iter__(self) -> Iterator[tuple[str, str]]:
        return iter(self.answers)

    def __getitem__(self, question: str) -> str:
        for key, choice in self.answers:
            if key == question:
                return choice
        raise UnknownNameError("question", question, tuple(dict(self.answers)))

    def but(self, **answers: str) -> Self:
        """Return the reading with other answers to some questions.

        Raises:
            UnknownNameError: It does not answer such a question, or there is no such
                choice. A reading that no edition made knows no choices: an edition
                looks at them when it takes the reading.
        """
        for key in answers:
            self[key]
        for question in self.questions:
            if question.key in answers:
                question[answers[question.key]]
        changed = {**dict(self.answers), **answers}
        return evolve(self, answers=tuple(changed.items()))._to(self.questions)

    def only(self, questions: Iterable[str]) -> Self:
        """Return it without its answers to all other questions.

        Example:
            >>> from icluster.reference import eccp
            >>> eccp.PUBLISHED_READING.only(["policy_start"])
            Reading(answers=(('policy_start', 'stated'),))
        """
        asked = frozenset(questions)
        answers = tuple(pair for pair in self.answers if pair[0] in asked)
        kept = tuple(question for question in self.questions if question.key in asked)
        return evolve(self, answers=answers)._to(kept)
