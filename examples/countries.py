"""Compare countries and years whose facts are invented, and test the ordering.

Prints who moved and why, the ranking, what it depends on, and the same scores from a
data frame where polars is installed. No country has these facts.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import Any

from icluster import Facts, scoring
from icluster.reference import eccp

WIDTH = 110
NOTHING = dict.fromkeys(eccp.FACTS_2022.names, False) | {
    "established": "within_2_years"
}


def invented(**facts: Any) -> scoring.Score:
    """Score a country that there is not."""
    return scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, NOTHING | facts))


BEFORE = {
    "Country A (invented)": invented(targeted_policy=True, monitoring=True),
    "Country B (invented)": invented(broad_policy=True, ex_ante_evaluation=True),
    "Country C (invented)": invented(sectoral_policy=True, monitoring={True, False}),
}
AFTER = {
    "Country A (invented)": invented(
        targeted_policy=True, established="over_2_to_10_years"
    ),
    "Country B (invented)": invented(
        broad_policy=True, ex_ante_evaluation=True, monitoring=True
    ),
    "Country C (invented)": invented(sectoral_policy=True, monitoring={True, False}),
}


def main() -> None:
    tables = (
        scoring.movements(BEFORE, AFTER).table(),
        scoring.rank(AFTER).table(),
        scoring.leads(AFTER, weights={"scope": ("0.5", 2)}).table(),
        scoring.leaving_out(AFTER).table(),
    )
    print("\n\n\n".join(table.text(width=WIDTH) for table in tables))
    if find_spec("polars") and find_spec("narwhals"):
        print_from_a_frame()


def print_from_a_frame() -> None:
    from icluster import frames

    years = {2021: BEFORE, 2022: AFTER}
    facts = {
        (name, year): score.facts
        for year, scores in years.items()
        for name, score in scores.items()
    }
    frame = frames.from_facts(facts, backend="polars", key=("country", "year"))
    scored = frames.score(frame, eccp.MATURITY_2022, compute=[frames.Part.TOTALS])
    print("\n\nFrom a data frame:")
    for row in scored.iter_rows(named=True):
        ends = f"{row['total_lowest']} to {row['total_highest']}"
        print(f"{row['country']}, {row['year']}: {ends}")


if __name__ == "__main__":
    main()
