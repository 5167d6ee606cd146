"""Frozen, slotted, hashable, picklable, printable; nothing loose in a field."""

from __future__ import annotations

import array
import collections
import inspect
import pickle
import typing
import unicodedata
from collections import abc
from functools import cache, wraps
from typing import TYPE_CHECKING, Any

import attrs
import pytest
from tests.house.examples import find_examples, run_examples
from tests.house.walk import public_objects

from icluster._lean import declared
from icluster.errors import IClusterError
from icluster.tables import Table, Tabular

if TYPE_CHECKING:
    from collections.abc import Callable

CLASSES: dict[str, type[Any]] = {
    name: thing
    for name, thing in public_objects().items()
    if inspect.isclass(thing)
    and attrs.has(thing)
    and not issubclass(thing, BaseException)
}
every_class = pytest.mark.parametrize("name", sorted(CLASSES))

# A field says which frozen type it holds: tuple or frozenset, not what they resemble.
LOOSE: frozenset[object] = frozenset(
    {
        abc.Collection,
        abc.Iterable,
        abc.Iterator,
        abc.Mapping,
        abc.MutableMapping,
        abc.MutableSequence,
        abc.MutableSet,
        abc.Sequence,
        abc.Set,
        array.array,
        bytearray,
        collections.ChainMap,
        collections.Counter,
        collections.OrderedDict,
        collections.UserDict,
        collections.UserList,
        collections.defaultdict,
        collections.deque,
        dict,
        list,
        set,
    }
)


def _parts(hint: Any) -> abc.Iterator[Any]:
    """Yield every type that a type *hint* is made of, arguments of calls apart."""
    origin = typing.get_origin(hint)
    yield origin or hint
    if origin is not abc.Callable:
        for inner in typing.get_args(hint):
            yield from _parts(inner)
    if isinstance(hint, typing.NewType):
        yield from _parts(hint.__supertype__)
    if isinstance(hint, typing.TypeVar):
        for inner in (hint.__bound__, *hint.__constraints__):
            if inner is not None:
                yield from _parts(inner)


def _without(test: Callable[[type[Any]], bool]) -> list[str]:
    return [name for name, cls in CLASSES.items() if not test(cls)]


def test_all_are_frozen() -> None:
    assert _without(lambda cls: cls.__setattr__.__name__ == "_frozen_setattrs") == []


def test_all_are_slotted() -> None:
    assert _without(lambda cls: cls.__dictoffset__ == 0) == []


def test_all_are_hashable() -> None:
    assert _without(lambda cls: cls.__hash__ is not None) == []


def test_fields_hold_nothing_loose() -> None:
    loose = [
        f"{name}.{attribute.name}"
        for name, cls in CLASSES.items()
        for hints in [typing.get_type_hints(cls)]
        for attribute in attrs.fields(cls)
        if not LOOSE.isdisjoint(
            part for part in _parts(hints[attribute.name]) if _is_hashable(part)
        )
    ]
    assert loose == [], "fields hold tuples and frozensets, never lists, dicts or sets"


def _is_hashable(thing: object) -> bool:
    return isinstance(thing, abc.Hashable)


@cache
def _made_by_examples(most: int = 25) -> dict[str, list[Any]]:
    """Gather instances of each class: exported ones, and those that examples make."""
    exported = list(public_objects().values())
    made: dict[str, list[Any]] = {
        name: [thing for thing in exported if type(thing) is cls][:most]
        for name, cls in CLASSES.items()
    }

    def watched(name: str, cls: type[Any], init: Any) -> Any:
        @wraps(init)
        def wrapper(self: Any, *args: Any, **kwargs: Any) -> None:
            init(self, *args, **kwargs)
            if type(self) is cls and len(made[name]) < most:
                made[name].append(self)

        return wrapper

    with pytest.MonkeyPatch.context() as patch:
        for name, cls in CLASSES.items():
            patch.setattr(cls, "__init__", watched(name, cls, cls.__init__))
        for _ in run_examples(find_examples()):
            pass
    return made


@every_class
def test_survives_hash_and_pickle(name: str) -> None:
    instances = _made_by_examples()[name]
    assert instances, "none is exported and no example makes one"
    for instance in instances:
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
            again = pickle.loads(pickle.dumps(instance, protocol))
            assert type(again) is CLASSES[name]
            assert again == instance
            assert hash(again) == hash(instance)


@every_class
def test_what_stands_by_default_is_taken_when_it_comes(name: str) -> None:
    """Many classes do not check their defaults: they are held to them here."""
    for field in attrs.fields(CLASSES[name]):
        if field.default is attrs.NOTHING or isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
            continue
        for validator in declared(field):
            validator(None, field, field.default)


# --- text from data never reaches a terminal, a page or a log as it came -----------
# Every value that an example makes is made again with hostile text at the end of each
# of its texts, those of its parts included, and shown in every way it can be shown.

# Escape and its one-byte form, direction of writing, ends of lines, a tag.
HOSTILE = "x\x1b[31m\x9b1m\u202e\u2066\n\r\u2028\x85INJECTED <script> |"
SOME = 2


def poisoned(thing: Any) -> Any:
    """Put hostile text into all texts of a value that take it."""
    if type(thing) is str:
        return thing + HOSTILE
    if type(thing) is tuple:
        return tuple(map(poisoned, thing))
    if not attrs.has(type(thing)):
        return thing
    for field in attrs.fields(type(thing)):
        if not field.init:
            continue
        was = getattr(thing, field.name)
        worse = poisoned(was)
        if worse is was:
            continue
        try:
            thing = attrs.evolve(thing, **{field.alias or field.name: worse})
        except (IClusterError, TypeError, ValueError, LookupError):
            continue  # a key, an address, a count: refused at the door
    return thing


def shown(thing: Any) -> abc.Iterator[str]:
    """Yield what a value can be shown as."""
    table: Any = thing
    yield repr(thing)
    if callable(getattr(thing, "said", None)):
        yield thing.said().text()
    if isinstance(thing, (Table, Tabular)):
        # Wrapped, a word of a cell may well begin a line; its text does not wrap.
        assert obeyed(str(thing)) == ""
        yield table.text()
        yield table.markdown()
        yield table.html()
    else:
        yield str(thing)


def obeyed(text: str) -> str:
    """Return what a terminal or a page would obey in a text of lines."""
    return "".join(
        letter
        for letter in text.replace("\n", "")
        if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp", "Cs")
    )


@every_class
def test_hostile_text_is_shown_as_text(name: str) -> None:
    for thing in _made_by_examples()[name][:SOME]:
        for text in shown(poisoned(thing)):
            assert obeyed(text) == "", text
            assert not any(line.startswith("INJECTED") for line in text.split("\n"))
            assert not text.startswith("<div") or "<script>" not in text
