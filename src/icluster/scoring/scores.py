"""Scores: the levels and totals that facts allow, with reasons."""

from __future__ import annotations

from fractions import Fraction
from itertools import chain, combinations
from typing import TYPE_CHECKING

from attrs import frozen

from icluster._exact import to_decimal_text
from icluster._fields import check_type
from icluster.conditions import Value, value_text
from icluster.errors import InvalidValueError, UndeterminedError
from icluster.facts import Facts
from icluster.rubrics import Rubric
from icluster.sources import Citation
from icluster.tables import Column, Table
from icluster.words import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from icluster.rubrics import Criterion, Gap, Level

__all__ = ["CriterionScore", "Reason", "Score", "score"]


def __dir__() -> list[str]:
    return __all__


_LISTED = 4  # totals up to which each one is printed


def score(rubric: Rubric, facts: Facts) -> Score:
    """Score *facts* by *rubric*: every level and every total they allow.

    Nothing is enumerated until it is asked for.

    Args:
        rubric: The rubric, for example `icluster.reference.eccp.MATURITY_2022`.
        facts: What is known, of the rubric's own schema.

    Raises:
        InvalidValueError: The facts are of another schema, or of another type.
        HoleError: The facts allow what no level and no declared gap covers.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> facts = Facts.of(
        ...     eccp.FACTS_2022,
        ...     targeted_policy=True,
        ...     established="over_10_years",
        ...     monitoring=True,
        ...     ex_ante_evaluation=True,
        ...     dedicated_financial=True,
        ...     dedicated_technical={True, False},
        ... )
        >>> result = score(eccp.MATURITY_2022, facts)
        >>> result.totals
        (Decimal('7.0'), Decimal('8.0'))
        >>> result.total
        Traceback (most recent call last):
            ...
        icluster.errors.UndeterminedError: total is not determined: 7.0 or 8.0; ...
    """
    if type(rubric) is not Rubric or type(facts) is not Facts:
        check_type("rubric", rubric, Rubric)
        check_type("facts", facts, Facts)
    outcomes = rubric.outcomes
    if facts.schema is not rubric.facts and facts.schema != rubric.facts:
        raise InvalidValueError("facts", f"of the schema of {rubric.key}", facts)
    if outcomes.has_holes:
        outcomes.refuse_holes(facts.bits)
    return Score(rubric, facts)


@frozen
class Reason:
    """A fact that a result rests on, with the values it may have.

    Attributes:
        fact: Name of the fact.
        title: The fact in words.
        values: The values still possible.
        citations: Where the fact was read.

    Example:
        >>> str(Reason("monitoring", "monitoring of the policy", (False,)))
        'monitoring of the policy: no'
    """

    fact: str
    title: str
    values: tuple[Value, ...]
    citations: tuple[Citation, ...] = ()

    def __str__(self) -> str:
        said = " or ".join(map(_said, self.values))
        return printable(f"{self.title or self.fact}: {said}")


