"""What a check gives back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from icluster._fields import all_of, is_day, to_tuple
from icluster.rules._findings import (
    Finding,
    IdleWaiver,
    NotChecked,
    Severity,
    Waiver,
)
from icluster.rules._rule import Rule
from icluster.tables import Cell, Column, Table


@frozen
class Waived:
    """A finding and the waiver that covers it.

    Example:
        >>> finding = Finding(
        ...     code="LAB001", name="label-lapsed", severity=Severity.NOTE
        ... )
        >>> Waived(finding, Waiver(code="LAB001", reason="known")).waiver.reason
        'known'
    """

    finding: Finding
    waiver: Waiver


@frozen(kw_only=True)
class Report:
    """What rules found on a day, what they could not check, what was waived.

    Findings stand in the order of the subject's parts, at one place by code;
    what concerns the subject as a whole comes last.

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
        default=(), converter=to_tuple, validator=all_of(Finding)
    )
    waived: tuple[Waived, ...] = field(
        default=(), converter=to_tuple, validator=all_of(Waived)
    )
    idle: tuple[IdleWaiver, ...] = field(
        default=(), converter=to_tuple, validator=all_of(IdleWaiver)
    )
    not_checked: tuple[NotChecked, ...] = field(
        default=(), converter=to_tuple, validator=all_of(NotChecked)
    )

    @property
    def is_clean(self) -> bool:
        """Whether nothing was found and everything was checked."""
        return not (self.findings or self.not_checked)

    def __len__(self) -> int:
        return len(self.findings)

    def of(self, which: str | Severity | Rule) -> tuple[Finding, ...]:
        """Return the findings of a rule, of a code or its beginning, or of a weight.

        Example:
            >>> from icluster import rules
            >>> from icluster.reference import CONTEXT, mexico
            >>> report = rules.check(
            ...     mexico.FACTSHEET_2022, on=date(2022, 9, 30), context=CONTEXT
            ... )
            >>> [each.path for each in report.of("BUD001")]
            ['policies[1].budget.annual']
        """
        if isinstance(which, Severity):
            return tuple(each for each in self.findings if each.severity is which)
        code = which.code if isinstance(which, Rule) else which
        return tuple(each for each in self.findings if each.code.startswith(code))

    def counts(self) -> tuple[tuple[Severity, int], ...]:
        """Return how many findings there are of each weight."""
        return tuple((severity, len(self.of(severity))) for severity in Severity)

    def table(self) -> Table:
        """Return the findings as a table, with what else is to be said below."""
        return Table(
            title=f"Findings on {self.on}",
            columns=(
                Column("code", "Code"),
                Column("severity", "Severity"),
                Column("path", "Place"),
                Column("message", "Finding"),
            ),
            rows=tuple(
                (each.code, each.severity.value, each.path, each.message)
                for each in self.findings
            ),
            notes=(
                ", ".join(
                    f"{count} {each.value}{'s' * (count != 1)}"
                    for each, count in self.counts()
                ),
                *(
                    f"waived: {each.finding} ({each.waiver.reason})"
                    for each in self.waived
                ),
                *map(str, self.idle),
                *map(str, self.not_checked),
            ),
        )

    def records(self) -> tuple[Mapping[str, Cell], ...]:
        """Return one mapping a finding, waived ones marked, as data frames take them.

        Example:
            >>> from icluster import rules
            >>> from icluster.reference import CONTEXT, mexico
            >>> report = rules.check(
            ...     mexico.BRONZE_LABELS, on=date(2018, 9, 30), context=CONTEXT
            ... )
            >>> list(report.records()[0])[:4]
            ['code', 'name', 'severity', 'path']
        """
        everything = [
            *((each, "") for each in self.findings),
            *((each.finding, each.waiver.reason) for each in self.waived),
        ]
        return tuple(
            {
                "code": each.code,
                "name": each.name,
                "severity": each.severity.value,
                "path": each.path,
                "message": each.message,
                "remedy": each.remedy,
                "citations": "; ".join(map(str, each.citations)),
                "waived": reason,
            }
            for each, reason in everything
        )

    def __str__(self) -> str:
        return self.table().text(width=100)

    def _repr_html_(self) -> str:
        return self.table().html()
