"""How a golden output is laid out: headed parts, one under the other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from icluster import Table


def headed(parts: Mapping[str, object]) -> str:
    """Return the parts, each under its heading; what has many lines keeps them."""
    return "\n\n".join(f"=== {heading}\n{part}" for heading, part in parts.items())


def listed(things: Iterable[object]) -> str:
    """Return one thing a line."""
    return "\n".join(map(str, things)) or "(nothing)"


def whole(*tables: Table) -> str:
    """Return tables unwrapped, so that a row is a line."""
    return "\n\n".join(table.text() for table in tables)


def said_of(error: Exception) -> str:
    return f"{type(error).__name__}: {error}"
