"""What reads values, one function made for each type; nothing is coerced.

A reader takes a value and the log of faults. It gives what it read, or `UNREAD` when
it has told the log why not. Nothing is raised on the way, so that a document is read
once, faults and all, and reading can stop when the log is full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain
from math import isfinite
from types import MappingProxyType, NoneType
from typing import Any, get_args

from cattrs import Converter

from icluster._hints import is_vocabulary, members_of, name_of
from icluster.errors import InvalidValueError
from icluster.vocabularies import Other
from icluster.wire._hooks import Read, reader_of
from icluster.wire._refusals import UNREAD, FaultLog, in_a_path, without_name
from icluster.wire._shapes import (
    LARGEST,
    LIST,
    OBJECT,
    SCALARS,
    TEXT_FORMS,
    TOO_LARGE,
    Alternative,
    alternatives,
    container_of,
    expected_of,
    item_of,
    key_and_item_of,
    of_part,
)
from icluster.words import say

# --- plain values ---------------------------------------------------------------


def exactly(kind: type) -> Read:
    """Return what reads values of one class that JSON has."""
    expected = expected_of(kind)

    def read(value: Any, log: FaultLog) -> Any:
        return value if type(value) is kind else log.refuse("type", expected, value)

    return read


def read_whole(value: Any, log: FaultLog) -> Any:
    """Read a whole number."""
    if type(value) is not int:
        return log.refuse("type", "a whole number", value)
    if -LARGEST < value < LARGEST:
        return value
    return log.refuse("value", TOO_LARGE, value)


def read_number(value: Any, log: FaultLog) -> Any:
    """Read a number; JSON knows one kind, so that whole ones are read too."""
    if type(value) is int and value == (number := _float_of(value)):
        return number
    if type(value) is not float or not isfinite(value):
        return log.refuse("type", "a finite number", value)
    return value


def _float_of(value: int) -> float | None:
    try:
        return float(value)
    except OverflowError:
        return None


def read_text(value: Any, log: FaultLog) -> Any:
    """Read a text."""
    if type(value) is not str:
        return log.refuse("type", "text", value)
    if not value.isascii() and not is_whole_text(value):
        return log.refuse("value", "text without halves of characters", value)
    return value


def is_whole_text(text: str) -> bool:
    """Tell whether no half of a character stands alone in *text*."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def read_anything(value: Any, log: FaultLog) -> Any:
    """Read plain values of no type that was said."""
    kind = type(value)
    if kind is list:
        return _read_list(value, log)
    if kind is dict:
        return _read_object(value, log)
    reader = _ANYTHING.get(kind)
    if reader is None:
        return log.refuse("type", "a value of JSON", value)
    return reader(value, log)


_ANYTHING: Mapping[type, Read] = MappingProxyType(
    {
        str: read_text,
        int: read_whole,
        float: read_number,
        bool: exactly(bool),
        NoneType: exactly(NoneType),
    }
)


_LONG = 80  # digits that a number may have on a side


def form_reader(kind: type) -> Read:
    """Return what reads values that are written as text."""
    form = TEXT_FORMS[kind]
    matches = re.compile(form.pattern, re.ASCII).fullmatch
    expected, short = say(form.expected), say("{}, and shorter", say(form.expected))

    def read(text: Any, log: FaultLog) -> Any:
        if type(text) is not str:
            return log.refuse("type", expected, text)
        if matches(text) is None:
            return log.refuse("value", expected if len(text) <= _LONG else short, text)
        try:
            return form.read(text)
        except InvalidValueError as error:
            for fault in error.faults:
                log.refuse("value", of_part(fault), text)
            return UNREAD
        except ValueError:
            return log.refuse("value", expected, text)

    return read


# --- vocabularies ---------------------------------------------------------------


def members_by_key(hint: Any) -> Iterator[tuple[str | int, Any]]:
    """Yield the members of a vocabulary with their keys.

    Raises:
        InvalidValueError: A key is none that JSON can tell from others.
    """
    for member in members_of(hint):
        key = member.value
        if type(key) not in (str, int):
            expected = "a vocabulary of keys that are text or whole numbers"
            raise InvalidValueError(name_of(hint), expected, key)
        yield key, member


def members_reader(*hints: Any) -> Read:
    """Return what reads a member of one of several vocabularies by its key."""
    members = dict(chain.from_iterable(map(members_by_key, hints)))
    expected = say("one of {}", tuple(map(str, members)))

    def read(value: Any, log: FaultLog) -> Any:
        if type(value) not in (str, int):
            return log.refuse("type", expected, value)
        member = members.get(value)
        # A number for a key is none for True, which Python holds to be equal.
        return log.refuse("value", expected, value) if member is None else member

    return read


# --- containers -------------------------------------------------------------------


