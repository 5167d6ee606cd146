"""Frozen documents of every version of the format stay readable, for good.

A file is never edited. Where the format changes, its version rises, and a new
folder of samples joins the old ones.
"""

from __future__ import annotations

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
    # What is read and written again is what was read.
    assert wire.dumps(noun, indent=1) + "\n" == text


def test_every_sample_is_looked_at() -> None:
    assert {path.stem for path in (HERE / "v1").iterdir()} == set(NOUNS)
