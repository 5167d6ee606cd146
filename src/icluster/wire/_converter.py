"""The hooks that make a cattrs converter strict, and exact.

cattrs is kind by default: ``"false"`` becomes True, 2.9 becomes 2, a text becomes
a row of letters, unknown keys vanish. Here nothing is taken for something else.
Every refusal carries a fault, to which `_refusals` adds its place. What is written
plainly and what behind a tag, `_shapes` decides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import Enum, EnumType
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import ClassValidationError
from cattrs.fns import identity
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from icluster._hints import field_hints, is_vocabulary, name_of
from icluster.conditions import typed
from icluster.errors import IClusterError, InvalidValueError
from icluster.wire._hooks import (
    Structure,
    Unstructure,
    exactly,
    grouped,
    member_reader,
    note,
    one_of_reader,
    one_of_writer,
    read_text,
    write_member,
)
from icluster.wire._refusals import refuse, without_name
from icluster.wire._remade import REMADE
from icluster.wire._shapes import (
    TEXT_FORMS,
    expected_of,
    is_exchanged_class,
    is_several,
)


def make_converter() -> Converter:
    """Return a fresh strict converter."""
    converter = Converter(
        forbid_extra_keys=True,
        structure_fallback_factory=_refuse_type,
        unstructure_fallback_factory=_refuse_type,
    )
    for primitive in (bool, int, NoneType):
        converter.register_structure_hook(primitive, exactly(primitive))
        converter.register_unstructure_hook(primitive, identity)
    converter.register_structure_hook(str, read_text)
    for kind, form in TEXT_FORMS.items():
        converter.register_structure_hook(kind, form.structure)
        converter.register_unstructure_hook(kind, form.write)
    # A moment is a day to Python, and would lose its time.
    converter.register_structure_hook(datetime, _refuse_moment)
    converter.register_unstructure_hook(datetime, _refuse_moment)
    # Later factories are asked first.
    converter.register_structure_hook_factory(is_vocabulary, member_reader)
    converter.register_unstructure_hook_func(is_vocabulary, write_member)
    converter.register_structure_hook_factory(is_exchanged_class, _class_reader)
    converter.register_unstructure_hook_factory(is_exchanged_class, _class_writer)
    converter.register_structure_hook_factory(_is_tuple, _tuple_reader)
    converter.register_unstructure_hook_factory(_is_tuple, _tuple_writer)
    converter.register_structure_hook_factory(_is_frozenset, _frozenset_reader)
    converter.register_unstructure_hook_factory(_is_frozenset, _frozenset_writer)
    converter.register_structure_hook_factory(is_several, one_of_reader)
    converter.register_unstructure_hook_factory(is_several, one_of_writer)
    return converter


def _refuse_type(hint: Any) -> Any:
    expected = "something that can be exchanged"
    raise InvalidValueError("a type", expected, name_of(hint))


def _refuse_moment(value: Any, _: Any = None) -> Any:
    raise InvalidValueError("a moment", "exchanged by a hook of your own", value)


# --- classes ------------------------------------------------------------------


def _class_reader(kind: Any, converter: Converter) -> Structure:
    if kind in REMADE:
        return _remade_reader(kind, converter)
    _check_fields(kind)
    structure = make_dict_structure_fn(
        kind, converter, _cattrs_forbid_extra_keys=True, _cattrs_use_linecache=False
    )
    expected = expected_of(kind)

    def read(value: Any, _: Any) -> Any:
        if type(value) is not dict:
            refuse("type", expected, value)
        try:
            return structure(value, kind)
        except ClassValidationError as error:
            raise _completed(error, kind, value, converter) from None

    return read


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


def _completed(
    error: ClassValidationError, kind: Any, value: Any, converter: Converter
) -> Exception:
    """Add what the validators of the fields that could be read refuse.

    The constructor names only the first of these, or is not reached.
    """
    noted, ungrouped = error.group_exceptions()
    unread = {note.name for _, note in noted}
    if refusals := list(_refused_fields(kind, value, unread, converter)):
        foreign = [other for other in ungrouped if not isinstance(other, IClusterError)]
        return grouped([*(child for child, _ in noted), *refusals, *foreign], kind)
    return error


def _refused_fields(
    kind: Any, value: Any, unread: set[str], converter: Converter
) -> Iterator[Exception]:
    """Yield what each field's converter and validator refuse, not only the first."""
    bare = get_origin(kind) or kind
    blank = object.__new__(bare)
    for attribute in attrs.fields(bare):
        name = attribute.name
        if name not in value or name in unread:
            continue
        content = converter.structure(value[name], attribute.type)
        try:
            if attribute.converter is not None:
                content = attribute.converter(content)
            if attribute.validator is not None:
                attribute.validator(blank, attribute, content)
        except InvalidValueError as error:
            faults = [without_name(fault, name) for fault in error.faults]
            yield note(InvalidValueError.of(faults), name)


