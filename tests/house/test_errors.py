"""One root, a built-in as second parent, parts as attributes, fit to be pickled."""

from __future__ import annotations

import builtins
import inspect
import pickle
import types
import typing
from collections import abc
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any

import pytest
from tests.house.walk import MODULE_NAMES, load

from icluster import errors

# Arguments for errors whose parameters `_sample` cannot make up: name -> arguments.
EXAMPLES: dict[str, tuple[object, ...]] = {
    "icluster.errors.DecodeError": ((errors.Fault("name", "missing", "text"),),),
}

SAMPLES: dict[object, object] = {
    str: "text",
    int: 7,
    bool: True,
    object: 7,
    Any: 7,
    date: date(2022, 9, 30),
    Decimal: Decimal("0.5"),
    Fraction: Fraction(1, 3),
    type(None): None,
}


def _defined() -> dict[str, type[BaseException]]:
    found: dict[str, type[BaseException]] = {}
    for module_name in MODULE_NAMES:
        # Not dir(module): it tells what is exported only.
        for name, thing in vars(load(module_name)).items():
            if not inspect.isclass(thing) or thing.__module__ != module_name:
                continue
            if issubclass(thing, BaseException):
                found[f"{module_name}.{name}"] = thing
    return found


DEFINED = _defined()
ERRORS = {name: cls for name, cls in DEFINED.items() if not issubclass(cls, Warning)}
every_error = pytest.mark.parametrize("name", sorted(ERRORS))


def _sample(hint: Any) -> object:
    """Make up a value of the type that *hint* describes."""
    if hint in SAMPLES:
        return SAMPLES[hint]
    origin, args = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _sample(args[0])
    if origin is typing.Literal:
        return args[0]
    if origin is tuple:
        items = [item for item in args if item is not Ellipsis]
        return tuple(_sample(item) for item in items)
    if origin in (abc.Iterable, abc.Sequence, abc.Collection):
        return (_sample(args[0]),)
    if origin is frozenset:
        return frozenset({_sample(args[0])})
    if isinstance(hint, typing.NewType):
        return _sample(hint.__supertype__)
    if inspect.isclass(hint) and issubclass(hint, Enum):
        return next(iter(hint))
    message = f"no sample for {hint!r}: give arguments in EXAMPLES"
    raise LookupError(message)


def _parameters(cls: type[BaseException]) -> dict[str, inspect.Parameter]:
    if cls.__init__ is Exception.__init__:
        return {}
    parameters = dict(inspect.signature(cls.__init__).parameters)
    del parameters["self"]
    kinds = (inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD)
    return {n: p for n, p in parameters.items() if p.kind not in kinds}


def _make(name: str) -> BaseException:
    cls = ERRORS[name]
    if name in EXAMPLES:
        return cls(*EXAMPLES[name])
    hints = typing.get_type_hints(cls.__init__)
    positional: list[object] = []
    named: dict[str, object] = {}
    for parameter in _parameters(cls).values():
        value = _sample(hints.get(parameter.name, object))
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            named[parameter.name] = value
        else:
            positional.append(value)
    return cls(*positional, **named)


@pytest.mark.parametrize("name", sorted(DEFINED))
def test_lives_in_errors(name: str) -> None:
    assert DEFINED[name].__module__ == "icluster.errors"
    assert DEFINED[name].__name__ in errors.__all__


@every_error
def test_has_the_root_and_a_builtin_as_parents(name: str) -> None:
    cls = ERRORS[name]
    assert issubclass(cls, errors.IClusterError)
    if cls is not errors.IClusterError:
        plain = {object, BaseException, Exception}
        parents = [
            parent
            for parent in cls.__mro__
            if parent not in plain and vars(builtins).get(parent.__name__) is parent
        ]
        assert parents, "add a built-in such as ValueError as second parent"


@every_error
def test_parts_are_attributes(name: str) -> None:
    error = _make(name)
    missing = [part for part in _parameters(type(error)) if not hasattr(error, part)]
    assert not missing


@every_error
def test_message_is_a_phrase(name: str) -> None:
    message = str(_make(name))
    assert not message.endswith(".")
    assert message == message.strip()


@every_error
def test_survives_pickle(name: str) -> None:
    error = _make(name)
    for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1):
        again = pickle.loads(pickle.dumps(error, protocol))
        assert type(again) is type(error)
        assert again.args == error.args
        assert str(again) == str(error)
        assert vars(again) == vars(error)
