"""JSON Schema of the nouns, walked from their own fields."""

from __future__ import annotations

import inspect
import re
from collections.abc import Hashable, Iterator
from typing import Any, Literal, get_args, get_origin

import attrs

from icluster._fields import AtMostLetters, Matches, Within, is_key, unique
from icluster._hints import field_hints, is_vocabulary, members_of, name_of, plain_hint
from icluster._lean import declared
from icluster._texts import IsText
from icluster.errors import InvalidValueError
from icluster.facts import FactSchema
from icluster.vocabularies import Other
from icluster.wire._migrations import FORMAT
from icluster.wire._reading import members_by_key
from icluster.wire._remade import REMADE, form_of
from icluster.wire._shapes import (
    SCALARS,
    TEXT_FORMS,
    Alternative,
    alternatives,
    container_of,
    is_exchanged_class,
    is_several,
    item_of,
    key_and_item_of,
    what_is_exchanged,
)
from icluster.wire._stated import stated_schema
from icluster.wire._written import to_dict
from icluster.words import ENGLISH, Language, say, worded

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


_REFERENCE = "#/$defs/{model}"


def json_schema(
    kind: type | FactSchema,
    *,
    document: bool = False,
    inline: bool = False,
    ref_template: str = _REFERENCE,
    language: Language = ENGLISH,
) -> dict[str, Any]:
    """Return the JSON Schema, 2020-12, of what `to_dict` gives for a *kind*.

    Everything that `from_dict` takes is valid by it. What it cannot say, the
    constructors still refuse: rules across fields, real days, shortened fractions.

    Args:
        kind: A public class of icluster, or a class of your own; a list of them and
            the like as well, such as ``list[Policy]``. Of a schema of facts, what
            `from_dict` makes `Facts` of.
        document: Whether to describe what `dumps` writes instead, format and type
            included.
        inline: Whether to write every part where it stands, without references:
            for tools that take a schema into one of theirs.
        ref_template: How references to the definitions are written, ``{model}``
            standing for the name: ``"#/components/schemas/{model}"`` in OpenAPI,
            where the definitions in ``$defs`` are to be put.
        language: What titles of choices and of facts are put into. Names of fields,
            and what is said of them, stay English.

    Raises:
        InvalidValueError: A *kind* cannot be exchanged, or holds itself and is to
            stand inline; *ref_template* does not name ``{model}``; facts by name are
            no document.

    Example:
        >>> from icluster import Money
        >>> schema = json_schema(Money)
        >>> schema["properties"]["amount"]["format"], schema["required"]
        ('decimal', ['amount'])
    """
    if not isinstance(kind, Hashable):
        raise InvalidValueError("kind", "a class, or a list of one", kind)
    if "{model}" not in ref_template:
        raise InvalidValueError("ref_template", "text with {model} in it", ref_template)
    if isinstance(kind, FactSchema):
        if document:
            raise InvalidValueError("document", "left out for facts by name", document)
        return {"$schema": _DIALECT, **stated_schema(kind, language)}
    walk = _Walk(inline=inline, ref_template=ref_template, language=language)
    # The kind itself stands at the top, where form generators look for it.
    schema = walk.schema_of(kind) if document else walk.top(kind)
    if document:
        schema = _document(kind, schema)
    return {
        # Inside of another document, that says the dialect.
        **({"$schema": _DIALECT} if ref_template == _REFERENCE else {}),
        **schema,
        **({"$defs": walk.definitions} if walk.definitions else {}),
    }


def _document(kind: type, schema: Schema) -> Schema:
    return {
        "title": f"{_words(name_of(kind))}, as a document",
        "type": "object",
        "properties": {
            "format": {"const": FORMAT},
            "type": {"const": name_of(kind)},
            "data": schema,
        },
        "required": ["format", "type", "data"],
        "additionalProperties": False,
    }


