# pyright: reportUnnecessaryTypeIgnoreComment=error, reportUnusedExpression=none
"""What a type checker says of calls as users write them: labels, ecosystems, profiles.

See `test_scoring_types` for the pattern.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import assert_type

import pytest

from icluster import ecosystems
from icluster.dates import PartialPeriod
from icluster.ecosystems import (
    Action,
    AdmissionRule,
    Contribution,
    Ecosystem,
    Membership,
    OnDay,
    Participation,
    Unnamed,
    WorkingGroup,
)
from icluster.errors import IClusterError
from icluster.labels import (
    Application,
    ApplicationReason,
    AwardBasis,
    CountRange,
    Grant,
    LabelAward,
    LabelEdition,
    LabelRegister,
    LabelScheme,
    LabelStatus,
    LabelTier,
    Portfolio,
    PortfolioList,
    Prerequisite,
    Requirement,
    StatusCounts,
    Term,
    TimelineStep,
    ValidityConvention,
    may_apply,
)
from icluster.money import Money
from icluster.organizations import Helix, Organization
from icluster.profiles import ClusterProfile
from icluster.reference import esca
from icluster.tables import Table
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Other, Unknown
from icluster.words import Sentence

DAY = date(2022, 9, 30)
BODY = Organization(name="A", key="a")
AWARD = LabelAward(holder=BODY, tier=LabelTier.BRONZE, valid_until=DAY)
TERM = Term(tier=LabelTier.BRONZE, months=24)
EDITION = LabelEdition(key="e", terms=[TERM])
REGISTER = LabelRegister(awards=[AWARD], editions=[EDITION])
PAYS = Contribution(party=Unnamed("allies", [Helix.INDUSTRY]), amount=1)
ECOSYSTEM = Ecosystem(
    key="e",
    name="E",
    organizations=[BODY],
    participations=[Participation(party="a")],
    contributions=[PAYS],
    linkages=Missing.UNKNOWN,
    working_groups=[WorkingGroup(key="g", name="G", members=["a"])],
    incomplete=["participations"],
)


# --- right --------------------------------------------------------------------------


def test_lists_are_taken_and_tuples_kept() -> None:
    asked = Requirement(key="a", title="A", tiers=[LabelTier.GOLD])
    scheme = LabelScheme(key="s", title="S", editions=[EDITION], requirements=[asked])
    assert_type(scheme.editions, tuple[LabelEdition, ...])
    listed = PortfolioList(edition="e", portfolios=[Portfolio("a", "A", "e")], size=1)
    assert_type(listed.is_complete, Verdict)
    assert_type(
        ECOSYSTEM.participations,
        tuple[Participation, ...] | Unknown,
    )
    assert_type(PAYS.amount, Fraction | Money | Missing)


def test_fields_say_which_kinds_of_missing_they_take() -> None:
    assert_type(AWARD.grant, Grant | Unknown)
    assert_type(TERM.months, int | Unknown)


def test_answers_are_verdicts_and_ranges() -> None:
    assert_type(REGISTER.statuses(on=DAY), tuple[tuple[LabelStatus, ...], ...])
    assert_type(
        REGISTER.awards_on(DAY), tuple[tuple[LabelAward, tuple[LabelStatus, ...]], ...]
    )
    assert_type(REGISTER.valid(on=DAY), LabelRegister)
    assert_type(REGISTER.table(on=DAY), Table)
    silver = esca.END_OF_MONTH.term(LabelTier.SILVER)
    assert_type(may_apply(AWARD, on=DAY, term=silver), Application)
    assert_type(ecosystems.participants(ECOSYSTEM, on=DAY), OnDay[Participation])
    assert_type(ECOSYSTEM.holds(PAYS, on=DAY), Verdict)
    assert_type(BODY.exists(on=DAY), Verdict)


def test_what_a_register_says_besides_has_types() -> None:
    assert_type(REGISTER.beside, tuple[LabelAward, ...])
    assert_type(REGISTER.coverage, PartialPeriod)
    assert_type(REGISTER.snapshot, date | None)
    assert_type(AWARD.edition, str | Unknown)
    assert_type(AWARD.awarded_basis, AwardBasis)
    assert_type(REGISTER.counts(on=DAY), StatusCounts)
    assert_type(REGISTER.counts(on=DAY)[LabelStatus.VALID], CountRange)
    assert_type(REGISTER.counts(on=DAY).ranges, tuple[CountRange, ...])
    assert_type(REGISTER.timeline(since=DAY, until=DAY), tuple[TimelineStep, ...])
    assert_type(REGISTER.histories(by_tier=True), tuple[tuple[LabelAward, ...], ...])
    assert_type(REGISTER.renewals(), tuple[tuple[LabelAward, LabelAward], ...])
    assert_type(REGISTER.terms_of(AWARD), tuple[Term, ...])
    assert_type(CountRange(2, 2).exact, int)


def test_terms_and_applications_have_types() -> None:
    assert_type(TERM.convention, ValidityConvention | Unknown)
    assert_type(TERM.meaning, str)
    assert_type(TERM.renewable_until(DAY), date | Missing)
    second = Prerequisite(earliest_months=18, latest_months=24, improvement_areas=3)
    assert_type(
        Term(tier=LabelTier.SILVER, prerequisite=second).prerequisite,
        Prerequisite | None,
    )
    reason = ApplicationReason("timing", Verdict.OPEN, "when is not known")
    assert_type(reason.why, Sentence)
    assert_type(Application(on=DAY, reasons=[reason]).verdict, Verdict)
    invited = Ecosystem(key="e", name="E", admission_rule=Other("by invitation"))
    assert_type(invited.admission_rule, AdmissionRule | Other | Missing)


def test_a_text_may_be_a_number_of_staff() -> None:
    profile = ClusterProfile(organization=BODY, management_staff="0.5")
    assert_type(profile.management_staff, Decimal | Missing)


# --- wrong --------------------------------------------------------------------------


def test_names_are_no_things() -> None:
    with pytest.raises(IClusterError, match="holder must be of type Organization"):
        LabelAward(holder="A", tier=LabelTier.BRONZE, valid_until=DAY)  # type: ignore[arg-type]
    with pytest.raises(IClusterError, match=r"awards\[0\] must be of type LabelAward"):
        LabelRegister(awards=["A"], editions=[EDITION])  # type: ignore[list-item]
    with pytest.raises(IClusterError, match=r"tiers\[0\] must be of type LabelTier"):
        Requirement(key="a", title="A", tiers=["gold"])  # type: ignore[list-item]
    with pytest.raises(
        IClusterError, match=r"portfolios\[0\] must be of type Portfolio"
    ):
        PortfolioList(edition="e", portfolios=["A"])  # type: ignore[list-item]
    with pytest.raises(IClusterError, match="period must be of type PartialPeriod"):
        Participation(party="a", period="2014")  # type: ignore[arg-type]


def test_keys_and_days_are_no_parts_of_labels() -> None:
    with pytest.raises(IClusterError, match="convention must be of type Validity"):
        Term(tier=LabelTier.BRONZE, convention="same_day")  # type: ignore[arg-type]
    with pytest.raises(IClusterError, match="coverage must be of type PartialPeriod"):
        LabelRegister(awards=[], editions=[EDITION], coverage=DAY)  # type: ignore[arg-type]
    with pytest.raises(IClusterError, match=r"beside\[0\] must be of type LabelAward"):
        LabelRegister(awards=[], editions=[EDITION], beside=["A"])  # type: ignore[list-item]
    with pytest.raises(IClusterError, match="edition must be a key"):
        LabelAward(holder=BODY, tier=LabelTier.BRONZE, valid_until=DAY, edition=EDITION)  # type: ignore[arg-type]
    with pytest.raises(IClusterError, match="verdict must be of type Verdict"):
        ApplicationReason("timing", True, "in time")  # type: ignore[arg-type]
    with pytest.raises(IClusterError, match="on must be a date"):
        REGISTER.counts(on="2022")  # type: ignore[arg-type]


def test_other_kinds_of_missing_are_refused() -> None:
    with pytest.raises(IClusterError, match="months must be of type int or unknown"):
        Term(tier=LabelTier.GOLD, months=Missing.NOT_APPLICABLE)  # type: ignore[arg-type]
    with pytest.raises(
        IClusterError, match="linkages must be a list or a tuple of Linkage, or unknown"
    ):
        Ecosystem(key="e", name="E", linkages=Missing.NOT_ANSWERED)  # type: ignore[arg-type]


def test_one_thing_is_no_list_of_things() -> None:
    with pytest.raises(IClusterError, match="terms must be a list or a tuple of Term"):
        LabelEdition(key="e", terms=TERM)  # type: ignore[arg-type]
    with pytest.raises(
        IClusterError, match="editions must be a list or a tuple of LabelEdition"
    ):
        LabelScheme(key="s", title="S", editions=EDITION)  # type: ignore[arg-type]
    with pytest.raises(
        IClusterError, match="serves must be a list or a tuple of str, or unknown"
    ):
        Action(key="a", title="A", serves="talent")  # type: ignore[arg-type]
    with pytest.raises(
        IClusterError, match="incomplete must be a list or a tuple of str"
    ):
        Ecosystem(key="e", name="E", incomplete="linkages")  # type: ignore[arg-type]


def test_one_relation_is_not_another() -> None:
    with pytest.raises(
        IClusterError, match=r"participations\[0\] must be of type Participation"
    ):
        Ecosystem(key="e", name="E", participations=[Membership(party="a")])  # type: ignore[list-item]
    with pytest.raises(
        IClusterError, match="party must be a key such as 'policy_scope'"
    ):
        Membership(party=Unnamed("somebody"))  # type: ignore[arg-type]


def test_floats_are_no_shares() -> None:
    with pytest.raises(
        IClusterError, match="amount must be of type Fraction, Money or Missing"
    ):
        Contribution(party="a", amount=0.5)  # type: ignore[arg-type]
    with pytest.raises(
        IClusterError, match="management_staff must be a Decimal, an int or a decimal"
    ):
        ClusterProfile(organization=BODY, management_staff=0.5)  # type: ignore[arg-type]
