"""Units, and the words with which values are written in one language."""

from __future__ import annotations

from string import Template
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from icluster._fields import is_text, to_pairs
from icluster.errors import InvalidValueError
from icluster.vocabularies import Missing, Vocabulary


class Unit(Vocabulary):
    """What a measure counts.

    Example:
        >>> Unit.FTE.title
        'full-time equivalents'
    """

    COUNT = "count", "count"
    SHARE = "share", "share"
    RATIO = "ratio", "ratio"
    YEARS = "years", "years"
    MONTHS = "months", "months"
    FTE = "fte", "full-time equivalents"
    DAYS_PER_PERSON_AND_YEAR = "days_per_person_and_year", "days per person and year"


_OF_ONE = MappingProxyType(
    {
        Unit.YEARS: "year",
        Unit.MONTHS: "month",
        Unit.FTE: "full-time equivalent",
        Unit.DAYS_PER_PERSON_AND_YEAR: "day per person and year",
    }
)


def check_template(name: str, text: str, placeholders: tuple[str, ...]) -> None:
    """Refuse *text* that is no template, or asks for what is not filled in."""
    template = Template(text)
    if not template.is_valid():
        raise InvalidValueError(name, "a template; write $$ for a dollar sign", text)
    unknown = [each for each in template.get_identifiers() if each not in placeholders]
    if unknown:
        names = ", ".join(f"${name}" for name in placeholders)
        raise InvalidValueError(name, f"made with {names}", f"${unknown[0]}")


def _is_made_with(*placeholders: str) -> Any:
    def check(_: Any, attribute: Any, value: Any) -> None:
        is_text(_, attribute, value)
        check_template(attribute.name, value, placeholders)

    return check


def _are_units(_: Any, attribute: Any, value: Any) -> None:
    sound = isinstance(value, tuple) and all(
        len(pair) == 2 and isinstance(pair[0], Unit) and isinstance(pair[1], str)
        for pair in value
    )
    if not sound or len({unit for unit, _ in value}) != len(value):
        raise InvalidValueError(attribute.name, "one text for each Unit", value)


@frozen(kw_only=True)
class ValueWords:
    """The words around values in one language; English where nothing is said.

    Attributes:
        units: What stands behind a number, by `Unit`, as a mapping or pairs; the
            title of the unit where there is none. Counts, shares and ratios have
            nothing behind them.
        units_of_one: What stands behind 1, by `Unit`; what stands behind other
            numbers where that is given and this is not.
        step: A step, made with ``$step`` and ``$highest``.
        money: An amount, made with ``$amount``, ``$currency`` and ``$year``.
        none_of_list: That of several nothing was named.
        outside_scale: That an answer is none its scale allows.
        unknown: That nobody knows.
        not_applicable: That it does not apply.
        not_answered: That no answer was given.

    Raises:
        InvalidValueError: A template asks for what there is not.

    Example:
        >>> from icluster.scales import Measure, Ordinal
        >>> spanish = ValueWords(
        ...     units={Unit.FTE: "tiempos completos"},
        ...     units_of_one={Unit.FTE: "tiempo completo"},
        ...     step="$step de $highest",
        ... )
        >>> Measure(Unit.FTE).text(2, spanish), Measure(Unit.FTE).text(1, spanish)
        ('2 tiempos completos', '1 tiempo completo')
        >>> Ordinal(5).text(0, spanish)
        '0 de 4'
    """

    units: tuple[tuple[Unit, str], ...] = field(
        default=(), converter=to_pairs, validator=_are_units
    )
    units_of_one: tuple[tuple[Unit, str], ...] = field(
        default=(), converter=to_pairs, validator=_are_units
    )
    step: str = field(
        default="$step of $highest", validator=_is_made_with("step", "highest")
    )
    money: str = field(
        default="$amount $currency in $year",
        validator=_is_made_with("amount", "currency", "year"),
    )
    none_of_list: str = field(default="none", validator=is_text)
    outside_scale: str = field(default="outside its scale", validator=is_text)
    unknown: str = field(default="unknown", validator=is_text)
    not_applicable: str = field(default="not applicable", validator=is_text)
    not_answered: str = field(default="not answered", validator=is_text)

    def unit(self, unit: Unit, *, one: bool = False) -> str:
        """Return what stands behind a number, or behind *one*; empty for bare numbers.

        Example:
            >>> ValueWords().unit(Unit.YEARS), ValueWords().unit(Unit.COUNT)
            ('years', '')
            >>> ValueWords().unit(Unit.YEARS, one=True)
            'year'
        """
        if unit in (Unit.COUNT, Unit.SHARE, Unit.RATIO):
            return ""
        given = dict(self.units) | dict(self.units_of_one if one else ())
        return given.get(unit, _OF_ONE[unit] if one else unit.title)

    def missing(self, missing: Missing) -> str:
        """Say why a value is not there.

        Example:
            >>> ValueWords(unknown="no se sabe").missing(Missing.UNKNOWN)
            'no se sabe'
        """
        said = {
            Missing.UNKNOWN: self.unknown,
            Missing.NOT_APPLICABLE: self.not_applicable,
            Missing.NOT_ANSWERED: self.not_answered,
        }
        return said[missing]

    def fill(self, template: str, **values: object) -> str:
        """Return *template* with *values* filled in.

        Example:
            >>> words = ValueWords(step="$step de $highest")
            >>> words.fill(words.step, step=1, highest=4)
            '1 de 4'
        """
        return Template(template).substitute(values)


ENGLISH = ValueWords()
