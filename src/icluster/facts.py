"""Facts as sets of still-possible values.

A `FactSchema` gives each fact a finite domain. `Facts` keep, for each fact, the
values that are still possible: one is known, several are partly known, the whole
domain is unknown. Where a fact was read stands in the `Provenance`, outside
equality: two facts that say the same are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from itertools import product
from math import prod
from types import NoneType
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from icluster._fields import (
    all_of,
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
from icluster.vocabularies import Missing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Self

__all__ = ["Fact", "FactSchema", "Facts"]


def __dir__() -> list[str]:
    return __all__


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
        converter=to_tuple, validator=all_of(bool, int, str)
    )
    title: str = field(default="", validator=is_optional_text)
    matters_where: Condition | None = field(
        default=None, validator=instance_of(Condition, NoneType)
    )
    boundaries: tuple[int, ...] = field(
        default=(), converter=to_tuple, validator=all_of(int)
    )

    def __attrs_post_init__(self) -> None:
        if len(self.domain) < 2 or len(set(self.domain)) < len(self.domain):
            raise InvalidValueError(
                "domain", "two values or more, each once", self.domain
            )
        if any(type(value) is bool for value in self.domain) and self.domain != (
            False,
            True,
        ):
            raise InvalidValueError(
                "domain", "(False, True) or free of booleans", self.domain
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
        domain: Iterable[str],
        title: str = "",
        *,
        boundaries: Iterable[int],
        matters_where: Condition | None = None,
    ) -> Self:
        """Return a fact that cuts an age at *boundaries*, in whole years."""
        return cls(name, tuple(domain), title, matters_where, tuple(boundaries))

    @property
    def driven_by_time(self) -> bool:
        """Whether time alone changes it."""
        return bool(self.boundaries)

    @cached_property
    def _positions(self) -> dict[tuple[type, Value | None], int]:
        return {(type(value), value): place for place, value in enumerate(self.domain)}

    def position(self, value: object) -> int:
        """Return the position of *value* in the domain; 1 is not True.

        Raises:
            InvalidValueError: The domain does not hold it.

        Example:
            >>> Fact.boolean("monitoring").position(True)
            1
        """
        # A list or a set has no hash, and is no value of a domain either.
        key = (type(value), value if isinstance(value, (bool, int, str)) else None)
        found = self._positions.get(key)
        if found is not None:
            return found
        expected = f"one of {', '.join(map(repr, self.domain))}"
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

    facts: tuple[Fact, ...] = field(converter=to_tuple, validator=all_of(Fact))

    def __attrs_post_init__(self) -> None:
        for index, name in enumerate(self.names):
            if name in self.names[:index]:
                raise RubricError(f"facts[{index}]", f"repeats the name {name!r}")
        for fact in self.facts:
            if fact.matters_where is not None:
                place = f"facts[{fact.name!r}].matters_where"
                self.check(fact.matters_where, place)
                if fact.name in {test.fact for test in fact.matters_where.tests()}:
                    raise RubricError(place, "speaks of the fact itself")

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The names of the facts, in order."""
        return tuple(fact.name for fact in self.facts)

    @cached_property
    def _slots(self) -> Any:
        """Where each fact's possible values stand in the bits of `Facts`."""
        slots, shift = {}, 0
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

    def slot(self, name: object) -> tuple[Fact, int, int]:
        """Return a fact, the shift of its bits, and their mask before the shift."""
        found: tuple[Fact, int, int] | None = (
            self._slots.get(name) if isinstance(name, str) else None
        )
        if found is None:
            raise UnknownNameError("fact", name, self.names)
        return found

    def __getitem__(self, name: str) -> Fact:
        return self.slot(name)[0]

    def check(self, condition: Condition, place: str) -> None:
        """Refuse a *condition* that speaks of facts or values which are not here.

        Raises:
            RubricError: With *place* and the fact or value in question.
        """
        for test in condition.tests():
            if test.fact not in self.names:
                raise RubricError(place, f"speaks of an unknown fact {test.fact!r}")
            for value in test.values:
                try:
                    self[test.fact].position(value)
                except InvalidValueError as error:
                    raise RubricError(
                        place, f"speaks of an unknown value: {error}"
                    ) from None


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
        values: Mapping[str, Any] | None = None,
        /,
        **named: Any,
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
        stated = {**(values or {}), **named}
        return cls(schema, _restated(schema, schema.unknown_bits, stated))

    def but(self, values: Mapping[str, Any] | None = None, /, **named: Any) -> Self:
        """Return the facts with some stated anew, as `of` states them.

        Example:
            >>> schema = FactSchema([Fact.boolean("monitoring")])
            >>> Facts.of(schema).but(monitoring=False).is_settled
            True
        """
        stated = {**(values or {}), **named}
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
        first, *others = self[name]
        if others:
            allowed = tuple(map(value_text, (first, *others)))
            raise UndeterminedError(name, allowed, (name,), ())
        return first

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

    def decides(self, condition: Condition) -> bool | None:
        """Tell whether a condition certainly holds or fails; None where open.

        Example:
            >>> from icluster.conditions import Is
            >>> schema = FactSchema([Fact.boolean("a"), Fact.boolean("b")])
            >>> Facts.of(schema, a=False).decides(Is("a") & Is("b"))
            False
        """
        names = tuple(dict.fromkeys(test.fact for test in condition.tests()))
        results = {
            condition.holds(dict(zip(names, values, strict=True)))
            for values in product(*(self[name] for name in names))
        }
        return results.pop() if len(results) == 1 else None

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


def _restated(schema: FactSchema, bits: int, values: Mapping[str, Any]) -> int:
    """Return bits with the possible values of some facts stated anew."""
    for name, given in values.items():
        fact, shift, mask = schema.slot(name)
        bits = bits & ~(mask << shift) | _possible(fact, given, mask) << shift
    return bits


def _possible(fact: Fact, given: object, mask: int) -> int:
    """Return the bits of one value or a set of values."""
    if given is Missing.UNKNOWN:
        return mask
    if not isinstance(given, AbstractSet):
        return 1 << fact.position(given)
    bits = 0
    for value in given:
        bits |= 1 << fact.position(value)
    if not bits:
        raise InvalidValueError(fact.name, "left at least one value", given)
    return bits


def _brief(values: tuple[Value, ...]) -> str:
    if len(values) == 1:
        return repr(values[0])
    return "{" + ", ".join(map(repr, values)) + "}"
