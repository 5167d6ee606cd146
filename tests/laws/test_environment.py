"""The caller's decimals and threads change no answer; `make test-hard` tries more."""

from __future__ import annotations

import decimal

import pytest
from tests.hard.answers import differing, differing_in_threads, narrow


@pytest.mark.parametrize("outputs", ["score_parts", "label", "view_scores"])
def test_a_narrow_decimal_context_changes_nothing(outputs: str) -> None:
    with decimal.localcontext(narrow()) as context:
        assert differing(outputs) == []
        assert not any(context.flags.values())


def test_eight_threads_say_the_same() -> None:
    assert differing_in_threads("score_parts") == []
    assert differing_in_threads("findings_2022") == []
