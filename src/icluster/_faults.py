"""A fault: what is wrong with one value, and where it stands."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from attrs import evolve, field, frozen

from icluster.words import (
    Quoted,
    Sentence,
    Shown,
    Steps,
    as_part,
    path,
    pointer,
    quoted,
    say,
    steps,
    worded,
)

__all__ = ["CODES", "Fault", "FaultCode", "to_sentence"]

FaultCode: TypeAlias = Literal[
    "value", "type", "missing", "unknown", "repeated", "syntax", "reference", "depth"
]
"""The codes of faults; `CODES` says what each means."""

CODES = MappingProxyType(
    {
        "value": "the value breaks a rule of its field",
        "type": "the value is of another type",
        "missing": "something that must be there is not",
        "unknown": "something is there that nothing knows",
        "repeated": "something stands twice that may stand once",
        "syntax": "the text cannot be read at all",
        "reference": "something is named that is not there",
        "depth": "something is nested too deeply, or is too large",
    }
)
"""What each code of a fault means."""


def _to_steps(place: Any) -> Steps:
    return steps(place) if isinstance(place, str) and place else tuple(place)


def to_sentence(expected: str | Sentence) -> Sentence:
    """Take plain words for a template."""
    return say(expected) if isinstance(expected, str) else expected


def to_text(text: str | Sentence) -> str | Sentence:
    """Keep nothing in a sentence but parts that can be exchanged: a converter."""
    part = as_part(text)
    return part if isinstance(part, Sentence) else text


@frozen(eq=False)
class Fault(Shown):
    """What is wrong with one value: its place, what must be, what came.

    Attributes:
        place: The way to the value, as steps; a path such as ``"rows[3].name"`` is
            taken as well.
        code: One of `CODES`.
        expected: What the value must be: a sentence that follows *must be*.
        got: The value that came.
        about: What it is about, as steps from the noun, where the place is one in what
            was read; empty where the place says it.

    Example:
        >>> fault = Fault("rows[3].month", "value", say("from {} to {}", 1, 12), 13)
        >>> print(fault)
        rows[3].month must be from 1 to 12, got 13
        >>> fault.place, fault.pointer
        (('rows', 3, 'month'), '/rows/3/month')
    """

    place: Steps = field(converter=_to_steps)
    code: FaultCode
    expected: Sentence = field(converter=to_sentence)
    got: Any = field(default=None, repr=quoted)
    about: Steps = field(default=(), converter=_to_steps, kw_only=True)

    @property
    def path(self) -> str:
        """The place as a path; empty for the subject itself."""
        return path(self.place)

    @property
    def pointer(self) -> str:
        """The place as a JSON Pointer after RFC 6901."""
        return pointer(self.place)

    def below(self, *place: str | int) -> Fault:
        """Return the fault as it stands inside of something at *place*.

        Example:
            >>> Fault("month", "missing", "a month").below("rows", 3).path
            'rows[3].month'
        """
        return evolve(self, place=(*place, *self.place))

    def said(self) -> Sentence:
        """Return the fault as a sentence.

        Example:
            >>> str(Fault("month", "missing", "a month").said())
            'month is missing: it must be a month'
        """
        where = self.path or say("the whole")
        if self.code == "missing":
            return say("{} is missing: it must be {}", where, self.expected)
        if self.code == "unknown":
            return say("{} is unknown: it must be {}", where, self.expected)
        if self.got is None and self.code not in ("value", "type"):
            return say("{} must be {}", where, self.expected)
        return say("{} must be {}, got {}", where, self.expected, Quoted(self.got))

    def __str__(self) -> str:
        return worded(self)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Fault):
            return NotImplemented
        return self._parts == other._parts

    def __hash__(self) -> int:
        return hash(self._parts)

    @property
    def _parts(self) -> tuple[Any, ...]:
        # What came may be of a kind that cannot be hashed.
        return self.place, self.code, str(self.expected), Quoted(self.got)
