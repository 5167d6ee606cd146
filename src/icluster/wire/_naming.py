"""What columns and cells may name, and what is no name, and what are no rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import evolve
from cattrs import Converter

from icluster._hints import field_hints, name_of
from icluster.errors import InvalidValueError
from icluster.regions import CountryName, Subdivision
from icluster.wire._refusals import Unread
from icluster.wire._remade import form_of
from icluster.wire._shapes import OBJECT, Alternative, alternatives
from icluster.wire._written import to_dict
from icluster.words import Language, Quoted, Sentence, closest, filed, folded, say


def refuse_what_has_no_rows(rows: object) -> None:
    is_frame = hasattr(rows, "columns") and not isinstance(rows, type)
    if (
        is_frame
        or isinstance(rows, (str, bytes, Mapping))
        or hasattr(rows, "__fspath__")
    ):
        expected = (
            "rows, each a mapping of headings to cells: those of csv.DictReader for a "
            "file, frame.to_dict('records') of pandas, frame.to_dicts() of polars"
        )
        raise InvalidValueError("rows", expected, type(rows).__name__)


def by_name(
    names: Iterable[object], own: Converter
) -> Mapping[type, Mapping[str, Any]]:
    """Return what names stand for, as `from_dict` takes it, by class."""
    by_class: dict[type, dict[str, Any]] = {}
    for noun in names:
        thing: object = noun
        called: tuple[Any, ...] = (getattr(noun, "title", None),)
        if isinstance(noun, CountryName):
            thing, called = noun.country, (noun.title,)
        elif isinstance(noun, Subdivision):
            thing, called = noun.region, (noun.name, noun.english, *noun.spellings)
        if not all(isinstance(name, str) for name in called):
            expected = "countries, parts of countries, and nouns with a title"
            raise InvalidValueError("names", expected, noun)
        entry = by_class.setdefault(type(thing), {})
        entry |= {name: to_dict(thing, converter=own) for name in called if name}
    return by_class


def by_spelling(labels: Iterable[tuple[str, Any]]) -> Callable[[str, Any], Any]:
    """Return what looks a label up; without accents where they tell nothing apart."""
    by_label = tuple(labels)
    exact = {folded(label): value for label, value in by_label}
    plain: dict[str, list[Any]] = {}
    for label, value in by_label:
        plain.setdefault(filed(label), []).append(value)
    sure = {
        label: values[0]
        for label, values in plain.items()
        if all(value == values[0] for value in values)
    }

    def look_up(text: str, default: Any) -> Any:
        key = folded(text)
        return exact[key] if key in exact else sure.get(filed(text), default)

    return look_up


def labels_in(
    label: str, context: str, languages: tuple[Language, ...]
) -> tuple[str, ...]:
    """Return a label and its translations, each alone and as it stands beside it."""
    spoken = [language.of(label, context) for language in languages]
    alone = [
        text.removeprefix(f"{label} [").removesuffix("]")
        for text in spoken
        if text.startswith(f"{label} [")
    ]
    return (label, *alone, *spoken)


_PLACEHOLDERS = frozenset(["n/a", "na", "nan", "none", "null", "s/d", "nd", "n/d", "x"])


def without_placeholders(
    read: Callable[[Any], Any], words: Mapping[str, Any]
) -> Callable[[Any], Any]:
    """Refuse as a name what stands where there is none, unless words say what it is."""

    def read_name(cell: Any) -> Any:
        text = cell.strip().lower() if isinstance(cell, str) else ""
        is_none = text in _PLACEHOLDERS or (text and not any(map(str.isalnum, text)))
        if is_none and cell.strip() not in words:
            return Unread(say("a name, not what stands where there is none"), cell)
        return read(cell)

    return read_name


def inside(
    possible: tuple[Alternative, ...], name: str
) -> tuple[Alternative, ...] | None:
    """Return what may stand behind a tag or in a field of what is possible."""
    for kind in possible:
        if kind.tag == name:
            return (evolve(kind, tag=""),)
        if kind.shape == OBJECT and not kind.tag:
            hints = field_hints(form_of(kind.hint))
            if name in hints:
                return alternatives(hints[name])
    return None


def about_fields(kind: Any, path: str) -> Sentence:
    """Say what a path must be about that leads to no field, and the closest one."""
    about = say("about fields of {}", name_of(kind))
    steps, depth = path.split("."), 0
    possible = alternatives(kind)
    while (within := inside(possible, steps[depth])) is not None:
        possible, depth = within, depth + 1
    names = _names_in(possible)
    similar = _below(possible, names, steps[depth]) or closest(steps[depth], names)
    if similar is None:
        fields = tuple(".".join((*steps[:depth], name)) for name in names)
        return say("{}: {}", about, fields) if fields else about
    closer = ".".join((*steps[:depth], similar))
    return say("{} (the closest is {})", about, Quoted(closer))


def _below(
    possible: tuple[Alternative, ...], names: tuple[str, ...], wanted: str
) -> str | None:
    """Return where a field so called stands within one of those of these names."""
    for name in names:
        if inside(inside(possible, name) or (), wanted) is not None:
            return f"{name}.{wanted}"
    return None


def _names_in(possible: tuple[Alternative, ...]) -> tuple[str, ...]:
    kinds = [kind.hint for kind in possible if kind.shape == OBJECT and not kind.tag]
    return tuple(name for kind in kinds for name in field_hints(form_of(kind)))
