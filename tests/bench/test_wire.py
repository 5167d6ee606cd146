"""How long documents and rows take, against plain cattrs and a plain loop."""

from __future__ import annotations

import gc
import json
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
import pytest
from tests.bench.conftest import Race
from tests.generated import generated_models

from icluster import (
    Budget,
    Country,
    History,
    LabelRegister,
    Missing,
    Money,
    PartialDate,
    Policy,
    wire,
)
from icluster.policies import PolicyLevel, PolicyType
from icluster.reference import mexico

POLICY = mexico.NUEVO_LEON_2022
ROWS = 10_000


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


def least(
    ours: Any, theirs: Any, *, rounds: int = 15, calls: int = 40
) -> tuple[float, float]:
    """Return the least time of each for one call, in turns."""
    best = [float("inf"), float("inf")]
    gc.collect()
    for _ in range(rounds):
        for index, act in enumerate((ours, theirs)):
            begin = perf_counter()
            for _ in range(calls):
                act()
            best[index] = min(best[index], perf_counter() - begin)
    return best[0] / calls * 1e6, best[1] / calls * 1e6


def test_decoding_is_within_twice_plain_cattrs(race: Race) -> None:
    plain = plain_converter()
    theirs, ours = plain.unstructure(POLICY), wire.to_dict(POLICY)
    assert plain.structure(theirs, Policy) == wire.from_dict(ours, Policy) == POLICY
    times = least(
        lambda: wire.from_dict(ours, Policy), lambda: plain.structure(theirs, Policy)
    )
    race("decoding a policy, beside plain cattrs", *times, target=2, unit="µs")


def test_encoding_is_within_1_3_times_plain_cattrs(race: Race) -> None:
    plain = plain_converter()
    times = least(
        lambda: wire.to_dict(POLICY), lambda: plain.unstructure(POLICY), calls=200
    )
    race("encoding a policy, beside plain cattrs", *times, target=1.3, unit="µs")


def test_a_document_is_read_beside_its_json(race: Race) -> None:
    for noun in (POLICY, mexico.BRONZE_LABELS):
        text, name = wire.dumps(noun), type(noun).__name__
        times = least(
            lambda: wire.loads(text, type(noun)),  # noqa: B023
            lambda: json.loads(text),  # noqa: B023
            calls=10,
        )
        race(f"reading a {name}, beside json alone", *times, target=20, unit="µs")
        times = least(
            lambda: wire.dumps(noun),  # noqa: B023
            lambda: json.dumps(json.loads(text)),  # noqa: B023
            calls=10,
        )
        race(f"writing a {name}, beside json in and out", *times, target=5, unit="µs")


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return pydantic models of the same documents, with the same constraints."""
    generator: Any = pytest.importorskip("datamodel_code_generator")
    kinds = {kind.__name__: kind for kind in (Policy, LabelRegister)}
    return generated_models(generator, kinds, tmp_path_factory.mktemp("models"))


@pytest.mark.filterwarnings("ignore::UserWarning")  # of Decimal defaults, as text
@pytest.mark.parametrize("noun", [POLICY, mexico.BRONZE_LABELS])
def test_documents_are_read_and_written_beside_pydantic(
    race: Race, models: Any, noun: Policy | LabelRegister
) -> None:
    kind = type(noun)
    model = getattr(models, kind.__name__)
    document = wire.to_dict(noun, full=True)
    text = json.dumps(document)
    validated = model.model_validate_json(text)
    assert wire.from_json(text, kind) == noun
    times = least(
        lambda: wire.from_json(text, kind),
        lambda: model.model_validate_json(text),
        calls=10,
    )
    what = f"{kind.__name__} of {len(text) // 1000} kB, beside pydantic models"
    race(f"decoding a {what}", *times, target=6, unit="µs")
    times = least(
        lambda: wire.dumps(noun, full=True), validated.model_dump_json, calls=10
    )
    race(f"encoding a {what}", *times, target=6, unit="µs")


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


def test_rows_are_within_three_times_a_loop(race: Race) -> None:
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
        for number in range(ROWS)
    ]

    def ours() -> tuple[Policy, ...]:
        return wire.from_records(rows, Policy, columns=COLUMNS).objects

    assert ours() == loop(rows)
    times = least(ours, lambda: loop(rows), rounds=2, calls=1)
    race(f"{ROWS:,} rows of policies, beside a plain loop", *times, target=3, unit="µs")
