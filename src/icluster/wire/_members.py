"""What JSON has types for, and vocabularies, read and written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from icluster._hints import members_of
from icluster.wire._refusals import refuse
from icluster.wire._shapes import expected_of

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
    expected = f"one of {', '.join(map(str, members))}"

    def read(value: Any, _: Any) -> Any:
        if type(value) not in (str, int):
            refuse("type", expected, value)
        if value not in members:
            refuse("value", expected, value)
        return members[value]

    return read


def write_member(member: Any) -> Any:
    return member._value_  # faster than its `value`
