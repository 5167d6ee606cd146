"""What the lists of an ecosystem refer to: keys that are there, each of them once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Protocol, TypeAlias

from icluster.ecosystems._relations import Action
from icluster.errors import Fault
from icluster.vocabularies import listed
from icluster.words import Quoted, Sentence, Steps, closest, say


class _Keyed(Protocol):
    @property
    def key(self) -> str | None: ...


Keys: TypeAlias = dict[str, None]
"""Keys in their order."""


def keys_of(things: Iterable[_Keyed]) -> Keys:
    """Return the keys of *things*, each once."""
    return {thing.key: None for thing in things if thing.key is not None}


def repeated_keys(name: str, things: tuple[_Keyed, ...]) -> Iterator[Fault]:
    """Yield a fault for each of *things* without a key of its own."""
    seen: set[str] = set()
    for index, thing in enumerate(things):
        if thing.key is None or thing.key in seen:
            place = name, index, "key"
            yield Fault(place, "value", "given, and given once", thing.key)
        else:
            seen.add(thing.key)


def dangling_parties(
    name: str, records: tuple[Any, ...], keys: Keys
) -> Iterator[Fault]:
    """Yield a fault for each organization that records name and nobody lists."""
    for index, record in enumerate(records):
        for way, key in _parties(record):
            if key not in keys:
                yield _dangling((name, index, *way), key, keys, "a listed organization")


def dangling_objectives(actions: tuple[Action, ...], keys: Keys) -> Iterator[Fault]:
    """Yield a fault for each objective that an action serves and nobody lists."""
    for index, action in enumerate(actions):
        for number, key in enumerate(listed(action.serves)):
            if key not in keys:
                place = "actions", index, "serves", number
                yield _dangling(place, key, keys, "a listed objective")


def _parties(record: Any) -> Iterator[tuple[Steps, str]]:
    """Yield the organizations that a record names, with the way to each."""
    for name in ("party", "first", "second"):
        party = getattr(record, name, None)
        if isinstance(party, str):
            yield (name,), party
    for index, key in enumerate(listed(getattr(record, "members", ()))):
        yield ("members", index), key


def _dangling(place: Steps, key: str, keys: Keys, what: str) -> Fault:
    similar = closest(key, tuple(keys))
    expected: Sentence = say("the key of {}", say(what))
    if similar is not None:
        expected = say("{}; the closest is {}", expected, Quoted(similar))
    return Fault(place, "reference", expected, key)
