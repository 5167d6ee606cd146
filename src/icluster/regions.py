"""Countries and regions as values: ISO 3166-1 and ISO 3166-2 codes.

A code is checked for its shape. Whether it is assigned, and what it is called,
is reference data (``icluster.reference.iso3166``).
"""

from __future__ import annotations

from attrs import Factory, field, frozen

from icluster._fields import all_of, instance_of, is_text, matches, to_words
from icluster.errors import InvalidValueError
from icluster.words import words_of

__all__ = ["Subdivision"]


def __dir__() -> list[str]:
    return __all__


@frozen(order=True)
class Country:
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
class Region:
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


@frozen(kw_only=True)
class Subdivision:
    """A row of a table of regions: the region, its name, how texts spell it.

    Attributes:
        region: The region.
        name: Its name as the table prints it.
        spellings: What names it in a text, and nothing else. A name that may
            mean something else as well is left out, even the printed one.
        words: The spellings with case, accents and punctuation folded away.

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
    spellings: tuple[str, ...] = field(converter=to_words, validator=all_of(str))
    words: tuple[tuple[str, ...], ...] = field(
        init=False,
        eq=False,
        repr=False,
        default=Factory(
            lambda self: tuple(map(words_of, self.spellings)), takes_self=True
        ),
    )

    def __attrs_post_init__(self) -> None:
        for spelling, words in zip(self.spellings, self.words, strict=True):
            if not words:
                raise InvalidValueError("spellings", "made of words", spelling)
