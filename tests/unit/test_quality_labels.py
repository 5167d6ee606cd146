from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from tests.unit.benchmark_builders import CATALOGUE, make_scheme

from icluster.errors import InvalidValueError, UnknownNameError

BAD_CATALOGUES: dict[str, tuple[dict[str, Any], str]] = {
    "no indicators": (
        {"indicators": []},
        "indicators must be one or more, each number once",
    ),
    "an indicator twice": (
        {"indicators": [*CATALOGUE.indicators, CATALOGUE["1.1"]]},
        "indicators must be one or more, each number once",
    ),
    "no points": ({"maximum": 0}, "maximum must be more than 0"),
    "more than all is needed": ({"needed": 2}, "needed must be from 0 to 1"),
    "a float is needed": ({"needed": 0.8}, "needed must be of type Fraction"),
}


@pytest.mark.parametrize(
    ("changes", "message"), BAD_CATALOGUES.values(), ids=BAD_CATALOGUES
)
def test_refuses_catalogue(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        evolve(CATALOGUE, **changes)


BAD_SCHEMES: dict[str, tuple[dict[str, Any], str]] = {
    "a split that makes too little": (
        {"maxima": {"1.1": 5, "1.2": 3, "2.1": 1}},
        "maxima must be points that make 10",
    ),
    "a split that leaves one out": (
        {"maxima": {"1.1": 5, "1.2": 5}},
        r"maximum of 2\.1 must be given",
    ),
    "thresholds that leave one out": (
        {"thresholds": {"1.1": 3}},
        r"threshold of 1\.2 must be given",
    ),
    "a threshold above its maximum": (
        {"thresholds": {"1.1": 6, "1.2": 1, "2.1": 0}},
        r"threshold of 1\.1 must be from 0 to 5",
    ),
    "a threshold below zero": (
        {"thresholds": {"1.1": -1, "1.2": 1, "2.1": 0}},
        r"threshold of 1\.1 must be from 0 to 5",
    ),
    "a threshold as float": (
        {"thresholds": {"1.1": 0.5, "1.2": 1, "2.1": 0}},
        r"threshold of 1\.1 must be a Decimal, an int or a decimal",
    ),
    "no split at all": ({"maxima": 5}, "maximum points must be points by number"),
    "a split of no pairs": (
        {"maxima": [1, 2]},
        "maximum points must be points by number",
    ),
    "an indicator twice": (
        {"thresholds": [("1.1", 0), ("1.1", 0), ("1.2", 0), ("2.1", 0)]},
        r"threshold of 1\.1 must be given once",
    ),
}


@pytest.mark.parametrize(("changes", "message"), BAD_SCHEMES.values(), ids=BAD_SCHEMES)
def test_refuses_scheme(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        make_scheme(**changes)


WORDS: dict[str, tuple[dict[str, Any], str]] = {
    "floats": (
        {"maxima": {"1.1": 0.5, "1.2": 3, "2.1": 1.5}},
        "maximum of 1.1 must be a Decimal, an int or a decimal text, got 0.5; "
        "maximum of 2.1 must be a Decimal, an int or a decimal text, got 1.5",
    ),
    "a threshold as float": (
        {"thresholds": {"1.1": 0.5, "1.2": 1, "2.1": 0}},
        "threshold of 1.1 must be a Decimal, an int or a decimal text, got 0.5",
    ),
    "what is missing": (
        {"thresholds": {"1.1": 3}},
        "threshold of 1.2 must be given, got 'nothing'; "
        "threshold of 2.1 must be given, got 'nothing'",
    ),
    "what is twice, and what is missing": (
        {"maxima": [("1.1", 5), ("1.1", 5), ("1.2", 3)]},
        "maximum of 1.1 must be given once, got [5, 5]; "
        "maximum of 2.1 must be given, got 'nothing'",
    ),
    "what is out of bounds": (
        {"thresholds": {"1.1": 6, "1.2": -1, "2.1": 0}},
        "threshold of 1.1 must be from 0 to 5, got 6; "
        "threshold of 1.2 must be from 0 to 3, got -1",
    ),
    "strangers, bad maxima and thresholds": (
        {
            "maxima": {"1.1": 0.5, "1.2": 3, "2.1": 2, "7.7": 1, "8.8": "x"},
            "thresholds": {"1.1": 6, "1.2": 4, "9.9": 0},
        },
        "maximum of 1.1 must be a Decimal, an int or a decimal text, got 0.5; "
        "maximum of 8.8 must be a decimal number, got 'x'; "
        "threshold of 2.1 must be given, got 'nothing'; "
        "threshold of 1.2 must be from 0 to 3, got 4; "
        "maximum of 7.7 must be of an indicator of label, got 1; "
        "threshold of 9.9 must be of an indicator of label, got 0",
    ),
    "another total and a threshold": (
        {
            "maxima": {"1.1": 5, "1.2": 3, "2.1": 1},
            "thresholds": {"1.1": 6, "1.2": 1, "2.1": 0},
        },
        "maxima must be points that make 10, got 9; "
        "threshold of 1.1 must be from 0 to 5, got 6",
    ),
    "two strangers alone": (
        {
            "maxima": {"1.1": 5, "1.2": 3, "2.1": 2, "7.7": 1},
            "thresholds": {"1.1": 3, "1.2": 1, "2.1": 0, "7.7": 0},
        },
        "maximum of 7.7 must be of an indicator of label, got 1; "
        "threshold of 7.7 must be of an indicator of label, got 0",
    ),
    "a number that is none": (
        {"maxima": [(["1.1"], 5)], "thresholds": [(["1.1"], 5)]},
        "maximum of 1.1 must be given, got 'nothing'; "
        "maximum of 1.2 must be given, got 'nothing'; "
        "maximum of 2.1 must be given, got 'nothing'; "
        "threshold of 1.1 must be given, got 'nothing'; "
        "threshold of 1.2 must be given, got 'nothing'; "
        "threshold of 2.1 must be given, got 'nothing'; "
        "maximum of ['1.1'] must be of an indicator of label, got 5; "
        "threshold of ['1.1'] must be of an indicator of label, got 5",
    ),
    "no pairs at all": (
        {"maxima": (1, 2), "thresholds": 5},
        "maximum points must be points by number, got (1, 2); "
        "threshold points must be points by number, got 5",
    ),
    "no points": (
        {"thresholds": 5},
        "threshold points must be points by number, got 5",
    ),
}


@pytest.mark.parametrize(("changes", "said"), WORDS.values(), ids=WORDS)
def test_names_everything_that_is_wrong(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make_scheme(**changes)
    assert str(caught.value) == said


def test_points_for_a_stranger_are_refused() -> None:
    with pytest.raises(
        UnknownNameError, match=r"no quality indicator is called '7\.7'"
    ):
        make_scheme(maxima={"1.1": 5, "1.2": 3, "2.1": 2, "7.7": 1})
    with pytest.raises(
        UnknownNameError, match=r"no quality indicator is called '7\.7'"
    ):
        make_scheme(thresholds={"1.1": 3, "1.2": 1, "2.1": 0, "7.7": 1})


def test_looks_up_points() -> None:
    scheme = make_scheme()
    assert scheme.maximum_of("1.1") == Decimal(5)
    assert scheme.threshold_of("1.2") == Decimal(1)
    assert CATALOGUE.required == Fraction(8)
    assert CATALOGUE["2.1"].name == "2.1 press"
    with pytest.raises(
        UnknownNameError, match=r"no quality indicator is called '7\.7'"
    ):
        scheme.maximum_of("7.7")