def _remade_reader(kind: Any, converter: Converter) -> Structure:
    remade = REMADE[kind]
    structure = converter.get_structure_hook(remade.form)

    def read(value: Any, _: Any) -> Any:
        form = structure(value, remade.form)
        try:
            return remade.made(form)
        except IClusterError as error:
            raise grouped([error], kind) from None

    return read


def _class_writer(kind: Any, converter: Converter) -> Unstructure:
    if kind in REMADE:
        remade = REMADE[kind]
        unstructure = converter.get_unstructure_hook(remade.form)
        return lambda noun: unstructure(remade.written(noun))
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


def _items(pairs: Iterable[tuple[Any, Structure, Any]], kind: Any) -> tuple[Any, ...]:
    """Read every item, and report all that cannot be read."""
    items: list[Any] = []
    errors: list[Exception] = []
    for item, read, hint in pairs:
        try:
            items.append(read(item, hint))
        except Exception as error:  # noqa: BLE001 (sorted out in `_refusals`)
            errors.append(note(error, len(items) + len(errors)))
    if errors:
        raise grouped(errors, kind)
    return tuple(items)


def _tuple_reader(kind: Any, converter: Converter) -> Structure:
    hints = get_args(kind)
    if len(hints) == 2 and hints[1] is ...:
        return _many_reader(kind, converter)
    readers = [converter.get_structure_hook(hint) for hint in hints]
    expected = expected_of(kind)

    def read(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            refuse("type", expected, value)
        if len(value) != len(hints):
            refuse("value", expected, value)
        return _items(zip(value, readers, hints, strict=True), kind)

    return read


def _many_reader(kind: Any, converter: Converter) -> Structure:
    item_kind = get_args(kind)[0]
    read_item = converter.get_structure_hook(item_kind)

    def read(value: Any, _: Any) -> tuple[Any, ...]:
        if type(value) is not list:
            refuse("type", "a list", value)
        return _items(((item, read_item, item_kind) for item in value), kind)

    return read


def _frozenset_reader(kind: Any, converter: Converter) -> Structure:
    read_many = _many_reader(kind, converter)

    def read(value: Any, _: Any) -> frozenset[Any]:
        items = read_many(value, kind)
        frozen = frozenset(items)
        if len(frozen) < len(items):
            refuse("repeated", "a list without repetition", value)
        return frozen

    return read


def _tuple_writer(kind: Any, converter: Converter) -> Unstructure:
    hints = get_args(kind)
    if not hints or hints[-1] is ...:
        write = _item_writer(hints, converter)
        return lambda items: [write(item) for item in items]
    hooks = [converter.get_unstructure_hook(hint) for hint in hints]
    return lambda items: [write(item) for write, item in zip(hooks, items, strict=True)]


def _frozenset_writer(kind: Any, converter: Converter) -> Unstructure:
    write = _item_writer(get_args(kind), converter)
    return lambda items: sorted(map(write, items), key=typed)


def _item_writer(hints: tuple[Any, ...], converter: Converter) -> Unstructure:
    """Return what writes items; by their own types where none was said."""
    if not hints or isinstance(hints[0], TypeVar):
        return converter.unstructure
    write: Unstructure = converter.get_unstructure_hook(hints[0])
    return write
