"""What verbs are given: scores by name, and names in pairs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from icluster._fields import check_type
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.scoring.scores import Score

if TYPE_CHECKING:
    from icluster.rubrics import Rubric

__all__ = ["check_scores", "named", "named_scores", "pair_of", "some_names"]


def named(field: str, given: Any, what: str) -> Mapping[str, Any]:
    """Return *given*; refuse what maps no names that are text to *what*."""
    if not isinstance(given, Mapping):
        expected = f"a mapping of names to {what}, such as a dict"
        raise InvalidValueError(field, expected, _kind(given))
    for name in given:
        if not isinstance(name, str):
            raise InvalidValueError(f"every name in {field}", "text", name)
    return given


def _kind(given: object) -> object:
    """Return what to say of *given*: a table or a list would flood the message."""
    return None if given is None else type(given).__name__


def check_scores(field: str, given: Any) -> None:
    """Refuse what is no mapping of names to scores."""
    for name, score in named(field, given, "scores").items():
        check_type(f"{field}[{name!r}]", score, Score)


def named_scores(field: str, given: Any) -> Rubric | None:
    """Return the rubric by which all scores are; None where there is no score."""
    check_scores(field, given)
    first: tuple[str, Rubric] | None = None
    for name, score in given.items():
        first = first or (name, score.rubric)
        if score.rubric != first[1]:
            expected = f"by {first[1].key}, the rubric of {field}[{first[0]!r}]"
            raise InvalidValueError(f"{field}[{name!r}]", expected, score)
    return first and first[1]


def pair_of(given: Any, known: tuple[str, ...]) -> tuple[str, str]:
    """Return two names that differ, both known.

    Raises:
        InvalidValueError: No pair was asked for.
        UnknownNameError: One of the two is not known.
    """
    if not isinstance(given, tuple) or len(given) != 2 or given[0] == given[1]:
        expected = "a pair of two names, such as ('A', 'B')"
        raise InvalidValueError("what stands in brackets", expected, given)
    _check_names(given, known)
    return given


def some_names(given: Any, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names that are wanted, in the order of the known; None is all."""
    if given is None:
        return known
    if not isinstance(given, Iterable) or isinstance(given, str):
        raise InvalidValueError("names", "several names", given)
    wanted = tuple(given)
    _check_names(wanted, known)
    return tuple(name for name in known if name in wanted)


def _check_names(given: tuple[Any, ...], known: tuple[str, ...]) -> None:
    """Refuse a name that is not known."""
    for name in given:
        if name not in known:
            raise UnknownNameError("score", name, known)
