"""Where a fact was read: published documents and places in them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from attrs import field, frozen

from icluster._fields import (
    AtMostLetters,
    all_of,
    instance_of,
    is_day_or_none,
    is_key,
    to_tuple,
    to_words,
    unique,
)
from icluster._lean import lean
from icluster._texts import (
    all_texts,
    is_optional_prose,
    is_optional_text,
    is_prose,
    is_text,
)
from icluster.dates import PartialDate
from icluster.errors import InvalidValueError
from icluster.words import Quoted, Sentence, Shown, Worded, closest, say

__all__ = ["Cited", "Note", "citations_of", "is_proposed", "notes_of"]


def __dir__() -> list[str]:
    return __all__


LONGEST_EXCERPT = 160
"""Letters in an excerpt at most: a phrase, never a page."""


# Citations are compared by the thousand, and each asks for the hash of its source.
@frozen(kw_only=True, cache_hash=True)
class Source(Shown):
    """A published document that facts were read from.

    Attributes:
        key: Short name to cite it by, unique within a body of data.
        title: Title as published.
        publisher: Who published it.
        authors: Who wrote it, as printed; empty where no one is named.
        url: Address, or empty where there is none.
        published: When it was published, or None where it does not say.
        updated: When it was last changed, or None where it does not say.
        read_on: The day it was read, or None where that was not recorded.
        is_proposal: Whether it is no publication: what cites it is proposed, or
            assumed, by whoever recorded it.
        accessed_on: The day on which the work that lists it last had it, as printed
            there; None where nothing is printed.

    Example:
        >>> Source(
        ...     key="eccp_mx", title="Country factsheet Mexico", publisher="ECCP"
        ... ).title
        'Country factsheet Mexico'
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    publisher: str = field(validator=is_text)
    url: str = field(default="", validator=is_optional_text)
    published: PartialDate | None = field(
        default=None, validator=instance_of(PartialDate, or_one_of=(None,))
    )
    read_on: date | None = field(default=None, validator=is_day_or_none)
    is_proposal: bool = field(default=False, validator=instance_of(bool))
    authors: tuple[str, ...] = field(
        default=(), converter=to_words, validator=[all_texts(), unique]
    )
    updated: PartialDate | None = field(
        default=None,
        validator=instance_of(PartialDate, or_one_of=(None,)),
    )
    accessed_on: date | None = field(default=None, validator=is_day_or_none)

    def at(self, locator: str, excerpt: str = "") -> Citation:
        """Cite the place *locator*, with a short *excerpt* of what stands there.

        Example:
            >>> factsheet = Source(key="eccp_mx", title="Mexico", publisher="ECCP")
            >>> str(factsheet.at("table, History", "2015"))
            'eccp_mx, table, History: "2015"'
        """
        return Citation(self, locator, excerpt)


@frozen(field_transformer=lean)
class Citation(Worded):
    """A place in a source, and a phrase that stands there.

    Attributes:
        source: The document.
        locator: Where in it: a section, a table, a row.
        excerpt: A phrase as printed, 160 letters at most; may be empty.

    Raises:
        InvalidValueError: The locator is blank, or the excerpt too long.

    Example:
        >>> factsheet = Source(key="eccp_mx", title="Mexico", publisher="ECCP")
        >>> Citation(factsheet, "section 2", "dates back to 2004").excerpt
        'dates back to 2004'
    """

    source: Source = field(validator=instance_of(Source))
    locator: str = field(validator=is_text)
    excerpt: str = field(
        default="", validator=[is_optional_prose, AtMostLetters(LONGEST_EXCERPT)]
    )

    def said(self) -> Sentence:
        """Return where it stands as a sentence; what is quoted is not translated.

        Example:
            >>> factsheet = Source(key="eccp_mx", title="Mexico", publisher="ECCP")
            >>> str(factsheet.at("section 2", "dates back to 2004").said())
            'eccp_mx, section 2: "dates back to 2004"'
        """
        if self.excerpt:
            return say('{}, {}: "{}"', self.source.key, self.locator, self.excerpt)
        return say("{}, {}", self.source.key, self.locator)


