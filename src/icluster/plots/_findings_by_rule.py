"""How many findings there are, a bar a rule."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from icluster._fields import check_type
from icluster.errors import InvalidValueError
from icluster.plots._canvas import COLOURS, PLAIN, Canvas, canvas, line_height
from icluster.rules import Report, Severity
from icluster.words import ENGLISH, Language, Sentence, say

if TYPE_CHECKING:
    from collections.abc import Mapping

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from icluster.rules import Finding

_MOST: Final = 60
"""Rules that a figure shows; more could not be read."""
_SHADES: Final[Mapping[Severity, tuple[str, str]]] = MappingProxyType(
    {
        Severity.ERROR: (COLOURS[1], ""),
        Severity.WARNING: (COLOURS[4], "//"),
        Severity.NOTE: (COLOURS[5], ".."),
    }
)


def findings_by_rule(
    report: Report,
    *,
    title: str = "",
    axes: Axes | None = None,
    language: Language = ENGLISH,
) -> Figure:
    """Draw how many findings there are, a bar a rule, the weightiest first.

    Args:
        report: What ``rules.check`` gave, with findings of sixty rules at most.
        title: What stands above; else the day of the check.
        axes: Axes to draw into; else a figure is made.
        language: The language of the text.

    Raises:
        InvalidValueError: There are no findings, or of too many rules, or the axes are
            not plain or have no room for what must be read.
        MissingExtraError: matplotlib is not installed.

    Example:
        >>> from datetime import date
        >>> from icluster import rules
        >>> from icluster.plots import alternative
        >>> from icluster.reference import CONTEXT, mexico
        >>> report = rules.check(
        ...     mexico.BRONZE_LABELS, on=date(2018, 9, 30), context=CONTEXT
        ... )
        >>> alternative(findings_by_rule(report))
        'Findings on 2018-09-30. LAB001 label-lapsed: 19 (note). LAB002 ...'
    """
    check_type("report", report, Report)
    groups = report.by_rule()
    if not 0 < len(groups) <= _MOST:
        expected = say("with findings of one to {} rules", _MOST)
        raise InvalidValueError("report", expected, len(groups))
    drawn = canvas(axes, title, language, width=8)
    labels = [drawn.wrapped(_named(group), 0.35 * drawn.width) for group in groups]
    step = line_height() * (1.4 + max(label.count("\n") for label in labels))
    rows = [step * (row + 0.5) for row in range(len(groups))]
    bars = [
        _bar(drawn, group, row, 0.7 * step)
        for group, row in zip(groups, rows, strict=True)
    ]
    drawn.axes.set_yticks(rows, labels, fontsize="small", **PLAIN)
    drawn.axes.set_ylim(step * len(groups), 0)
    drawn.axes.set_xlim(0, 1.12 * max(map(len, groups)))
    drawn.axes.xaxis.get_major_locator().set_params(integer=True)
    drawn.axes.set_xlabel(drawn.worded(say("findings")), fontsize="small")
    drawn.set_title(title or say("Findings on {}", report.on), share=0.6)
    weights = dict(zip((group[0].severity for group in groups), bars, strict=True))
    drawn.set_foot([*weights.values()], [say("{}", weight) for weight in weights])
    drawn.tell(say("Findings on {}", report.on), *map(_told, groups))
    high = step * len(groups)
    return drawn.fit(height=high, least=(1.2, 0.9 * high))


def _bar(
    drawn: Canvas, findings: tuple[Finding, ...], row: float, height: float
) -> Artist:
    """Draw a bar, its number behind it; return what the legend shows."""
    colour, hatch = _SHADES[findings[0].severity]
    bar: Artist
    (bar,) = drawn.axes.barh(
        row, len(findings), height, color=colour, hatch=hatch, edgecolor=drawn.ink
    )
    drawn.axes.annotate(
        drawn.worded(len(findings)),
        xy=(len(findings), row),
        xytext=(4, 0),
        textcoords="offset points",
        va="center",
        fontsize="small",
        color=drawn.ink,
        **PLAIN,
    )
    return bar


def _named(findings: tuple[Finding, ...]) -> Sentence:
    return say("{} {}", findings[0].code, findings[0].name)


def _told(findings: tuple[Finding, ...]) -> Sentence:
    return say("{}: {} ({})", _named(findings), len(findings), findings[0].severity)
