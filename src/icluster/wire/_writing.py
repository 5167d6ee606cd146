"""What writes values, one function made for each type: what is read, and no more.

A writer refuses what would not be read back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from enum import Enum
from math import isfinite
from typing import Any, get_args, get_origin

import attrs
from cattrs import Converter
from cattrs.fns import identity
from cattrs.gen import make_dict_unstructure_fn, override

from icluster._fields import Matches
from icluster._hints import field_hints, is_vocabulary, name_of, plain_hint
from icluster._lean import declared
from icluster._texts import IsText
from icluster.conditions import typed
from icluster.errors import InvalidValueError
from icluster.vocabularies import Other
from icluster.wire._depth import is_bounded
from icluster.wire._hooks import Write, writer_of
from icluster.wire._reading import is_whole_text, members_by_key, read_anything
from icluster.wire._refusals import UNREAD, FaultLog
from icluster.wire._remade import REMADE
from icluster.wire._shapes import (
    LARGEST,
    TEXT_FORMS,
    TOO_LARGE,
    Alternative,
    alternatives,
    container_of,
    expected_of,
    key_and_item_of,
)
from icluster.words import Key, Sentence, say


def refused(value: object, expected: str | Sentence) -> InvalidValueError:
    """Return what says that a value cannot be written, where it stands."""
    return InvalidValueError("", expected, value)


def _below(error: InvalidValueError, step: str | int) -> InvalidValueError:
    return InvalidValueError.of(fault.below(step) for fault in error.faults)


# --- plain values ---------------------------------------------------------------


def write_text(value: Any) -> Any:
    """Write a text."""
    if type(value) is not str:
        raise refused(value, "text")
    if not value.isascii() and not is_whole_text(value):
        raise refused(value, "text without halves of characters")
    return value


def write_whole(value: Any) -> Any:
    """Write a whole number."""
    if type(value) is not int:
        raise refused(value, "a whole number")
    if not -LARGEST < value < LARGEST:
        raise refused(value, TOO_LARGE)
    return value


def write_number(value: Any) -> Any:
    """Write a number of limited precision, which a class of somebody's own holds."""
    is_number = type(value) is float or (type(value) is int and abs(value) < 2**53)
    if not is_number or not isfinite(value):
        raise refused(value, "a finite number")
    return value


def exact_writer(kind: type) -> Write:
    """Return what writes values of one class that JSON has."""
    expected = expected_of(kind)

    def write(value: Any) -> Any:
        if type(value) is not kind:
            raise refused(value, expected)
        return value

    return write


def form_writer(kind: type) -> Write:
    """Return what writes values as text."""
    form = TEXT_FORMS[kind]
    write_form = form.write

    def write(value: Any) -> Any:
        if type(value) is not kind:
            raise refused(value, say("of type {}", name_of(kind)))
        return write_form(value)

    return write


def member_writer(hint: Any) -> Write:
    """Return what writes members of a vocabulary by their keys."""
    # By identity, since members of somebody's own may compare in ways of their own.
    keys = {id(member): key for key, member in members_by_key(hint)}

    def write(member: Any) -> Any:
        key = keys.get(id(member))
        if key is None:
            raise refused(member, expected_of(hint))
        return key

    return write


def anything_writer(converter: Converter) -> Write:
    """Return what writes values by their own types."""

    def write(value: Any) -> Any:
        return writer_of(type(value), converter)(value)

    return write


def write_anything(value: Any) -> Any:
    """Write plain values of no type that was said, as they would be read."""
    log = FaultLog(most=1)
    listed = _in_lists(value)
    if read_anything(listed, log) is UNREAD:
        raise InvalidValueError.of(log.faults)
    return listed


def _in_lists(value: Any) -> Any:
    """Write tuples as the lists that they were read from."""
    if isinstance(value, (tuple, list)):
        return [_in_lists(item) for item in value]
    return value


# --- classes ------------------------------------------------------------------


