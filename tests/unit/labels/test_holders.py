"""What holders have: renewed, followed, listed twice, of several editions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from icluster import rules
from icluster.dates import PartialDate, PartialPeriod
from icluster.errors import InvalidValueError
from icluster.labels import (
    CountRange,
    LabelAward,
    LabelEdition,
    LabelRegister,
    LabelStatus,
    LabelTier,
    Term,
)
from icluster.organizations import Organization
from icluster.reference import CONTEXT, esca
from icluster.regions import Country, Region

BRONZE, SILVER, GOLD = LabelTier
FIRST_END, SECOND_END = date(2016, 6, 18), date(2019, 6, 18)
FOOD = esca.PORTFOLIOS.from_title("Food industry")


def award(end: date = FIRST_END, *awarded: int, **changes: Any) -> LabelAward:
    fields: dict[str, Any] = {"holder": Organization(name="A"), "tier": BRONZE}
    if awarded:
        fields["awarded"] = PartialDate.parse(
            "-".join(f"{part:02}" for part in awarded)
        )
    return LabelAward(valid_until=end, **{**fields, **changes})


def register(*awards: LabelAward, **changes: Any) -> LabelRegister:
    content: dict[str, Any] = {"awards": awards, "editions": esca.SCHEME.editions}
    return LabelRegister(**{**content, **changes})


def silver(end: date, *awarded: int, **changes: Any) -> LabelAward:
    return award(end, *awarded, tier=SILVER, **changes)


def told(rows: Any) -> list[str]:
    return [" or ".join(status.value for status in statuses) for statuses in rows]


def by_award(subject: LabelRegister, on: date) -> list[str]:
    return told(statuses for _, statuses in subject.awards_on(on))


def mexican(one: LabelAward) -> LabelAward:
    return evolve(one, holder=evolve(one.holder, country=Country("MX")))


RENEWED = register(award(), award(SECOND_END, 2016, 1, 1))


def test_what_was_renewed_does_not_lapse() -> None:
    assert len(RENEWED.lapsing(on=date(2016, 5, 1), months=3)) == 0
    assert len(register(award()).lapsing(on=date(2016, 5, 1), months=3)) == 1
    not_yet = register(award(SECOND_END, 2019, 6, 1), award())
    assert len(not_yet.lapsing(on=date(2019, 5, 1), months=3)) == 0
    of_two_terms = register(
        award(date(2019, 2, 28)), award(date(2019, 2, 27), edition="same_day")
    )
    assert told(of_two_terms.statuses(on=date(2020, 2, 29))) == ["renewable or lapsed"]


def test_what_will_be_renewed_before_its_end_does_not_lapse() -> None:
    assert len(RENEWED.lapsing(on=date(2015, 12, 1), months=12)) == 0
    late = register(award(FIRST_END, 2014), award(SECOND_END, 2016, 7, 1))
    assert list(late.lapsing(on=date(2015, 12, 1), months=12)) == [late[0]]


def test_what_was_renewed_is_neither_renewable_nor_valid_twice() -> None:
    assert str(RENEWED.counts(on=date(2016, 9, 1))) == (
        "1 on 2016-09-01: Not yet awarded 0; Valid 1; Expired, may be renewed 0; "
        "Lapsed 0"
    )
    assert RENEWED.counts(on=date(2016, 5, 1))[LabelStatus.VALID].exact == 1
    assert by_award(RENEWED, date(2016, 9, 1)) == ["succeeded", "valid"]
    assert told(RENEWED.statuses(on=date(2016, 9, 1))) == ["valid"]


def test_what_is_not_known_to_have_begun_leaves_both_open() -> None:
    undated = register(award(), award(SECOND_END))
    day = date(2016, 9, 1)
    assert told(undated.statuses(on=day)) == ["valid or renewable"]
    assert by_award(undated, day) == ["renewable or succeeded", "not_yet or valid"]
    [row] = undated.table(on=day).records()
    assert str(row["valid_until"]) == "2016-06-18 or 2019-06-18"
    listed = evolve(undated, snapshot=date(2016, 8, 31))
    assert told(listed.statuses(on=day)) == ["valid"]


def test_a_higher_label_follows_a_lower_one_and_not_the_reverse() -> None:
    followed = register(
        award(FIRST_END, 2014, 6, 18), silver(date(2018, 1, 31), 2016, 1, 15)
    )
    day = date(2016, 3, 1)
    assert told(followed.statuses(on=day)) == ["succeeded", "valid"]
    assert followed.counts(on=day).total.exact == 1
    anew = register(silver(date(2014, 1, 31), 2012), award(FIRST_END, 2014, 6, 18))
    assert told(anew.statuses(on=date(2015, 6, 1))) == ["lapsed", "valid"]


def test_what_cannot_be_at_once_is_not_added_up() -> None:
    either = register(award(FIRST_END, 2014, 6, 18), silver(date(2018, 1, 31), 2016))
    counts = either.counts(on=date(2016, 3, 1))
    assert counts[LabelStatus.VALID] == CountRange(1, 1)
    assert counts.total == CountRange(1, 2)
    steps = either.timeline(since=date(2015, 1, 1), until=date(2018, 12, 31))
    assert [str(step) for step in steps] == [
        "2015-01-01 to 2016-06-18: 1",
        "2016-06-19 to 2016-12-30: 0 to 1",
        "2016-12-31 to 2018-01-31: 1",
        "2018-02-01 to 2018-12-31: 0",
    ]


def test_a_part_knows_what_followed() -> None:
    whole = register(
        award(FIRST_END, 2014, portfolio=FOOD), silver(date(2018, 1, 31), 2016, 1, 15)
    )
    day = date(2016, 3, 1)
    lower = whole.where(tier=BRONZE)
    assert (len(lower), lower.beside) == (1, (whole[1],))
    assert told(lower.statuses(on=day)) == ["succeeded"]
    assert lower.counts(on=day).total.exact == 0
    counts = {
        row["group"]: row["labels_highest"]
        for row in whole.counts_table(on=day).records()
    }
    assert list(counts.values()) == [0, 1, 1]
    [row] = lower.table(on=day).records()
    assert row["valid_until"] == FIRST_END
    assert by_award(lower, day) == ["succeeded"]
    assert len(lower.lapsing(on=day, months=6)) == 0
    placed = (
        evolve(whole, awards=map(mexican, whole))
        .where(tier=BRONZE)
        .placed(lambda _: [Region("MX-NLE")])
    )
    assert {one.holder.region for one in (*placed, *placed.beside)} == {
        Region("MX-NLE")
    }


def test_holders_are_told_by_key_else_by_name() -> None:
    keyed = Organization(name="Another name", key="a")
    named, of_key = award(), award(SECOND_END, 2016, 1, 1, holder=keyed)
    assert len(register(named, of_key).statuses(on=FIRST_END)) == 2
    same = award(holder=evolve(keyed, name="A"))
    assert len(register(same, of_key).statuses(on=FIRST_END)) == 1
    # A name that reads like a key is no key.
    reads_alike = award(holder=Organization(name="a"))
    assert len(register(reads_alike, of_key).statuses(on=FIRST_END)) == 2


def test_a_label_that_stands_twice_is_one() -> None:
    twice = register(award(FIRST_END, 2014), award(portfolio=FOOD, edition="same_day"))
    assert twice.counts(on=date(2015, 1, 1))[LabelStatus.VALID].exact == 1
    assert by_award(twice, date(2015, 1, 1)) == ["valid", "valid"]
    apart = register(award(FIRST_END, 2014, 3), award(FIRST_END, 2014, 5))
    assert told(apart.statuses(on=date(2014, 4, 15))) == ["not_yet or valid"]


def test_a_label_that_stands_twice_is_what_both_rows_allow() -> None:
    day_and_year = register(award(FIRST_END, 2014, 6, 18), award(FIRST_END, 2014))
    assert told(day_and_year.statuses(on=date(2014, 6, 17))) == ["not_yet"]
    assert told(day_and_year.statuses(on=date(2014, 6, 18))) == ["valid"]
    # By the month it may be renewed on the 29th too; one of the rows is by the day.
    end = date(2019, 2, 28)
    by_day = register(award(end), award(end, edition="same_day"))
    assert told(by_day.statuses(on=date(2020, 2, 29))) == ["lapsed"]


def test_dates_that_contradict_the_ends_leave_more_open() -> None:
    odd = register(award(FIRST_END, 2016, 1, 1), award(SECOND_END, 2015, 1, 1))
    assert told(odd.statuses(on=date(2017, 1, 1))) == ["valid"]
    assert told(odd.statuses(on=date(2015, 6, 1))) == ["not_yet or valid"]
    assert told(odd.statuses(on=date(2014, 6, 1))) == ["not_yet"]


def test_a_part_of_what_lies_between_speaks_of_its_own() -> None:
    three = register(
        award(date(2014, 1, 1), 2012),
        award(FIRST_END, 2014, portfolio=FOOD),
        award(SECOND_END, 2016, 1, 1),
    )
    middle = three.where(portfolio=FOOD)
    assert told(middle.statuses(on=date(2013, 6, 1))) == ["not_yet"]
    assert told(middle.statuses(on=date(2015, 6, 1))) == ["valid"]
    assert told(middle.statuses(on=date(2017, 6, 1))) == ["succeeded"]
    for day in (date(2013, 6, 1), date(2017, 6, 1)):
        [row] = middle.table(on=day).records()
        assert row["valid_until"] == FIRST_END


def test_filters_by_status_look_at_what_holders_have() -> None:
    day = date(2016, 9, 1)
    assert list(RENEWED.valid(on=day)) == [RENEWED[1]]
    assert len(RENEWED.with_status(LabelStatus.RENEWABLE, on=day)) == 0
    undated = register(award(), award(SECOND_END))
    renewable = undated.with_status(LabelStatus.RENEWABLE, on=day)
    assert list(renewable) == [undated[0]]
    assert len(undated.with_status(LabelStatus.VALID, on=day, surely=True)) == 0


# --- editions -----------------------------------------------------------------------


def test_old_rows_and_a_new_silver_are_judged_row_by_row() -> None:
    mixed = register(
        award(date(2014, 5, 8)),
        award(date(2017, 5, 8), holder=Organization(name="B"), edition="same_day"),
        silver(date(2021, 3, 31), 2019, 3, 12, holder=Organization(name="C")),
    )
    report = rules.check(mixed, on=date(2020, 1, 1), context=CONTEXT)
    assert not report.of("LAB003")
    by_month = evolve(mixed[1], edition="end_of_month")
    report = rules.check(
        evolve(mixed, awards=[by_month]), on=date(2020, 1, 1), context=CONTEXT
    )
    assert len(report.of("LAB003")) == 1


def test_an_answer_is_the_union_of_the_editions() -> None:
    february, day = award(date(2019, 2, 28)), date(2020, 2, 29)
    assert told(register(february).statuses(on=day)) == ["renewable or lapsed"]
    for key, status in (("same_day", "lapsed"), ("end_of_month", "renewable")):
        told_edition = register(evolve(february, edition=key))
        assert told(told_edition.statuses(on=day)) == [status]


def test_dates_of_award_tell_editions() -> None:
    before, after = PartialDate(2015), PartialDate(2016)
    old, new = esca.SCHEME.editions
    dated = [
        evolve(old, in_force=PartialPeriod(ends=before)),
        evolve(new, in_force=PartialPeriod(after)),
    ]
    february, day = award(date(2019, 2, 28)), date(2020, 2, 29)
    for awarded, terms in ((2015, [old]), (2017, [new])):
        one = register(award(date(2019, 2, 28), awarded), editions=dated)
        assert one.terms_of(one[0]) == tuple(edition.term(BRONZE) for edition in terms)
    both = register(february, editions=dated)
    assert len(both.terms_of(february)) == 2
    assert told(both.statuses(on=day)) == ["renewable or lapsed"]
    over = [evolve(old, in_force=PartialPeriod(ends=PartialDate(2010)))]
    in_none = register(award(date(2019, 2, 28), 2017), editions=over)
    assert in_none.terms_of(in_none[0]) == (old.term(BRONZE),)


BAD: dict[str, tuple[LabelAward, Any, str]] = {
    "no edition": (award(), [], "editions must be at least one"),
    "one key twice": (
        award(),
        [esca.SAME_DAY] * 2,
        "editions must be with keys that differ",
    ),
    "no term": (
        silver(FIRST_END),
        [esca.SAME_DAY],
        "editions must be with a term for Silver",
    ),
    "an edition it has not": (
        award(edition="of_1999"),
        [esca.SAME_DAY],
        "editions must be with a term of 'of_1999' for Bronze",
    ),
    "not the edition it names": (
        silver(FIRST_END, edition="same_day"),
        esca.SCHEME.editions,
        "editions must be with a term of 'same_day' for Silver",
    ),
}


@pytest.mark.parametrize("case", BAD.values(), ids=BAD)
def test_a_register_refuses(case: tuple[LabelAward, Any, str]) -> None:
    subject, editions, message = case
    with pytest.raises(InvalidValueError, match=message):
        register(subject, editions=editions)


def test_a_start_is_not_derived_by_the_term_of_another_tier() -> None:
    with pytest.raises(InvalidValueError, match="term must be one of Bronze"):
        award().with_derived_start(esca.END_OF_MONTH.term(SILVER))


def test_of_a_tier_alone() -> None:
    edition = LabelEdition(key="x", terms=[Term(tier=GOLD)])
    only = register(award(tier=GOLD), editions=[edition])
    assert only.terms_of(only[0]) == edition.terms
    with pytest.raises(InvalidValueError, match="tier must be of type LabelTier"):
        edition.term("gold")  # type: ignore[arg-type]
