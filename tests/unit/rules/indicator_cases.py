"""Cases of the rules about benchmark records and structures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve
from tests.unit.rules.casework import Case

from icluster.benchmark_records import Answer, BenchmarkRecord
from icluster.dates import PartialDate
from icluster.indicators import IndicatorStatus
from icluster.organizations import Organization
from icluster.reference import esca
from icluster.regions import Country, Region
from icluster.rules import indicators
from icluster.scales import Composition, Counts

THE_INTERVIEW = date(2015, 5, 4)
STRUCTURE = esca.BENCHMARK_36


def record(
    answers: Any = (), structure: str = "benchmark_36", **body: Any
) -> BenchmarkRecord:
    return BenchmarkRecord(
        organization=Organization(name="A", **body),
        interviewed_on=THE_INTERVIEW,
        structure=structure,
        answers=answers,
    )


def aged(years: object, founded: PartialDate) -> BenchmarkRecord:
    return record({"organization_age": years}, founded=founded)


def funded(public: str, fees: str, region: str = "MX-NLE") -> BenchmarkRecord:
    funds = Composition({"public": Decimal(public), "participant_fees": Decimal(fees)})
    return record(
        {"funding_origin": funds}, country=Country("MX"), region=Region(region)
    )


ELSEWHERE = record({"participants": 40}, structure="another")
TYPES = STRUCTURE["composition"].scale
assert isinstance(TYPES, Counts)
COMPOSED = Composition({option.key: 5 for option in TYPES.categories})
FOUNDED = PartialDate(2010, 5, 4)

CASES = (
    Case(
        indicators.answer_off_scale, "answers of the scale", record({"visibility": 0})
    ),
    Case(indicators.answer_off_scale, "the structure is not at hand", ELSEWHERE),
    Case(
        indicators.answer_off_scale,
        "a step too high, and a stray",
        record({"governance": 5, "weather": 1}),
        (
            "answers: governance must be a step from 0 to 4, got 5",
            "answers: weather must be an indicator of benchmark_36, got 1",
        ),
    ),
    Case(
        indicators.sum_differs,
        "the parts make the total",
        record({"participants": 30, "composition": COMPOSED}),
    ),
    Case(
        indicators.sum_differs, "the parts are not known", record({"participants": 3})
    ),
    Case(indicators.sum_differs, "the structure is not at hand", ELSEWHERE),
    Case(
        indicators.sum_differs,
        "one participant more",
        record({"participants": 31, "composition": COMPOSED}),
        ("answers[0].value: participants is stated as 31, but composition gives 30",),
    ),
    Case(
        indicators.derived_differs,
        "as computed",
        record({"participants": 40, "management_staff": 2, "participants_per_fte": 20}),
    ),
    Case(
        indicators.derived_differs,
        "an input is not known",
        record({"participants_per_fte": 20}),
    ),
    Case(indicators.derived_differs, "the structure is not at hand", ELSEWHERE),
    Case(
        indicators.derived_differs,
        "another value",
        record({"participants": 40, "management_staff": 2, "participants_per_fte": 25}),
        (
            "answers[2].value: participants_per_fte is stated as 25, "
            "but participants / management_staff gives 20",
        ),
    ),
    Case(
        indicators.age_against_founding, "the age is not known", record(founded=FOUNDED)
    ),
    Case(
        indicators.age_against_founding,
        "the founding is not known",
        record({"organization_age": 99}),
    ),
    Case(indicators.age_against_founding, "five years to the day", aged(5, FOUNDED)),
    Case(indicators.age_against_founding, "rounded up", aged(6, FOUNDED)),
    Case(
        indicators.age_against_founding,
        "the year of founding allows it",
        aged(4, PartialDate(2010)),
    ),
    Case(
        indicators.age_against_founding,
        "a year too young",
        aged(4, FOUNDED),
        (
            "answers[0].value: A is stated as 4 years old on 2015-05-04, "
            "but was founded in 2010-05-04",
        ),
    ),
    Case(
        indicators.age_against_founding,
        "a year too old",
        aged(7, FOUNDED),
        (
            "answers[0].value: A is stated as 7 years old on 2015-05-04, "
            "but was founded in 2010-05-04",
        ),
    ),
    Case(indicators.counterpart_short, "nothing is known", record()),
    Case(
        indicators.counterpart_short,
        "funds are not known",
        record(country=Country("MX"), region=Region("MX-NLE")),
    ),
    Case(indicators.counterpart_short, "exactly as much", funded("0.5", "0.5")),
    Case(indicators.counterpart_short, "another state", funded("0.6", "0.4", "MX-JAL")),
    Case(
        indicators.counterpart_short,
        "before the policy",
        evolve(funded("0.6", "0.4"), interviewed_on=date(2014, 12, 31)),
    ),
    Case(
        indicators.counterpart_short,
        "a little less",
        funded("0.51", "0.49"),
        (
            "answers[0].value: A: private money makes 49/100, public money 51/100; "
            "Business and Investment Development Strategy 2014-2020; Strategic Plan "
            "for the State of Nuevo León 2015-2030 asks for 1 to 1",
        ),
    ),
    Case(
        indicators.interview_ahead,
        "on the day itself",
        record((Answer("participants", 4, answered_on=THE_INTERVIEW),)),
        on=THE_INTERVIEW,
    ),
    Case(
        indicators.interview_ahead,
        "a day ahead, both",
        record((Answer("participants", 4, answered_on=date(2015, 5, 5)),)),
        (
            "interviewed_on: interviewed on 2015-05-04, after 2015-05-03",
            "answers[0].answered_on: participants stands for 2015-05-05, "
            "after the interview on 2015-05-04",
        ),
        on=date(2015, 5, 3),
    ),
    Case(indicators.served_unlisted, "the reconstruction", STRUCTURE),
    Case(
        indicators.served_unlisted,
        "a number that Gold does not have, and none",
        evolve(
            STRUCTURE,
            sums=(),
            indicators=tuple(
                evolve(each, serves=("9.9",))
                if each.number == "A1"
                else evolve(each, statuses=(IndicatorStatus.ADOPTED,), serves=())
                if each.number == "A2"
                else each
                for each in STRUCTURE.indicators
            ),
        ),
        (
            "indicators[0].serves: A1 age of the cluster organization is to serve "
            "9.9, which no catalogue lists",
            "indicators[1].serves: A2 legal form is to serve "
            "an indicator that is not named, which no catalogue lists",
        ),
    ),
)
