from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from tests.unit.benchmark_builders import TEXTS

from icluster.errors import InvalidValueError

BAD_TEXTS: dict[str, dict[str, Any]] = {
    "a placeholder nobody fills": {"weakest_quarter": "$weather"},
    "a lone dollar": {"weaker_half": "5 $ a day"},
    "a blank template": {"serves": " "},
    "no template": {"serves_none": 5},
    "an action with a stranger": {"actions": {"plan": "$weather"}},
    "an action twice": {"actions": [("plan", "a"), ("plan", "b")]},
    "an empty title": {"titles": {"plan": ""}},
    "titles that are one text": {"titles": "plan"},
    "titles that are a number": {"titles": 5},
    "titles that are no pairs": {"titles": ["plan", 5]},
    "titles in threes": {"titles": [("a", "b", "c")]},
    "words that are none": {"words": "plain"},
}


@pytest.mark.parametrize("changes", BAD_TEXTS.values(), ids=BAD_TEXTS)
def test_refuses_texts(changes: dict[str, Any]) -> None:
    with pytest.raises(InvalidValueError):
        evolve(TEXTS, **changes)


def test_texts_for_some_only() -> None:
    some = TEXTS.only(["plan", "weather"])
    assert (some.actions, some.titles) == ((("plan", "Write it."),), ())
    assert TEXTS.only(["members"]).titles == TEXTS.titles


def test_values_are_filled_in_as_they_are() -> None:
    assert TEXTS.fill("$title: $value", title="$number", value="{0}") == "$number: {0}"
