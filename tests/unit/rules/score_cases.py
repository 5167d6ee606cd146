"""Cases of the rules about published scores, rubrics and facts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from attrs import evolve
from tests.unit.rules.casework import Case, Mender, each_policy

from icluster import scoring
from icluster.conditions import AnyOf, Is
from icluster.contexts import Context
from icluster.dates import PartialDate, Period
from icluster.facts import Fact, Facts, FactSchema
from icluster.policies import (
    Evaluation,
    EvaluationStage,
    Factsheet,
    FinancialInstrument,
    History,
    Instrument,
    Policy,
    PolicyLevel,
    PolicyType,
    PublishedScore,
    Status,
)
from icluster.reference import eccp, mexico
from icluster.regions import Country, Region
from icluster.rubrics import Criterion, Gap, Level, Rubric
from icluster.rules import published, rubrics
from icluster.scoring import Slope, audit, read_facts
from icluster.vocabularies import Missing

Q3_2022 = Period(date(2022, 7, 1), date(2022, 9, 30))
POINTS = {"scope": "0.5", "continuity": "0", "evidence": "0.5", "instruments": "0.5"}
PAST_POINTS = {**POINTS, "scope": "0", "instruments": "0"}
# Known throughout, and read one way only.
PLAIN = Policy(
    name="Plan",
    type=PolicyType.BROAD,
    level=PolicyLevel.NATIONAL,
    country=Country("XX"),
    industrial=False,
    financial=(),
    technical=(),
    evaluations=(Evaluation(EvaluationStage.EX_ANTE),),
    monitoring=(),
    history=History(begins=PartialDate(2000), ends=Missing.NOT_APPLICABLE),
)


def score(**changes: Any) -> PublishedScore:
    given: dict[str, Any] = {
        "subject": "X",
        "rubric": "maturity_2022",
        "points": POINTS,
        "total": "1.5",
        "collected": Q3_2022,
    }
    return PublishedScore(**{**given, **changes})


def sheet(*policies: Policy, **changes: Any) -> Factsheet:
    given: dict[str, Any] = {"country": Country("XX"), "year": 2022, **changes}
    return Factsheet(policies=policies, **given)


def lasting(**changes: Any) -> Policy:
    return evolve(PLAIN, history=evolve(PLAIN.history, **changes))


ANNOUNCED = Instrument(FinancialInstrument.INNOVATION, Status.ANNOUNCED)
SINCE_2004 = History(
    begins=PartialDate(2015),
    ends=Missing.NOT_APPLICABLE,
    practised_since=PartialDate(2004),
)
ENDED = lasting(ends=PartialDate(2022, 9, 29))
NOT_YET = lasting(begins=PartialDate(2022, 10, 1))
# The published reading of 2022 does not count it.
A_REGION = evolve(
    PLAIN,
    type=PolicyType.REGIONAL_CLUSTER,
    level=PolicyLevel.REGIONAL,
    region=Region("XX-ONE"),
)
PLAIN_SCORE = score(
    points={**POINTS, "instruments": "0"},
    total="1",
)
PLAIN_SCORE_OF_NO_DAY = evolve(PLAIN_SCORE, collected=None)
ELSEWHERE = score(rubric="another")

YES, NO = Is("yes"), ~Is("yes")
ASKED = FactSchema((Fact.boolean("yes"), Fact.boolean("more")))


def rubric(
    *levels: Level, gaps: tuple[Gap, ...] = (), facts: FactSchema = ASKED
) -> Rubric:
    criterion = Criterion(key="one", title="One", levels=levels, gaps=gaps)
    return Rubric(key="demo", title="Demo", facts=facts, criteria=(criterion,))


ONE_FACT = FactSchema((Fact.boolean("yes"),))
SOUND = rubric(Level(0, NO), Level(1, YES), facts=ONE_FACT)
ORPHANS = FactSchema(
    (
        Fact.boolean("policy"),
        Fact.boolean("support", matters_where=Is("policy")),
        Fact.age("age", ("young", "old"), boundaries=(2,), matters_where=Is("policy")),
    )
)


def facts(**values: Any) -> Facts:
    return Facts.of(ORPHANS, values)


CASES = (
    Case(published.total_is_no_sum, "the points make the total", score()),
    Case(
        published.total_is_no_sum,
        "a criterion without points",
        score(points={"scope": "0.5"}),
    ),
    Case(published.total_is_no_sum, "the rubric is not at hand", ELSEWHERE),
    Case(
        published.total_is_no_sum,
        "half a point too many",
        score(total="2"),
        ("total: X: the points make 1.5, the total is printed as 2",),
    ),
    Case(
        published.total_is_no_sum,
        "the most that criteria without points could add",
        score(points={"scope": "1"}, total="7"),
    ),
    Case(
        published.total_is_no_sum,
        "more than criteria without points could add",
        score(points={"scope": "1"}, total="7.5"),
        ("total: X: the points make 1 to 7, the total is printed as 7.5",),
    ),
    Case(
        published.total_is_no_sum,
        "less than the points that are published",
        score(points={"scope": "2"}, total="1.5"),
        ("total: X: the points make 2 to 8, the total is printed as 1.5",),
    ),
    Case(published.points_off_scale, "points of the scale", score()),
    Case(published.points_off_scale, "the rubric is not at hand", ELSEWHERE),
    Case(
        published.points_off_scale,
        "some points are not published",
        score(points={"scope": "2"}),
    ),
    Case(
        published.points_off_scale,
        "points between levels, and a stray criterion",
        score(points={**POINTS, "scope": "0.75", "looks": "1"}),
        (
            "points[0]: scope has 0.75 points, the rubric gives 0, 0.5, 1, 2",
            "points[4]: the rubric has no criterion looks",
        ),
    ),
    Case(published.published_differs, "no score is published", sheet(PLAIN)),
    Case(published.published_differs, "no facts", sheet(published=score())),
    Case(
        published.published_differs,
        "the rubric is not at hand",
        sheet(PLAIN, published=ELSEWHERE),
    ),
    Case(
        published.published_differs,
        "a stray criterion, and points off the scale, are another rule's",
        sheet(
            PLAIN,
            published=score(
                points={"looks": "1", "scope": "0.75", "instruments": "0"},
            ),
        ),
    ),
    Case(
        published.published_differs,
        "a criterion without published points",
        sheet(PLAIN, published=score(points={"scope": "0.5"})),
    ),
    Case(
        published.published_differs,
        "the day it stands for is not known",
        sheet(PLAIN, published=score(collected=None)),
    ),
    Case(
        published.published_differs,
        "collection goes on",
        sheet(PLAIN, published=score(collected=Period(date(2022, 7, 1)))),
    ),
    Case(
        published.published_differs,
        "no policy counts on the day",
        sheet(ENDED, NOT_YET, A_REGION, published=score()),
    ),
    Case(
        published.published_differs,
        "the facts give the points",
        sheet(PLAIN, published=PLAIN_SCORE),
    ),
    Case(published.published_differs, "Mexico", mexico.FACTSHEET_2022),
    Case(
        published.published_differs,
        "the facts give fewer points, whatever else is off the scale",
        sheet(PLAIN, published=score(points={**POINTS, "scope": "3", "looks": "1"})),
        ("published.points[3]: instruments: published 0.5, the facts give 0",),
    ),
    Case(
        published.published_differs,
        "a policy of another country counts for nothing",
        sheet(
            PLAIN,
            evolve(PLAIN, country=Country("MX"), financial=Missing.UNKNOWN),
            published=score(),
        ),
        ("published.points[3]: instruments: published 0.5, the facts give 0",),
    ),
    Case(
        published.published_differs,
        "it stands for the last day of its collection",
        sheet(
            lasting(begins=PartialDate(2022, 9, 30), ends=PartialDate(2022, 9, 30)),
            published=score(),
        ),
        ("published.points[3]: instruments: published 0.5, the facts give 0",),
        on=date(2000, 1, 1),
    ),
    Case(
        published.facts_leave_open,
        "the facts give the points",
        sheet(PLAIN, published=PLAIN_SCORE),
    ),
    Case(
        published.facts_leave_open,
        "no policy counts on the day",
        sheet(NOT_YET, published=score()),
    ),
    Case(
        published.facts_leave_open,
        "the day it stands for is not known",
        sheet(
            evolve(PLAIN, financial=Missing.UNKNOWN), published=PLAIN_SCORE_OF_NO_DAY
        ),
    ),
    Case(
        published.facts_leave_open,
        "financial support is not known",
        sheet(
            evolve(PLAIN, financial=Missing.UNKNOWN, technical=()),
            published=score(),
        ),
        ("published.points[3]: instruments: published 0.5, the facts allow 0, 0.5",),
    ),
    Case(published.rests_on_reading, "no policy", sheet(published=score())),
    Case(
        published.rests_on_reading,
        "no policy of its own",
        sheet(evolve(PLAIN, industrial=True, country=Country("MX"))),
    ),
    Case(
        published.rests_on_reading,
        "the rubric is not at hand",
        sheet(PLAIN, published=ELSEWHERE),
    ),
    Case(
        published.rests_on_reading,
        "every reading gives the same",
        sheet(PLAIN, published=PLAIN_SCORE),
    ),
    Case(
        published.rests_on_reading,
        "every reading of what is not scored gives the same",
        sheet(PLAIN),
    ),
    Case(
        published.rests_on_reading,
        "two answers that change it only together",
        sheet(evolve(A_REGION, history=SINCE_2004)),
        (
            "policies['regional_policy']: ECCP country factsheets, 2022: "
            "the facts give one of 16 totals from 0 to 8; were the answer to "
            '"a regional cluster policy counts" "yes", they would give 3.5',
        ),
    ),
    Case(
        published.rests_on_reading,
        "an industrial policy",
        sheet(evolve(PLAIN, industrial=True), published=PLAIN_SCORE),
        (
            "published.total['industrial_policy']: "
            "ECCP country factsheets, 2022: the facts give 1; "
            'were the answer to "an industrial policy is a sectoral policy" "yes", '
            "they would give 1.5",
        ),
    ),
    Case(
        published.rests_on_reading,
        "an industrial policy that is not scored, with support announced",
        sheet(
            evolve(
                PLAIN,
                industrial=True,
                financial=(ANNOUNCED,),
                technical=Missing.UNKNOWN,
            )
        ),
        (
            "policies['announced_support']: "
            "ECCP country factsheets, 2022: the facts give 1.5; "
            'were the answer to "support that is announced but not specified counts" '
            '"no", they would give 1 or 1.5',
            "policies['industrial_policy']: "
            "ECCP country factsheets, 2022: the facts give 1.5; "
            'were the answer to "an industrial policy is a sectoral policy" "yes", '
            "they would give 2",
        ),
    ),
    Case(
        published.rests_on_reading,
        "a score stands for the last day of its collection",
        sheet(
            evolve(
                PLAIN,
                industrial=True,
                history=evolve(PLAIN.history, begins=PartialDate(2022, 9, 30)),
            ),
            published=PLAIN_SCORE,
        ),
        (
            "published.total['industrial_policy']: "
            "ECCP country factsheets, 2022: the facts give 1; "
            'were the answer to "an industrial policy is a sectoral policy" "yes", '
            "they would give 1.5",
        ),
        on=date(2000, 1, 1),
    ),
    Case(
        published.rests_on_reading,
        "a score that stands for no known day is read on the day of the check",
        sheet(
            evolve(lasting(begins=PartialDate(2022, 1, 1)), industrial=True),
            published=PLAIN_SCORE_OF_NO_DAY,
        ),
        (
            "published.total['industrial_policy']: "
            "ECCP country factsheets, 2022: the facts give 1; "
            'were the answer to "an industrial policy is a sectoral policy" "yes", '
            "they would give 1.5",
        ),
        on=date(2022, 1, 1),
    ),
    Case(published.policy_of_another_country, "its own", sheet(PLAIN)),
    Case(
        published.policy_of_another_country,
        "another",
        sheet(evolve(PLAIN, country=Country("MX"))),
        ("policies[0].country: Plan belongs to MX, the factsheet is about XX",),
    ),
    Case(published.score_without_facts, "no score is published", sheet()),
    Case(
        published.score_without_facts,
        "the rubric is not at hand",
        sheet(PLAIN, published=ELSEWHERE),
    ),
    Case(
        published.score_without_facts,
        "the day it stands for is not known",
        sheet(NOT_YET, published=score(collected=None)),
    ),
    Case(
        published.score_without_facts,
        "a policy counts, whatever it gives",
        sheet(PLAIN, ENDED, published=score()),
    ),
    Case(
        published.score_without_facts,
        "a policy ends, and another begins, on the day",
        sheet(
            lasting(ends=PartialDate(2022, 9, 30)),
            lasting(begins=PartialDate(2022, 9, 30)),
            published=score(),
        ),
    ),
    Case(
        published.score_without_facts,
        "no policy is recorded",
        sheet(published=score(collected=None)),
        (
            "published: no policy is recorded: "
            "nothing bears out the published total of 1.5",
        ),
    ),
    Case(
        published.score_without_facts,
        "only a policy of another country is recorded",
        sheet(evolve(PLAIN, country=Country("MX")), published=score()),
        (
            "published: no policy is recorded: "
            "nothing bears out the published total of 1.5",
        ),
    ),
    Case(
        published.score_without_facts,
        "one policy ended, one has not begun, one is set aside",
        sheet(ENDED, NOT_YET, A_REGION, published=score()),
        (
            "published: no policy that counts is certainly in force on 2022-09-30: "
            "nothing bears out the published total of 1.5",
        ),
    ),
    Case(
        published.score_without_facts,
        "a past policy alone is recorded",
        sheet(ENDED, published=score(points=PAST_POINTS, total="1")),
        (
            "published: no policy that counts is certainly in force on 2022-09-30: "
            "nothing bears out the published total of 1",
        ),
    ),
    Case(published.rests_on_day, "no score is published", sheet(PLAIN)),
    Case(
        published.rests_on_day,
        "no period is stated",
        sheet(NOT_YET, published=score(collected=None)),
    ),
    Case(
        published.rests_on_day,
        "the period is open",
        sheet(NOT_YET, published=score(collected=Period(date(2022, 7, 1)))),
    ),
    Case(
        published.rests_on_day,
        "the rubric is not at hand",
        sheet(PLAIN, published=ELSEWHERE),
    ),
    Case(
        published.rests_on_day,
        "a policy begins on the first day",
        sheet(lasting(begins=PartialDate(2022, 7, 1)), published=score()),
    ),
    Case(
        published.rests_on_day,
        "a policy begins the day after the first",
        sheet(lasting(begins=PartialDate(2022, 7, 2)), published=score()),
        (
            "published.collected: on 2022-07-01 no policy that counts is "
            "certainly in force, on 2022-09-30 the facts give 1",
        ),
    ),
    Case(
        published.rests_on_day,
        "a policy passes two years on the last day",
        sheet(
            evolve(
                lasting(begins=PartialDate(2020, 9, 29)),
                type=PolicyType.NATIONAL_CLUSTER,
            ),
            published=score(),
        ),
        (
            "published.collected: on 2022-07-01 the facts give 3, "
            "on 2022-09-30 the facts give 3.5",
        ),
    ),
    Case(rubrics.hole_undeclared, "every fact has a level", SOUND),
    Case(
        rubrics.hole_undeclared,
        "a fact has none",
        rubric(Level(1, YES), facts=ONE_FACT),
        ("criteria[0]: one: no level for 1 cases, for example yes = no",),
    ),
    Case(rubrics.level_unreachable, "every level is reached", SOUND),
    Case(
        rubrics.level_unreachable,
        "the higher always wins",
        rubric(Level(0, NO), Level(1, YES), Level(2, YES), facts=ONE_FACT),
        ("criteria[0]: one: no facts lead to 1 point",),
    ),
    Case(rubrics.idle_fact, "every fact counts", SOUND),
    Case(
        rubrics.idle_fact,
        "one does not",
        rubric(Level(0, NO), Level(1, YES)),
        ("facts: more changes no level",),
    ),
    Case(rubrics.fact_without_carrier, "nothing is known", facts()),
    Case(
        rubrics.fact_without_carrier,
        "support of a policy that is",
        facts(policy=True, support=True, age="old"),
    ),
    Case(
        rubrics.fact_without_carrier,
        "the policy is not known",
        facts(support=True),
    ),
    Case(
        rubrics.fact_without_carrier,
        "no policy and no support",
        facts(policy=False, support=False),
    ),
    Case(
        rubrics.fact_without_carrier,
        "support and age of a policy that is not",
        facts(policy=False, support=True, age="young"),
        (
            "schema: support is yes, but it only matters where policy is true",
            "schema: age is young, but it only matters where policy is true",
        ),
    ),
)


# --- as they look once somebody did what the finding asks for ---


_NATIONAL = PolicyLevel.NATIONAL
_CRITERIA = tuple(each.key for each in eccp.MATURITY_2022.criteria)


def _without_holes(rubric: Rubric, on: date, context: Context) -> Rubric:
    return evolve(rubric, criteria=[_covering(each) for each in rubric.criteria])


def _covering(criterion: Criterion) -> Criterion:
    first, *others = criterion.levels
    of_levels = [each.condition for each in criterion.levels]
    covered = (*of_levels, *(each.condition for each in criterion.gaps))
    wider = evolve(first, condition=first.condition | ~AnyOf(covered))
    return evolve(criterion, levels=[wider, *others])


def _without_idle_levels(rubric: Rubric, on: date, context: Context) -> Rubric:
    idle = audit(rubric).unreachable_levels
    criteria = []
    for each in rubric.criteria:
        kept = [level for level in each.levels if (each.key, level.points) not in idle]
        # A gap may have had a level as candidate that is gone.
        gaps = each.gaps if len(kept) == len(each.levels) else ()
        criteria.append(evolve(each, levels=kept, gaps=gaps))
    return evolve(rubric, criteria=criteria)


def _with_uses(rubric: Rubric, on: date, context: Context) -> Rubric:
    idle = [e.fact for e in audit(rubric).effects if e.slope is Slope.NONE]
    more = [
        Criterion(
            key=f"more_{index}",
            title=name,
            levels=[Level(0, ~_first(rubric, name)), Level(1, _first(rubric, name))],
        )
        for index, name in enumerate(idle)
    ]
    return evolve(rubric, criteria=[*rubric.criteria, *more])


def _first(rubric: Rubric, name: str) -> Is:
    return Is(name, rubric.facts[name].domain[:1])


def _without_orphans(facts: Facts, on: date, context: Context) -> Facts:
    free = [e.name for e in facts.schema.facts if e.matters_where is None]
    return Facts.of(facts.schema, {name: frozenset(facts[name]) for name in free})


def _read_one_way(policy: Policy, sheet: Factsheet) -> Policy:
    """Record what leaves no question open."""
    return evolve(
        _of_the_country(policy, sheet),
        type=PolicyType.BROAD,
        industrial=False,
        financial=(),
        technical=(),
        evaluations=(),
        monitoring=(),
    )


def _of_the_country(policy: Policy, sheet: Factsheet) -> Policy:
    return evolve(policy, country=sheet.country, region=None, level=_NATIONAL)


def _as_derived(sheet: Factsheet, on: date, context: Context) -> Factsheet:
    """Publish what the facts give, by the edition of the rubric."""
    published: Any = sheet.published
    facts = read_facts(
        [p for p in sheet.policies if p.country == sheet.country],
        on=published.collected.last_day,
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING,
    )
    found = scoring.score(eccp.MATURITY_2022, facts).criteria
    points = [(each.criterion.key, each.candidates[0]) for each in found]
    return evolve(sheet, published=evolve(published, points=points))


def _with_another_policy(sheet: Factsheet, on: date, context: Context) -> Factsheet:
    more = Policy(
        name="Another plan",
        type=PolicyType.BROAD,
        level=_NATIONAL,
        country=sheet.country,
        history=PLAIN.history,
    )
    return evolve(sheet, policies=[*sheet.policies, more])


def _collected_on_one_day(sheet: Factsheet, on: date, context: Context) -> Factsheet:
    published: Any = sheet.published
    last = published.collected.last_day
    return evolve(sheet, published=evolve(published, collected=Period(last, last)))


def _added_up(published: PublishedScore, on: date, context: Context) -> PublishedScore:
    known = [points for key, points in published.points if key in _CRITERIA]
    return evolve(published, total=sum(known, Decimal(0)))


def _on_scale(published: PublishedScore, on: date, context: Context) -> PublishedScore:
    points = [(key, Decimal("0.5")) for key, _ in published.points if key in _CRITERIA]
    return evolve(published, points=points)


MENDERS: dict[str, Mender] = {
    "PUB001": _added_up,
    "PUB002": _on_scale,
    "PUB003": _as_derived,
    "PUB004": each_policy(_read_one_way),
    "PUB005": each_policy(_read_one_way),
    "PUB006": each_policy(_of_the_country),
    "PUB007": _with_another_policy,
    "PUB008": _collected_on_one_day,
    "RUB001": _without_holes,
    "RUB002": _without_idle_levels,
    "RUB003": _with_uses,
    "RUB004": _without_orphans,
}
