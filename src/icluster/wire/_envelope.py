"""What stands around the data of a document: its format and its type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from icluster._hints import field_hints
from icluster.errors import Fault
from icluster.wire._migrations import FORMAT
from icluster.wire._refusals import in_a_path, one_of_names
from icluster.wire._remade import form_of
from icluster.wire._shapes import is_exchanged_class
from icluster.words import Quoted, Sentence, either, say

_MOST_NAMES = 20
_KEYS = ("format", "type", "data")


def is_document(data: object, kind: Any) -> bool:
    """Tell whether somebody took a document for the data of a class."""
    if type(data) is not dict or data.keys() != set(_KEYS):
        return False
    return is_exchanged_class(kind) and "format" not in field_hints(form_of(kind))


def envelope_faults(
    document: dict[str, Any],
    kinds: dict[str, Any],
    formats: tuple[str, ...],
) -> Iterator[Fault]:
    """Yield what is wrong with the envelope of a document of one of several *kinds*."""
    if not document.keys() & {"format", "data"}:
        expected_whole = "a document with format, type and data; from_json reads others"
        yield Fault((), "syntax", expected_whole)
        return
    names = _names_in_words(kinds)
    expected = {
        "format": say("{}", either(map(Quoted, formats))),
        "type": names,
        "data": say("what describes {}", names),
    }
    for key in _KEYS:
        if key not in document:
            yield Fault((key,), "missing", expected[key])
    for key in document:
        if key not in _KEYS:
            yield Fault((in_a_path(key),), "unknown", one_of_names(key, _KEYS))
    older = document.get("format", FORMAT)
    if type(older) is not str or older not in formats:
        yield Fault(("format",), "value", expected["format"], older)
    name = document.get("type", next(iter(kinds)))
    if type(name) is not str or name not in kinds:
        yield Fault(("type",), "value", expected["type"], name)


def _names_in_words(kinds: Iterable[str]) -> Sentence:
    names = tuple(kinds)
    if len(names) > _MOST_NAMES:
        text = "the name of one of {} classes, such as {}, or of one in kinds="
        return say(text, len(names), names[0])
    return say("{}", either(map(Quoted, names)))
