"""Places as tables: of indicators, of the parts of compositions, of answers."""

from __future__ import annotations

from collections.abc import Iterable

from icluster.benchmarking._places import IndicatorPosition, PartPosition
from icluster.benchmarking._ranks import Rank
from icluster.benchmarking._wording import Wording
from icluster.scales._measures import share_text
from icluster.tables import Cell, Column, Table

PLAIN = Wording()


def places_table(
    title: str,
    places: Iterable[IndicatorPosition],
    minima: tuple[int, int],
    notes: tuple[str, ...] = (),
    wording: Wording = PLAIN,
) -> Table:
    """Return the place for each indicator, or why there is none; who is left out."""
    return Table(
        title=title,
        columns=(
            Column("indicator", "Indicator"),
            Column("value", "Value"),
            Column("size", "Peers", numeric=True),
            Column("left_out", "Left out", numeric=True),
            Column("quartiles", "Quartiles"),
            Column("quarter", "Quarter", numeric=True),
            Column("strength", "Strength", numeric=True),
            Column("percentile", "Percentile", numeric=True),
            Column("tied", "Tied", numeric=True),
            Column("better", "Better"),
            Column("notes", "Notes"),
        ),
        rows=[_row(each, minima, wording) for each in places],
        notes=notes,
    )


def compositions_table(
    title: str,
    places: Iterable[IndicatorPosition],
    notes: tuple[str, ...] = (),
    wording: Wording = PLAIN,
) -> Table:
    """Return the place of each part of the compositions."""
    return Table(
        title=title,
        columns=(
            Column("indicator", "Indicator"),
            Column("category", "Category"),
            Column("share", "Share", numeric=True),
            Column("quartiles", "Quartiles"),
            Column("quarter", "Quarter", numeric=True),
            Column("percentile", "Percentile", numeric=True),
        ),
        rows=[
            (wording.name(each.indicator), *_part_row(part))
            for each in places
            for part in each.parts
        ],
        notes=notes,
    )


def frequencies_table(
    title: str,
    places: Iterable[IndicatorPosition],
    notes: tuple[str, ...],
    wording: Wording = PLAIN,
) -> Table:
    """Return how many peers gave each answer to steps and choices."""
    return Table(
        title=title,
        columns=(
            Column("indicator", "Indicator"),
            Column("answer", "Answer"),
            Column("peers", "Peers", numeric=True),
            Column("own", "Own answer"),
        ),
        rows=[
            (
                wording.name(each.indicator),
                wording.answer(each.indicator, found),
                found.count,
                found.is_own,
            )
            for each in places
            for found in each.frequencies
        ],
        notes=notes,
    )


def _row(
    each: IndicatorPosition, minima: tuple[int, int], wording: Wording
) -> tuple[Cell, ...]:
    rank = each.rank
    quarter, percentile = _place_cells(rank)
    return (
        wording.name(each.indicator),
        wording.value(each.indicator, each.value),
        each.size,
        each.left_out.total,
        each.quartiles_in(wording.words),
        quarter,
        each.strength,
        percentile,
        None if rank is None else rank.tied,
        each.indicator.scale.better.value,
        _notes(each, minima),
    )


def _notes(each: IndicatorPosition, minima: tuple[int, int]) -> str:
    left_out = each.left_out.reasons
    said = (each.why_withheld(*minima), f"left out: {left_out}" if left_out else "")
    return "; ".join(filter(None, said))


def _part_row(part: PartPosition) -> tuple[Cell, ...]:
    return (
        part.category,
        None if part.value is None else share_text(part.value),
        " | ".join(map(share_text, part.quartiles)),
        *_place_cells(part.rank),
    )


def _place_cells(rank: Rank | None) -> tuple[Cell, Cell]:
    if rank is None:
        return None, None
    return rank.quarter, share_text(rank.percentile)
