"""Every public class by its name, as documents name it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import attrs

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ROOMS: Final = (
    "benchmark_records benchmarking clusters conditions contexts dates "
    "derivations ecosystems editions errors facts indicators labels layouts money "
    "naming observations organizations policies profiles provenance "
    "quality_labels readers regions rubrics rules scales scoring sources tables "
    "vocabularies words "
)

# Imported by the rooms, and no part of any.
_VALIDATORS: Final = ("icluster._fields", "icluster._texts")


@cache
def public_classes() -> Mapping[str, type]:
    """Return the public classes that are written by field or as text, by name."""
    # Where a scale is called like a part of a noun, the part is meant.
    several = reversed(tuple(_classes()))
    return MappingProxyType({kind.__name__: kind for kind in several})


def _classes() -> Iterator[type]:
    # Imported late: only a document of any type needs them all.
    for room in _ROOMS.split():
        module = import_module(f"icluster.{room}")
        for name, thing in sorted(vars(module).items()):
            is_class = isinstance(thing, type) and attrs.has(thing)
            is_ground = getattr(thing, "__module__", "") in _VALIDATORS
            if is_class and not is_ground and not name.startswith("_"):
                yield thing
