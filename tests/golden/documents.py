"""Documents as JSON, and their schemas."""

from __future__ import annotations

import json
from typing import Any

from tests.golden import scores
from tests.golden.layout import headed

from icluster import LabelRegister, Policy, rules, wire
from icluster.reference import CONTEXT, eccp, mexico, project

_SCORES = {
    "Mexico": scores.score_of(scores.NATIONAL),
    "Country E": scores.AFTER["Country E"],
}


def policy() -> str:
    return wire.dumps(mexico.NUEVO_LEON_2022, indent=1)


def factsheet() -> str:
    """The factsheet without its policies: one of them is an output of its own."""
    data = wire.to_dict(mexico.FACTSHEET_2022)
    data.pop("policies")
    return json.dumps(data, indent=2, ensure_ascii=False)


def register() -> str:
    """The register in short: its first awards, a line each."""
    data = wire.to_dict(mexico.BRONZE_LABELS)
    awards = data.pop("awards")
    lines = [_short(award) for award in awards[:5]]
    rest = json.dumps(data, indent=2, ensure_ascii=False)
    return headed({"register": rest, "awards": "\n".join(lines)})


def rubric() -> str:
    return wire.dumps(eccp.MATURITY_2022, indent=1)


def score() -> str:
    """Scores without the rubric that each of them carries."""
    parts: dict[str, object] = {}
    for name, one in _SCORES.items():
        data = wire.to_dict(one)
        data.pop("rubric", None)
        parts[name] = json.dumps(data, indent=2, ensure_ascii=False)
    return headed(parts)


def ecosystem() -> str:
    return wire.dumps(project.ICLUSTER, indent=1)


def report() -> str:
    found = rules.check(
        mexico.FACTSHEET_2022, on=scores.THE_DAY, context=CONTEXT, select=["BUD"]
    )
    return wire.dumps(found, indent=2)


def schemas() -> str:
    """The schemas in short: a line a property and a line a definition."""
    kinds: tuple[type, ...] = (Policy, LabelRegister)
    return headed({kind.__name__: _lines(wire.json_schema(kind)) for kind in kinds})


def _lines(schema: dict[str, Any]) -> str:
    lines: list[str] = []
    for key, value in schema.items():
        if isinstance(value, dict):
            lines += (f"{key}.{name}: {_short(part)}" for name, part in value.items())
        else:
            lines.append(f"{key}: {_short(value)}")
    return "\n".join(lines)


def _short(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
