"""The published score of Mexico, and what other readings of it give (SPEC 2)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import fields_dict

from icluster import Facts, Missing, Policy, PublishedScore
from icluster.errors import InvalidValueError, UnknownNameError
from icluster.reference import eccp, mexico
from icluster.scoring import (
    Agreement,
    Readings,
    Score,
    compare,
    next_steps,
    read_facts,
    readings,
    score,
)

ON = date(2022, 9, 30)


def derived(**answers: str) -> Score:
    facts = read_facts(
        mexico.POLICIES_2022,
        on=ON,
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING.but(**answers),
    )
    return score(eccp.MATURITY_2022, facts)


def totals(result: Score) -> list[str]:
    return [str(total) for total in result.totals]


@pytest.fixture(scope="module")
def every() -> Readings:
    return readings(mexico.POLICIES_2022, on=ON, edition=eccp.EDITION_2022)


def test_the_published_reading_gives_the_published_points() -> None:
    result = derived()
    assert [str(each.points) for each in result.criteria] == ["0.5", "0", "0.5", "0.5"]
    assert (result.total, result.maximum) == (Decimal("1.5"), Decimal(8))


def test_every_criterion_has_reasons_with_citations() -> None:
    for each in derived().criteria:
        assert each.reasons
        assert all(reason.citations for reason in each.reasons)


def test_the_published_score_agrees_on_all_four() -> None:
    result = compare(mexico.PUBLISHED_2022, derived())
    assert [each.agreement for each in result.criteria] == [Agreement.AGREES] * 4
    assert result.total is Agreement.AGREES
    assert result.agrees
    assert result.sum_published == Decimal("1.5")
    assert result["evidence"].published_level.startswith("Existence of evaluations")
    assert "section 2, maturity table" in str(result["scope"].citations[0])


READINGS = {
    "programmes monitored in general count": (
        {"programme_monitoring": "counts"},
        ["3"],
    ),
    "announced support does not count, and the scale's hole is left": (
        {"announced_support": "ignored"},
        ["1", "1.5"],
    ),
    "a regional policy counts": ({"regional_policy": "counts"}, ["7"]),
    "a regional policy counts from the start of its practice": (
        {"regional_policy": "counts", "policy_start": "practice"},
        ["8"],
    ),
    "an industrial policy is sectoral": ({"industrial_policy": "sectoral"}, ["2"]),
    "the practice changes nothing without the regional policy": (
        {"policy_start": "practice"},
        ["1.5"],
    ),
    "a foreign evaluation does not count": (
        {"foreign_evaluation": "ignored"},
        ["1"],
    ),
}


@pytest.mark.parametrize(("answers", "expected"), READINGS.values(), ids=READINGS)
def test_other_readings_give_what_the_table_says(
    answers: dict[str, str], expected: list[str]
) -> None:
    assert totals(derived(**answers)) == expected


def test_what_is_left_of_unannounced_support_hangs_on_the_gap() -> None:
    result = derived(announced_support="ignored")
    assert result.settled_by == ((), ("instruments.technical_support_only",))
    assert [gap.key for gap in result["instruments"].gaps] == ["technical_support_only"]
    assert "Gap of the scale" in str(result)


NUEVO_LEON = {
    "7 from the stated starting year": ("stated", Decimal(7)),
    "8 from the documented practice": ("practice", Decimal(8)),
}


@pytest.mark.parametrize(("start", "total"), NUEVO_LEON.values(), ids=NUEVO_LEON)
def test_nuevo_leon_by_itself(start: str, total: Decimal) -> None:
    facts = read_facts(
        [mexico.NUEVO_LEON_2022],
        on=ON,
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING.but(
            regional_policy="counts", policy_start=start
        ),
    )
    assert score(eccp.MATURITY_2022, facts).total == total


def test_the_regional_example_is_reported_as_set_aside() -> None:
    asides = derived().facts.provenance.set_aside
    assert [(aside.subject, aside.reason) for aside in asides] == [
        (mexico.NUEVO_LEON_2022.name, "a regional cluster policy is not counted")
    ]
    assert not derived(regional_policy="counts").facts.provenance.set_aside


def test_all_128_readings_by_number_of_choices_that_differ(every: Readings) -> None:
    counts = [len(entry.differs) for entry in every.entries]
    assert counts == sorted(counts)
    assert [counts.count(n) for n in range(8)] == [*(1, 7, 21, 35, 35, 21, 7, 1)]
    assert len({entry.reading for entry in every.entries}) == len(every) == 128
    assert next(iter(every)) == eccp.PUBLISHED_READING


def test_each_reading_says_what_it_reads_otherwise(every: Readings) -> None:
    reading = eccp.PUBLISHED_READING.but(policy_start="practice")
    entry = next(each for each in every.entries if each.reading == reading)
    assert [str(each) for each in entry.differs] == [
        "a documented unbroken practice counts as the start: yes"
    ]
    assert every[reading] is entry.score
    assert every.totals == (
        *map(Decimal, ["0.5", "1", "1.5", "2", "2.5", "3", "3.5", "6", "7", "8"]),
    )


def test_a_reading_that_is_not_there_is_a_missing_key(every: Readings) -> None:
    with pytest.raises(
        KeyError, match=r"Reading\(answers=\(\('policy_start', 'stated'\),\)\)"
    ):
        every[eccp.PUBLISHED_READING.only(["policy_start"])]


def test_readings_print_and_show(every: Readings) -> None:
    assert str(every).startswith("Readings of the same documents")
    assert "nothing (published reading)" in every.table().text()
    assert every._repr_html_().startswith("<div")
    assert every.table(choices=0).records()[0]["total_lowest"] == Decimal("1.5")
    assert every.table().notes == (eccp.MATURITY_2022.caution,)


def test_next_steps_tell_decisions_from_time() -> None:
    steps = next_steps(eccp.MATURITY_2022, derived().facts)
    continuity = steps.for_criterion("continuity")
    assert [(len(s.acts), len(s.waits)) for s in continuity] == [
        (1, 0),
        (1, 1),
        (1, 1),
    ]
    assert not any(step.is_time_alone for step in steps)


def test_time_alone_lifts_nuevo_leon_between_two_days() -> None:
    facts = derived(regional_policy="counts").facts
    (step,) = next_steps(eccp.MATURITY_2022, facts).for_criterion("continuity")
    assert step.is_time_alone
    assert step.waits[0].turn is not None
    assert (step.waits[0].turn.earliest, step.waits[0].turn.latest) == (
        date(2025, 1, 2),
        date(2026, 1, 1),
    )
    assert str(step).endswith("over 10 years (between 2025-01-02 and 2026-01-01)")
    assert step.gain == Decimal(1)


def test_the_total_rises_on_the_day_the_step_names() -> None:
    reading = eccp.PUBLISHED_READING.but(regional_policy="counts")

    def totals_on(day: date) -> list[str]:
        facts = read_facts(
            mexico.POLICIES_2022, on=day, edition=eccp.EDITION_2022, reading=reading
        )
        return totals(score(eccp.MATURITY_2022, facts))

    assert totals_on(date(2025, 1, 1)) == ["7"]
    assert totals_on(date(2025, 1, 2)) == ["7", "8"]
    assert totals_on(date(2025, 12, 31)) == ["7", "8"]
    assert totals_on(date(2026, 1, 1)) == ["8"]


# --- comparisons that do not agree -------------------------------------------------


def make_published(**changes: object) -> PublishedScore:
    parts: dict[str, object] = {
        "subject": "S",
        "rubric": "maturity_2022",
        "points": {"scope": "0.5", "continuity": 0, "evidence": 1, "instruments": 2},
        "total": "3.5",
    }
    return PublishedScore(**(parts | changes))  # type: ignore[arg-type]


def test_what_differs_is_told_criterion_by_criterion() -> None:
    result = compare(make_published(), derived())
    verdicts = [each.agreement for each in result.criteria]
    assert verdicts == [
        Agreement.AGREES,
        Agreement.AGREES,
        Agreement.DIFFERS,
        Agreement.DIFFERS,
    ]
    assert not result.agrees
    assert result.table().records()[3]["agreement"] == "differs"
    assert "not reflect the performance" in str(result)
    assert result._repr_html_().count("<tr>") == 6


def test_a_criterion_not_published_leaves_no_sum() -> None:
    result = compare(make_published(points={"scope": "0.7"}, total="1.5"), derived())
    assert result["evidence"].agreement is Agreement.NOT_PUBLISHED
    assert result["scope"].published_level == ""
    assert result.sum_published is None


def test_an_open_score_makes_it_possible() -> None:
    unknown = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
    result = compare(mexico.PUBLISHED_2022, unknown)
    assert {each.agreement for each in result.criteria} == {Agreement.POSSIBLE}


REFUSED = {
    "another rubric": (make_published(rubric="other"), "published.rubric"),
    "a criterion that there is not": (
        make_published(points={"fame": 1}),
        "published.points",
    ),
}


@pytest.mark.parametrize(("published", "field"), REFUSED.values(), ids=REFUSED)
def test_a_published_score_of_something_else_is_refused(
    published: PublishedScore, field: str
) -> None:
    with pytest.raises(InvalidValueError) as caught:
        compare(published, derived())
    assert caught.value.place == field


def test_the_published_score_tells_its_criteria() -> None:
    assert mexico.PUBLISHED_2022["scope"] == Decimal("0.5")
    with pytest.raises(UnknownNameError, match="no published criterion is called"):
        mexico.PUBLISHED_2022["fame"]


def test_every_field_of_the_policies_is_cited() -> None:
    for policy in mexico.POLICIES_2022:
        cited = {cited.path.partition(".")[0] for cited in policy.citations}
        told = {
            name
            for name in fields_dict(Policy)
            if name not in ("citations", "notes", "industrial", "region")
            and getattr(policy, name) not in (Missing.UNKNOWN, ())
        }
        assert told <= cited


def test_titles_of_levels_are_those_of_the_table_letter_by_letter() -> None:
    printed = [
        [(row.title, row.points) for row in rows.rows]
        for rows in eccp.MATURITY_LAYOUT.criteria
    ]
    assert printed == [
        [(level.title, level.points) for level in criterion.levels]
        for criterion in eccp.MATURITY_2022.criteria
    ]


def test_the_wording_of_the_annex_stands_beside() -> None:
    differing = [
        (level.title, level.description)
        for criterion in eccp.MATURITY_2022.criteria
        for level in criterion.levels
        if level.title.casefold() != level.description.casefold()
    ]
    assert [title for title, _ in differing] == [
        "Broad policy",
        "Sectoral policy",
        "National and/or regional cluster policy",
        "No cluster-specific policy available",
        "Cluster policy established recently",
        "Existence of evaluations of past policies",
    ]
    assert differing[-1][1] == "existence of evaluations of past policies, e.g. ex-ante"


def test_nuevo_leon_without_monitoring_by_the_targets_of_a_law() -> None:
    facts = read_facts(
        [mexico.NUEVO_LEON_2022],
        on=date(2022, 9, 30),
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING.but(
            regional_policy="counts", legal_monitoring="ignored"
        ),
    )
    assert score(eccp.MATURITY_2022, facts).total == Decimal(6)
