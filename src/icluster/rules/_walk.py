"""The way through a subject: every noun in it, with the steps that lead there.

Fields are followed in the order in which their class lists them. Documents and
places in them are the same wherever they are cited, so each `Source` and each
`Citation` is met once, where it first stands. What a noun goes by but does not say,
the edition of a register, the rubric of a score, is not its part: it is looked at
where it is handed in itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from functools import cache, cached_property
from operator import attrgetter
from types import MappingProxyType
from typing import Any, NamedTuple, TypeAlias

from attrs import Attribute, fields, frozen, has

from icluster.clusters import Cluster, ClusterInitiative
from icluster.ecosystems import Linkage
from icluster.editions import Edition
from icluster.errors import InvalidValueError
from icluster.labels import LabelEdition, LabelScheme
from icluster.naming import LikelyDuplicates, likely_duplicates
from icluster.organizations import Organization
from icluster.rubrics import Rubric
from icluster.rules._identities import (
    Identity,
    Told,
    identified,
    together,
    told_by_itself,
)
from icluster.rules._statements import Statement, check_steps
from icluster.sources import Citation, Source
from icluster.words import Key, Shown, Steps, either, path, say

__all__ = [
    "Found",
    "Gathered",
    "Place",
    "Placed",
    "Whereabouts",
    "gather",
    "gathered",
    "is_gathered",
    "places",
    "steps_of",
    "walk",
]

Place: TypeAlias = tuple[Any, str | int] | None
"""A place as its parent and one step more: cheap to make, and seldom read."""

_MET_ONCE = (Source, Citation)
_GATHERED = (Organization, Source, Cluster, ClusterInitiative, Linkage)
# What others only go by: a register by editions of terms, a score by a rubric.
_OWNED_BY = MappingProxyType({LabelEdition: LabelScheme, Rubric: Edition})
_DEEPEST = 100
"""Collections in collections; a deeper subject is a mistake, or stands in itself."""


@frozen
class Placed(Shown):
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
        return path(self.steps)


@frozen
class Gathered(Shown):
    """All organizations, their links, clusters and sources of a subject.

    A rule about it can hold each of them against all others, wherever they stand.
    Those that are equal but for citations are gathered once, where the first of
    them stands.

    Attributes:
        items: The things with their places.

    Example:
        >>> from icluster.reference import mexico
        >>> gathered = gather(mexico.BRONZE_LABELS)
        >>> len(gathered.of(Organization)), len(gathered.of(Source))
        (35, 1)
    """

    items: tuple[Placed, ...]

    def of(self, kind: type) -> tuple[Placed, ...]:
        """Return what is an instance of *kind*.

        Raises:
            InvalidValueError: Things of this kind are not gathered.
        """
        if not is_gathered(kind):
            names = either(gathered.__name__ for gathered in _GATHERED)
            raise InvalidValueError("kind", say("one of {}", names), kind)
        return tuple(item for item in self.items if isinstance(item.thing, kind))

    @cached_property
    def likely_duplicates(
        self,
    ) -> tuple[tuple[LikelyDuplicates, tuple[Placed, ...]], ...]:
        """The organizations that may be one, with the places where they stand.

        Names are read once for all rules that ask.

        Example:
            >>> twins = [Organization(name="MIND"), Organization(name="Mind, A.C.")]
            >>> [(likely, placed)] = gather(twins).likely_duplicates
            >>> likely.shared, [one.path for one in placed]
            ('mind', ['[0]', '[1]'])
        """
        bodies = self.of(Organization)
        at = {id(placed.thing): placed for placed in reversed(bodies)}
        return tuple(
            (likely, tuple(at[id(body)] for body in likely.organizations))
            for likely in likely_duplicates([placed.thing for placed in bodies])
        )


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
    """Keep the first of things that say the same."""
    first: dict[Any, tuple[Place, Any]] = {}
    for place, thing in met:
        first.setdefault(_said_by(thing), (place, thing))
    return Gathered(
        tuple(Placed(steps_of(place), thing) for place, thing in first.values())
    )


def _said_by(thing: Any) -> Any:
    """Return what a thing says, wherever that was read."""
    kind: Any = type(thing)
    return kind, _saying(kind)(thing)


@cache
def _saying(kind: type) -> _Read:
    return _reader(tuple(a.name for a in fields(kind) if a.name != "citations"))


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
        >>> [placed.path for placed in walk(mexico.FACTSHEET_2022)][1:4]
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


def _any_kind(_: type) -> bool:
    return True


def places(
    subject: object, *, is_wanted: Callable[[type], bool] = _any_kind
) -> Iterator[tuple[Place, Any]]:
    """Yield the nouns in *subject* with their places, parents first.

    Those of a kind that nobody wants may be passed over, but for what they hold.
    """
    parts = _Parts(is_wanted)
    seen_objects = parts.passed
    seen_values: set[Any] = set()
    waiting = list(_beginnings(subject))
    waiting.reverse()
    while waiting:
        place, thing = waiting.pop()
        plan = parts[type(thing)] or _LEADS_NOWHERE
        if plan.only and id(getattr(thing, plan.only)) in seen_objects:
            continue
        if plan.met_once:
            # The same object is known without looking into it.
            if id(thing) in seen_objects:
                continue
            seen_objects.add(id(thing))
            if thing in seen_values:
                continue
            seen_values.add(thing)
        yield place, thing
        if plan.names and (inside := parts.of(place, thing)):
            inside.reverse()
            waiting += inside


_Read: TypeAlias = Callable[[Any], tuple[Any, ...]]


def _reader(names: tuple[str, ...]) -> _Read:
    """Return what reads several fields of a thing at once."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda thing: tuple(getattr(thing, name) for name in names)


