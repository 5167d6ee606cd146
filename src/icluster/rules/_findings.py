"""Findings, waivers, and what could not be checked: values, never crashes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import Factory, field, frozen

from icluster._fields import is_day_or_none, to_tuple, to_words
from icluster._texts import all_texts, is_optional_text, is_prose, is_text
from icluster.errors import InvalidValueError
from icluster.rules._identities import digest, texts_of, values_of
from icluster.sources import Citation
from icluster.vocabularies import Vocabulary
from icluster.words import Sentence, Shown, Steps, Worded, as_part, path, say

__all__ = ["Finding", "IdleWaiver", "NotChecked", "Severity", "Waiver"]


def _some_words(_: Waiver, __: Any, about: tuple[str, ...]) -> None:
    if not all(about) or not about:
        raise InvalidValueError("about", "words that tell a thing", about)


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


def _to_about(about: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (about,) if isinstance(about, str) else to_words(about)


def _to_places(places: Iterable[Steps]) -> tuple[Steps, ...]:
    return to_tuple(places)


def _of_the_sentence(finding: Finding) -> tuple[object, ...]:
    return values_of(finding.sentence, date.min)


@frozen(kw_only=True, eq=False)
class Finding(Worded):
    """Something that a rule has to say about one thing, or about several together.

    It is about a thing by what that is, and stands at a place, or at several: the
    first is the same after rows were inserted or sorted, the second is where to look.
    Its text is built when it is asked for, in the language asked for. Findings that
    say the same of the same thing at the same places are equal.

    Attributes:
        code: Code of the rule.
        name: Name of the rule.
        severity: How much it weighs.
        about: What it speaks of, in the words that tell it: the holder, tier and last
            day of a label, the name and territory of a policy; of a part, those of
            its owner and the names of fields on the way. Several things are joined
            by ``&``.
        things: What people call it, or each of several.
        places: The ways from the subject to the places where it stands.
        sentence: What is the matter, with the values, in no language yet.
        values: The values that it speaks of; the day asked about is none of them.
        sides: Citations, one tuple for each statement held against another.
        remedy: How to settle it.

    Example:
        >>> finding = Finding(
        ...     code="LAB001",
        ...     name="label-lapsed",
        ...     severity=Severity.NOTE,
        ...     about=["AIMSI", "bronze", "2018-05-04", "valid_until"],
        ...     places=[("awards", 3, "valid_until")],
        ...     sentence=say("ended on {}", date(2018, 5, 4)),
        ... )
        >>> finding.path, finding.message
        ('awards[3].valid_until', 'ended on 2018-05-04')
        >>> finding.fingerprint[:8]
        '06e41fda'
    """

    code: str
    name: str
    severity: Severity
    about: tuple[str, ...] = field(default=(), converter=_to_about)
    things: tuple[str, ...] = field(default=(), converter=to_words)
    places: tuple[Steps, ...] = field(default=((),), converter=_to_places)
    sentence: Sentence
    values: tuple[object, ...] = field(
        default=Factory(_of_the_sentence, takes_self=True)
    )
    sides: tuple[tuple[Citation, ...], ...] = ()
    remedy: str = ""

    @property
    def paths(self) -> tuple[str, ...]:
        """Where in the subject it stands; empty for the subject itself."""
        return tuple(path(steps) for steps in self.places)

    @property
    def path(self) -> str:
        """Where it stands first."""
        return path(self.places[0])

    @property
    def message(self) -> str:
        """What is the matter, with the values, in English."""
        return self.sentence.text()

    @property
    def fingerprint(self) -> str:
        """A SHA-256 of the code, the thing and the values, and of nothing else.

        Neither wording nor place nor day changes it. Findings that say the same of
        equal things share it: count them.
        """
        return digest(self.code, self.about, self.value_texts)

    @property
    def value_texts(self) -> tuple[str, ...]:
        """The values as the fingerprint is made of them: in no language, in order."""
        return texts_of(self.values)

    @property
    def said_remedy(self) -> Sentence:
        """How to settle it, to be put into a language.

        Example:
            >>> from icluster import rules
            >>> from icluster.languages.es import SPANISH
            >>> from icluster.reference import CONTEXT, mexico
            >>> report = rules.check(
            ...     mexico.BRONZE_LABELS, on=date(2018, 9, 30), context=CONTEXT
            ... )
            >>> report.of("LAB009")[0].said_remedy.text(SPANISH)
            'Registre el día en que se copió la página.'
        """
        return Sentence(self.remedy, (), f"{self.code} {self.name} remedy")

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Where the statements were read, of all sides."""
        return tuple(citation for side in self.sides for citation in side)

    @property
    def standing(self) -> Sentence:
        """Where it stands and what stands there, as far as the message leaves it open.

        Example:
            >>> from icluster.reference import CONTEXT, mexico
            >>> from icluster import rules
            >>> report = rules.check(
            ...     mexico.FACTSHEET_2022, on=date(2022, 9, 30), context=CONTEXT
            ... )
            >>> print(report.of("POL008")[0].standing)
            policies[0].financial, Course for an Industrial Policy
        """
        spoken_of = {value for value in self.values if isinstance(value, str)}
        named = (name for name in self.things if name not in spoken_of)
        words = (*filter(None, self.paths), *named)
        return Sentence(", ".join(["{}"] * len(words)), words)

    def said(self) -> Sentence:
        """Return code, weight, place and what is the matter as one sentence.

        Example:
            >>> from icluster.languages.es import SPANISH
            >>> finding = Finding(
            ...     code="A",
            ...     name="a-b",
            ...     severity=Severity.NOTE,
            ...     places=[("snapshot",)],
            ...     sentence=say("{}", True),
            ... )
            >>> finding.said().text(SPANISH)
            'A nota: snapshot: sí'
        """
        standing = self.standing
        if standing.parts:
            parts = self.code, self.severity, standing, self.sentence
            return say("{} {}: {}: {}", *parts)
        return say("{} {}: {}", self.code, self.severity, self.sentence)

    @property
    def _compared(self) -> tuple[Any, ...]:
        rule = (self.code, self.name, self.severity, self.remedy)
        said = (as_part(self.sentence), self.fingerprint, self.sides)
        return (*rule, self.about, self.things, self.paths, *said)

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
class Waiver(Shown):
    """A decision to live with one finding: a rule about a thing, and what it says.

    `Report.waive` makes one of a finding. It covers one finding, never that of
    another thing, and no second one of the same: each has its own decision.

    Attributes:
        code: Code of the rule.
        about: The thing, in the words of `Finding.about`; one word may stand alone.
        fingerprint: That of the finding: of another value it covers nothing. Where it
            is left out, the waiver holds whatever the rule says of the thing.
        reason: Why.
        until: Last day on which it holds; None where it has no end.

    Example:
        >>> waiver = Waiver(
        ...     code="POL004",
        ...     about=["Strategic Plan", "MX-NLE", "history.practised_since"],
        ...     reason="asked the ministry",
        ... )
        >>> waiver.has_ended(on=date(2022, 9, 30))
        False
    """

    code: str = field(validator=is_text)
    about: tuple[str, ...] = field(
        converter=_to_about, validator=[all_texts(), _some_words]
    )
    fingerprint: str = field(default="", validator=is_optional_text)
    reason: str = field(validator=is_prose)
    until: date | None = field(default=None, validator=is_day_or_none)

    def has_ended(self, *, on: date) -> bool:
        """Tell whether its last day has passed."""
        return self.until is not None and self.until < on


@frozen
class IdleWaiver(Worded):
    """A waiver that waives nothing any more, and why.

    Example:
        >>> day = date(2022, 9, 30)
        >>> waiver = Waiver(code="POL001", about="Plan", reason="asked", until=day)
        >>> print(IdleWaiver(waiver, say("it ended on {}", waiver.until)))
        waiver of POL001 about Plan: it ended on 2022-09-30
    """

    waiver: Waiver
    why: Sentence

    def said(self) -> Sentence:
        """Return which waiver is idle, and why, as one sentence.

        Example:
            >>> idle = IdleWaiver(Waiver(code="A", about="x", reason="b"), say("c"))
            >>> idle.said().parts[0]
            'A'
        """
        waiver = self.waiver
        return say("waiver of {} about {}: {}", waiver.code, waiver.about, self.why)
