"""A benchmark record among its peers, all invented: what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.golden.layout import headed, listed, whole

from icluster import BenchmarkRecord, Country, Organization, QualityScheme, benchmarking
from icluster.reference import advice, ecei, esca

STRUCTURE = esca.BENCHMARK_36

ANSWERS: Mapping[str, Any] = {
    "organization_age": "7",
    "legal_form": "A.C.",
    "driving_force": "industry",
    "specialization": "80 %",
    "composition": {
        "sme": 30,
        "large_firm": 4,
        "research": 3,
        "education_and_training": 2,
        "public_authority": 1,
        "other": 0,
    },
    "participants": 40,
    "concentration": "0.9",
    "participation_stability": "95 %",
    "governance": 3,
    "stakeholder_roles": 2,
    "management_staff": "2.5",
    "team_qualification": 3,
    "lifelong_learning": "2",
    "strategy": 1,
    "thematic_priorities": ["digital production", "training"],
    "funding_origin": {
        "public": "70 %",
        "participant_fees": "20 %",
        "chargeable_services": "5 %",
        "other_private": "5 %",
    },
    "funding_horizon": 12,
    "annual_budget": "150000 EUR 2015",
    "internal_exchange": 3,
    "internationalization": 1,
    "direct_contacts": "33.3 %",
    "cooperation": "1.5",  # more than all
    "working_groups": 2,
    "innovation_system": 3,
    "visibility": "many",  # no number
    "effect_on_business": 2,
    "satisfaction": 3,
    "fame": 3,  # no indicator
}
LATER: Mapping[str, Any] = {
    **ANSWERS,
    "participants": 46,
    "composition": {**ANSWERS["composition"], "sme": 36},
    "management_staff": "2.25",
    "annual_budget": "160000 EUR 2016",
    "direct_contacts": "50 %",
    "strategy": 2,
    "internal_exchange": 2,
    "cooperation": "0.5",
    "visibility": 25,
    "thematic_priorities": ["training"],
    "driving_force": "research",
    "legal_form": "S.C.",
}


def _read(
    answers: Mapping[str, Any], name: str, on: date, **more: Any
) -> benchmarking.ReadRecord:
    organization = Organization(name=name, country=Country("MX"))
    return benchmarking.read_record(
        answers,
        structure=STRUCTURE,
        organization=organization,
        interviewed_on=on,
        **more,
    )


def _own() -> benchmarking.ReadRecord:
    day = date(2015, 5, 4)
    return _read(ANSWERS, "Invented cluster of tools", day, interviewer="an expert")


def _later() -> benchmarking.ReadRecord:
    return _read(LATER, "Invented cluster of tools", date(2017, 5, 4))


def _peer(number: int) -> BenchmarkRecord:
    answers = {
        "participants": 20 + 6 * number,
        "participation_stability": f"{80 + number} %",
        "management_staff": str(1 + number % 4),
        "strategy": number % 4 + 1,
        "internal_exchange": number % 5,
        "satisfaction": 1 + number % 3,
        "composition": {
            "sme": 15 + 5 * number,
            "large_firm": 2,
            "research": 1 + number % 3,
            "education_and_training": 1,
            "public_authority": 1,
            "other": number % 3,
        },
        "driving_force": ("industry", "research", "public")[number % 3],
        "direct_contacts": f"{45 + 4 * number} %",
        "working_groups": 2 + number % 5,
        "visibility": 5 * number,
        "annual_budget": f"{100 + 7 * number}000 EUR 2015",
    }
    return _read(answers, f"Invented cluster {number}", date(2015, 3, 2)).record


PEERS = tuple(_peer(number) for number in range(1, 13))


def _position(of: Any = None, **more: Any) -> benchmarking.Position:
    record = _own().record
    peers = benchmarking.same_country(record, PEERS)
    return benchmarking.position(of or record, peers=peers, structure=STRUCTURE, **more)


def _quality() -> tuple[benchmarking.QualityDecision, ...]:
    numbers = ecei.GOLD_31.numbers
    scheme = QualityScheme(
        catalogue=ecei.GOLD_31,
        maxima=dict.fromkeys(numbers, 5) | {"5.2": 3, "5.3": 2},
        thresholds=dict.fromkeys(numbers, 2),
    )
    points: dict[str, Any] = dict.fromkeys(numbers, 4) | {
        "5.2": 3,
        "5.3": 2,
        "2.5": 1,
    }
    partly = {number: points[number] for number in numbers[:20]}
    return (
        benchmarking.quality(points, scheme),
        benchmarking.quality(points | {"2.5": 2}, scheme),
        benchmarking.quality(partly, scheme),
        benchmarking.quality({}, scheme),
    )


def faults() -> str:
    return headed(
        {"read": listed(_own().faults), "read later": listed(_later().faults)}
    )


def position() -> str:
    placed = _position()
    few = benchmarking.position(_own().record, peers=PEERS[:3], structure=STRUCTURE)
    return headed(
        {
            "table": whole(placed.table()),
            "exclusive quartiles": whole(
                _position(method=benchmarking.QuantileMethod.EXCLUSIVE).table("B")
            ),
            "three peers": whole(few.table("A")),
            "compositions": whole(placed.compositions()),
            "frequencies": whole(placed.frequencies()),
            "notes": listed(placed.notes),
            "strengths": listed(one.indicator.key for one in placed.strengths()),
            "weaknesses": listed(one.indicator.key for one in placed.weaknesses()),
        }
    )


def quartiles() -> str:
    """Value, quartiles and rank of each indicator, exact and worded."""
    return listed(
        f"{one.indicator.number} {one.indicator.key}: {one.value_text()}; "
        f"{one.quartiles_text() or _why(one)}; "
        f"exact {one.quartiles}; {one.rank}"
        for one in _position().indicators
    )


def _why(one: benchmarking.IndicatorPosition) -> str:
    return str(one.why_no_place(5) or "")


def review() -> str:
    read = _own()
    return headed(
        {
            "as read": whole(benchmarking.review(read, STRUCTURE).table()),
            "without faults": whole(
                benchmarking.review(read.record, STRUCTURE).table()
            ),
            "a peer": whole(benchmarking.review(PEERS[0], STRUCTURE).table()),
        }
    )


def quality() -> str:
    names = ("one missed", "none missed", "partly known", "nothing known")
    return headed(
        {
            name: f"{decision.decision}\n{whole(decision.table())}"
            for name, decision in zip(names, _quality(), strict=True)
        }
    )


def recommendations() -> str:
    return headed(
        {
            name: listed(
                f"{one.indicator.number if one.indicator else 'no indicator'}: "
                f"{one.advice} | serves {', '.join(one.serves) or 'nothing'}; "
                f"{one.gain}"
                for one in benchmarking.recommend(
                    _position(), decision, texts=advice.ADVICE_EN
                )
            )
            for name, decision in (("alone", None), ("with points", _quality()[0]))
        }
    )


def made() -> benchmarking.BenchmarkReport:
    """Return the report of the invented cluster."""
    return benchmarking.report(
        _position(of=_own()), texts=advice.ADVICE_EN, quality=_quality()[0]
    )


def report() -> str:
    return "\n\n\n".join(table.text(width=120) for table in made().tables())


def changes() -> str:
    before, after = _own(), _later()
    return headed(
        {
            "with faults": whole(
                benchmarking.changes(before, after, structure=STRUCTURE).table()
            ),
            "records alone": whole(
                benchmarking.changes(
                    before.record, after.record, structure=STRUCTURE
                ).table()
            ),
        }
    )
