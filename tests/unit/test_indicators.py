from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from tests.unit.benchmark_builders import SMALL, SOURCE, make_indicator

from icluster import Area
from icluster.derivations import PartOf, Quotient, Sum
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.scales import Counts, Measure, Ordinal, Unit
from icluster.sources import citations_of

COUNT = Measure(Unit.COUNT)


def test_indicators_are_found_by_key_and_number() -> None:
    assert SMALL["load"] is SMALL["B2"]
    assert SMALL["load"].area == "B"
    assert SMALL["load"].name == "B2 the load"
    assert [each.key for each in SMALL.within("A")][:2] == ["members", "types"]
    with pytest.raises(UnknownNameError):
        SMALL["weather"]
    with pytest.raises(UnknownNameError):
        SMALL.within("Z")


BAD_INDICATORS: dict[str, dict[str, Any]] = {
    "no status": {"statuses": []},
    "no citation": {"citations": []},
    "a scale that is none": {"scale": "share"},
    "a derivation that is none": {"derived_from": "A6/B3"},
    "a number without area": {"number": "5"},
    "a key with a space": {"key": "a b"},
    "a served number that is no text": {"serves": [1]},
}


@pytest.mark.parametrize("changes", BAD_INDICATORS.values(), ids=BAD_INDICATORS)
def test_refuses_indicator(changes: dict[str, Any]) -> None:
    given: dict[str, Any] = {"number": "A1", "key": "a", "scale": COUNT}
    with pytest.raises(InvalidValueError):
        make_indicator(**(given | changes))


ONE = make_indicator("A1", "a", COUNT)
TWO = make_indicator("A2", "b", COUNT)
PARTS = make_indicator("A3", "c", Counts(["x", "y"]))


def derived(rule: Any) -> Any:
    return make_indicator("A4", "d", COUNT, derived_from=rule)


BAD_STRUCTURES: dict[str, dict[str, Any]] = {
    "a key twice": {"indicators": [ONE, evolve(TWO, key="a")]},
    "a number twice": {"indicators": [ONE, evolve(TWO, number="A1")]},
    "an area twice": {"areas": [Area("A", "x"), Area("A", "y")]},
    "no indicators": {"indicators": []},
    "an area without indicators": {"areas": [Area("A", "x"), Area("B", "y")]},
    "an indicator without area": {"indicators": [ONE, evolve(TWO, number="B1")]},
    "a derivation from nowhere": {"indicators": [ONE, derived(Quotient("a", "z"))]},
    "a derivation from itself": {"indicators": [ONE, derived(Quotient("a", "d"))]},
    "a quotient of counts by type": {
        "indicators": [ONE, PARTS, derived(Quotient("a", "c"))]
    },
    "a part of a measure": {"indicators": [ONE, derived(PartOf("a", ["x"]))]},
    "a part of no category": {"indicators": [PARTS, derived(PartOf("c", []))]},
    "a part of a category that is not there": {
        "indicators": [PARTS, derived(PartOf("c", ["z"]))]
    },
    "a quotient on steps": {
        "indicators": [
            ONE,
            TWO,
            make_indicator("A4", "d", Ordinal(5), derived_from=Quotient("a", "b")),
        ]
    },
    "a part of a whole on a ratio": {
        "indicators": [
            PARTS,
            make_indicator(
                "A4", "d", Measure(Unit.RATIO), derived_from=PartOf("c", ["x"])
            ),
        ]
    },
    "a part of a whole on steps": {
        "indicators": [
            PARTS,
            make_indicator("A4", "d", Ordinal(5), derived_from=PartOf("c", ["x"])),
        ]
    },
    "a sum of nothing known": {"sums": [Sum("a", "z")]},
    "a sum of a measure": {"sums": [Sum("a", "b")]},
}


@pytest.mark.parametrize("changes", BAD_STRUCTURES.values(), ids=BAD_STRUCTURES)
def test_refuses_structure(changes: dict[str, Any]) -> None:
    base = evolve(SMALL, areas=[Area("A", "x")], indicators=[ONE, TWO], sums=())
    with pytest.raises(InvalidValueError):
        evolve(base, **changes)


def test_citations_are_kept() -> None:
    assert citations_of(ONE, "title") == (SOURCE.at("A1"),)
