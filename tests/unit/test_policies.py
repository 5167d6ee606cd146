"""Parts of policies, notes, small vocabularies, amounts with bounds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from icluster import (
    Country,
    Evaluation,
    History,
    Instrument,
    Missing,
    Money,
    Observation,
    Other,
    Policy,
    Region,
    Source,
)
from icluster.errors import InvalidValueError
from icluster.languages import es
from icluster.money import Bound
from icluster.policies import (
    Allocation,
    AuthorityRole,
    EvaluationStage,
    LegalBasis,
    PolicyLevel,
    PolicyType,
    SectorGroup,
    WeightedCriterion,
)
from icluster.sources import Note, notes_of
from icluster.verdicts import Verdict
from icluster.words import worded

if TYPE_CHECKING:
    from collections.abc import Callable

SHEET = Source(key="sheet", title="Sheet", publisher="P")


def make_policy(**changes: Any) -> Policy:
    parts: dict[str, Any] = {
        "name": "Plan",
        "type": PolicyType.BROAD,
        "level": PolicyLevel.NATIONAL,
        "country": Country("MX"),
    }
    return Policy(**(parts | changes))


BAD_PARTS: dict[str, tuple[Callable[[], object], str]] = {
    "a negative counterpart": (lambda: Allocation(counterpart=-1), "counterpart"),
    "a weight above the whole": (
        lambda: WeightedCriterion("governance", 2),
        "weight",
    ),
    "a law without a title": (lambda: LegalBasis(titles=[]), "titles"),
    "a title alone": (lambda: LegalBasis(titles="Law"), "titles"),  # type: ignore[arg-type]
    "a cycle of no years": (lambda: History(cycle_years=0), "cycle_years"),
    "a note on no field": (
        lambda: make_policy(notes=[Note("colour", "It is red.")]),
        "notes",
    ),
    "a note that is a text": (lambda: make_policy(notes=["It is red."]), "notes"),
    "notes that are a text": (lambda: make_policy(notes="It is red."), "notes"),
    "a note that says nothing": (lambda: Note("name", ""), "text"),
    "a national policy of a region": (
        lambda: make_policy(region=Region("MX-NLE")),
        "region",
    ),
    "an observation of a float": (
        lambda: Observation(
            ref_area=Country("MX"),
            measure="share",
            obs_value=23.4,  # type: ignore[arg-type]
            unit_measure="%",
        ),
        "obs_value",
    ),
}


@pytest.mark.parametrize(("make", "place"), BAD_PARTS.values(), ids=BAD_PARTS)
def test_bad_parts_of_policies_are_refused(
    make: Callable[[], object], place: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        make()
    assert caught.value.place == place


def test_a_level_that_is_not_listed_may_have_a_region_or_none() -> None:
    municipal = Other("municipal")
    assert make_policy(level=municipal).region is None
    assert make_policy(level=municipal, region=Region("MX-NLE")).region is not None


def test_small_vocabularies_take_other() -> None:
    assert Evaluation(Other("mid-term")).stage == Other("mid-term")
    assert History(kind=Other("rolling")).kind == Other("rolling")
    assert Instrument(Other("x"), Other("tentative")).status == Other("tentative")
    assert make_policy(type=Missing.UNKNOWN).is_targeted is False


def test_notes_are_found_by_field() -> None:
    note = Note("history.begins", "Presented late.", SHEET.at("p. 1"))
    policy = make_policy(notes=[note])
    assert notes_of(policy, "history") == (note,)
    assert notes_of(policy, "hist") == ()
    assert note.citations == (SHEET.at("p. 1"),)


@pytest.mark.parametrize(
    ("label", "stage"),
    [
        ("in-itinere", EvaluationStage.INTERIM),
        ("Interim", EvaluationStage.INTERIM),
        ("ONGOING", EvaluationStage.INTERIM),
        ("ongoing / interim", EvaluationStage.INTERIM),
        ("ex-ante", EvaluationStage.EX_ANTE),
    ],
)
def test_printed_synonyms_are_found(label: str, stage: EvaluationStage) -> None:
    assert EvaluationStage.from_title(label) is stage
    assert EvaluationStage.read(label) is stage


# --- amounts with bounds -----------------------------------------------------------

EXCEEDS: dict[str, tuple[Bound, int, Bound, int, Verdict]] = {
    "equal": (Bound.EXACTLY, 5, Bound.EXACTLY, 5, Verdict.NO),
    "above": (Bound.EXACTLY, 6, Bound.EXACTLY, 5, Verdict.YES),
    "more than, at equality": (Bound.MORE_THAN, 5, Bound.EXACTLY, 5, Verdict.YES),
    "at least, at equality": (Bound.AT_LEAST, 5, Bound.EXACTLY, 5, Verdict.OPEN),
    "more than, below": (Bound.MORE_THAN, 4, Bound.EXACTLY, 5, Verdict.OPEN),
    "just under, at equality": (Bound.LESS_THAN, 5, Bound.AT_LEAST, 5, Verdict.NO),
    "just under, above": (Bound.LESS_THAN, 6, Bound.EXACTLY, 5, Verdict.OPEN),
    "what is less than it": (Bound.AT_LEAST, 5, Bound.LESS_THAN, 5, Verdict.YES),
    "about": (Bound.ABOUT, 9, Bound.EXACTLY, 5, Verdict.OPEN),
    "what is about it": (Bound.EXACTLY, 9, Bound.ABOUT, 5, Verdict.OPEN),
}


@pytest.mark.parametrize(
    ("bound", "amount", "whole_bound", "whole", "expected"),
    EXCEEDS.values(),
    ids=EXCEEDS,
)
def test_amounts_are_compared_as_far_as_their_bounds_allow(
    bound: Bound, amount: int, whole_bound: Bound, whole: int, expected: Verdict
) -> None:
    part = Money(amount=amount, currency="EUR", bound=bound)
    assert part.exceeds(Money(amount=whole, currency="EUR", bound=whole_bound)) is (
        expected
    )
    assert part.exceeds(Money(amount=whole, bound=whole_bound)) is Verdict.OPEN


def test_bounds_are_said_in_words() -> None:
    money = Money(
        amount=700, currency="EUR", year=2020, bound=Bound.from_title("just under")
    )
    assert str(money) == "less than 700 EUR in 2020"
    assert worded(money, language=es.SPANISH) == "menos de 700 EUR en 2020"


def test_lists_are_frozen_where_a_tuple_is_kept() -> None:
    group = SectorGroup("industrial", ["automotive"])
    policy = make_policy(authority_roles=[AuthorityRole.FUNDING], sector_groups=[group])
    assert policy.authority_roles == (AuthorityRole.FUNDING,)
    assert policy.sector_groups == (group,)
