from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from icluster import Missing
from icluster.derivations import PartOf, Quotient, Sum
from icluster.scales import Composition

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
