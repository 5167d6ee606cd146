"""Reading and writing one value: a member, a union; what came up where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import chain
from types import MappingProxyType
from typing import Any

from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    IterableValidationNote,
)

from icluster._hints import is_vocabulary, members_of, name_of
from icluster.errors import InvalidValueError
from icluster.vocabularies import Other
from icluster.wire._refusals import refuse
from icluster.wire._shapes import (
    LIST,
    OBJECT,
    SCALARS,
    Alternative,
    alternatives,
    expected_of,
)
from icluster.words import say

# Their constructors take more than pyright believes of a text.
_ATTRIBUTE_NOTE: Any = AttributeValidationNote


_INDEX_NOTE: Any = IterableValidationNote


_GROUP: Any = ClassValidationError


def note(error: Exception, step: str | int) -> Exception:
    """Say in which field or at which index an error came up; the nearest first."""
    kind = _INDEX_NOTE if isinstance(step, int) else _ATTRIBUTE_NOTE
    error.__notes__ = [*getattr(error, "__notes__", ()), kind("", step, None)]
    return error


def grouped(errors: list[Exception], kind: Any) -> Exception:
    """Put errors together that came up in one object."""
    group: Exception = _GROUP("while reading", errors, kind)
    return group


Structure = Callable[[Any, Any], Any]


Unstructure = Callable[[Any], Any]


def exactly(kind: type) -> Structure:
    expected = expected_of(kind)

    def read(value: Any, _: Any) -> Any:
        if type(value) is not kind:
            refuse("type", expected, value)
        return value

    return read


def read_text(value: Any, _: Any = None) -> str:
    if type(value) is not str:
        refuse("type", "text", value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError:
            refuse("value", "text without halves of characters", value)
    return value


def member_reader(hint: Any, _: Any = None) -> Structure:
    """Return what reads a member of a vocabulary by its key."""
    return reader_of_members(members_of(hint))


def reader_of_members(several: Iterable[Any]) -> Structure:
    members = {member.value: member for member in several}
    expected = say("one of {}", tuple(map(str, members)))

    def read(value: Any, _: Any) -> Any:
        if type(value) not in (str, int):
            refuse("type", expected, value)
        if value not in members:
            refuse("value", expected, value)
        return members[value]

    return read


def write_member(member: Any) -> Any:
    return member._value_  # faster than its `value`


_TYPES: Mapping[str, type] = MappingProxyType(
    {**{shape: kind for kind, shape in SCALARS.items()}, LIST: list, OBJECT: dict}
)


def one_of_reader(hint: Any, converter: Converter) -> Structure:
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
        readers[str] = reader_of_members(chain(*map(members_of, vocabularies)))
    return readers


def _payload_reader(hint: Any, converter: Converter) -> Structure:
    """Return what reads a type without its tag."""
    if is_vocabulary(hint):
        return member_reader(hint)
    if hint is Other:
        return lambda value, _: Other(read_text(value))
    reader: Structure = converter.get_structure_hook(hint)
    return reader


def _bound(reader: Structure, hint: Any) -> Structure:
    return lambda value, _: reader(value, hint)


def _tagged_reader(reader: Structure, alternative: Alternative) -> Structure:
    def read(value: Any, _: Any) -> Any:
        try:
            return reader(value, alternative.hint)
        except Exception as error:  # noqa: BLE001 (sorted out in `_refusals`)
            note(error, alternative.tag)
            raise grouped([error], alternative.runtime_type) from None

    return read


def one_of_writer(hint: Any, converter: Converter) -> Unstructure:
    """Return what writes one of several types, with a tag where it needs one."""
    possible = {kind.runtime_type: kind for kind in alternatives(hint)}
    writers: dict[type, Unstructure] = {}

    def write(value: Any) -> Any:
        kind = type(value)
        writer = writers.get(kind)
        if writer is None:
            if kind not in possible:
                expected = say("one of {}", tuple(map(name_of, possible)))
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
