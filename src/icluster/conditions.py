"""Conditions on facts, as data: evaluated, printed, compiled, exchanged.

`Is` tests one fact; `&`, `|` and `~` combine. A condition knows no schema: a
rubric checks that its conditions speak of known facts and values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

from attrs import field, frozen

from icluster._fields import all_of, instance_of, to_tuple
from icluster._texts import is_anything_said
from icluster.errors import InvalidValueError
from icluster.words import Sentence, Shown, either, say, worded

if TYPE_CHECKING:
    from typing import Self

__all__ = ["Condition", "Value", "typed", "value_text"]


def __dir__() -> list[str]:
    return __all__


Value: TypeAlias = bool | int | str
"""What a fact may be: true or false, a whole number, or a word."""


def typed(value: object) -> tuple[str, object]:
    """Make 1 and True differ, which Python holds to be equal.

    Example:
        >>> typed(1) == typed(True)
        False
    """
    return (type(value).__name__, value)


def _typed_values(values: Iterable[object]) -> tuple[tuple[str, object], ...]:
    return tuple(map(typed, values))


def _to_values(values: Value | Iterable[Value]) -> tuple[Value, ...]:
    """Freeze one value or several into a tuple, each once, sets in a fixed order."""
    if isinstance(values, (bool, int, str)):
        return (values,)
    if isinstance(values, AbstractSet):
        return tuple(sorted(values, key=typed))
    return to_tuple(values)


def _to_parts(parts: Iterable[Condition]) -> tuple[Condition, ...]:
    return to_tuple(parts)


def value_text(value: object) -> str:
    """Write a value as data frames and conditions spell it.

    Example:
        >>> value_text(True), value_text("over_10_years")
        ('true', 'over_10_years')
    """
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value_said(value: Value) -> Sentence | Value:
    if isinstance(value, bool):
        return say("true") if value else say("false")
    return value


class _Logic(Protocol):
    def __and__(self, other: Any, /) -> Self: ...

    def __or__(self, other: Any, /) -> Self: ...

    def __invert__(self) -> Self: ...


T = TypeVar("T", bound=_Logic)


class Condition(Shown):
    """Base of the conditions.

    Example:
        >>> condition = Is("monitoring") & ~Is("established", "over_10_years")
        >>> print(condition)
        monitoring is true and not (established is over_10_years)
        >>> condition.holds({"monitoring": True, "established": "within_2_years"})
        True
    """

    __slots__ = ()

    # How deep it is nested: 0 for a test, 50 at most.
    _depth: int

    def __and__(self, other: Condition) -> AllOf:
        if not isinstance(other, Condition):
            return NotImplemented
        return AllOf((*_parts(self, AllOf), *_parts(other, AllOf)))

    def __or__(self, other: Condition) -> AnyOf:
        if not isinstance(other, Condition):
            return NotImplemented
        return AnyOf((*_parts(self, AnyOf), *_parts(other, AnyOf)))

    def __invert__(self) -> Condition:
        return self.part if isinstance(self, Not) else Not(self)

    def __bool__(self) -> bool:
        # ``a and b`` would silently drop one side.
        raise InvalidValueError("condition", "combined by &, | and ~", str(self))

    def holds(self, values: Mapping[str, Value]) -> bool:
        """Tell whether it holds where each fact has the value given.

        Raises:
            KeyError: A fact that it tests is not among *values*.
        """
        raise NotImplementedError

    def tests(self) -> Iterator[Is]:
        """Yield every test of a fact in it, from left to right."""
        raise NotImplementedError

    def fold(self, test: Callable[[Is], T], always: T) -> T:
        """Translate it into another logic that knows ``&``, ``|`` and ``~``.

        Args:
            test: Translates one test of a fact.
            always: What always holds there; its ``~`` never does.

        Example:
            >>> condition = Is("a") & ~Is("b")
            >>> sets = {"a": 0b1100, "b": 0b1010}
            >>> bin(condition.fold(lambda test: sets[test.fact], 0b1111))
            '0b100'
        """
        raise NotImplementedError

    def said(self) -> Sentence:
        """Return the condition in words.

        Example:
            >>> (Is("a") | ~Is("b")).said().text()
            'a is true or not (b is true)'
        """
        raise NotImplementedError

    def __str__(self) -> str:
        return worded(self)


_DEEPEST = 50  # below what a document may be nested, and what exhausts the stack


@frozen
class Is(Condition):
    """A fact has one of some values; without any given, it is true.

    Attributes:
        fact: Name of the fact.
        values: The values that satisfy it; one may be given bare.

    Raises:
        InvalidValueError: No value is given, or one stands twice.

    Example:
        >>> print(Is("established", {"within_2_years", "over_10_years"}))
        established is over_10_years or within_2_years
    """

    fact: str = field(validator=is_anything_said)
    values: tuple[Value, ...] = field(
        default=(True,),
        converter=_to_values,
        validator=all_of(bool, int, str),
        eq=_typed_values,
    )
    _depth: int = field(init=False, eq=False, repr=False, default=0)

    def __attrs_post_init__(self) -> None:
        if not self.values or len(set(map(typed, self.values))) < len(self.values):
            raise InvalidValueError("values", "some, each once", self.values)

    def holds(self, values: Mapping[str, Value]) -> bool:
        """Tell whether the fact has one of the values."""
        return typed(values[self.fact]) in map(typed, self.values)

    def tests(self) -> Iterator[Is]:
        """Yield the test itself."""
        yield self

    def fold(self, test: Callable[[Is], T], always: T) -> T:
        """Translate the test."""
        return test(self)

    def said(self) -> Sentence:
        """Return the test in words."""
        return say("{} is {}", self.fact, either(map(_value_said, self.values)))


@frozen
class AllOf(Condition):
    """Every part holds; without parts it always holds.

    Example:
        >>> AllOf(()).holds({})
        True
    """

    parts: tuple[Condition, ...] = field(
        converter=_to_parts, validator=all_of(Condition)
    )
    _depth: int = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_depth", _depth_of(self.parts))

    def holds(self, values: Mapping[str, Value]) -> bool:
        """Tell whether every part holds."""
        return all(part.holds(values) for part in self.parts)

    def tests(self) -> Iterator[Is]:
        """Yield the tests of its parts."""
        for part in self.parts:
            yield from part.tests()

    def fold(self, test: Callable[[Is], T], always: T) -> T:
        """Translate the parts and join them."""
        parts = (part.fold(test, always) for part in self.parts)
        return reduce(and_, parts, always)

    def said(self) -> Sentence:
        """Return the parts in words, joined."""
        if not self.parts:
            return say("always", context="condition")
        return _chained("{} and {}", tuple(map(_inner, self.parts)))


@frozen
class AnyOf(Condition):
    """At least one part holds; without parts it never holds.

    Example:
        >>> print(Is("interim") | Is("monitoring"))
        interim is true or monitoring is true
    """

    parts: tuple[Condition, ...] = field(
        converter=_to_parts, validator=all_of(Condition)
    )
    _depth: int = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_depth", _depth_of(self.parts))

    def holds(self, values: Mapping[str, Value]) -> bool:
        """Tell whether a part holds."""
        return any(part.holds(values) for part in self.parts)

    def tests(self) -> Iterator[Is]:
        """Yield the tests of its parts."""
        for part in self.parts:
            yield from part.tests()

    def fold(self, test: Callable[[Is], T], always: T) -> T:
        """Translate the parts and join them."""
        parts = (part.fold(test, always) for part in self.parts)
        return reduce(or_, parts, ~always)

    def said(self) -> Sentence:
        """Return the parts in words, joined."""
        if not self.parts:
            return say("never", context="condition")
        return _chained("{} or {}", tuple(map(_inner, self.parts)))


@frozen
class Not(Condition):
    """The part does not hold.

    Example:
        >>> ~Not(Is("monitoring"))
        Is(fact='monitoring')
    """

    part: Condition = field(validator=instance_of(Condition))
    _depth: int = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "_depth", _depth_of((self.part,)))

    def holds(self, values: Mapping[str, Value]) -> bool:
        """Tell whether the part fails."""
        return not self.part.holds(values)

    def tests(self) -> Iterator[Is]:
        """Yield the tests of its part."""
        yield from self.part.tests()

    def fold(self, test: Callable[[Is], T], always: T) -> T:
        """Translate the part and negate it."""
        return ~self.part.fold(test, always)

    def said(self) -> Sentence:
        """Return in words that the part does not hold."""
        return say("not ({})", self.part.said())


def _depth_of(parts: tuple[Condition, ...]) -> int:
    depth = 1 + max((part._depth for part in parts), default=0)
    if depth > _DEEPEST:
        raise InvalidValueError(
            "condition", say("nested at most {} deep", _DEEPEST), depth
        )
    return depth


def _parts(condition: Condition, kind: type[AllOf | AnyOf]) -> tuple[Condition, ...]:
    """Flatten a chain of one operator, so that it prints and compares as written."""
    return condition.parts if isinstance(condition, kind) else (condition,)


def _inner(part: Condition) -> Sentence:
    compound = isinstance(part, (AllOf, AnyOf)) and len(part.parts) > 1
    several = isinstance(part, Is) and len(part.values) > 1
    return Sentence("({})", (part.said(),)) if compound or several else part.said()


def _chained(link: str, sentences: tuple[Sentence, ...]) -> Sentence:
    """Join all by one link; in halves, so that long chains are not deeply nested."""
    if len(sentences) == 1:
        return sentences[0]
    middle = len(sentences) // 2
    halves = (sentences[:middle], sentences[middle:])
    return Sentence(link, tuple(_chained(link, half) for half in halves))
