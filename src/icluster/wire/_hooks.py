"""The hooks that make a cattrs converter strict, and exact.

cattrs is kind by default: ``"false"`` becomes True, 2.9 becomes 2, a text becomes
a row of letters, unknown keys vanish. Here nothing is taken for something else.
Every refusal is an `InvalidValueError`, which `_problems` puts into words together
with its path.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import Enum, EnumType
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    ClassValidationError,
)
from cattrs.fns import identity
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from icluster.conditions import typed
from icluster.errors import IClusterError, InvalidValueError
from icluster.wire._shapes import (
    field_hints,
    is_exchanged_class,
    is_several,
    is_vocabulary,
    name_of,
)
from icluster.wire._standins import STANDINS
from icluster.wire._texts import TEXT_FORMS
from icluster.wire._unions import (
    Structure,
    Unstructure,
    enum_reader,
    grouped,
    note,
    one_of_reader,
    one_of_writer,
    read_text,
    write_member,
)

__all__ = ["make_converter"]


def make_converter() -> Converter:
    """Return a fresh strict converter."""
    converter = Converter(
        forbid_extra_keys=True,
        structure_fallback_factory=_refuse_type,
        unstructure_fallback_factory=_refuse_type,
    )
    for primitive, expected in (
        (bool, "true or false"),
        (int, "a whole number"),
        (NoneType, "null"),
    ):
        converter.register_structure_hook(primitive, _exactly(primitive, expected))
        converter.register_unstructure_hook(primitive, identity)
    converter.register_structure_hook(str, read_text)
    for kind, form in TEXT_FORMS.items():
        converter.register_structure_hook(kind, form.structure)
        converter.register_unstructure_hook(kind, form.write)
    # A moment is a day to Python, and would lose its time.
    converter.register_structure_hook(datetime, _refuse_moment)
    converter.register_unstructure_hook(datetime, _refuse_moment)
    # Later factories are asked first.
    converter.register_structure_hook_factory(is_vocabulary, enum_reader)
    converter.register_unstructure_hook_func(is_vocabulary, write_member)
    converter.register_structure_hook_factory(is_exchanged_class, _structure_class)
    converter.register_unstructure_hook_factory(is_exchanged_class, _unstructure_class)
    converter.register_structure_hook_factory(_is_tuple, _structure_tuple)
    converter.register_unstructure_hook_factory(_is_tuple, _unstructure_tuple)
    converter.register_structure_hook_factory(_is_frozenset, _structure_frozenset)
    converter.register_unstructure_hook_factory(_is_frozenset, _unstructure_frozenset)
    converter.register_structure_hook_factory(is_several, one_of_reader)
    converter.register_unstructure_hook_factory(is_several, one_of_writer)
    return converter


def _refuse_type(hint: Any) -> Any:
    expected = "something that can be exchanged"
    raise InvalidValueError("a type", expected, name_of(hint))


def _refuse_moment(value: Any, _: Any = None) -> Any:
    raise InvalidValueError("a moment", "exchanged by a hook of your own", value)


# --- primitives ------------------------------------------


def _exactly(kind: type, expected: str) -> Structure:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise InvalidValueError("", expected, value)
        return value

    return structure


def _check_fields(kind: Any) -> None:
    """Refuse fields that cattrs would read as text, not as what they are."""
    for name, hint in field_hints(kind).items():
        for part in _parts(hint):
            if isinstance(part, EnumType) and issubclass(part, (str, int)):
                expected = "a plain Enum, not one that is text or a number too"
                raise InvalidValueError(f"{name_of(kind)}.{name}", expected, part)


def _parts(hint: Any) -> Iterator[Any]:
    yield type(hint) if isinstance(hint, Enum) else hint
    for inner in get_args(hint):
        yield from _parts(inner)


# --- classes ------------------------------------------------------------------


def _structure_class(kind: Any, converter: Converter) -> Structure:
    if kind in STANDINS:
        return _structure_standin(kind, converter)
    _check_fields(kind)
    structure = make_dict_structure_fn(
        kind, converter, _cattrs_forbid_extra_keys=True, _cattrs_use_linecache=False
    )
    expected = f"an object with the fields of {name_of(kind)}"

    def hook(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            raise InvalidValueError("", expected, value)
        try:
            return structure(value, kind)
        except ClassValidationError as error:
            raise _completed(error, kind, value, converter) from None

    return hook


def _completed(
    error: ClassValidationError, kind: Any, value: Any, converter: Converter
) -> Exception:
    """Add what the validators of the fields that could be read refuse.

    The constructor names only the first of these, or is not reached.
    """
    noted, others = error.group_exceptions()
    unread = {note.name for _, note in noted}
    if faults := list(_faults(kind, value, unread, converter)):
        others = [each for each in others if not isinstance(each, IClusterError)]
        errors = [*(each for each, _ in noted), *faults, *others]
        return grouped(errors, kind)
    return error


def _faults(
    kind: Any, value: Any, unread: set[str], converter: Converter
) -> Iterator[Exception]:
    """Yield what each field's converter and validator refuse, not only the first."""
    kind = get_origin(kind) or kind
    blank = object.__new__(kind)
    for attribute in attrs.fields(kind):
        if attribute.name not in value or attribute.name in unread:
            continue
        given = converter.structure(value[attribute.name], attribute.type)
        try:
            if attribute.converter is not None:
                given = attribute.converter(given)
            if attribute.validator is not None:
                attribute.validator(blank, attribute, given)
        except InvalidValueError as error:
            # Converters that are shared know no name; a place inside is kept.
            inside = error.place.removeprefix(attribute.name)
            place = inside if inside.startswith(("[", ".")) else ""
            again = InvalidValueError(place, error.expected, error.got)
            yield note(again, attribute.name)


