"""Nouns as plain values and as JSON text."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from cattrs import Converter

from icluster.errors import InvalidValueError
from icluster.wire._converter import in_full, in_place, make_converter
from icluster.wire._depth import DEEPEST, is_too_deep
from icluster.wire._hooks import writer_of
from icluster.wire._migrations import FORMAT


def converter() -> Converter:
    """Return a converter of your own, to register more hooks with.

    It treats attrs classes of yours that hold icluster's nouns like nouns, and
    refuses types that it does not know until you register hooks for them. Pass it
    as *converter* to the functions here: cattrs' own methods know nothing of faults
    with places.

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
def own_converter() -> Converter:
    """Return the one converter that is used where none is passed."""
    return make_converter()


@cache
def _own_full_converter() -> Converter:
    return in_full(own_converter())


def writing(full: bool, converter: Converter | None) -> Converter:
    """Return the converter to write with, defaults too or not."""
    if converter is None:
        return _own_full_converter() if full else own_converter()
    return in_full(converter) if full else converter


def to_dict(
    noun: object, *, full: bool = False, converter: Converter | None = None
) -> Any:
    """Return a noun or a result as plain values: what `from_dict` takes.

    Nouns become dictionaries by field, tuples become lists, vocabularies their
    keys, exact numbers and dates text. A noun that is written as text, such as a
    `Country`, gives the text.

    Args:
        noun: An object of a public class of icluster, or of a class of your own.
        full: Whether to write fields that hold their defaults, too. Without them an
            older release reads what uses nothing that is newer than it.
        converter: A converter of your own, as `converter` makes it.

    Raises:
        InvalidValueError: It holds what cannot be exchanged: an edition and its
            readings hold functions, and a class of your own may hold anything.

    Example:
        >>> from icluster import Instrument
        >>> from icluster.policies import TechnicalInstrument
        >>> marketing = Instrument(TechnicalInstrument.MARKETING)
        >>> to_dict(marketing)
        {'kind': 'marketing'}
        >>> to_dict(marketing, full=True)
        {'kind': 'marketing', 'status': 'unspecified', 'name': '', ...}
    """
    own = writing(full, converter)
    kind = type(noun)
    try:
        data = _written(noun, kind, own)
    except RecursionError:
        raise InvalidValueError(kind.__name__, DEEPEST, None) from None
    if is_too_deep(data, kind):
        raise InvalidValueError(kind.__name__, DEEPEST, None)
    return data


def _written(noun: object, kind: type, converter: Converter) -> Any:
    write = writer_of(kind, converter)
    try:
        return write(noun)
    except (InvalidValueError, AttributeError):
        # Once more, slowly, to say where.
        writer_of(kind, in_place(converter))(noun)
        raise


def dumps(
    noun: object,
    *,
    full: bool = False,
    indent: int | None = None,
    converter: Converter | None = None,
) -> str:
    """Return a noun or a result as a JSON document, which says what it is.

    Args:
        noun: An object of a public class of icluster, or of a class of your own.
        full: Whether to write fields that hold their defaults, too.
        indent: Spaces a level, or None for one line.
        converter: A converter of your own, as `converter` makes it.

    Raises:
        InvalidValueError: It holds what cannot be exchanged.

    Example:
        >>> from icluster import Country
        >>> dumps(Country("MX"))
        '{"format": "icluster/1", "type": "Country", "data": "MX"}'
    """
    data = to_dict(noun, full=full, converter=converter)
    document = {"format": FORMAT, "type": type(noun).__name__, "data": data}
    return json.dumps(document, allow_nan=False, ensure_ascii=False, indent=indent)
