"""Rooms that need an extra can be imported without it, and say what is missing."""

from __future__ import annotations

import subprocess
import sys

import pytest

from icluster._extras import Extra
from icluster.errors import IClusterError, MissingExtraError

# What a fresh process does where *blocked* cannot be imported: it looks at a room in
# every way that does not call its functions, then calls one of them.
SCRIPT = """
import inspect
import sys

sys.modules[{blocked!r}] = None

import icluster
from icluster.errors import MissingExtraError

room = getattr(icluster, {room!r})
assert hasattr(icluster, {room!r}) and set(dir(room)) == set(room.__all__)
for name, thing in inspect.getmembers(room):
    if inspect.isfunction(thing):
        inspect.signature(thing), inspect.getdoc(thing), inspect.unwrap(thing)
for info in room.__path__ and __import__("pkgutil").iter_modules(room.__path__):
    inspect.getmembers(__import__("importlib").import_module(f"{{room.__name__}}.{{info.name}}"))
for name in {functions!r}:
    try:
        {call}
    except MissingExtraError as error:
        print(name, error)
"""

ROOMS = {
    "frames": (
        "narwhals",
        ("score", "label_status", "quartiles", "from_facts", "from_scores"),
        "from icluster.reference import eccp, esca\n"
        "        from datetime import date\n"
        "        from icluster import Facts, scoring\n"
        "        facts = {'A': Facts.of(eccp.FACTS_2022)}\n"
        "        scores = {'A': scoring.score(eccp.MATURITY_2022, facts['A'])}\n"
        "        arguments = {\n"
        "            'score': (([], eccp.MATURITY_2022), {}),\n"
        "            'label_status': (([], esca.SAME_DAY), {'on': date(2018, 5, 4)}),\n"
        "            'quartiles': (([], 'value'), {'by': ['group']}),\n"
        "            'from_facts': ((facts,), {'backend': 'polars'}),\n"
        "            'from_scores': ((scores,), {'backend': 'polars'}),\n"
        "        }\n"
        "        args, options = arguments[name]\n"
        "        getattr(room, name)(*args, **options)",
    ),
}


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_without_its_extra_says_so_when_it_is_asked(room: str) -> None:
    blocked, functions, call = ROOMS[room]
    script = SCRIPT.format(blocked=blocked, room=room, functions=functions, call=call)
    run = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=False, text=True
    )
    message = f"{blocked} is not installed; get it with: pip install 'icluster[{room}]'"
    assert run.stderr == ""
    assert run.stdout.splitlines() == [f"{name} {message}" for name in functions]


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
