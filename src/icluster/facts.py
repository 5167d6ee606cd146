"""Facts as sets of still-possible values.

A `FactSchema` gives each fact a finite domain. `Facts` keep, for each fact, the
values that are still possible: one is known, several are partly known, the whole
domain is unknown. Where a fact was read stands in the `Provenance`, outside
equality: two facts that say the same are the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import product
from math import prod
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from attrs import evolve, field, frozen

from icluster._fields import (
    all_of,
    check_type,
    instance_of,
    is_key,
    is_optional_text,
    to_tuple,
)
from icluster.conditions import Condition, Value, value_text
from icluster.errors import (
    InvalidValueError,
    RubricError,
    UndeterminedError,
    UnknownNameError,
)
from icluster.provenance import Provenance
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing
from icluster.words import Key, Quoted, path, say

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Fact", "FactSchema", "Facts", "Stated"]


def __dir__() -> list[str]:
    return __all__


Stated: TypeAlias = Value | AbstractSet[Value] | Literal[Missing.UNKNOWN]
"""What is stated of a fact: its value, a set of those still possible, or nothing."""


def _to_domain(
    values: list[bool] | list[int] | list[str] | tuple[Value, ...],
) -> tuple[Value, ...]:
    return to_tuple(values)


def _to_boundaries(years: Iterable[int]) -> tuple[int, ...]:
    return to_tuple(years)


def _to_facts(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    return to_tuple(facts)


@frozen
class Fact:
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
        InvalidValueError: The domain is too small, mixed, or repeats a value.

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
class FactSchema:
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
        for index, name in enumerate(self.names):
            if name in self.names[:index]:
                problem = say("repeats the name {}", Quoted(name))
                raise RubricError(path(("facts", index)), problem)
        for fact in self.facts:
            if fact.matters_where is not None:
                place = path(("facts", Key(fact.name), "matters_where"))
                self.check(fact.matters_where, place)
                if fact.name in {test.fact for test in fact.matters_where.tests()}:
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
    def masks(self) -> tuple[tuple[int, str], ...]:
        """The bits of `Facts` that speak of each fact, and its name."""
        return tuple(
            (mask << shift, fact.name) for fact, shift, mask in self._slots.values()
        )

    @cached_property
    def unknown_bits(self) -> int:
        """The bits of `Facts` of which nothing is known."""
        return (1 << sum(len(fact.domain) for fact in self.facts)) - 1

    def __repr__(self) -> str:
        return f"<FactSchema: {', '.join(self.names)}>"

    def __iter__(self) -> Iterator[Fact]:
        return iter(self.facts)

    def slot(self, name: str) -> tuple[Fact, int, int]:
        """Return a fact, the shift of its bits, and their mask before the shift."""
        slot = self._slots.get(name) if isinstance(name, str) else None
        if slot is None:
            raise UnknownNameError("fact", name, self.names)
        return slot

    def merged(self, bits: int, names: Iterable[str], others: int) -> int:
        """Return the bits of some facts, those of *names* taken from *others*."""
        for name in names:
            _, shift, mask = self.slot(name)
            bits = bits & ~(mask << shift) | others & mask << shift
        return bits

    def __getitem__(self, name: str) -> Fact:
        return self.slot(name)[0]

    def check(self, condition: Condition, place: str) -> None:
        """Refuse a *condition* that speaks of facts or values which are not here.

        Raises:
            RubricError: With *place* and the fact or value in question.
        """
        for test in condition.tests():
            if test.fact not in self.names:
                problem = say("speaks of an unknown fact {}", Quoted(test.fact))
                raise RubricError(place, problem)
            for value in test.values:
                try:
                    self[test.fact].position(value)
                except InvalidValueError as error:
                    problem = say("speaks of an unknown value: {}", error)
                    raise RubricError(place, problem) from None


_NO_PROVENANCE = Provenance()


@frozen(repr=False, weakref_slot=False)
class Facts:
    """For each fact of a schema, the values that are still possible.

    Make them with `of`; what is not named is unknown.

    Attributes:
        schema: The facts and their domains.
        bits: The possible values, a bit each, in the order of the schema.
        provenance: How they came about; no part of equality.

    Example:
        >>> schema = FactSchema([Fact.boolean("monitoring"), Fact.boolean("interim")])
        >>> facts = Facts.of(schema, monitoring=True)
        >>> facts
        Facts.of(<2 facts>, monitoring=True)
        >>> facts["interim"], facts.undetermined
        ((False, True), ('interim',))
    """

    schema: FactSchema = field(validator=instance_of(FactSchema))
    bits: int
    provenance: Provenance = field(default=_NO_PROVENANCE, eq=False)

    def __attrs_post_init__(self) -> None:
        if (
            not isinstance(self.bits, int)
            or not 0 <= self.bits <= self.schema.unknown_bits
        ):
            raise InvalidValueError("bits", "possible values of the schema", self.bits)
        for mask, name in self.schema.masks:
            if not self.bits & mask:
                raise InvalidValueError(name, "left at least one value", set())

    @classmethod
    def of(
        cls,
        schema: FactSchema,
        values: Mapping[str, Stated] | None = None,
        /,
        **named: Stated,
    ) -> Self:
        """State what is known; facts that are not named are unknown.

        Args:
            schema: The facts and their domains.
            values: Values by name of the fact, for names that are no keywords.
            named: For each fact its value, a set of the values still possible, or
                `Missing.UNKNOWN`.

        Raises:
            UnknownNameError: The schema has no such fact.
            InvalidValueError: A value is outside its domain, or a set is empty.

        Example:
            >>> schema = FactSchema([Fact("size", (1, 2, 3))])
            >>> Facts.of(schema, size={2, 3})["size"]
            (2, 3)
        """
        check_type("schema", schema, FactSchema)
        stated = _stated(values, named)
        return cls(schema, _restated(schema, schema.unknown_bits, stated))

    def but(
        self, values: Mapping[str, Stated] | None = None, /, **named: Stated
    ) -> Self:
        """Return the facts with some stated anew, as `of` states them.

        Example:
            >>> schema = FactSchema([Fact.boolean("monitoring")])
            >>> Facts.of(schema).but(monitoring=False).is_settled
            True
        """
        stated = _stated(values, named)
        return evolve(
            self,
            bits=_restated(self.schema, self.bits, stated),
            provenance=self.provenance.without(stated),
        )

    def with_provenance(self, provenance: Provenance) -> Self:
        """Return the facts with another account of how they came about."""
        return evolve(self, provenance=provenance)

    def _bits_of(self, name: str) -> int:
        _, shift, mask = self.schema.slot(name)
        return self.bits >> shift & mask

    def __iter__(self) -> Iterator[str]:
        return iter(self.schema.names)

    def __getitem__(self, name: str) -> tuple[Value, ...]:
        """Return the values still possible, in the order of the domain."""
        bits = self._bits_of(name)
        domain = self.schema[name].domain
        return tuple(value for index, value in enumerate(domain) if bits >> index & 1)

    def value(self, name: str) -> Value:
        """Return the value of a known fact.

        Raises:
            UndeterminedError: Several values are still possible.
        """
        values = self[name]
        if len(values) == 1:
            return values[0]
        raise UndeterminedError(name, tuple(map(value_text, values)), (name,), ())

    @property
    def undetermined(self) -> tuple[str, ...]:
        """Names of the facts that have several possible values."""
        return tuple(name for name in self.schema.names if len(self[name]) > 1)

    @property
    def is_settled(self) -> bool:
        """Whether every fact is known."""
        return not self.undetermined

    def says(self, name: str) -> bool:
        """Tell whether anything at all is known of a fact."""
        return self._bits_of(name) != self.schema.slot(name)[2]

    def decides(self, condition: Condition) -> Verdict:
        """Tell whether a condition certainly holds or fails.

        Example:
            >>> from icluster.conditions import Is
            >>> schema = FactSchema([Fact.boolean("a"), Fact.boolean("b")])
            >>> Facts.of(schema, a=False).decides(Is("a") & Is("b"))
            <Verdict.NO: 'no'>
        """
        names = tuple(dict.fromkeys(test.fact for test in condition.tests()))
        return Verdict.among(
            condition.holds(dict(zip(names, values, strict=True)))
            for values in product(*(self[name] for name in names))
        )

    def narrows(self, other: Facts) -> bool:
        """Tell whether these facts say all that *other* says, or more.

        Example:
            >>> schema = FactSchema([Fact.boolean("a")])
            >>> Facts.of(schema, a=True).narrows(Facts.of(schema))
            True
        """
        return self.schema == other.schema and self.bits & ~other.bits == 0

    @property
    def completions(self) -> int:
        """How many ways there are to settle every fact."""
        return prod(len(self[name]) for name in self.schema.names)

    def each_completion(self) -> Iterator[Self]:
        """Yield every way to settle them, one after the other."""
        names = self.schema.names
        for values in product(*(self[name] for name in names)):
            yield self.but(dict(zip(names, values, strict=True)))

    def __repr__(self) -> str:
        known = ", ".join(
            f"{name}={_brief(self[name])}"
            for name in self.schema.names
            if self.says(name)
        )
        return (
            f"Facts.of(<{len(self.schema.facts)} facts>{', ' if known else ''}{known})"
        )


def _stated(
    values: Mapping[str, Stated] | None, named: dict[str, Stated]
) -> dict[str, Stated]:
    """Join facts given as a mapping and by name; none may be given twice."""
    if values is None:
        return named
    check_type("values", values, Mapping)
    if twice := sorted(values.keys() & named.keys()):
        raise InvalidValueError("facts", "given once each", twice)
    return {**values, **named}


def _restated(schema: FactSchema, bits: int, values: Mapping[str, Stated]) -> int:
    """Return bits with the possible values of some facts stated anew."""
    for name, stated in values.items():
        fact, shift, mask = schema.slot(name)
        bits = bits & ~(mask << shift) | _possible(fact, stated, mask) << shift
    return bits


def _possible(fact: Fact, stated: Any, mask: int) -> int:
    """Return the bits of one value or a set of values."""
    if stated is Missing.UNKNOWN:
        return mask
    if not isinstance(stated, AbstractSet):
        if stated is None or isinstance(stated, (list, tuple)):
            expected = "one value, a set of those possible, or Missing.UNKNOWN"
            raise InvalidValueError(fact.name, expected, stated)
        return 1 << fact.position(stated)
    bits = 0
    for value in stated:
        bits |= 1 << fact.position(value)
    if not bits:
        raise InvalidValueError(fact.name, "left at least one value", stated)
    return bits


def _brief(values: tuple[Value, ...]) -> str:
    if len(values) == 1:
        return repr(values[0])
    return "{" + ", ".join(map(repr, values)) + "}"
