"""Likely duplicates in time that grows nearly as the number of names does."""

from __future__ import annotations

import gc
import timeit
from itertools import product
from time import process_time
from typing import TYPE_CHECKING

from tests.bench.conftest import Race

from icluster import naming
from icluster.organizations import Organization
from icluster.words import words_of

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

FIELDS = ("Automotriz", "TI", "del Mango", "del Tomate", "de Servicios", "de Moda")
PLACES = ("Jalisco", "Sonora", "Oaxaca", "Nuevo León", "Tlaxcala", "Puebla", "Colima")
FORMS = ("", " A.C.", ", A.C.", ", S.A. de C.V.", " AC")
MOST = 3
"""Twice the names cost 2 in linear time, 4 in quadratic time; caches take
their share. The garbage collector is off while the clock runs."""

MOST_FOLDINGS = 15
"""Legal form, acronym and key cost this many foldings of a name at most."""


def make(count: int) -> list[Organization]:
    """Make names; one in ten is another spelling of the one before."""
    kinds = list(product(FIELDS, PLACES, FORMS))
    organizations = []
    for number in range(count):
        field, place, form = kinds[number % len(kinds)]
        own = number - 1 if number % 10 == 9 else number
        if own != number:
            field, place, _ = kinds[own % len(kinds)]
        word = f"Clúster {field} {own} {place}{form}"
        name = word.upper() if own != number else word
        organizations.append(Organization(name=name))
    return organizations


def seconds(organizations: list[Organization]) -> float:
    def once() -> float:
        gc.disable()
        start = process_time()
        naming.likely_duplicates(organizations)
        spent = process_time() - start
        gc.enable()
        return spent

    return min(once() for _ in range(3))


def test_duplicates_among_20_000_names(benchmark: BenchmarkFixture) -> None:
    many = make(20_000)
    found = benchmark.pedantic(naming.likely_duplicates, [many], rounds=2)  # type: ignore[no-untyped-call]
    assert sum(each.reason is naming.DuplicateReason.SAME_KEY for each in found) == 2000


def test_twice_the_names_cost_about_twice_the_time(race: Race) -> None:
    whole, half = seconds(make(20_000)), seconds(make(10_000))
    race("duplicates among 20,000 names, beside 10,000", whole, half, target=MOST)


def test_a_name_twice_as_long_costs_about_twice_the_time(race: Race) -> None:
    def repeated(times: int) -> list[Organization]:
        known = "ab " * times
        return [Organization(name=known), Organization(name=f"{known} cd {known}")]

    whole, half = seconds(repeated(40_000)), seconds(repeated(20_000))
    race("duplicates among names twice as long", whole, half, target=MOST)


def test_a_key_costs_a_few_times_the_folding_of_its_words(
    benchmark: BenchmarkFixture,
) -> None:
    name = "Clúster de Tecnología de Información Tlaxcala A.C."
    floor = min(timeit.repeat(lambda: words_of(name), number=2000, repeat=5))
    ours = min(timeit.repeat(lambda: naming.name_key(name), number=2000, repeat=5))
    print(f"a key: {ours / floor:.1f} times the folding of its words")
    assert ours / floor < MOST_FOLDINGS
    assert benchmark(naming.name_key, name).endswith("tlaxcala")
