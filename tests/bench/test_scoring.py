"""Speed and size against floors measured in the same run (`make bench` prints them).

Times are the least of several rounds: what else runs on the machine only adds.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from time import process_time
from typing import TYPE_CHECKING, Any, Literal

import pytest
from attrs import frozen
from pydantic import BaseModel, ConfigDict
from tests.bench.conftest import Race

from icluster import Facts
from icluster.reference import eccp
from icluster.scoring import score

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal
    from pathlib import Path

RUBRIC, SCHEMA = eccp.MATURITY_2022, eccp.FACTS_2022
LOOPS = 2_000


def least(*runs: Callable[[], object], rounds: int = 25) -> tuple[float, ...]:
    """Return the least processor time of each run, in seconds; they take turns."""
    for run in runs:
        run()  # whatever is made once is made now
    times = [[_seconds(run) for run in runs] for _ in range(rounds)]
    return tuple(map(min, zip(*times, strict=True)))


def _seconds(run: Callable[[], object]) -> float:
    begin = process_time()
    run()
    return process_time() - begin


def varied(count: int) -> Iterator[dict[str, Any]]:
    """Yield settled facts that differ, the same ones in every run."""
    choose = random.Random(20220930).choice
    for _ in range(count):
        yield {fact.name: choose(fact.domain) for fact in SCHEMA.facts}


READY = [Facts.of(SCHEMA, stated) for stated in varied(LOOPS)]
UNKNOWN = [Facts.of(SCHEMA)] * LOOPS


@frozen
class Floor:
    """The least that a score could be: three fields, looked up and kept."""

    first: object
    second: object
    third: object


TABLE = {facts._bits: facts for facts in READY}
KEYS = [facts._bits for facts in READY]


def make_floor() -> None:
    for key in KEYS:
        Floor(RUBRIC, key, TABLE[key])


def make_scores() -> None:
    for facts in READY:
        score(RUBRIC, facts)


def make_totals() -> None:
    for facts in READY:
        _ = score(RUBRIC, facts).totals


def make_unknown() -> None:
    for facts in UNKNOWN:
        score(RUBRIC, facts)


def make_unknown_totals() -> None:
    for facts in UNKNOWN:
        _ = score(RUBRIC, facts).totals


def make_facts() -> None:
    for stated in STATED:
        Facts.of(SCHEMA, stated)


STATED = list(varied(LOOPS))


class Row(BaseModel):
    """A rival's row of stated facts, checked as strictly as ours."""

    model_config = ConfigDict(strict=True)
    targeted_policy: bool
    sectoral_policy: bool
    broad_policy: bool
    established: Literal["within_2_years", "over_2_to_10_years", "over_10_years"]
    dedicated_financial: bool
    dedicated_technical: bool
    broader_financial: bool
    broader_technical: bool
    ex_ante_evaluation: bool
    interim_evaluation: bool
    ex_post_evaluation: bool
    monitoring: bool


AGES = {"within_2_years": 0.5, "over_2_to_10_years": 1, "over_10_years": 2}


def rival_totals(row: Row) -> tuple[float, ...]:
    """Score as plain code would; the hole of the scale gives two totals."""
    targeted, broader = row.targeted_policy, row.sectoral_policy or row.broad_policy
    total: float = 2 if targeted else 1 if row.sectoral_policy else 0.5 * broader
    if targeted:
        total += AGES[row.established]
    evaluated = row.ex_ante_evaluation or row.interim_evaluation
    if row.monitoring and evaluated:
        total += 2
    elif row.monitoring or row.interim_evaluation:
        total += 1
    elif row.ex_ante_evaluation or row.ex_post_evaluation:
        total += 0.5
    if targeted and (row.dedicated_financial or row.dedicated_technical):
        return (total + 1 + (row.dedicated_financial and row.dedicated_technical),)
    if broader and row.broader_financial:
        return (total + 0.5,)
    if broader and row.broader_technical:
        return (total, total + 0.5)
    return (total,)


def make_totals_of_rows() -> list[tuple[Decimal, ...]]:
    return [score(RUBRIC, Facts.of(SCHEMA, stated)).totals for stated in STATED]


def make_totals_of_models() -> list[tuple[float, ...]]:
    return [rival_totals(Row(**stated)) for stated in STATED]


