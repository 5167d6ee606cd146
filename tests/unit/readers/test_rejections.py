"""Rejected lines: what they say, and the closest title."""

from __future__ import annotations

import pytest

from icluster.errors import CODES, InvalidValueError
from icluster.readers import MaturityRejection, RegisterRejection, RejectedLine

UNKNOWN = RegisterRejection.UNKNOWN_PORTFOLIO


def closest(wanted: str) -> str | None:
    known = ("ICT", "Food industry")
    return RejectedLine(1, "", UNKNOWN, wanted=wanted, known=known).closest


def test_the_closest_is_looked_for_in_the_last_words() -> None:
    assert closest("A long name before Food industri") == "Food industry"
    assert closest("A long name before ICTs") == "ICT"
    assert closest("nothing of the kind") is None
    assert closest("") is None


def test_a_long_line_costs_little() -> None:
    assert closest("x" * 1_000_000 + " food industry") == "Food industry"


def test_the_text_says_what_to_do_with_it() -> None:
    assert str(RejectedLine(3, "A", RegisterRejection.CUT)) == (
        "line 3: the last line, without its day: cut, it seems"
    )


def test_lines_count_from_one() -> None:
    with pytest.raises(InvalidValueError, match="number must be 1 or more"):
        RejectedLine(0, "", UNKNOWN)


def test_a_criterion_without_a_level_is_named() -> None:
    line = RejectedLine(1, "POLICY SCOPE", MaturityRejection.NO_LEVEL)
    assert str(line) == "line 1: a criterion without a level: POLICY SCOPE"


FAR_OFF = {
    "a country that sounds alike": ("Fish Scotland", ("Iceland", "Poland")),
    "another that does": ("Fish England", ("Iceland", "Finland")),
}


@pytest.mark.parametrize(("wanted", "known"), FAR_OFF.values(), ids=FAR_OFF)
def test_what_is_far_off_is_no_hint(wanted: str, known: tuple[str, ...]) -> None:
    assert RejectedLine(1, "", UNKNOWN, wanted=wanted, known=known).closest is None


REASONS = [*RegisterRejection, *MaturityRejection]


@pytest.mark.parametrize("reason", REASONS, ids=lambda reason: reason.value)
def test_every_reason_is_a_fault_at_its_line(
    reason: RegisterRejection | MaturityRejection,
) -> None:
    fault = RejectedLine(3, "A ICT", reason).fault
    assert (fault.path, fault.pointer) == ("lines[2]", "/lines/2")
    assert fault.got == "A ICT"
    assert fault.code in CODES
    assert str(fault).startswith("lines[2] ")


def test_a_fault_names_the_closest_title() -> None:
    line = RejectedLine(
        1, "A", UNKNOWN, wanted="A Food industri", known=("Food industry",)
    )
    assert str(line.fault.expected) == (
        "a row with a known portfolio before the date (the closest is 'Food industry')"
    )
