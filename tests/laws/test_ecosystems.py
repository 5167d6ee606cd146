"""What is sure stays sure, and what is impossible stays so, whatever comes to light."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.strategies import in_one

from icluster import ecosystems
from icluster.dates import PartialDate, PartialPeriod
from icluster.ecosystems import (
    AdmissionRule,
    Ecosystem,
    Linkage,
    Participation,
    StrategicObjective,
)
from icluster.organizations import Helix, HelixModel, Organization
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Unknown

End: TypeAlias = "PartialDate | Unknown"

FIRST, LAST = date(2014, 1, 1).toordinal(), date(2016, 12, 31).toordinal()
DAYS = st.integers(FIRST, LAST).map(date.fromordinal)
PARTS = (0, 33, 50, 100)
# All that is chosen for one organization, besides its days, in one draw: how precisely
# its end and its beginning are known, its sector and whether that is, and which of the
# days that they may mean comes to light.
CHOICES = in_one(
    (0, 0, 0, 1, 2, 3),
    (1, 2, 3),
    [helix for helix in Helix if helix.is_sector],
    (True, False),
    PARTS,
    PARTS,
)


def known_to(day: date, precision: int) -> PartialDate:
    """Return what is known of a day to the year, the month or the day: 1, 2 or 3."""
    month = day.month if precision > 1 else None
    return PartialDate(day.year, month, day.day if precision > 2 else None)


def completed(partial: PartialDate, part: int) -> PartialDate:
    """Return what comes to light: the day so many hundredths through a date."""
    length = partial.last_day - partial.first_day
    return PartialDate.of(partial.first_day + length * part // 100)


@st.composite
def two_stages(draw: st.DrawFn) -> tuple[Ecosystem, Ecosystem]:
    """Draw an ecosystem as it is known, and as it is known later on."""
    stages: list[list[Organization]] = [[], []]
    parts: list[list[Participation]] = [[], []]
    links: list[list[Linkage]] = [[], []]
    for key, following in zip("abc", "bca", strict=True):
        ends_to, begins_to, sector, is_known, end_part, begin_part = draw(CHOICES)
        begins = known_to(draw(DAYS), begins_to)
        ends: list[End] = [Missing.UNKNOWN, Missing.UNKNOWN]
        if ends_to:
            end = known_to(draw(DAYS), ends_to)
            ends = [end, completed(end, end_part)]
        # In the second stage dates are days, and every sector is known.
        begun = (begins, completed(begins, begin_part))
        helices: list[Helix | Unknown] = [sector, sector]
        if not is_known:
            helices[0] = Missing.UNKNOWN
        for stage in (0, 1):
            period = PartialPeriod(begun[stage], Missing.NOT_APPLICABLE)
            body = Organization(
                key=key, name=key, helix=helices[stage], dissolved=ends[stage]
            )
            stages[stage].append(body)
            parts[stage].append(Participation(party=key, period=period))
            links[stage].append(Linkage(first=key, second=following, period=period))
    before, after = (
        Ecosystem(
            key="demo",
            name="Demo",
            organizations=tuple(stages[stage]),
            participations=tuple(parts[stage]),
            linkages=tuple(links[stage]),
        )
        for stage in (0, 1)
    )
    return before, after


@given(two_stages(), DAYS)
def test_law_who_surely_takes_part_is_never_taken_back(
    stages: tuple[Ecosystem, Ecosystem], day: date
) -> None:
    known, later = (ecosystems.participants(stage, on=day) for stage in stages)
    sure = {each.party for each in known.surely}
    at_most = sure | {each.party for each in known.possibly}
    assert sure <= {each.party for each in later.surely} <= at_most
    assert later.possibly == ()
    assert sure.isdisjoint(each.party for each in known.possibly)


@given(two_stages(), DAYS, st.sampled_from(HelixModel))
def test_law_helices_surely_covered_or_missing_stay_so(
    stages: tuple[Ecosystem, Ecosystem], day: date, model: HelixModel
) -> None:
    known, later = (
        ecosystems.helix_coverage(stage, on=day, model=model) for stage in stages
    )
    assert set(known.surely) <= set(later.surely)
    assert set(known.missing) <= set(later.missing)
    everything = (*known.surely, *known.possibly, *known.missing, *known.contexts)
    assert sorted(each.value for each in everything) == sorted(
        each.value for each in model.helices
    )


@given(two_stages(), DAYS)
def test_law_linked_is_mutual_and_the_isolated_are_linked_to_nobody(
    stages: tuple[Ecosystem, Ecosystem], day: date
) -> None:
    ecosystem, later = stages
    isolated = ecosystems.isolated(ecosystem, on=day)
    for key in ("a", "b", "c"):
        found = ecosystems.linked_to(ecosystem, key, on=day)
        for other in found.surely:
            assert key in ecosystems.linked_to(ecosystem, other, on=day).surely
        if key in isolated.surely:
            assert found.surely == found.possibly == ()
        if found.surely:
            assert key not in (*isolated.surely, *isolated.possibly)
    assert set(isolated.surely) <= set(ecosystems.isolated(later, on=day).surely)


@given(
    st.lists(st.sampled_from([True, False, Missing.UNKNOWN]), min_size=1, max_size=4),
    st.data(),
)
def test_law_a_decision_is_never_taken_back_by_an_answer(
    answers: list[bool | Missing], data: st.DataObject
) -> None:
    rule = data.draw(st.sampled_from(AdmissionRule))
    given_now = {f"o{number}": answer for number, answer in enumerate(answers)}
    ecosystem = Ecosystem(
        key="demo",
        name="Demo",
        objectives=tuple(StrategicObjective(key=key, title=key) for key in given_now),
        admission_rule=rule,
    )
    settled = {
        key: data.draw(st.booleans()) if isinstance(answer, Missing) else answer
        for key, answer in given_now.items()
    }
    applicant = Organization(name="A", founded=PartialDate(2010))
    before, after = (
        ecosystems.admission(
            ecosystem, applicant, on=date(2015, 1, 1), takes_part=several
        ).verdict
        for several in (given_now, settled)
    )
    assert before in (Verdict.OPEN, after)
    if rule is not AdmissionRule.OBJECTIVES:
        assert after is not Verdict.OPEN


@given(two_stages(), st.permutations(["a", "b", "c"]), DAYS)
def test_law_of_two_that_become_one_nothing_is_lost_and_one_is_named(
    stages: tuple[Ecosystem, Ecosystem], keys: list[str], day: date
) -> None:
    ecosystem, _ = stages
    keep, drop, bystander = keys
    merged = ecosystem.merged(keep, drop)
    named = {key for relation in merged.relations() for key in relation.record.named}
    assert named == {keep, bystander}
    assert {drop, keep} <= set(merged[keep].names)
    assert merged[bystander] == ecosystem[bystander]
    assert isinstance(merged.participations, tuple)
    assert isinstance(ecosystem.participations, tuple)
    followed = {
        Participation(party=keep if one.party == drop else one.party, period=one.period)
        for one in ecosystem.participations
    }
    assert set(merged.participations) == followed
    assert set(ecosystems.linked_to(merged, bystander, on=day).surely) <= {keep}


@given(two_stages())
def test_law_all_can_become_one_in_any_order(
    stages: tuple[Ecosystem, Ecosystem],
) -> None:
    ecosystem, _ = stages
    one = ecosystem.merged("a", "b").merged("a", "c")
    other = ecosystem.merged("b", "c").merged("a", "b")
    assert len(one.organizations) == 1
    assert one.linkages == other.linkages == ()
    assert set(one["a"].names) == set(other["a"].names) == {"a", "b", "c"}
