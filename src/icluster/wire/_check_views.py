"""Views of what rules found, and of a register of labels on a day."""

from __future__ import annotations

from datetime import date
from typing import Literal

from attrs import frozen

from icluster.labels import LabelAward, LabelRegister, LabelStatus
from icluster.rules import Finding, Report
from icluster.vocabularies import Missing
from icluster.wire._view_parts import (
    BasisView,
    ViewKind,
    Words,
    basis,
    source_view,
    sources_of,
    texts,
)
from icluster.words import either, pointer


@frozen(kw_only=True)
class FindingView:
    """Something that a rule has to say.

    Attributes:
        code: Code of the rule.
        rule: Name of the rule.
        severity: How much it weighs.
        about: The thing that it speaks of, in the words that tell it.
        places: Where it stands, as paths; empty text for the subject itself.
        pointers: The same as JSON Pointers into what `to_dict` gives of the subject,
            fields that were left out included.
        text: What is the matter, with the values, in words.
        remedy: How to settle it, in words; may be empty.
        sources: Where the statements were read.
        fingerprint: What it is known by: the same as long as it says the same.
    """

    code: str
    rule: str
    severity: str
    about: tuple[str, ...]
    places: tuple[str, ...]
    pointers: tuple[str, ...]
    text: str
    remedy: str
    sources: tuple[str, ...]
    fingerprint: str


@frozen(kw_only=True)
class WaivedView:
    """A finding and why somebody decided to live with it.

    Attributes:
        finding: The finding.
        reason: Why.
        until: Last day on which that holds; null where it has no end.
    """

    finding: FindingView
    reason: str
    until: date | None


@frozen(kw_only=True)
class ChecksView:
    """What rules found on a day.

    Attributes:
        kind: What this is.
        is_clean: Whether nothing was found and everything was checked.
        errors: How many findings cannot be true as recorded.
        warnings: How many are doubtful.
        notes: How many are worth knowing.
        findings: What was found and not waived.
        waived: What was found and waived.
        idle: Waivers that waive nothing, in words.
        not_checked: Rules that could not look, and what they lacked, in words.
        basis: What it rests on.
    """

    kind: Literal[ViewKind.CHECKS]
    is_clean: bool
    errors: int
    warnings: int
    notes: int
    findings: tuple[FindingView, ...]
    waived: tuple[WaivedView, ...]
    idle: tuple[str, ...]
    not_checked: tuple[str, ...]
    basis: BasisView


def checks_view(report: Report, words: Words) -> ChecksView:
    """Return the view of what rules found."""
    errors, warnings, notes = (count for _, count in report.counts())
    everything = (*report.findings, *(waived.finding for waived in report.waived))
    citations = (citation for finding in everything for citation in finding.citations)
    return ChecksView(
        kind=ViewKind.CHECKS,
        is_clean=report.is_clean,
        errors=errors,
        warnings=warnings,
        notes=notes,
        findings=tuple(_finding(finding, words) for finding in report),
        waived=tuple(
            WaivedView(
                finding=_finding(waived.finding, words),
                reason=waived.waiver.reason,
                until=waived.waiver.until,
            )
            for waived in report.waived
        ),
        idle=words.all(report.idle),
        not_checked=words.all(report.not_checked),
        basis=basis(report.on, sources_of(citations)),
    )


def _finding(finding: Finding, words: Words) -> FindingView:
    return FindingView(
        code=finding.code,
        rule=finding.name,
        severity=finding.severity.value,
        about=finding.about,
        places=finding.paths,
        pointers=tuple(map(pointer, finding.places)),
        text=words.of(finding.sentence),
        remedy=words.of(finding.said_remedy) if finding.remedy else "",
        sources=texts(finding.citations),
        fingerprint=finding.fingerprint,
    )


# --- labels --------------------------------------------------------------------


@frozen(kw_only=True)
class CountView:
    """How many labels may have a status.

    Attributes:
        status: Key of the status.
        title: What it is called.
        at_least: The lower bound.
        at_most: The upper bound.
    """

    status: str
    title: str
    at_least: int
    at_most: int


@frozen(kw_only=True)
class LabelView:
    """What one holder has of one tier.

    Attributes:
        holder: Name of the holder.
        holder_key: Key of the holder; null where it has none.
        tier: Key of the tier.
        portfolio: Title of the portfolio as printed; null where it is not known.
        valid_until: Last day of validity; of each label that may be meant.
        statuses: Keys of the statuses that it may have on the day.
        text: These in words.
    """

    holder: str
    holder_key: str | None
    tier: str
    portfolio: str | None
    valid_until: tuple[date, ...]
    statuses: tuple[str, ...]
    text: str


@frozen(kw_only=True)
class LabelsView:
    """A register of labels on a day.

    Attributes:
        kind: What this is.
        counts: How many labels may have each status.
        labels: What each holder has of each tier.
        terms: Keys of the editions of terms that may hold.
        snapshot: The day that the register shows; null where it does not say.
        basis: What it rests on.
    """

    kind: Literal[ViewKind.LABELS]
    counts: tuple[CountView, ...]
    labels: tuple[LabelView, ...]
    terms: tuple[str, ...]
    snapshot: date | None
    basis: BasisView


def labels_view(register: LabelRegister, words: Words, on: date) -> LabelsView:
    """Return the view of a register on a day."""
    source = register.source
    return LabelsView(
        kind=ViewKind.LABELS,
        counts=tuple(
            CountView(
                status=status.value,
                title=words.of(status),
                at_least=count.at_least,
                at_most=count.at_most,
            )
            for status, count in register.counts(on=on)
        ),
        labels=tuple(
            _label(awards, statuses, words)
            for awards, statuses in register.standings(on=on)
        ),
        terms=tuple(edition.key for edition in register.editions),
        snapshot=register.snapshot,
        basis=basis(on, () if source is None else (source_view(source),)),
    )


def _label(
    awards: tuple[LabelAward, ...], statuses: tuple[LabelStatus, ...], words: Words
) -> LabelView:
    last = awards[-1]
    portfolio = last.portfolio
    return LabelView(
        holder=last.holder.name,
        holder_key=last.holder.key,
        tier=last.tier.value,
        portfolio=None if isinstance(portfolio, Missing) else portfolio.title,
        valid_until=tuple(dict.fromkeys(award.valid_until for award in awards)),
        statuses=tuple(status.value for status in statuses),
        text=words.of(either(statuses)),
    )
