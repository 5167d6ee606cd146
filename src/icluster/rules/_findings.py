"""Findings, waivers, and what could not be checked: values, never crashes."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import field, frozen

from icluster._fields import check_day, is_optional_text, is_text
from icluster.sources import Citation
from icluster.vocabularies import Vocabulary
from icluster.words import Sentence, Steps, Worded, as_part, path, say

__all__ = ["Finding", "IdleWaiver", "NotChecked", "Severity", "Waiver"]


class Severity(Vocabulary):
    """How much a finding weighs.

    An error cannot be true as recorded; a warning is doubtful, and somebody should
    look; a note is true, and worth knowing before use.

    Example:
        >>> [severity.value for severity in Severity]
        ['error', 'warning', 'note']
    """

    ERROR = "error", "error"
    WARNING = "warning", "warning"
    NOTE = "note", "note"


@frozen(kw_only=True, eq=False)
class Finding(Worded):
    """Something that a rule has to say about one place in the data.

    Its text is built when it is asked for, in the language asked for. Findings that
    say the same of the same place are equal.

    Attributes:
        code: Code of the rule.
        name: Name of the rule.
        severity: How much it weighs.
        steps: The way from the subject to the place.
        sentence: What is the matter, with the values, in no language yet.
        sides: Citations, one tuple for each statement held against another.
        remedy: How to settle it.

    Example:
        >>> finding = Finding(
        ...     code="LAB001",
        ...     name="label-lapsed",
        ...     severity=Severity.NOTE,
        ...     steps=("awards", 3, "valid_until"),
        ...     sentence=say("ended on {}", date(2018, 5, 4)),
        ... )
        >>> finding.path, finding.message
        ('awards[3].valid_until', 'ended on 2018-05-04')
    """

    code: str
    name: str
    severity: Severity
    steps: Steps = ()
    sentence: Sentence
    sides: tuple[tuple[Citation, ...], ...] = ()
    remedy: str = ""

    @property
    def path(self) -> str:
        """Where in the subject it is; empty for the subject itself."""
        return path(self.steps)

    @property
    def message(self) -> str:
        """What is the matter, with the values, in English."""
        return self.sentence.text()

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the statements were read, of all sides."""
        return tuple(citation for side in self.sides for citation in side)

    def said(self) -> Sentence:
        """Return code, weight, place and what is the matter as one sentence.

        Example:
            >>> from icluster.languages.es import SPANISH
            >>> from icluster.rules import labels
            >>> from icluster.rules import say as statement
            >>> finding = labels.label_lapsed.finding(
            ...     statement("{}", True), ("snapshot",)
            ... )
            >>> print(finding.said().text(SPANISH))
            LAB001 note: snapshot: sí
        """
        if self.steps:
            parts = self.code, self.severity, self.path, self.sentence
            return say("{} {}: {}: {}", *parts)
        return say("{} {}: {}", self.code, self.severity, self.sentence)

    @property
    def _compared(self) -> tuple[Any, ...]:
        place = (self.code, self.name, self.severity, self.path)
        return (*place, as_part(self.sentence), self.sides, self.remedy)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Finding):
            return NotImplemented
        return self._compared == other._compared

    def __hash__(self) -> int:
        return hash(self._compared)


@frozen(kw_only=True)
class NotChecked(Worded):
    """A rule that could not look, and what it would have needed.

    It is no finding and no pass.

    Attributes:
        code: Code of the rule.
        name: Name of the rule.
        why: What it needs.

    Example:
        >>> lacking = NotChecked(
        ...     code="SRC002", name="excerpt-not-found", why=say("texts")
        ... )
        >>> print(lacking)
        SRC002 excerpt-not-found was not checked: it needs texts
    """

    code: str
    name: str
    why: Sentence

    def said(self) -> Sentence:
        """Return that it was not checked, and why, as one sentence.

        Example:
            >>> NotChecked(code="A", name="b", why=say("c")).said().parts[:2]
            ('A', 'b')
        """
        parts = self.code, self.name, self.why
        return say("{} {} was not checked: it needs {}", *parts)


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
class IdleWaiver(Worded):
    """A waiver that waives nothing any more, and why.

    Example:
        >>> waiver = Waiver(code="POL001", reason="asked", until=date(2022, 9, 30))
        >>> print(IdleWaiver(waiver, say("it ended on {}", waiver.until)))
        waiver of POL001: it ended on 2022-09-30
    """

    waiver: Waiver
    why: Sentence

    def said(self) -> Sentence:
        """Return which waiver is idle, and why, as one sentence.

        Example:
            >>> idle = IdleWaiver(Waiver(code="A", reason="b"), say("c"))
            >>> idle.said().parts[0]
            'A'
        """
        waiver = self.waiver
        if waiver.path:
            return say("waiver of {} at {}: {}", waiver.code, waiver.path, self.why)
        return say("waiver of {}: {}", waiver.code, self.why)
