"""What reads objects of JSON as attrs classes, field by field."""

from __future__ import annotations

from typing import Any, get_origin

import attrs
from cattrs import Converter

from icluster._hints import field_hints, name_of
from icluster.errors import Fault, IClusterError, InvalidValueError, RubricError
from icluster.sources import Source
from icluster.wire._hooks import Read, reader_of
from icluster.wire._refusals import (
    LONGEST,
    UNREAD,
    FaultLog,
    faults_of_rubric,
    in_a_path,
    without_name,
)
from icluster.wire._remade import REMADE
from icluster.wire._shapes import expected_of
from icluster.words import Steps, say


def class_reader(kind: Any, converter: Converter) -> Read:
    """Return what reads an attrs class field by field."""
    if kind in REMADE:
        return _remade_reader(kind, converter)
    read = _ClassReader(kind, converter).read
    return _once(read) if kind is Source else read


def _once(read_source: Read) -> Read:
    """Return what makes one object of a source that is written many times."""

    def read(value: Any, log: FaultLog) -> Any:
        if type(value) is not dict:
            return read_source(value, log)
        # With their types, as true is no 1; so what is empty may stand for itself.
        contents = [part or None for part in value.values()]
        parts = (*value, *contents, *map(type, value.values()))
        try:
            source = log.sources.get(parts)
        except TypeError:  # several authors
            return read_source(value, log)
        if source is None:
            mark = len(log)
            source = read_source(value, log)
            # What there is something to say of is told wherever it stands.
            if source is not UNREAD and len(log) == mark:
                log.sources[parts] = source
        return source

    return read


class _ClassReader:
    """Reads the objects of one class."""

    def __init__(self, kind: Any, converter: Converter) -> None:
        self.kind, self.converter = kind, converter
        self.bare: Any = get_origin(kind) or kind
        self.attributes = {
            attribute.name: attribute
            for attribute in attrs.fields(self.bare)
            if attribute.init
        }
        self.names = tuple(self.attributes)
        self.required = {
            name
            for name, attribute in self.attributes.items()
            if attribute.default is attrs.NOTHING
        }
        self.expected, self.title = expected_of(kind), name_of(kind)
        # Looked up late, as conditions are made of conditions.
        self.fields: dict[str, tuple[str, Read]] = {}

    def read(self, value: Any, log: FaultLog) -> Any:
        """Make an object of its fields, or tell all that is wrong with them."""
        if type(value) is not dict:
            return log.refuse("type", self.expected, value)
        if log.upgrades and (value := _upgraded(value, self.title, log)) is UNREAD:
            return UNREAD
        fields = self.fields or self._looked_up()
        contents: dict[str, Any] = {}
        is_sound = True
        mark = len(log)
        for key, part in value.items():
            field = fields.get(key)
            if field is None:
                is_sound &= log.unknown(key, self.names)
                mark = log.below(mark, in_a_path(key))
            elif (content := field[1](part, log)) is UNREAD:
                is_sound = False
                mark = log.below(mark, key)
            else:
                contents[field[0]] = content
                if len(log) != mark:
                    mark = log.below(mark, key)
            if not is_sound and log.is_full:
                return UNREAD
        if is_sound and self.required <= value.keys():
            return self._made(contents, log)
        self._tell_missing(value, log)
        self._tell_refused(contents, log)
        return UNREAD

    def _looked_up(self) -> dict[str, tuple[str, Read]]:
        """Return what each field is called by the constructor, and what reads it."""
        fields: dict[str, tuple[str, Read]] = {}
        for name, hint in field_hints(self.kind).items():
            try:
                reader = reader_of(hint, self.converter)
            except InvalidValueError as error:
                place = f"{self.title}.{name}"
                raise InvalidValueError(place, error.expected, error.got) from None
            fields[name] = self.attributes[name].alias, reader
        self.fields = fields
        return fields

    def _made(self, contents: dict[str, Any], log: FaultLog) -> Any:
        try:
            return self.bare(**contents)
        except Exception as error:  # noqa: BLE001 (it is told, with its place)
            if not self._tell_refused(contents, log):
                log.take(_as_in_data(error, contents))
        return UNREAD

    def _tell_missing(self, value: dict[str, Any], log: FaultLog) -> None:
        hints = field_hints(self.kind)
        for name in self.names:
            if name in self.required and name not in value:
                log.add(Fault((name,), "missing", expected_of(hints[name])))

    def _tell_refused(self, contents: dict[str, Any], log: FaultLog) -> bool:
        """Tell what the converter and the validator of each field refuse, if anything.

        The constructor names only the first of these, or is not reached.
        """
        before = len(log)
        blank = object.__new__(self.bare)
        for name, attribute in self.attributes.items():
            if attribute.alias not in contents:
                continue
            content = contents[attribute.alias]
            mark = len(log)
            try:
                if attribute.converter is not None:
                    content = attribute.converter(content)
                if attribute.validator is not None:
                    attribute.validator(blank, attribute, content)
            except InvalidValueError as error:
                faults = [without_name(fault, name) for fault in error.faults]
                log.take(InvalidValueError.of(faults))
            except Exception as error:  # noqa: BLE001 (it is told, with its place)
                log.take(error)
            log.below(mark, name)
        return len(log) > before


def _as_in_data(error: Exception, contents: dict[str, Any]) -> Exception:
    """Give the places of an error as the document has them.

    A rubric and its parts say where they stand by key, and from the rubric on.
    """
    if not isinstance(error, RubricError):
        return error
    return InvalidValueError.of(
        attrs.evolve(fault, place=_way(fault.place, contents))
        for fault in faults_of_rubric(error)
    )


def _way(place: Steps, contents: dict[str, Any]) -> Steps:
    if place[0] not in contents:
        return place[2:]
    parts = contents[place[0]]
    for index, part in enumerate(parts if isinstance(parts, (list, tuple)) else ()):
        if place[1:2] in ((getattr(part, "key", 0),), (getattr(part, "name", 0),)):
            return (place[0], index, *place[2:])
    return place


def _upgraded(value: dict[Any, Any], title: str, log: FaultLog) -> Any:
    """Return an object of an older document as it is written today."""
    for upgrade in log.upgrades.get(title, ()):
        try:
            upgraded = upgrade(value)
        except IClusterError as error:
            return log.take(error)
        except Exception as error:  # noqa: BLE001 (it is told, with its place)
            why = say("raised {}: {}", type(error).__name__, str(error)[:LONGEST])
            expected = say("what the migration of {} can read: it {}", title, why)
            return log.refuse("syntax", expected, value)
        if type(upgraded) is not dict:
            expected = say("what the migration of {} makes a dictionary of", title)
            return log.refuse("syntax", expected, value)
        value = upgraded
    return value


def _remade_reader(kind: Any, converter: Converter) -> Read:
    remade = REMADE[kind]
    read_form = reader_of(remade.form, converter)

    def read(value: Any, log: FaultLog) -> Any:
        form = read_form(value, log)
        if form is UNREAD:
            return UNREAD
        try:
            return remade.made(form)
        except IClusterError as error:
            return log.take(error)

    return read
