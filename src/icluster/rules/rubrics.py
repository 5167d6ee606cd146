"""Rubrics and facts: what enumeration proves of them."""

from __future__ import annotations

from collections.abc import Iterator

from icluster import words
from icluster.facts import Facts
from icluster.rubrics import Rubric
from icluster.rules._rule import error, warning
from icluster.rules._statements import Said, say
from icluster.scoring import Slope, audit
from icluster.verdicts import Verdict

__all__ = ["fact_without_carrier", "hole_undeclared", "idle_fact", "level_unreachable"]


def __dir__() -> list[str]:
    return __all__


@error("RUB001")
def hole_undeclared(rubric: Rubric) -> Iterator[Said]:
    """Some facts have no level, and no gap is declared for them.

    Why it matters:
        A score that meets them raises; nobody has decided what they are worth.

    Fires on:
        A criterion with facts that neither a level nor a gap covers.

    How to settle it:
        Give a level the condition it lacks, or declare a `Gap` with candidates.
    """
    for hole in audit(rubric).holes:
        yield say(
            "{}: no level for {} cases, for example {}",
            hole.criterion,
            hole.completions,
            [words.say("{} = {}", name, value) for name, value in hole.example],
            at=("criteria", rubric.index(hole.criterion)),
            cites=[(rubric, "criteria")],
        )


@error("RUB002")
def level_unreachable(rubric: Rubric) -> Iterator[Said]:
    """No facts lead to a level.

    Why it matters:
        Its condition is wrong, or the level above always wins.

    Fires on:
        A level that is the highest to hold in no case.

    How to settle it:
        Correct the conditions of the criterion.
    """
    for key, points in audit(rubric).unreachable_levels:
        yield say(
            "{}: no facts lead to {} {1?point|points}",
            key,
            points,
            at=("criteria", rubric.index(key)),
            cites=[(rubric, "criteria")],
        )


@warning("RUB003")
def idle_fact(rubric: Rubric) -> Iterator[Said]:
    """A fact changes no level.

    Why it matters:
        It is asked for and does not count: a condition forgets it, or it need
        not be asked for.

    Fires on:
        A fact of the schema that moves the level of no criterion.

    How to settle it:
        Use it in a condition, or take it out of the schema.
    """
    for effect in audit(rubric).effects:
        if effect.slope is Slope.NONE:
            yield say("{} changes no level", effect.fact, at="facts")


@error("RUB004")
def fact_without_carrier(facts: Facts) -> Iterator[Said]:
    """A fact is known that can only be where another is, and that one is not.

    Why it matters:
        Dedicated support, or an age, of a targeted policy that does not exist:
        one of the two facts is wrong. The score leaves the orphan out.

    Fires on:
        A fact whose `matters_where` certainly does not hold, and which is true,
        or, where it is no boolean, narrower than unknown.

    How to settle it:
        Correct one of the facts, or leave the orphan unknown.
    """
    for fact in facts.schema.facts:
        if fact.matters_where is None:
            continue
        values = facts[fact.name]
        boolean = fact.domain == (False, True)
        is_decided = values == (True,) if boolean else len(values) < len(fact.domain)
        if is_decided and facts.decides(fact.matters_where) is Verdict.NO:
            yield say(
                "{} is {}, but it only matters where {}",
                fact.name,
                values,
                fact.matters_where,
                at="schema",
                cites=[facts.provenance.citations_of(fact.name)],
            )
