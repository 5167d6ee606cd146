"""Data frames: names and kinds of columns, and their rows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.engines import pandas, polars
from tests.golden import scores
from tests.golden.layout import headed

from icluster import Policy, frames
from icluster.reference import eccp, esca, mexico

RUBRIC = eccp.MATURITY_2022
BY_YEAR = {
    (name, year): score.facts
    for year, everyone in ((2021, scores.BEFORE), (2022, scores.AFTER))
    for name, score in everyone.items()
}


def _shown(frame: Any) -> str:
    """Return a polars frame: a line for the columns, a line a row."""
    return "\n".join([_columns(frame), *map(repr, frame.rows())])


def _columns(frame: Any) -> str:
    return "; ".join(f"{name}: {kind}" for name, kind in frame.schema.items())


def facts() -> str:
    by_name = {name: score.facts for name, score in scores.BEFORE.items()}
    return headed(
        {
            "by country and year": _shown(
                frames.from_facts(BY_YEAR, backend="polars", key=("country", "year"))
            ),
            "by name": _shown(frames.from_facts(by_name, backend="polars")),
            "by name, pandas": frames.from_facts(by_name, backend="pandas").dtypes,
        }
    )


def scored() -> str:
    frame = frames.from_facts(BY_YEAR, backend="polars", key=("country", "year"))
    keys = ["country", "year"]
    asked: Mapping[str, Mapping[str, Any]] = {
        "everything, exact": {"compute": frames.EVERYTHING, "units": True},
        "by default": {},
        "prefixed": {"compute": [frames.Part.TOTALS], "prefix": "eccp_"},
    }
    added: dict[str, object] = {}
    for name, how in asked.items():
        found = frames.score(frame, RUBRIC, **how)
        wanted = [*keys, *(one for one in found.columns if one not in frame.columns)]
        added[name] = _shown(found.select(wanted))
    return headed(added)


def objects() -> str:
    columns = frames.from_objects(mexico.POLICIES_2022, backend="polars")
    awards = frames.from_objects(mexico.BRONZE_LABELS.awards[:3], backend="polars")
    back = frames.to_objects(columns, Policy) == mexico.POLICIES_2022
    return headed(
        {
            "policies": _columns(columns),
            "awards": _columns(awards),
            "an award": awards.rows()[0],
            "policies come back": back,
            "scores": _shown(frames.from_scores(scores.BEFORE, backend="polars")),
            "scores, exact": _shown(
                frames.from_scores(scores.BEFORE, backend="polars", units=True)
            ),
        }
    )


def labels() -> str:
    frame = polars.DataFrame(
        {
            "tier": ["bronze", "bronze", "silver", "gold", "bronze"],
            "valid_until": [
                date(2018, 10, 18),
                date(2015, 1, 1),
                date(2018, 10, 18),
                None,
                date(2018, 9, 29),
            ],
            "begins_first": [date(2016, 10, 18), None, None, None, None],
            "begins_last": [date(2016, 10, 31), None, None, None, None],
        }
    )
    return headed(
        {
            str(day): _shown(frames.label_status(frame, esca.END_OF_MONTH, on=day))
            for day in (date(2016, 10, 20), date(2018, 9, 30))
        }
    )


def quartiles() -> str:
    rows = {"group": list("aaaaaabbb"), "value": [1, 2, 2, 5, 9, 10, 3, 4, None]}
    return headed(
        {
            "polars": _shown(
                frames.quartiles(polars.DataFrame(rows), "value", by=["group"])
            ),
            "pandas, three are enough": frames.quartiles(
                pandas.DataFrame(rows), "value", by=["group"], minimum=2
            ).to_string(),
        }
    )
