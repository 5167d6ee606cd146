"""Frames of any engine, wrapped; and what is refused of every one."""

from __future__ import annotations

from typing import Any

import narwhals.stable.v2 as nw
from narwhals.exceptions import NarwhalsError

from icluster.errors import InvalidValueError

__all__ = ["refuse_taken", "wrapped"]


def wrapped(frame: Any) -> Any:
    """Return a frame as narwhals wraps it.

    Raises:
        InvalidValueError: It is none, or two of its columns have one name.
    """
    try:
        given: Any = nw.from_native(frame)
        given.collect_schema()  # refuses columns of one name
    except TypeError:
        raise InvalidValueError(
            "frame", "a data frame that narwhals knows", type(frame).__name__
        ) from None
    except NarwhalsError as error:
        raise InvalidValueError("frame", "sound", str(error)) from None
    return given


def refuse_taken(added: tuple[str, ...], columns: tuple[str, ...], prefix: str) -> None:
    """Refuse to overwrite a column."""
    if taken := sorted(set(added) & set(columns)):
        raise InvalidValueError("prefix", f"one that spares {taken}", prefix)
