"""Nouns as plain values and as JSON text, and back again, strictly."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.errors import BaseValidationError, StructureHandlerNotFoundError

from icluster._hints import concrete_subclasses, name_of
from icluster.errors import DecodeError, Fault, FaultCode, InvalidValueError
from icluster.wire._converter import make_converter
from icluster.wire._refusals import faults_of, unknown_keys
from icluster.words import Quoted, Sentence, either, say

T = TypeVar("T")

FORMAT = "icluster/1"
"""What every document names as its format: icluster, and the format's version."""

# Levels of lists and objects that a document may have, one in the other.
_LEVELS = 100
_DEEPEST = say("nested at most {} levels deep", _LEVELS)

_KEYS = ("format", "type", "data")


def converter() -> Converter:
    """Return a converter of your own, to register more hooks with.

    It treats attrs classes of yours that hold icluster's nouns like nouns, and
    refuses types that it does not know until you register hooks for them. Pass it
    as *converter* to the functions here: cattrs' own methods raise cattrs' errors.

    Example:
        >>> from uuid import UUID
        >>> own = converter()
        >>> own.register_structure_hook(UUID, lambda text, _: UUID(text))
        >>> own.register_unstructure_hook(UUID, str)
        >>> to_dict(UUID(int=1), converter=own)
        '00000000-0000-0000-0000-000000000001'
    """
    return make_converter()


@cache
def _own_converter() -> Converter:
    """Return the one converter that is used where none is passed."""
    return make_converter()


def to_dict(noun: object, *, converter: Converter | None = None) -> Any:
    """Return a noun or a result as plain values: what `from_dict` takes.

    Nouns become dictionaries by field, tuples become lists, vocabularies their
    keys, exact numbers and dates text. A noun that is written as text, such as a
    `Country`, gives the text.

    Args:
        noun: An object of a public class of icluster, or of a class of your own.
        converter: A converter of your own, as `converter` makes it.

    Raises:
        InvalidValueError: It holds what cannot be exchanged: an edition and its
            readings hold functions.

    Example:
        >>> from icluster import Instrument
        >>> from icluster.policies import TechnicalInstrument
        >>> to_dict(Instrument(TechnicalInstrument.MARKETING))
        {'kind': 'marketing', 'status': 'unspecified', 'name': '', ...}
    """
    return (converter or _own_converter()).unstructure(noun)


def from_dict(data: object, kind: type[T], *, converter: Converter | None = None) -> T:
    """Make a *kind* of plain values, and report everything that is wrong with them.

    Nothing is coerced, no key is ignored. Fields that have a default may be left
    out.

    Args:
        data: What `to_dict` gives.
        kind: The class to make, for example ``Policy``.
        converter: A converter of your own, as `converter` makes it.

    Raises:
        DecodeError: The values do not describe a *kind*; everything that is wrong
            is in its `faults`, each with its place.
        InvalidValueError: A *kind* cannot be exchanged.

    Example:
        >>> from icluster import Money
        >>> from_dict({"amount": "5.00", "currency": "MXN"}, Money).amount
        Decimal('5.00')
        >>> from_dict({"amount": 5.0, "year": 0, "curency": "MXN"}, Money)
        Traceback (most recent call last):
            ...
        icluster.errors.DecodeError: amount must be a decimal number as text, such ...
    """
    try:
        return _read(data, kind, converter or _own_converter())
    except RecursionError:
        # The caller stands close to the end of the stack.
        raise _refusal("depth", "nested less deeply") from None


def _read(data: object, kind: type[T], converter: Converter) -> T:
    if _is_too_deep(data):
        raise _refusal("depth", _DEEPEST)
    try:
        read = converter.get_structure_hook(kind)
    except StructureHandlerNotFoundError:
        expected = "said with what it holds, such as OnDay[Membership]"
        raise InvalidValueError("kind", expected, name_of(kind)) from None
    try:
        noun: T = read(data, kind)
    except (BaseValidationError, InvalidValueError) as error:
        raise DecodeError(faults_of(error)) from None
    return noun


def _is_too_deep(data: object) -> bool:
    level: list[Any] = [data] if type(data) in (dict, list) else []
    for _ in range(_LEVELS):
        level = [
            child
            for node in level
            for child in (node.values() if type(node) is dict else node)
            if type(child) in (dict, list)
        ]
        if not level:
            return False
    return True


