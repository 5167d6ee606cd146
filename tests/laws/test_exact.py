"""Exact arithmetic: never rounds, whatever the caller's context says."""

from __future__ import annotations

from decimal import Context, Decimal, localcontext
from fractions import Fraction
from math import gcd

from hypothesis import given
from hypothesis import strategies as st

from icluster._exact import common_unit, times, to_decimal, to_decimal_text, total_of

NUMBERS = st.decimals(
    min_value=-1000, max_value=1000, allow_nan=False, allow_infinity=False, places=3
)


@given(st.lists(NUMBERS, max_size=6), st.permutations(range(6)))
def test_sums_are_exact_in_any_order(numbers: list[Decimal], order: list[int]) -> None:
    shuffled = [numbers[index] for index in order if index < len(numbers)]
    with localcontext(Context(prec=2)):
        total = total_of(shuffled)
    assert Fraction(total) == sum(map(Fraction, numbers), Fraction())


@given(NUMBERS, NUMBERS)
def test_products_are_exact(left: Decimal, right: Decimal) -> None:
    with localcontext(Context(prec=2)):
        product = times(left, right)
    assert Fraction(product) == Fraction(left) * Fraction(right)


@given(st.lists(NUMBERS, max_size=5))
def test_the_common_unit_is_the_largest(numbers: list[Decimal]) -> None:
    unit = common_unit(numbers)
    wholes = [Fraction(number) / Fraction(unit) for number in numbers]
    assert unit > 0
    assert all(whole.denominator == 1 for whole in wholes)
    assert gcd(*(int(whole) for whole in wholes)) in (0, 1)


@given(NUMBERS)
def test_text_and_back(number: Decimal) -> None:
    text = to_decimal_text(number)
    assert to_decimal(text) == number
    assert "E" not in text
