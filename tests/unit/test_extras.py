"""Rooms that need an extra can be imported without it, and say what is missing."""

from __future__ import annotations

import subprocess
import sys

import pytest

import icluster
from icluster._extras import Extra
from icluster.errors import IClusterError, MissingExtraError

# What a fresh process does where *blocked* cannot be imported: it looks at a room in
# every way that does not call its functions, then calls one of them.
SCRIPT = """
import inspect
import pkgutil
import sys
from importlib import import_module

sys.modules[{blocked!r}] = None

import icluster
from icluster.errors import MissingExtraError

room = getattr(icluster, {room!r})
assert hasattr(icluster, {room!r}) and set(dir(room)) == set(room.__all__)
for name, thing in inspect.getmembers(room):
    if inspect.isfunction(thing):
        inspect.signature(thing), inspect.getdoc(thing), inspect.unwrap(thing)
for info in pkgutil.iter_modules(room.__path__):
    if info.name != "_picture":  # what is missing is the base of its class
        inspect.getmembers(import_module(room.__name__ + "." + info.name))
{arguments}
for name, (args, options) in arguments.items():
    try:
        getattr(room, name)(*args, **options)
    except MissingExtraError as error:
        print(name, error)
"""

FRAMES = """
from datetime import date
from icluster import Facts, scoring
from icluster.reference import eccp, esca

facts = {"A": Facts.of(eccp.FACTS_2022)}
scores = {"A": scoring.score(eccp.MATURITY_2022, facts["A"])}
backend = {"backend": "polars"}
arguments = {
    "score": (([], eccp.MATURITY_2022), {}),
    "label_status": (([], esca.SAME_DAY), {"on": date(2018, 5, 4)}),
    "quartiles": (([], "value"), {"by": ["group"]}),
    "from_facts": ((facts,), backend),
    "from_scores": ((scores,), backend),
    "from_objects": (([icluster.Country("MX")],), backend),
    "to_objects": (([], icluster.Country), {}),
    "from_table": ((scores["A"].table(),), backend),
    "outside": (([], eccp.MATURITY_2022), {}),
    "to_facts": (([], eccp.MATURITY_2022), {}),
    "to_scores": (([], eccp.MATURITY_2022), {}),
}
"""

PLOTS = """
from datetime import date
from icluster import BenchmarkRecord, Organization, benchmarking, rules, scoring
from icluster.reference import CONTEXT, eccp, esca, mexico

on = date(2022, 9, 30)
readings = scoring.readings(mexico.POLICIES_2022, on=on, edition=eccp.EDITION_2022)
cluster, *peers = (
    BenchmarkRecord(
        organization=Organization(name=f"Invented {number}"),
        interviewed_on=on,
        structure="benchmark_36",
        answers={"participants": 10 * number},
    )
    for number in range(1, 7)
)
scores = {"A": readings.entries[0].score}
position = benchmarking.position(cluster, peers=peers, structure=esca.BENCHMARK_36)
arguments = {
    "radar": ((scores,), {}),
    "readings_map": ((readings,), {}),
    "label_timeline": (
        (mexico.BRONZE_LABELS,), {"since": date(2015, 1, 1), "until": on}
    ),
    "peer_strip": ((position,), {}),
    "totals_over_time": ((scoring.over_time({2022: scores}),), {}),
    "rank_ranges": ((scoring.rank(scores),), {}),
    "ranks_by_scenario": ((scoring.leaving_out(scores),), {}),
    "findings_by_rule": (
        (rules.check(mexico.BRONZE_LABELS, on=on, context=CONTEXT),), {}
    ),
    "document": ((scores["A"],), {}),
    "svg": ((None,), {}),
}
"""

# A room: what it needs, what its functions are called with, those that need nothing.
NEEDLESS = {"EVERYTHING", "FEW", "NO", "Part", "YES", "joined"}
ROOMS = {
    "frames": ("narwhals", FRAMES, NEEDLESS),
    "plots": ("matplotlib", PLOTS, {"alternative"}),
}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_without_its_extra_says_so_when_it_is_asked(room: str) -> None:
    blocked, arguments, needless = ROOMS[room]
    script = SCRIPT.format(blocked=blocked, room=room, arguments=arguments)
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, text=True
    )
    message = f"{blocked} is not installed; get it with: pip install 'icluster[{room}]'"
    functions = set(getattr(icluster, room).__all__) - needless
    assert run.stderr == ""
    assert set(run.stdout.splitlines()) == {f"{name} {message}" for name in functions}


def test_what_is_missing_is_an_error_of_ours_and_of_python() -> None:
    missing = Extra("frames", "a_package_that_nobody_has.part")
    with pytest.raises(MissingExtraError) as raised:
        _ = missing.anything
    error = raised.value
    assert (error.extra, error.package) == ("frames", "a_package_that_nobody_has")
    assert isinstance(error, IClusterError)
    assert isinstance(error, ImportError)


def test_whoever_only_looks_needs_no_package() -> None:
    missing = Extra("frames", "a_package_that_nobody_has")
    assert not hasattr(missing, "__wrapped__")


def test_what_is_there_is_found() -> None:
    assert Extra("core", "json").dumps([1]) == "[1]"


WITHOUT_HYPOTHESIS = """
import inspect
import sys

sys.modules["hypothesis"] = sys.modules["hypothesis.strategies"] = None

import icluster
from icluster.errors import MissingExtraError

inspect.getmembers(icluster)
for call in (
    lambda: icluster.testing.strategy_for(icluster.Country),
    icluster.testing.register,
):
    try:
        call()
    except MissingExtraError as error:
        print(error)
"""


def test_strategies_say_that_hypothesis_is_missing() -> None:
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_HYPOTHESIS],
        capture_output=True,
        check=True,
        text=True,
    )
    told = "hypothesis is not installed; get it with: pip install 'icluster[testing]'"
    assert run.stdout.splitlines() == [told, told]


WITHOUT_PYDANTIC = """
import inspect
import sys

sys.modules["pydantic_core"] = None

import icluster
from icluster.errors import MissingExtraError

assert {*dir(icluster.pydantic)} == {"Exchanged", "View"}
inspect.getmembers(icluster.pydantic)
icluster.pydantic.View(icluster.scoring.Score)
try:
    icluster.pydantic.Exchanged().__get_pydantic_core_schema__(icluster.Policy, None)
except MissingExtraError as error:
    print(error)
"""


def test_pydantic_is_missed_when_a_type_is_asked_for() -> None:
    run = subprocess.run(
        [sys.executable, "-c", WITHOUT_PYDANTIC],
        capture_output=True,
        check=False,
        text=True,
    )
    assert run.stderr == ""
    assert run.stdout == (
        "pydantic_core is not installed; "
        "get it with: pip install 'icluster[pydantic]'\n"
    )
