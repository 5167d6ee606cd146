"""Ranks with ties, and rank ranges where scores are open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from operator import attrgetter

from attrs import frozen

from icluster.errors import UnknownNameError
from icluster.scoring._reasons import cautions
from icluster.scoring._scores import Score, totals_said
from icluster.tables import Column, Table, Tabular
from icluster.words import ENGLISH, Language, Sentence, Shown, say, worded

__all__ = ["RankedScore", "Ranking", "rank"]


@frozen
class RankedScore(Shown):
    """One score and the ranks it may have among the others.

    Attributes:
        name: Whose score it is.
        score: The score.
        best: The best rank that the facts allow, from 1; ties share the best.
        worst: The worst rank that they allow.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import score
        >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> rank({"A": unknown})["A"].best
        1
    """

    name: str
    score: Score
    best: int
    worst: int

    @property
    def is_certain(self) -> bool:
        """Whether one rank only is possible."""
        return self.best == self.worst

    @property
    def rank(self) -> Sentence:
        """The rank in words, a range where it is open."""
        if self.is_certain:
            return Sentence("{}", (self.best,))
        return say("{} to {}", self.best, self.worst)

    def said(self) -> Sentence:
        """Return the rank and the name."""
        return say("{}: {}", self.rank, self.name)

    def __str__(self) -> str:
        return worded(self)


@frozen
class Ranking(Tabular):
    """Scores in order of the ranks they may have.

    Attributes:
        entries: By best rank, then worst rank, then name.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import score
        >>> unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> [str(entry) for entry in rank({"B": unknown, "A": unknown}).entries]
        ['1 to 2: A', '1 to 2: B']
    """

    entries: tuple[RankedScore, ...]

    @staticmethod
    def _hint(value: object) -> Sentence | None:
        """Say what makes a ranking, where scores came instead."""
        is_scores = isinstance(value, Mapping)
        return say("scoring.rank gives one of such scores") if is_scores else None

    def __iter__(self) -> Iterator[RankedScore]:
        return iter(self.entries)

    def __getitem__(self, name: str) -> RankedScore:
        for entry in self.entries:
            if entry.name == name:
                return entry
        names = tuple(entry.name for entry in self.entries)
        raise UnknownNameError("ranked score", name, names)

    def table(self, *, language: Language = ENGLISH) -> Table:
        """Return the ranking as a table, with the rubric's caution."""
        return Table.of(
            say("Ranking"),
            self.entries,
            _COLUMNS,
            notes=self._notes(),
            language=language,
        )

    def _notes(self) -> Iterator[Sentence | str]:
        provenances = [entry.score.facts.provenance for entry in self.entries]
        if len({provenance.on for provenance in provenances}) > 1:
            yield say("The scores are of different days.")
        readings = {(read.edition, read.reading) for read in provenances}
        if len(readings - {("", ())}) > 1:  # facts of one's own were not read at all
            yield say("The documents are not read alike in all of them.")
        yield from cautions(entry.score.rubric for entry in self.entries)


_COLUMNS = (
    Column("rank", "Rank", numeric=True, ranged=True, of=attrgetter("rank")),
    Column("name", "Name", of=attrgetter("name")),
    Column(
        "total",
        "Total",
        numeric=True,
        ranged=True,
        of=lambda entry: totals_said(entry.score),
    ),
)


def rank(scores: Mapping[str, Score]) -> Ranking:
    """Rank scores by their totals, the highest first.

    Equal totals share a rank and the next rank is left out (1, 2, 2, 4). Where a
    score is open, its rank is a range; each end is reached by some completion of
    the facts.

    Args:
        scores: Scores by name, all by the same rubric.

    Raises:
        InvalidValueError: The rubrics differ.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> from icluster.scoring import score
        >>> none = dict.fromkeys(eccp.FACTS_2022.names, False) | {
        ...     "established": "within_2_years"
        ... }
        >>> nothing = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, none))
        >>> broad = score(
        ...     eccp.MATURITY_2022,
        ...     Facts.of(eccp.FACTS_2022, none | {"broad_policy": True}),
        ... )
        >>> [
        ...     str(entry)
        ...     for entry in rank({"A": nothing, "B": broad, "C": nothing}).entries
        ... ]
        ['1: B', '2: A', '2: C']
    """
    Score.rubric_of(scores)
    extents = {name: (score.lowest, score.highest) for name, score in scores.items()}
    entries = [
        RankedScore(name, score, *_ranks(name, extents))
        for name, score in scores.items()
    ]
    return Ranking(
        tuple(sorted(entries, key=lambda entry: (entry.best, entry.worst, entry.name)))
    )


def _ranks(
    name: str, extents: Mapping[str, tuple[Decimal, Decimal]]
) -> tuple[int, int]:
    lowest, highest = extents[name]
    extents_of_others = [extent for rival, extent in extents.items() if rival != name]
    surely_ahead = sum(low > highest for low, _ in extents_of_others)
    maybe_ahead = sum(high > lowest for _, high in extents_of_others)
    return 1 + surely_ahead, 1 + maybe_ahead
