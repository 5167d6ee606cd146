"""Cases of the rules about labels, registers and schemes."""

from __future__ import annotations

from datetime import date
from typing import Any

from attrs import evolve
from tests.unit.rules.casework import Case

from icluster.dates import PartialDate, PartialPeriod
from icluster.labels import (
    Grant,
    LabelAward,
    LabelEdition,
    LabelRegister,
    LabelScheme,
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
GOLD = LabelTier.GOLD


def award(holder: str = "A", end: date = THE_END, **changes: Any) -> LabelAward:
    given: dict[str, Any] = {"tier": LabelTier.BRONZE, "valid_until": end, **changes}
    return LabelAward(holder=Organization(name=holder), **given)


def register(*awards: LabelAward, **changes: Any) -> LabelRegister:
    given: dict[str, Any] = {"edition": esca.SAME_DAY, **changes}
    return LabelRegister(awards=awards, **given)


def first(awarded: PartialDate, end: date = THE_END) -> LabelAward:
    return award(end=end, awarded=awarded, grant=Grant.FIRST)


def renewal(awarded: PartialDate) -> LabelAward:
    return award(end=date(2021, 5, 4), awarded=awarded, grant=Grant.RENEWAL)


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
            award(tier=GOLD), edition=LabelEdition(key="x", terms=(Term(tier=GOLD),))
        ),
    ),
    Case(
        labels.label_lapsed,
        "the day after",
        register(award()),
        ("awards[0].valid_until: A: ended 2018-05-04, renewable until 2019-05-04",),
        on=date(2019, 5, 5),
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
        "on the last day of renewal",
        register(award()),
        (
            "awards[0].valid_until: "
            "A: ended 2018-05-04, may be renewed until 2019-05-04",
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
        register(award(end=date(2020, 2, 29)), edition=esca.END_OF_MONTH),
    ),
    Case(
        labels.end_breaks_convention,
        "the convention of its tier is not known",
        register(award(tier=GOLD), edition=esca.END_OF_MONTH),
    ),
    Case(
        labels.end_breaks_convention,
        "a day before the last",
        register(award(end=date(2020, 2, 28)), edition=esca.END_OF_MONTH),
        (
            "awards[0].valid_until: "
            "A: ends 2020-02-28, the month of the terms ends 2020-02-29",
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
            edition=esca.END_OF_MONTH,
        ),
    ),
    Case(
        labels.term_broken,
        "two years and a day",
        register(first(PartialDate(2016, 5, 3))),
        ("awards[0]: A: awarded 2016-05-03 for 24 months, but ends 2018-05-04",),
    ),
    Case(
        labels.renewal_too_late,
        "renewed on the last day of renewal",
        register(award(), renewal(PartialDate(2019, 5, 4))),
    ),
    Case(
        labels.renewal_too_late,
        "a renewal without the label before it",
        register(renewal(PartialDate(2020))),
    ),
    Case(
        labels.renewal_too_late,
        "a first label after a gap",
        register(award(), award(end=date(2024, 1, 1), grant=Grant.FIRST)),
    ),
    Case(
        labels.renewal_too_late,
        "no date of renewal",
        register(award(), award(end=date(2024, 1, 1), grant=Grant.RENEWAL)),
    ),
    Case(
        labels.renewal_too_late,
        "the window is not known",
        register(
            award(tier=GOLD),
            evolve(renewal(PartialDate(2020)), tier=GOLD),
            edition=LabelEdition(key="x", terms=(Term(tier=GOLD),)),
        ),
    ),
    Case(
        labels.renewal_too_late,
        "renewed a day later",
        register(award(), renewal(PartialDate(2019, 5, 5))),
        (
            "awards[1].awarded: A: renewed 2019-05-05, but the label before it "
            "could be renewed until 2019-05-04",
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
            'portfolio: "Spice" is not among the 14 portfolios known of the edition '
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
        (
            "snapshot: the day it shows is not known, "
            "nor when 1 of 2 labels were awarded",
        ),
    ),
    Case(labels.holder_ended, "no end", award()),
    Case(
        labels.holder_ended,
        "it may have ended after the award",
        evolve(held_by(dissolved=PartialDate(2016)), awarded=PartialDate(2016, 5, 4)),
        on=date(2018, 5, 5),
    ),
    Case(
        labels.holder_ended,
        "it ended before the award",
        evolve(held_by(dissolved=PartialDate(2015)), awarded=PartialDate(2016, 5, 4)),
        (
            "holder: A ended in 2015; "
            "its label, awarded 2016-05-04, runs until 2018-05-04",
        ),
        on=date(2018, 5, 5),
    ),
    Case(
        labels.holder_ended,
        "on the last day of its label it is gone",
        held_by(dissolved=PartialDate(2017)),
        ("holder: A ended in 2017; its label, awarded unknown, runs until 2018-05-04",),
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
        labels.edition_undecided,
        "the editions follow one another",
        LabelScheme(
            key="x",
            title="X",
            editions=(
                evolve(esca.SAME_DAY, in_force=PartialPeriod(ends=PartialDate(2015))),
                evolve(
                    esca.END_OF_MONTH,
                    in_force=PartialPeriod(PartialDate(2016), Missing.NOT_APPLICABLE),
                ),
            ),
        ),
    ),
    Case(
        labels.edition_undecided,
        "both have no dates",
        esca.SCHEME,
        (
            "editions: on 2022-09-30 any of these terms may hold: "
            "same_day, end_of_month",
        ),
    ),
    Case(
        labels.term_incomplete,
        "all is known",
        esca.SAME_DAY.term(LabelTier.BRONZE),
    ),
    Case(
        labels.term_incomplete,
        "something is not",
        Term(
            tier=GOLD,
            convention=ValidityConvention.SAME_DAY,
            months=24,
            renewal_months=24,
        ),
        (": Gold: not known: window_months",),
    ),
)
