"""Verdicts answer for every plain answer that they leave possible."""

from __future__ import annotations

from itertools import product

import pytest

from icluster.errors import TruthError
from icluster.verdicts import Verdict

PAIRS = list(product(Verdict, repeat=2))


@pytest.mark.parametrize(("one", "two"), PAIRS)
def test_two_verdicts_say_what_their_plain_answers_say(
    one: Verdict, two: Verdict
) -> None:
    both = {a and b for a in one.possible for b in two.possible}
    either = {a or b for a in one.possible for b in two.possible}
    assert (one & two).possible == tuple(sorted(both))
    assert (one | two).possible == tuple(sorted(either))
    assert Verdict.all_of([one, two]) is one & two
    assert Verdict.any_of([one, two]) is one | two


@pytest.mark.parametrize("verdict", Verdict)
def test_a_verdict_is_turned_round_answer_by_answer(verdict: Verdict) -> None:
    assert isinstance(~verdict, Verdict)
    assert (~verdict).possible == tuple(sorted(not a for a in verdict.possible))
    with pytest.raises(TruthError, match=rf"^{verdict.name} is neither"):
        bool(verdict)


def test_of_nothing_all_hold_and_none() -> None:
    assert Verdict.all_of([]) is Verdict.YES
    assert Verdict.any_of([]) is Verdict.NO
