"""Countries and regions as values: ISO 3166-1 and ISO 3166-2 codes.

A code is checked for its shape. Whether it is assigned, and what it is called,
is reference data (``icluster.reference.iso3166``).
"""

from __future__ import annotations

from attrs import field, frozen

from icluster._fields import matches

__all__ = ["Country", "Region"]


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
