"""Plain values and JSON text as nouns, strictly."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Generic, Literal, TypeAlias, TypeVar, overload

from attrs import evolve, field, frozen
from cattrs import Converter

from icluster._fields import all_of, check_each, to_tuple
from icluster._hints import concrete_subclasses, name_of
from icluster.errors import DecodeError, Fault, InvalidValueError
from icluster.facts import Facts, FactSchema
from icluster.wire._depth import DEEPEST, is_too_deep
from icluster.wire._envelope import envelope_faults, is_document
from icluster.wire._hooks import Read, reader_of
from icluster.wire._migrations import (
    MIGRATIONS,
    Migration,
    known_formats,
    upgrades_from,
)
from icluster.wire._named import public_classes
from icluster.wire._parsing import parsed
from icluster.wire._refusals import MOST, UNREAD, FaultLog
from icluster.wire._stated import stated_reader
from icluster.wire._written import own_converter
from icluster.words import Shown

T = TypeVar("T")

Unknown: TypeAlias = Literal["refuse", "report"]


def _to_faults(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    return to_tuple(faults)


@frozen
class Loaded(Shown, Generic[T]):
    """What was read, and what was left out of it.

    Attributes:
        noun: What was read.
        ignored: A fault for each key that nothing knows; a newer release may have
            written it.

    Example:
        >>> from icluster import Money
        >>> data = {"amount": "5", "taxed": True}
        >>> loaded = from_dict(data, Money, unknown="report")
        >>> loaded.noun.amount, loaded.ignored[0].path
        (Decimal('5'), 'taxed')
    """

    noun: T
    ignored: tuple[Fault, ...] = field(
        default=(), converter=_to_faults, validator=all_of(Fault)
    )


@overload
def from_dict(
    data: object,
    kind: type[T],
    *,
    unknown: Literal["refuse"] = ...,
    most: int = ...,
    converter: Converter | None = ...,
) -> T: ...
@overload
def from_dict(
    data: object,
    kind: type[T],
    *,
    unknown: Literal["report"],
    most: int = ...,
    converter: Converter | None = ...,
) -> Loaded[T]: ...
@overload
def from_dict(
    data: object,
    kind: FactSchema,
    *,
    unknown: Literal["refuse"] = ...,
    most: int = ...,
) -> Facts: ...
def from_dict(
    data: object,
    kind: type[Any] | FactSchema,
    *,
    unknown: Unknown = "refuse",
    most: int = MOST,
    converter: Converter | None = None,
) -> Any:
    """Make a *kind* of plain values, and report everything that is wrong with them.

    Nothing is coerced, no key is ignored. Fields that have a default may be left
    out.

    Args:
        data: What `to_dict` gives.
        kind: The class to make, for example ``Policy``; a list, a tuple, a set or a
            mapping of them as well, such as ``list[Policy]``. A schema of facts, such
            as ``eccp.FACTS_2022``, makes `Facts` of an object that states them by
            name, each by its value or a list of those possible.
        unknown: Whether keys that nothing knows are refused, or only reported beside
            the noun, as `Loaded`.
        most: How many faults are told; then reading stops.
        converter: A converter of your own, as `converter` makes it.

    Raises:
        DecodeError: The values do not describe a *kind*; everything that is wrong
            is in its `faults`, each with its place.
        InvalidValueError: A *kind* cannot be exchanged, or an argument is wrong.

    Example:
        >>> from icluster import Money
        >>> from_dict({"amount": "5.00", "currency": "MXN"}, Money).amount
        Decimal('5.00')
        >>> from_dict({"amount": 5.0, "year": 0, "curency": "MXN"}, Money)
        Traceback (most recent call last):
            ...
        icluster.errors.DecodeError: amount must be a decimal number as text, such ...
    """
    return _bare(data, kind, converter, _log(unknown, most), unknown)


@overload
def from_json(
    text: str | bytes,
    kind: type[T],
    *,
    unknown: Literal["refuse"] = ...,
    most: int = ...,
    converter: Converter | None = ...,
) -> T: ...
@overload
def from_json(
    text: str | bytes,
    kind: type[T],
    *,
    unknown: Literal["report"],
    most: int = ...,
    converter: Converter | None = ...,
) -> Loaded[T]: ...
@overload
def from_json(
    text: str | bytes,
    kind: FactSchema,
    *,
    unknown: Literal["refuse"] = ...,
    most: int = ...,
) -> Facts: ...
def from_json(
    text: str | bytes,
    kind: type[Any] | FactSchema,
    *,
    unknown: Unknown = "refuse",
    most: int = MOST,
    converter: Converter | None = None,
) -> Any:
    """Make a *kind* of JSON that says nothing of what it is: the body of a request.

    Args:
        text: The JSON of what `to_dict` gives; bytes are UTF-8.
        kind: The class to make, or a list of them and the like; or a schema of facts.
        unknown: Whether keys that nothing knows are refused, or only reported.
        most: How many faults are told; then reading stops.
        converter: A converter of your own, as `converter` makes it.

    Raises:
        DecodeError: The text is no JSON, repeats a key, holds NaN or an infinity, or
            does not describe a *kind*.
        InvalidValueError: A *kind* cannot be exchanged, or an argument is wrong.

    Example:
        >>> from icluster import Country
        >>> from_json(b'["MX", "ES"]', list[Country])
        [Country(code='MX'), Country(code='ES')]
    """
    log = _log(unknown, most)
    data, faults = parsed(text, most)
    for fault in faults:
        log.add(fault)
    return _bare(data, kind, converter, log, unknown)


@overload
def loads(
    text: str | bytes,
    kind: type[T],
    *,
    unknown: Literal["refuse"] = ...,
    most: int = ...,
    migrations: Iterable[Migration] = ...,
    converter: Converter | None = ...,
) -> T: ...
@overload
def loads(
    text: str | bytes,
    kind: type[T],
    *,
    unknown: Literal["report"],
    most: int = ...,
    migrations: Iterable[Migration] = ...,
    converter: Converter | None = ...,
) -> Loaded[T]: ...
def loads(
    text: str | bytes,
    kind: type[T],
    *,
    unknown: Unknown = "refuse",
    most: int = MOST,
    migrations: Iterable[Migration] = MIGRATIONS,
    converter: Converter | None = None,
) -> T | Loaded[T]:
    """Make a *kind* of a JSON document, as `dumps` writes it.

    Args:
        text: The document; bytes are UTF-8.
        kind: The class it is to describe; of a base such as
            `icluster.conditions.Condition`, any class below it will do.
        unknown: Whether keys that nothing knows are refused, or only reported.
        most: How many faults are told; then reading stops.
        migrations: What has changed since older formats: icluster's own table, to
            which you may add.
        converter: A converter of your own, as `converter` makes it.

    Raises:
        DecodeError: The text is no JSON, repeats a key, holds NaN or an infinity,
            is of another format or type, or does not describe a *kind*.
        InvalidValueError: A *kind* cannot be exchanged, or an argument is wrong.

    Example:
        >>> from icluster import Country, Region
        >>> loads('{"format": "icluster/1", "type": "Country", "data": "MX"}', Country)
        Country(code='MX')
        >>> loads('{"format": "icluster/1", "type": "Country", "data": "MX"}', Region)
        Traceback (most recent call last):
            ...
        icluster.errors.DecodeError: type must be 'Region', got 'Country'
    """
    kinds: dict[str, Any] = {
        name_of(alternative): alternative
        for alternative in (kind, *concrete_subclasses(kind))
    }
    loaded: T | Loaded[T] = _document(
        text, kinds, converter, _steps(migrations), (unknown, most)
    )
    return loaded


def read(
    text: str | bytes,
    *,
    kinds: Iterable[type] = (),
    unknown: Unknown = "refuse",
    most: int = MOST,
    migrations: Iterable[Migration] = MIGRATIONS,
    converter: Converter | None = None,
) -> Any:
    """Make of a JSON document what it says it is: any public class of icluster.

    Args:
        text: The document; bytes are UTF-8.
        kinds: Classes of your own that it may be as well.
        unknown: Whether keys that nothing knows are refused, or only reported beside
            the noun, as `Loaded`.
        most: How many faults are told; then reading stops.
        migrations: What has changed since older formats.
        converter: A converter of your own, as `converter` makes it.

    Raises:
        DecodeError: The text is no JSON, repeats a key, holds NaN or an infinity,
            is of another format or an unknown type, or does not describe that type.
        InvalidValueError: An argument is wrong.

    Example:
        >>> read('{"format": "icluster/1", "type": "Country", "data": "MX"}')
        Country(code='MX')
    """
    named = {**public_classes(), **{name_of(kind): kind for kind in kinds}}
    return _document(text, named, converter, _steps(migrations), (unknown, most))


def _steps(migrations: Iterable[Migration]) -> tuple[Migration, ...]:
    return check_each("migrations", migrations, Migration)


def _log(unknown: Unknown, most: int) -> FaultLog:
    if unknown not in ("refuse", "report"):
        raise InvalidValueError("unknown", "'refuse' or 'report'", unknown)
    if type(most) is not int or most < 1:
        raise InvalidValueError("most", "1 or more", most)
    return FaultLog(most, reports=unknown == "report")


def _document(
    text: str | bytes,
    kinds: dict[str, Any],
    converter: Converter | None,
    migrations: tuple[Migration, ...],
    manner: tuple[Unknown, int],
) -> Any:
    """Read a document of one of several *kinds*, by its envelope."""
    unknown, most = manner
    log = _log(unknown, most)
    document, faults = parsed(text, most)
    for fault in faults:
        # Places are those in the noun, as everywhere.
        is_inside = len(fault.place) > 1 and fault.place[0] == "data"
        log.add(evolve(fault, place=fault.place[is_inside:]))
    if type(document) is not dict:
        log.refuse("type", "a JSON object", document)
        raise DecodeError(log.faults)
    is_odd = False
    for fault in envelope_faults(document, kinds, known_formats(migrations)):
        is_odd = log.add(fault) is UNREAD
        if log.is_full:
            break
    if is_odd:
        raise DecodeError(log.faults, may_be_more=log.is_full)
    log.upgrades = upgrades_from(document["format"], migrations)
    kind = kinds[document["type"]]
    return _loaded(document["data"], kind, converter, log, unknown)


def _bare(
    data: object, kind: Any, converter: Converter | None, log: FaultLog, how: Unknown
) -> Any:
    """Read data that stand without an envelope."""
    if is_document(data, kind):
        log.refuse("syntax", "what stands under data: wire.loads reads the whole", None)
        raise DecodeError(log.faults)
    return _loaded(data, kind, converter, log, how)


def _loaded(
    data: object,
    kind: Any,
    converter: Converter | None,
    log: FaultLog,
    unknown: Unknown,
) -> Any:
    """Read data, or refuse it with all that the log was told."""
    try:
        if isinstance(kind, FactSchema):
            read = stated_reader(kind)
        else:
            read = reader_of(kind, converter or own_converter())
    except RecursionError:
        log.refuse("depth", "nested less deeply", None)
        raise DecodeError(log.faults) from None
    noun = read_all(data, kind, read, log)
    if noun is UNREAD or log.faults:
        raise DecodeError(log.faults, may_be_more=log.is_full)
    return noun if unknown == "refuse" else Loaded(noun, log.ignored)


def read_all(data: object, kind: Any, read: Read, log: FaultLog) -> Any:
    """Read data that may be too deep, even for a caller close to the stack's end."""
    try:
        if is_too_deep(data, kind):
            return log.refuse("depth", DEEPEST, None)
        return read(data, log)
    except RecursionError:
        return log.refuse("depth", "nested less deeply", None)