def container_reader(hint: Any, converter: Converter) -> Read:
    """Return what reads a list, a tuple, a set or a mapping."""
    kind: Any = container_of(hint)
    hints = get_args(hint)
    if kind is dict:
        return _dict_reader(hint, converter)
    if kind is tuple and len(hints) > 0 and hints[-1] is not ...:
        return _row_reader(hint, converter)
    read_many = _many_reader(reader_of(item_of(hint), converter))
    if kind is list:
        return read_many
    if kind is tuple:
        return lambda value, log: _made(tuple, read_many(value, log))

    def read(value: Any, log: FaultLog) -> Any:
        items = read_many(value, log)
        if items is UNREAD:
            return UNREAD
        try:
            members = kind(items)
        except TypeError:
            return log.refuse("type", "a list of what can stand in a set", value)
        if len(members) < len(items):
            return log.refuse("repeated", "a list without repetition", value)
        return members

    return read


def _made(kind: Any, content: Any) -> Any:
    return UNREAD if content is UNREAD else kind(content)


def _many_reader(read_item: Read) -> Read:
    def read(value: Any, log: FaultLog) -> Any:
        if type(value) is not list:
            return log.refuse("type", "a list", value)
        items: list[Any] = []
        is_sound = True
        mark = len(log)
        for item in value:
            content = read_item(item, log)
            items.append(content)
            if content is UNREAD:
                is_sound = False
            if len(log) != mark:
                mark = log.below(mark, len(items) - 1)
                if log.is_full:
                    return UNREAD
        return items if is_sound else UNREAD

    return read


def _row_reader(hint: Any, converter: Converter) -> Read:
    """Return what reads a tuple of so many items, each of its own type."""
    readers = [reader_of(part, converter) for part in get_args(hint)]
    expected = expected_of(hint)

    def read(value: Any, log: FaultLog) -> Any:
        if type(value) is not list:
            return log.refuse("type", expected, value)
        if len(value) != len(readers):
            return log.refuse("value", expected, value)
        items: list[Any] = []
        mark = len(log)
        for read_item, item in zip(readers, value, strict=True):
            items.append(read_item(item, log))
            if len(log) != mark:
                mark = log.below(mark, len(items) - 1)
        return UNREAD if UNREAD in items else tuple(items)

    return read


def _dict_reader(hint: Any, converter: Converter) -> Read:
    key_hint, item_hint = key_and_item_of(hint)
    return _mapping_reader(
        reader_of(key_hint, converter), reader_of(item_hint, converter)
    )


def _mapping_reader(read_key: Read, read_item: Read) -> Read:
    def read(value: Any, log: FaultLog) -> Any:
        if type(value) is not dict:
            return log.refuse("type", "an object", value)
        contents: dict[Any, Any] = {}
        is_sound = True
        mark = len(log)
        for text, part in value.items():
            key, content = read_key(text, log), read_item(part, log)
            if key is UNREAD or content is UNREAD:
                is_sound = False
            else:
                contents[key] = content
            if len(log) != mark:
                mark = log.below(mark, in_a_path(text))
                if log.is_full:
                    return UNREAD
        return contents if is_sound else UNREAD

    return read


_read_list = _many_reader(read_anything)
_read_object = _mapping_reader(read_text, read_anything)


# --- one of several types ---------------------------------------------------------

_TYPES: Mapping[str, type] = MappingProxyType(
    {**{shape: kind for kind, shape in SCALARS.items()}, LIST: list, OBJECT: dict}
)


def one_of_reader(hint: Any, converter: Converter) -> Read:
    """Return what reads one of several types, by its tag or its shape in JSON."""
    possible = alternatives(hint)
    expected = expected_of(hint)
    readers = _readers(possible, converter)

    def read(value: Any, log: FaultLog) -> Any:
        kind = type(value)
        if kind is dict and len(value) == 1:
            (tag,) = value
            if type(tag) is str and tag in readers:
                mark = len(log)
                content = readers[tag](value[tag], log)
                if len(log) != mark:
                    log.below(mark, tag)
                return content
        reader = readers.get(kind)
        if reader is None:
            return log.refuse("type", expected, value)
        return reader(value, log)

    return read


def _readers(
    possible: tuple[Alternative, ...], converter: Converter
) -> dict[object, Read]:
    """Return what reads each alternative, by its tag or its type in JSON."""
    readers: dict[object, Read] = {}
    plain: list[Any] = []
    for alternative in possible:
        reader = _payload_reader(alternative.hint, converter)
        if alternative.tag:
            readers[alternative.tag] = reader
        else:
            readers[_TYPES[alternative.shape]] = reader
            plain.append(alternative.hint)
    vocabularies = [hint for hint in plain if is_vocabulary(hint)]
    if len(vocabularies) > 1:
        readers[str] = members_reader(*vocabularies)
    return readers


def _payload_reader(hint: Any, converter: Converter) -> Read:
    """Return what reads a type without its tag."""
    if is_vocabulary(hint):
        return members_reader(hint)
    return _read_other if hint is Other else reader_of(hint, converter)


def _read_other(value: Any, log: FaultLog) -> Any:
    text = read_text(value, log)
    try:
        return UNREAD if text is UNREAD else Other(text)
    except InvalidValueError as error:
        for fault in error.faults:
            log.add(without_name(fault, "text"))
        return UNREAD
