"""The columns of rows described for those who fill them: a Table Schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType, NoneType
from typing import Any, get_args

import attrs
from attrs import frozen

from icluster._hints import field_hints, is_vocabulary, members_of
from icluster._lean import declared
from icluster.dates import PartialDate
from icluster.errors import InvalidValueError
from icluster.vocabularies import Missing, Other, Vocabulary
from icluster.wire._days import date_reader
from icluster.wire._records import AS_JSON
from icluster.wire._remade import form_of
from icluster.wire._rows import _Sheet
from icluster.wire._schema import _bounds, _documentation, _words
from icluster.wire._shapes import (
    LIST,
    OBJECT,
    TEXT_FORMS,
    Alternative,
    alternatives,
    is_exchanged_class,
)

_NOTHING: Mapping[str, Any] = MappingProxyType({})
_PROFILE = "https://datapackage.org/profiles/2.0/tableschema.json"

Field = dict[str, Any]


def table_schema(
    kind: type,
    *,
    columns: Mapping[str, str] = _NOTHING,
    split: Mapping[str, str] = _NOTHING,
    dates: str = "YYYY-MM-DD",
    decimal: str = ".",
    words: Mapping[str, object] = _NOTHING,
) -> dict[str, Any]:
    """Return the Table Schema of rows that `from_records` reads, by the same columns.

    It is that of Data Package 2.0 (Frictionless Data), for spreadsheets and portals:
    names, titles, types, formats, and what may stand in a cell. A vocabulary lists its
    keys and its labels. Cells that it allows are read; that of a cell more is read,
    such as another casing of a label, it does not say. Rules across cells it cannot.

    Args:
        kind: What each row describes.
        columns: For a heading the field it holds, as for `from_records`. Fields that
            must be there and have no column follow under their own names; without any
            columns every field does.
        split: For a field what stands between several values in one cell.
        dates: The order of whole dates, made of YYYY, MM and DD.
        decimal: What separates decimals.
        words: What certain cells stand for.

    Raises:
        InvalidValueError: As `from_records` raises it.

    Example:
        >>> from icluster import Money
        >>> schema = table_schema(
        ...     Money, columns={"Amount": "amount", "Year": "year"}, decimal=","
        ... )
        >>> [(field["name"], field["type"]) for field in schema["fields"]]
        [('Amount', 'number'), ('Year', 'integer')]
        >>> schema["fields"][0]["decimalChar"], schema["fields"][0]["constraints"]
        (',', {'required': True})
    """
    if not is_exchanged_class(kind):
        raise InvalidValueError("kind", "a class that is written by field", kind)
    if decimal not in (".", ","):
        raise InvalidValueError("decimal", "'.' or ','", decimal)
    _Sheet(kind, dict(columns), dict(split), None)  # refuses what is no field
    manner = _Manner(split, _format_of(dates), decimal, words)
    leaves = {leaf.path: leaf for leaf in _leaves(kind)}
    headed = {heading: path for heading, path in columns.items() if path}
    there = set(headed.values())
    for path, leaf in leaves.items():
        if path not in there and (leaf.is_needed or not columns):
            as_json = AS_JSON if leaf.is_list and path not in split else ""
            headed[path + as_json] = path
    return {
        "$schema": _PROFILE,
        "fields": [
            _field(heading, path, leaves, manner) for heading, path in headed.items()
        ],
        "fieldsMatch": "superset",
        "missingValues": [""],
    }


@frozen
class _Manner:
    """How cells are to be filled, as `from_records` is told."""

    split: Mapping[str, str]
    dates: str
    decimal: str
    words: Mapping[str, object]


def _format_of(order: str) -> str:
    """Return the order of dates as a Table Schema writes it."""
    if date_reader(order) is None:
        return "default"
    escaped = order.replace("%", "%%")
    for part, directive in (("YYYY", "%Y"), ("MM", "%m"), ("DD", "%d")):
        escaped = escaped.replace(part, directive)
    return escaped


@frozen(kw_only=True)
class _Leaf:
    """A field that one column can hold."""

    path: str
    possible: tuple[Alternative, ...]
    title: str
    description: str
    bounds: Mapping[str, Any]
    is_needed: bool

    @property
    def is_list(self) -> bool:
        """Whether it holds several values."""
        return any(kind.shape == LIST and not kind.tag for kind in self.possible)


def _leaves(
    kind: Any, path: str = "", *, needed: bool = True, above: tuple[Any, ...] = ()
) -> Iterator[_Leaf]:
    """Yield the fields of a kind, dots reaching into nested ones."""
    form = form_of(kind)
    _, described = _documentation(kind)
    hints = field_hints(form)
    for attribute in attrs.fields(form):
        if not attribute.init:
            continue
        name = attribute.name
        possible = alternatives(hints[name])
        is_needed = needed and attribute.default is attrs.NOTHING
        nested = [part for part in possible if part.shape == OBJECT and not part.tag]
        plain = tuple(part for part in possible if part.shape != OBJECT)
        if any(part.hint is not NoneType and not part.tag for part in plain):
            yield _Leaf(
                path=f"{path}{name}",
                possible=plain,
                title=_words(name),
                description=described.get(name, ""),
                bounds={
                    key: bound
                    for _, bounds in _bounds(declared(attribute))
                    for key, bound in bounds.items()
                },
                is_needed=is_needed and not nested,
            )
        for part in nested:
            if part.hint not in above:
                yield from _leaves(
                    part.hint,
                    f"{path}{name}.",
                    needed=is_needed,
                    above=(*above, part.hint),
                )


def _field(
    heading: str, path: str, leaves: Mapping[str, _Leaf], manner: _Manner
) -> Field:
    leaf = leaves.get(path)
    if leaf is None:
        # A whole part of an object, or what stands behind a tag.
        return {"name": heading, "type": "any"}
    head: Field = {"name": heading, "title": leaf.title}
    if leaf.description:
        head["description"] = leaf.description
    if heading.endswith(AS_JSON):
        typed: Field = {"type": "array"}
    elif leaf.is_list:
        typed = _list(leaf, manner.split.get(path))
    else:
        typed = _cell(leaf, manner)
    required = {"required": True} if leaf.is_needed else {}
    constraints = {**required, **typed.pop("constraints", {})}
    return {**head, **typed, **({"constraints": constraints} if constraints else {})}


def _list(leaf: _Leaf, separator: str | None) -> Field:
    if separator is None:
        return {"type": "any"}  # a list as it is, which no text says
    item = next(part.hint for part in leaf.possible if part.shape == LIST)
    kinds = {part.hint for part in alternatives(get_args(item)[0])}
    of = "integer" if kinds == {int} else "string"
    return {"type": "list", "delimiter": separator, "itemType": of}


def _cell(leaf: _Leaf, manner: _Manner) -> Field:
    """Describe the cells of a field that holds one value."""
    absent = [part.hint for part in leaf.possible if part.runtime_type is Missing]
    hints = [
        part.hint for part in leaf.possible if part.hint not in (*absent, NoneType)
    ]
    texts = [text for hint in absent for text in _texts_of(hint, manner)]
    if not absent:
        return _of(hints, leaf.bounds, manner)
    if not leaf.is_needed:
        return {**_of(hints, leaf.bounds, manner), "missingValues": ["", *texts]}
    # A missing value would not do where there must be one.
    if all(map(is_vocabulary, hints)):
        return _of([*hints, *absent], leaf.bounds, manner)
    pattern = _of(hints, leaf.bounds, manner).get("constraints", {}).get("pattern")
    if pattern is None:
        return {"type": "string"}
    either = "|".join([pattern, *map(_escaped, texts)])
    return {"type": "string", "constraints": {"pattern": either}}


def _texts_of(hint: Any, manner: _Manner) -> list[str]:
    """Return what names the members of a vocabulary: keys, labels, words told."""
    members = members_of(hint)
    titles = [member.title for member in members if isinstance(member, Vocabulary)]
    words = [text for text, value in manner.words.items() if value in members]
    return list(dict.fromkeys([*(str(m.value) for m in members), *titles, *words]))


def _of(hints: list[Any], bounds: Mapping[str, Any], manner: _Manner) -> Field:
    vocabularies = list(filter(is_vocabulary, hints))
    texts = [text for hint in vocabularies for text in _texts_of(hint, manner)]
    if len(vocabularies) == len(hints):
        return {"type": "string", "constraints": {"enum": list(dict.fromkeys(texts))}}
    if {*hints} - {*vocabularies} == {Other}:
        pattern = "|".join([*map(_escaped, texts), "[Oo]ther: ?[^ ].*"])
        return {"type": "string", "constraints": {"pattern": pattern}}
    return _typed(hints[0], bounds, manner) if len(hints) == 1 else {"type": "string"}


def _typed(hint: Any, bounds: Mapping[str, Any], manner: _Manner) -> Field:
    """Describe the cells of one type that is no vocabulary."""
    comma = {} if manner.decimal == "." else {"decimalChar": manner.decimal}
    plain: dict[Any, Field] = {
        Decimal: {"type": "number", **comma},
        int: _constrained("integer", bounds),
        bool: {
            "type": "boolean",
            "trueValues": ["true", "True", "TRUE", *_meaning(True, manner)],
            "falseValues": ["false", "False", "FALSE", *_meaning(False, manner)],
        },
        date: {"type": "date", "format": manner.dates},
        str: _constrained("string", bounds),
        # A decimal number will do as well.
        Fraction: {"type": "string"},
    }
    if hint in plain:
        return plain[hint]
    is_in_another_order = hint is PartialDate and manner.dates != "default"
    pattern = "" if is_in_another_order else TEXT_FORMS[hint].pattern
    return _constrained("string", {"pattern": pattern})


def _meaning(truth: bool, manner: _Manner) -> list[str]:
    return [text for text, value in manner.words.items() if value is truth]


def _constrained(kind: str, bounds: Mapping[str, Any]) -> Field:
    constraints = dict(bounds)
    pattern = constraints.pop("pattern", "").removeprefix("^").removesuffix("$")
    # Patterns match whole texts here; that there are letters, "required" says.
    if pattern and pattern != r"\S":
        # As XML Schema writes it.
        pattern = pattern.replace(r"\d", "[0-9]").replace("(?:", "(")
        constraints["pattern"] = pattern
    return {"type": kind, **({"constraints": constraints} if constraints else {})}


_SPECIAL = frozenset(r"\.?*+{}()[]|^$")


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in text)
