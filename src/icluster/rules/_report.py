"""What a check gives back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from attrs import field, frozen

from icluster._fields import all_of, is_day, to_tuple
from icluster.errors import InvalidValueError
from icluster.rules._findings import Finding, IdleWaiver, NotChecked, Severity, Waiver
from icluster.rules._rule import Rule
from icluster.tables import Cell, Column, Table, Tabular
from icluster.words import ENGLISH, Language, Sentence, Worded, say

__all__ = ["Report", "Waived"]


@frozen
class Waived(Worded):
    """A finding and the waiver that covers it.

    Example:
        >>> finding = Finding(
        ...     code="A",
        ...     name="a-b",
        ...     severity=Severity.NOTE,
        ...     about="x",
        ...     sentence=say("c"),
        ... )
        >>> print(Waived(finding, Waiver(code="A", about="x", reason="known")))
        waived: A note: c (known)
    """

    finding: Finding
    waiver: Waiver

    def said(self) -> Sentence:
        """Return what is waived, and why, as one sentence.

        Example:
            >>> from icluster.reference import CONTEXT, mexico
            >>> from icluster import rules
            >>> subject, day = mexico.FACTSHEET_2022, date(2022, 9, 30)
            >>> report = rules.check(subject, on=day, context=CONTEXT)
            >>> waiver = report.waive(report.of("BUD001")[0], reason="asked")
            >>> report = rules.check(subject, on=day, context=CONTEXT, waivers=[waiver])
            >>> report.waived[0].said().parts[1]
            'asked'
        """
        return say("waived: {} ({})", self.finding, self.waiver.reason)


_COLUMNS = (
    Column("code", "Code", of=lambda row: row[0].code),
    Column("severity", "Severity", of=lambda row: row[0].severity),
    Column("place", "Place", of=lambda row: row[0].standing),
    Column("message", "Finding", of=lambda row: row[0].sentence),
)
_ALL_COLUMNS = (
    _COLUMNS[0],
    Column("name", "Rule", of=lambda row: row[0].name),
    *_COLUMNS[1:2],
    Column("about", "About", of=lambda row: row[0].about),
    Column("path", "Place", of=lambda row: "; ".join(row[0].paths)),
    Column("message", "Finding", of=lambda row: row[0].sentence),
    Column("remedy", "How to settle it", of=lambda row: row[0].remedy),
    Column(
        "citations", "Read in", of=lambda row: "; ".join(map(str, row[0].citations))
    ),
    Column("waived", "Waived", of=lambda row: row[1]),
)


def _to_findings(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return to_tuple(findings)


def _to_waived(waived: Iterable[Waived]) -> tuple[Waived, ...]:
    return to_tuple(waived)


def _to_idle(idle: Iterable[IdleWaiver]) -> tuple[IdleWaiver, ...]:
    return to_tuple(idle)


def _to_not_checked(not_checked: Iterable[NotChecked]) -> tuple[NotChecked, ...]:
    return to_tuple(not_checked)


@frozen(kw_only=True)
class Report(Tabular):
    """What rules found on a day, what they could not check, what was waived.

    Findings stand by severity, then by rule, then by what they are about.

    Attributes:
        on: The day.
        findings: What was found and not waived.
        waived: What was found and waived.
        idle: Waivers that waive nothing.
        not_checked: Rules that lacked something in the context.

    Example:
        >>> report = Report(on=date(2022, 9, 30))
        >>> report.findings, report.is_clean
        ((), True)
    """

    on: date = field(validator=is_day)
    findings: tuple[Finding, ...] = field(
        default=(), converter=_to_findings, validator=all_of(Finding)
    )
    waived: tuple[Waived, ...] = field(
        default=(), converter=_to_waived, validator=all_of(Waived)
    )
    idle: tuple[IdleWaiver, ...] = field(
        default=(), converter=_to_idle, validator=all_of(IdleWaiver)
    )
    not_checked: tuple[NotChecked, ...] = field(
        default=(), converter=_to_not_checked, validator=all_of(NotChecked)
    )

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found and everything was checked."""
        return not (self.findings or self.not_checked)

    def __len__(self) -> int:
        return len(self.findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self.findings)

    def of(self, which: str | Severity | Rule) -> tuple[Finding, ...]:
        """Return the findings of a rule, of a code or its beginning, or of a weight.

        Example:
            >>> from icluster import rules
            >>> from icluster.reference import CONTEXT, mexico
            >>> report = rules.check(
            ...     mexico.FACTSHEET_2022, on=date(2022, 9, 30), context=CONTEXT
            ... )
            >>> [finding.path for finding in report.of("BUD001")]
            ['policies[1].budget.annual']
        """
        if isinstance(which, Severity):
            return tuple(
                finding for finding in self.findings if finding.severity is which
            )
        code = which.code if isinstance(which, Rule) else which
        return tuple(
            finding for finding in self.findings if finding.code.startswith(code)
        )

    def waive(
        self, finding: Finding, *, reason: str, until: date | None = None
    ) -> Waiver:
        """Return the decision to live with a finding: hand it to the next check.

        Raises:
            InvalidValueError: The finding is none of this report, or the reason blank.
        """
        if finding not in self.findings:
            raise InvalidValueError("finding", "one of this report", finding)
        return _waiver(finding, reason, until)

    def baseline(self, *, reason: str, until: date | None = None) -> tuple[Waiver, ...]:
        """Return waivers of all findings: checked with them, only new ones show.

        Those that went are reported as idle waivers. The list travels as JSON by
        `icluster.wire.dumps`.

        Example:
            >>> from icluster import rules
            >>> from icluster.reference import CONTEXT, mexico
            >>> subject, day = mexico.BRONZE_LABELS, date(2018, 9, 30)
            >>> report = rules.check(subject, on=day, context=CONTEXT)
            >>> accepted = report.baseline(reason="accepted in 2018")
            >>> later = rules.check(subject, on=day, context=CONTEXT, waivers=accepted)
            >>> len(later), len(later.waived)
            (0, 33)
        """
        return tuple(_waiver(finding, reason, until) for finding in self.findings)

    def counts(self) -> tuple[tuple[Severity, int], ...]:
        """Return how many findings there are of each weight."""
        return tuple((severity, len(self.of(severity))) for severity in Severity)

    def table(self, *, language: Language = ENGLISH) -> Table:
        """Return the findings as a table, with what else is to be said below."""
        besides: list[Waived | IdleWaiver | NotChecked]
        besides = [*self.waived, *self.idle, *self.not_checked]
        counts = say(
            "{} {0?error|errors}, {} {1?warning|warnings}, {} {2?note|notes}",
            *(count for _, count in self.counts()),
        )
        return Table.of(
            say("Findings on {}", self.on),
            [(finding, "") for finding in self.findings],
            _COLUMNS,
            notes=(counts, *(thing.said() for thing in besides)),
            language=language,
        )

    def records(
        self, *, language: Language = ENGLISH
    ) -> tuple[Mapping[str, Cell], ...]:
        """Return one mapping a finding, waived ones marked, as data frames take them.

        Example:
            >>> from icluster import rules
            >>> from icluster.reference import CONTEXT, mexico
            >>> report = rules.check(
            ...     mexico.BRONZE_LABELS, on=date(2018, 9, 30), context=CONTEXT
            ... )
            >>> list(report.records()[0])[:4]
            ['code', 'name', 'severity', 'about']
        """
        rows = [(finding, "") for finding in self.findings]
        rows += [(waived.finding, waived.waiver.reason) for waived in self.waived]
        return Table.of("Findings", rows, _ALL_COLUMNS, language=language).records()


def _waiver(finding: Finding, reason: str, until: date | None) -> Waiver:
    return Waiver(
        code=finding.code,
        about=finding.about,
        fingerprint=finding.fingerprint,
        reason=reason,
        until=until,
    )