def class_writer(kind: Any, converter: Converter) -> Write:
    """Return what writes an attrs class field by field, defaults left out."""
    return _class_writer(kind, converter)


def full_class_writer(kind: Any, converter: Converter) -> Write:
    """Return what writes an attrs class field by field, defaults too."""
    return _class_writer(kind, converter, full=True)


def placing_class_writer(kind: Any, converter: Converter) -> Write:
    """Return what writes an attrs class more slowly, and says where it cannot."""
    if kind in REMADE:
        return _class_writer(kind, converter)
    fields = _Fields(kind, converter)
    expected = say("of type {}", name_of(kind))

    def write(noun: Any) -> Any:
        if not isinstance(noun, get_origin(kind) or kind):
            raise refused(noun, expected)
        return fields.placed(noun)

    return write


def _class_writer(kind: Any, converter: Converter, *, full: bool = False) -> Write:
    if kind in REMADE:
        remade = REMADE[kind]
        write_form = writer_of(remade.form, converter)
        return lambda noun: write_form(remade.written(noun))
    fields = _Fields(kind, converter)
    if is_bounded(kind):
        return fields.function(full=full)
    functions: list[Write] = []

    def write(noun: Any) -> Any:
        if not functions:
            # Made late, as conditions are made of conditions.
            functions.append(fields.function(full=full))
        return functions[0](noun)

    return write


class _Fields:
    """The fields of a class, and what writes each."""

    def __init__(self, kind: Any, converter: Converter) -> None:
        self.kind, self.converter = kind, converter

    def writers(self) -> dict[str, Write]:
        """Return what writes each field, by name."""
        writers: dict[str, Write] = {}
        for name, hint in field_hints(self.kind).items():
            try:
                writers[name] = writer_of(hint, self.converter)
            except InvalidValueError as error:
                if error.place not in ("a type", "a union"):
                    raise
                expected = "made of what can be exchanged"
                got = error.got
                where = f"{name_of(self.kind)}.{name}"
                raise InvalidValueError(where, expected, got) from None
        return writers

    def function(self, *, full: bool) -> Write:
        """Return what writes all fields, or those that do not hold their defaults."""
        writers = self.writers()
        # cattrs compares defaults with ==, by which 1.0 is 1: others we look at.
        plain = {} if full else self._written_defaults(writers)
        texts = self._checked_texts()
        overrides: Any = {
            name: override(
                unstruct_hook=identity if name in texts else write,
                omit_if_default=not full and name not in plain,
            )
            for name, write in writers.items()
        }
        write_fields: Write = make_dict_unstructure_fn(
            self.kind, self.converter, _cattrs_use_linecache=False, **overrides
        )
        if not plain:
            return write_fields

        def write(noun: Any) -> Any:
            data = write_fields(noun)
            for name, default in plain.items():
                # Not by ==, by which 1 is True.
                if repr(data[name]) == repr(default):
                    del data[name]
            return data

        return write

    def _written_defaults(self, writers: Mapping[str, Write]) -> dict[str, Any]:
        """Return the defaults that are not told by ==, as they are written."""
        plain: dict[str, Any] = {}
        for attribute in attrs.fields(get_origin(self.kind) or self.kind):
            default: Any = attribute.default
            if isinstance(default, _FACTORY) and not default.takes_self:
                default = default.factory()
            is_told = isinstance(default, (str, bool, Enum, _FACTORY))
            if attribute.name in writers and not (
                is_told or default in (None, (), attrs.NOTHING, frozenset())
            ):
                plain[attribute.name] = writers[attribute.name](default)
        return plain

    def _checked_texts(self) -> frozenset[str]:
        """Return the fields whose validators see to it that texts can be written."""
        hints = field_hints(self.kind)
        return frozenset(
            attribute.name
            for attribute in attrs.fields(get_origin(self.kind) or self.kind)
            if plain_hint(hints.get(attribute.name)) is str
            and any(
                isinstance(validator, Matches)
                or (isinstance(validator, IsText) and validator.odd is not None)
                for validator in declared(attribute)
            )
        )

    def placed(self, noun: Any) -> dict[str, Any]:
        """Write all fields; say in which one something cannot be written.

        Raises:
            InvalidValueError: It cannot, with its place.
        """
        data: dict[str, Any] = {}
        for name, write in self.writers().items():
            try:
                data[name] = write(getattr(noun, name))
            except InvalidValueError as error:
                raise _below(error, name) from None
        return data