@frozen
class Cited(Shown):
    """One field of a noun, and where its value was read.

    Attributes:
        path: Name of the field; dots reach into nested nouns.
        citation: Where the value was read.

    Example:
        >>> factsheet = Source(key="eccp_mx", title="Mexico", publisher="ECCP")
        >>> Cited("history.begins", factsheet.at("table, History")).path
        'history.begins'
    """

    path: str = field(validator=is_text)
    citation: Citation = field(validator=instance_of(Citation))


def _to_citations(read_at: Citation | Iterable[Citation]) -> tuple[Citation, ...]:
    return (read_at,) if isinstance(read_at, Citation) else to_tuple(read_at)


@frozen
class Note(Shown):
    """What a source says of a field beside its value, in a few words of ours.

    Attributes:
        path: Name of the field; dots reach into nested nouns.
        text: What it says.
        citations: Where it was read.

    Example:
        >>> factsheet = Source(key="eccp_mx", title="Mexico", publisher="ECCP")
        >>> Note("evaluations", "None is scheduled.", factsheet.at("section 2")).text
        'None is scheduled.'
    """

    path: str = field(validator=is_text)
    text: str = field(validator=is_prose)
    citations: tuple[Citation, ...] = field(
        default=(), converter=_to_citations, validator=all_of(Citation)
    )


def to_cited(
    citations: Mapping[str, Citation | Iterable[Citation]] | Sequence[Cited],
) -> tuple[Cited, ...]:
    """Freeze citations by field, or `Cited` items: the converter of every noun."""
    if isinstance(citations, Mapping):
        return tuple(
            Cited(path, citation)
            for path, read_at in citations.items()
            for citation in _to_citations(read_at)
        )
    return to_tuple(citations)


