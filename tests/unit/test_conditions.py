"""Conditions: printed, combined, evaluated, refused."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from icluster import AllOf, AnyOf, Is, Not
from icluster.conditions import Condition
from icluster.errors import InvalidValueError

if TYPE_CHECKING:
    from collections.abc import Callable

A, B, C = Is("a"), Is("b"), Is("c")

PRINTED = {
    "a test": (Is("a"), "a is true"),
    "several values in a fixed order": (Is("n", {3, 1, 2}), "n is 1, 2 or 3"),
    "a chain of and": (A & B & C, "a is true and b is true and c is true"),
    "or inside and": (A & (B | C), "a is true and (b is true or c is true)"),
    "several values inside and": (
        A & Is("n", (1, 2)),
        "a is true and (n is 1 or 2)",
    ),
    "negation": (~(A | B), "not (a is true or b is true)"),
    "nothing to hold": (AllOf(()), "always"),
    "nothing that may hold": (AnyOf(()), "never"),
    "one part stands bare": (A & AnyOf([B]), "a is true and b is true"),
}


@pytest.mark.parametrize(("condition", "text"), PRINTED.values(), ids=PRINTED)
def test_printed(condition: Condition, text: str) -> None:
    assert str(condition) == text


def test_chains_compare_as_written() -> None:
    assert AllOf((A, B, C)) == A & B & C
    assert AnyOf((A, B, C)) == A | B | C
    assert ~~A == A
    assert (A & B) != (B & A)


def test_1_is_not_true() -> None:
    assert Is("a", 1) != Is("a")
    assert not Is("a", 1).holds({"a": True})
    assert not Is("a").holds({"a": 1})


def test_tests_are_told_from_left_to_right() -> None:
    assert list((A & ~(B | C)).tests()) == [A, B, C]


BAD: dict[str, tuple[Callable[[], Any], str]] = {
    "no values": (lambda: Is("a", ()), "values must be some, each once"),
    "a value twice": (lambda: Is("a", (1, 1)), "values must be some, each once"),
    "a float": (
        lambda: Is("a", (0.5,)),  # type: ignore[arg-type]
        r"values\[0\] must be of type bool, int or str",
    ),
    "one float": (
        lambda: Is("a", 0.5),  # type: ignore[arg-type]
        "values must be a list or a tuple of bool, int or str",
    ),
    "no name": (lambda: Is(" "), "fact must be text that is not blank"),
    "parts that are none": (
        lambda: AllOf([True]),  # type: ignore[list-item]
        r"parts\[0\] must be of type Condition",
    ),
    "a part that is none": (lambda: Not(True), "part must be of type Condition"),  # type: ignore[arg-type]
    "and": (lambda: A and B, r"condition must be combined by &, \| and ~"),
    "or": (lambda: A or B, r"condition must be combined by &, \| and ~"),
    "not": (lambda: not A, r"condition must be combined by &, \| and ~"),
}


@pytest.mark.parametrize(("make", "message"), BAD.values(), ids=BAD)
def test_a_bad_condition_is_refused(make: Callable[[], Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        make()


def test_what_is_no_condition_does_not_combine() -> None:
    with pytest.raises(
        TypeError, match=r"unsupported operand type\(s\) for &: 'Is' and 'bool'"
    ):
        _ = A & True  # type: ignore[operator]
    with pytest.raises(
        TypeError, match=r"unsupported operand type\(s\) for \|: 'Is' and 'str'"
    ):
        _ = A | "b"  # type: ignore[operator]


def test_the_base_evaluates_nothing() -> None:
    base = Condition()
    with pytest.raises(NotImplementedError, match=r"^$"):
        base.said()
    with pytest.raises(NotImplementedError, match=r"^$"):
        base.holds({})
    with pytest.raises(NotImplementedError, match=r"^$"):
        base.tests()
    with pytest.raises(NotImplementedError, match=r"^$"):
        base.fold(lambda test: 0, 0)


def test_a_fact_that_is_not_given_is_a_missing_key() -> None:
    with pytest.raises(KeyError, match="'a'"):
        A.holds({})


def test_a_condition_is_nested_fifty_deep_at_most() -> None:
    condition: Condition = Is("a")
    for _ in range(50):
        condition = AllOf((condition,))
    assert (condition._depth, condition.holds({"a": True})) == (50, True)
    with pytest.raises(InvalidValueError, match=r"^condition must be nested at most"):
        Not(condition)
    assert AllOf(())._depth == 1


def test_the_limit_of_depth_looks_at_the_deepest_part() -> None:
    deep: Condition = Is("a")
    for _ in range(50):
        deep = AllOf((deep,))
    for parts in ((Is("b"), deep), (deep, Is("b"))):
        with pytest.raises(InvalidValueError, match="nested at most 50 deep, got 51"):
            AnyOf(parts)
    assert AnyOf((Not(Is("b")), Is("a")))._depth == 2
    assert AnyOf((Is("a"), Not(Is("b"))))._depth == 2


def test_a_set_of_values_has_one_order() -> None:
    mixed: frozenset[bool | int | str] = frozenset({"b", 2, True, "a", False})
    condition = Is("fact", mixed)
    assert condition == Is("fact", frozenset(reversed(list(mixed))))
    assert condition.values == (False, True, 2, "a", "b")


def test_a_condition_is_neither_true_nor_false() -> None:
    with pytest.raises(InvalidValueError) as caught:
        bool(Is("monitoring"))
    assert str(caught.value) == (
        "condition must be combined by &, | and ~, got 'monitoring is true'"
    )


def test_what_always_and_never_holds_says_so_as_a_condition() -> None:
    assert AllOf(()).said().context == AnyOf(()).said().context == "condition"
    assert str(Is("monitoring", False)) == "monitoring is false"
    assert str(Is("fact", (True, False))) == "fact is true or false"
