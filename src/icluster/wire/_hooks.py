"""Readers and writers as cattrs keeps them, and as they are found for a type."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from enum import EnumType
from typing import Any, TypeAlias

from cattrs import Converter

from icluster._hints import name_of
from icluster.errors import InvalidValueError
from icluster.wire._refusals import UNREAD, FaultLog, Unread

Read: TypeAlias = Callable[[Any, FaultLog], Any]
"""Reads a value; gives `UNREAD` where it has told the log why not."""

Write: TypeAlias = Callable[[Any], Any]
"""Writes a value; raises `InvalidValueError` where it would not be read."""


class ReadHook:
    """A reader as cattrs calls it.

    Attributes:
        read: The reader.
    """

    __slots__ = ("read",)

    def __init__(self, read: Read) -> None:
        self.read = read

    def __call__(self, value: Any, _: Any = None) -> Any:
        """Read a value, for a hook of somebody's own.

        Raises:
            InvalidValueError: It cannot be read.
        """
        log = FaultLog()
        content = self.read(value, log)
        if content is UNREAD:
            raise InvalidValueError.of(log.faults)
        return content


def reader_of(hint: Any, converter: Converter) -> Read:
    """Return what reads a type, a hook of the user's own included.

    Raises:
        InvalidValueError: It cannot be exchanged.
    """
    if not isinstance(hint, Hashable):
        raise InvalidValueError("kind", "a class, or a list of one", hint)
    hook: Any = converter.get_structure_hook(hint)
    _check_exact(hint, hook, converter.get_structure_hook)
    if isinstance(hook, ReadHook):
        return hook.read

    def read(value: Any, log: FaultLog) -> Any:
        if isinstance(value, Unread):
            return log.refuse(value.code, value.expected, value)
        try:
            return hook(value, hint)
        except Exception as error:  # noqa: BLE001 (it is told, with its place)
            return log.take(error)

    return read


def writer_of(hint: Any, converter: Converter) -> Write:
    """Return what writes a type, a hook of the user's own included.

    Raises:
        InvalidValueError: It cannot be exchanged.
    """
    hook: Write = converter.get_unstructure_hook(hint)
    _check_exact(hint, hook, converter.get_unstructure_hook)
    return hook


_PLAIN = (str, int, float, bytes)


def _check_exact(hint: Any, hook: Any, hook_of: Callable[[Any], Any]) -> None:
    """Refuse what was looked up by its base: it would be taken for that."""
    if not isinstance(hint, type) or hint in _PLAIN:
        return
    for base in _PLAIN:
        if issubclass(hint, base) and hook is hook_of(base):
            if isinstance(hint, EnumType):
                expected = "a plain Enum, not one that is text or a number too"
                raise InvalidValueError(name_of(hint), expected, hint)
            expected = "something that can be exchanged"
            raise InvalidValueError("a type", expected, name_of(hint))
