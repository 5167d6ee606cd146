from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from icluster import Missing
from icluster.derivations import PartOf, Quotient, Sum, agrees
from icluster.scales import Composition, Measure, Text, Unit

LOAD = Quotient("members", "staff")
PRIVATE = PartOf("funds", ["fees", "sales"])
FUNDS = Composition(
    {"public": Decimal("0.5"), "fees": Decimal("0.3"), "sales": Decimal("0.2")}
)
UNKNOWN, APART = Missing.UNKNOWN, Missing.NOT_APPLICABLE

CASES: dict[str, tuple[Any, dict[str, Any], object]] = {
    "a quotient is exact": (LOAD, {"members": 10, "staff": 3}, Fraction(10, 3)),
    "zero above is zero": (LOAD, {"members": 0, "staff": 3}, Fraction(0)),
    "zero below does not apply": (LOAD, {"members": 10, "staff": Decimal(0)}, APART),
    "what is missing stays missing": (LOAD, {"members": UNKNOWN, "staff": 3}, UNKNOWN),
    "the first reason is given": (LOAD, {"members": 3, "staff": APART}, APART),
    "a value of another kind is no number": (
        LOAD,
        {"members": "a", "staff": 1},
        UNKNOWN,
    ),
    "a part of shares": (PRIVATE, {"funds": FUNDS}, Fraction(1, 2)),
    "a part of counts": (
        PRIVATE,
        {"funds": Composition({"public": 2, "fees": 1, "sales": 0})},
        Fraction(1, 3),
    ),
    "a part of nothing does not apply": (
        PRIVATE,
        {"funds": Composition({"fees": 0, "sales": 0})},
        APART,
    ),
    "a part of what is missing": (PRIVATE, {"funds": UNKNOWN}, UNKNOWN),
    "a sum": (
        Sum("members", "types"),
        {"types": Composition({"a": 1, "b": 2})},
        Fraction(3),
    ),
    "a sum of what is missing": (Sum("members", "types"), {"types": UNKNOWN}, UNKNOWN),
}


@pytest.mark.parametrize(("rule", "values", "expected"), CASES.values(), ids=CASES)
def test_compute(rule: Any, values: dict[str, Any], expected: object) -> None:
    assert rule.compute(values) == expected


def test_prints_as_a_formula() -> None:
    assert str(LOAD) == "members / staff"
    assert str(PRIVATE) == "fees + sales of funds"


SHARE, RATIO = Measure(Unit.SHARE), Measure(Unit.RATIO)
AGREEMENTS: dict[str, tuple[Any, Any, Any, bool]] = {
    "exactly": (Fraction(41, 3), Fraction(41, 3), RATIO, True),
    "rounded to two decimals": (Decimal("13.67"), Fraction(41, 3), RATIO, True),
    "cut off": (Decimal("13.66"), Fraction(41, 3), RATIO, False),
    "rounded to a whole number": (14, Fraction(41, 3), RATIO, True),
    "a zero at the end is a decimal": (Decimal("13.70"), Fraction(41, 3), RATIO, False),
    "half rounded up": (21, Fraction(41, 2), RATIO, True),
    "half rounded to the even neighbour": (20, Fraction(41, 2), RATIO, True),
    "a little more than half away": (20, Fraction(20501, 1000), RATIO, False),
    "no tens are rounded to": (Decimal("2E+1"), Fraction(16), RATIO, False),
    "a fraction is not rounded": (Fraction(27, 2), Fraction(41, 3), RATIO, False),
    "whole per cent": (Decimal("0.33"), Fraction(1, 3), SHARE, True),
    "another per cent": (Decimal("0.34"), Fraction(1, 3), SHARE, False),
    "tenths": (Decimal("0.3"), Fraction(1, 3), SHARE, True),
    "none is not a little": (0, Fraction(2, 5), SHARE, False),
    "none is less than half a per cent": (0, Fraction(1, 200), SHARE, True),
    "all is not most": (Decimal(1), Fraction(3, 5), SHARE, False),
    "one on a scale without per cent": (1, Fraction(3, 5), RATIO, True),
    "no number was computed": (0, APART, RATIO, False),
    "text is no number": ("14", Fraction(41, 3), Text(), False),
}


@pytest.mark.parametrize(
    ("stated", "computed", "scale", "expected"), AGREEMENTS.values(), ids=AGREEMENTS
)
def test_agrees(stated: Any, computed: Any, scale: Any, expected: bool) -> None:
    assert agrees(stated, computed, scale) is expected
