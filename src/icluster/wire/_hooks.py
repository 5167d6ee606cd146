"""The hooks that make a cattrs converter strict, and exact.

cattrs is kind by default: ``"false"`` becomes True, 2.9 becomes 2, a text becomes
a row of letters, unknown keys vanish. Here nothing is taken for something else.
Every refusal is an `InvalidValueError`, which `_problems` puts into words together
with its path.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from functools import cached_property
from itertools import chain
from types import MappingProxyType, NoneType
from typing import Any, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    IterableValidationError,
    IterableValidationNote,
)
from cattrs.fns import identity
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn

from icluster.conditions import typed
from icluster.errors import IClusterError, InvalidValueError
from icluster.vocabularies import Missing, Other
from icluster.wire._shapes import (
    BOOLEAN,
    INTEGER,
    LIST,
    NULL,
    OBJECT,
    TEXT,
    alternatives,
    is_exchanged_class,
    is_several,
    name_of,
)
from icluster.wire._standins import STANDINS
from icluster.wire._texts import TEXT_FORMS

__all__ = ["make_converter"]

Structure = Callable[[Any, Any], Any]
Unstructure = Callable[[Any], Any]

_JSON_TYPES = MappingProxyType(
    {
        NULL: NoneType,
        BOOLEAN: bool,
        INTEGER: int,
        TEXT: str,
        LIST: list,
        OBJECT: dict,
    }
)


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
    converter.register_structure_hook(str, _structure_text)
    for kind, form in TEXT_FORMS.items():
        converter.register_structure_hook(kind, form.structure)
        converter.register_unstructure_hook(kind, form.write)
    # Later factories are asked first.
    converter.register_structure_hook_factory(_is_enum, _structure_enum)
    converter.register_unstructure_hook_func(_is_enum, _unstructure_enum)
    converter.register_structure_hook_factory(is_exchanged_class, _structure_class)
    converter.register_unstructure_hook_factory(is_exchanged_class, _unstructure_class)
    converter.register_structure_hook_factory(_is_tuple, _structure_tuple)
    converter.register_unstructure_hook_factory(_is_tuple, _unstructure_tuple)
    converter.register_structure_hook_factory(_is_frozenset, _structure_frozenset)
    converter.register_unstructure_hook_factory(_is_frozenset, _unstructure_frozenset)
    converter.register_structure_hook_factory(is_several, _ReadOneOf)
    converter.register_unstructure_hook_factory(is_several, _WriteOneOf)
    return converter


def _refuse_type(hint: Any) -> Any:
    expected = "something that can be exchanged"
    raise InvalidValueError("a type", expected, name_of(hint))


# --- primitives, texts, vocabularies ------------------------------------------


def _exactly(kind: type, expected: str) -> Structure:
    def structure(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            raise InvalidValueError("", expected, value)
        return value

    return structure


def _structure_text(value: Any, _: Any) -> str:
    if type(value) is not str:
        raise InvalidValueError("", "text", value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            expected = "text without halves of characters"
            raise InvalidValueError("", expected, value) from None
    return value


def _is_enum(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, Enum)


def _structure_enum(of_members: Iterable[Any], _: Any = None) -> Structure:
    members = {member.value: member for member in of_members}
    expected = f"one of {', '.join(map(str, members))}"

    def structure(value: Any, _: Any) -> Any:
        if type(value) not in (str, int) or value not in members:
            raise InvalidValueError("", expected, value)
        return members[value]

    return structure


def _unstructure_enum(member: Any) -> Any:
    return member.value


# --- classes ------------------------------------------------------------------


def _structure_class(kind: Any, converter: Converter) -> Structure:
    if kind in STANDINS:
        return _structure_standin(kind, converter)
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
) -> ClassValidationError:
    """Add what the validators of the fields that could be read refuse.

    The constructor names only the first of these, or is not reached.
    """
    noted, others = error.group_exceptions()
    unread = {note.name for _, note in noted}
    if faults := list(_faults(kind, value, unread, converter)):
        others = [each for each in others if not isinstance(each, IClusterError)]
        errors = [*(each for each, _ in noted), *faults, *others]
        return ClassValidationError(error.message, errors, kind)
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
            inside = error.field.removeprefix(attribute.name)
            place = inside if inside.startswith(("[", ".")) else ""
            again = InvalidValueError(place, error.expected, error.got)
            yield _noted(again, attribute.name)


def _noted(error: Exception, name: str) -> Exception:
    _note(error, AttributeValidationNote("", name, None))
    return error


def _note(error: Exception, note: str) -> None:
    """Say where an error came up; what is nearest to it comes first."""
    error.__notes__ = [*getattr(error, "__notes__", ()), note]


def _structure_standin(kind: Any, converter: Converter) -> Structure:
    form = STANDINS[kind]
    structure = converter.get_structure_hook(form)

    def hook(value: Any, _: Any) -> Any:
        standin = structure(value, form)
        try:
            return standin.read()
        except IClusterError as error:
            raise ClassValidationError("", [error], form) from None

    return hook


def _unstructure_class(kind: Any, converter: Converter) -> Unstructure:
    if kind in STANDINS:
        form = STANDINS[kind]
        unstructure = converter.get_unstructure_hook(form)
        return lambda noun: unstructure(form.write(noun))
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
            _note(error, IterableValidationNote("", index, hint))
            errors.append(error)
    if errors:
        raise IterableValidationError("", errors, kind)
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
    return converter.get_unstructure_hook(hints[0]) if hints else converter.unstructure


# --- unions and bases ------------------------------------------------------------


class _ReadOneOf:
    """Reads one of several types, by its tag or by the shape of its JSON."""

    def __init__(self, hint: Any, converter: Converter) -> None:
        self.alternatives = alternatives(hint)
        self.converter = converter

    @cached_property
    def readers(self) -> dict[object, tuple[Structure, Any]]:
        """Readers by tag or type; made late, as conditions are made of conditions."""
        readers: dict[object, tuple[Structure, Any]] = {}
        for each in self.alternatives:
            reader = (_payload_reader(each.hint, self.converter), each.hint)
            readers[each.tag or _JSON_TYPES[each.shape]] = reader
        enums = [e.hint for e in self.alternatives if not e.tag and _is_enum(e.hint)]
        if len(enums) > 1:
            readers[str] = (_structure_enum(chain(*enums)), None)
        return readers

    def __call__(self, value: Any, _: Any) -> Any:
        """Read a *value*."""
        readers = self.readers
        kind = type(value)
        if kind is dict and len(value) == 1:
            tag = next(iter(value))
            if type(tag) is str and tag in readers:
                return self._read_tagged(tag, value[tag])
        if kind not in readers:
            raise InvalidValueError("", self.expected, value)
        read, hint = readers[kind]
        return read(value, hint)

    def _read_tagged(self, tag: str, value: Any) -> Any:
        read, hint = self.readers[tag]
        try:
            return read(value, hint)
        except Exception as error:  # noqa: BLE001 (sorted out in `_problems`)
            raise ClassValidationError("", [_noted(error, tag)], hint) from None

    @property
    def expected(self) -> str:
        """What can be read, in words."""
        named = (each.tag or name_of(each.hint) for each in self.alternatives)
        return f"one of {', '.join(named)}"


def _payload_reader(hint: Any, converter: Converter) -> Structure:
    """Return what reads a type without its tag."""
    if hint is Missing:
        return _structure_enum(Missing)
    if hint is Other:
        return lambda value, _: Other(_structure_text(value, str))
    reader: Structure = converter.get_structure_hook(hint)
    return reader


class _WriteOneOf:
    """Writes one of several types, with a tag where it needs one."""

    def __init__(self, hint: Any, converter: Converter) -> None:
        self.alternatives = alternatives(hint)
        self.converter = converter

    @cached_property
    def writers(self) -> dict[type, tuple[str, Unstructure]]:
        """Tag and writer by type; made late, as conditions are made of conditions."""
        return {
            each.runtime_type: (each.tag, _payload_writer(each.hint, self.converter))
            for each in self.alternatives
        }

    def __call__(self, value: Any) -> Any:
        """Write a *value*."""
        found = self.writers.get(type(value))
        if found is None:
            named = ", ".join(name_of(each.hint) for each in self.alternatives)
            raise InvalidValueError("a value", f"one of {named}", value)
        tag, write = found
        return {tag: write(value)} if tag else write(value)


def _payload_writer(hint: Any, converter: Converter) -> Unstructure:
    """Return what writes a type without its tag."""
    if hint is Missing:
        return _unstructure_enum
    if hint is Other:
        return lambda other: other.text
    writer: Unstructure = converter.get_unstructure_hook(hint)
    return writer
