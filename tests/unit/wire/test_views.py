"""Views: small, stable, valid by their schemas, each saying what it rests on."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from tests.golden import benchmarks, scores

import icluster
from icluster import Facts, Money, rules, scoring, wire
from icluster.errors import InvalidValueError
from icluster.languages import es
from icluster.reference import CONTEXT, eccp, mexico

DAY = date(2022, 9, 30)
MEXICO = scores.score_of(scores.NATIONAL)
REPORT = rules.check(mexico.FACTSHEET_2022, on=DAY, context=CONTEXT, select=["BUD"])

RESULTS: Mapping[str, Any] = {
    "score": MEXICO,
    "comparison": scoring.compare(mexico.PUBLISHED_2022, MEXICO),
    "readings": scoring.readings(
        mexico.POLICIES_2022, on=DAY, edition=eccp.EDITION_2022
    ),
    "next_steps": scoring.next_steps(eccp.MATURITY_2022, MEXICO.facts),
    "ranking": scoring.rank({"Mexico": MEXICO, **scores.BEFORE}),
    "position": benchmarks.made().position,
    "benchmark_report": benchmarks.made(),
    "checks": REPORT,
    "labels": mexico.BRONZE_LABELS,
}


def seen(kind: str, **more: Any) -> dict[str, Any]:
    on = date(2018, 9, 30) if kind == "labels" else None
    return wire.view(RESULTS[kind], on=on, **more)


def validator(result: object) -> Draft202012Validator:
    return Draft202012Validator(wire.view_schema(type(result)))


@pytest.mark.parametrize("kind", RESULTS)
def test_is_plain_and_valid_by_its_schema_in_both_languages(kind: str) -> None:
    for language in (icluster.words.ENGLISH, es.SPANISH):
        plain = seen(kind, language=language)
        assert plain["kind"] == kind
        assert json.loads(json.dumps(plain)) == plain
        validator(RESULTS[kind]).validate(plain)


@pytest.mark.parametrize("kind", RESULTS)
def test_every_key_is_always_there(kind: str) -> None:
    schema = wire.view_schema(type(RESULTS[kind]))
    for part in (schema, *schema["$defs"].values()):
        assert part.get("required", []) == list(part.get("properties", {}))


@pytest.mark.parametrize("kind", RESULTS)
def test_what_another_language_changes_are_texts_alone(kind: str) -> None:
    english, spanish = seen(kind), seen(kind, language=es.SPANISH)
    assert _bare(english) == _bare(spanish)


_WORDED = {
    *("text", "title", "value", "notes", "cautions", "levels", "level", "group"),
    *("derived_levels", "published_level", "remarks", "remedy", "idle", "not_checked"),
}


def _bare(part: Any) -> Any:
    """Leave out what is worded; a fact's value is a list of plain values."""
    if isinstance(part, dict):
        return {key: _bare(inner) for key, inner in part.items() if key not in _WORDED}
    return [_bare(inner) for inner in part] if isinstance(part, list) else part


@pytest.mark.parametrize("kind", sorted(set(RESULTS) - {"ranking"}))
def test_says_what_it_rests_on(kind: str) -> None:
    basis = seen(kind)["basis"]
    expected = {"subject", "rubric", "edition", "reading", "day", "data", "version"}
    assert set(basis) == expected
    assert basis["version"] == icluster.__version__
    assert basis["day"] == str(date.fromisoformat(basis["day"]))


def test_a_score_says_rubric_edition_reading_day_and_data() -> None:
    basis = seen("score")["basis"]
    assert basis["rubric"] == "maturity_2022"
    assert basis["edition"] == "eccp_2022"
    assert basis["subject"] == "MX"
    assert basis["day"] == "2022-09-30"
    assert [tuple(pair) for pair in basis["reading"]] == list(
        eccp.PUBLISHED_READING.answers
    )
    [source] = basis["data"]
    assert (source["source"], source["published"]) == ("eccp_mx", "2022")


def test_each_rank_says_what_it_rests_on() -> None:
    mexican = next(row for row in seen("ranking")["ranks"] if row["name"] == "Mexico")
    assert mexican["basis"] == seen("score")["basis"]
    assert seen("ranking")["notes"]


