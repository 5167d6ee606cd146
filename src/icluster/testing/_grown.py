"""Strategies grown from types: for a field by its hint, for a class field by field."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from types import MappingProxyType, NoneType, UnionType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, Union, get_args, get_origin

import attrs
import hypothesis.strategies as st
from hypothesis import reject

from icluster._fields import AtMostLetters, Matches, Within, is_key, unique
from icluster._hints import field_hints
from icluster._lean import declared
from icluster._texts import NOT_IN_NAMES, IsText
from icluster.errors import IClusterError
from icluster.sources import Citation, Cited, Note, are_cited, are_notes
from icluster.vocabularies import Missing
from icluster.words import says_something

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


# What names may be made of; halves of characters are a category of their own.
_LETTERS = st.characters(
    exclude_categories=["Cs"],
    exclude_characters="".join(filter(NOT_IN_NAMES.match, map(chr, range(0xD800)))),
)

# Few keys, so that what refers to a key often finds it.
KEYS = st.sampled_from(("a", "b", "c", "policy_scope"))
TEXTS = st.one_of(
    st.sampled_from(("A", "Clúster", "Nuevo León, A.C.", "<b>&\"'", "o\u0301 日本")),
    st.text(_LETTERS, min_size=1, max_size=8).filter(says_something),
)
DAYS = st.one_of(
    st.sampled_from((date(2000, 1, 1), date(2020, 2, 29), date(2022, 9, 30))),
    st.dates(),
)


def _number(digits: int, places: int) -> Decimal:
    return Decimal(digits).scaleb(-places)


NUMBERS = st.builds(_number, st.integers(-(10**6), 10**6), st.integers(0, 6))
PLAIN = (
    (bool, st.booleans()),
    (int, st.integers(-5, 3000)),
    (NoneType, st.none()),
    (date, DAYS),
    (Decimal, st.one_of(st.sampled_from((Decimal(0), Decimal("0.5"))), NUMBERS)),
    (Fraction, st.fractions(0, 2, max_denominator=12)),
)


def hint_strategy(
    hint: Any, class_strategy: Callable[[Any], Any], attribute: Any = None
) -> Any:
    """Return a strategy for a hint; *class_strategy* makes those for classes."""
    validators = declared(attribute) if attribute else ()
    for validator, strategy in ((are_cited, _citations), (are_notes, _notes)):
        if validator in validators:
            return strategy(attribute, class_strategy)
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        # What is missing or not there comes first: it is what shrinking ends at.
        parts = sorted(args, key=_weight)
        return st.one_of([hint_strategy(p, class_strategy, attribute) for p in parts])
    if origin is tuple:
        return _tuples(args, class_strategy, unique in validators)
    if origin is frozenset:
        inner = hint_strategy(args[0], class_strategy)
        return st.frozensets(inner, min_size=1, max_size=3)
    if hint is str:
        return _texts(validators)
    return _plain(hint, class_strategy, validators)


def _plain(hint: Any, class_strategy: Callable[[Any], Any], validators: Any) -> Any:
    for validator in validators:
        if hint is int and isinstance(validator, Within):
            return st.integers(validator.lowest, validator.highest)
    for kind, strategy in PLAIN:
        if hint is kind:
            return strategy
    if get_origin(hint) is Literal:
        return st.sampled_from(get_args(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return st.sampled_from(hint)
    # What a generic class is made of was not said: text stands for it.
    return TEXTS if isinstance(hint, TypeVar) else class_strategy(hint)


def _weight(hint: Any) -> int:
    kinds = {type(member) for member in get_args(hint)} | {hint}
    return 0 if kinds & {Missing, NoneType} else 1


def _texts(validators: tuple[Any, ...]) -> Any:
    for validator in validators:
        if validator is is_key:
            return KEYS
        if isinstance(validator, Matches):
            return st.from_regex(validator.pattern, fullmatch=True)
        if isinstance(validator, AtMostLetters):
            return st.one_of(st.just(""), st.text(_LETTERS, max_size=validator.letters))
    is_needed = any(
        isinstance(validator, IsText) and not validator.or_empty
        for validator in validators
    )
    return TEXTS if is_needed else st.one_of(st.just(""), KEYS, TEXTS)


def _tuples(
    args: tuple[Any, ...], class_strategy: Callable[[Any], Any], is_unique: bool
) -> Any:
    if len(args) != 2 or args[1] is not ...:
        return st.tuples(*(hint_strategy(arg, class_strategy) for arg in args))
    inner = hint_strategy(args[0], class_strategy)
    if args[0] is str:
        inner = KEYS | TEXTS
    by: Callable[[Any], Any] | None = None
    if get_origin(args[0]) is tuple:
        by = _first  # pairs of key and value: no key twice
    elif is_unique:
        by = _itself
    return st.lists(inner, max_size=2, unique_by=by).map(tuple)


def _first(pair: Any) -> Any:
    return pair[0]


def _itself(item: Any) -> Any:
    return item


def _citations(attribute: Any, class_strategy: Callable[[Any], Any]) -> Any:
    """Cite the citations themselves: the one field that is there for certain."""
    paths = st.sampled_from((attribute.name, f"{attribute.name}.inside"))
    cited = st.builds(Cited, paths, class_strategy(Citation))
    return st.lists(cited, max_size=2).map(tuple)


def _notes(attribute: Any, class_strategy: Callable[[Any], Any]) -> Any:
    """Say something of the notes themselves."""
    citations = st.lists(class_strategy(Citation), max_size=1)
    note = st.builds(Note, st.just(attribute.name), TEXTS, citations)
    return st.lists(note, max_size=2).map(tuple)


# --- classes, field by field ------------------------------------------------------

# One field in three: what all fields hold grows with the power of the depth.
_IS_GIVEN = st.sampled_from((False, False, True))

_ATTEMPTS = 10
"""How often what a class needs is drawn before hypothesis is told to start anew."""


@st.composite
def grown(
    draw: Any,
    kind: Any,
    class_strategy: Callable[[Any], Any],
    settled: Mapping[str, Any] = MappingProxyType({}),
) -> Any:
    """Make a *kind*: what it needs, then field by field what it may have.

    A value that the constructor refuses beside those before it is left out, so that
    rules across fields are kept without being known here.
    """
    needed, optional = _strategies(kind, class_strategy)
    arguments: dict[str, Any] = {}
    noun = None
    for _ in range(_ATTEMPTS):
        drawn = {n: draw(s) for n, s in needed.items() if n not in settled}
        arguments = {**settled, **drawn}
        noun = _noun(kind, arguments)
        if noun is not None:
            break
    for name, strategy in optional.items():
        if name not in settled and draw(_IS_GIVEN):
            more = {**arguments, name: draw(strategy)}
            fuller = _noun(kind, more)
            if fuller is not None:
                noun, arguments = fuller, more
    return reject() if noun is None else noun


@cache
def _strategies(
    kind: Any, class_strategy: Callable[[Any], Any]
) -> tuple[Mapping[str, Any], Mapping[str, Any]]:
    """Return the strategies of the fields that a *kind* needs and of those it may have.

    Made once a kind: to make them costs more than to draw from them.
    """
    hints = field_hints(kind)
    needed: dict[str, Any] = {}
    optional: dict[str, Any] = {}
    for attribute in attrs.fields(get_origin(kind) or kind):
        if attribute.init:
            strategy = hint_strategy(hints[attribute.name], class_strategy, attribute)
            is_needed = attribute.default is attrs.NOTHING
            (needed if is_needed else optional)[attribute.alias] = strategy
    return MappingProxyType(needed), MappingProxyType(optional)


def _noun(kind: Any, arguments: dict[str, Any]) -> Any:
    try:
        return kind(**arguments)
    except IClusterError:
        return None
