"""Findings, waivers, and what could not be checked: values, never crashes."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import field, frozen

from icluster._fields import check_day, is_optional_text, is_text
from icluster.rules._statements import Steps, message_of, path_text
from icluster.sources import Citation
from icluster.vocabularies import Vocabulary


class Severity(Vocabulary):
    """How much a finding weighs.

    Example:
        >>> [severity.value for severity in Severity]
        ['error', 'warning', 'note']
    """

    ERROR = "error", "error: cannot be true as recorded"
    WARNING = "warning", "warning: doubtful, somebody should look"
    NOTE = "note", "note: true, and worth knowing before use"


@frozen(kw_only=True, eq=False)
class Finding:
    """Something that a rule has to say about one place in the data.

    Its text is built when it is asked for, and from its parts. Findings that say the
    same of the same place are equal, however their texts are made.

    Attributes:
        code: Code of the rule.
        name: Name of the rule.
        severity: How much it weighs.
        steps: The way from the subject to the place.
        text: The words, with ``{}`` where parts stand.
        parts: The parts.
        sides: Citations, one tuple for each statement held against another.
        remedy: How to settle it.

    Example:
        >>> finding = Finding(
        ...     code="LAB001",
        ...     name="label-lapsed",
        ...     severity=Severity.NOTE,
        ...     steps=("awards", 3, "valid_until"),
        ...     text="ended on {}",
        ...     parts=(date(2018, 5, 4),),
        ... )
        >>> finding.path, finding.message
        ('awards[3].valid_until', 'ended on 2018-05-04')
    """

    code: str
    name: str
    severity: Severity
    steps: Steps = ()
    text: str = ""
    parts: tuple[Any, ...] = ()
    sides: tuple[tuple[Citation, ...], ...] = ()
    remedy: str = ""

    @property
    def path(self) -> str:
        """Where in the subject it is; empty for the subject itself."""
        return path_text(self.steps)

    @property
    def message(self) -> str:
        """What is the matter, with the values."""
        return message_of(self.text, self.parts)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the statements were read, of all sides."""
        return tuple(citation for side in self.sides for citation in side)

    @property
    def _said(self) -> tuple[Any, ...]:
        place = (self.code, self.name, self.severity, self.steps)
        return (*place, self.message, self.sides, self.remedy)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Finding):
            return NotImplemented
        return self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said)

    def __str__(self) -> str:
        place = f"{self.path}: " if self.steps else ""
        return f"{self.code} {self.severity.value}: {place}{self.message}"


@frozen(kw_only=True)
class NotChecked:
    """A rule that could not look, and what it would have needed.

    It is no finding and no pass.

    Attributes:
        code: Code of the rule.
        name: Name of the rule.
        why: What it needs.

    Example:
        >>> print(NotChecked(code="SRC003", name="excerpt-not-found", why="texts"))
        SRC003 excerpt-not-found was not checked: it needs texts
    """

    code: str
    name: str
    why: str

    def __str__(self) -> str:
        return f"{self.code} {self.name} was not checked: it needs {self.why}"


@frozen(kw_only=True)
class Waiver:
    """A decision to live with findings of one rule in one place.

    Attributes:
        code: Code of the rule.
        path: The place; findings below it are waived as well. An empty path
            stands for the whole subject.
        reason: Why.
        until: Last day on which it holds; None where it has no end.

    Example:
        >>> waiver = Waiver(
        ...     code="POL001", path="policies[1]", reason="asked the ministry"
        ... )
        >>> waiver.covers("policies[1].budget"), waiver.covers("policies[10]")
        (True, False)
    """

    code: str = field(validator=is_text)
    path: str = field(default="", validator=is_optional_text)
    reason: str = field(validator=is_text)
    until: date | None = None

    def __attrs_post_init__(self) -> None:
        if self.until is not None:
            check_day("until", self.until)

    def covers(self, path: str) -> bool:
        """Tell whether *path* is its place or lies below it."""
        if not self.path or path == self.path:
            return True
        return path.startswith((f"{self.path}.", f"{self.path}["))

    def has_ended(self, *, on: date) -> bool:
        """Tell whether its last day has passed."""
        return self.until is not None and self.until < on


@frozen
class IdleWaiver:
    """A waiver that waives nothing any more, and why.

    Example:
        >>> waiver = Waiver(code="POL001", reason="asked", until=date(2022, 9, 30))
        >>> print(IdleWaiver(waiver, "it ended on 2022-09-30"))
        waiver of POL001: it ended on 2022-09-30
    """

    waiver: Waiver
    why: str

    def __str__(self) -> str:
        place = f" at {self.waiver.path}" if self.waiver.path else ""
        return f"waiver of {self.waiver.code}{place}: {self.why}"
