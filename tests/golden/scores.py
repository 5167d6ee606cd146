"""Scores of Mexico and of invented countries, and all that is said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from tests.golden.layout import headed, listed, whole

from icluster import Facts, Policy, scoring
from icluster.reference import eccp, mexico

THE_DAY = date(2022, 9, 30)
RUBRIC = eccp.MATURITY_2022
EDITION = eccp.EDITION_2022

NATIONAL = mexico.POLICIES_2022
NUEVO_LEON = (mexico.NUEVO_LEON_2022,)


def facts_of(policies: Iterable[Policy], on: date = THE_DAY) -> Facts:
    """Return the facts as the published reading has them."""
    return scoring.read_facts(
        policies, on=on, edition=EDITION, reading=eccp.PUBLISHED_READING
    )


def score_of(policies: Iterable[Policy], on: date = THE_DAY) -> scoring.Score:
    return scoring.score(RUBRIC, facts_of(policies, on))


_NOTHING = dict.fromkeys(eccp.FACTS_2022.names, False) | {
    "established": "within_2_years"
}


def invented(**facts: Any) -> scoring.Score:
    """Score a country that there is not."""
    return scoring.score(RUBRIC, Facts.of(eccp.FACTS_2022, _NOTHING | facts))


# No country has these facts; C and D leave something open.
BEFORE: Mapping[str, scoring.Score] = {
    "Country A": invented(targeted_policy=True, monitoring=True),
    "Country B": invented(broad_policy=True, ex_ante_evaluation=True),
    "Country C": invented(sectoral_policy=True, monitoring={True, False}),
    "Country D": scoring.score(RUBRIC, Facts.of(eccp.FACTS_2022, monitoring=True)),
}
AFTER: Mapping[str, scoring.Score] = {
    "Country A": invented(targeted_policy=True, established="over_2_to_10_years"),
    "Country B": invented(broad_policy=True, ex_ante_evaluation=True, monitoring=True),
    "Country C": invented(sectoral_policy=True, monitoring={True, False}),
    "Country E": invented(broad_policy=True, broader_technical=True),
}


def readings() -> str:
    days = (THE_DAY, date(2018, 6, 1))
    return headed(
        {
            f"{name}, {day}": whole(
                scoring.readings(policies, on=day, edition=EDITION).table()
            )
            for name, policies in (("Mexico", NATIONAL), ("Nuevo León", NUEVO_LEON))
            for day in days
        }
    )


def each_reading() -> str:
    """Every reading of Mexico with its answers and totals."""
    found = scoring.readings(NATIONAL, on=THE_DAY, edition=EDITION)
    return listed(
        f"{', '.join(f'{key}={answer}' for key, answer in entry.reading.answers)}: "
        f"{' or '.join(map(str, entry.score.totals))}"
        for entry in found.entries
    )


def scores() -> str:
    return headed(
        {
            "Mexico": whole(score_of(NATIONAL).table()),
            "Mexico, 110 wide": score_of(NATIONAL).table().text(width=110),
            "Nuevo León": whole(score_of(NUEVO_LEON).table()),
            "Mexico in 2018": whole(score_of(NATIONAL, date(2018, 6, 1)).table()),
            "facts open": whole(BEFORE["Country C"].table()),
            "a gap open": whole(AFTER["Country E"].table()),
            "nothing known": whole(
                scoring.score(RUBRIC, Facts.of(eccp.FACTS_2022)).table()
            ),
        }
    )


def score_parts() -> str:
    """The attributes of scores, settled and open."""
    return headed(
        {
            name: listed(
                (
                    f"totals: {' '.join(map(str, score.totals))}",
                    f"lowest: {score.lowest}",
                    f"highest: {score.highest}",
                    f"maximum: {score.maximum}",
                    f"is settled: {score.is_settled}",
                    f"settled by: {score.settled_by}",
                    *(f"{one.criterion.key}: {one}" for one in score.criteria),
                    *(
                        f"{one.criterion.key}, reason: {reason} "
                        f"[{'; '.join(map(str, reason.citations))}]"
                        for one in score.criteria
                        for reason in one.reasons
                    ),
                )
            )
            for name, score in {"Mexico": score_of(NATIONAL), **BEFORE}.items()
        }
    )


def comparison() -> str:
    compared = scoring.compare(mexico.PUBLISHED_2022, score_of(NATIONAL))
    open_score = scoring.score(RUBRIC, Facts.of(eccp.FACTS_2022, monitoring=True))
    return headed(
        {
            "as published": whole(compared.table()),
            "with facts open": whole(
                scoring.compare(mexico.PUBLISHED_2022, open_score).table()
            ),
            "with other facts": whole(
                scoring.compare(mexico.PUBLISHED_2022, AFTER["Country A"]).table()
            ),
        }
    )


def next_steps() -> str:
    everyone = {
        "Mexico": facts_of(NATIONAL),
        "Nuevo León": facts_of(NUEVO_LEON),
        **{name: score.facts for name, score in BEFORE.items()},
    }
    return headed(
        {
            name: whole(scoring.next_steps(RUBRIC, facts).table())
            for name, facts in everyone.items()
        }
    )


def audit() -> str:
    found = scoring.audit(RUBRIC)
    return headed({"table": whole(found.table()), "passes": found.passes})


def rankings() -> str:
    return headed(
        {
            "before": whole(scoring.rank(BEFORE).table()),
            "after": whole(scoring.rank(AFTER).table()),
            "leads": whole(scoring.leads(AFTER).table()),
            "leads, weighted": whole(
                scoring.leads(AFTER, weights={"scope": ("0.5", 2)}).table()
            ),
            "leaving out": whole(
                scoring.leaving_out(AFTER).table(),
                scoring.leaving_out(AFTER).totals_table(),
            ),
            "shares ahead": listed(
                f"{one} ahead of {other}: {scoring.share_ahead(BEFORE[one], score)}"
                for one in BEFORE
                for other, score in BEFORE.items()
                if one != other
            ),
        }
    )


def scenarios() -> str:
    policies = {"Mexico": NATIONAL, "Nuevo León": NUEVO_LEON}
    days = scoring.by_day(
        policies,
        days=[date(2014, 1, 1), date(2018, 6, 1), THE_DAY],
        edition=EDITION,
        reading=eccp.PUBLISHED_READING,
    )
    by_reading = scoring.by_reading(policies, on=THE_DAY, edition=EDITION)
    return headed(
        {
            "by day": whole(days.table(), days.totals_table()),
            "by reading": whole(by_reading.table()),
            "by reading, totals": listed(
                dict(row) for row in by_reading.totals_table().records()[:20]
            ),
            "by reading, notes": listed(by_reading.totals_table().notes),
        }
    )


def movements() -> str:
    found = scoring.movements(BEFORE, AFTER)
    change = scoring.difference(BEFORE["Country A"], AFTER["Country A"])
    return headed(
        {
            "movements": whole(found.table()),
            "over time": whole(
                scoring.over_time({2021: BEFORE, 2022: AFTER, 2023: AFTER}).table()
            ),
            "difference": listed(
                (
                    change.movement,
                    *(
                        f"{one.criterion.key}: {one.movement}; "
                        f"{'; '.join(map(str, one.why))}"
                        for one in change.criteria
                    ),
                )
            ),
        }
    )