class _Walk:
    """Collects the definitions of the classes that a schema refers to."""

    def __init__(self, *, inline: bool, ref_template: str, language: Language) -> None:
        self.inline = inline
        self.language = language
        self.ref_template = ref_template
        self.begun: list[Any] = []
        self.definitions: dict[str, Schema] = {}
        self.names: dict[Any, str] = {}

    def top(self, kind: Any) -> Schema:
        """Return the schema of a class itself."""
        by_field = is_exchanged_class(kind) and not is_several(kind)
        return self._class(kind) if by_field else self.schema_of(kind)

    def schema_of(self, hint: Any) -> Schema:
        """Return the schema of a hint, classes and vocabularies by reference."""
        hint = plain_hint(hint)
        if is_several(hint):
            return self._several(alternatives(hint))
        return self._plain(hint)

    def _plain(self, hint: Any) -> Schema:
        if hint in SCALARS:
            return {"type": SCALARS[hint]}
        if hint in TEXT_FORMS:
            return _text(hint)
        if is_vocabulary(hint):
            return self._vocabulary(hint)
        if hint is Any:
            return {}
        if (kind := container_of(hint)) is not None:
            return self._object(hint) if kind is dict else self._list(kind, hint)
        if is_exchanged_class(hint):
            return self._referred(hint, lambda: self._class(hint))
        raise InvalidValueError("kind", what_is_exchanged(hint), name_of(hint))

    def _vocabulary(self, hint: Any) -> Schema:
        """Refer to a vocabulary; some of its members stand where they are named."""
        if get_origin(hint) is Literal:
            return _enum(hint, self.language)
        return self._referred(hint, lambda: _enum(hint, self.language))

    def _referred(self, hint: Any, make: Any, name: str = "") -> Schema:
        """Refer to a definition, made once; a class may refer to itself."""
        if self.inline:
            return self._inlined(hint, make)
        if hint not in self.names:
            name = name or _named(hint)
            if name in self.definitions:
                name = f"{hint.__module__}.{name}"
            self.names[hint] = name
            self.definitions[name] = {}
            self.definitions[name] = make()
        return {"$ref": self.ref_template.replace("{model}", self.names[hint])}

    def _inlined(self, hint: Any, make: Any) -> Schema:
        if hint in self.begun:
            expected = say("left out for {}, which holds itself", name_of(hint))
            raise InvalidValueError("inline", expected, self.inline)
        self.begun.append(hint)
        schema: Schema = make()
        self.begun.pop()
        return schema

    def _several(self, possible: tuple[Alternative, ...]) -> Schema:
        return {"anyOf": [self._alternative(part) for part in possible]}

    def _alternative(self, part: Alternative) -> Schema:
        if not part.tag:
            return self._untagged(part.hint)
        if self.inline:
            return self._tagged(part)
        # One definition for each, so that generated code has one class of each.
        name = f"Tagged{name_of(part.hint)}" + "".join(
            _title(str(member.value)) for member in _some_members(part.hint)
        )
        return self._referred((part.tag, part.hint), lambda: self._tagged(part), name)

    def _tagged(self, part: Alternative) -> Schema:
        return {
            "title": _words(name_of(part.hint)),
            "type": "object",
            "properties": {part.tag: self._untagged(part.hint)},
            "required": [part.tag],
            "additionalProperties": False,
        }

    def _untagged(self, hint: Any) -> Schema:
        if hint is Other:
            return {"type": "string", "pattern": r"\S"}
        return self._vocabulary(hint) if is_vocabulary(hint) else self._plain(hint)

    def _list(self, kind: type, hint: Any) -> Schema:
        hints = get_args(hint)
        if kind is tuple and hints and hints[-1] is not ...:
            return {
                "type": "array",
                "prefixItems": [self.schema_of(part) for part in hints],
                "minItems": len(hints),
                "maxItems": len(hints),
            }
        schema: Schema = {"type": "array", "items": self.schema_of(item_of(hint))}
        return schema | {"uniqueItems": True} if kind in (frozenset, set) else schema

    def _object(self, hint: Any) -> Schema:
        key, item = key_and_item_of(hint)
        schema: Schema = {
            "type": "object",
            "additionalProperties": self.schema_of(item),
        }
        names = self.schema_of(key)
        return (
            schema
            if names == {"type": "string"}
            else {**schema, "propertyNames": names}
        )

    def _class(self, kind: Any) -> Schema:
        form = form_of(kind)
        summary, described = _documentation(get_origin(kind) or kind)
        if kind in REMADE:
            described = {**described, **REMADE[kind].described}
        hints = field_hints(form)
        properties, required = {}, []
        for attribute in attrs.fields(get_origin(form) or form):
            if not attribute.init:
                continue
            name = attribute.name
            properties[name] = {
                **_bounded(self.schema_of(hints[name]), declared(attribute)),
                "title": _words(name),
                **({"description": described[name]} if name in described else {}),
                **_default(attribute),
            }
            if attribute.default is attrs.NOTHING:
                required.append(name)
        return {
            "title": _words(name_of(kind)),
            **({"description": summary} if summary else {}),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": False,
        }


