"""How fast a record is placed among many, and how large records are.

The floor is a bare sort, made in the same run, of one column for each indicator
whose values have an order, as exact as positions are: the answers as they stand,
the two that are computed as fractions. A composition has no order of its own; the
shares of its categories, which are placed as well, are left out of the floor, and
measured and printed beside it. As `timeit` does, the collector is kept out of it.
"""

from __future__ import annotations

import gc
import random
import tracemalloc
from datetime import date
from decimal import Decimal
from fractions import Fraction
from time import process_time
from typing import Any

from pytest_benchmark.fixture import BenchmarkFixture
from tests.bench.conftest import Race

from icluster import Answer, BenchmarkRecord, Missing, Money, Organization, Other
from icluster.benchmarking import PeerGroup, Position, position
from icluster.reference import esca
from icluster.scales import Amount, Composition, Measure, Ordinal, Unit

STRUCTURE = esca.BENCHMARK_36
PEERS = 30_000
MOST_TIMES_THE_FLOOR = 3
PER_COLUMN = 5_000


def _draw(key: str, rng: random.Random) -> Any:
    scale = STRUCTURE[key].scale
    if rng.random() < 0.02:
        return Missing.NOT_ANSWERED
    if isinstance(scale, Ordinal):
        return rng.randrange(5)
    if isinstance(scale, Amount):
        return Money(amount=rng.randrange(1, 10**6), currency="EUR", year=2015)
    if isinstance(scale, Measure):
        if scale.unit is Unit.COUNT:
            return rng.randrange(1, 400)
        most = 1000 if scale.unit is Unit.SHARE else 60_000
        return Decimal(rng.randrange(1, most)) / 1000
    if key == "composition":
        keys = [option.key for option in scale.categories]
        return Composition([(each, rng.randrange(0, 80)) for each in keys])
    if key == "funding_origin":
        cuts = sorted(rng.sample(range(1001), 3))
        ends = [*cuts, 1000]
        parts = [b - a for a, b in zip([0, *cuts], ends, strict=True)]
        keys = [option.key for option in scale.categories]
        shares = [Decimal(part) / 1000 for part in parts]
        return Composition(list(zip(keys, shares, strict=True)))
    if key == "driving_force":
        return rng.choice(["industry", "research", "public", "balanced"])
    if key == "legal_form":
        return Other(rng.choice(["A.C.", "S.C.", "S.A.S."]))
    return (Other(rng.choice(["energy", "water"])),)


def _records(many: int) -> list[BenchmarkRecord]:
    """Draw answers anew for each record, as interviews give them."""
    rng = random.Random(36)
    asked = [each.key for each in STRUCTURE.indicators if each.derived_from is None]
    pool = {
        key: [Answer(key, _draw(key, rng)) for _ in range(PER_COLUMN)] for key in asked
    }
    return [
        BenchmarkRecord(
            organization=Organization(name=f"Invented cluster {number}"),
            interviewed_on=date(2015, 5, 4),
            structure=STRUCTURE.key,
            answers=[rng.choice(pool[key]) for key in asked],
        )
        for number in range(many)
    ]


def _columns(records: list[BenchmarkRecord]) -> dict[str, list[Any]]:
    """Return the columns that can be sorted, those of one indicator by its key."""
    columns: dict[str, list[Any]] = {}
    for record in records:
        given = {answer.indicator: answer.value for answer in record.answers}
        for key, value in given.items():
            if isinstance(value, Composition):
                for part in value.categories if value.total else ():
                    columns.setdefault(f"{key}.{part}", []).append(value.share(part))
            elif isinstance(value, Money):
                columns.setdefault(key, []).append(value.amount)
            elif isinstance(value, (int, Decimal)):
                columns.setdefault(key, []).append(value)
        above, below = given["participants"], given["management_staff"]
        if isinstance(above, int) and isinstance(below, Decimal):
            columns.setdefault("participants_per_fte", []).append(
                Fraction(above) / Fraction(below)
            )
        funds = given["funding_origin"]
        if isinstance(funds, Composition):
            columns.setdefault("private_share", []).append(
                1 - Fraction(funds["public"])
            )
    return columns


def _best(run: Any, rounds: int = 2) -> float:
    """Return the shortest time of *rounds*, in seconds of the processor."""
    best = float("inf")
    for _ in range(rounds):
        gc.collect()
        gc.disable()
        start = process_time()
        run()
        best = min(best, process_time() - start)
        gc.enable()
    return best


def test_placing_costs_a_few_sorts(benchmark: BenchmarkFixture, race: Race) -> None:
    record, *peers = _records(PEERS + 1)
    group = PeerGroup("all peers", peers)
    columns = _columns(peers)
    ordered = [each for key, each in columns.items() if key in STRUCTURE.keys]
    shares = [each for key, each in columns.items() if key not in STRUCTURE.keys]
    assert len(ordered) == 31

    def place() -> Position:
        return position(record, peers=group, structure=STRUCTURE)

    floor = _best(lambda: [sorted(column) for column in ordered])
    parts = _best(lambda: [sorted(column) for column in shares])
    placing = _best(place)
    assert benchmark.pedantic(place, rounds=1).peers == PEERS  # type: ignore[no-untyped-call]
    what = f"placing among {PEERS:,} peers, beside a bare sort"
    race(what, placing, floor, target=MOST_TIMES_THE_FLOOR)
    race(f"{what}, shares sorted too", placing, floor + parts, target=1)


def test_a_record_takes_a_few_kilobytes(race: Race) -> None:
    rng = random.Random(36)
    asked = [each.key for each in STRUCTURE.indicators if each.derived_from is None]
    many = 200
    gc.collect()
    tracemalloc.start()
    records = [
        BenchmarkRecord(
            organization=Organization(name=f"Invented cluster {number}"),
            interviewed_on=date(2015, 5, 4),
            structure=STRUCTURE.key,
            answers=[Answer(key, _draw(key, rng)) for key in asked],
        )
        for number in range(many)
    ]
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    race("a record of 34 answers", size / len(records), 10_000, target=1, unit="B")
    assert len(asked) == 34
