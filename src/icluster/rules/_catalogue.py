"""The rules of this package, listed by hand, and the codes no longer given."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from icluster.contexts import Context
from icluster.rules import (
    budgets,
    ecosystems,
    indicators,
    labels,
    organizations,
    policies,
    profiles,
    published,
    rubrics,
    sources,
)
from icluster.rules._findings import Severity
from icluster.rules._rule import Rule, rule
from icluster.rules._statements import Said

__all__ = ["ALL", "RETIRED", "RULE_RAISED"]


@rule(
    "RUL001",
    "rule-raised",
    Severity.ERROR,
    about=object,
    family="rules",
    since="26.1",
)
def RULE_RAISED(  # noqa: N802 (a constant: `check` stamps findings with it)
    thing: object, on: date, context: Context
) -> Iterator[Said]:
    """A rule failed, and what it would have found is not known.

    Why it matters:
        The rule has a fault, or the data are odd in a way that nobody thought
        of. All other rules went on.

    Fires on:
        Any rule that raises; `icluster.rules.check` reports it by itself.

    How to settle it:
        Mend the rule, or report it with the data that it failed on.
    """
    yield from ()


ALL: Final[tuple[Rule, ...]] = (
    budgets.annual_beside_earmark,
    budgets.funder_without_funds,
    budgets.amount_without_currency,
    budgets.part_exceeds_whole,
    ecosystems.funder_no_participant,
    ecosystems.ended_body_acts,
    ecosystems.body_may_have_ended,
    ecosystems.relation_outside_life,
    ecosystems.objective_without_action,
    ecosystems.participant_unclear,
    ecosystems.shares_exceed_one,
    ecosystems.part_of_itself,
    ecosystems.bears_ecosystem_name,
    indicators.answer_off_scale,
    indicators.sum_differs,
    indicators.derived_differs,
    indicators.age_against_founding,
    indicators.counterpart_short,
    indicators.interview_out_of_time,
    labels.label_lapsed,
    labels.label_renewable,
    labels.end_breaks_convention,
    labels.term_broken,
    labels.renewal_out_of_time,
    labels.label_twice,
    labels.portfolio_unlisted,
    labels.award_after_snapshot,
    labels.register_undated,
    labels.holder_outside_life,
    labels.holder_is_no_cluster_organization,
    labels.higher_label_too_early,
    organizations.likely_one_body,
    organizations.one_name_two_bodies,
    organizations.acronym_differs,
    organizations.legal_form_differs,
    organizations.region_differs,
    organizations.not_a_body,
    organizations.identifier_twice,
    policies.type_against_level,
    policies.period_against_end,
    policies.name_years_differ,
    policies.practice_against_start,
    policies.not_in_force,
    policies.sectors_against_focus,
    policies.ex_post_while_running,
    policies.printed_as_none,
    policies.policy_twice,
    policies.authority_ambiguous,
    profiles.criterion_unmet,
    published.total_is_no_sum,
    published.points_off_scale,
    published.published_differs,
    published.facts_leave_open,
    published.rests_on_reading,
    published.policy_of_another_country,
    published.score_without_facts,
    published.rests_on_day,
    rubrics.hole_undeclared,
    rubrics.level_unreachable,
    rubrics.idle_fact,
    rubrics.fact_without_carrier,
    sources.value_uncited,
    sources.excerpt_not_found,
    sources.read_before_published,
    sources.source_unfindable,
    sources.one_key_two_documents,
    sources.one_document_two_keys,
)
"""Every rule, by code."""

RETIRED: Final[Mapping[str, str]] = MappingProxyType({})
"""Codes that are no longer given, with the version and what became of them."""