def _said(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value_text(value).replace("_", " ")


@frozen(weakref_slot=False, repr=False)
class CriterionScore:
    """What facts allow for one criterion.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> result = score(
        ...     eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, monitoring=True)
        ... )
        >>> result["evidence"].candidates
        (Decimal('1'), Decimal('2'))
        >>> [str(reason) for reason in result["evidence"].reasons]
        ['monitoring of the policy: yes']
    """

    rubric: Rubric
    facts: Facts
    index: int

    def __repr__(self) -> str:
        return f"<CriterionScore {self.criterion.key}: {either(self.candidates)}>"

    @property
    def criterion(self) -> Criterion:
        """The criterion itself."""
        return self.rubric.criteria[self.index]

    @property
    def levels(self) -> tuple[Level, ...]:
        """The levels that the facts allow, from fewest points to most."""
        positions = self.rubric.outcomes.levels(self.index, self.facts.bits)
        return tuple(self.criterion.levels[position] for position in positions)

    @property
    def candidates(self) -> tuple[Decimal, ...]:
        """The points that the facts allow, rising, without the weight."""
        return tuple(level.points for level in self.levels)

    @property
    def level(self) -> Level:
        """The one level that the facts allow.

        Raises:
            UndeterminedError: They allow several.
        """
        first, *others = self.levels
        if others:
            facts, gaps = self.settled_by
            allowed = tuple(map(to_decimal_text, self.candidates))
            raise UndeterminedError(self.criterion.key, allowed, facts, gaps)
        return first

    @property
    def points(self) -> Decimal:
        """The points of the one level that the facts allow, without the weight.

        Raises:
            UndeterminedError: They allow several levels.
        """
        return self.level.points

    @property
    def settled_by(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The facts and the gaps on which the level still hangs, by name."""
        return self.rubric.outcomes.settling_level(self.index, self.facts)

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """The declared gaps that the facts may fall into."""
        names = self.settled_by[1]
        key = self.criterion.key
        return tuple(gap for gap in self.criterion.gaps if f"{key}.{gap.key}" in names)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """A smallest set of known facts that allows these levels and no others.

        Of several smallest sets it is the first in the order of the schema.
        """
        schema, provenance = self.facts.schema, self.facts.provenance
        return tuple(
            Reason(
                name,
                schema[name].title,
                self.facts[name],
                provenance.citations_of(name),
            )
            for name in self._reason_names()
        )

    def _reason_names(self) -> tuple[str, ...]:
        used = self.criterion.fact_names()
        names = tuple(
            n for n in self.facts.schema.names if n in used and self.facts.says(n)
        )
        wanted = self.rubric.outcomes.levels(self.index, self.facts.bits)
        needed = tuple(
            name for name in names if self._levels_without({name}) != wanted
        )  # part of every set that forces the result
        others = tuple(name for name in names if name not in needed)
        sizes = range(len(others) + 1)  # all of them together force the result
        chosen = next(
            more
            for more in chain.from_iterable(combinations(others, n) for n in sizes)
            if self._levels_without(set(others) - set(more)) == wanted
        )
        return tuple(name for name in names if name in needed or name in chosen)

    def _levels_without(self, names: set[str]) -> tuple[int, ...]:
        bits = self.facts.bits
        for name in names:
            _, shift, mask = self.facts.schema.slot(name)
            bits |= mask << shift
        return self.rubric.outcomes.levels(self.index, bits)


@frozen(weakref_slot=False, repr=False)
class Score:
    """The result of scoring: what the facts allow, criterion by criterion.

    Attributes:
        rubric: What was scored by.
        facts: What was scored.

    Example:
        >>> from icluster.facts import Facts
        >>> from icluster.reference import eccp
        >>> result = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
        >>> str(result.lowest), str(result.highest), str(result.maximum)
        ('0.0', '8.0', '8')
    """

    rubric: Rubric
    facts: Facts

    def __repr__(self) -> str:
        totals = dict.fromkeys(map(to_decimal_text, (self.lowest, self.highest)))
        return f"<Score by {self.rubric.key}: {' to '.join(totals)} of {self.maximum}>"

    def __getitem__(self, criterion: str) -> CriterionScore:
        """Return what the facts allow for the criterion called so."""
        return CriterionScore(self.rubric, self.facts, self.rubric.index(criterion))

    def __iter__(self) -> Iterator[CriterionScore]:
        return iter(self.criteria)

    @property
    def criteria(self) -> tuple[CriterionScore, ...]:
        """What the facts allow for each criterion, in printed order."""
        indexes = range(len(self.rubric.criteria))
        return tuple(
            CriterionScore(self.rubric, self.facts, index) for index in indexes
        )

    @property
    def totals(self) -> tuple[Decimal, ...]:
        """Every total that the facts allow, rising, weights applied.

        Raises:
            TooLargeError: There are more than about a million.
        """
        outcomes, bits = self.rubric.outcomes, self.facts.bits
        certain = outcomes.certain_total(bits)
        if certain is not None:
            return certain
        return tuple(map(outcomes.points, outcomes.totals(bits)))

    @property
    def lowest(self) -> Decimal:
        """The lowest total that the facts allow."""
        return self.rubric.outcomes.points(
            self.rubric.outcomes.extent(self.facts.bits)[0]
        )

    @property
    def highest(self) -> Decimal:
        """The highest total that the facts allow."""
        return self.rubric.outcomes.points(
            self.rubric.outcomes.extent(self.facts.bits)[1]
        )

    @property
    def maximum(self) -> Decimal:
        """The most points that the rubric gives at all."""
        return self.rubric.maximum

    @property
    def is_settled(self) -> bool:
        """Whether the facts allow one total only."""
        lowest, highest = self.rubric.outcomes.extent(self.facts.bits)
        return lowest == highest

    @property
    def total(self) -> Decimal:
        """The one total that the facts allow.

        Raises:
            UndeterminedError: They allow several; it names the facts and gaps
                that would settle it, and only those.
        """
        first, *others = totals = self.totals
        if others:
            facts, gaps = self.settled_by
            allowed = tuple(map(to_decimal_text, totals))
            raise UndeterminedError("total", allowed, facts, gaps)
        return first

    @property
    def share(self) -> Fraction:
        """The total as a share of the maximum, exact.

        Raises:
            UndeterminedError: The facts allow several totals.
            InvalidValueError: The maximum is not positive.
        """
        if self.maximum <= 0:
            raise InvalidValueError("maximum", "positive for a share", self.maximum)
        return Fraction(self.total) / Fraction(self.maximum)

    @property
    def settled_by(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The facts and the gaps on which the total still hangs, by name."""
        return self.rubric.outcomes.settling_total(self.facts)

    def table(self) -> Table:
        """Return the explanation: points, level, reasons and sources a criterion.

        Example:
            >>> from icluster.facts import Facts
            >>> from icluster.reference import eccp
            >>> result = score(
            ...     eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, monitoring=True)
            ... )
            >>> result.table().records()[2]["points"]
            '1 or 2'
        """
        return Table(
            title=self._title(),
            columns=(
                Column("criterion", "Criterion"),
                Column("points", "Points", numeric=True),
                Column("maximum", "Max", numeric=True),
                Column("level", "Level"),
                Column("reasons", "Because"),
                Column("sources", "Read in"),
            ),
            rows=(*map(_row, self.criteria), self._total_row()),
            notes=tuple(self._notes()),
        )

    def _title(self) -> str:
        on = self.facts.provenance.on
        return self.rubric.title if on is None else f"{self.rubric.title}, on {on}"

    def _total_row(self) -> tuple[str | Decimal, ...]:
        return ("Total", either(self.totals), self.maximum, "", "", "")

    def _notes(self) -> Iterator[str]:
        facts, _ = self.settled_by
        if facts:
            yield f"Open until settled: {', '.join(facts)}."
        for each in self.criteria:
            for gap in each.gaps:
                yield f"Gap of the scale, {each.criterion.title}: {gap.why}."
        for aside in self.facts.provenance.set_aside:
            yield f"Not in force, or not counted: {aside}."
        for decision in self.facts.provenance.decisions:
            yield f"Read so: {decision}."
        if self.rubric.caution:
            yield self.rubric.caution

    def __str__(self) -> str:
        return self.table().text(width=100)

    def _repr_html_(self) -> str:
        return self.table().html()


def either(numbers: tuple[Decimal, ...]) -> str:
    """Write points that are possible; many of them as a range."""
    texts = tuple(map(to_decimal_text, numbers))
    if len(texts) > _LISTED:
        return f"{texts[0]} to {texts[-1]} ({len(texts)} values)"
    return " or ".join(texts)


def _row(result: CriterionScore) -> tuple[str | Decimal, ...]:
    reasons = result.reasons
    sources = dict.fromkeys(
        str(each) for reason in reasons for each in reason.citations
    )
    return (
        result.criterion.title,
        either(result.candidates),
        result.criterion.maximum,
        " or ".join(level.title for level in result.levels),
        "; ".join(map(str, reasons)),
        "; ".join(sources),
    )
