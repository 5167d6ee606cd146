"""What stands beside a class in `typing.Annotated`, for pydantic to ask."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType, NoneType
from typing import Any

import attrs
from attrs import field, frozen

from icluster import wire
from icluster._extras import Extra
from icluster._fields import check_type, instance_of
from icluster.errors import DecodeError, Fault, InvalidValueError
from icluster.facts import Facts, FactSchema
from icluster.wire._stated import facts_by_name
from icluster.wire._view import view_form
from icluster.words import ENGLISH, Language, Quoted, Shown, say

# What pydantic itself is made of.
_core: Any = Extra("pydantic", "pydantic_core")

_KIND = "icluster_kind"

_EXACT = 2**53  # beyond, JavaScript rounds whole numbers

_WITHOUT_VALUE: Mapping[str, str] = MappingProxyType(
    {
        "missing": "is missing: it must be {}",
        "unknown": "is unknown: it must be {}",
    }
)


@frozen
class Exchanged(Shown):
    """Makes a public class one that pydantic reads and writes as `icluster.wire` does.

    To stand in `typing.Annotated` beside the class. Reading is as strict as
    `icluster.wire.from_dict`: every fault becomes an error of pydantic with its place
    (``loc``), its code and what must be. An object of the class is taken as it is. The
    JSON Schema is that of `icluster.wire.json_schema`, each class a component.

    FastAPI takes a parameter of a class of attrs for one of the query: add its
    ``Body()``.

    Attributes:
        language: What messages are put into.
        facts: Beside `Facts`, the schema of those that are stated by name.

    Example:
        >>> from typing import Annotated
        >>> from pydantic import TypeAdapter, ValidationError
        >>> from icluster import Money
        >>> adapter = TypeAdapter(Annotated[Money, Exchanged()])
        >>> adapter.validate_python({"amount": "5", "currency": "MXN"}).currency
        'MXN'
        >>> try:
        ...     adapter.validate_python({"amount": 5.0, "curency": "MXN"})
        ... except ValidationError as error:
        ...     for problem in error.errors():
        ...         print(problem["loc"], problem["type"])
        ('amount',) type
        ('curency',) unknown
    """

    language: Language = field(default=ENGLISH, validator=instance_of(Language))
    facts: FactSchema | None = field(
        default=None, validator=instance_of(FactSchema, NoneType), kw_only=True
    )

    def __get_pydantic_core_schema__(self, kind: Any, _: Any) -> Any:
        by_name = self.facts
        if by_name is not None and kind is not Facts:
            raise InvalidValueError("facts", "left out beside all but Facts", kind)

        def read(value: Any) -> Any:
            if attrs.has(type(value)):
                check_type("body", value, kind)
                return value
            try:
                return wire.from_dict(value, kind if by_name is None else by_name)
            except DecodeError as error:
                name = getattr(kind, "__name__", str(kind))
                raise self._refusal(name, error) from None

        def write(value: Any) -> Any:
            if by_name is not None:
                return facts_by_name(value)
            # As what it was declared to be: a base tells its kinds apart.
            return converter.unstructure(value, unstructure_as=kind)

        converter, schema = wire.converter(), _core.core_schema
        return schema.no_info_plain_validator_function(
            read,
            serialization=schema.plain_serializer_function_ser_schema(write),
            metadata={_KIND: kind if by_name is None else by_name},
        )

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> Any:
        kind, generator = core["metadata"][_KIND], handler.generate_json_schema
        return _component(
            kind, wire.json_schema(kind, language=self.language), generator
        )

    def _refusal(self, name: str, error: DecodeError) -> Exception:
        """Return the faults as pydantic tells them."""
        lines = [self._line(fault) for fault in error.faults]
        refusal: Exception = _core.ValidationError.from_exception_data(name, lines)
        return refusal

    def _line(self, fault: Fault) -> dict[str, Any]:
        # Short and safe, whatever came: it is told to whoever sent it.
        got = Quoted(fault.got)
        if fault.code in _WITHOUT_VALUE:
            problem = say(_WITHOUT_VALUE[fault.code], fault.expected)
        else:
            problem = say("must be {}, got {}", fault.expected, got)
        place = tuple(
            step if isinstance(step, int) else str(step) for step in fault.place
        )
        return {
            "type": _core.PydanticCustomError(fault.code, problem.text(self.language)),
            "loc": place,
            "input": fault.got if _is_simple(fault.got) else str(got),
        }


def _is_simple(got: Any) -> bool:
    """Tell whether what came can be told as it came: in JSON, short and safe."""
    if type(got) is str:
        return got.isprintable()
    return got is None or type(got) is bool or (type(got) is int and abs(got) < _EXACT)


def _has_views(_: Any, __: Any, kind: type) -> None:
    view_form(kind)


@frozen
class View(Shown):
    """Describes what `icluster.wire.view` gives of a kind of result.

    To stand in `typing.Annotated` beside ``dict[str, Any]``: the schema of a body of an
    answer is that of `icluster.wire.view_schema`.

    Attributes:
        kind: The class of the result.

    Raises:
        InvalidValueError: There is no view of such a thing.

    Example:
        >>> from typing import Annotated, Any
        >>> from pydantic import TypeAdapter
        >>> from icluster.scoring import Score
        >>> adapter = TypeAdapter(Annotated[dict[str, Any], View(Score)])
        >>> sorted(adapter.json_schema()["$defs"])[:3]
        ['BasisView', 'CriterionView', 'FactView']
    """

    kind: type = field(validator=_has_views)

    def __get_pydantic_json_schema__(self, _: Any, handler: Any) -> Any:
        schema = wire.view_schema(self.kind)
        return _component(view_form(self.kind), schema, handler.generate_json_schema)


def _component(kind: Any, schema: dict[str, Any], collected: Any) -> Any:
    """Put a schema and what it refers to among the components; return a reference.

    What is no class, such as a list of one, has no name to be one by.
    """
    definitions = dict(schema.pop("$defs", {}))
    for key in ("$schema", "$id"):
        schema.pop(key, None)
    name = kind.__name__ if isinstance(kind, type) else ""
    if name:
        definitions.setdefault(name, schema)
    places = {
        title: collected.get_cache_defs_ref_schema(f"icluster.{title}:1")
        for title in definitions
    }
    references = {f"#/$defs/{title}": at["$ref"] for title, (_, at) in places.items()}
    for title, (place, _) in places.items():
        collected.definitions[place] = _referring(definitions[title], references)
    return places[name][1] if name else _referring(schema, references)


def _referring(part: Any, references: dict[str, str]) -> Any:
    """Return a part of a schema with its references as they are where it goes."""
    if isinstance(part, list):
        return [_referring(inner, references) for inner in part]
    if not isinstance(part, dict):
        return part
    return {
        key: references.get(inner, inner)
        if key == "$ref"
        else _referring(inner, references)
        for key, inner in part.items()
    }