def dumps(
    noun: object, *, indent: int | None = None, converter: Converter | None = None
) -> str:
    """Return a noun or a result as a JSON document, which says what it is.

    Args:
        noun: An object of a public class of icluster, or of a class of your own.
        indent: Spaces a level, or None for one line.
        converter: A converter of your own, as `converter` makes it.

    Raises:
        InvalidValueError: It holds what cannot be exchanged.

    Example:
        >>> from icluster import Country
        >>> dumps(Country("MX"))
        '{"format": "icluster/1", "type": "Country", "data": "MX"}'
    """
    data = to_dict(noun, converter=converter)
    document = {"format": FORMAT, "type": type(noun).__name__, "data": data}
    return json.dumps(document, allow_nan=False, ensure_ascii=False, indent=indent)


def loads(text: str, kind: type[T], *, converter: Converter | None = None) -> T:
    """Make a *kind* of a JSON document, as `dumps` writes it.

    Args:
        text: The document.
        kind: The class it is to describe; of a base such as
            `icluster.conditions.Condition`, any class below it will do.
        converter: A converter of your own, as `converter` makes it.

    Raises:
        DecodeError: The text is no JSON, repeats a key, holds NaN or an infinity,
            is of another format or type, or does not describe a *kind*.
        InvalidValueError: *text* is no text, or a *kind* cannot be exchanged.

    Example:
        >>> from icluster import Country, Region
        >>> loads('{"format": "icluster/1", "type": "Country", "data": "MX"}', Country)
        Country(code='MX')
        >>> loads('{"format": "icluster/1", "type": "Country", "data": "MX"}', Region)
        Traceback (most recent call last):
            ...
        icluster.errors.DecodeError: type must be 'Region', got 'Country'
    """
    document = parsed(text)
    if type(document) is not dict:
        raise _refusal("type", "a JSON object", document)
    kinds = {
        alternative.__name__: alternative
        for alternative in (kind, *concrete_subclasses(kind))
    }
    if faults := tuple(_envelope_faults(document, tuple(kinds))):
        raise DecodeError(faults)
    return from_dict(document["data"], kinds[document["type"]], converter=converter)


def _refusal(
    code: FaultCode, expected: str | Sentence, got: object = None
) -> DecodeError:
    """Return what says that a document as a whole is not what it must be."""
    return DecodeError([Fault((), code, expected, got)])


def _envelope_faults(document: Any, names: tuple[str, ...]) -> Iterator[Fault]:
    kinds = either(map(Quoted, names))
    expected = {
        "format": say("{}", Quoted(FORMAT)),
        "type": say("{}", kinds),
        "data": say("what describes {}", kinds),
    }
    for key in _KEYS:
        if key not in document:
            yield Fault((key,), "missing", expected[key])
    yield from unknown_keys((key for key in document if key not in _KEYS), _KEYS)
    if document.get("format", FORMAT) != FORMAT:
        yield Fault(("format",), "value", expected["format"], document["format"])
    name = document.get("type", names[0])
    if type(name) is not str or name not in names:
        yield Fault(("type",), "value", expected["type"], name)


def parsed(text: object) -> Any:
    """Parse JSON, without the liberties that Python's parser takes."""
    if not isinstance(text, str):
        raise InvalidValueError("text", "a JSON text", type(text).__name__)
    try:
        return json.loads(
            text, object_pairs_hook=_without_repetition, parse_constant=_refuse_constant
        )
    except DecodeError:
        raise
    except RecursionError:
        raise _refusal("depth", _DEEPEST) from None
    except json.JSONDecodeError as error:
        line, column, why = error.lineno, error.colno, error.msg.lower()
        expected = say("JSON; at line {}, column {}: {}", line, column, why)
        rest = error.doc[error.pos :].split("\n", 1)[0][:40]
        raise _refusal("syntax", expected, rest) from None
    except ValueError:
        bound = "JSON without a number of too many digits"
        raise _refusal("depth", bound) from None


def _without_repetition(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    document = dict(pairs)
    if len(document) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        again = [key for key, count in counts.most_common(8) if count > 1]
        raise _refusal("repeated", "JSON that repeats no key", again)
    return document


def _refuse_constant(constant: str) -> Any:
    raise _refusal("syntax", "JSON, which knows finite numbers only", constant)
