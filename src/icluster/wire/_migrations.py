"""What makes today's data of what older releases wrote: one table, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, Final

from attrs import field, frozen

from icluster._texts import is_text
from icluster.errors import InvalidValueError
from icluster.wire._refusals import Upgrades
from icluster.words import Shown

FORMAT: Final = "icluster/1"
"""What every document names as its format: icluster, and the format's version."""


def _is_function(_: Any, attribute: Any, value: Any) -> None:
    if not callable(value):
        raise InvalidValueError(attribute.name, "a function of a dictionary", value)


@frozen
class Migration(Shown):
    """What changed in the data of one class after a format.

    Attributes:
        after: The last format that was written otherwise, such as ``"icluster/1"``.
        kind: Name of the class.
        upgrade: Makes of an object of that class, as it was written, a new dictionary
            as the next format writes it. It gets plain values, wherever in a document
            they stand, and must not change what it is given.

    Example:
        >>> older = Migration("icluster/0", "Money", dict)  # nothing but a copy
        >>> older.upgrade({"amount": "5"})
        {'amount': '5'}
    """

    after: str = field(validator=is_text)
    kind: str = field(validator=is_text)
    upgrade: Callable[[dict[str, Any]], dict[str, Any]] = field(validator=_is_function)


MIGRATIONS: Final[tuple[Migration, ...]] = ()
"""What changed from each format to the next, the oldest first: nothing so far.

A default of a field changes by a migration too: it writes the old default out.
"""


def known_formats(migrations: Iterable[Migration]) -> tuple[str, ...]:
    """Return the formats that can be read, the oldest first."""
    return tuple(dict.fromkeys([*(step.after for step in migrations), FORMAT]))


def upgrades_from(older: str, migrations: Iterable[Migration]) -> Upgrades:
    """Return what has changed since a format, by the name of the class."""
    steps = tuple(migrations)
    formats = known_formats(steps)
    upgrades: dict[str, tuple[Callable[[dict[str, Any]], dict[str, Any]], ...]] = {}
    for step in steps:
        if formats.index(step.after) >= formats.index(older):
            upgrades[step.kind] = (*upgrades.get(step.kind, ()), step.upgrade)
    return upgrades
