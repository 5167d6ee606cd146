"""Profiles of cluster organizations: held against published criteria."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from icluster.contexts import Context
from icluster.profiles import ClusterProfile, ProfileCriteria
from icluster.rules._findings import Severity
from icluster.rules._rule import rule
from icluster.rules._statements import Said, say
from icluster.sources import citations_of
from icluster.vocabularies import Missing

__all__ = ["criterion_unmet", "criterion_untold"]


def __dir__() -> list[str]:
    return __all__


_rule = partial(
    rule,
    about=ClusterProfile,
    family="profiles",
    since="26.1",
    needs=("profile_criteria",),
    sources=("eccp_profile",),
)


def _judged(
    profile: ClusterProfile, criteria: ProfileCriteria
) -> Iterator[tuple[str, str, bool | Missing, object, object]]:
    """Yield each criterion: field, asked by, whether met, what is, what must be."""
    staff, members = profile.management_staff, profile.committed_members
    types, website = profile.member_types, profile.english_website
    for name, asked_by, value, least in (
        ("management_staff", "least_staff", staff, criteria.least_staff),
        ("committed_members", "least_members", members, criteria.least_members),
        (
            "member_types",
            "least_types",
            types if isinstance(types, Missing) else len(types),
            criteria.least_types,
        ),
    ):
        met = value if isinstance(value, Missing) else value >= least
        yield name, asked_by, met, value, f"at least {least}"
    if criteria.english_website:
        said = "there" if website is True else "missing"
        yield "english_website", "english_website", website, said, "one"


def _asked(
    profile: ClusterProfile, on: date, context: Context
) -> Iterator[ProfileCriteria]:
    """Yield the criteria that may be in force and that no programme waives."""
    in_programme = isinstance(profile.programme, str)
    for criteria in context.profile_criteria:
        waived = criteria.exempt and in_programme
        if not waived and criteria.in_force.may_cover(on):
            yield criteria


@_rule("PRO001", "criterion-unmet", Severity.ERROR)
def criterion_unmet(
    profile: ClusterProfile, on: date, context: Context
) -> Iterator[Said]:
    """A profile does not meet a criterion.

    Why it matters:
        The platform does not list the organization, and since 15 November 2019 a
        label asks for the listing.

    Fires on:
        Management staff, committed members or types of members below the least,
        and no website in English. The least itself is met. Members of a national
        or regional programme are exempt where the criteria say so.

    How to settle it:
        Meet the criterion; or record the `programme` it is a member of.
    """
    for criteria in _asked(profile, on, context):
        for name, asked_by, met, value, least in _judged(profile, criteria):
            if met is False:
                yield say(
                    "{}: {} is {}, {} is asked for",
                    profile.organization.name,
                    name,
                    value,
                    least,
                    at=name,
                    sides=[
                        citations_of(profile, name),
                        citations_of(criteria, asked_by),
                    ],
                )


@_rule("PRO002", "criterion-untold", Severity.NOTE)
def criterion_untold(
    profile: ClusterProfile, on: date, context: Context
) -> Iterator[Said]:
    """Whether a profile meets a criterion cannot be told.

    Why it matters:
        The platform asks for it.

    Fires on:
        A value that a criterion looks at and that is not known, unless a
        programme makes the criteria void.

    How to settle it:
        Find out and record it.
    """
    for criteria in _asked(profile, on, context):
        for name, asked_by, met, _, least in _judged(profile, criteria):
            if isinstance(met, Missing):
                yield say(
                    "{}: {} is not known, {} is asked for",
                    profile.organization.name,
                    name,
                    least,
                    at=name,
                    sides=[citations_of(criteria, asked_by)],
                )
