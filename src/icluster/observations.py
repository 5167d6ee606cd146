"""Single figures that documents give of a place, named as in SDMX.

A figure is no indicator of the benchmark (`icluster.indicators`): it is kept as it was
read, with its area, unit and period, so that nobody has to guess what it measures.
"""

from __future__ import annotations

from decimal import Decimal

from attrs import field, frozen

from icluster._exact import to_decimal
from icluster._fields import instance_of
from icluster._texts import is_text
from icluster.dates import PartialDate
from icluster.money import Bound
from icluster.regions import Country, Region
from icluster.sources import Cited, are_cited, to_cited
from icluster.vocabularies import Missing, Unknown
from icluster.words import Sentence, Shown, say, worded

__all__ = []


def __dir__() -> list[str]:
    return __all__


def _to_value(value: Decimal | int | str) -> Decimal:
    return to_decimal(value, field="obs_value")


@frozen(kw_only=True)
class Observation(Shown):
    """A figure of an area in a period: what was measured, how much, in what unit.

    Attributes:
        ref_area: The country or region that it is about.
        measure: What was measured, in words.
        obs_value: How much, exact; floats are refused.
        unit_measure: The unit, for example ``"percent"``.
        time_period: When, or `Missing.UNKNOWN`.
        bound: Whether it is just this much, at least, more, at most, less or about.
        citations: Where each field was read.

    Raises:
        InvalidValueError: A field does not hold what it says.

    Example:
        >>> str(
        ...     Observation(
        ...         ref_area=Region("MX-NLE"),
        ...         measure="share of the total GDP",
        ...         obs_value="23.4",
        ...         unit_measure="%",
        ...         time_period=PartialDate(2019),
        ...     )
        ... )
        'MX-NLE, share of the total GDP, 2019: 23.4 %'

    Source: the names are those of SDMX (ISO 17369), its cross-domain concepts.
    """

    ref_area: Country | Region = field(validator=instance_of(Country, Region))
    measure: str = field(validator=is_text)
    obs_value: Decimal = field(converter=_to_value)
    unit_measure: str = field(validator=is_text)
    time_period: PartialDate | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(PartialDate, or_one_of=(Missing.UNKNOWN,)),
    )
    bound: Bound = field(default=Bound.EXACTLY, validator=instance_of(Bound))
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def said(self) -> Sentence:
        """Return the figure as a sentence, to be put into a language.

        Example:
            >>> area = Country("MX")
            >>> str(
            ...     Observation(
            ...         ref_area=area,
            ...         measure="clusters",
            ...         obs_value=40,
            ...         unit_measure="clusters",
            ...         bound=Bound.MORE_THAN,
            ...     ).said()
            ... )
            'MX, clusters, period unknown: more than 40 clusters'
        """
        value = say("{}", self.obs_value)
        if self.bound is not Bound.EXACTLY:
            value = say("{} {}", self.bound, self.obs_value)
        is_dated = isinstance(self.time_period, PartialDate)
        period = self.time_period if is_dated else say("period unknown")
        where = say("{}, {}, {}", self.ref_area, self.measure, period)
        return say("{}: {} {}", where, value, self.unit_measure)

    def __str__(self) -> str:
        return worded(self)
