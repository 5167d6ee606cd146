"""Making nouns, beside frozen pydantic models of the same fields.

The rivals are strict, frozen, and compute nothing; a field that holds another noun
holds the same object on both sides, so that neither looks within it. Our side checks
more: blank text, repetition, days of a month, the country of a region.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable
from typing import Any

import pytest
from attrs import NOTHING, fields
from pydantic import BaseModel, ConfigDict, create_model
from tests.bench.conftest import Race
from tests.bench.test_scoring import LOOPS, least, microseconds

from icluster import (
    Citation,
    Facts,
    LabelAward,
    Organization,
    PartialDate,
    Policy,
    Source,
)
from icluster._hints import field_hints
from icluster.reference import eccp, mexico

FACTSHEET = Source(key="eccp_mx", title="Country factsheet Mexico", publisher="ECCP")
STATED = {fact.name: fact.domain[0] for fact in eccp.FACTS_2022}
AWARD, PLAN = mexico.BRONZE_LABELS[0], mexico.NUEVO_LEON_2022


def rival_of(kind: type[Any]) -> type[BaseModel]:
    hints = field_hints(kind)
    content: dict[str, Any] = {
        field.name: (
            hints[field.name],
            ... if field.default is NOTHING else field.default,
        )
        for field in fields(kind)
        if field.init
    }
    config = ConfigDict(frozen=True, strict=True, arbitrary_types_allowed=True)
    return create_model(f"Rival{kind.__name__}", __config__=config, **content)


def stated(noun: Any) -> dict[str, Any]:
    """Say a noun anew, in every field."""
    return {
        field.name: getattr(noun, field.name)
        for field in fields(type(noun))
        if field.init
    }


MADE: dict[str, tuple[type[Any], dict[str, Any], float]] = {
    "an organization of its name": (Organization, {"name": "Cluster"}, 3),
    "an award of four fields": (
        LabelAward,
        {
            "holder": AWARD.holder,
            "tier": AWARD.tier,
            "portfolio": AWARD.portfolio,
            "valid_until": AWARD.valid_until,
        },
        3,
    ),
    "an award with its citations": (LabelAward, stated(AWARD), 3),
    # Repetition is looked for in ten tuples, 28 citations are held against the fields,
    # those of parts against the fields of the parts.
    "a policy in every field": (Policy, stated(PLAN), 9),
    "a policy of four fields": (
        Policy,
        {
            "name": "Plan",
            "type": PLAN.type,
            "level": PLAN.level,
            "country": PLAN.country,
            "region": PLAN.region,
        },
        4,
    ),
    "a citation": (
        Citation,
        {"source": FACTSHEET, "locator": "table, History", "excerpt": "2015"},
        1.8,
    ),
    "a day": (PartialDate, {"year": 2015, "month": 6, "day": 18}, 1.5),
    "a year": (PartialDate, {"year": 2015}, 1.5),
}


@pytest.mark.parametrize(("kind", "content", "most"), MADE.values(), ids=MADE)
def test_a_noun_costs_a_few_models(
    kind: type[Any],
    content: dict[str, Any],
    most: float,
    race: Race,
    request: pytest.FixtureRequest,
) -> None:
    rival = rival_of(kind)
    times = least(repeated(kind, content), repeated(rival, content))
    what = f"{request.node.callspec.id}, beside a pydantic model"
    race(what, *map(microseconds, times), target=most, unit="µs")


def repeated(kind: type[Any], content: dict[str, Any]) -> Callable[[], None]:
    def run() -> None:
        for _ in range(LOOPS):
            kind(**content)

    return run


def test_both_sides_take_the_same() -> None:
    for kind, content, _ in MADE.values():
        model = rival_of(kind)(**content)
        noun = kind(**content)
        for name in content:
            assert getattr(model, name) == getattr(noun, name)


# Most of what is held by many is shared: what one more costs is its own.
HELD: dict[str, tuple[Callable[[], object], int]] = {
    "an award of four fields": (
        lambda: LabelAward(**MADE["an award of four fields"][1]),
        250,
    ),
    "twelve facts stated by name": (lambda: Facts.of(eccp.FACTS_2022, STATED), 100),
}


@pytest.mark.parametrize(("make", "most"), HELD.values(), ids=HELD)
def test_many_are_held_in_little_memory(
    make: Callable[[], object], most: int, race: Race, request: pytest.FixtureRequest
) -> None:
    make()
    many = 100_000
    tracemalloc.start()
    held = [make() for _ in range(many)]
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    # Beyond the list's own place for each.
    each = size / len(held) - 8
    what = f"memory of {request.node.callspec.id}, beside what it may be"
    race(what, each, most, target=1, unit="B")
