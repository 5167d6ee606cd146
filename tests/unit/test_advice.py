from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve
from tests.unit.benchmark_builders import TEXTS

from icluster.advice import AdviceTexts
from icluster.errors import InvalidValueError

BAD_TEXTS: dict[str, tuple[dict[str, Any], str]] = {
    "an action with a stranger": (
        {"actions": {"plan": "{5}"}},
        r"actions\['plan'\] must be made with \{0\}, \{1\}, \{2\}, \{3\} and",
    ),
    "an action twice": (
        {"actions": [("plan", "a"), ("plan", "b")]},
        "actions must be one text for each key",
    ),
    "an empty title": (
        {"titles": {"plan": ""}},
        "titles must be one text for each key",
    ),
    "titles that are one text": (
        {"titles": "plan"},
        "titles must be one text for each key",
    ),
    "titles that are a number": ({"titles": 5}, "titles must be one text for each key"),
    "titles that are no pairs": (
        {"titles": ["plan", 5]},
        "titles must be one text for each key",
    ),
    "titles in threes": (
        {"titles": [("a", "b", "c")]},
        "titles must be one text for each key",
    ),
}


@pytest.mark.parametrize(("changes", "message"), BAD_TEXTS.values(), ids=BAD_TEXTS)
def test_refuses_texts(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(InvalidValueError, match=message):
        evolve(TEXTS, **changes)


def test_says_which_action_is_wrong_and_what_it_may_name() -> None:
    with pytest.raises(InvalidValueError) as caught:
        AdviceTexts(actions={"plan": "{5}"})
    assert str(caught.value) == (
        "actions['plan'] must be made with {0}, {1}, {2}, {3} and {4} at most, "
        "got '{5}'"
    )


def test_texts_for_some_only() -> None:
    some = TEXTS.only(["plan", "weather"])
    assert (some.actions, some.titles) == ((("plan", "Write it."),), ())
    assert TEXTS.only(["members"]).titles == TEXTS.titles


def test_texts_are_found_by_key_or_number() -> None:
    assert TEXTS.action("plan", "B6") == "Write it."
    assert TEXTS.action("members") is None
    assert TEXTS.title("members", "A1", otherwise="the members") == "Mitglieder"
    assert TEXTS.title("plan", otherwise="the plan") == "the plan"
