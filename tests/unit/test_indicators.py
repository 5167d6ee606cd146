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
    with pytest.raises(UnknownNameError, match="no indicator is called 'weather'"):
        SMALL["weather"]
    with pytest.raises(UnknownNameError, match="no area is called 'Z'"):
        SMALL.within("Z")


BAD_INDICATORS: dict[str, tuple[dict[str, Any], str]] = {
    "no status": ({"statuses": []}, "statuses must be one or more"),
    "no citation": ({"citations": []}, "citations must be one or more"),
    "a scale that is none": ({"scale": "share"}, "scale must be of type Scale"),
    "a derivation that is none": (
        {"derived_from": "A6/B3"},
        "derived_from must be a Quotient, a PartOf or None",
    ),
    "a number without area": ({"number": "5"}, "number must be a number such as 'A5'"),
    "a key with a space": ({"key": "a b"}, "key must be a key such as 'policy_scope'"),
    "a served number that is no text": (
        {"serves": [1]},
        r"serves\[0\] must be of type str",
    ),
}


@pytest.mark.parametrize(
    ("changes", "message"), BAD_INDICATORS.values(), ids=BAD_INDICATORS
)
def test_refuses_indicator(changes: dict[str, Any], message: str) -> None:
    given: dict[str, Any] = {"number": "A1", "key": "a", "scale": COUNT}
    with pytest.raises(InvalidValueError, match=message):
        make_indicator(**(given | changes))


ONE = make_indicator("A1", "a", COUNT)
TWO = make_indicator("A2", "b", COUNT)
PARTS = make_indicator("A3", "c", Counts(["x", "y"]))


def derived(rule: Any) -> Any:
    return make_indicator("A4", "d", COUNT, derived_from=rule)


BAD_STRUCTURES: dict[str, tuple[dict[str, Any], str]] = {
    "a key twice": (
        {"indicators": [ONE, evolve(TWO, key="a")]},
        "indicators must be free of repetition",
    ),
    "a number twice": (
        {"indicators": [ONE, evolve(TWO, number="A1")]},
        "indicators must be free of repetition",
    ),
    "an area twice": (
        {"areas": [Area("A", "x"), Area("A", "y")]},
        "areas must be free of repetition",
    ),
    "no indicators": ({"indicators": []}, "indicators must be one or more"),
    "an area without indicators": (
        {"areas": [Area("A", "x"), Area("B", "y")]},
        "indicators must be in the areas A and B, none of them",
    ),
    "an indicator without area": (
        {"indicators": [ONE, evolve(TWO, number="B1")]},
        "indicators must be in the areas A, none of them empty",
    ),
    "a derivation from nowhere": (
        {"indicators": [ONE, derived(Quotient("a", "z"))]},
        r"indicators\[\d\]\.derived_from must be about known indicators",
    ),
    "a derivation from itself": (
        {"indicators": [ONE, derived(Quotient("a", "d"))]},
        r"indicators\[\d\]\.derived_from must be about indicators that are asked",
    ),
    "a quotient of counts by type": (
        {"indicators": [ONE, PARTS, derived(Quotient("a", "c"))]},
        r"indicators\[\d\]\.derived_from must be a quotient of measures",
    ),
    "a part of a measure": (
        {"indicators": [ONE, derived(PartOf("a", ["x"]))]},
        r"indicators\[\d\]\.derived_from must be a part of counts or shares",
    ),
    "a part of no category": (
        {"indicators": [PARTS, derived(PartOf("c", []))]},
        r"indicators\[\d\]\.derived_from must be about categories of c",
    ),
    "a part of a category that is not there": (
        {"indicators": [PARTS, derived(PartOf("c", ["z"]))]},
        r"indicators\[\d\]\.derived_from must be about categories of c",
    ),
    "a quotient on steps": (
        {
            "indicators": [
                ONE,
                TWO,
                make_indicator("A4", "d", Ordinal(5), derived_from=Quotient("a", "b")),
            ]
        },
        r"indicators\[\d\]\.derived_from must be on a measure: it is a quotient",
    ),
    "a part of a whole on a ratio": (
        {
            "indicators": [
                PARTS,
                make_indicator(
                    "A4", "d", Measure(Unit.RATIO), derived_from=PartOf("c", ["x"])
                ),
            ]
        },
        r"indicators\[\d\]\.derived_from must be on a measure of shares",
    ),
    "a part of a whole on steps": (
        {
            "indicators": [
                PARTS,
                make_indicator("A4", "d", Ordinal(5), derived_from=PartOf("c", ["x"])),
            ]
        },
        r"indicators\[\d\]\.derived_from must be on a measure of shares",
    ),
    "a sum of nothing known": (
        {"sums": [Sum("a", "z")]},
        r"sums\[0\] must be about known indicators",
    ),
    "a sum of a measure": (
        {"sums": [Sum("a", "b")]},
        r"sums\[0\] must be counts that make a measure",
    ),
}


@pytest.mark.parametrize(
    ("changes", "message"), BAD_STRUCTURES.values(), ids=BAD_STRUCTURES
)
def test_refuses_structure(changes: dict[str, Any], message: str) -> None:
    base = evolve(SMALL, areas=[Area("A", "x")], indicators=[ONE, TWO], sums=())
    with pytest.raises(InvalidValueError, match=message):
        evolve(base, **changes)


def test_citations_are_kept() -> None:
    assert citations_of(ONE, "title") == (SOURCE.at("A1"),)