def _structure_standin(kind: Any, converter: Converter) -> Structure:
    form = STANDINS[kind]
    structure = converter.get_structure_hook(form)

    def hook(value: Any, _: Any) -> Any:
        standin = structure(value, form)
        try:
            return standin.read()
        except IClusterError as error:
            raise grouped([error], form) from None

    return hook


def _unstructure_class(kind: Any, converter: Converter) -> Unstructure:
    if kind in STANDINS:
        form = STANDINS[kind]
        unstructure = converter.get_unstructure_hook(form)
        return lambda noun: unstructure(form.write(noun))
    _check_fields(kind)
    try:
        return make_dict_unstructure_fn(kind, converter, _cattrs_use_linecache=False)
    except InvalidValueError as error:
        expected = "made of what can be exchanged"
        raise InvalidValueError(name_of(kind), expected, error.got) from None


# --- tuples and sets ------------------------------------------------------------


def _is_tuple(hint: Any) -> bool:
    return hint is tuple or get_origin(hint) is tuple


def _is_frozenset(hint: Any) -> bool:
    return hint is frozenset or get_origin(hint) is frozenset


def _structured(
    pairs: Iterable[tuple[Any, Structure, Any]], kind: Any
) -> tuple[Any, ...]:
    """Read every item, and report all that cannot be read."""
    items: list[Any] = []
    errors: list[Exception] = []
    for item, structure, hint in pairs:
        try:
            items.append(structure(item, hint))
        except Exception as error:  # noqa: BLE001 (sorted out in `_problems`)
            index = len(items) + len(errors)
            note(error, index)
            errors.append(error)
    if errors:
        raise grouped(errors, kind)
    return tuple(items)


def _structure_tuple(kind: Any, converter: Converter) -> Structure:
    hints = get_args(kind)
    if len(hints) == 2 and hints[1] is ...:
        return _structure_many(kind, converter)
    hooks = [converter.get_structure_hook(hint) for hint in hints]
    expected = f"a list of {len(hints)} items"

    def hook(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list or len(value) != len(hints):
            raise InvalidValueError("", expected, value)
        return _structured(zip(value, hooks, hints, strict=True), kind)

    return hook


def _structure_many(kind: Any, converter: Converter) -> Structure:
    item_kind = get_args(kind)[0]
    structure = converter.get_structure_hook(item_kind)

    def hook(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            raise InvalidValueError("", "a list", value)
        return _structured(((each, structure, item_kind) for each in value), kind)

    return hook


def _structure_frozenset(kind: Any, converter: Converter) -> Structure:
    many = _structure_many(kind, converter)

    def hook(value: Any, _: Any) -> frozenset[Any]:
        items = many(value, kind)
        frozen = frozenset(items)
        if len(frozen) < len(items):
            raise InvalidValueError("", "a list without repetition", value)
        return frozen

    return hook


def _unstructure_tuple(kind: Any, converter: Converter) -> Unstructure:
    hints = get_args(kind)
    if not hints or hints[-1] is ...:
        write = _item_hook(hints, converter)
        return lambda items: [write(item) for item in items]
    hooks = [converter.get_unstructure_hook(hint) for hint in hints]
    return lambda items: [write(item) for write, item in zip(hooks, items, strict=True)]


def _unstructure_frozenset(kind: Any, converter: Converter) -> Unstructure:
    write = _item_hook(get_args(kind), converter)
    return lambda items: sorted(map(write, items), key=typed)


def _item_hook(hints: tuple[Any, ...], converter: Converter) -> Unstructure:
    """Return what writes items; by their own types where none was said."""
    if not hints or isinstance(hints[0], TypeVar):
        return converter.unstructure
    hook: Unstructure = converter.get_unstructure_hook(hints[0])
    return hook
