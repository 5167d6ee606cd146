"""How many labels of a register are valid, day by day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, Final

from icluster._fields import check_type
from icluster.dates import PartialDate
from icluster.labels import LabelRegister
from icluster.plots._canvas import COLOURS, PLAIN, Canvas, canvas
from icluster.words import ENGLISH, Language, Sentence, either, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from icluster.labels import TimelineStep

_DAYS: Final = (1, 2, 7, 14)
_YEARS: Final = (1, 2, 5, 10, 20, 50, 100, 500, 1000, 2000, 5000)
_MONTHS: Final = (1, 2, 3, 6, *(12 * years for years in _YEARS))
_TICK: Final = 0.95
"""Inches that a day written as 2018-09-30 needs."""


def label_timeline(
    register: LabelRegister,
    *,
    since: date,
    until: date,
    title: str = "",
    axes: Axes | None = None,
    language: Language = ENGLISH,
) -> Figure:
    """Draw how many labels of a register are valid, day by day.

    The line is how many are surely valid, the band up to how many may be: of a
    label whose start is not known it is not sure that it had begun. The numbers
    change from one day to the next, never in between; a day is as wide as a day.

    Args:
        register: The labels.
        since: The first day.
        until: The last day.
        title: What stands above, for example whose labels they are; else the days
            and what the register was read from, or its edition.
        axes: Axes to draw into; else a figure is made.
        language: The language of the text; names and titles of yours stay as they are.

    Raises:
        InvalidValueError: *until* lies before *since*, or the axes are not plain or
            have no room for what must be read.
        MissingExtraError: matplotlib is not installed.

    Example:
        >>> from datetime import date
        >>> from icluster.reference import mexico
        >>> figure = label_timeline(
        ...     mexico.BRONZE_LABELS, since=date(2015, 1, 1), until=date(2018, 1, 1)
        ... )
        >>> figure.axes[0].get_ylabel()
        'valid labels'
    """
    check_type("register", register, LabelRegister)
    steps = register.timeline(since=since, until=until)
    drawn = canvas(axes, title, language, width=9)
    edges = [*(_place(step.first_day) for step in steps), _place(until) + 1]
    low = [step.valid.at_least for step in steps]
    high = [step.valid.at_most for step in steps]
    handles = _lines(drawn, edges, low, high)
    drawn.axes.set_xlim(edges[0], edges[-1])
    drawn.axes.set_ylim(0, max(*high, 1) * 1.1)
    drawn.axes.yaxis.get_major_locator().set_params(integer=True)
    drawn.axes.set_ylabel(drawn.worded(say("valid labels")))
    drawn.axes.set_xlabel(drawn.worded(say("day (the last day of a label included)")))
    places, names = _ticks(since, until, max(3, int((drawn.width - 1) / _TICK)))
    drawn.axes.set_xticks(places, names, **PLAIN)
    drawn.set_title(
        *((title,) if title else _titles(register, since, until)), share=0.7
    )
    known = register.coverage.begins
    is_before = isinstance(known, PartialDate) and since < known.first_day
    unknown = say("before {} the register knows of none", known) if is_before else ""
    drawn.set_foot(handles, (say("surely valid"), say("possibly valid")), unknown)
    drawn.tell(
        *_titles(register, since, until),
        say("{} on the first day", _count(steps[0])),
        say("{} on the last day", _count(steps[-1])),
        say("{} at most", max(high)),
    )
    return drawn.fit(height=2.8, least=(1.5, 0.8))


def _count(step: TimelineStep) -> object:
    low, high = step.valid.at_least, step.valid.at_most
    return low if low == high else say("{} to {}", low, high)


def _lines(
    drawn: Canvas, edges: list[float], low: list[int], high: list[int]
) -> tuple[Artist, Artist]:
    """Draw the sure line, and the band up to what may be."""
    band = drawn.axes.stairs(
        high,
        edges,
        baseline=low,
        fill=True,
        color=COLOURS[0],
        alpha=drawn.shade,
        linewidth=0,
    )
    for numbers, dash, wide in ((high, "--", 1.0), (low, "-", 2.0)):
        line = drawn.axes.stairs(
            numbers,
            edges,
            baseline=None,
            color=COLOURS[0],
            linestyle=dash,
            linewidth=wide,
        )
    return line, band


def _titles(register: LabelRegister, since: date, until: date) -> Iterator[Sentence]:
    if since == until:
        yield say("Valid labels, {}", since)
    else:
        yield say("Valid labels, {} to {}", since, until)
    source = register.source
    if source is None:
        yield say("terms {}", either(edition.key for edition in register.editions))
    else:
        yield Sentence("{}", (source.title,))


def _ticks(since: date, until: date, most: int) -> tuple[list[float], list[str]]:
    """Return where ticks stand and what they say: whole days, months or years.

    The finest step is taken that gives *most* ticks or fewer. A day is marked in
    its middle, a month and a year where they begin.
    """
    whole = (until - since).days + 1
    for step in _DAYS:
        if len(places := range(0, whole, step)) <= most:
            ticks = [since + timedelta(days=place) for place in places]
            return [_place(day) + 0.5 for day in ticks], list(map(str, ticks))
    step, ticks = next(
        (step, days)
        for step in _MONTHS
        if len(days := list(_months(since, until, step))) <= most
    )
    return list(map(_place, ticks)), [_tick_label(day, step) for day in ticks]


def _place(day: date) -> float:
    """Return where a day begins, as matplotlib counts days."""
    from matplotlib import dates

    count: Any = dates.date2num
    return float(count(day))


def _tick_label(day: date, step: int) -> str:
    return f"{day.year:04}" if step % 12 == 0 else f"{day.year:04}-{day.month:02}"


def _months(since: date, until: date, step: int) -> Iterator[date]:
    """Yield the first days of months that are whole multiples of *step*."""
    months = range(since.year * 12, until.year * 12 + 12)
    for month in months:
        if month % step == 0:
            day = date(month // 12, month % 12 + 1, 1)
            if since <= day <= until:
                yield day
