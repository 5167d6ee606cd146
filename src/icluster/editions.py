"""Editions of a published assessment: rubric, fact readers and readings.

An edition says how its rubric's facts are read off recorded policies, which
questions the documents leave open, and how the publisher answered them. A
`Reading` is one set of answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations, product
from typing import TYPE_CHECKING, Any, TypeAlias

from attrs import evolve, field, frozen

from icluster._fields import all_of, instance_of, is_key, is_text, to_pairs, to_tuple
from icluster.conditions import Value
from icluster.dates import Turn
from icluster.errors import InvalidValueError, RubricError, UnknownNameError
from icluster.policies import Policy
from icluster.provenance import Decision
from icluster.rubrics import Rubric
from icluster.sources import Citation, Cited, are_cited, to_citations, to_cited
from icluster.words import Key, Quoted, path, say

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Case", "FactReader", "ReadFact", "Ruling"]


def __dir__() -> list[str]:
    return __all__


@frozen
class Ruling:
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
class Question:
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
        raise UnknownNameError(f"choice of {self.key}", key, keys)


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
class Reading:
    """One answer to every question that an edition leaves open.

    Attributes:
        answers: Pairs of question and choice, by key.

    Example:
        >>> from icluster.reference import eccp
        >>> reading = eccp.PUBLISHED_READING.but(regional_policy="counts")
        >>> reading["regional_policy"], reading["announced_support"]
        ('counts', 'counts')
    """

    answers: tuple[tuple[str, str], ...] = field(
        converter=_to_answers, validator=_are_answers
    )

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
            UnknownNameError: It does not answer such a question. Whether the
                choice exists is checked where an edition takes the reading.
        """
        for question in answers:
            self[question]
        return evolve(self, answers=tuple({**dict(self.answers), **answers}.items()))


def _to_value_set(values: Iterable[Value]) -> frozenset[Value]:
    return frozenset(values)


def _to_turns(turns: Iterable[tuple[Value, Turn]]) -> tuple[tuple[Value, Turn], ...]:
    return to_tuple(turns)


def _to_decisions(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    return to_tuple(decisions)


@frozen
class ReadFact:
    """What one fact may be, read off policies, and from where.

    Attributes:
        values: The values still possible.
        citations: Where they were read.
        turns: Later values that time alone will bring, and when.
        decisions: What was taken to be so, where the record leaves it open.

    Example:
        >>> ReadFact(frozenset({True})).citations
        ()
    """

    values: frozenset[Value] = field(converter=_to_value_set)
    citations: tuple[Citation, ...] = field(
        default=(), converter=to_citations, validator=all_of(Citation)
    )
    turns: tuple[tuple[Value, Turn], ...] = field(default=(), converter=_to_turns)
    decisions: tuple[Decision, ...] = field(
        default=(), converter=_to_decisions, validator=all_of(Decision)
    )


def _to_policies(policies: Iterable[Policy]) -> tuple[Policy, ...]:
    return to_tuple(policies)


@frozen(kw_only=True)
class Case:
    """The policies that a fact is read off, on a day and by a reading.

    Attributes:
        policies: Those that count and may be in force on the day.
        past: Those that count and certainly ended before it.
        on: The day.
        reading: How open questions are answered.

    Example:
        >>> from datetime import date
        >>> Case(
        ...     policies=(), past=(), on=date(2022, 9, 30), reading=Reading(())
        ... ).policies
        ()
    """

    policies: tuple[Policy, ...] = field(converter=_to_policies)
    past: tuple[Policy, ...] = field(converter=_to_policies)
    on: date
    reading: Reading


FactReader: TypeAlias = Callable[[Case], ReadFact]
"""Reads one fact off the policies of a case."""

SetAsideReason: TypeAlias = Callable[[Policy, Reading], str]
"""Says why a reading does not count a policy; empty where it does."""


def _to_readers(
    readers: Mapping[str, FactReader] | Iterable[tuple[str, FactReader]],
) -> tuple[tuple[str, FactReader], ...]:
    return to_pairs(readers)


def _to_questions(questions: Iterable[Question]) -> tuple[Question, ...]:
    return to_tuple(questions)


@frozen(kw_only=True, repr=False)
class Edition:
    """A rubric, how its facts are read off policies, and what stays open.

    Attributes:
        key: Name of the edition.
        title: What it is called.
        rubric: What it scores by.
        readers: For each fact of the rubric, the function that reads it.
        questions: What the documents leave open.
        set_aside: Function that says why a reading does not count a policy.

    Raises:
        RubricError: A fact has no reader, a reader no fact, or a key repeats.

    Example:
        >>> from icluster.reference import eccp
        >>> [question.key for question in eccp.EDITION_2022.questions][:2]
        ['programme_monitoring', 'announced_support']
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    rubric: Rubric = field(validator=instance_of(Rubric))
    readers: tuple[tuple[str, FactReader], ...] = field(converter=_to_readers)
    questions: tuple[Question, ...] = field(
        default=(), converter=_to_questions, validator=all_of(Question)
    )
    set_aside: SetAsideReason

    def __attrs_post_init__(self) -> None:
        names = [name for name, _ in self.readers]
        if sorted(names) != sorted(self.rubric.facts.names):
            odd = sorted(set(names) ^ set(self.rubric.facts.names))
            raise RubricError("readers", say("do not match the facts: {}", Quoted(odd)))
        keys = [question.key for question in self.questions]
        if len(set(keys)) < len(keys):
            raise RubricError("questions", say("repeat a key: {}", Quoted(keys)))

    def __repr__(self) -> str:
        return f"<Edition {self.key}: {self.rubric!r}>"

    @property
    def published(self) -> Reading:
        """The publisher's reading."""
        return Reading(
            (question.key, question.published.key) for question in self.questions
        )

    def decisions(self, reading: Reading) -> tuple[Decision, ...]:
        """Return what a reading decides, in words.

        Raises:
            UnknownNameError: It does not answer these questions, or by a choice
                that there is not.
        """
        keys = tuple(question.key for question in self.questions)
        for key, _ in reading.answers:
            if key not in keys:
                raise UnknownNameError("question", key, keys)
        return tuple(
            Decision(question.title, question[reading[question.key]].title)
            for question in self.questions
        )

    def readings(self) -> Iterator[Reading]:
        """Yield every reading: the published one, then by how many choices differ."""
        for changes in range(len(self.questions) + 1):
            for changed in combinations(self.questions, changes):
                for choices in product(*(question.choices[1:] for question in changed)):
                    answers = {
                        question.key: choice.key
                        for question, choice in zip(changed, choices, strict=True)
                    }
                    yield self.published.but(**answers)

    def differences(self, reading: Reading) -> tuple[Decision, ...]:
        """Return the decisions in which a reading departs from the published one."""
        published = self.decisions(self.published)
        pairs = zip(published, self.decisions(reading), strict=True)
        return tuple(decision for usual, decision in pairs if usual != decision)
