"""Tables of labels and of their counts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from icluster.labels.awards import LabelAward, LabelStatus
from icluster.labels.counts import StatusCounts
from icluster.tables import Cell, Column, Table

__all__ = ["awards_table", "counts_table"]


def awards_table(
    awards: Iterable[LabelAward],
    statuses: Iterable[tuple[LabelStatus, ...]],
    on: date,
) -> Table:
    """Return the awards with what each may be on a day."""
    return Table(
        title=f"Labels on {on}",
        columns=(
            Column("holder", "Holder"),
            Column("tier", "Label"),
            Column("portfolio", "Portfolio"),
            Column("valid_until", "Valid until"),
            Column("status", "Status"),
        ),
        rows=[
            (
                award.holder.name,
                award.tier.title,
                award.portfolio.title,
                award.valid_until,
                " or ".join(status.title for status in possible),
            )
            for award, possible in zip(awards, statuses, strict=True)
        ],
    )


def counts_table(
    heading: str, groups: Iterable[tuple[str, StatusCounts]], total: StatusCounts
) -> Table:
    """Return the counts of each group, and of all."""
    rows: list[tuple[Cell, ...]] = [
        (title, counts.total, *map(str, counts.ranges))
        for title, counts in (*groups, ("all", total))
    ]
    return Table(
        title=f"Labels by {heading.lower()} on {total.on}",
        columns=(
            Column("group", heading),
            Column("labels", "Labels", numeric=True),
            *(Column(each.value, each.title, numeric=True) for each in LabelStatus),
        ),
        rows=rows,
        notes=_notes(total),
    )


def _notes(total: StatusCounts) -> list[str]:
    """Say what a range means, by the first that there is."""
    notes = [
        f"{each} says at least {each.at_least} and at most {each.at_most}:"
        " not every date is known."
        for each in total.ranges
        if each.at_least != each.at_most
    ]
    return notes[:1]