# Spanish takes more letters, and two bytes for some of them.
@pytest.mark.parametrize(
    ("language", "most"), [(icluster.words.ENGLISH, 4200), (es.SPANISH, 4800)]
)
def test_a_score_is_small(language: Any, most: int) -> None:
    text = json.dumps(
        seen("score", language=language), ensure_ascii=False, separators=(",", ":")
    )
    assert len(text.encode()) < most
    assert len(wire.dumps(MEXICO)) > 15_000


def test_an_open_score_gives_every_total_and_what_settles_it() -> None:
    facts = Facts.of(eccp.FACTS_2022, monitoring=True)
    open_score = wire.view(scoring.score(eccp.MATURITY_2022, facts))
    total = open_score["total"]
    assert total["total"] is None
    assert (total["lowest"], total["highest"]) == ("1", "8")
    assert total["totals"][0] == "1"
    assert total["totals"][-1] == "8"
    assert "targeted_policy" in open_score["settled_by"]
    assert open_score["basis"]["edition"] is None
    assert open_score["basis"]["reading"] == []


def test_totals_beyond_a_hundred_are_not_listed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    unknown = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
    for count, listed in ((100, True), (101, False)):
        many = tuple(Decimal(number) for number in range(count))
        monkeypatch.setattr(scoring.Score, "totals", many)
        total = wire.view(unknown)["total"]
        assert (total["totals"] is not None) is listed
        assert total["total"] is None
        assert total["text"] == f"0 to {count - 1} ({count} values)"


def test_totals_beyond_counting_are_a_range(monkeypatch: pytest.MonkeyPatch) -> None:
    def too_many(_: object) -> Any:
        raise icluster.errors.TooLargeError("totals", (), 2, 1)

    monkeypatch.setattr(scoring.Score, "totals", property(too_many))
    total = wire.view(scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022)))
    assert total["total"]["totals"] is None
    assert total["total"]["text"] == "0 to 8"


def test_facts_stand_once_and_are_named_by_criteria() -> None:
    view = seen("score")
    facts = [fact["fact"] for fact in view["facts"]]
    assert len(set(facts)) == len(facts)
    named = {fact for criterion in view["criteria"] for fact in criterion["reasons"]}
    assert named == set(facts)


def test_readings_without_entries_rest_on_the_edition() -> None:
    none = scoring.Readings(eccp.EDITION_2022, ())
    view = wire.view(none)
    assert view["readings"] == []
    assert view["basis"]["edition"] == "eccp_2022"
    assert view["basis"]["day"] is None


def test_readings_name_only_what_is_read_otherwise() -> None:
    first, second, *_ = seen("readings")["readings"]
    assert first["differs"] == []
    assert first["totals"] == ["1.5"]
    assert second["differs"] == [["programme_monitoring", "counts"]]


def test_waits_of_a_known_start_have_days() -> None:
    facts = scores.facts_of((mexico.NUEVO_LEON_2022,))
    stated = facts.but({"targeted_policy": True, "established": "over_2_to_10_years"})
    steps = scoring.next_steps(
        eccp.MATURITY_2022,
        stated.with_provenance(
            evolve(
                stated.provenance,
                turns=[
                    (
                        "established",
                        "over_10_years",
                        icluster.dates.Turn(date(2025, 1, 2), date(2026, 1, 1)),
                    )
                ],
            )
        ),
    )
    waits = [wait for step in wire.view(steps)["steps"] for wait in step["waits"]]
    assert {(wait["earliest"], wait["latest"]) for wait in waits} == {
        ("2025-01-02", "2026-01-01")
    }
    unknown = scoring.next_steps(
        eccp.MATURITY_2022, scores.invented(targeted_policy=True).facts
    )
    waits = [wait for step in wire.view(unknown)["steps"] for wait in step["waits"]]
    assert {wait["earliest"] for wait in waits} == {None}