_FACTORY: Any = attrs.Factory


# --- containers -------------------------------------------------------------------


def container_writer(hint: Any, converter: Converter) -> Write:
    """Return what writes a list, a tuple, a set or a mapping."""
    kind, hints = container_of(hint), get_args(hint)
    if kind is dict:
        return _dict_writer(hint, converter)
    if kind is tuple and hints and hints[-1] is not ...:
        return _row_writer(hint, converter)
    # Items of no type that was said are written by their own.
    write_item = writer_of(hints[0], converter) if hints else anything_writer(converter)
    write_many = _many_writer(write_item)
    if kind in (list, tuple):
        return write_many
    return lambda items: sorted(write_many(items), key=typed)


def _many_writer(write_item: Write) -> Write:
    def write(items: Any) -> list[Any]:
        # A tuple, nearly always, and to ask for a sequence is slow.
        if type(items) is not tuple and (
            isinstance(items, str) or not isinstance(items, (Sequence, AbstractSet))
        ):
            raise refused(items, "a list")
        written: list[Any] = []
        try:
            written.extend(map(write_item, items))
        except InvalidValueError as error:
            raise _below(error, len(written)) from None
        return written

    return write


def _row_writer(hint: Any, converter: Converter) -> Write:
    writers = [writer_of(part, converter) for part in get_args(hint)]
    expected = expected_of(hint)

    def write(items: Any) -> list[Any]:
        if not isinstance(items, (tuple, list)) or len(items) != len(writers):
            raise refused(items, expected)
        return [write(item) for write, item in zip(writers, items, strict=True)]

    return write


def _dict_writer(hint: Any, converter: Converter) -> Write:
    if get_args(hint):
        key_hint, item_hint = key_and_item_of(hint)
        write_key = writer_of(key_hint, converter)
        write_item = writer_of(item_hint, converter)
    else:
        write_key, write_item = write_text, anything_writer(converter)

    def write(mapping: Any) -> dict[str, Any]:
        if not isinstance(mapping, Mapping):
            raise refused(mapping, "a mapping")
        written: dict[str, Any] = {}
        for key, item in mapping.items():
            try:
                written[write_key(key)] = write_item(item)
            except InvalidValueError as error:
                raise _below(error, Key(str(key)[:200])) from None
        return written

    return write


# --- one of several types ---------------------------------------------------------


def one_of_writer(hint: Any, converter: Converter) -> Write:
    """Return what writes one of several types, with a tag where it needs one."""
    possible = {kind.runtime_type: kind for kind in alternatives(hint)}
    writers: dict[type, Write] = {}
    writer_for = writers.get

    def write(value: Any) -> Any:
        kind = type(value)
        writer = writer_for(kind)
        if writer is None:
            if kind not in possible:
                raise refused(value, say("one of {}", tuple(map(name_of, possible))))
            writer = writers[kind] = _tagged_writer(possible[kind], converter)
        return writer(value)

    return write


def _tagged_writer(alternative: Alternative, converter: Converter) -> Write:
    tag, hint = alternative.tag, alternative.hint
    if hint is Other:
        return lambda other: {tag: other.text}
    # A vocabulary that is always tagged is looked up without its tag.
    write = member_writer(hint) if is_vocabulary(hint) else writer_of(hint, converter)
    return (lambda value: {tag: write(value)}) if tag else write
