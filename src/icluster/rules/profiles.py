"""Profiles of cluster organizations: held against published criteria."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from icluster import words
from icluster.contexts import Context
from icluster.profiles import ClusterProfile, ProfileCriteria
from icluster.rules._rule import warning
from icluster.rules._statements import Said, say
from icluster.vocabularies import Missing
from icluster.words import Sentence

__all__ = ["criterion_unmet"]


def __dir__() -> list[str]:
    return __all__


@warning("PRO001", sources=["eccp_profile"], needs=["profile_criteria"])
def criterion_unmet(
    profile: ClusterProfile, on: date, context: Context
) -> Iterator[Said]:
    """A profile does not meet a criterion.

    Why it matters:
        The platform does not list the organization, and since 15 November 2019 a
        label asks for the listing.

    Fires on:
        Management staff, committed members or types of members below the least,
        and no website in English. The least itself is met, and what is not known
        is not judged. Members of a national or regional programme are exempt
        where the criteria say so.

    How to settle it:
        Meet the criterion; or record the `programme` it is a member of.
    """
    for criteria in _asked(profile, on, context):
        for name, asked_by, value, least in _unmet(profile, criteria):
            yield say(
                "{}: {} is {}, {} is asked for",
                profile.organization.name,
                name,
                value,
                least,
                at=name,
                cites=[(profile, name), (criteria, asked_by)],
            )


def _asked(
    profile: ClusterProfile, on: date, context: Context
) -> Iterator[ProfileCriteria]:
    """Yield the criteria that may be in force and that no programme waives."""
    in_programme = isinstance(profile.programme, str)
    for criteria in context.profile_criteria:
        waived = criteria.exempt and in_programme
        if not waived and criteria.in_force.may_cover(on):
            yield criteria


def _unmet(
    profile: ClusterProfile, criteria: ProfileCriteria
) -> Iterator[tuple[str, str, object, Sentence]]:
    """Yield each criterion not met: field, asked by, what is, what must be."""
    kinds = profile.member_types
    types = kinds if isinstance(kinds, Missing) else len(kinds)
    for name, asked_by, number in (
        ("management_staff", "least_staff", profile.management_staff),
        ("committed_members", "least_members", profile.committed_members),
        ("member_types", "least_types", types),
    ):
        least = getattr(criteria, asked_by)
        if not isinstance(number, Missing) and number < least:
            yield name, asked_by, number, words.say("at least {}", least)
    if criteria.english_website and profile.english_website is False:
        name, missing = "english_website", words.say("missing")
        yield name, name, missing, words.say("one")
