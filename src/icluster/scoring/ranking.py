"""Ranks with ties, and rank ranges where scores are open."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import field, frozen

from icluster.errors import UnknownNameError
from icluster.scoring._given import named_scores
from icluster.scoring.scores import Score, either
from icluster.tables import Column, Table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

__all__ = ["RankedScore", "Ranking", "rank"]


def __dir__() -> list[str]:
    return __all__


@frozen
class RankedScore:
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
    def rank(self) -> str:
        """The rank as text, a range where it is open."""
        return str(self.best) if self.is_certain else f"{self.best} to {self.worst}"

    def __str__(self) -> str:
        return f"{self.rank}: {self.name}"


@frozen
class Ranking:
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

    entries: tuple[RankedScore, ...] = field()

    def __iter__(self) -> Iterator[RankedScore]:
        return iter(self.entries)

    def __getitem__(self, name: str) -> RankedScore:
        for entry in self.entries:
            if entry.name == name:
                return entry
        raise UnknownNameError(
            "ranked score", name, tuple(e.name for e in self.entries)
        )

    def _notes(self) -> Iterator[str]:
        provenances = [each.score.facts.provenance for each in self.entries]
        if len({each.on for each in provenances}) > 1:
            yield "The scores are of different days."
        if len({each.decisions for each in provenances}) > 1:
            yield "The documents are not read alike in all of them."
        yield from {each.score.rubric.caution for each in self.entries} - {""}

    def table(self) -> Table:
        """Return the ranking as a table, with the rubric's caution."""
        return Table(
            title="Ranking",
            columns=(
                Column("rank", "Rank", numeric=True),
                Column("name", "Name"),
                Column("total", "Total", numeric=True),
            ),
            rows=[
                (entry.rank, entry.name, either(entry.score.totals))
                for entry in self.entries
            ],
            notes=tuple(self._notes()),
        )

    def __str__(self) -> str:
        return self.table().text(width=100)

    def _repr_html_(self) -> str:
        return self.table().html()


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
    named_scores("scores", scores)
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
    others = [extent for other, extent in extents.items() if other != name]
    surely_ahead = sum(low > highest for low, _ in others)
    maybe_ahead = sum(high > lowest for _, high in others)
    return 1 + surely_ahead, 1 + maybe_ahead
