"""Twice the data cost about twice the time, wherever an audit found more.

In linear time a doubling costs 2, in quadratic time 4; caches and memory take
their share. Both sizes are measured in the same run, the collector kept out of it.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest
from tests.bench.conftest import Race

from icluster import ecosystems, naming, readers, wire
from icluster.benchmark_records import Answer, BenchmarkRecord
from icluster.conditions import Is
from icluster.contexts import SourceText
from icluster.ecosystems import Ecosystem, Linkage
from icluster.errors import InvalidValueError
from icluster.facts import Fact, Facts, FactSchema
from icluster.organizations import Organization
from icluster.reference import esca

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

MOST = 3
DAY = date(2015, 6, 1)

Work = Callable[[], object]


def relations(size: int) -> tuple[list[Organization], list[Linkage]]:
    bodies = [Organization(name=f"Body {n}", key=f"body_{n}") for n in range(size)]
    links = [
        Linkage(first=f"body_{n}", second=f"body_{(n + step) % size}")
        for n in range(size)
        for step in (1, 2, 3, 5, 8)
    ]
    return bodies, links


def ecosystem(size: int) -> Ecosystem:
    bodies, links = relations(size)
    return Ecosystem(key="demo", name="Demo", organizations=bodies, linkages=links)


def constructing(size: int) -> Work:
    bodies, links = relations(size)
    return lambda: Ecosystem(
        key="demo", name="Demo", organizations=bodies, linkages=links
    )


def isolated(size: int) -> Work:
    whole = ecosystem(size)
    return lambda: ecosystems.isolated(whole, on=DAY)


def ended(size: int) -> Work:
    whole = ecosystem(size)
    return lambda: ecosystems.may_have_ended(whole, on=DAY)


def loading(size: int) -> Work:
    text = wire.dumps(ecosystem(size))
    return lambda: wire.loads(text, Ecosystem)


def answering_twice(size: int) -> Work:
    answers = [Answer(f"i{number % (size // 2)}", 1) for number in range(size)]

    def refused() -> None:
        with pytest.raises(InvalidValueError, match="indicator must be stated once"):
            BenchmarkRecord(
                organization=Organization(name="Cluster A"),
                interviewed_on=DAY,
                structure="demo",
                answers=answers,
            )

    return refused


def marks(size: int) -> Work:
    text = "a" + "\u0301\u0316" * size
    return lambda: SourceText("about", text).holds("b")


def schema_of(size: int) -> FactSchema:
    last = Is(f"f{size - 1}")
    return FactSchema(
        [
            *(Fact.boolean(f"f{n}", matters_where=last) for n in range(size - 1)),
            Fact.boolean(f"f{size - 1}"),
        ]
    )


def schema(size: int) -> Work:
    return lambda: schema_of(size)


def facts(size: int) -> Work:
    text = wire.dumps(Facts.of(schema_of(size), {f"f{n}": True for n in range(size)}))
    return lambda: wire.loads(text, Facts)


def key_of_long_letters(size: int) -> Work:
    # One letter that stands for eighteen, three spaces among them.
    return lambda: naming.name_key("\ufdfa" * size)


def rejected(size: int) -> Work:
    heading = "Name Comparative portfolio www Label valid until\n"
    rows = (f"Cluster {number} Food industri 2018/05/04" for number in range(size))
    page = heading + "\n".join(rows)
    lines = readers.read_label_register(page, layout=esca.REGISTER_LAYOUT).rejected
    assert "closest is 'Food industry'" in str(lines[0])
    return lambda: list(map(str, lines))


CASES: dict[str, tuple[Callable[[int], Work], int]] = {
    "an ecosystem of 10,000 bodies and 50,000 links": (constructing, 10_000),
    "who is isolated in it": (isolated, 10_000),
    "who may have ended in it": (ended, 10_000),
    "reading it from JSON": (loading, 4_000),
    "20,000 answers, two for each indicator": (answering_twice, 20_000),
    "a text of 80,000 marks": (marks, 40_000),
    "a schema of 20,000 facts": (schema, 20_000),
    "reading 8,000 facts from JSON": (facts, 8_000),
    "the key of 300,000 letters U+FDFA": (key_of_long_letters, 300_000),
    "10,000 rejected lines in words": (rejected, 10_000),
}
every_case = pytest.mark.parametrize("case", CASES)


def seconds(work: Work) -> float:
    gc.collect()
    gc.disable()
    start = process_time()
    work()
    spent = process_time() - start
    gc.enable()
    return spent


@every_case
def test_twice_the_size_costs_about_twice_the_time(
    case: str, benchmark: BenchmarkFixture, race: Race
) -> None:
    make, size = CASES[case]
    half, whole = make(size // 2), make(size)
    # In turns, so that whatever else the machine does falls upon both.
    pairs = [(seconds(half), seconds(whole)) for _ in range(3)]
    less, more = (min(times) for times in zip(*pairs, strict=True))
    race(f"{case}, beside half of it", more, less, target=MOST)
    timed: Any = benchmark
    timed.pedantic(whole, rounds=1)
