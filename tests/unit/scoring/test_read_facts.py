"""Facts read off policies, as the edition of 2022 reads them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from attrs import evolve

from icluster import (
    Country,
    Evaluation,
    Facts,
    History,
    Instrument,
    Missing,
    Monitoring,
    Other,
    PartialDate,
    Policy,
    Reading,
    Region,
    Source,
)
from icluster.errors import InvalidValueError
from icluster.policies import (
    EvaluationStage,
    FinancialInstrument,
    PolicyLevel,
    PolicyRelation,
    PolicyRelationKind,
    PolicyType,
    Status,
    Subject,
    TechnicalInstrument,
)
from icluster.reference import eccp
from icluster.scoring import read_facts, score
from icluster.vocabularies import NotApplicable, Unknown

ON = date(2022, 9, 30)
BANDS = YOUNG, GROWN, OLD = eccp.FACTS_2022["established"].domain
CITATION = Source(key="sheet", title="Sheet", publisher="P").at("row 1")
FUNDED = Instrument(FinancialInstrument.PROJECTS)
TAUGHT = Instrument(TechnicalInstrument.HARD_SKILLS)


def make_policy(**changes: Any) -> Policy:
    """A targeted national policy since 2000, of which everything is known."""
    policy = Policy(
        name="Plan",
        type=PolicyType.NATIONAL_CLUSTER,
        level=PolicyLevel.NATIONAL,
        country=Country("MX"),
        industrial=False,
        financial=(),
        technical=(),
        evaluations=(),
        monitoring=(),
        history=History(begins=PartialDate(2000), ends=Missing.NOT_APPLICABLE),
    )
    return evolve(policy, **changes)


def since(
    begins: PartialDate | Unknown,
    ends: PartialDate | Unknown | NotApplicable = Missing.NOT_APPLICABLE,
    **changes: Any,
) -> Policy:
    return make_policy(history=History(begins=begins, ends=ends), **changes)


def read(
    *policies: Policy, on: date = ON, complete: bool = False, **answers: str
) -> Facts:
    return read_facts(
        policies,
        on=on,
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING.but(**answers),
        complete=complete,
    )


P, DAY = PartialDate, PartialDate.of
ENDLESS: NotApplicable = Missing.NOT_APPLICABLE

ESTABLISHED = {
    "a start in 2020 may be within two years or over": (
        [since(P(2020))],
        (YOUNG, GROWN),
    ),
    "a start in 2012 may be up to ten years or over": ([since(P(2012))], (GROWN, OLD)),
    "a start in 2015 is between": ([since(P(2015))], (GROWN,)),
    "exactly two years is within two years": (
        [since(DAY(date(2020, 9, 30)))],
        (YOUNG,),
    ),
    "a day more than two years is over": ([since(DAY(date(2020, 9, 29)))], (GROWN,)),
    "exactly ten years is up to ten years": (
        [since(DAY(date(2012, 9, 30)))],
        (GROWN,),
    ),
    "a day more than ten years is over": ([since(DAY(date(2012, 9, 29)))], (OLD,)),
    "this year may lie ahead, what counts is what has begun": (
        [since(P(2022)), make_policy(type=PolicyType.BROAD, name="Beside")],
        (YOUNG,),
    ),
    "a start of this year alone is no closed record": ([since(P(2022))], BANDS),
    "an unknown start may be any": ([since(Missing.UNKNOWN)], BANDS),
    "the oldest of overlapping policies counts": (
        [since(P(2015)), since(P(2005), name="Old")],
        (OLD,),
    ),
    "of a known and an unknown start, the known one is the least": (
        [since(P(2015)), since(Missing.UNKNOWN, name="Old")],
        (GROWN, OLD),
    ),
    "a lapsed policy does not count": (
        [since(P(2018)), since(P(2000), P(2010), name="Old")],
        (GROWN,),
    ),
    "a plan that ends the day before its successor goes on": (
        [
            since(DAY(date(2018, 1, 1))),
            since(P(2000), DAY(date(2017, 12, 31)), name="Old"),
        ],
        (OLD,),
    ),
    "a plan that ends two days before does not": (
        [
            since(DAY(date(2018, 1, 1))),
            since(P(2000), DAY(date(2017, 12, 30)), name="Old"),
        ],
        (GROWN,),
    ),
    "successors go on through several plans": (
        [
            since(P(2021)),
            since(P(2000), P(2011), name="First"),
            since(P(2010), P(2021), name="Second"),
        ],
        (YOUNG, OLD),
    ),
    "successors that overlap on certain days go on": (
        [
            since(P(2020)),
            since(P(2000), P(2011), name="First"),
            since(P(2010), P(2021), name="Second"),
        ],
        (OLD,),
    ),
    "years that meet leave open whether a day lies between": (
        [since(P(2015, 12)), since(P(2008), P(2015), name="Old")],
        (GROWN, OLD),
    ),
    "the years may overlap, or not": (
        [since(P(2015)), since(P(2000), P(2015, 3), name="Old")],
        (GROWN, OLD),
    ),
    "an unknown start joins no policy that ended": (
        [since(Missing.UNKNOWN), since(P(1980), P(1990), name="Old")],
        BANDS,
    ),
    "a broader policy carries nothing on": (
        [since(P(2021)), since(P(2000), type=PolicyType.BROAD, name="Broad")],
        (YOUNG,),
    ),
    "without a targeted policy nothing is said": (
        [make_policy(type=PolicyType.BROAD)],
        BANDS,
    ),
    "the practice is not asked for": (
        [
            make_policy(
                history=History(
                    begins=P(2015),
                    ends=Missing.NOT_APPLICABLE,
                    practised_since=P(2004),
                ),
            )
        ],
        (GROWN,),
    ),
}


@pytest.mark.parametrize(
    ("policies", "expected"), ESTABLISHED.values(), ids=ESTABLISHED
)
def test_established(policies: list[Policy], expected: tuple[str, ...]) -> None:
    assert read(*policies)["established"] == expected
    assert read(*reversed(policies))["established"] == expected


LEAP = {
    "two years after a leap day is 28 February": (date(2022, 2, 28), (YOUNG,)),
    "the day after is over two years": (date(2022, 3, 1), (GROWN,)),
    "ten years after a leap day is 28 February": (date(2030, 2, 28), (GROWN,)),
    "the day after that is over ten years": (date(2030, 3, 1), (OLD,)),
}


@pytest.mark.parametrize(("on", "expected"), LEAP.values(), ids=LEAP)
def test_leap_days(on: date, expected: tuple[str, ...]) -> None:
    policy = since(DAY(date(2020, 2, 29)))
    assert read(policy, on=on)["established"] == expected


def test_a_start_that_straddles_gives_both_levels() -> None:
    result = score(eccp.MATURITY_2022, read(since(P(2020))))
    assert [str(each) for each in result["continuity"].candidates] == ["0.5", "1"]
    result = score(eccp.MATURITY_2022, read(since(P(2012))))
    assert [str(each) for each in result["continuity"].candidates] == ["1", "2"]


FOREIGN = Evaluation(EvaluationStage.INTERIM, Subject.OTHER_COUNTRIES)
ANNOUNCED = Instrument(Other("funds"), Status.ANNOUNCED)
BROAD = PolicyType.BROAD
PAST = History(begins=P(2000), ends=P(2010))
ODD = Other("Smart specialisation")

BOTH, YES, NO = (False, True), (True,), (False,)
FACTS: dict[str, tuple[dict[str, Any], dict[str, str], str, tuple[bool, ...]]] = {
    "an interim evaluation of the policy": (
        {"evaluations": [Evaluation(EvaluationStage.INTERIM)]},
        {},
        "interim_evaluation",
        YES,
    ),
    "an ex-ante evaluation is not an interim one": (
        {"evaluations": [Evaluation(EvaluationStage.EX_ANTE)]},
        {},
        "interim_evaluation",
        NO,
    ),
    "an ex-post evaluation of the policy": (
        {"evaluations": [Evaluation(EvaluationStage.EX_POST)]},
        {},
        "ex_post_evaluation",
        YES,
    ),
    "an evaluation of a past policy counts as ex-post": (
        {"evaluations": [Evaluation(EvaluationStage.INTERIM, Subject.PAST_POLICY)]},
        {},
        "ex_post_evaluation",
        YES,
    ),
    "a past policy's own ex-ante evaluation counts as ex-post": (
        {"evaluations": [Evaluation(EvaluationStage.EX_ANTE)], "history": PAST},
        {},
        "ex_post_evaluation",
        YES,
    ),
    "a past policy's own ex-ante evaluation is none in force": (
        {"evaluations": [Evaluation(EvaluationStage.EX_ANTE)], "history": PAST},
        {},
        "ex_ante_evaluation",
        NO,
    ),
    "a past policy is not monitored any more": (
        {"monitoring": [Monitoring()], "history": PAST},
        {},
        "monitoring",
        NO,
    ),
    "a foreign evaluation counts as ex-ante": (
        {"evaluations": [FOREIGN]},
        {},
        "ex_ante_evaluation",
        YES,
    ),
    "a foreign evaluation does not count by the other reading": (
        {"evaluations": [FOREIGN]},
        {"foreign_evaluation": "ignored"},
        "ex_ante_evaluation",
        NO,
    ),
    "a foreign evaluation in a past policy counts as ex-post": (
        {"evaluations": [FOREIGN], "history": PAST},
        {},
        "ex_post_evaluation",
        YES,
    ),
    "evaluations that are unknown leave it unknown": (
        {"evaluations": Missing.UNKNOWN},
        {},
        "ex_ante_evaluation",
        BOTH,
    ),
    "evaluations that do not apply are none": (
        {"evaluations": Missing.NOT_APPLICABLE},
        {},
        "ex_ante_evaluation",
        NO,
    ),
    "monitoring of the policy": ({"monitoring": [Monitoring()]}, {}, "monitoring", YES),
    "monitoring of programmes in general is none of this one": (
        {"monitoring": [Monitoring(Subject.PROGRAMMES_IN_GENERAL)]},
        {},
        "monitoring",
        NO,
    ),
    "monitoring of programmes in general counts by the other reading": (
        {"monitoring": [Monitoring(Subject.PROGRAMMES_IN_GENERAL)]},
        {"programme_monitoring": "counts"},
        "monitoring",
        YES,
    ),
    "monitoring that is unknown": (
        {"monitoring": Missing.UNKNOWN},
        {},
        "monitoring",
        BOTH,
    ),
    "monitoring that does not apply": (
        {"monitoring": Missing.NOT_APPLICABLE},
        {},
        "monitoring",
        NO,
    ),
    "support without a status counts": (
        {"financial": [FUNDED]},
        {"announced_support": "ignored"},
        "dedicated_financial",
        YES,
    ),
    "support in force counts": (
        {"financial": [evolve(FUNDED, status=Status.IN_FORCE)]},
        {"announced_support": "ignored"},
        "dedicated_financial",
        YES,
    ),
    "announced support counts": (
        {"financial": [ANNOUNCED]},
        {},
        "dedicated_financial",
        YES,
    ),
    "announced support does not count by the other reading": (
        {"financial": [ANNOUNCED]},
        {"announced_support": "ignored"},
        "dedicated_financial",
        NO,
    ),
    "support that is unknown": (
        {"technical": Missing.UNKNOWN},
        {},
        "dedicated_technical",
        BOTH,
    ),
    "support that does not apply": (
        {"technical": Missing.NOT_APPLICABLE},
        {},
        "dedicated_technical",
        NO,
    ),
    "support of a targeted policy is not broader": (
        {"technical": [TAUGHT]},
        {},
        "broader_technical",
        NO,
    ),
    "support of a broad policy is broader": (
        {"technical": [TAUGHT], "type": BROAD},
        {},
        "broader_technical",
        YES,
    ),
    "support of a broad policy is not dedicated": (
        {"financial": [FUNDED], "type": BROAD},
        {},
        "dedicated_financial",
        NO,
    ),
    "another type may be targeted": ({"type": ODD}, {}, "targeted_policy", BOTH),
    "another type may be sectoral": ({"type": ODD}, {}, "sectoral_policy", BOTH),
    "another type may be broad": ({"type": ODD}, {}, "broad_policy", BOTH),
    "support of another type may be dedicated": (
        {"type": ODD, "financial": [FUNDED]},
        {},
        "dedicated_financial",
        BOTH,
    ),
    "support of another type may be broader": (
        {"type": ODD, "financial": [FUNDED]},
        {},
        "broader_financial",
        BOTH,
    ),
    "no support of another type is neither": (
        {"type": ODD},
        {},
        "dedicated_financial",
        NO,
    ),
    "an industrial policy is broad": (
        {"type": BROAD, "industrial": True},
        {},
        "sectoral_policy",
        NO,
    ),
    "an industrial policy is sectoral by the other reading": (
        {"type": BROAD, "industrial": True},
        {"industrial_policy": "sectoral"},
        "sectoral_policy",
        YES,
    ),
    "a broad policy that may be industrial may then be sectoral": (
        {"type": BROAD, "industrial": Missing.UNKNOWN},
        {"industrial_policy": "sectoral"},
        "sectoral_policy",
        BOTH,
    ),
    "a broad policy that is not industrial is not": (
        {"type": BROAD, "industrial": False},
        {"industrial_policy": "sectoral"},
        "sectoral_policy",
        NO,
    ),
    "a sectoral policy is sectoral": (
        {"type": PolicyType.SECTORAL},
        {},
        "sectoral_policy",
        YES,
    ),
    "a past policy is no policy in force": (
        {"history": PAST},
        {},
        "targeted_policy",
        NO,
    ),
}


@pytest.mark.parametrize(
    ("changes", "answers", "name", "expected"), FACTS.values(), ids=FACTS
)
def test_one_fact(
    changes: dict[str, Any],
    answers: dict[str, str],
    name: str,
    expected: tuple[bool, ...],
) -> None:
    read_by: Any = answers
    facts = read(make_policy(**changes), complete=True, **read_by)
    assert facts[name] == expected


def test_true_comes_before_unknown_before_false() -> None:
    monitored = make_policy(monitoring=[Monitoring()])
    unknown = make_policy(monitoring=Missing.UNKNOWN)
    assert read(make_policy(), unknown)["monitoring"] == BOTH
    assert read(make_policy(), unknown, monitored)["monitoring"] == YES


def test_a_fact_carries_the_citations_it_was_read_from() -> None:
    cited = make_policy(monitoring=[Monitoring()], citations={"monitoring": CITATION})
    silent = make_policy(name="Other", citations={"monitoring": CITATION})
    facts = read(cited, silent)
    assert facts.provenance.citations_of("monitoring") == (CITATION,)
    assert facts.provenance.citations_of("ex_ante_evaluation") == ()


def test_no_policies_recorded_means_unknown_not_zero() -> None:
    facts = read()
    assert facts == Facts.of(eccp.FACTS_2022)
    assert facts.provenance.on == ON
    assert facts.provenance.decisions


def test_policies_set_aside_by_a_reading_leave_everything_unknown() -> None:
    regional = make_policy(
        type=PolicyType.REGIONAL_CLUSTER,
        level=PolicyLevel.REGIONAL,
        region=Region("MX-NLE"),
    )
    assert read(regional) == Facts.of(eccp.FACTS_2022)
    assert read(regional, regional_policy="counts")["targeted_policy"] == YES


SET_ASIDE = {
    "starts the day after": (since(DAY(date(2022, 10, 1))), "begins after 2022-09-30"),
    "starts next year": (since(P(2023)), "begins after 2022-09-30"),
    "ended the day before": (
        since(P(2000), DAY(date(2022, 9, 29))),
        "past, ended before 2022-09-30",
    ),
}


@pytest.mark.parametrize(("policy", "reason"), SET_ASIDE.values(), ids=SET_ASIDE)
def test_a_policy_not_in_force_is_reported(policy: Policy, reason: str) -> None:
    facts = read(policy)
    assert [str(aside.reason) for aside in facts.provenance.set_aside] == [reason]
    assert facts["targeted_policy"] == BOTH
    assert read(policy, complete=True)["targeted_policy"] == NO
    beside = read(policy, make_policy(type=PolicyType.BROAD, name="Beside"))
    assert beside["targeted_policy"] == NO


IN_FORCE = {
    "starts on the day": (since(DAY(ON)), YES),
    "ends on the day": (since(P(2000), DAY(ON)), YES),
    "starts in the year of the day": (since(P(2022)), BOTH),
    "ends in the year of the day": (since(P(2000), P(2022)), BOTH),
    "nobody knows when it ends": (since(P(2000), Missing.UNKNOWN), BOTH),
    "nobody knows when it began": (since(Missing.UNKNOWN), BOTH),
}


@pytest.mark.parametrize(("policy", "expected"), IN_FORCE.values(), ids=IN_FORCE)
def test_a_policy_that_may_be_in_force_counts_both_ways(
    policy: Policy, expected: tuple[bool, ...]
) -> None:
    facts = read(policy, complete=True)
    assert facts["targeted_policy"] == expected
    assert not facts.provenance.set_aside
    assert read(policy).provenance.closed is (expected == YES)


def test_a_policy_that_may_have_ended_is_evaluated_either_way() -> None:
    late = [Evaluation(EvaluationStage.EX_POST)]
    early = [Evaluation(EvaluationStage.EX_ANTE)]
    ending = History(begins=P(2000), ends=P(2022))
    facts = read(make_policy(history=ending, evaluations=late), complete=True)
    assert facts["ex_post_evaluation"] == YES
    facts = read(make_policy(history=ending, evaluations=early), complete=True)
    assert facts["ex_post_evaluation"] == facts["ex_ante_evaluation"] == BOTH


def regional(name: str, region: str, history: History) -> Policy:
    return make_policy(
        name=name,
        type=PolicyType.REGIONAL_CLUSTER,
        level=PolicyLevel.REGIONAL,
        region=Region(region),
        history=history,
    )


def test_a_plan_of_a_state_is_no_successor_of_the_nations() -> None:
    nation = since(P(2000), DAY(date(2016, 12, 31)))
    state = regional(
        "State", "MX-JAL", History(begins=DAY(date(2017, 1, 1)), ends=ENDLESS)
    )
    facts = read(nation, state, regional_policy="counts")
    assert facts["established"] == (GROWN,)
    own = regional("Own", "MX-JAL", nation.history)
    assert read(own, state, regional_policy="counts")["established"] == (OLD,)


def test_a_plan_goes_on_in_the_one_that_is_said_to_succeed_it() -> None:
    nation = since(P(2000), DAY(date(2016, 12, 31)))
    history = History(begins=DAY(date(2017, 1, 1)), ends=ENDLESS)
    succession = PolicyRelation(PolicyRelationKind.SUCCEEDS, "Plan")
    state = evolve(regional("State", "MX-JAL", history), relations=[succession])
    assert read(nation, state, regional_policy="counts")["established"] == (OLD,)
    for facts in (
        # It was not counted, it is another one, it was only carried out.
        read(evolve(nation, type=PolicyType.BROAD), state, regional_policy="counts"),
        read(evolve(nation, name="Scheme"), state, regional_policy="counts"),
        read(
            nation,
            evolve(
                state, relations=[PolicyRelation(PolicyRelationKind.IMPLEMENTS, "Plan")]
            ),
            regional_policy="counts",
        ),
        # It succeeds the plan, but a day lies between them.
        read(since(P(2000), DAY(date(2016, 12, 30))), state, regional_policy="counts"),
    ):
        assert facts["established"] == (GROWN,)
    for end, expected in ((P(2016), (GROWN, OLD)), (P(2017), (OLD,))):
        facts = read(since(P(2000), end), state, regional_policy="counts")
        assert facts["established"] == expected
    namesake = regional("Plan", "MX-NLE", nation.history)
    facts = read(
        since(P(2014), DAY(date(2016, 12, 31))),
        namesake,
        state,
        regional_policy="counts",
    )
    assert facts["established"] == (GROWN, OLD)  # either may be meant


def test_of_several_runs_the_oldest_counts() -> None:
    since_2004, since_2020 = (History(begins=P(y), ends=ENDLESS) for y in (2004, 2020))
    states = [
        regional("A", "MX-JAL", since_2020),
        regional("B", "MX-NLE", since_2004),
    ]
    facts = read(*states, regional_policy="counts")
    assert facts["established"] == (OLD,)
    may_have_ended = evolve(
        states[1], history=History(begins=P(2004), ends=Missing.UNKNOWN)
    )
    facts = read(states[0], may_have_ended, regional_policy="counts")
    assert facts["established"] == BANDS


def test_a_lapsed_plan_alone_says_nothing_unless_the_record_is_complete() -> None:
    alone = since(P(2007), P(2012))
    assert read(alone) == Facts.of(eccp.FACTS_2022)
    facts = read(alone, complete=True)
    assert facts.provenance.closed is True
    assert score(eccp.MATURITY_2022, facts)["continuity"].points == 0


def test_turns_are_told_for_what_time_will_bring() -> None:
    facts = read(since(P(2020)))
    turn = facts.provenance.turn_of("established", OLD)
    assert str(turn) == "between 2030-01-02 and 2031-01-01"
    assert facts.provenance.turn_of("established", YOUNG) is None
    assert read(since(Missing.UNKNOWN)).provenance.turns == ()


ANSWERS = dict(eccp.PUBLISHED_READING.answers)
BAD_CALLS: dict[str, tuple[dict[str, Any], type[Exception], str]] = {
    "a datetime is a moment": (
        {"on": datetime(2022, 9, 30)},  # noqa: DTZ001
        InvalidValueError,
        r"on must be a datetime\.date",
    ),
    "a text is no day": ({"on": "2022-09-30"}, InvalidValueError, "on must be"),
    "one policy is not several": (
        {"records": make_policy()},
        InvalidValueError,
        "records must be several records of type Policy",
    ),
    "a name is no policy": (
        {"records": ["Plan"]},
        InvalidValueError,
        r"records\[0\] must be of type Policy",
    ),
    "a reading answers too little": (
        {"reading": Reading(())},
        InvalidValueError,
        r"reading\['programme_monitoring'\] is missing: it must be 'ignored' or "
        r"'counts'; reading\['announced_support'\] is missing",
    ),
    "a reading answers what nobody asked": (
        {"reading": Reading((*eccp.PUBLISHED_READING.answers, ("odd", "yes")))},
        InvalidValueError,
        r"reading\['odd'\] is unknown: it must be left out, since eccp_2022 does not",
    ),
    "a choice that there is not": (
        {"reading": Reading({**ANSWERS, "policy_start": "guessed"})},
        InvalidValueError,
        r"reading\['policy_start'\] must be 'stated' or 'practice', got 'guessed'",
    ),
}


@pytest.mark.parametrize(
    ("changes", "error", "message"), BAD_CALLS.values(), ids=BAD_CALLS
)
def test_a_bad_call_is_refused(
    changes: dict[str, Any], error: type[Exception], message: str
) -> None:
    arguments: dict[str, Any] = {
        "records": [make_policy()],
        "on": ON,
        "edition": eccp.EDITION_2022,
        "reading": eccp.PUBLISHED_READING,
    } | changes
    with pytest.raises(error, match=message):
        read_facts(arguments.pop("records"), **arguments)


def test_the_day_has_no_default() -> None:
    with pytest.raises(TypeError, match="'on'"):
        read_facts(  # type: ignore[call-arg]
            [], edition=eccp.EDITION_2022, reading=eccp.PUBLISHED_READING
        )


def test_what_counts_both_ways_is_said() -> None:
    facts = read(since(P(2015), Missing.UNKNOWN), make_policy(name="Sure"))
    assert facts["targeted_policy"] == YES
    taken = [str(each) for each in facts.provenance.decisions[7:]]
    assert taken == [
        "Plan is in force on 2022-09-30: both ways, recorded is 2015 to unknown"
    ]


def test_a_run_that_goes_back_to_a_past_policy_cites_its_end() -> None:
    past = since(
        P(2008),
        DAY(date(2014, 12, 31)),
        name="Old",
        citations={"history.ends": CITATION},
    )
    facts = read(since(DAY(date(2015, 1, 1))), past)
    assert facts["established"] == (OLD,)
    assert facts.provenance.citations_of("established") == (CITATION,)


PROVIDED = {
    "a policy without an end needs nothing": (Missing.NOT_APPLICABLE, ""),
    "an end that is not known needs nothing known": (Missing.UNKNOWN, ""),
    "an end after the day needs nothing": (P(2026, 6), ""),
    "an end before the day needs a successor": (
        P(2023),
        "it goes on after 2023",
    ),
    "an end that may come first needs a successor": (
        P(2025),
        "it goes on after 2025",
    ),
}


@pytest.mark.parametrize(("ends", "provided"), PROVIDED.values(), ids=PROVIDED)
def test_time_alone_brings_nothing_to_a_policy_that_ends(
    ends: PartialDate | Unknown | NotApplicable, provided: str
) -> None:
    facts = read(since(DAY(date(2015, 5, 1)), ends), complete=True)
    turn = facts.provenance.turn_of("established", OLD)
    assert turn is not None
    assert (turn.latest, turn.provided) == (date(2025, 5, 2), provided)


UNLISTED = {
    "an evaluation of something else may be one": (
        {"evaluations": [Evaluation(EvaluationStage.EX_ANTE, Other("a region"))]},
        "ex_ante_evaluation",
        (False, True),
    ),
    "at another stage it is none": (
        {"evaluations": [Evaluation(EvaluationStage.EX_ANTE, Other("a region"))]},
        "interim_evaluation",
        (False,),
    ),
    "beside one that is, it changes nothing": (
        {
            "evaluations": [
                Evaluation(EvaluationStage.EX_ANTE, Other("a region")),
                Evaluation(EvaluationStage.EX_ANTE),
            ]
        },
        "ex_ante_evaluation",
        (True,),
    ),
    "support whose status is something else may be one": (
        {
            "financial": [
                Instrument(FinancialInstrument.PROJECTS, Other("being discussed"))
            ]
        },
        "dedicated_financial",
        (False, True),
    ),
    "a monitoring of something else may be one": (
        {"monitoring": [Monitoring(Other("a region"))]},
        "monitoring",
        (False, True),
    ),
}


@pytest.mark.parametrize(("changes", "fact", "values"), UNLISTED.values(), ids=UNLISTED)
def test_what_no_vocabulary_lists_is_left_open(
    changes: dict[str, Any], fact: str, values: tuple[bool, ...]
) -> None:
    assert read(make_policy(**changes))[fact] == values


def test_policies_of_two_countries_are_not_scored_together() -> None:
    with pytest.raises(InvalidValueError, match="of one country, got"):
        read(make_policy(), make_policy(country=Country("FR")))