def test_stated_facts_cost_what_a_model_and_a_loop_cost(race: Race) -> None:
    assert make_totals_of_rows() == make_totals_of_models()
    ours, theirs = least(make_totals_of_rows, make_totals_of_models)
    race(
        "stated facts to totals, beside a pydantic model and a loop",
        *map(microseconds, (ours, theirs)),
        target=1.7,
        unit="µs",
    )


RUNS = {
    "floor: a lookup and an object of three fields": make_floor,
    "a score of ready known facts": make_scores,
    "a score of ready known facts, with its totals": make_totals,
    "a score of wholly unknown facts": make_unknown,
    "a score of wholly unknown facts, with its totals": make_unknown_totals,
    "the building of known facts": make_facts,
}


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_time_of_2000(benchmark: Any, run: Callable[[], None]) -> None:
    benchmark(run)


def microseconds(seconds: float) -> float:
    return seconds / LOOPS * 1e6


def test_a_known_score_takes_at_most_five_floors(race: Race) -> None:
    floor, scores, totals = map(
        microseconds, least(make_floor, make_scores, make_totals)
    )
    what = "beside a lookup and an object of three fields"
    race(f"a score of known facts, {what}", scores, floor, target=5, unit="µs")
    race(f"the same with its totals, {what}", totals, floor, target=5, unit="µs")


def test_an_unknown_score_takes_at_most_twenty_known_ones(race: Race) -> None:
    runs = (make_totals, make_unknown_totals, make_scores, make_unknown)
    known, unknown, scores, unknown_scores = map(microseconds, least(*runs))
    what = "a score of unknown facts, beside one of known facts"
    race(f"{what}, with totals", unknown, known, target=20, unit="µs")
    race(what, unknown_scores, scores, target=20, unit="µs")


KEEPING = """
import resource, sys
from pathlib import Path
from tests.bench.test_scoring import RUBRIC, SCHEMA, STATED, make_totals, score
from icluster import Facts

def resident():
    # Linux hands the peak of the parent down, so there the pages are counted.
    pages = Path("/proc/self/statm")
    if pages.exists():
        return int(pages.read_text().split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

make_totals()
kept = [None] * 1_000_000
before = resident()
for number in range(len(kept)):
    kept[number] = score(RUBRIC, Facts.of(SCHEMA, STATED[number % len(STATED)]))
print((resident() - before) / len(kept))
"""


def test_a_million_scores_take_at_most_200_bytes_each(race: Race) -> None:
    """Measured as the growth of the resident set of a fresh process.

    Each score keeps facts of its own. The list that holds them is there before, but
    its pages are touched only as it is filled: 8 bytes a score are the list's.
    """
    command = [sys.executable, "-c", KEEPING]
    run = subprocess.run(command, capture_output=True, check=True, text=True)
    size = float(run.stdout)
    race("a score with facts of its own, of a million", size, 200, target=1, unit="B")


# --- imports -----------------------------------------------------------------------

TIMED = (
    "from time import process_time; begin = process_time(); {}; "
    "print(process_time() - begin)"
)
TOUCH = "import icluster; [getattr(icluster, noun) for noun in icluster.__all__]"


def import_time(statement: str, bytecode: str, rounds: int = 10) -> float:
    """Return the least time of a *statement* in fresh interpreters, in seconds.

    It is processor time, and everything is compiled before, as it is once installed.
    """
    command = [sys.executable, "-c", TIMED.format(statement)]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": bytecode}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    runs = (
        subprocess.run(
            command, capture_output=True, check=True, text=True, env=environment
        )
        for _ in range(rounds)
    )
    return min(float(run.stdout) for run in runs)


IMPORTS = {
    "import icluster": 0.2,
    "import icluster.scoring": 5,
    "import icluster.wire": 10,
    TOUCH: 6,
}


def test_importing_costs_little(race: Race, tmp_path: Path) -> None:
    floor = 1e3 * import_time("import attrs", str(tmp_path))
    for statement, target in IMPORTS.items():
        taken = 1e3 * import_time(statement, str(tmp_path))
        what = "every noun touched" if statement is TOUCH else statement
        race(f"{what}, beside attrs", taken, floor, target=target, unit="ms")
