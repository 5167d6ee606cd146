"""What a thing is, and by what values: the same wherever it stands.

Bodies, documents, policies and labels are told by what they are, whatever holds them;
a part is told by what it is a part of, the names of the fields that lead to it, and
its own key or name. Positions and keys of the caller's collections play no part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from hashlib import sha256
from itertools import islice
from json import dumps
from types import MappingProxyType
from typing import Any, TypeAlias

from attrs import has

from icluster.benchmark_records import BenchmarkRecord
from icluster.clusters import Cluster, ClusterInitiative
from icluster.ecosystems import Ecosystem
from icluster.labels import LabelAward, LabelRegister, Portfolio
from icluster.organizations import Organization
from icluster.policies import Factsheet, Policy
from icluster.profiles import ClusterProfile
from icluster.regions import Country, Region
from icluster.rubrics import Rubric
from icluster.sources import Citation, Source
from icluster.words import Listed, Sentence, Share, Steps, as_part, path, worded

__all__ = [
    "AND",
    "ONE_WHEREVER",
    "Identity",
    "Told",
    "digest",
    "identified",
    "texts_of",
    "together",
    "told_by_itself",
    "values_of",
]

Identity: TypeAlias = tuple[str, ...]
"""The words that tell a thing: holder, tier and last day of a label."""

Told: TypeAlias = tuple[Identity, tuple[str, ...]]
"""The words that tell things, and what people call these."""

AND = "&"
"""Stands between the words of two things that a finding is about."""

# What a thing goes by, the first that it has; who holds or sends it stands for it.
_KEYS = (
    "key",
    "name",
    "code",
    "indicator",
    "party",
    "title",
    "text",
    "description",
    "purpose",
)
_NAMES = ("name", "title", "holder", "organization", "subject", "party", "key")


def _body(body: Organization) -> Identity:
    return (body.key or body.name,)


def _award(award: LabelAward) -> Identity:
    return (*_body(award.holder), award.tier.value, award.valid_until.isoformat())


def _policy(policy: Policy) -> Identity:
    return policy.name, (policy.region or policy.country).code


def _register(register: LabelRegister) -> Identity:
    source = register.source
    return (source.key,) if source else tuple(e.key for e in register.editions)


def _by_key(thing: Any) -> Identity:
    return (thing.key,)


def _by_name(thing: Any) -> Identity:
    return (thing.name,)


def _by_code(thing: Any) -> Identity:
    return (thing.code,)


_THEMSELVES: Mapping[type, Callable[[Any], Identity]] = MappingProxyType(
    {
        BenchmarkRecord: lambda record: (
            *_body(record.organization),
            record.interviewed_on.isoformat(),
        ),
        Citation: lambda citation: (citation.source.key, citation.locator),
        Cluster: _by_name,
        ClusterInitiative: _by_name,
        ClusterProfile: lambda profile: _body(profile.organization),
        Country: _by_code,
        Ecosystem: _by_key,
        Factsheet: lambda factsheet: (factsheet.country.code, str(factsheet.year)),
        LabelAward: _award,
        LabelRegister: _register,
        Organization: _body,
        Policy: _policy,
        Portfolio: lambda portfolio: (portfolio.edition, portfolio.key),
        Region: _by_code,
        Rubric: _by_key,
        Source: _by_key,
    }
)


ONE_WHEREVER = (Cluster, ClusterInitiative, Country, Organization, Portfolio, Region)
"""What is one thing at however many places it stands; labels and policies count."""


def identified(subject: object, steps: Steps, at: Steps = ()) -> Told:
    """Return what stands at the end of *steps*, told by words, and what it is called.

    The steps lead from *subject* on; *at* goes on from there without being looked at.
    What has no name is told by its class and called nothing.
    """
    way = list(_on_the_way(subject, steps))
    starts = (
        len(way) - 1 - n
        for n, (_, thing) in enumerate(reversed(way))
        if _is_told(thing)
    )
    words: Identity = ()
    trail = Steps()
    # Whatever stands before the last thing that is told by itself plays no part.
    for step, thing in way[next(starts, 0) :]:
        trail = (*trail, *_named(step))
        if has(type(thing)):
            if type(thing) in _THEMSELVES:
                words, trail = _escaped(_THEMSELVES[type(thing)](thing)), ()
            elif own := _escaped(_own(thing)):
                between = (path(trail),) if trail and words else ()
                words, trail = (*words, *between, *own), ()
    if not words:
        words, trail = (type(way[-1][1]).__name__,), ()
    nouns = (thing for _, thing in reversed(way) if has(type(thing)))
    titles = filter(None, map(_title, nouns))
    return _going_on(words, (*trail, *at)), tuple(islice(titles, 1))


def told_by_itself(thing: object, at: Steps) -> Told | None:
    """Tell what is told and called the same wherever it stands; None of others."""
    tells = _THEMSELVES.get(type(thing))
    title = _title(thing) if tells else ""
    if not tells or not title:
        return None
    return _going_on(_escaped(tells(thing)), at), (title,)


def _going_on(words: Identity, steps: Steps) -> Identity:
    rest = path(_named(*steps)) if steps else ""
    return (*words, rest) if rest else words


def _is_told(thing: object) -> bool:
    return type(thing) in _THEMSELVES


def _on_the_way(subject: object, steps: Steps) -> Iterator[tuple[Any, Any]]:
    """Yield the subject, then each step with what it leads to."""
    thing: Any = subject
    yield 0, thing
    for step in steps:
        inside = has(type(thing))
        thing = getattr(thing, str(step)) if inside else thing[step]
        # What a caller's mapping calls a thing is as little the thing's as an index.
        yield step if inside else 0, thing


def _named(*steps: str | int) -> Steps:
    """Leave out positions: rows come and go."""
    return tuple(step for step in steps if not isinstance(step, int))


def _own(thing: Any) -> Identity:
    """Return what a part goes by beside its owner; nothing where it has no name."""
    if hasattr(thing, "first") and hasattr(thing, "second"):
        return _text(thing.first), _text(thing.second)
    text = _first_of(thing, _KEYS)
    return (text,) if text else ()


def _title(thing: Any) -> str:
    """Return what people call a thing."""
    return _first_of(thing, _NAMES)


def _first_of(thing: Any, names: tuple[str, ...]) -> str:
    kind: Any = type(thing)
    for name in _those_of(kind, names):
        if text := _text(getattr(thing, name)):
            return text
    return ""


@cache
def _those_of(kind: type, names: tuple[str, ...]) -> tuple[str, ...]:
    # Of the class: to ask a thing for a field that it lacks is slow.
    return tuple(name for name in names if hasattr(kind, name))


def _text(value: object) -> str:
    if isinstance(value, str):
        return value
    return _title(value) if has(type(value)) else ""


def _escaped(words: Identity) -> Identity:
    return tuple(f"{AND}{word}" if not word.strip(AND) else word for word in words)


def together(things: Iterable[Told]) -> Told:
    """Return what tells several things, in whatever order they stand."""
    words: list[str] = []
    names: tuple[str, ...] = ()
    for other_words, called in sorted(things):
        words += [AND, *other_words] if words else other_words
        names += called
    return tuple(words), tuple(dict.fromkeys(names))


def values_of(sentence: Sentence, on: date | None = None) -> tuple[object, ...]:
    """Return the values that a sentence speaks of; the day asked about is none.

    That day is told by being the same object: another of its date may be a value.
    """
    values: list[object] = []
    _gather(sentence.parts, values)
    return tuple(value for value in values if value is not on)


def _gather(parts: Iterable[object], values: list[object]) -> None:
    for part in parts:
        if isinstance(part, (tuple, list)):
            _gather(part, values)
        elif isinstance(part, (Sentence, Listed)):
            _gather(_inside(part), values)
        else:
            values.append(part)


def _inside(part: Sentence | Listed) -> tuple[object, ...]:
    return part.parts if isinstance(part, Sentence) else part.items


def texts_of(values: Iterable[object]) -> tuple[str, ...]:
    """Return values as they are digested: in an order and in words of their own."""
    return tuple(sorted(text for value in values for text in _written(value)))


def digest(code: str, about: Identity, texts: Iterable[str]) -> str:
    """Return the SHA-256 of a code, a thing and the texts of values."""
    return sha256(dumps([code, about, texts]).encode()).hexdigest()


def _written(value: Any) -> Iterator[str]:
    """Write a value so that it is the same in every release and language."""
    if value is None:
        return
    if isinstance(value, Enum):
        yield str(value.value)
    elif isinstance(value, Share):
        yield from _written(value.value)
    elif isinstance(value, str):
        yield value
    elif isinstance(value, int):
        yield format(value, "x")  # a decimal may have more digits than are allowed
    elif isinstance(value, Fraction):
        yield f"{value.numerator:x}/{value.denominator:x}"
    elif isinstance(value, (Decimal, date)):
        yield str(value)
    else:
        part = _part_of(value)
        if isinstance(part, Sentence):
            for leaf in values_of(part):
                yield from _written(leaf)
        else:
            yield worded(value)


def _part_of(value: object) -> object:
    try:
        return as_part(value)
    except Exception:  # noqa: BLE001 (one part must not hide a report)
        return None