class _Plan(NamedTuple):
    """How to go on from the nouns of a class.

    Attributes:
        names: Its fields that may hold nouns.
        read: What reads these at once.
        only: The one such field of a class that nobody wants for itself.
        met_once: Whether equal ones are met once.
    """

    names: tuple[str, ...]
    read: _Read
    only: str = ""
    met_once: bool = False


_LEADS_NOWHERE = _Plan((), _reader(()))

_PLAIN = frozenset(
    (*("bool", "date", "int", "str"), *("None", "Missing", "NotApplicable", "Unknown"))
)
"""What a field is declared to be that is no noun and holds none."""


def _is_plain(declared: Attribute[Any]) -> bool:
    """Tell whether a field can hold no noun, by what it is declared to be."""
    kind: Any = declared.type
    written = kind if isinstance(kind, str) else getattr(kind, "__name__", "")
    return _PLAIN.issuperset(written.split(" | "))


class _Parts(dict[type, _Plan | None]):
    """How to go on from each class that is met; None where that leads to nothing."""

    def __init__(self, is_wanted: Callable[[type], bool] = _any_kind) -> None:
        super().__init__()
        self.is_wanted = is_wanted
        self.passed: set[int] = set()
        """Objects that need not be met again."""

    def __missing__(self, kind: type) -> _Plan | None:
        declared = fields(kind) if has(kind) else ()
        public = tuple(a for a in declared if not a.name.startswith("_"))
        names = tuple(a.name for a in public if not _is_plain(a))
        asked_about = bool(public) and self.is_wanted(kind)
        only = names[0] if len(names) == 1 and not asked_about else ""
        plan = _Plan(names, _reader(names), only, issubclass(kind, _MET_ONCE))
        return self.setdefault(kind, plan if names or asked_about else None)

    def of(self, place: Place, thing: Any) -> list[tuple[Place, Any]]:
        """Return the nouns that *thing* is made of, with their places."""
        parts: list[tuple[Place, Any]] = []
        kind, owner, passed = type(thing), _OWNED_BY.get, self.passed
        plan = self[kind] or _LEADS_NOWHERE
        for name, value in zip(plan.names, plan.read(thing), strict=True):
            value_kind = type(value)
            if value_kind is tuple:
                if value:
                    inside = (place, name)
                    parts += [
                        ((inside, index), item)
                        for index, item in enumerate(value)
                        if self[type(item)] and owner(type(item), kind) is kind
                    ]
            elif (
                self[value_kind]
                and id(value) not in passed
                and owner(value_kind, kind) is kind
            ):
                parts.append(((place, name), value))
        return parts


class Found(NamedTuple):
    """What a finding is about, what people call it, and where it stands."""

    about: Identity
    things: tuple[str, ...]
    places: tuple[Steps, ...]


class Whereabouts:
    """Where in the subject the parts of one thing stand, found when asked for."""

    def __init__(self, subject: object, place: Place, thing: Any) -> None:
        self.subject, self.place, self.thing = subject, place, thing
        self._parts = _Parts()
        self._outermost = [(place, thing)]
        self._places: dict[int, list[Place]] = {id(None): [place], id(thing): [place]}

    def found(self, statement: Statement) -> Found:
        """Return what a statement is about, and the places where that stands."""
        about = statement.about
        parts = about if isinstance(about, tuple) else (about,)
        places: list[Steps] = []
        told: list[Told] = []
        for part in parts:
            steps = self.of(part)
            if statement.at:
                check_steps("at", self.thing if part is None else part, statement.at)
            places += ((*way, *statement.at) for way in steps)
            # Where it is told by itself, what stands around it plays no part.
            told.append(
                identified(part.thing, (), statement.at)
                if isinstance(part, Placed)
                else told_by_itself(part, statement.at)
                or identified(self.subject, steps[0], statement.at)
            )
        return Found(*together(told), tuple(dict.fromkeys(places)))

    def of(self, part: object) -> tuple[Steps, ...]:
        """Return the steps from the subject to each place of a part of the thing.

        Raises:
            InvalidValueError: It is no part of the thing.
        """
        if isinstance(part, Placed):
            return (part.steps,)
        # Layer by layer: most statements are about what stands directly below.
        while id(part) not in self._places and self._outermost:
            self._outermost = [
                inner for around in self._outermost for inner in self._parts.of(*around)
            ]
            layer: dict[int, list[Place]] = {}
            for place, inner in self._outermost:
                layer.setdefault(id(inner), []).append(place)
            self._places = {**layer, **self._places}
        if id(part) not in self._places:
            raise InvalidValueError("about", "a part of what the rule looks at", part)
        return tuple(map(steps_of, self._places[id(part)]))


def _beginnings(subject: object) -> Iterator[tuple[Place, Any]]:
    """Yield the nouns that a subject is, or is a collection of."""
    if has(type(subject)):
        yield None, subject
        return
    yield from _collected(None, subject, 0)


def _collected(
    place: Place, collection: object, depth: int
) -> Iterator[tuple[Place, Any]]:
    if isinstance(collection, Mapping):
        items: Iterable[tuple[str | int, Any]] = (
            (Key(key), value) for key, value in collection.items()
        )
    elif isinstance(collection, (list, tuple)):
        items = enumerate(collection)
    else:
        expected = "a noun, or a list, tuple or mapping of nouns"
        if is_dataclass(collection):
            expected = "a noun, which is an attrs class, yours too; no dataclass"
        raise InvalidValueError(("subject", *steps_of(place)), expected, collection)
    if depth > _DEEPEST:
        expected = f"at most {_DEEPEST} collections deep, none of them in itself"
        raise InvalidValueError("subject", expected, type(collection))
    for step, item in items:
        here = (place, step)
        if has(type(item)):
            yield here, item
        else:
            yield from _collected(here, item, depth + 1)
