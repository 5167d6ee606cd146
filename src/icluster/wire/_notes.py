"""What came up where, as cattrs notes it."""

from __future__ import annotations

from typing import Any

from cattrs.errors import (
    AttributeValidationNote,
    ClassValidationError,
    IterableValidationNote,
)

# Their constructors take more than pyright believes of a text.
_ATTRIBUTE_NOTE: Any = AttributeValidationNote


_INDEX_NOTE: Any = IterableValidationNote


_GROUP: Any = ClassValidationError


def note(error: Exception, step: str | int) -> Exception:
    """Say in which field or at which index an error came up; the nearest first."""
    kind = _INDEX_NOTE if isinstance(step, int) else _ATTRIBUTE_NOTE
    error.__notes__ = [*getattr(error, "__notes__", ()), kind("", step, None)]
    return error


def grouped(errors: list[Exception], kind: Any) -> Exception:
    """Put errors together that came up in one object."""
    group: Exception = _GROUP("while reading", errors, kind)
    return group
