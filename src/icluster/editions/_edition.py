"""The edition: rubric, readers, questions, and which records count."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations, product
from typing import Any, Generic, TypeAlias, TypeVar

from attrs import field, frozen

from icluster._fields import all_of, instance_of, is_key, to_pairs, to_tuple, to_words
from icluster._texts import all_texts, is_text
from icluster.dates import PartialPeriod
from icluster.editions._cases import Case
from icluster.editions._questions import Question, Reading
from icluster.errors import Fault, InvalidValueError, RubricError
from icluster.facts import Facts, Stated
from icluster.provenance import Decision
from icluster.rubrics import Rubric
from icluster.words import Key, Quoted, Shown, clipped, either, path, say

__all__ = ["Asking", "Edition", "FactReader"]

R = TypeVar("R")

FactReader: TypeAlias = Callable[[Case[R]], Stated]
"""Reads one fact off the records of a case."""


@frozen
class Asking(Shown):
    """A function, and the questions of the edition that it asks.

    A reading that it is given answers these questions and no others.

    Attributes:
        function: A reader of a fact, or the function that sets records aside.
        questions: Keys of the questions that it asks.

    Example:
        >>> from icluster.reference import eccp
        >>> dict(eccp.EDITION_2022.readers)["monitoring"].questions
        ('programme_monitoring', 'legal_monitoring')
    """

    function: Callable[..., Any]
    questions: tuple[str, ...] = field(
        default=(), converter=to_words, validator=all_texts()
    )


def period_of(record: Any) -> PartialPeriod | None:
    """Return the period of a record, or of its history; None where it has none.

    What it holds there instead is left to be refused: to be silent of it would have an
    ended record hold on every day.

    Example:
        >>> from icluster.reference import mexico
        >>> str(period_of(mexico.NUEVO_LEON_2022))
        '2015 to 2030'
    """
    period: PartialPeriod | None
    period = getattr(getattr(record, "history", record), "period", None)
    return period


def none_aside(_: Any, __: Reading) -> str:
    """Set no record aside."""
    return ""


def all_past(_: Any, __: date) -> bool:
    """Let every record that ended before the day count as past."""
    return True


def _to_readers(
    readers: Mapping[str, FactReader[Any] | Asking | Stated],
) -> tuple[tuple[str, Any], ...]:
    pairs: tuple[tuple[str, Any], ...] = to_pairs(readers)
    return pairs


def _to_questions(questions: Iterable[Question]) -> tuple[Question, ...]:
    return to_tuple(questions)


def _are_readers(_: Any, attribute: Any, readers: Any) -> None:
    pairs = readers if isinstance(readers, tuple) else (readers,)
    if any(not isinstance(pair, tuple) or len(pair) != 2 for pair in pairs):
        raise InvalidValueError(attribute.name, "readers by name of the fact", readers)


def to_asking(function: Callable[..., Any] | Asking) -> Asking:
    return function if isinstance(function, Asking) else Asking(function, ())


@frozen(kw_only=True, repr=False)
class Edition(Shown, Generic[R]):
    """A rubric, how its facts are read off records, and what stays open.

    Attributes:
        key: Name of the edition.
        title: What it is called.
        kind: Class of the records: `icluster.Policy`, `icluster.BenchmarkRecord`, one
            of your own.
        rubric: What it scores by.
        readers: For each fact of the rubric, the function that reads it off a `Case`;
            in `Asking` where it asks questions. What no record tells is stated
            instead: a value, a set of them, or `Missing.UNKNOWN`.
        questions: What the documents leave open.
        set_aside: Function of a record and a reading that says why the record does
            not count; empty where it does, as all do by default.
        period: Function of a record that gives the `PartialPeriod` in which it holds;
            None for every day. By default the ``period`` of the record or of its
            ``history``, where it has one.
        past: Function of a record that ended and the day, that says whether it still
            counts as past, as all do by default.

    Raises:
        RubricError: A fact has no reader, a reader no fact or no function, a value
            is outside of its domain, a question is asked by none or is none, or a
            key repeats.

    Example:
        >>> from icluster.reference import eccp
        >>> [question.key for question in eccp.EDITION_2022.questions][:2]
        ['programme_monitoring', 'announced_support']
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    kind: type[R] = field(validator=instance_of(type))
    rubric: Rubric = field(validator=instance_of(Rubric))
    readers: tuple[tuple[str, Any], ...] = field(
        converter=_to_readers, validator=_are_readers
    )
    questions: tuple[Question, ...] = field(
        default=(), converter=_to_questions, validator=all_of(Question)
    )
    set_aside: Asking = field(default=Asking(none_aside), converter=to_asking)
    period: Callable[[R], PartialPeriod | None] = period_of
    past: Callable[[R, date], bool] = all_past

    def __attrs_post_init__(self) -> None:
        names = [name for name, _ in self.readers]
        facts = self.rubric.facts.names
        if lacking := [name for name in facts if name not in names]:
            raise RubricError("readers", say("lack the facts {}", Quoted(lacking)))
        if extra := [name for name in names if name not in facts]:
            raise RubricError("readers", say("read what is no fact: {}", Quoted(extra)))
        if len(names) > len(facts):
            raise RubricError("readers", say("repeat a fact: {}", Quoted(names)))
        keys = [question.key for question in self.questions]
        if len(set(keys)) < len(keys):
            raise RubricError("questions", say("repeat a key: {}", Quoted(keys)))
        for name, reader in self.readers:
            self._check_reader(name, reader)
        for name in ("set_aside", "period", "past"):
            self._check_function(name, getattr(self, name))
        asked = {key for _, asking in self._askings() for key in asking.questions}
        for question in self.questions:
            if question.key not in asked:
                place = path(("questions", Key(question.key)))
                raise RubricError(place, "is asked by no reader")

    def _check_reader(self, name: str, reader: Any) -> None:
        place = path(("readers", Key(name)))
        if callable(reader) or isinstance(reader, Asking):
            self._check_function(place, reader)
            return
        try:
            Facts.of(self.rubric.facts, {name: reader})
        except InvalidValueError as error:
            problem = say("is neither a function nor what may be stated: {}", error)
            raise RubricError(place, problem) from None

    def _check_function(self, place: str, function: Any) -> None:
        asking = function if isinstance(function, Asking) else Asking(function, ())
        if not callable(asking.function):
            raise RubricError(place, say("is no function: {}", Quoted(asking.function)))
        keys = tuple(question.key for question in self.questions)
        for question in asking.questions:
            if question not in keys:
                problem = say("asks what is no question: {}", Quoted(question))
                raise RubricError(place, problem)

    def _askings(self) -> Iterator[tuple[str, Asking]]:
        """Yield what is asked by each reader that is a function, and to set aside."""
        for name, reader in self.readers:
            if callable(reader) or isinstance(reader, Asking):
                yield name, to_asking(reader)
        yield "set_aside", self.set_aside

    def __repr__(self) -> str:
        return clipped(f"<Edition {self.key}: {self.rubric!r}>")

    @property
    def published(self) -> Reading:
        """The publisher's reading."""
        return Reading.published(self.questions)

    def decisions(self, reading: Reading) -> tuple[Decision, ...]:
        """Return what a reading decides, in words.

        Raises:
            InvalidValueError: It leaves a question of the edition without an answer,
                answers what is no question of it, or by a choice that there is not;
                one fault for each.
        """
        if faults := tuple(self._faults(reading)):
            raise InvalidValueError.of(faults)
        return tuple(
            Decision(question.title, question[reading[question.key]].title)
            for question in self.questions
        )

    def _faults(self, reading: Reading) -> Iterator[Fault]:
        """Yield what is missing, extra or no choice in a reading, by question."""
        answers = dict(reading.answers)
        for question in self.questions:
            place, choice = (
                ("reading", Key(question.key)),
                answers.pop(question.key, None),
            )
            expected = either(Quoted(choice.key) for choice in question.choices).said()
            if choice is None:
                yield Fault(place, "missing", expected)
            elif choice not in [known.key for known in question.choices]:
                yield Fault(place, "value", expected, choice)
        for key, choice in answers.items():
            expected = say("left out, since {} does not ask it", self.key)
            yield Fault(("reading", Key(key)), "unknown", expected, choice)

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
