"""The converter that knows what reads and writes each type.

cattrs is kind by default: ``"false"`` becomes True, 2.9 becomes 2, a text becomes
a row of letters, unknown keys vanish. Here it only keeps the hooks, ours and those of
users' own, and finds the one for a type. What is written plainly and what behind a
tag, `_shapes` decides.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import NoneType
from typing import Any, Final, NoReturn, TypeAlias, TypeVar

from cattrs import Converter

from icluster._hints import is_another_name, is_vocabulary, name_of, plain_hint
from icluster.errors import InvalidValueError
from icluster.wire._hooks import ReadHook, reader_of, writer_of
from icluster.wire._objects import class_reader
from icluster.wire._reading import (
    container_reader,
    exactly,
    form_reader,
    members_reader,
    one_of_reader,
    read_anything,
    read_number,
    read_text,
    read_whole,
)
from icluster.wire._refusals import FaultLog
from icluster.wire._shapes import (
    TEXT_FORMS,
    is_by_field,
    is_container,
    is_exchanged_class,
    is_several,
    what_is_exchanged,
)
from icluster.wire._writing import (
    anything_writer,
    class_writer,
    container_writer,
    exact_writer,
    form_writer,
    full_class_writer,
    member_writer,
    one_of_writer,
    placing_class_writer,
    write_anything,
    write_number,
    write_text,
    write_whole,
)


def make_converter() -> Converter:
    """Return a fresh strict converter."""
    converter = Converter()
    for kind, read, write in _PLAIN:
        converter.register_structure_hook(kind, ReadHook(read))
        converter.register_unstructure_hook(kind, write)
    # Later factories are asked first.
    for applies, make_reader, make_writer in _FACTORIES:
        converter.register_structure_hook_factory(applies, _reading(make_reader))
        converter.register_unstructure_hook_factory(applies, make_writer)
    return converter


def in_full(converter: Converter) -> Converter:
    """Return a converter that writes fields that hold their defaults, too."""
    full = converter.copy()
    full.register_unstructure_hook_factory(is_by_field, full_class_writer)
    return full


def _reading(make: Callable[[Any, Converter], Any]) -> Any:
    def factory(hint: Any, converter: Converter) -> ReadHook:
        return ReadHook(make(hint, converter))

    return factory


def in_place(converter: Converter) -> Converter:
    """Return a converter that writes more slowly, and says where it cannot."""
    placing = converter.copy()
    placing.register_unstructure_hook_factory(is_by_field, placing_class_writer)
    return placing


_NEEDS_A_HOOK = "exchanged by a hook of your own"


def _moment_refused(value: object) -> InvalidValueError:
    return InvalidValueError("a moment", _NEEDS_A_HOOK, value)


def _read_moment(value: Any, log: FaultLog) -> Any:
    return log.take(_moment_refused(value))


def _write_moment(value: Any) -> NoReturn:
    raise _moment_refused(value)


def _read_bytes(value: Any, log: FaultLog) -> Any:
    return log.refuse("type", _NEEDS_A_HOOK, value)


def _write_bytes(value: Any) -> NoReturn:
    raise InvalidValueError("", _NEEDS_A_HOOK, value)


_PLAIN: Final[tuple[tuple[type, Any, Any], ...]] = (
    (bool, exactly(bool), exact_writer(bool)),
    (NoneType, exactly(NoneType), exact_writer(NoneType)),
    (int, read_whole, write_whole),
    (float, read_number, write_number),
    (str, read_text, write_text),
    (bytes, _read_bytes, _write_bytes),
    *((kind, form_reader(kind), form_writer(kind)) for kind in TEXT_FORMS),
    # A moment is a day to Python, and would lose its time.
    (datetime, _read_moment, _write_moment),
)


def _refuse_type(hint: Any, _: Converter) -> NoReturn:
    raise InvalidValueError("a type", what_is_exchanged(hint), name_of(hint))


def _refuse_open(hint: Any, _: Converter) -> NoReturn:
    expected = "said with what it holds, such as OnDay[Membership]"
    raise InvalidValueError("a type", expected, name_of(hint))


_Factory: TypeAlias = Callable[[Any, Converter], Any]

_FACTORIES: Final[tuple[tuple[Callable[[Any], bool], _Factory, _Factory], ...]] = (
    (lambda _: True, _refuse_type, _refuse_type),
    (
        lambda hint: hint is Any,
        lambda _, __: read_anything,
        lambda _, __: write_anything,
    ),
    (
        lambda hint: isinstance(hint, TypeVar),
        _refuse_open,
        lambda _, converter: anything_writer(converter),
    ),
    (
        is_vocabulary,
        lambda hint, _: members_reader(hint),
        lambda hint, _: member_writer(hint),
    ),
    (is_exchanged_class, class_reader, class_writer),
    (is_container, container_reader, container_writer),
    (is_several, one_of_reader, one_of_writer),
    (
        is_another_name,
        lambda hint, converter: reader_of(plain_hint(hint), converter),
        lambda hint, converter: writer_of(plain_hint(hint), converter),
    ),
)
