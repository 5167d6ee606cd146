"""Scores: candidates, what settles them, reasons, bad calls, the explanation."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING, Any, cast

import attrs
import pytest

from icluster import Criterion, Fact, Facts, FactSchema, Gap, Is, Level, Rubric
from icluster.errors import (
    HoleError,
    InvalidValueError,
    UndeterminedError,
    UnknownNameError,
)
from icluster.facts import Stated
from icluster.provenance import Decision, Provenance, SetAside
from icluster.reference import eccp, mexico
from icluster.scoring import Reason, Score, compare, read_facts, score
from icluster.sources import Source

if TYPE_CHECKING:
    from collections.abc import Callable

NOTHING = dict.fromkeys(eccp.FACTS_2022.names, False) | {
    "established": "within_2_years"
}


def scored(**stated: Any) -> Score:
    return score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, stated))


def known(**stated: Any) -> Score:
    return scored(**(NOTHING | stated))


ISSUE: dict[str, Stated] = {
    "targeted_policy": True,
    "established": "over_10_years",
    "monitoring": True,
    "ex_ante_evaluation": True,
    "dedicated_financial": True,
    "dedicated_technical": {True, False},
}


def test_weighted_points_are_points_times_the_weight() -> None:
    heavy = attrs.evolve(eccp.MATURITY_2022["scope"], weight="2.5")
    rubric = attrs.evolve(
        eccp.MATURITY_2022, criteria=[heavy, *eccp.MATURITY_2022.criteria[1:]]
    )
    broad = Facts.of(eccp.FACTS_2022, NOTHING | {"broad_policy": True})
    result = score(rubric, broad)
    assert result["scope"].points == Decimal("0.5")
    assert result["scope"].weighted == Decimal("1.25")
    assert result.total == result["scope"].weighted


def test_the_example_of_the_readme() -> None:
    result = scored(**ISSUE)
    assert result.totals == (Decimal(7), Decimal(8))
    assert (result.lowest, result.highest) == result.totals
    assert not result.is_settled
    with pytest.raises(UndeterminedError) as caught:
        _ = result.total
    assert caught.value.facts == ("dedicated_technical",)
    assert caught.value.gaps == ()
    assert str(caught.value) == (
        "total is not determined: 7 or 8; settle technical support in the"
        " targeted policy"
    )


def test_settling_what_it_names_settles_it() -> None:
    result = scored(**(ISSUE | {"dedicated_technical": True}))
    assert result.total == 8
    assert result.share == 1
    assert result.is_settled


# Points by what holds beside nothing at all: (facts, criterion, points).
EVIDENCE = {
    "nothing at all": ({}, "evidence", "0"),
    "ex-ante alone": ({"ex_ante_evaluation": True}, "evidence", "0.5"),
    "ex-post alone": ({"ex_post_evaluation": True}, "evidence", "0.5"),
    "interim alone": ({"interim_evaluation": True}, "evidence", "1"),
    "monitoring alone": ({"monitoring": True}, "evidence", "1"),
    "monitoring with ex-post only": (
        {"monitoring": True, "ex_post_evaluation": True},
        "evidence",
        "1",
    ),
    "ex-ante with interim but no monitoring": (
        {"ex_ante_evaluation": True, "interim_evaluation": True},
        "evidence",
        "1",
    ),
    "monitoring with ex-ante": (
        {"monitoring": True, "ex_ante_evaluation": True},
        "evidence",
        "2",
    ),
    "monitoring with interim": (
        {"monitoring": True, "interim_evaluation": True},
        "evidence",
        "2",
    ),
    "no policy": ({}, "scope", "0"),
    "a broad policy": ({"broad_policy": True}, "scope", "0.5"),
    "a sectoral policy": ({"sectoral_policy": True}, "scope", "1"),
    "a broad and a sectoral policy: the highest wins": (
        {"broad_policy": True, "sectoral_policy": True},
        "scope",
        "1",
    ),
    "a targeted policy": ({"targeted_policy": True}, "scope", "2"),
    "a targeted and a broad policy": (
        {"targeted_policy": True, "broad_policy": True},
        "scope",
        "2",
    ),
    "an establishment without a targeted policy counts for nothing": (
        {"established": "over_10_years", "broad_policy": True},
        "continuity",
        "0",
    ),
    "a young targeted policy": ({"targeted_policy": True}, "continuity", "0.5"),
    "a grown targeted policy": (
        {"targeted_policy": True, "established": "over_2_to_10_years"},
        "continuity",
        "1",
    ),
    "an old targeted policy": (
        {"targeted_policy": True, "established": "over_10_years"},
        "continuity",
        "2",
    ),
    "dedicated support without a targeted policy counts for nothing": (
        {"dedicated_financial": True, "dedicated_technical": True},
        "instruments",
        "0",
    ),
    "broader support without a broader policy counts for nothing": (
        {"broader_financial": True, "targeted_policy": True},
        "instruments",
        "0",
    ),
    "broader technical support without a broader policy is no gap": (
        {"broader_technical": True},
        "instruments",
        "0",
    ),
    "financial support in a broad policy": (
        {"broad_policy": True, "broader_financial": True},
        "instruments",
        "0.5",
    ),
    "financial and technical support in a sectoral policy": (
        {
            "sectoral_policy": True,
            "broader_financial": True,
            "broader_technical": True,
        },
        "instruments",
        "0.5",
    ),
    "financial support in a targeted policy": (
        {"targeted_policy": True, "dedicated_financial": True},
        "instruments",
        "1",
    ),
    "technical support in a targeted policy": (
        {"targeted_policy": True, "dedicated_technical": True},
        "instruments",
        "1",
    ),
    "one kind in each does not make two": (
        {
            "targeted_policy": True,
            "broad_policy": True,
            "dedicated_technical": True,
            "broader_financial": True,
        },
        "instruments",
        "1",
    ),
    "both in a targeted policy": (
        {
            "targeted_policy": True,
            "dedicated_financial": True,
            "dedicated_technical": True,
        },
        "instruments",
        "2",
    ),
}


@pytest.mark.parametrize(
    ("stated", "criterion", "points"), EVIDENCE.values(), ids=EVIDENCE
)
def test_points_as_the_annex_gives_them(
    stated: dict[str, Any], criterion: str, points: str
) -> None:
    assert known(**stated)[criterion].points == Decimal(points)


def test_technical_support_in_a_broad_policy_is_the_gap() -> None:
    result = known(broad_policy=True, broader_technical=True)
    each = result["instruments"]
    assert each.candidates == (Decimal(0), Decimal("0.5"))
    with pytest.raises(UndeterminedError) as caught:
        _ = each.level
    assert caught.value.what == "instruments"
    assert caught.value.facts == ()
    assert caught.value.gaps == ("instruments.technical_support_only",)
    assert str(caught.value).endswith(
        "settle the gap instruments.technical_support_only"
    )
    assert [gap.why for gap in each.gaps] == [
        "the scale has no level for technical support alone in a broader policy"
    ]
    assert result.totals == (Decimal("0.5"), Decimal(1))


def test_reasons_name_what_forces_the_level_and_no_more() -> None:
    result = known(targeted_policy=True, monitoring=True, interim_evaluation=True)
    assert [reason.fact for reason in result["evidence"].reasons] == [
        "interim_evaluation",
        "monitoring",
    ]
    assert [reason.fact for reason in result["scope"].reasons] == ["targeted_policy"]
    assert str(result["continuity"].reasons[1]) == (
        "time since the targeted policy was established: within 2 years"
    )


def test_of_several_smallest_reasons_the_first_is_given() -> None:
    result = known(monitoring=True, interim_evaluation=True, ex_ante_evaluation=True)
    names = [reason.fact for reason in result["evidence"].reasons]
    assert names == ["ex_ante_evaluation", "monitoring"]


def test_what_is_wholly_unknown_has_no_reasons() -> None:
    assert [each.reasons for each in scored().criteria] == [()] * 4


def test_a_criterion_is_found_by_key() -> None:
    assert scored()["scope"].criterion.title == "Policy scope"
    with pytest.raises(UnknownNameError, match="no criterion is called 'fame'"):
        scored()["fame"]


def test_facts_of_another_schema_are_refused() -> None:
    other = FactSchema([Fact.boolean("monitoring")])
    with pytest.raises(InvalidValueError, match="facts must be of the schema of"):
        score(eccp.MATURITY_2022, Facts.of(other))


def test_what_is_no_rubric_and_what_are_no_facts_are_refused() -> None:
    with pytest.raises(InvalidValueError, match="must be of type Rubric"):
        score(cast("Any", "maturity"), Facts.of(eccp.FACTS_2022))
    with pytest.raises(InvalidValueError, match="must be of type Facts"):
        score(eccp.MATURITY_2022, cast("Any", {"monitoring": True}))


def test_an_equal_schema_will_do() -> None:
    twin = FactSchema(eccp.FACTS_2022.facts)
    assert score(eccp.MATURITY_2022, Facts.of(twin, NOTHING)).total == 0


def test_the_callers_decimal_context_changes_nothing() -> None:
    with localcontext() as context:
        context.prec = 1
        assert scored(**ISSUE).highest == 8
        assert known(monitoring=True).share == Fraction(1, 8)


def test_scores_are_values() -> None:
    one, two = scored(**ISSUE), scored(**ISSUE)
    assert one == two
    assert hash(one) == hash(two)
    assert pickle.loads(pickle.dumps(one)) == one
    assert one != known()


# --- holes -------------------------------------------------------------------------

LEAKY = Rubric(
    key="leaky",
    title="Leaky",
    facts=FactSchema([Fact.boolean("a"), Fact.boolean("b")]),
    criteria=[
        Criterion(key="x", title="X", levels=[Level(0, ~Is("a")), Level(1, Is("b"))])
    ],
)


def test_facts_that_may_fall_into_a_hole_raise() -> None:
    with pytest.raises(HoleError) as caught:
        score(LEAKY, Facts.of(LEAKY.facts))
    assert caught.value.criterion == "x"
    assert dict(caught.value.values) == {"a": True, "b": False}
    assert str(caught.value) == (
        "x has no level for a=True, b=False, and no gap is declared"
    )


def test_facts_beside_the_hole_are_scored() -> None:
    assert score(LEAKY, Facts.of(LEAKY.facts, b=True)).total == 1
    assert score(LEAKY, Facts.of(LEAKY.facts, a=False)).totals == (
        Decimal(0),
        Decimal(1),
    )


# --- the explanation ---------------------------------------------------------------

CITATION = Source(key="sheet", title="Sheet", publisher="P").at("row 1")


def test_the_explanation_says_everything() -> None:
    provenance = Provenance(
        citations=(("monitoring", (CITATION, CITATION)),),
        decisions=(Decision("a regional policy counts", "no"),),
        set_aside=(SetAside("Plan", "begins after 2022-09-30"),),
    )
    facts = Facts.of(eccp.FACTS_2022, ISSUE | {"broad_policy": False})
    result = score(eccp.MATURITY_2022, facts.with_provenance(provenance))
    table = result.table()
    assert str(table.title) == ("7 to 8 of 8 (Maturity of cluster policy, ECCP 2022)")
    assert [
        (record["points_lowest"], record["points_highest"])
        for record in table.records()
    ] == [(2, 2), (2, 2), (2, 2), (1, 2), (7, 8)]
    assert "7 or 8" in str(table)
    assert table.records()[2]["sources"] == "sheet, row 1"
    assert tuple(map(str, table.notes)) == (
        "Open until settled: technical support in the targeted policy.",
        "Not in force, or not counted: Plan: begins after 2022-09-30.",
        "Read so: a regional policy counts: no.",
        "The maturity assessment does not reflect the performance of a country.",
    )
    assert "performance of a country" in str(result)
    assert result._repr_html_() == table.html()


def test_a_settled_score_without_caution_has_no_notes() -> None:
    rubric = Rubric(
        key="plain",
        title="Plain",
        facts=LEAKY.facts,
        criteria=[
            Criterion(
                key="x", title="X", levels=[Level(0, ~Is("a")), Level(1, Is("a"))]
            )
        ],
    )
    table = score(rubric, Facts.of(rubric.facts, a=True)).table()
    assert tuple(map(str, table.notes)) == ()
    assert table.records()[0]["reasons"] == "a: yes"


def test_a_gap_that_settles_nothing_here_is_not_noted() -> None:
    a, b = Is("a"), Is("b")
    rubric = Rubric(
        key="two",
        title="Two",
        facts=LEAKY.facts,
        criteria=[
            Criterion(
                key="x",
                title="X",
                levels=[Level(0, ~a), Level(1, a & b)],
                gaps=[Gap("silent", a & ~b, (0, 1), "nothing said")],
            )
        ],
    )
    open_score = score(rubric, Facts.of(rubric.facts, a=True))
    assert open_score.settled_by == (("b",), ("x.silent",))
    assert "Gap of the scale, X: nothing said." in map(str, open_score.table().notes)
    assert score(rubric, Facts.of(rubric.facts, a=True, b=True)).table().notes == ()


def test_what_is_printed_holds_nothing_that_a_terminal_obeys() -> None:
    hostile = Source(key="s", title="t", publisher="p").at("X\u200b", "y\n\u202e")
    assert str(hostile) == 's, X�: "y �"'
    assert str(Reason("f", "a\x1b", (True,))) == "a�: yes"
    assert str(SetAside("a\x07", "b")) == "a�: b"
    assert str(Decision("a\x07", "b")) == "a�: b"


def test_a_score_is_gone_through_criterion_by_criterion() -> None:
    result = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022))
    assert [each.criterion.key for each in result] == [
        "scope",
        "continuity",
        "evidence",
        "instruments",
    ]
    assert list(result.facts) == list(eccp.FACTS_2022.names)
    assert [fact.name for fact in eccp.FACTS_2022] == list(eccp.FACTS_2022.names)
    compared = compare(mexico.PUBLISHED_2022, result)
    assert [each.key for each in compared] == [each.criterion.key for each in result]


def test_results_are_told_in_a_line() -> None:
    facts = Facts.of(eccp.FACTS_2022, targeted_policy=False)
    result = score(eccp.MATURITY_2022, facts)
    assert repr(result) == "<Score by maturity_2022: 0 to 3.5 of 8>"
    assert repr(result["continuity"]) == "<CriterionScore continuity: 0>"
    assert repr(eccp.FACTS_2022).startswith("<FactSchema: targeted_policy, ")
    assert repr(eccp.EDITION_2022) == f"<Edition eccp_2022: {eccp.MATURITY_2022!r}>"
    assert dict(eccp.PUBLISHED_READING)["regional_policy"] == "ignored"


def test_titles_that_hold_commas_are_set_apart() -> None:
    open_score = score(eccp.MATURITY_2022, Facts.of(eccp.FACTS_2022, broad_policy=True))
    with pytest.raises(UndeterminedError, match="; ex-ante evaluation; ongoing"):
        _ = open_score.total
    assert "; ex-ante evaluation; ongoing" in str(open_score)


REFUSED = {
    "points about what the rubric has not": (
        lambda: compare(
            attrs.evolve(mexico.PUBLISHED_2022, points=[("fame", 1)]), known()
        ),
        "published.points must be about scope, continuity, evidence, instruments, "
        "got ['fame']",
    ),
    "a reading that is none": (
        lambda: read_facts(
            (),
            on=date(2022, 9, 30),
            edition=eccp.EDITION_2022,
            reading=cast("Any", "x"),
        ),
        "reading must be of type Reading or None, got 'x'",
    ),
}


@pytest.mark.parametrize(("call", "message"), REFUSED.values(), ids=REFUSED)
def test_a_refusal_is_said_whole(call: Callable[[], object], message: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        call()
    assert str(caught.value) == message
