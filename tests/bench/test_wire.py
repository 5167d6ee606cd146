"""How long documents and rows take, against plain cattrs and a plain loop."""

from __future__ import annotations

import gc
import subprocess
import sys
import types
import typing
from datetime import date
from decimal import Decimal
from fractions import Fraction
from time import perf_counter
from typing import Any

import cattrs

from icluster import (
    Budget,
    Country,
    History,
    Missing,
    Money,
    PartialDate,
    Policy,
    wire,
)
from icluster.policies import PolicyLevel, PolicyType
from icluster.reference import mexico

POLICY = mexico.NUEVO_LEON_2022


def plain_converter() -> cattrs.Converter:
    """Return cattrs as it is, with the hooks that nobody can do without."""
    converter = cattrs.Converter()
    converter.register_structure_hook(date, lambda text, _: date.fromisoformat(text))
    converter.register_unstructure_hook(date, date.isoformat)
    converter.register_structure_hook(Decimal, lambda text, _: Decimal(text))
    converter.register_structure_hook(Fraction, lambda text, _: Fraction(text))
    converter.register_unstructure_hook(Decimal, str)
    converter.register_unstructure_hook(Fraction, str)

    def union(hint: Any, own: cattrs.Converter) -> Any:
        wanted = [
            each for each in typing.get_args(hint) if each not in (Missing, type(None))
        ]
        hooks = [(own.get_structure_hook(each), each) for each in wanted]
        missing = {member.value: member for member in Missing}

        def read(value: Any, _: Any) -> Any:
            if value is None or (isinstance(value, str) and value in missing):
                return value and missing[value]
            for hook, each in hooks:
                try:
                    return hook(value, each)
                except Exception:  # noqa: BLE001 (that is how it is done)
                    continue
            raise ValueError(value)

        return read

    factory: Any = union
    converter.register_structure_hook_factory(is_union, factory)
    return converter


def is_union(hint: Any) -> bool:
    origin: Any = typing.get_origin(hint)
    return origin is typing.Union or origin is types.UnionType


def ratio(ours: Any, theirs: Any, *, rounds: int = 15, calls: int = 40) -> float:
    """Return how many times as long ours takes; best of several rounds in turn."""
    best = [float("inf"), float("inf")]
    gc.collect()
    for _ in range(rounds):
        for index, act in enumerate((ours, theirs)):
            begin = perf_counter()
            for _ in range(calls):
                act()
            best[index] = min(best[index], perf_counter() - begin)
    return best[0] / best[1]


def test_decoding_is_within_twice_plain_cattrs() -> None:
    plain = plain_converter()
    theirs, ours = plain.unstructure(POLICY), wire.to_dict(POLICY)
    assert plain.structure(theirs, Policy) == wire.from_dict(ours, Policy) == POLICY
    measured = ratio(
        lambda: wire.from_dict(ours, Policy), lambda: plain.structure(theirs, Policy)
    )
    print(f"\ndecoding a policy: {measured:.2f} times plain cattrs")
    assert measured <= 2


def test_encoding_is_within_1_3_times_plain_cattrs() -> None:
    plain = plain_converter()
    measured = ratio(
        lambda: wire.to_dict(POLICY), lambda: plain.unstructure(POLICY), calls=200
    )
    print(f"\nencoding a policy: {measured:.2f} times plain cattrs")
    assert measured <= 1.3


def test_first_use_is_stated() -> None:
    script = (
        "from time import perf_counter as now\n"
        "a = now()\n"
        "from icluster import Policy, wire\n"
        "b = now()\n"
        "plan = dict(name='A', type='broad', level='national', country='MX')\n"
        "wire.to_dict(wire.from_dict(plan, Policy))\n"
        "print(f'import {b - a:.2f} s, first policy in and out {now() - b:.3f} s')\n"
    )
    command = [sys.executable, "-c", script]
    run = subprocess.run(command, capture_output=True, check=True, text=True)
    print(f"\nfirst use of wire: {run.stdout.strip()}")


TYPES = {member.value: member for member in PolicyType}
LEVELS = {member.value: member for member in PolicyLevel}


def loop(rows: list[dict[str, str]]) -> tuple[Policy, ...]:
    return tuple(
        Policy(
            name=row["name"],
            type=TYPES[row["type"]],
            level=LEVELS[row["level"]],
            country=Country(row["country"]),
            history=History(begins=PartialDate.parse(row["begins"])),
            budget=Budget(annual=Money(amount=row["amount"], currency=row["currency"])),
        )
        for row in rows
    )


COLUMNS = {
    "begins": "history.begins",
    "amount": "budget.annual.amount",
    "currency": "budget.annual.currency",
}


def test_100_000_rows_are_within_three_times_a_loop() -> None:
    rows = [
        {
            "name": f"Policy {number}",
            "type": "broad",
            "level": "national",
            "country": "MX",
            "begins": "2015-03-04",
            "amount": "12.5",
            "currency": "MXN",
        }
        for number in range(100_000)
    ]
    begin = perf_counter()
    expected = loop(rows)
    between = perf_counter()
    found = wire.from_records(rows, Policy, columns=COLUMNS)
    end = perf_counter()
    assert found.objects == expected
    measured = (end - between) / (between - begin)
    print(f"\n100,000 rows: {end - between:.1f} s, {measured:.2f} times a plain loop")
    assert measured <= 3