def test_checks_tell_what_was_waived_and_why() -> None:
    finding = REPORT.findings[0]
    waiver = REPORT.waive(finding, reason="asked", until=date(2023, 1, 1))
    idle = rules.Waiver(code="BUD001", about="nothing", reason="x")
    again = rules.check(
        mexico.FACTSHEET_2022,
        on=DAY,
        context=CONTEXT,
        select=["BUD"],
        waivers=[waiver, idle],
    )
    view = wire.view(again)
    [waived] = view["waived"]
    assert waived["reason"] == "asked"
    assert waived["until"] == "2023-01-01"
    assert waived["finding"]["fingerprint"] == finding.fingerprint
    assert len(view["idle"]) == 1
    assert view["basis"]["data"][0]["source"] == "eccp_mx"


def test_a_rule_that_could_not_look_is_told() -> None:
    report = rules.check(
        mexico.FACTSHEET_2022, on=DAY, context=icluster.contexts.Context()
    )
    view = wire.view(report)
    assert view["not_checked"]
    assert not view["is_clean"]


def test_findings_point_into_what_was_written() -> None:
    # PUB005 tells apart what stands at one place.
    report = rules.check(
        mexico.FACTSHEET_2022, on=DAY, context=CONTEXT, ignore=["PUB005"]
    )
    written = wire.to_dict(mexico.FACTSHEET_2022, full=True)
    pointers = [
        pointer
        for finding in wire.view(report)["findings"]
        for pointer in finding["pointers"]
    ]
    assert "/policies/1/budget/annual" in pointers
    for pointer in pointers:
        part = written
        for step in pointer.split("/")[1:]:
            part = part[int(step)] if isinstance(part, list) else part[step]


def test_labels_of_a_day_are_what_holders_may_have() -> None:
    view = seen("labels")
    valid = next(count for count in view["counts"] if count["status"] == "valid")
    assert (valid["at_least"], valid["at_most"]) == (0, 4)
    assert len(view["labels"]) == 35
    assert view["labels"][0]["portfolio"]
    bare = evolve(
        mexico.BRONZE_LABELS,
        source=None,
        awards=[evolve(mexico.BRONZE_LABELS[0], portfolio=icluster.Missing.UNKNOWN)],
    )
    plain = wire.view(bare, on=date(2018, 9, 30))
    assert plain["labels"][0]["portfolio"] is None
    assert plain["basis"]["data"] == []


def test_numbers_of_a_position_are_exact() -> None:
    places = {place["indicator"]: place for place in seen("position")["indicators"]}
    assert places["management_staff"]["exact"] == "5/2"
    assert places["strategy"]["exact"] is None or places["strategy"]["exact"].isdigit()
    assert places["legal_form"]["exact"] is None


def test_a_report_without_points_has_no_quality() -> None:
    report = evolve(benchmarks.made(), quality=None)
    assert wire.view(report)["quality"] is None
    assert seen("benchmark_report")["quality"]["decision"] == "no"


@pytest.mark.parametrize(
    ("result", "more", "message"),
    [
        (Money(amount="5"), {}, "result must be one of BenchmarkReport, "),
        (MEXICO, {"on": DAY}, "on must be left out: the result knows its day"),
        (
            mexico.BRONZE_LABELS,
            {},
            "on must be a datetime.date, as date(2022, 9, 30), got None",
        ),
        (MEXICO, {"language": "es"}, "language must be of type Language"),
    ],
)
def test_refuses_what_has_no_view(
    result: Any, more: Mapping[str, Any], message: str
) -> None:
    with pytest.raises(InvalidValueError) as refused:
        wire.view(result, **more)
    assert str(refused.value).startswith(message)


def test_refuses_a_schema_of_what_has_no_view() -> None:
    with pytest.raises(InvalidValueError, match="result must be one of"):
        wire.view_schema(Money)


DOMAINS = {fact.name: fact.domain for fact in eccp.FACTS_2022.facts}


@settings(max_examples=15)
@given(st.data())
def test_every_score_has_a_view_that_agrees_with_it(data: st.DataObject) -> None:
    stated = {
        name: data.draw(st.sets(st.sampled_from(domain), min_size=1))
        for name, domain in DOMAINS.items()
    }
    score = scoring.score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, stated))
    plain = wire.view(score)
    assert VALID_SCORE.is_valid(plain)
    assert plain["total"]["totals"] == [str(total) for total in score.totals]
    assert [criterion["points"] for criterion in plain["criteria"]] == [
        [str(points) for points in scored.candidates] for scored in score
    ]


VALID_SCORE = validator(MEXICO)
