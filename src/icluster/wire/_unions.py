"""Unions, and bases with several classes below them, read and written.

What is written plainly and what behind a tag, `_shapes` decides.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from types import MappingProxyType, NoneType
from typing import Any

from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    IterableValidationNote,
)

from icluster.errors import InvalidValueError
from icluster.vocabularies import Other
from icluster.wire._shapes import (
    BOOLEAN,
    INTEGER,
    LIST,
    NULL,
    OBJECT,
    TEXT,
    Alternative,
    alternatives,
    is_vocabulary,
    members_of,
    name_of,
)

__all__ = [
    "enum_reader",
    "grouped",
    "note",
    "one_of_reader",
    "one_of_writer",
    "read_text",
    "write_member",
]

Structure = Callable[[Any, Any], Any]
Unstructure = Callable[[Any], Any]

_JSON_TYPES: Mapping[str, type] = MappingProxyType(
    {
        NULL: NoneType,
        BOOLEAN: bool,
        INTEGER: int,
        TEXT: str,
        LIST: list,
        OBJECT: dict,
    }
)


# Their constructors take more than pyright believes of a text.
_ATTRIBUTE_NOTE: Any = AttributeValidationNote
_INDEX_NOTE: Any = IterableValidationNote
_GROUP: Any = ClassValidationError


def note(error: Exception, where: str | int) -> Exception:
    """Say in which field or at which index an error came up; the nearest first."""
    kind = _INDEX_NOTE if isinstance(where, int) else _ATTRIBUTE_NOTE
    return _noted(error, kind("", where, None))


def grouped(errors: list[Exception], kind: Any) -> Exception:
    """Put errors together that came up in one object."""
    group: Exception = _GROUP("while reading", errors, kind)
    return group


def _noted(error: Exception, where: str) -> Exception:
    error.__notes__ = [*getattr(error, "__notes__", ()), where]
    return error


def read_text(value: Any, _: Any = None) -> str:
    """Return a text as it is."""
    if type(value) is not str:
        raise InvalidValueError("", "text", value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            expected = "text without halves of characters"
            raise InvalidValueError("", expected, value) from None
    return value


def enum_reader(hint: Any, _: Any = None) -> Structure:
    """Return what reads one of the members that a vocabulary has, by its key."""
    return member_reader(members_of(hint))


def member_reader(of_members: Iterable[Any]) -> Structure:
    """Return what reads one of some members by its key."""
    members = {member.value: member for member in of_members}
    expected = f"one of {', '.join(map(str, members))}"

    def read(value: Any, _: Any) -> Any:
        if type(value) not in (str, int) or value not in members:
            raise InvalidValueError("", expected, value)
        return members[value]

    return read


def write_member(member: Any) -> Any:
    """Return the key of a member; faster than its `value`."""
    return member._value_


def one_of_reader(hint: Any, converter: Converter) -> Structure:
    """Return what reads one of several types, by its tag or its shape in JSON."""
    possible = alternatives(hint)
    expected = (
        f"one of {', '.join(each.tag or name_of(each.hint) for each in possible)}"
    )
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
            raise InvalidValueError("", expected, value)
        return reader(value, hint)

    return read


def _readers(
    possible: tuple[Alternative, ...], converter: Converter
) -> dict[object, Structure]:
    """Return what reads each alternative, by its tag or its type in JSON."""
    readers: dict[object, Structure] = {}
    for each in possible:
        reader = _payload_reader(each.hint, converter)
        if each.tag:
            readers[each.tag] = _tagged_reader(reader, each)
        else:
            readers[_JSON_TYPES[each.shape]] = _bound(reader, each.hint)
    enums = [h.hint for h in possible if not h.tag and is_vocabulary(h.hint)]
    if len(enums) > 1:
        readers[str] = member_reader(chain(*map(members_of, enums)))
    return readers


def _payload_reader(hint: Any, converter: Converter) -> Structure:
    """Return what reads a type without its tag."""
    if is_vocabulary(hint):
        return enum_reader(hint)
    if hint is Other:
        return lambda value, _: Other(read_text(value))
    reader: Structure = converter.get_structure_hook(hint)
    return reader


def _bound(reader: Structure, hint: Any) -> Structure:
    return lambda value, _: reader(value, hint)


def _tagged_reader(reader: Structure, each: Alternative) -> Structure:
    def read(value: Any, _: Any) -> Any:
        try:
            return reader(value, each.hint)
        except Exception as error:  # noqa: BLE001 (sorted out in `_problems`)
            note(error, each.tag)
            raise grouped([error], each.runtime_type) from None

    return read


def one_of_writer(hint: Any, converter: Converter) -> Unstructure:
    """Return what writes one of several types, with a tag where it needs one."""
    possible = {each.runtime_type: each for each in alternatives(hint)}
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


def _writer(each: Alternative, converter: Converter) -> Unstructure:
    tag = each.tag
    if is_vocabulary(each.hint) and tag:
        return lambda member: {tag: member._value_}
    if each.hint is Other:
        return lambda other: {tag: other.text}
    write: Unstructure = converter.get_unstructure_hook(each.hint)
    return (lambda value: {tag: write(value)}) if tag else write
