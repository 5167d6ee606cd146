"""Labels: status and reading, held against floors measured in the same run.

The floor of the status is one comparison of two dates. The floor of reading is a
loop that matches one regular expression a line and constructs the same award.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable
from datetime import date, timedelta
from time import perf_counter
from typing import Any

from attrs import evolve
from tests.bench.conftest import Race

from icluster.dates import PartialDate
from icluster.labels import LabelAward, LabelRegister, LabelTier
from icluster.organizations import Organization, OrganizationKind
from icluster.readers import read_label_register, read_maturity_table
from icluster.reference import eccp, esca
from icluster.regions import Country
from icluster.sources import Cited, Source

LINES = 100_000
AWARDS = 1_000_000
HEADER = "Name Comparative portfolio www Label valid until\n"
SOURCE = Source(key="made_up", title="Made up", publisher="Nobody")
MEXICO = Country("MX")
DAY = date(2018, 1, 1)
ROW = re.compile(r"(.+) (ICT|Food industry) (\d{4})/(\d\d)/(\d\d)")


def page(lines: int) -> str:
    rows = (
        f"Cluster number {number} ICT 20{number % 30 + 10}/05/{number % 28 + 1:02}"
        for number in range(lines)
    )
    return HEADER + "\n".join(rows)


def fastest(work: Callable[[], object], *, rounds: int = 3) -> float:
    """Return the least time; as in `timeit`, the collector is kept out of it."""
    times = []
    for _ in range(rounds):
        gc.collect()
        gc.disable()
        begun = perf_counter()
        work()
        times.append(perf_counter() - begun)
        gc.enable()
    return min(times)


def loop(text: str) -> list[LabelAward]:
    """The floor: one regular expression a line, and the award."""
    portfolios = {each.title: each for each in esca.PORTFOLIOS}
    found = []
    for number, line in enumerate(text.split("\n")[1:], 1):
        match = ROW.fullmatch(line)
        assert match is not None
        name, portfolio, year, month, day = match.groups()
        row = SOURCE.at(f"table, row {number}")
        found.append(
            LabelAward(
                holder=Organization(
                    name=name,
                    kind=OrganizationKind.CLUSTER_ORGANIZATION,
                    country=MEXICO,
                ),
                tier=LabelTier.BRONZE,
                portfolio=portfolios[portfolio],
                valid_until=date(int(year), int(month), int(day)),
                citations=tuple(
                    Cited(name, row) for name in ("holder", "portfolio", "valid_until")
                ),
            )
        )
    return found


def read(text: str) -> Any:
    return read_label_register(
        text, layout=esca.REGISTER_LAYOUT, source=SOURCE, country=MEXICO
    )


def test_reading_is_at_least_half_as_fast_as_a_plain_loop(race: Race) -> None:
    text = page(LINES)
    reading = read(text)
    assert (len(reading.awards), reading.rejected) == (LINES, ())
    del reading
    times = fastest(lambda: read(text), rounds=2), fastest(lambda: loop(text), rounds=2)
    race(f"reading {LINES:,} lines, beside a plain loop", *times, target=2)


def test_status_is_at_least_a_tenth_as_fast_as_comparing_dates(
    benchmark: Any, race: Race
) -> None:
    kinds = [
        LabelAward(
            holder=Organization(name="Cluster A"),
            tier=LabelTier.BRONZE,
            valid_until=DAY + timedelta(days=days),
            awarded=awarded,
        )
        for days in range(-590, 610)
        for awarded in (PartialDate(2016), PartialDate(2016, 5, 17))
    ]
    kinds += [
        LabelAward(
            holder=award.holder, tier=LabelTier.BRONZE, valid_until=award.valid_until
        )
        for award in kinds
    ]
    kinds = [
        evolve(award, holder=Organization(name=f"Cluster {number}"))
        for number, award in enumerate(kinds)
    ]
    register = LabelRegister(awards=kinds, editions=esca.SCHEME.editions)
    times = AWARDS // len(register)
    ends = [award.valid_until for award in register]

    def compare() -> None:
        for _ in range(times):
            [end < DAY for end in ends]

    def ask() -> None:
        for _ in range(times):
            register.statuses(on=DAY)

    floor = fastest(compare)
    benchmark.pedantic(ask, rounds=3)
    what = f"statuses of {times * len(ends):,} awards, beside comparing dates"
    race(what, benchmark.stats.stats.min, floor, target=10)


def test_reading_takes_time_linear_in_its_text(race: Race) -> None:
    shapes: dict[str, Callable[[int], str]] = {
        "lines": lambda size: page(size // 40),
        "a line of digits and slashes": lambda size: HEADER + "2018/05/" * (size // 8),
        "a line of spaces": lambda size: HEADER + "A" + " " * size + "2018/05/04",
        "a line of accents": lambda size: HEADER + "u\u0301" * (size // 2),
        "a line of marks": lambda size: HEADER + "a" + "\u0301\u0316" * (size // 2),
        "a line of portfolios": lambda size: (
            HEADER + "ICT " * (size // 4) + "2018/05/04"
        ),
        "lines without dates": lambda size: HEADER + "A\n" * (size // 2),
        "lines behind gaps": lambda size: (
            HEADER + "A ICT 2018/05/04\n\nA" * (size // 18)
        ),
        "headings": lambda size: HEADER * (size // len(HEADER)),
    }
    for shape, make in shapes.items():
        small, large = make(200_000), make(800_000)
        whole, quarter = (fastest(lambda: read(text)) for text in (large, small))  # noqa: B023
        race(f"reading {shape}, beside a quarter", whole, quarter, target=8)


def test_a_maturity_table_is_read_in_linear_time(race: Race) -> None:
    heading = "Utopia MATURITY ASSESSMENT Max score Actual score\nPOLICY SCOPE "
    for filler in ("Broad policy 0,5 ", "0,5 ", "Broad policy\n", "TOTAL\t"):
        times = []
        for size in (200_000, 800_000):
            text = heading + filler * (size // len(filler))
            times.append(
                fastest(
                    lambda: read_maturity_table(text, layout=eccp.MATURITY_LAYOUT)  # noqa: B023
                )
            )
        what = f"reading {filler.strip()!r} again and again, beside a quarter"
        race(what, times[1], times[0], target=8)
