"""What a rubric looks at: facts by name, each with a finite domain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property
from types import NoneType
from typing import TYPE_CHECKING

from attrs import field, frozen

from icluster._exact import is_small
from icluster._fields import all_of, instance_of, is_key, repeated, to_tuple
from icluster._texts import is_optional_text
from icluster.conditions import Condition, Value
from icluster.dates import PartialDate, Turn, day_over
from icluster.errors import InvalidValueError, RubricError, UnknownNameError
from icluster.provenance import ReadFact
from icluster.vocabularies import Missing, Unknown
from icluster.words import Key, Quoted, Sentence, Shown, clipped, path, say, steps

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Fact", "FactSchema"]


def _to_domain(
    values: list[bool] | list[int] | list[str] | tuple[Value, ...],
) -> tuple[Value, ...]:
    return to_tuple(values)


def _to_boundaries(years: Iterable[int]) -> tuple[int, ...]:
    return to_tuple(years)


def _to_facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return to_tuple(facts)


@frozen
class Fact(Shown):
    """What a rubric looks at: a name and a finite domain.

    Attributes:
        name: Name by which conditions and facts refer to it.
        domain: Its possible values, from least to most; booleans stand alone.
        title: What it says, in words.
        matters_where: Condition outside of which its value changes nothing, or
            None where it always matters.
        boundaries: Whole years at which an age is cut into the domain: time
            alone, and no decision, moves such a fact. Empty for all others.

    Raises:
        InvalidValueError: The domain is too small, mixed, or repeats a value, or a
            number has more than 41 digits.

    Example:
        >>> Fact.boolean("monitoring").domain
        (False, True)
        >>> Fact.age("established", ("young", "old"), boundaries=(2,)).driven_by_time
        True
    """

    name: str = field(validator=is_key)
    domain: tuple[Value, ...] = field(
        converter=_to_domain, validator=all_of(bool, int, str)
    )
    title: str = field(default="", validator=is_optional_text)
    matters_where: Condition | None = field(
        default=None, validator=instance_of(Condition, NoneType)
    )
    boundaries: tuple[int, ...] = field(
        default=(), converter=_to_boundaries, validator=all_of(int)
    )

    def __attrs_post_init__(self) -> None:
        if len({type(value) for value in self.domain}) > 1:
            raise InvalidValueError("domain", "of values of one type", self.domain)
        if len(self.domain) < 2 or len(set(self.domain)) < len(self.domain):
            raise InvalidValueError(
                "domain", "two values or more, each once", self.domain
            )
        if type(self.domain[0]) is int and not all(map(is_small, self.domain)):  # type: ignore[arg-type]
            expected = "whole numbers of at most 41 digits"
            raise InvalidValueError("domain", expected, self.domain)
        if type(self.domain[0]) is bool and self.domain != (False, True):
            raise InvalidValueError(
                "domain", "(False, True), in this order", self.domain
            )
        if self.boundaries and (
            len(self.boundaries) + 1 != len(self.domain)
            or list(self.boundaries) != sorted(set(self.boundaries))
            or self.boundaries[0] < 0
        ):
            expected = "rising years, one fewer than there are values"
            raise InvalidValueError("boundaries", expected, self.boundaries)

    @classmethod
    def boolean(
        cls, name: str, title: str = "", *, matters_where: Condition | None = None
    ) -> Self:
        """Return a fact that is false or true."""
        return cls(name, (False, True), title, matters_where)

    @classmethod
    def age(
        cls,
        name: str,
        domain: list[str] | tuple[str, ...],
        title: str = "",
        *,
        boundaries: Iterable[int],
        matters_where: Condition | None = None,
    ) -> Self:
        """Return a fact that cuts an age at *boundaries*, in whole years."""
        return cls(name, to_tuple(domain), title, matters_where, boundaries)

    @property
    def driven_by_time(self) -> bool:
        """Whether time alone changes it."""
        return bool(self.boundaries)

    def at_age(self, start: PartialDate | Unknown, *, on: date) -> ReadFact:
        """Return what an age counted from *start* makes of it on the day *on*.

        The first value is up to and including the first boundary: exactly two years
        is *within* two years, a day more is *over*. The turns say when time alone
        brings the later values.

        Args:
            start: When it began; days of it after *on* are left out. Where it is not
                known, every value is possible and no turn is told.
            on: The day at which the age is told.

        Raises:
            InvalidValueError: The fact cuts no age.
            NotInForceError: The start is certainly after *on*.

        Example:
            >>> from icluster import PartialDate
            >>> fact = Fact.age("established", ["young", "old"], boundaries=[2])
            >>> account = fact.at_age(PartialDate(2020), on=date(2022, 9, 30))
            >>> sorted(account.values), str(account.turns[0][1])
            (['old', 'young'], 'between 2022-01-02 and 2023-01-01')
        """
        if not self.boundaries:
            raise InvalidValueError(self.name, "an age, cut at boundaries", self.domain)
        if isinstance(start, Missing):
            return ReadFact(self.domain)
        bands = start.age_bands(on=on, boundaries=self.boundaries)
        last = min(start.last_day, on)
        return ReadFact(
            (self.domain[band] for band in bands),
            turns=self.turns(start.first_day, last, after=bands[0]),
        )

    def turns(
        self, first: date, last: date, *, after: int, ends: PartialDate | None = None
    ) -> Iterator[tuple[Value, Turn]]:
        """Yield when an age that began between two days turns into later values.

        Args:
            first: First day on which it may have begun.
            last: Last day on which it may have begun.
            after: Position of the lowest value now.
            ends: When what ages is to end, if it does; a later turn is conditional.
        """
        later = zip(self.boundaries[after:], self.domain[after + 1 :], strict=True)
        for years, value in later:
            earliest, latest = day_over(first, years), day_over(last, years)
            ends_before = ends is not None and ends.first_day < latest
            provided = f"it goes on after {ends}" if ends_before else ""
            yield value, Turn(earliest, latest, provided)

    @cached_property
    def _positions(self) -> dict[tuple[type, Value | None], int]:
        return {(type(value), value): place for place, value in enumerate(self.domain)}

    def position(self, value: Value) -> int:
        """Return the position of *value* in the domain; 1 is not True.

        Raises:
            InvalidValueError: The domain does not hold it.

        Example:
            >>> Fact.boolean("monitoring").position(True)
            1
        """
        # A list or a set has no hash, and is no value of a domain either.
        key = (type(value), value if isinstance(value, (bool, int, str)) else None)
        position = self._positions.get(key)
        if position is not None:
            return position
        expected = say("one of {}", tuple(map(Quoted, self.domain)))
        raise InvalidValueError(self.name, expected, value)


@frozen(repr=False)
class FactSchema(Shown):
    """The facts that a rubric looks at.

    Attributes:
        facts: The facts, names unique.

    Raises:
        RubricError: A name repeats, or a fact matters where a condition speaks of
            what the schema does not have, or of the fact itself.

    Example:
        >>> schema = FactSchema([Fact.boolean("monitoring"), Fact.boolean("interim")])
        >>> schema.names
        ('monitoring', 'interim')
    """

    facts: tuple[Fact, ...] = field(converter=_to_facts, validator=all_of(Fact))

    def __attrs_post_init__(self) -> None:
        for index, name in repeated(self.names):
            problem = say("repeats the name {}", Quoted(name))
            raise RubricError(path(("facts", index)), problem)
        conditions = [
            (path(("facts", Key(fact.name), "matters_where")), fact.matters_where)
            for fact in self.facts
            if fact.matters_where is not None
        ]
        self.check(conditions)
        for place, condition in conditions:
            if steps(place)[1] in {test.fact for test in condition.tests()}:
                raise RubricError(place, "speaks of the fact itself")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the facts, in order."""
        return tuple(fact.name for fact in self.facts)

    @cached_property
    def _slots(self) -> dict[str, tuple[Fact, int, int]]:
        """Where each fact's possible values stand in the bits of `Facts`."""
        # One bit a value, fact after fact: facts are one integer, to narrow them is
        # an "and", and what several facts leave possible is found at once.
        slots: dict[str, tuple[Fact, int, int]] = {}
        shift = 0
        for fact in self.facts:
            slots[fact.name] = (fact, shift, (1 << len(fact.domain)) - 1)
            shift += len(fact.domain)
        return slots

    @cached_property
    def _masks(self) -> tuple[tuple[int, str], ...]:
        """The bits of `Facts` that speak of each fact, and its name."""
        return tuple(
            (mask << shift, fact.name) for fact, shift, mask in self._slots.values()
        )

    @cached_property
    def _unknown_bits(self) -> int:
        """The bits of `Facts` of which nothing is known."""
        return (1 << sum(len(fact.domain) for fact in self.facts)) - 1

    @cached_property
    def _kept(self) -> dict[str, dict[Value, tuple[type, int]]]:
        """The bits that stay possible where a fact has a value, and its type."""
        unknown = self._unknown_bits
        return {
            name: {
                value: (type(value), unknown & ~(mask << shift) | 1 << shift + position)
                for position, value in enumerate(fact.domain)
            }
            for name, (fact, shift, mask) in self._slots.items()
        }

    def __repr__(self) -> str:
        return clipped(f"<FactSchema: {', '.join(self.names)}>")

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def _slot(self, name: str) -> tuple[Fact, int, int]:
        """Return a fact, the shift of its bits, and their mask before the shift."""
        slot = self._slots.get(name) if isinstance(name, str) else None
        if slot is None:
            raise UnknownNameError("fact", name, self.names)
        return slot

    def _merged(self, bits: int, names: Iterable[str], others: int) -> int:
        """Return the bits of some facts, those of *names* taken from *others*."""
        for name in names:
            _, shift, mask = self._slot(name)
            bits = bits & ~(mask << shift) | others & mask << shift
        return bits

    def __getitem__(self, name: str) -> Fact:
        return self._slot(name)[0]

    def check(self, conditions: Iterable[tuple[str, Condition]]) -> None:
        """Refuse *conditions*, each with its place, that speak of what is not here.

        Raises:
            RubricError: It says of each what is wrong.

        Example:
            >>> from icluster.conditions import Is
            >>> schema = FactSchema([Fact.boolean("monitoring")])
            >>> schema.check([("a", Is("monitored")), ("b", Is("audited"))])
            Traceback (most recent call last):
            icluster.errors.RubricError: a speaks of an unknown fact 'monitored'; b ...
        """
        errors = [
            RubricError(place, problem)
            for place, condition in conditions
            for problem in self._problems(condition)
        ]
        if errors:
            first, *more = errors
            raise RubricError(first.place, first.problem, *more)

    def _problems(self, condition: Condition) -> Iterator[Sentence]:
        for test in condition.tests():
            if test.fact not in self._slots:
                yield say("speaks of an unknown fact {}", Quoted(test.fact))
                continue
            for value in test.values:
                try:
                    self[test.fact].position(value)
                except InvalidValueError as error:
                    yield say("speaks of an unknown value: {}", error)
