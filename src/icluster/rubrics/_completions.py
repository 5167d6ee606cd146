"""Sets of completions as integers: one bit for each way to settle some facts.

A completion settles every fact of a component; its number is written in mixed
radix, one digit a fact. A set of completions is one integer, so conditions
become masks, and a union, an intersection or a complement is one operation.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from math import prod

from attrs import field, frozen

from icluster.conditions import Condition, Is, Value
from icluster.errors import TooLargeError
from icluster.facts import Fact, FactSchema

__all__ = ["LARGEST_COMPONENT", "MOST_BITS", "Space"]

LARGEST_COMPONENT = 2**20
"""Completions of one component at most."""

MOST_BITS = 2**28
"""Bits that sets of completions take at most: those of all single values, and those
of all levels besides, of one component or of all."""

_WIDEST_TABLE = 8  # bits of possible values looked up at once
_LARGEST_TABLED = 2**12  # completions up to which tables are worth their memory


@frozen(eq=False)
class Space:
    """All completions of some facts of a schema.

    Raises:
        TooLargeError: There are more than `LARGEST_COMPONENT` of them, or they times
            the values of all facts exceed 2**28.
    """

    schema: FactSchema
    names: tuple[str, ...]
    size: int = field(init=False)

    def __attrs_post_init__(self) -> None:
        size = prod(len(fact.domain) for fact in self._facts())
        if size > LARGEST_COMPONENT:
            raise TooLargeError("completions", self.names, size, LARGEST_COMPONENT)
        bits = size * sum(len(fact.domain) for fact in self._facts())
        if bits > MOST_BITS:
            raise TooLargeError("completions by value", self.names, bits, MOST_BITS)
        object.__setattr__(self, "size", size)

    def _facts(self) -> Iterator[Fact]:
        return (self.schema[name] for name in self.names)

    @cached_property
    def everything(self) -> int:
        """The set of all completions."""
        return (1 << self.size) - 1

    @cached_property
    def strides(self) -> dict[str, int]:
        """By how much a completion's number grows with a fact's position."""
        strides, stride = {}, 1
        for fact in self._facts():
            strides[fact.name] = stride
            stride *= len(fact.domain)
        return strides

    @cached_property
    def value_sets(self) -> dict[str, tuple[int, ...]]:
        """For each fact the sets in which it has one value, by position."""
        return {fact.name: tuple(self._value_sets(fact)) for fact in self._facts()}

    def _value_sets(self, fact: Fact) -> Iterator[int]:
        stride, choices = self.strides[fact.name], len(fact.domain)
        for position in range(choices):
            pattern = ((1 << stride) - 1) << (stride * position)
            length = stride * choices
            # The pattern repeats; doubled each time, it is as cheap as the set is long.
            while length < self.size:
                pattern |= pattern << length
                length *= 2
            yield pattern & self.everything

    @cached_property
    def bits(self) -> int:
        """Which bits of `Facts` speak of the facts in this space."""
        bits = 0
        for name in self.names:
            _, shift, mask = self.schema._slot(name)
            bits |= mask << shift
        return bits

    def holding(self, condition: Condition) -> int:
        """Return the completions in which *condition* holds."""
        return condition.fold(self._testing, self.everything) & self.everything

    def _testing(self, test: Is) -> int:
        fact, sets = self.schema[test.fact], self.value_sets[test.fact]
        return _union(sets[fact.position(value)] for value in test.values)

    @cached_property
    def _tables(self) -> tuple[tuple[int, int, tuple[int, ...]], ...]:
        """Shift, mask and sets by pattern, for neighbouring facts together."""
        # What is possible of a few neighbouring facts is one number: the completions
        # it leaves are looked up, not put together anew for every score.
        widest = _WIDEST_TABLE if self.size <= _LARGEST_TABLED else 0
        return tuple(
            (shift, (1 << width) - 1, self._table(shift, width))
            for shift, width in self._runs(widest)
        )

    def _runs(self, widest: int) -> Iterator[tuple[int, int]]:
        """Yield neighbouring bits, as many at once as one table may cover."""
        start = width = 0
        for name in self.names:
            fact, shift, _ = self.schema._slot(name)
            wide = len(fact.domain)
            if width and (shift != start + width or width + wide > widest):
                yield start, width
                width = 0
            if not width:
                start = shift
            width += wide
        yield start, width

    def _table(self, shift: int, width: int) -> tuple[int, ...]:
        if width > _WIDEST_TABLE:
            return ()
        return tuple(
            self._matching(bits << shift, shift, width) for bits in range(1 << width)
        )

    def _matching(self, bits: int, start: int, width: int) -> int:
        matching = self.everything
        for name in self.names:
            _, shift, mask = self.schema._slot(name)
            if start <= shift < start + width:
                possible = bits >> shift & mask
                sets = enumerate(self.value_sets[name])
                matching &= _union(
                    completions for index, completions in sets if possible >> index & 1
                )
        return matching

    def allowed(self, bits: int) -> int:
        """Return the completions that the bits of some `Facts` leave possible."""
        allowed = self.everything
        for shift, mask, table in self._tables:
            if table:
                allowed &= table[bits >> shift & mask]
            else:
                allowed &= self._matching(bits, shift, mask.bit_length())
        return allowed

    def depends(self, outcome: int, name: str, possible: list[int]) -> bool:
        """Tell whether being in *outcome* hangs on the value of a fact.

        Args:
            outcome: Completions, all of them among those that facts allow.
            name: The fact.
            possible: Positions of its values that are allowed.
        """
        stride, sets = self.strides[name], self.value_sets[name]
        first, *rest = possible
        # Moved by whole strides, the completions with one value stand where those
        # with another do: the outcome hangs on the fact where the two differ.
        image = outcome & sets[first]
        return any(
            image << stride * (completion - first) != outcome & sets[completion]
            for completion in rest
        )

    def values(self, number: int) -> dict[str, Value]:
        """Return the values that one completion gives to the facts."""
        values: dict[str, Value] = {}
        for fact in self._facts():
            number, position = divmod(number, len(fact.domain))
            values[fact.name] = fact.domain[position]
        return values

    def example(self, completions: int) -> tuple[tuple[str, Value], ...]:
        """Return the first of some completions as pairs of fact and value."""
        return tuple(self.values(_lowest(completions)).items())

    def fact_bits(self, number: int) -> int:
        """Return one completion as bits of `Facts`, for the facts in this space."""
        bits = 0
        for name, value in self.values(number).items():
            fact, shift, _ = self.schema._slot(name)
            bits |= 1 << shift + fact.position(value)
        return bits


def _union(sets: Iterator[int]) -> int:
    union = 0
    for completions in sets:
        union |= completions
    return union


def _lowest(completions: int) -> int:
    """Return the number of the first completion in a set that is not empty."""
    # A number and its negative have only the lowest bit of both in common.
    return (completions & -completions).bit_length() - 1