def _named(hint: Any) -> str:
    """Return the name of a definition, what a generic class holds included."""
    held = "".join(map(_named, get_args(hint))) if get_origin(hint) else ""
    return re.sub(r"\W", "", name_of(hint)) + held


def _some_members(hint: Any) -> tuple[Any, ...]:
    """Return the members that a hint names, where it does not name them all."""
    if get_origin(hint) is not Literal:
        return ()
    members = members_of(hint)
    whole: Any = type(members[0])
    return () if set(members) == set(whole) else members


def _title(key: str) -> str:
    return "".join(part.capitalize() for part in key.split("_"))


def _text(kind: type) -> Schema:
    form = TEXT_FORMS[kind]
    schema = {
        "title": _words(kind.__name__),
        "description": form.expected,
        "type": "string",
        "pattern": _whole(form.pattern),
    }
    return schema | {"format": form.format} if form.format else schema


def _enum(kind: Any, language: Language) -> Schema:
    members = [member for _, member in members_by_key(kind)]
    return {
        "title": _words(name_of(kind)),
        "enum": [member.value for member in members],
        "oneOf": [
            {"const": member.value, "title": worded(member, language)}
            for member in members
        ],
    }


_FACTORY: Any = attrs.Factory


def _default(attribute: Any) -> Schema:
    default = attribute.default
    if default is attrs.NOTHING:
        return {}
    if isinstance(default, _FACTORY):
        if default.takes_self:
            return {}
        default = default.factory()
    return {"default": to_dict(default)}


def _bounded(schema: Schema, validators: tuple[Any, ...]) -> Schema:
    """Write the bounds that validators hold beside or into a *schema*."""
    for kind, bound in _bounds(validators):
        schema = _narrowed(schema, kind, bound)
    return schema


def _narrowed(schema: Schema, kind: str, bounds: Schema) -> Schema:
    if "anyOf" in schema:
        narrowed = [_narrowed(part, kind, bounds) for part in schema["anyOf"]]
        return schema | {"anyOf": narrowed}
    return schema | bounds if schema.get("type") == kind else schema


def _bounds(validators: tuple[Any, ...]) -> Iterator[tuple[str, Schema]]:
    """Yield the bounds that validators hold, with the type in JSON they are for."""
    for part in validators:
        if isinstance(part, IsText) and not part.or_empty:
            yield "string", {"pattern": r"\S"}
        elif part is is_key:
            yield "string", {"pattern": "^[a-z_][a-z0-9_]*$"}
        elif part is unique:
            yield "array", {"uniqueItems": True}
        elif isinstance(part, Matches):
            yield "string", {"pattern": _whole(part.pattern.pattern)}
        elif isinstance(part, AtMostLetters):
            yield "string", {"maxLength": part.letters}
        elif isinstance(part, Within):
            yield "integer", {"minimum": part.lowest, "maximum": part.highest}


def _whole(pattern: str) -> str:
    """Make a pattern match whole texts, of ASCII digits only."""
    return f"^(?:{pattern})$".replace(r"\d", "[0-9]")


def _words(name: str) -> str:
    """Write a name of code as a heading: *Published score*, *Valid until*."""
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", " ", name).replace("_", " ").strip()
    return spaced[:1].upper() + spaced[1:].lower()


def _documentation(kind: Any) -> tuple[str, dict[str, str]]:
    """Return the summary of a docstring, and what it says of each attribute."""
    lines = (inspect.getdoc(kind) or "").splitlines() or [""]
    described: dict[str, str] = {}
    name, inside = "", False
    for line in lines[1:]:
        if line and not line.startswith(" "):
            inside = line == "Attributes:"
        elif inside and (match := re.fullmatch(r" {4}(\w+): (.+)", line)):
            name = match[1]
            described[name] = match[2]
        elif inside and line.startswith(" " * 8):
            described[name] += f" {line.strip()}"
    return lines[0], described
