"""Every reading of the same documents, with its score."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from attrs import field, frozen

from icluster._fields import all_of, check_day, check_type, instance_of, to_tuple
from icluster.editions import Edition, Reading
from icluster.provenance import Decision
from icluster.rubrics import Criterion
from icluster.scoring._facts import RecordReader, to_records
from icluster.scoring._reasons import cautions, joined, points_said
from icluster.scoring._scores import Score, score, totals_said
from icluster.tables import Column, Table, Tabular
from icluster.words import ENGLISH, Language, Sentence, Shown, say

__all__ = ["ReadingScore", "Readings", "readings"]

R = TypeVar("R")


@frozen
class ReadingScore(Shown):
    """One reading, what it decides otherwise than the publisher, and its score.

    Attributes:
        reading: The reading.
        differs: Its decisions that differ from the published reading.
        score: The score of the facts that it reads.

    Example:
        >>> from datetime import date
        >>> from icluster.reference import eccp, mexico
        >>> every = readings(
        ...     mexico.POLICIES_2022, on=date(2022, 9, 30), edition=eccp.EDITION_2022
        ... )
        >>> [str(decision) for decision in every.entries[1].differs]
        ['monitoring of government programmes in general counts ...: yes']
    """

    reading: Reading
    differs: tuple[Decision, ...]
    score: Score


@frozen(eq=True)
class Readings(Mapping[Reading, Score], Tabular):
    """Every reading of the same documents, and the score by each.

    A mapping from reading to score, in order: the published reading, then those
    that differ in one choice, in two, and so on.

    Example:
        >>> from datetime import date
        >>> from icluster.reference import eccp, mexico
        >>> every = readings(
        ...     mexico.POLICIES_2022, on=date(2022, 9, 30), edition=eccp.EDITION_2022
        ... )
        >>> len(every), str(every[eccp.PUBLISHED_READING].total)
        (128, '1.5')
        >>> [str(total) for total in every.totals]
        ['0.5', '1', '1.5', '2', '2.5', '3', '3.5', '6', '7', '8']
    """

    edition: Edition[Any] = field(validator=instance_of(Edition))
    entries: tuple[ReadingScore, ...] = field(
        converter=to_tuple, validator=all_of(ReadingScore)
    )

    def __getitem__(self, reading: Reading) -> Score:
        for entry in self.entries:
            if entry.reading == reading:
                return entry.score
        raise KeyError(reading)

    def __iter__(self) -> Iterator[Reading]:
        return (entry.reading for entry in self.entries)

    def __len__(self) -> int:
        return len(self.entries)

    @property
    def totals(self) -> tuple[Decimal, ...]:
        """Every total that some reading allows, rising."""
        return tuple(sorted({t for entry in self.entries for t in entry.score.totals}))

    def table(self, *, choices: int = 1, language: Language = ENGLISH) -> Table:
        """Return the readings that differ in at most so many *choices*.

        Example:
            >>> from datetime import date
            >>> from icluster.reference import eccp, mexico
            >>> every = readings(
            ...     mexico.POLICIES_2022,
            ...     on=date(2022, 9, 30),
            ...     edition=eccp.EDITION_2022,
            ... )
            >>> len(every.table()), len(every.table(choices=6))
            (8, 127)
        """
        rubric = self.edition.rubric
        shown = (entry for entry in self.entries if len(entry.differs) <= choices)
        return Table.of(
            say("Readings of the same documents: {}", say(self.edition.title)),
            shown,
            [
                Column("differs", "What is read otherwise", of=_differs),
                *(_points_column(criterion) for criterion in rubric.criteria),
                Column(
                    "total",
                    "Total",
                    numeric=True,
                    ranged=True,
                    of=lambda entry: totals_said(entry.score),
                ),
            ],
            notes=cautions((rubric,)),
            language=language,
        )


def _differs(entry: ReadingScore) -> Sentence:
    if not entry.differs:
        return say("nothing (published reading)")
    return joined(entry.differs)


def _points_column(criterion: Criterion) -> Column:
    def points(entry: ReadingScore) -> object:
        return points_said(entry.score[criterion.key].candidates)

    return Column(criterion.key, criterion.title, numeric=True, ranged=True, of=points)


def readings(
    records: Iterable[R], *, on: date, edition: Edition[R], complete: bool = False
) -> Readings:
    """Score the same records by every reading of an edition.

    Args:
        records: The records.
        on: The day on which facts are told.
        edition: The edition, which holds the questions and their choices.
        complete: Whether what is not recorded is known not to exist.

    Example:
        >>> from datetime import date
        >>> from icluster.reference import eccp, mexico
        >>> every = readings(
        ...     mexico.POLICIES_2022, on=date(2022, 9, 30), edition=eccp.EDITION_2022
        ... )
        >>> str(every[eccp.PUBLISHED_READING.but(regional_policy="counts")].total)
        '7'
    """
    check_type("edition", edition, Edition)
    check_day("on", on)
    reader = RecordReader(to_records(records, edition), on, edition, complete)
    return Readings(
        edition,
        tuple(
            ReadingScore(
                reading,
                edition.differences(reading),
                score(edition.rubric, reader.facts(reading)),
            )
            for reading in edition.readings()
        ),
    )
