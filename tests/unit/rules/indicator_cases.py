"""Cases of the rules about benchmark records and structures."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

from attrs import evolve
from tests.unit.rules.casework import Case, Mender

from icluster.benchmark_records import Answer, BenchmarkRecord
from icluster.contexts import Context
from icluster.dates import PartialDate
from icluster.money import Money
from icluster.organizations import Organization
from icluster.reference import esca
from icluster.regions import Country, Region
from icluster.rules import indicators
from icluster.scales import Composition, Counts
from icluster.vocabularies import Missing, Other

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


def evolve_part(whole: Composition, key: str, number: Any) -> Composition:
    return Composition({**dict(whole.parts), key: number})


def aged(years: object, founded: PartialDate) -> BenchmarkRecord:
    return record({"organization_age": years}, founded=founded)


def loaded(stated: str) -> BenchmarkRecord:
    load = {"participants": 41, "management_staff": 3}
    return record({**load, "participants_per_fte": Decimal(stated)})


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

OFF_SCALE = (
    "answers[0].value: governance must be a step from 0 to 4, got 2.5",
    "answers[1].value: concentration must be from 0 to 1, got 4/3",
    "answers[2].value: composition['sme'] must be whole, got 2.5",
    "answers[3].value: participants must be a whole number, got 'many'",
    "answers[4].value: strategy must be a step from 0 to 4, got 'a draft'",
    "answers[5].value: working_groups must be a whole number, got ['a', 'b']",
    "answers[6].value: visibility must be a whole number, got {'press': 0.5}",
    "answers[7].value: annual_budget.amount must be 0 or more, got -5",
    "answers[8].value: thematic_priorities[1] must be named once, got 'water'",
)

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
            "answers[0].value: governance must be a step from 0 to 4, got 5",
            "answers[1].indicator: benchmark_36 has no indicator weather",
        ),
    ),
    Case(
        indicators.answer_off_scale,
        "numbers, texts and parts of every kind: numbers in digits, texts in quotes",
        record(
            {
                "governance": Decimal("2.5"),
                "concentration": Fraction(4, 3),
                "composition": evolve_part(COMPOSED, "sme", Decimal("2.5")),
                "participants": "many",
                "strategy": Other("a draft"),
                "working_groups": ("a", Other("b")),
                "visibility": Composition({"press": Decimal("0.5")}),
                "annual_budget": Money(amount=-5, currency="EUR", year=2015),
                "thematic_priorities": (Other("water"), Other("water")),
                "organization_age": Missing.UNKNOWN,
            }
        ),
        OFF_SCALE,
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
        "rounded to two decimals",
        loaded("13.67"),
    ),
    Case(indicators.derived_differs, "rounded to one decimal", loaded("13.7")),
    Case(indicators.derived_differs, "rounded to none", loaded("14")),
    Case(
        indicators.derived_differs,
        "cut off instead of rounded",
        loaded("13.66"),
        (
            "answers[2].value: participants_per_fte is stated as 13.66, "
            "but participants / management_staff gives ≈ 13.67",
        ),
    ),
    Case(
        indicators.derived_differs,
        "there is nothing to divide by",
        record({"participants": 40, "management_staff": 0, "participants_per_fte": 0}),
        (
            "answers[2].value: participants_per_fte is stated as 0, "
            "but participants / management_staff gives no number",
        ),
    ),
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
            "but was founded on 2010-05-04",
        ),
    ),
    Case(
        indicators.age_against_founding,
        "a year too old",
        aged(7, FOUNDED),
        (
            "answers[0].value: A is stated as 7 years old on 2015-05-04, "
            "but was founded on 2010-05-04",
        ),
    ),
    Case(
        indicators.age_against_founding,
        "older than it is, like the body that it continues",
        record({"organization_age": 7}, founded=FOUNDED, predecessors=("b",)),
    ),
    Case(
        indicators.age_against_founding,
        "founded after the interview, which is another rule's",
        aged(4, PartialDate(2015, 5, 5)),
    ),
    Case(
        indicators.age_against_founding,
        "too young, whatever it continues",
        record({"organization_age": 4}, founded=FOUNDED, predecessors=("b",)),
        (
            "answers[0].value: A is stated as 4 years old on 2015-05-04, "
            "but was founded on 2010-05-04",
        ),
    ),
    Case(
        indicators.age_against_founding,
        "too old for its year",
        aged(7, PartialDate(2010)),
        (
            "answers[0].value: A is stated as 7 years old on 2015-05-04, "
            "but was founded in 2010",
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
            "answers[0].value: A: private money makes 49 %, public money 51 %; "
            "Strategic Plan "
            "for the State of Nuevo León 2015-2030 asks for 1 to 1",
        ),
    ),
    Case(
        indicators.interview_out_of_time,
        "on the day itself",
        record((Answer("participants", 4, answered_on=THE_INTERVIEW),)),
        on=THE_INTERVIEW,
    ),
    Case(
        indicators.interview_out_of_time,
        "on the day of founding, and on that of the end",
        record(founded=PartialDate(2015, 5, 4), dissolved=PartialDate(2015, 5, 4)),
    ),
    Case(
        indicators.interview_out_of_time,
        "in the year of founding and of the end",
        record(founded=PartialDate(2015), dissolved=PartialDate(2015)),
    ),
    Case(
        indicators.interview_out_of_time,
        "a day before it was founded",
        record(founded=PartialDate(2015, 5, 5)),
        (
            "interviewed_on: interviewed on 2015-05-04, "
            "before A was founded on 2015-05-05",
        ),
    ),
    Case(
        indicators.interview_out_of_time,
        "in the month after it ended",
        record(dissolved=PartialDate(2015, 4)),
        ("interviewed_on: interviewed on 2015-05-04, after A ended in 2015-04",),
    ),
    Case(
        indicators.interview_out_of_time,
        "an answer for the day after; the day of the check does not matter",
        record((Answer("participants", 4, answered_on=date(2015, 5, 5)),)),
        (
            "answers[0].answered_on: participants stands for 2015-05-05, "
            "after the interview on 2015-05-04",
        ),
        on=date(2015, 5, 3),
    ),
)


# --- as they look once somebody did what the finding asks for ---


def _without_answers(*keys: str) -> Mender:
    return lambda r, _, __: evolve(
        r, answers=[each for each in r.answers if each.indicator not in keys]
    )


def _without_any_answer(
    record: BenchmarkRecord, on: date, context: Context
) -> BenchmarkRecord:
    return evolve(record, answers=())


def _paid_by_fees(
    record: BenchmarkRecord, on: date, context: Context
) -> BenchmarkRecord:
    paid = Composition({"participant_fees": 1})
    return evolve(
        record,
        answers=[
            evolve(each, value=paid) if each.indicator == "funding_origin" else each
            for each in record.answers
        ],
    )


def _asked_in_time(
    record: BenchmarkRecord, on: date, context: Context
) -> BenchmarkRecord:
    body = evolve(
        record.organization, founded=Missing.UNKNOWN, dissolved=Missing.UNKNOWN
    )
    return evolve(
        record,
        interviewed_on=min(on, record.interviewed_on),
        organization=body,
        answers=[evolve(each, answered_on=None) for each in record.answers],
    )


MENDERS: dict[str, Mender] = {
    "IND001": _without_any_answer,
    "IND002": _without_answers("participants"),
    "IND003": _without_answers("participants_per_fte", "private_share"),
    "IND004": _without_answers("organization_age"),
    "IND005": _paid_by_fees,
    "IND006": _asked_in_time,
}
