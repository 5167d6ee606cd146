"""Frozen documents of every version of the format stay readable, for good.

A file is never edited. A field that joins a noun and has a default changes nothing for
who reads; where the format changes, its version rises, and a new folder of samples
joins the old ones.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from icluster import Facts, Policy, PublishedScore, Region, Rubric, Table, scoring, wire
from icluster.labels import LabelRegister
from icluster.reference import eccp, mexico

HERE = Path(__file__).parent / "samples"
UNKNOWN = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, monitoring=True))

NOUNS: dict[str, tuple[type, object]] = {
    "policy": (Policy, mexico.NUEVO_LEON_2022),
    "published_score": (PublishedScore, mexico.PUBLISHED_2022),
    "register": (LabelRegister, mexico.BRONZE_LABELS),
    "region": (Region, Region("MX-NLE")),
    "rubric": (Rubric, eccp.MATURITY_2022),
    "score": (scoring.Score, UNKNOWN),
    "table": (Table, UNKNOWN.table()),
}


@pytest.mark.parametrize("name", NOUNS)
def test_version_1_is_read(name: str) -> None:
    text = (HERE / "v1" / f"{name}.json").read_text("utf-8")
    kind: Any = NOUNS[name][0]
    noun = wire.loads(text, kind)
    assert type(noun) is kind
    # What is read and written again is what was read, and fields that have joined.
    assert _holds(json.loads(wire.dumps(noun, full=True)), json.loads(text))


def _holds(written: Any, read: Any) -> bool:
    if isinstance(read, dict):
        return all(key in written and _holds(written[key], read[key]) for key in read)
    if isinstance(read, list):
        return len(written) == len(read) and all(map(_holds, written, read))
    return bool(written == read)


def test_every_sample_is_looked_at() -> None:
    assert {path.stem for path in (HERE / "v1").iterdir()} == set(NOUNS)