def to_citations(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Freeze citations: a converter."""
    return to_tuple(citations)


def are_cited(instance: Any, attribute: Any, value: Any) -> None:
    """Refuse what is no tuple of `Cited`, or cites a field that is not there."""
    _check_paths(instance, attribute, value, Cited, "citations by field")


def to_notes(items: Iterable[Note]) -> tuple[Note, ...]:
    """Freeze notes: the converter of every noun that has some."""
    return to_tuple(items)


def are_notes(instance: Any, attribute: Any, value: Any) -> None:
    """Refuse what is no tuple of `Note`, or says something of no field."""
    _check_paths(instance, attribute, value, Note, "notes by field")


def _check_paths(
    instance: Any, attribute: Any, value: Any, made_of: type, expected: str
) -> None:
    if not isinstance(value, tuple):
        raise InvalidValueError(attribute.name, expected, value)
    if not value:
        return
    # The types in a set are soon made, however many citations there are.
    if set(map(type, value)) - {made_of}:
        item = next(item for item in value if type(item) is not made_of)
        what = say("made of {}", made_of.__name__)
        raise InvalidValueError(attribute.name, what, item)
    names = _field_names(instance) or ()
    # Most are names of fields, or of fields of these.
    for path in dict.fromkeys(item.path for item in value):
        if path not in names and not _is_in_a_part(instance, path, names):
            _check_path(instance, attribute.name, path)


def _is_in_a_part(noun: Any, path: str, names: Container[str]) -> bool:
    name, _, step = path.partition(".")
    part = getattr(noun, name, None) if name in names else None
    return step in (_field_names(part) or ())


def _check_path(noun: Any, argument: str, path: str) -> None:
    """Refuse a path that leads to no field, as far as there are nouns on its way."""
    holder, steps = noun, path.split(".")
    for depth, step in enumerate(steps):
        names = _field_names(holder)
        if names is None:
            return
        if step not in names:
            about = say("about fields of {}", type(noun).__name__)
            # A place in a list is no field: what is said of it stands at the list.
            similar = closest(step.partition("[")[0], names)
            if similar is not None:
                closer = ".".join((*steps[:depth], similar))
                about = say("{} (the closest is {})", about, Quoted(closer))
            raise InvalidValueError(argument, about, path)
        # Some fields may not be there yet: their faults are told of themselves.
        holder = getattr(holder, step, None)


def _field_names(noun: object) -> Mapping[str, None] | None:
    """Return the names of the fields of a noun, in order; None of what is none."""
    kind: Any = type(noun)
    return _names_of_fields(kind)


@cache
def _names_of_fields(kind: type) -> Mapping[str, None] | None:
    fields = getattr(kind, "__attrs_attrs__", None)
    return None if fields is None else dict.fromkeys(field.name for field in fields)


def citations_of(noun: Any, name: str) -> tuple[Citation, ...]:
    """Return where the field *name* of *noun* was read, nested fields included.

    A place such as ``"objectives[1].title"`` is asked of what stands there. What is not
    cited itself was read where that was which holds it.

    Raises:
        InvalidValueError: There is no such field, or what the noun carries as its
            citations is not of type `Cited`.

    Example:
        >>> from icluster.reference import mexico
        >>> for place in ("history.begins", "monitoring[0].means"):
        ...     print(citations_of(mexico.NUEVO_LEON_2022, place)[0].locator)
        chapter 1, table, History
        chapter 1, table, Policy evaluation, results
    """
    cited_fields = getattr(noun, "citations", ())
    if not all(isinstance(item, Cited) for item in cited_fields):
        raise InvalidValueError("citations", say("several {}", "Cited"), cited_fields)
    own = tuple(item.citation for item in cited_fields if _is_about(item.path, name))
    if own or (name.isidentifier() and hasattr(noun, name)):
        return own
    return _read_with(noun, name)


def _read_with(noun: Any, name: str) -> tuple[Citation, ...]:
    """Return where the nearest was read of what stands on the way to a place."""
    steps = re.findall(r"[^.\[\]]+", name) or [name]
    nearest: tuple[Citation, ...] = ()
    holder, path, place = noun, "", noun
    for count, step in enumerate(steps, 1):
        if step.isdigit() and isinstance(place, tuple) and int(step) < len(place):
            place = place[int(step)]
        elif hasattr(place, step):
            path, place = f"{path}.{step}".lstrip("."), getattr(place, step)
        elif step.isdigit() or _field_names(place) is not None:
            what = say("a field of {}", type(noun).__name__)
            raise InvalidValueError("name", what, name)
        cited = getattr(holder, "citations", ())
        about = _is_about if count == len(steps) else str.__eq__
        nearest = tuple(c.citation for c in cited if about(c.path, path)) or nearest
        own = getattr(place, "citations", ())
        if own and all(isinstance(item, Cited) for item in own):
            holder, path = place, ""
            nearest = tuple(item.citation for item in own)
    return nearest


def is_proposed(noun: Any, name: str = "") -> bool:
    """Tell whether the field *name* of *noun*, or any field of it, is but proposed.

    It is where one of its citations names a source that is no publication.

    Example:
        >>> from icluster.labels import LabelTier
        >>> from icluster.reference import esca
        >>> bronze = esca.SAME_DAY.term(LabelTier.BRONZE)
        >>> is_proposed(bronze, "months"), is_proposed(bronze, "renewal_months")
        (False, True)
    """
    citations = (
        citations_of(noun, name)
        if name
        else (cited.citation for cited in noun.citations)
    )
    return any(citation.source.is_proposal for citation in citations)


def notes_of(noun: Any, name: str) -> tuple[Note, ...]:
    """Return the notes on the field *name* of *noun*, nested fields included.

    Example:
        >>> from icluster.reference import mexico
        >>> notes_of(mexico.NUEVO_LEON_2022, "country")
        ()
    """
    return tuple(note for note in noun.notes if _is_about(note.path, name))


def _is_about(path: str, name: str) -> bool:
    return path == name or path.startswith(f"{name}.")
