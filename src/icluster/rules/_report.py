"""What a check gives back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from html import escape
from itertools import groupby
from typing import Any

from attrs import field, frozen

from icluster._fields import all_of, is_day, to_tuple, to_words
from icluster._texts import all_texts
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.rules._findings import Finding, IdleWaiver, NotChecked, Severity, Waiver
from icluster.rules._rule import Rule
from icluster.tables import Cell, Column, Section, Table, Tabular, document
from icluster.words import ENGLISH, Language, Sentence, Worded, say, worded

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
    Column("place", "Place", of=lambda row: row[1]),
    Column("message", "Finding", of=lambda row: row[2]),
    Column("remedy", "How to settle it", of=lambda row: row[0].said_remedy),
)
_RECORDED = (
    Column("code", "Code", of=lambda row: row[0].code),
    Column("name", "Rule", of=lambda row: row[0].name),
    Column("severity", "Severity", of=lambda row: row[0].severity),
    Column("about", "About", of=lambda row: row[0].about),
    Column("path", "Place", of=lambda row: "; ".join(row[0].paths)),
    Column("message", "Finding", of=lambda row: row[0].sentence),
    Column("remedy", "How to settle it", of=lambda row: row[0].said_remedy),
    Column(
        "citations", "Read in", of=lambda row: "; ".join(map(str, row[0].citations))
    ),
    Column("fingerprint", "Fingerprint", of=lambda row: row[0].fingerprint),
    Column("waived", "Waived", of=lambda row: row[1]),
)
_SUMMARY = (
    Column("code", "Code", of=lambda findings: findings[0].code),
    Column("name", "Rule", of=lambda findings: findings[0].name),
    Column("severity", "Severity", of=lambda findings: findings[0].severity),
    Column("findings", "Findings", numeric=True, of=len),
    Column("remedy", "How to settle it", of=lambda findings: findings[0].said_remedy),
)
_MOST_OPEN = 5  # findings of one rule up to which each has a row
_MOST_NAMED = 3  # places that are named of more
_SETTLED = 3  # rules on the first page of a document


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
        rules: Codes of all rules that were asked.

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
    rules: tuple[str, ...] = field(
        default=(), converter=to_words, validator=all_texts()
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

        Raises:
            UnknownNameError: No rule of such a code was asked.

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
        # What nobody asked for was not found either: that is no clean bill.
        if self.rules and not any(asked.startswith(code) for asked in self.rules):
            raise UnknownNameError("rule", code, self.rules)
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

    def by_rule(self) -> tuple[tuple[Finding, ...], ...]:
        """Return the findings of each rule together.

        Example:
            >>> from icluster import rules
            >>> from icluster.reference import CONTEXT, mexico
            >>> report = rules.check(
            ...     mexico.BRONZE_LABELS, on=date(2018, 9, 30), context=CONTEXT
            ... )
            >>> [(findings[0].code, len(findings)) for findings in report.by_rule()]
            [('LAB001', 19), ('LAB002', 12), ('LAB009', 1), ('SRC004', 1)]
        """
        groups = groupby(self.findings, key=lambda finding: finding.code)
        return tuple(tuple(findings) for _, findings in groups)

    def summary(self, *, language: Language = ENGLISH) -> Table:
        """Return a row for each rule, with how often it found something."""
        return Table.of(
            self._title,
            self.by_rule(),
            _SUMMARY,
            notes=(self._counted,),
            language=language,
        )

    @property
    def _title(self) -> Sentence:
        return say("Findings on {}", self.on)

    @property
    def _counted(self) -> Sentence:
        return say(
            "{} {0?error|errors}, {} {1?warning|warnings}, {} {2?note|notes}",
            *(count for _, count in self.counts()),
        )

    @property
    def _besides(self) -> tuple[Sentence, ...]:
        """What stands below the findings: waived, idle, not checked."""
        waived = tuple(waived.said() for waived in self.waived)
        if len(waived) > _MOST_OPEN:
            codes = Counter(waived.finding.code for waived in self.waived)
            waived = tuple(
                say("waived: {} {0?finding|findings} of {}", count, code)
                for code, count in codes.items()
            )
        idle = (waiver.said() for waiver in self.idle)
        return (*waived, *idle, *(lacking.said() for lacking in self.not_checked))

    def table(
        self, *, opened: bool | Iterable[str] = (), language: Language = ENGLISH
    ) -> Table:
        """Return the findings as a table, with what else is to be said below.

        A rule that found more than a few things has one row for all of them.

        Args:
            opened: The code of a rule of which each finding has its own row, or
                several; True opens all.
            language: What it is put into where nothing else is asked for.

        Raises:
            UnknownNameError: No rule of such a code was asked.
        """
        codes = self._opened(opened)
        rows = [
            row
            for findings in self.by_rule()
            for row in _rows(findings, is_open=findings[0].code in codes)
        ]
        return Table.of(
            self._title,
            rows,
            _COLUMNS,
            notes=(self._counted, *self._besides),
            language=language,
        )

    @property
    def _asked(self) -> tuple[str, ...]:
        """The rules that were asked; of a report made by hand, those that speak."""
        speaking = (finding.code for finding in self.findings)
        return tuple(dict.fromkeys((*self.rules, *speaking)))

    def _opened(self, opened: bool | Iterable[str]) -> tuple[str, ...]:
        if opened is True:
            return self._asked
        codes = (opened,) if isinstance(opened, str) else tuple(opened or ())
        for code in codes:
            if code not in self._asked:
                raise UnknownNameError("rule", code, self._asked)
        return codes

    def html(self, *, language: Language = ENGLISH) -> str:
        """Return the summary, then the findings of each rule, to be opened."""
        parts = [self.summary(language=language).html()]
        for findings in self.by_rule():
            head, count = _headed(findings), len(findings)
            rows = _rows(findings, is_open=True)
            inside = Table.of(head, rows, _COLUMNS[2:], language=language).html()
            opened = " open" if count <= _MOST_OPEN else ""
            text = escape(worded(head, language))
            parts.append(
                f"<details{opened}><summary>{text}</summary>{inside}</details>"
            )
        parts += (f"<p>{escape(worded(said, language))}</p>" for said in self._besides)
        return f"<div>{''.join(parts)}</div>"

    def document(
        self, *, figures: Iterable[str] = (), language: Language = ENGLISH
    ) -> str:
        """Return the report as one HTML document, to be read on a screen and printed.

        First page: how many findings of which weight, what to settle first, a row a
        rule; each finding, and what was waived or not checked, last.

        Args:
            figures: Ready SVG for the end of the first page; `icluster.plots.document`
                makes the document with its own.
            language: What it is put into.

        Raises:
            InvalidValueError: A figure is no SVG.

        Example:
            >>> page = Report(on=date(2022, 9, 30)).document()
            >>> "<h1>Findings on 2022-09-30</h1>" in page
            True
        """
        groups = self.by_rule()
        do_first = tuple(_to_settle(findings) for findings in groups[:_SETTLED])
        first = [
            Section("", [self._counted]),
            Section(say("What to settle first"), [do_first or say("None.")]),
        ]
        if groups:
            table = Table.of(say("Findings by rule"), groups, _SUMMARY[:-1])
            first.append(Section("", [table]))
        tables = [
            Table.of(_headed(f), _rows(f, is_open=True), _COLUMNS[2:-1]) for f in groups
        ]
        last = Section(say("Details"), [*tables, *self._besides])
        return document(
            self._title,
            [first, [last]] if last.blocks else [first],
            figures=figures,
            language=language,
        )

    def _repr_html_(self) -> str:
        return self.html()

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
        return Table.of("Findings", rows, _RECORDED, language=language).records()


def _headed(findings: tuple[Finding, ...]) -> Sentence:
    first, count = findings[0], len(findings)
    return say("{} {}: {} {2?finding|findings}", first.code, first.name, count)


def _to_settle(findings: tuple[Finding, ...]) -> Sentence:
    return say("{}. {}", _headed(findings), findings[0].said_remedy)


def _rows(findings: tuple[Finding, ...], *, is_open: bool) -> list[tuple[Any, ...]]:
    """Return a row for each finding: the finding, where, what; or one for them all."""
    if is_open or len(findings) <= _MOST_OPEN:
        return [(finding, finding.standing, finding.sentence) for finding in findings]
    more = len(findings) - _MOST_NAMED
    named = [
        Sentence(", ".join(["{}"] * len(where)), where)
        for finding in findings[:_MOST_NAMED]
        for where in [(*finding.paths, *finding.things)]
    ]
    places = say(
        "{}; and {} more", Sentence("; ".join(["{}"] * len(named)), tuple(named)), more
    )
    first = say("{} findings, the first: {}", len(findings), findings[0].sentence)
    return [(findings[0], places, first)]


def _waiver(finding: Finding, reason: str, until: date | None) -> Waiver:
    return Waiver(
        code=finding.code,
        about=finding.about,
        fingerprint=finding.fingerprint,
        reason=reason,
        until=until,
    )
