"""How a thing looks once somebody did what a finding asks for, rule by rule.

A mender takes the thing that a rule spoke of, the day and the context, and returns
it mended. Cases and laws both hold that the rule is then silent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Final, TypeAlias

from attrs import evolve, fields
from tests.unit.rules.casework import HERE

from icluster.conditions import AnyOf, Is
from icluster.contexts import Context
from icluster.ecosystems import Ecosystem
from icluster.facts import Facts
from icluster.labels import LabelRegister
from icluster.naming import find_regions, parse_name
from icluster.organizations import Organization, OrganizationKind
from icluster.rubrics import Criterion, Level, Rubric
from icluster.rules import Gathered
from icluster.scoring import Trend, audit
from icluster.sources import Source
from icluster.vocabularies import Missing

Mender: TypeAlias = Callable[[Any, date, Context], Any]


# --- organizations ----------------------------------------------------------------


def _one_record_of(kind: type) -> Mender:
    """Keep one record and whatever is of another kind."""

    def mend(gathered: Gathered, on: date, context: Context) -> Gathered:
        first = gathered.of(kind)[:1]
        others = (each for each in gathered.items if not isinstance(each.thing, kind))
        return Gathered((*first, *others))

    return mend


def _one_key(gathered: Gathered, on: date, context: Context) -> Gathered:
    return Gathered(
        tuple(
            evolve(each, thing=evolve(each.thing, key="one"))
            if isinstance(each.thing, Organization)
            else each
            for each in gathered.items
        )
    )


def _region_named(body: Organization, on: date, context: Context) -> Organization:
    found = find_regions(body.name, subdivisions=context.subdivisions)
    return evolve(body, region=next(each for each in found))


def _form_named(body: Organization, on: date, context: Context) -> Organization:
    parsed = parse_name(body.name, legal_forms=context.legal_forms)
    return evolve(body, legal_form=parsed.legal_form or Missing.NOT_APPLICABLE)


# --- sources ----------------------------------------------------------------------


def _cited(noun: Any, on: date, context: Context) -> Any:
    if isinstance(noun, LabelRegister):
        awards = [_all_cited(each) for each in noun.awards]
        return evolve(noun, awards=awards, source=HERE.source)
    if isinstance(noun, Ecosystem):
        bodies = [evolve(o, citations={"name": HERE}) for o in noun.organizations]
        return evolve(noun, organizations=bodies)
    return _all_cited(noun)


def _all_cited(noun: Any) -> Any:
    names = [each.name for each in fields(type(noun)) if each.init]
    return evolve(noun, citations={name: HERE for name in names if name != "citations"})


# --- rubrics ----------------------------------------------------------------------


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
    idle = [e.fact for e in audit(rubric).effects if e.trend is Trend.NONE]
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


MENDERS: Final[Mapping[str, Mender]] = MappingProxyType(
    {
        "ORG001": _one_record_of(Organization),
        "ORG002": _one_key,
        "ORG003": lambda o, _, __: evolve(o, acronym=parse_name(o.name).acronym),
        "ORG004": _form_named,
        "ORG005": _region_named,
        "ORG006": lambda o, _, __: evolve(
            o, kind=OrganizationKind.CLUSTER_ORGANIZATION
        ),
        "ORG008": _one_record_of(Organization),
        "RUB001": _without_holes,
        "RUB002": _without_idle_levels,
        "RUB004": _with_uses,
        "RUB006": _without_orphans,
        "SRC001": _cited,
        "SRC003": lambda c, _, __: evolve(c, excerpt=""),
        "SRC004": lambda s, _, __: evolve(s, read_on=s.published.first_day),
        "SRC005": lambda s, on, _: evolve(s, url="https://a.example", read_on=on),
        "SRC007": _one_record_of(Source),
        "SRC008": _one_record_of(Source),
    }
)
