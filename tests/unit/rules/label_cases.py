"""Cases of the rules about labels and registers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from attrs import evolve
from tests.unit.rules.casework import Case, Mender

from icluster.contexts import Context
from icluster.dates import PartialDate
from icluster.labels import (
    Grant,
    LabelAward,
    LabelEdition,
    LabelRegister,
    LabelTier,
    Portfolio,
    Term,
    ValidityConvention,
)
from icluster.organizations import Organization, OrganizationKind
from icluster.reference import esca
from icluster.rules import labels
from icluster.vocabularies import Missing, Other

THE_END = date(2018, 5, 4)
RENEWED = date(2021, 5, 4)
MONTHLY = esca.END_OF_MONTH
GOLD = LabelTier.GOLD
GOLD_ALONE = LabelEdition(key="x", terms=(Term(tier=GOLD),))
FIRST = Grant.FIRST


def award(holder: str = "A", end: date = THE_END, **changes: Any) -> LabelAward:
    given: dict[str, Any] = {"tier": LabelTier.BRONZE, "valid_until": end, **changes}
    return LabelAward(holder=Organization(name=holder), **given)


def register(*awards: LabelAward, **changes: Any) -> LabelRegister:
    given: dict[str, Any] = {"editions": [esca.SAME_DAY], **changes}
    return LabelRegister(awards=awards, **given)


def first(awarded: PartialDate, end: date = THE_END) -> LabelAward:
    return award(end=end, awarded=awarded, grant=Grant.FIRST)


def renewal(awarded: Any = Missing.UNKNOWN, end: date = RENEWED) -> LabelAward:
    return award(end=end, awarded=awarded, grant=Grant.RENEWAL)


def silver(end: date, **changes: Any) -> LabelAward:
    return award(end=end, tier=LabelTier.SILVER, **changes)


def keyed(label: LabelAward) -> LabelAward:
    return evolve(label, holder=evolve(label.holder, key="a"))


def held_by(**changes: Any) -> LabelAward:
    return evolve(award(), holder=Organization(name="A", **changes))


CASES = (
    Case(
        labels.label_lapsed,
        "on its last day",
        register(award()),
        on=THE_END,
    ),
    Case(
        labels.label_lapsed,
        "on the last day of renewal",
        register(award()),
        on=date(2019, 5, 4),
    ),
    Case(
        labels.label_lapsed,
        "the window is not known",
        register(
            award(tier=GOLD), editions=[LabelEdition(key="x", terms=(Term(tier=GOLD),))]
        ),
    ),
    Case(
        labels.label_lapsed,
        "the day after",
        register(award()),
        (
            "awards[0].valid_until: A: its last label in this register, Bronze, "
            "ended 2018-05-04, renewable until 2019-05-04",
        ),
        on=date(2019, 5, 5),
    ),
    Case(
        labels.label_lapsed,
        "it was renewed",
        register(award(), renewal()),
        on=RENEWED,
    ),
    Case(
        labels.label_lapsed,
        "a label of another tier came later",
        register(award(end=date(2015, 1, 31)), silver(RENEWED), editions=[MONTHLY]),
        on=RENEWED,
    ),
    Case(
        labels.label_lapsed,
        "the renewal has lapsed as well",
        register(award(), renewal()),
        (
            "awards[1].valid_until: A: its last label in this register, Bronze, "
            "ended 2021-05-04, renewable until 2022-05-04",
        ),
    ),
    Case(
        labels.label_lapsed,
        "another holder has one that is valid",
        register(award(), award("B", end=RENEWED)),
        (
            "awards[0].valid_until: A: its last label in this register, Bronze, "
            "ended 2018-05-04, renewable until 2019-05-04",
        ),
        on=RENEWED,
    ),
    Case(
        labels.label_lapsed,
        "which of two was awarded last is not known, and one is valid",
        register(
            award(awarded=PartialDate(2016)),
            silver(RENEWED, awarded=PartialDate(2016)),
            editions=[MONTHLY],
        ),
        on=RENEWED,
    ),
    Case(
        labels.label_lapsed,
        "two were awarded on one day, and one is valid",
        register(
            award(awarded=PartialDate(2016, 5, 4)),
            silver(RENEWED, awarded=PartialDate(2016, 5, 4)),
            editions=[MONTHLY],
        ),
        on=RENEWED,
    ),
    Case(
        labels.label_lapsed,
        "which of two was awarded last is not known, and both have lapsed",
        register(
            award(awarded=PartialDate(2016)),
            silver(date(2018, 4, 30), awarded=PartialDate(2016)),
            editions=[MONTHLY],
        ),
        (
            "awards[0].valid_until: A: its last label in this register, Silver, "
            "ended 2018-04-30, renewable until 2019-04-30",
        ),
    ),
    Case(labels.label_renewable, "on its last day", register(award()), on=THE_END),
    Case(
        labels.label_renewable,
        "the window has closed",
        register(award()),
        on=date(2019, 5, 5),
    ),
    Case(
        labels.label_renewable,
        "the label renewed and the renewal, on its last day",
        register(award(), renewal()),
        on=date(2018, 9, 30),
    ),
    Case(
        labels.label_renewable,
        "one holder by its key, the renewal under another name",
        register(
            keyed(award()),
            keyed(award("Another name", end=RENEWED)),
        ),
        on=date(2018, 9, 30),
    ),
    Case(
        labels.label_renewable,
        "the one that ends last was awarded before, and has lapsed",
        register(
            award(end=date(2020, 6, 30), awarded=PartialDate(2017)),
            silver(date(2020, 5, 31), awarded=PartialDate(2018, 5)),
            editions=[MONTHLY],
        ),
        on=date(2021, 6, 1),
    ),
    Case(
        labels.label_renewable,
        "the one awarded last, though another ended later",
        register(
            award(end=date(2020, 6, 30), awarded=PartialDate(2017)),
            silver(date(2020, 5, 31), awarded=PartialDate(2018, 5)),
            editions=[MONTHLY],
        ),
        (
            "awards[0].valid_until: A: its last label in this register, Silver, "
            "ended 2020-05-31, is renewable until 2021-05-31",
        ),
        on=date(2020, 6, 1),
    ),
    Case(
        labels.label_renewable,
        "on the last day of renewal",
        register(award()),
        (
            "awards[0].valid_until: A: its last label in this register, Bronze, "
            "ended 2018-05-04, is renewable until 2019-05-04",
        ),
        on=date(2019, 5, 4),
    ),
    Case(
        labels.end_breaks_convention,
        "labels may end on any day",
        register(award()),
    ),
    Case(
        labels.end_breaks_convention,
        "on the last day of February",
        register(award(end=date(2020, 2, 29)), editions=[esca.END_OF_MONTH]),
    ),
    Case(
        labels.end_breaks_convention,
        "the convention of its tier is not known",
        register(award(tier=GOLD), editions=[GOLD_ALONE]),
    ),
    Case(
        labels.end_breaks_convention,
        "a day before the last",
        register(award(end=date(2020, 2, 28)), editions=[esca.END_OF_MONTH]),
        (
            "awards[0].valid_until: "
            "A: ends 2020-02-28, the month of the terms ends 2020-02-29",
        ),
    ),
    Case(
        labels.end_breaks_convention,
        "the term says when it ends",
        register(
            first(PartialDate(2016, 5, 4)), renewal(end=RENEWED), editions=[MONTHLY]
        ),
    ),
    Case(
        labels.end_breaks_convention,
        "a renewal of what is not listed",
        register(renewal(end=RENEWED), editions=[MONTHLY]),
        (
            "awards[0].valid_until: "
            "A: ends 2021-05-04, the month of the terms ends 2021-05-31",
        ),
    ),
    Case(
        labels.end_breaks_convention,
        "the term does not say when it ends",
        register(
            award(tier=GOLD, awarded=PartialDate(2016), grant=Grant.FIRST),
            editions=[
                LabelEdition(
                    key="x",
                    terms=(
                        Term(tier=GOLD, convention=ValidityConvention.END_OF_MONTH),
                    ),
                )
            ],
        ),
        (
            "awards[0].valid_until: "
            "A: ends 2018-05-04, the month of the terms ends 2018-05-31",
        ),
    ),
    Case(labels.term_broken, "no date of award", register(award(grant=Grant.FIRST))),
    Case(
        labels.term_broken,
        "not known to be a first label",
        register(award(awarded=PartialDate(2010))),
    ),
    Case(
        labels.term_broken,
        "two years to the day",
        register(first(PartialDate(2016, 5, 4))),
    ),
    Case(
        labels.term_broken,
        "two years to some day of the month",
        register(first(PartialDate(2016, 5))),
    ),
    Case(
        labels.term_broken,
        "the term is not known",
        register(
            award(tier=GOLD, awarded=PartialDate(2016), grant=Grant.FIRST),
            editions=[GOLD_ALONE],
        ),
    ),
    Case(
        labels.term_broken,
        "two years and a day",
        register(first(PartialDate(2016, 5, 3))),
        ("awards[0]: A: awarded on 2016-05-03 for 24 months, but ends 2018-05-04",),
    ),
    Case(
        labels.term_broken,
        "two years to some month of the year, but not to its end",
        register(first(PartialDate(2016)), editions=[MONTHLY]),
        ("awards[0]: A: awarded in 2016 for 24 months, but ends 2018-05-04",),
    ),
    Case(
        labels.term_broken,
        "on a 29 February, which no label of two years ends on",
        register(first(PartialDate(2018), end=date(2020, 2, 29))),
        ("awards[0]: A: awarded in 2018 for 24 months, but ends 2020-02-29",),
    ),
    Case(
        labels.term_broken,
        "three years more, and listed twice",
        register(award(), renewal(), renewal()),
    ),
    Case(
        labels.term_broken,
        "renewed again, and one between may be lacking",
        register(award(end=date(2016, 5, 4)), renewal()),
    ),
    Case(
        labels.term_broken,
        "it may be no renewal",
        register(award(), award(end=date(2021, 5, 5))),
    ),
    Case(
        labels.term_broken,
        "a renewal of another tier",
        register(award(), silver(RENEWED, grant=Grant.RENEWAL), editions=[MONTHLY]),
    ),
    Case(
        labels.term_broken,
        "by how much a renewal extends is not known",
        register(
            silver(date(2018, 5, 31)),
            silver(date(2019, 5, 31), grant=Grant.RENEWAL),
            editions=[MONTHLY],
        ),
    ),
    Case(
        labels.term_broken,
        "three years and a day more",
        register(award(), renewal(end=date(2021, 5, 5))),
        ("awards[1]: A: renewed for 36 months from 2018-05-04, but ends 2021-05-05",),
    ),
    Case(
        labels.term_broken,
        "the label before it was awarded after it",
        register(
            renewal(PartialDate(2015), end=date(2018, 5, 5)),
            first(PartialDate(2016, 5, 4)),
        ),
    ),
    Case(
        labels.term_broken,
        "three years and a day more, listed twice",
        register(award(), *[renewal(end=date(2021, 5, 5))] * 2),
        (
            "awards[1]: A: renewed for 36 months from 2018-05-04, but ends 2021-05-05",
            "awards[1]: A: renewed for 36 months from 2018-05-04, but ends 2021-05-05",
        ),
    ),
    Case(
        labels.term_broken,
        "the label before it stands twice, once with another date",
        register(
            award(awarded=PartialDate(2017)),
            award(),
            renewal(PartialDate(2016), end=date(2021, 5, 5)),
        ),
        ("awards[2]: A: renewed for 36 months from 2018-05-04, but ends 2021-05-05",),
    ),
    Case(
        labels.term_broken,
        "a day too short for one between",
        register(award(end=date(2016, 5, 5)), renewal()),
        ("awards[1]: A: renewed for 36 months from 2016-05-05, but ends 2021-05-04",),
    ),
    Case(
        labels.renewal_out_of_time,
        "renewed on the last day of renewal",
        register(award(), renewal(PartialDate(2019, 5, 4))),
    ),
    Case(
        labels.renewal_out_of_time,
        "a renewal without the label before it",
        register(renewal(PartialDate(2020))),
    ),
    Case(
        labels.renewal_out_of_time,
        "a first label after a gap",
        register(award(), award(end=date(2024, 1, 1), grant=Grant.FIRST)),
    ),
    Case(
        labels.renewal_out_of_time,
        "no date of renewal",
        register(award(), renewal()),
    ),
    Case(
        labels.renewal_out_of_time,
        "the window is not known",
        register(
            award(tier=GOLD),
            evolve(renewal(PartialDate(2018, 6), end=date(2018, 7, 3)), tier=GOLD),
            editions=[GOLD_ALONE],
        ),
    ),
    Case(
        labels.renewal_out_of_time,
        "one between may be lacking",
        register(award(end=date(2016, 5, 4)), renewal(PartialDate(2019))),
    ),
    Case(
        labels.renewal_out_of_time,
        "a new beginning after the last day of renewal",
        register(renewal(end=date(2015, 5, 3)), first(PartialDate(2016, 5, 4))),
    ),
    Case(
        labels.renewal_out_of_time,
        "a new beginning, its date being known by its term",
        register(renewal(end=date(2015, 5, 3)), award(grant=Grant.FIRST)),
    ),
    Case(
        labels.renewal_out_of_time,
        "no first label among those that came later",
        register(renewal(), award(end=date(2024, 5, 4))),
    ),
    Case(
        labels.renewal_out_of_time,
        "which came first is not known",
        register(
            renewal(PartialDate(2016), end=date(2018, 5, 3)), first(PartialDate(2016))
        ),
    ),
    Case(
        labels.renewal_out_of_time,
        "the first label ends on the same day",
        register(renewal(end=THE_END), award(grant=Grant.FIRST)),
    ),
    Case(
        labels.renewal_out_of_time,
        "renewed a day later",
        register(award(), renewal(PartialDate(2019, 5, 5))),
        (
            "awards[1].awarded: A: renewed on 2019-05-05, but the label before it "
            "could be renewed until 2019-05-04",
        ),
    ),
    Case(
        labels.renewal_out_of_time,
        "the first label came on the last day of renewal",
        register(renewal(end=date(2015, 5, 4)), award(grant=Grant.FIRST)),
        (
            "awards[0].grant: A: the renewal until 2015-05-04 comes before the first "
            "label, which ends 2018-05-04",
        ),
    ),
    Case(
        labels.renewal_out_of_time,
        "the first label came later, though it ends before",
        register(renewal(PartialDate(2015)), first(PartialDate(2016, 5, 4))),
        (
            "awards[1].grant: A: the renewal until 2021-05-04 comes before the first "
            "label, which ends 2018-05-04",
        ),
    ),
    Case(
        labels.renewal_out_of_time,
        "the term is not known, and the first label ends before the renewal could",
        register(
            evolve(renewal(end=date(2018, 5, 3)), tier=GOLD),
            award(tier=GOLD, grant=Grant.FIRST, awarded=PartialDate(2018, 5, 3)),
            editions=[GOLD_ALONE],
        ),
        (
            "awards[0].grant: A: the renewal until 2018-05-03 comes before the first "
            "label, which ends 2018-05-04",
        ),
    ),
    Case(
        labels.label_twice,
        "two labels of one holder, one after the other",
        register(award(), award(end=date(2021, 5, 4))),
    ),
    Case(
        labels.label_twice,
        "two holders, one end",
        register(award("A"), award("B")),
    ),
    Case(
        labels.label_twice,
        "one holder, one end",
        register(award(), award()),
        ("awards[1]: A: Bronze until 2018-05-04 stands twice",),
    ),
    Case(labels.portfolio_unlisted, "no portfolio", award()),
    Case(
        labels.portfolio_unlisted,
        "one of the list",
        award(portfolio=Portfolio("ict", "ICT", "register")),
    ),
    Case(
        labels.portfolio_unlisted,
        "its list is not at hand",
        award(portfolio=Portfolio("ict", "ICT", "of_1999")),
    ),
    Case(
        labels.portfolio_unlisted,
        "one that is not on its list",
        award(portfolio=Portfolio("spice", "Spice", "register")),
        (
            'portfolio: "Spice" is not among the portfolios known of the edition '
            "register",
        ),
    ),
    Case(
        labels.award_after_snapshot,
        "the day is not known",
        register(first(PartialDate(2016, 5, 4))),
    ),
    Case(
        labels.award_after_snapshot,
        "awarded on the day itself",
        register(first(PartialDate(2016, 5, 4)), snapshot=date(2016, 5, 4)),
    ),
    Case(
        labels.award_after_snapshot,
        "awarded the day after",
        register(first(PartialDate(2016, 5, 4)), snapshot=date(2016, 5, 3)),
        ("awards[0].awarded: A: awarded 2016-05-04, listed on 2016-05-03",),
    ),
    Case(
        labels.register_undated,
        "the day is known",
        register(award(), snapshot=date(2016, 1, 1)),
    ),
    Case(
        labels.register_undated,
        "every date of award is known",
        register(first(PartialDate(2016, 5, 4))),
    ),
    Case(
        labels.register_undated,
        "neither is known",
        register(award(), first(PartialDate(2016, 5, 4))),
        ("snapshot: neither the day it shows nor the dates of all awards are known",),
    ),
    Case(labels.holder_outside_life, "neither date is known", award()),
    Case(
        labels.holder_outside_life,
        "founded and ended on the day of the award",
        evolve(
            held_by(founded=PartialDate(2016, 5, 4), dissolved=PartialDate(2016, 5, 4)),
            awarded=PartialDate(2016, 5, 4),
        ),
        on=date(2018, 5, 5),
    ),
    Case(
        labels.holder_outside_life,
        "founded on the last day of what was awarded nobody knows when",
        held_by(founded=PartialDate(2018, 5, 4)),
    ),
    Case(
        labels.holder_outside_life,
        "it may have ended after the award",
        evolve(held_by(dissolved=PartialDate(2016)), awarded=PartialDate(2016, 5, 4)),
        on=date(2018, 5, 5),
    ),
    Case(
        labels.holder_outside_life,
        "founded the day after the award",
        evolve(
            held_by(founded=PartialDate(2016, 5, 5)), awarded=PartialDate(2016, 5, 4)
        ),
        (
            "holder: A was founded on 2016-05-05, "
            "after its label was awarded on 2016-05-04",
        ),
    ),
    Case(
        labels.holder_outside_life,
        "founded the day after its label ended",
        held_by(founded=PartialDate(2018, 5, 5)),
        ("holder: A was founded on 2018-05-05, after its label ended on 2018-05-04",),
    ),
    Case(
        labels.holder_outside_life,
        "it ended before the award",
        evolve(held_by(dissolved=PartialDate(2015)), awarded=PartialDate(2016, 5)),
        ("holder: A ended in 2015, before its label was awarded in 2016-05",),
        on=date(2018, 5, 5),
    ),
    Case(
        labels.holder_outside_life,
        "on the last day of its label it is gone",
        held_by(dissolved=PartialDate(2018, 5, 3)),
        ("holder: A ended on 2018-05-03; its label runs until 2018-05-04",),
        on=THE_END,
    ),
    Case(labels.holder_is_no_cluster_organization, "kind not known", award()),
    Case(
        labels.holder_is_no_cluster_organization,
        "a kind in words",
        held_by(kind=Other("association")),
    ),
    Case(
        labels.holder_is_no_cluster_organization,
        "a cluster organization",
        held_by(kind=OrganizationKind.CLUSTER_ORGANIZATION),
    ),
    Case(
        labels.holder_is_no_cluster_organization,
        "a company",
        held_by(kind=OrganizationKind.COMPANY),
        ("holder.kind: A holds a label and is recorded as Company",),
    ),
    Case(
        labels.higher_label_too_early,
        "on the first day on which it may have been",
        register(
            first(PartialDate(2016, 5, 4)),
            silver(date(2019, 11, 30), awarded=PartialDate(2017, 11, 4), grant=FIRST),
            editions=[esca.END_OF_MONTH],
        ),
    ),
    Case(
        labels.higher_label_too_early,
        "a year in which it may have been",
        register(
            first(PartialDate(2016)),
            silver(date(2019, 11, 30), awarded=PartialDate(2017), grant=FIRST),
            editions=[esca.END_OF_MONTH],
        ),
    ),
    Case(
        labels.higher_label_too_early,
        "no label before it is recorded",
        register(
            silver(date(2018, 5, 31), awarded=PartialDate(2016, 5, 4), grant=FIRST),
            editions=[esca.END_OF_MONTH],
        ),
    ),
    Case(
        labels.higher_label_too_early,
        "it is itself the first that is recorded",
        register(
            first(PartialDate(2017, 5, 4)),
            silver(date(2018, 5, 31), awarded=PartialDate(2016, 5, 4), grant=FIRST),
            editions=[esca.END_OF_MONTH],
        ),
    ),
    Case(
        labels.higher_label_too_early,
        "the label before it is a renewal",
        register(
            renewal(PartialDate(2016, 5, 4)),
            silver(date(2018, 5, 31), awarded=PartialDate(2016, 8), grant=FIRST),
            editions=[esca.END_OF_MONTH],
        ),
    ),
    Case(
        labels.higher_label_too_early,
        "a day before",
        register(
            first(PartialDate(2016, 5, 4)),
            silver(date(2019, 11, 30), awarded=PartialDate(2017, 11, 3), grant=FIRST),
            editions=[esca.END_OF_MONTH],
        ),
        (
            "awards[1].awarded: A: Silver awarded 2017-11-03, its first label "
            "2016-05-04; 18 months must lie between",
        ),
    ),
)


# --- as they look once somebody did what the finding asks for ---


def _each_award(change: Callable[[LabelAward], LabelAward]) -> Mender:
    return lambda r, _, __: evolve(r, awards=[change(a) for a in r.awards])


def _with_later_labels(
    register: LabelRegister, on: date, context: Context
) -> LabelRegister:
    later = [
        LabelAward(holder=a.holder, tier=a.tier, valid_until=date.max)
        for a in register.awards
    ]
    return evolve(register, awards=[*register.awards, *later])


def _to_the_end_of_the_month(award: LabelAward) -> LabelAward:
    end = ValidityConvention.END_OF_MONTH.end(award.valid_until, months=0)
    return evolve(award, valid_until=end)


def _labels_once(register: LabelRegister, on: date, context: Context) -> LabelRegister:
    kept = {
        (a.holder.key or a.holder.name, a.tier, a.valid_until): a
        for a in register.awards
    }
    return evolve(register, awards=list(kept.values()))


def _held_by(**changes: Any) -> Mender:
    return lambda a, _, __: evolve(a, holder=evolve(a.holder, **changes))


MENDERS: dict[str, Mender] = {
    "LAB001": _with_later_labels,
    "LAB002": _with_later_labels,
    "LAB003": _each_award(_to_the_end_of_the_month),
    "LAB004": _each_award(lambda a: evolve(a, grant=Missing.UNKNOWN)),
    "LAB005": _each_award(lambda a: evolve(a, grant=Missing.UNKNOWN)),
    "LAB006": _labels_once,
    "LAB007": lambda a, _, __: evolve(a, portfolio=Missing.UNKNOWN),
    "LAB008": lambda r, _, __: evolve(r, snapshot=None),
    "LAB009": lambda r, _, __: evolve(r, snapshot=date(2040, 1, 1)),
    "LAB010": _held_by(founded=Missing.UNKNOWN, dissolved=Missing.UNKNOWN),
    "LAB011": _held_by(kind=OrganizationKind.CLUSTER_ORGANIZATION),
    "LAB012": _each_award(lambda a: evolve(a, grant=Missing.UNKNOWN)),
}
