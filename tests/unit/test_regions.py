"""Countries, regions and rows about them."""

from __future__ import annotations

import pytest
from attrs import evolve

from icluster.errors import InvalidValueError
from icluster.regions import Country, Region, Subdivision


def test_a_code_is_written_as_it_is() -> None:
    assert (str(Country("MX")), str(Region("MX-NLE"))) == ("MX", "MX-NLE")
    assert Region("MX-NLE").country == Country("MX")


@pytest.mark.parametrize("code", ["mx", "MEX", "M1", "", "ＭＸ"])
def test_a_country_refuses(code: str) -> None:
    with pytest.raises(
        InvalidValueError, match="code must be an ISO 3166-1 alpha-2 code such as 'MX'"
    ):
        Country(code)


@pytest.mark.parametrize("code", ["MX", "MX-", "MX-NLEO", "mx-nle", "MXNLE", "MX-nle"])
def test_a_region_refuses(code: str) -> None:
    with pytest.raises(
        InvalidValueError, match="code must be an ISO 3166-2 code such as 'MX-NLE'"
    ):
        Region(code)


def test_the_words_of_a_subdivision_follow_its_spellings() -> None:
    state = Subdivision(
        region=Region("MX-NLE"), name="Nuevo León", spellings=("N. L.",)
    )
    assert state.words == (("n", "l"),)
    again = evolve(state, spellings=("Nuevo León",))
    assert again.words == (("nuevo", "leon"),)
    assert again != state
