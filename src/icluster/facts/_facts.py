"""For each fact of a schema, the values that are still possible."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from itertools import product
from math import prod
from typing import TYPE_CHECKING, Any, Literal, NoReturn, TypeAlias

from attrs import evolve, field, frozen

from icluster._fields import check_type, instance_of
from icluster.conditions import Condition, Value, value_text
from icluster.errors import (
    Fault,
    InvalidValueError,
    UndeterminedError,
    UnknownNameError,
)
from icluster.facts._schema import Fact, FactSchema
from icluster.provenance import Provenance, ReadFact
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing
from icluster.words import Shown, clipped

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Facts", "Stated"]


Stated: TypeAlias = (
    Value | AbstractSet[Value] | Verdict | ReadFact | Literal[Missing.UNKNOWN]
)
"""What is stated of a fact: its value, a set of those still possible, a verdict on it,
what was read of it with its sources and turns, or nothing."""

_NO_PROVENANCE = Provenance()
_keep = object.__setattr__


@frozen(repr=False, weakref_slot=False)
class Facts(Shown):
    """For each fact of a schema, the values that are still possible.

    Make them with `of`; what is not named is unknown.

    Attributes:
        schema: The facts and their domains.
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
    # The possible values, a bit each, in the order of the schema.
    _bits: int = field(alias="_bits")
    provenance: Provenance = field(default=_NO_PROVENANCE, eq=False)

    def __attrs_post_init__(self) -> None:
        if (
            not isinstance(self._bits, int)
            or not 0 <= self._bits <= self.schema._unknown_bits
        ):
            raise InvalidValueError("bits", "possible values of the schema", self._bits)
        for mask, name in self.schema._masks:
            if not self._bits & mask:
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
            named: For each fact its value, a set of the values still possible, a
                `Verdict`, `Missing.UNKNOWN`, or a `ReadFact`, whose citations,
                turns and decisions go into the provenance.

        Raises:
            UnknownNameError: The schema has no such fact.
            InvalidValueError: A value is outside its domain, or a set is empty.

        Example:
            >>> schema = FactSchema([Fact("size", (1, 2, 3))])
            >>> Facts.of(schema, size={2, 3})["size"]
            (2, 3)
        """
        if type(schema) is not FactSchema:
            check_type("schema", schema, FactSchema)
        if values is None:
            stated = named
        elif type(values) is dict and not named:
            stated = values
        else:
            stated = _joined(values, named)
        # Bits made of a schema are bits of it: the constructor's checks are spared.
        facts = object.__new__(cls)
        _keep(facts, "schema", schema)
        _keep(facts, "_bits", _narrowed(schema, stated))
        _keep(facts, "provenance", _accounted(_NO_PROVENANCE, stated))
        return facts

    def but(
        self, values: Mapping[str, Stated] | None = None, /, **named: Stated
    ) -> Self:
        """Return the facts with some stated anew, as `of` states them.

        Example:
            >>> schema = FactSchema([Fact.boolean("monitoring")])
            >>> Facts.of(schema).but(monitoring=False).is_settled
            True
        """
        stated = named if values is None else _joined(values, named)
        return evolve(
            self,
            _bits=_restated(self.schema, self._bits, stated),
            provenance=_accounted(self.provenance.without(stated), stated),
        )

    def with_provenance(self, provenance: Provenance) -> Self:
        """Return the facts with another account of how they came about."""
        return evolve(self, provenance=provenance)

    def _bits_of(self, name: str) -> int:
        _, shift, mask = self.schema._slot(name)
        return self._bits >> shift & mask

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
        return self._bits_of(name) != self.schema._slot(name)[2]

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
        return self.schema == other.schema and self._bits & ~other._bits == 0

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
        stated = [f"{name}={_brief(self[name])}" for name in self if self.says(name)]
        schema = f"<{len(self.schema.facts)} facts>"
        return clipped(f"Facts.of({', '.join([schema, *stated])})")


def _joined(
    values: Mapping[str, Stated], named: dict[str, Stated]
) -> dict[str, Stated]:
    """Join facts given as a mapping and by name; none may be given twice."""
    check_type("values", values, Mapping)
    if twice := sorted(values.keys() & named.keys()):
        raise InvalidValueError("facts", "given once each", twice)
    return {**values, **named}


def _narrowed(schema: FactSchema, stated: Mapping[str, Stated]) -> int:
    """Return the bits of what is stated where nothing else is known."""
    bits, kept = schema._unknown_bits, schema._kept
    try:
        for name, value in stated.items():
            kind, left = kept[name][value]  # type: ignore[index]
            if type(value) is not kind:  # 1 is not True
                break
            bits &= left
        else:
            return bits
    except (KeyError, TypeError):  # a set, nothing at all, or something wrong
        pass
    return _restated(schema, schema._unknown_bits, stated)


def _accounted(provenance: Provenance, values: Mapping[str, Stated]) -> Provenance:
    """Add to *provenance* what accounts of some facts tell besides values."""
    if ReadFact not in map(type, values.values()):
        return provenance
    accounts = {
        name: account
        for name, account in values.items()
        if isinstance(account, ReadFact)
    }
    return provenance.telling(accounts)


def _restated(schema: FactSchema, bits: int, values: Mapping[str, Stated]) -> int:
    """Return bits with the possible values of some facts stated anew."""
    try:
        for name, stated in values.items():
            fact, shift, mask = schema._slot(name)
            bits = bits & ~(mask << shift) | _possible(fact, stated, mask) << shift
    except (UnknownNameError, InvalidValueError):
        _refuse(schema, values)
    return bits


def _refuse(schema: FactSchema, values: Mapping[str, Stated]) -> NoReturn:
    """Say of every fact that is stated wrongly what is wrong with it."""
    unknown = [name for name in values if name not in schema.names]
    if unknown:
        names: Any = tuple(unknown) if len(unknown) > 1 else unknown[0]
        raise UnknownNameError("fact", names, schema.names) from None
    faults: list[Fault] = []
    for name, stated in values.items():
        try:
            _possible(schema[name], stated, 1)
        except InvalidValueError as error:
            faults += error.faults
    raise InvalidValueError.of(faults) from None


def _possible(fact: Fact, stated: Any, mask: int) -> int:
    """Return the bits of one value or a set of values."""
    if stated is Missing.UNKNOWN:
        return mask
    if isinstance(stated, ReadFact):
        stated = stated.values
    elif isinstance(stated, Verdict):
        stated = frozenset(stated.possible)
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
