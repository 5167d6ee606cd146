"""An individual benchmark report, from raw answers to recommendations.

Every cluster, answer and point here is invented. The 36 indicators are icluster's
reconstruction; the split of the 150 points and the thresholds are not public, so
this example makes them up too.
"""

from __future__ import annotations

from datetime import date

from icluster import BenchmarkRecord, Country, Organization, QualityScheme
from icluster.benchmarking import (
    position,
    quality,
    read_record,
    report,
    same_country,
)
from icluster.reference import advice, ecei, esca

STRUCTURE = esca.BENCHMARK_36

# What the manager of an invented cluster said, as it was typed in.
ANSWERS = {
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
    "direct_contacts": "40 %",
    "cooperation": "1.5",  # more than all: it is reported, and left out
    "working_groups": 2,
    "innovation_system": 3,
    "visibility": 25,
    "effect_on_business": 2,
    "satisfaction": 3,
}


def invented_peer(number: int) -> BenchmarkRecord:
    """Make up a peer; the numbers follow a simple pattern."""
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
    }
    read = read_record(
        answers,
        structure=STRUCTURE,
        organization=Organization(
            name=f"Invented cluster {number}", country=Country("MX")
        ),
        interviewed_on=date(2015, 3, 2),
    )
    return read.record


def main() -> None:
    read = read_record(
        ANSWERS,
        structure=STRUCTURE,
        organization=Organization(
            name="Invented cluster of tools", country=Country("MX")
        ),
        interviewed_on=date(2015, 5, 4),
        interviewer="an invented expert",
    )
    print("Answers that could not be taken:")
    for fault in read.faults:
        print(f"  {fault}")

    everyone = [invented_peer(number) for number in range(1, 13)]
    peers = same_country(read.record, everyone)
    placed = position(read, peers=peers, structure=STRUCTURE)

    # Invented points: 5 for most, so that they make 150; 2 are needed of each.
    numbers = ecei.GOLD_31.numbers
    maxima = dict.fromkeys(numbers, 5) | {"5.2": 3, "5.3": 2}
    scheme = QualityScheme(
        catalogue=ecei.GOLD_31, maxima=maxima, thresholds=dict.fromkeys(numbers, 2)
    )
    points = dict.fromkeys(numbers, 4) | {"5.2": 3, "5.3": 2, "2.5": 1}
    decision = quality(points, scheme)

    made = report(placed, texts=advice.ADVICE_EN, quality=decision)
    for table in made.tables():
        print(f"\n{table.text(width=120)}")


if __name__ == "__main__":
    main()
