"""The way through a subject: every noun in it, with the steps that lead there.

Fields are followed in the order in which their class lists them. Documents and
places in them are the same wherever they are cited, so each `Source` and each
`Citation` is met once, where it first stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from attrs import fields, frozen, has

from icluster.clusters import Cluster, ClusterInitiative
from icluster.errors import InvalidValueError
from icluster.organizations import Organization
from icluster.rules._statements import Step, Steps, path_text
from icluster.sources import Citation, Source

Place: TypeAlias = tuple[Any, Step] | None
"""A place as its parent and one step more: cheap to make, and seldom read."""

_MET_ONCE = (Source, Citation)
_GATHERED = (Organization, Source, Cluster, ClusterInitiative)


@frozen
class Placed:
    """A thing and the steps that lead to it.

    Example:
        >>> from icluster.organizations import Organization
        >>> Placed(("awards", 0, "holder"), Organization(name="MIND")).path
        'awards[0].holder'
    """

    steps: Steps
    thing: Any

    @property
    def path(self) -> str:
        """The steps as text."""
        return path_text(self.steps)


@frozen
class Gathered:
    """All organizations, sources and clusters of a subject, wherever they stand.

    A rule about it can hold each of them against all others. Equal ones are
    gathered once, where the first of them stands.

    Attributes:
        items: The things with their places.

    Example:
        >>> from icluster.reference import mexico
        >>> gathered = gather(mexico.BRONZE_LABELS)
        >>> len(gathered.of(Organization)), len(gathered.of(Source))
        (35, 2)
    """

    items: tuple[Placed, ...]

    def of(self, kind: type) -> tuple[Placed, ...]:
        """Return what is an instance of *kind*."""
        return tuple(item for item in self.items if isinstance(item.thing, kind))


def gather(subject: object) -> Gathered:
    """Gather what rules hold against each other.

    Example:
        >>> [placed.path for placed in gather([Organization(name="MIND")]).items]
        ['[0]']
    """
    return gathered(
        (place, thing)
        for place, thing in places(subject)
        if isinstance(thing, _GATHERED)
    )


def gathered(met: Iterable[tuple[Place, Any]]) -> Gathered:
    """Keep the first of equal things."""
    first: dict[Any, Place] = {}
    for place, thing in met:
        first.setdefault(thing, place)
    return Gathered(
        tuple(Placed(steps_of(place), thing) for thing, place in first.items())
    )


def is_gathered(kind: type) -> bool:
    """Tell whether things of a kind are held against each other."""
    return issubclass(kind, _GATHERED)


def walk(subject: object) -> Iterator[Placed]:
    """Yield every noun in *subject*, itself first, with its place.

    Raises:
        InvalidValueError: It is neither a noun nor a list, tuple or mapping.

    Example:
        >>> from icluster.policies import Factsheet
        >>> from icluster.reference import mexico
        >>> [each.path for each in walk(mexico.FACTSHEET_2022)][1:4]
        ['country', 'policies[0]', 'policies[0].country']
    """
    return (Placed(steps_of(place), thing) for place, thing in places(subject))


def steps_of(place: Place) -> Steps:
    """Return the steps of a place from the subject on."""
    steps = []
    while place is not None:
        place, step = place
        steps.append(step)
    return tuple(reversed(steps))


def places(subject: object) -> Iterator[tuple[Place, Any]]:
    """Yield every noun in *subject* with its place, parents first."""
    parts: dict[type, tuple[str, ...]] = {}
    seen_objects: set[int] = set()
    seen_values: set[Any] = set()
    waiting = list(_beginnings(subject))
    waiting.reverse()
    while waiting:
        place, thing = waiting.pop()
        kind = type(thing)
        if kind in _MET_ONCE:
            # The same object is known without looking into it.
            if id(thing) in seen_objects:
                continue
            seen_objects.add(id(thing))
            if thing in seen_values:
                continue
            seen_values.add(thing)
        yield place, thing
        names = parts[kind] if kind in parts else _part_names(kind, parts)
        for name in reversed(names):
            value = getattr(thing, name)
            if type(value) is tuple:
                inside = (place, name)
                for index in range(len(value) - 1, -1, -1):
                    item = value[index]
                    item_kind = type(item)
                    if (
                        parts[item_kind]
                        if item_kind in parts
                        else _part_names(item_kind, parts)
                    ):
                        waiting.append(((inside, index), item))
            elif (
                parts[type(value)]
                if type(value) in parts
                else _part_names(type(value), parts)
            ):
                waiting.append(((place, name), value))


def _part_names(kind: type, known: dict[type, tuple[str, ...]]) -> tuple[str, ...]:
    """Return the public fields of a class; none where it is no noun."""
    names = (
        tuple(each.name for each in fields(kind) if not each.name.startswith("_"))
        if has(kind)
        else ()
    )
    known[kind] = names
    return names


def _beginnings(subject: object) -> Iterator[tuple[Place, Any]]:
    """Yield the nouns that a subject is, or is a collection of."""
    if has(type(subject)):
        yield None, subject
        return
    yield from _collected(None, subject)


def _collected(place: Place, collection: object) -> Iterator[tuple[Place, Any]]:
    if isinstance(collection, Mapping):
        items: Iterable[tuple[Step, Any]] = (
            (f"[{key!r}]", value) for key, value in collection.items()
        )
    elif isinstance(collection, (list, tuple)):
        items = enumerate(collection)
    else:
        expected = "a noun, or a list, tuple or mapping of nouns"
        raise InvalidValueError("subject", expected, collection)
    for step, item in items:
        here = (place, step)
        if has(type(item)):
            yield here, item
        else:
            yield from _collected(here, item)
