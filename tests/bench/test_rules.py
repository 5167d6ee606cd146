"""What a check of a large register costs beside calling its rules by hand.

The floor is measured in the same run: the same rule functions, called in plain
loops over the same parts. Findings are counted on both sides, so that neither
leaves anything out.
"""

from __future__ import annotations

import gc
from datetime import date, timedelta
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest
from tests.bench.conftest import Race

from icluster import rules
from icluster.labels import LabelAward, LabelRegister, LabelTier
from icluster.organizations import Name, Organization
from icluster.reference import CONTEXT, esca
from icluster.regions import Country, Region
from icluster.rules import Gathered, Placed, Rule, Statement
from icluster.sources import Citation, Source

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

THE_DAY = date(2018, 9, 30)
PORTFOLIOS = esca.PORTFOLIOS.portfolios
PAGE = Source(key="page", title="An invented register", publisher="Nowhere")
ROWS = 100_000
WORDS = ("Cluster", "Industrial", "Automotriz", "Moda", "Tequila", "Salud", "Puerto")


def make_register(rows: int, *, since: date = date(2014, 1, 1)) -> LabelRegister:
    """Make a register of *rows* awards, each of an organization of its own."""
    return LabelRegister(
        awards=[_award(number, since) for number in range(rows)],
        editions=[esca.SAME_DAY],
    )


def _award(number: int, since: date) -> LabelAward:
    first, second = WORDS[number % 7], WORDS[number // 7 % 7]
    cited = PAGE.at(f"row {number}")
    return LabelAward(
        holder=Organization(
            name=f"{first} {second} del Distrito {number}, A.C.",
            other_names=(Name(f"{first} {number}"),),
            acronym=f"C{number}",
            country=Country("MX"),
            region=Region("MX-NLE"),
        ),
        tier=LabelTier.BRONZE,
        portfolio=PORTFOLIOS[number % len(PORTFOLIOS)],
        valid_until=since + timedelta(days=number % 3000),
        citations={"holder": cited, "portfolio": cited, "valid_until": cited},
    )


def _about(kind: type) -> list[Rule]:
    """Return the rules about a kind that have what they need."""
    return [
        each
        for each in rules.ALL
        if issubclass(kind, each.about)
        and all(getattr(CONTEXT, need) for need in each.needs)
    ]


def by_hand(register: LabelRegister) -> int:
    """Call the same functions in plain loops, and count what they say."""

    def said(kind: type, things: list[Any]) -> int:
        about = _about(kind)
        count = 0
        for thing in things:
            for rule in about:
                for each in rule.look(thing, on=THE_DAY, context=CONTEXT):
                    count += isinstance(each, Statement)
        return count

    holders = [award.holder for award in register.awards]
    citations: dict[Citation, None] = {}
    for award in register.awards:
        for cited in award.citations:
            citations[cited.citation] = None
    sources = list(dict.fromkeys(citation.source for citation in citations))
    # As citations are: equal ones are one thing.
    countries = list(dict.fromkeys(holder.country for holder in holders))
    regions = list(dict.fromkeys(holder.region for holder in holders))
    everything: list[Any] = [*holders, *sources]
    return (
        said(LabelRegister, [register])
        + said(LabelAward, list(register.awards))
        + said(Organization, holders)
        + said(Country, countries)
        + said(Region, regions)
        + said(Citation, list(citations))
        + said(Source, sources)
        + said(
            Gathered,
            [Gathered(tuple(Placed((), each) for each in dict.fromkeys(everything)))],
        )
    )


def checked(register: LabelRegister) -> int:
    return len(rules.check(register, on=THE_DAY, context=CONTEXT))


def seconds(function: Callable[[LabelRegister], int], register: LabelRegister) -> float:
    """Time one call; the collector's turns are no part of either side."""
    gc.collect()
    gc.disable()
    try:
        start = process_time()
        function(register)
        return process_time() - start
    finally:
        gc.enable()


def test_both_sides_find_the_same() -> None:
    small = make_register(500)
    assert checked(small) == by_hand(small) > 0


def test_check_of_1_000_awards(benchmark: BenchmarkFixture) -> None:
    register = make_register(1000)
    assert benchmark(checked, register) > 0


def test_a_check_costs_little_more_than_its_rules(race: Race) -> None:
    # In turns, so that whatever else the machine does falls upon both.
    floor, cost = turns(make_register(300), rounds=40)
    race("check of 300 awards, beside its rules by hand", cost, floor, target=1.7)
    floor, cost = turns(make_register(ROWS), rounds=1)
    race("check of 100,000 awards, beside its rules by hand", cost, floor, target=1.7)


def test_what_finds_nothing_costs_what_its_rules_cost(race: Race) -> None:
    valid = make_register(300, since=date(2018, 10, 1))
    assert checked(valid) == by_hand(valid) <= 3
    floor, cost = turns(valid, rounds=40)
    race("the same where all labels are valid", cost, floor, target=1.5)


def turns(register: LabelRegister, *, rounds: int) -> tuple[float, float]:
    pairs = [
        (seconds(by_hand, register), seconds(checked, register)) for _ in range(rounds)
    ]
    floor, cost = (min(times) for times in zip(*pairs, strict=True))
    return floor, cost


def test_cost_grows_with_the_size(race: Race) -> None:
    few, many = make_register(5_000), make_register(20_000)
    small = min(seconds(checked, few) for _ in range(3))
    large = seconds(checked, many)
    race("check of 20,000 awards, beside 5,000", large, small, target=6)


def test_no_text_is_built_by_a_check(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> str:
        raise AssertionError("built")

    monkeypatch.setattr("icluster.words._voice.worded", refuse)
    monkeypatch.setattr("icluster.words._voice._filled", refuse)
    monkeypatch.setattr("icluster.rules._findings.path", refuse)
    assert checked(make_register(500)) > 0
