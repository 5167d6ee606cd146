"""The hooks that make a cattrs converter strict, and exact.

cattrs is kind by default: ``"false"`` becomes True, 2.9 becomes 2, a text becomes
a row of letters, unknown keys vanish. Here nothing is taken for something else.
Every refusal carries a fault, to which `_refusals` adds its place. What is written
plainly and what behind a tag, `_shapes` decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from enum import Enum, EnumType
from itertools import chain
from types import MappingProxyType, NoneType
from typing import Any, TypeVar, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    IterableValidationNote,
)
from cattrs.fns import identity
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from icluster._hints import field_hints, is_vocabulary, members_of, name_of
from icluster.conditions import typed
from icluster.errors import IClusterError, InvalidValueError
from icluster.vocabularies import Other
from icluster.wire._refusals import refuse, without_name
from icluster.wire._remade import REMADE
from icluster.wire._shapes import (
    LIST,
    OBJECT,
    SCALARS,
    Alternative,
    alternatives,
    expected_of,
    is_exchanged_class,
    is_several,
)
from icluster.wire._texts import TEXT_FORMS

__all__ = ["make_converter"]

Structure = Callable[[Any, Any], Any]
Unstructure = Callable[[Any], Any]


def make_converter() -> Converter:
    """Return a fresh strict converter."""
    converter = Converter(
        forbid_extra_keys=True,
        structure_fallback_factory=_refuse_type,
        unstructure_fallback_factory=_refuse_type,
    )
    for primitive in (bool, int, NoneType):
        converter.register_structure_hook(primitive, _exactly(primitive))
        converter.register_unstructure_hook(primitive, identity)
    converter.register_structure_hook(str, _read_text)
    for kind, form in TEXT_FORMS.items():
        converter.register_structure_hook(kind, form.structure)
        converter.register_unstructure_hook(kind, form.write)
    # A moment is a day to Python, and would lose its time.
    converter.register_structure_hook(datetime, _refuse_moment)
    converter.register_unstructure_hook(datetime, _refuse_moment)
    # Later factories are asked first.
    converter.register_structure_hook_factory(is_vocabulary, _member_reader)
    converter.register_unstructure_hook_func(is_vocabulary, _write_member)
    converter.register_structure_hook_factory(is_exchanged_class, _class_reader)
    converter.register_unstructure_hook_factory(is_exchanged_class, _class_writer)
    converter.register_structure_hook_factory(_is_tuple, _tuple_reader)
    converter.register_unstructure_hook_factory(_is_tuple, _tuple_writer)
    converter.register_structure_hook_factory(_is_frozenset, _frozenset_reader)
    converter.register_unstructure_hook_factory(_is_frozenset, _frozenset_writer)
    converter.register_structure_hook_factory(is_several, _one_of_reader)
    converter.register_unstructure_hook_factory(is_several, _one_of_writer)
    return converter


def _refuse_type(hint: Any) -> Any:
    expected = "something that can be exchanged"
    raise InvalidValueError("a type", expected, name_of(hint))


def _refuse_moment(value: Any, _: Any = None) -> Any:
    raise InvalidValueError("a moment", "exchanged by a hook of your own", value)


# --- what came up where -------------------------------------------------------

# Their constructors take more than pyright believes of a text.
_ATTRIBUTE_NOTE: Any = AttributeValidationNote
_INDEX_NOTE: Any = IterableValidationNote
_GROUP: Any = ClassValidationError


def _note(error: Exception, step: str | int) -> Exception:
    """Say in which field or at which index an error came up; the nearest first."""
    kind = _INDEX_NOTE if isinstance(step, int) else _ATTRIBUTE_NOTE
    error.__notes__ = [*getattr(error, "__notes__", ()), kind("", step, None)]
    return error


def _grouped(errors: list[Exception], kind: Any) -> Exception:
    """Put errors together that came up in one object."""
    group: Exception = _GROUP("while reading", errors, kind)
    return group


# --- what JSON has types for, and vocabularies ----------------------------------


def _exactly(kind: type) -> Structure:
    expected = expected_of(kind)

    def read(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            refuse("type", expected, value)
        return value

    return read


def _read_text(value: Any, _: Any = None) -> str:
    if type(value) is not str:
        refuse("type", "text", value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            refuse("value", "text without halves of characters", value)
    return value


def _member_reader(hint: Any, _: Any = None) -> Structure:
    """Return what reads a member of a vocabulary by its key."""
    return _reader_of_members(members_of(hint))


def _reader_of_members(several: Iterable[Any]) -> Structure:
    members = {member.value: member for member in several}
    expected = f"one of {', '.join(map(str, members))}"

    def read(value: Any, _: Any) -> Any:
        if type(value) not in (str, int):
            refuse("type", expected, value)
        if value not in members:
            refuse("value", expected, value)
        return members[value]

    return read


def _write_member(member: Any) -> Any:
    return member._value_  # faster than its `value`


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
        return _grouped([*(child for child, _ in noted), *refusals, *foreign], kind)
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
            yield _note(InvalidValueError.of(faults), name)


def _remade_reader(kind: Any, converter: Converter) -> Structure:
    remade = REMADE[kind]
    structure = converter.get_structure_hook(remade.form)

    def read(value: Any, _: Any) -> Any:
        form = structure(value, remade.form)
        try:
            return remade.made(form)
        except IClusterError as error:
            raise _grouped([error], kind) from None

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
            errors.append(_note(error, len(items) + len(errors)))
    if errors:
        raise _grouped(errors, kind)
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


# --- unions, and bases with several classes below them ------------------------------

_TYPES: Mapping[str, type] = MappingProxyType(
    {**{shape: kind for kind, shape in SCALARS.items()}, LIST: list, OBJECT: dict}
)


def _one_of_reader(hint: Any, converter: Converter) -> Structure:
    """Return what reads one of several types, by its tag or its shape in JSON."""
    possible = alternatives(hint)
    expected = expected_of(hint)
    readers: dict[object, Structure] = {}

    def read(value: Any, _: Any) -> Any:
        if not readers:
            # Looked up late, as conditions are made of conditions.
            readers.update(_readers(possible, converter))
        kind = type(value)
        if kind is dict and len(value) == 1:
            (tag,) = value
            if type(tag) is str and tag in readers:
                return readers[tag](value[tag], hint)
        reader = readers.get(kind)
        if reader is None:
            refuse("type", expected, value)
        return reader(value, hint)

    return read


def _readers(
    possible: tuple[Alternative, ...], converter: Converter
) -> dict[object, Structure]:
    """Return what reads each alternative, by its tag or its type in JSON."""
    readers: dict[object, Structure] = {}
    plain: list[Any] = []
    for alternative in possible:
        reader = _payload_reader(alternative.hint, converter)
        if alternative.tag:
            readers[alternative.tag] = _tagged_reader(reader, alternative)
        else:
            readers[_TYPES[alternative.shape]] = _bound(reader, alternative.hint)
            plain.append(alternative.hint)
    vocabularies = [hint for hint in plain if is_vocabulary(hint)]
    if len(vocabularies) > 1:
        readers[str] = _reader_of_members(chain(*map(members_of, vocabularies)))
    return readers


def _payload_reader(hint: Any, converter: Converter) -> Structure:
    """Return what reads a type without its tag."""
    if is_vocabulary(hint):
        return _member_reader(hint)
    if hint is Other:
        return lambda value, _: Other(_read_text(value))
    reader: Structure = converter.get_structure_hook(hint)
    return reader


def _bound(reader: Structure, hint: Any) -> Structure:
    return lambda value, _: reader(value, hint)


def _tagged_reader(reader: Structure, alternative: Alternative) -> Structure:
    def read(value: Any, _: Any) -> Any:
        try:
            return reader(value, alternative.hint)
        except Exception as error:  # noqa: BLE001 (sorted out in `_refusals`)
            _note(error, alternative.tag)
            raise _grouped([error], alternative.runtime_type) from None

    return read


def _one_of_writer(hint: Any, converter: Converter) -> Unstructure:
    """Return what writes one of several types, with a tag where it needs one."""
    possible = {kind.runtime_type: kind for kind in alternatives(hint)}
    writers: dict[type, Unstructure] = {}

    def write(value: Any) -> Any:
        kind = type(value)
        writer = writers.get(kind)
        if writer is None:
            if kind not in possible:
                expected = f"one of {', '.join(map(name_of, possible))}"
                raise InvalidValueError("a value", expected, value)
            writer = writers[kind] = _writer(possible[kind], converter)
        return writer(value)

    return write


def _writer(alternative: Alternative, converter: Converter) -> Unstructure:
    tag, hint = alternative.tag, alternative.hint
    if is_vocabulary(hint) and tag:
        return lambda member: {tag: member._value_}
    if hint is Other:
        return lambda other: {tag: other.text}
    write: Unstructure = converter.get_unstructure_hook(hint)
    return (lambda value: {tag: write(value)}) if tag else write
