"""Countries and regions as values: ISO 3166-1 and ISO 3166-2 codes.

A code is checked for its shape. Whether it is assigned, and what it is called,
is reference data (``icluster.reference.iso3166``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import overload

from attrs import Factory, field, frozen

from icluster._fields import check_each, check_type, instance_of, matches, to_words
from icluster._texts import all_texts, is_optional_text, is_text
from icluster.errors import InvalidValueError
from icluster.sources import Cited, are_cited, to_cited
from icluster.vocabularies import Missing, Unknown
from icluster.words import Shown, words_of

__all__ = ["CountryName", "Subdivision", "places_named"]


def __dir__() -> list[str]:
    return __all__


@frozen(order=True)
class Country(Shown):
    """A country by its ISO 3166-1 alpha-2 code.

    Raises:
        InvalidValueError: The code is not two capital letters.

    Example:
        >>> str(Country("MX"))
        'MX'
    """

    code: str = field(
        validator=matches(r"[A-Z]{2}", "an ISO 3166-1 alpha-2 code such as 'MX'")
    )

    def __str__(self) -> str:
        return self.code


@frozen(order=True)
class Region(Shown):
    """A part of a country by its ISO 3166-2 code.

    Raises:
        InvalidValueError: The code does not have the shape of ISO 3166-2.

    Example:
        >>> Region("MX-NLE").country
        Country(code='MX')
    """

    code: str = field(
        validator=matches(
            r"[A-Z]{2}-[A-Z0-9]{1,3}", "an ISO 3166-2 code such as 'MX-NLE'"
        )
    )

    @property
    def country(self) -> Country:
        """The country the region is part of."""
        return Country(self.code[:2])

    def __str__(self) -> str:
        return self.code


@frozen
class CountryName(Shown):
    """A country under a name that it goes by.

    Attributes:
        title: The name as printed.
        country: The country.
        language: ISO 639 code of its language such as ``es``, or unknown.
        citations: Where each field was read.

    Raises:
        InvalidValueError: The name is blank, or the language no code.

    Example:
        >>> CountryName("Czech Republic", Country("CZ"), "en").country.code
        'CZ'
    """

    title: str = field(validator=is_text)
    country: Country = field(validator=instance_of(Country))
    language: str | Unknown = field(
        default=Missing.UNKNOWN,
        validator=matches(
            "[a-z]{2,3}", "an ISO 639 code such as 'es'", or_one_of=(Missing.UNKNOWN,)
        ),
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )


@frozen(kw_only=True)
class Subdivision(Shown):
    """A row of a table of regions: the region, its name, how texts spell it.

    Attributes:
        region: The region.
        name: Its name as the table prints it.
        english: Its usual name in English; may be empty.
        spellings: What names it in a text, and nothing else. A name that may
            mean something else as well is left out, even the printed one.
        words: The spellings with case, accents and punctuation folded away.
        citations: Where each field was read.

    Raises:
        InvalidValueError: A field does not hold what it says, or a spelling has
            no letters.

    Example:
        >>> state = Subdivision(
        ...     region=Region("MX-MEX"), name="México", spellings=("Edo. de México",)
        ... )
        >>> state.words
        (('edo', 'de', 'mexico'),)
    """

    region: Region = field(validator=instance_of(Region))
    name: str = field(validator=is_text)
    english: str = field(default="", validator=is_optional_text)
    spellings: tuple[str, ...] = field(converter=to_words, validator=all_texts())
    words: tuple[tuple[str, ...], ...] = field(
        init=False,
        eq=False,
        repr=False,
        default=Factory(
            lambda self: tuple(map(words_of, self.spellings)), takes_self=True
        ),
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        for spelling, words in zip(self.spellings, self.words, strict=True):
            if not words:
                raise InvalidValueError("spellings", "made of words", spelling)


@overload
def places_named(text: str, *, among: Iterable[CountryName]) -> tuple[Country, ...]: ...
@overload
def places_named(text: str, *, among: Iterable[Subdivision]) -> tuple[Region, ...]: ...
@overload
def places_named(
    text: str, *, among: Iterable[CountryName | Subdivision]
) -> tuple[Country | Region, ...]: ...
def places_named(
    text: str, *, among: Iterable[CountryName | Subdivision]
) -> tuple[Country | Region, ...]:
    """Return the countries and regions that go by a name: one, none or several.

    The whole text is the name, in any language, as a table prints it or in one of its
    spellings; case, accents and punctuation do not matter.
    `icluster.naming.find_regions` looks for names of regions within a text.

    Args:
        text: The name.
        among: Rows of tables of countries, of regions, or of both.

    Raises:
        InvalidValueError: It is no text, or what to look among are no such rows.

    Example:
        >>> from icluster.reference import iso3166
        >>> places = iso3166.COUNTRIES + iso3166.MEXICO
        >>> [
        ...     [str(place) for place in places_named(name, among=places)]
        ...     for name in ("germany", "Alemania", "Mexico City", "México", "Atlantis")
        ... ]
        [['DE'], ['DE'], ['MX-CMX'], ['MX', 'MX-MEX'], []]
    """
    check_type("text", text, str)
    words = words_of(text)
    rows: tuple[CountryName | Subdivision, ...]
    rows = check_each("among", among, CountryName, Subdivision)
    named = (
        row.country if isinstance(row, CountryName) else row.region
        for row in rows
        if words in _names_of(row)
    )
    return tuple(dict.fromkeys(named)) if words else ()


def _names_of(row: CountryName | Subdivision) -> tuple[tuple[str, ...], ...]:
    if isinstance(row, CountryName):
        return (words_of(row.title),)
    return words_of(row.name), words_of(row.english), *row.words
