"""What rule functions yield: statements about their subject, text not yet built."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import chain, zip_longest
from typing import Any, TypeAlias

from attrs import field, frozen

from icluster._exact import to_decimal_text
from icluster._fields import check_each, is_text
from icluster.errors import InvalidValueError
from icluster.sources import Citation

Step: TypeAlias = str | int
Steps: TypeAlias = tuple[Step, ...]

_LONGEST_PART = 200
_PART = "{}"


@frozen
class Statement:
    """Something that a rule has to say: words, parts, a place, and who says so.

    Attributes:
        text: The words, with ``{}`` where parts stand. Without parts they stand as
            they are, braces too.
        parts: The parts, as they stand in the data.
        at: Steps from the subject to the place: names of fields and positions.
        sides: Citations, one tuple for each statement that is held against
            another.

    Example:
        >>> statement = say("{} is after {}", date(2020, 1, 2), 2019, at="begins")
        >>> statement.message, statement.at
        ('2020-01-02 is after 2019', ('begins',))
    """

    text: str
    parts: tuple[Any, ...] = ()
    at: Steps = ()
    sides: tuple[tuple[Citation, ...], ...] = ()

    @property
    def message(self) -> str:
        """The words with their parts."""
        return message_of(self.text, self.parts)


@frozen
class Unchecked:
    """A rule could not look: what it needs is not in the context.

    Attributes:
        why: What is needed.

    Example:
        >>> Unchecked("the text of eccp_mx").why
        'the text of eccp_mx'
    """

    why: str = field(validator=is_text)


Said: TypeAlias = Statement | Unchecked
"""What a rule function yields."""


def say(
    text: str,
    *parts: object,
    at: Step | Steps = (),
    sides: Iterable[Iterable[Citation]] = (),
) -> Statement:
    """Make a statement; nothing is put into words before somebody asks.

    Args:
        text: The words, with ``{}`` for each part.
        parts: The parts, as they stand in the data.
        at: Steps from the subject to the place; a text may be a dotted path.
        sides: Citations of each statement that is held against another.

    Raises:
        InvalidValueError: There are not as many ``{}`` as parts, a step is neither
            a name nor a position, or a side is not made of citations.

    Example:
        >>> say("{} has no end", "The plan", at="policies.history").at
        ('policies', 'history')
        >>> say("{} has no end", "The plan", at=("policies", 0, "history")).message
        'The plan has no end'
    """
    if parts and text.count(_PART) != len(parts):
        raise InvalidValueError("text", f"words with {len(parts)} times {{}}", text)
    steps = _steps(at)
    given = tuple(check_each("sides", side, Citation) for side in sides)
    return Statement(text, parts, steps, tuple(side for side in given if side))


def _steps(at: Step | Steps) -> Steps:
    if isinstance(at, str):
        return tuple(at.split("."))
    steps = at if isinstance(at, tuple) else (at,)
    for step in steps:
        if not isinstance(step, (str, int)):
            raise InvalidValueError("at", "names of fields and positions", step)
    return steps


def message_of(text: str, parts: tuple[Any, ...]) -> str:
    """Put the parts into the words; braces in words or parts mean nothing."""
    if not parts:
        return text
    words = text.split(_PART)
    pairs = zip_longest(words, map(worded, parts), fillvalue="")
    return "".join(chain.from_iterable(pairs))


def worded(part: Any) -> str:
    """Write one part as a person would read it; it never raises."""
    try:
        return _worded(part)
    except Exception as error:  # noqa: BLE001 (one part must not hide a report)
        return f"<{type(part).__name__} that raises {type(error).__name__}>"


def _worded(part: Any) -> str:
    if isinstance(part, Enum):
        return str(getattr(part, "title", part.value))
    if isinstance(part, Decimal):
        return to_decimal_text(part)
    if isinstance(part, tuple):
        return ", ".join(map(worded, part))
    if isinstance(part, date):
        return part.isoformat()
    text = str(part)
    return text if len(text) <= _LONGEST_PART else f"{text[: _LONGEST_PART - 3]}..."


def path_text(steps: Iterable[Step]) -> str:
    """Write steps as a path: ``policies[1].budget.annual``."""
    text = "".join(
        f"[{step}]"
        if isinstance(step, int)
        else step
        if step.startswith("[")
        else f".{step}"
        for step in steps
    )
    return text.removeprefix(".")
