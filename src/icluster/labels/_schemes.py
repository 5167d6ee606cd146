"""Label schemes: which terms hold when, and what is required beyond them.

Terms change, so a scheme has editions, and nobody may have published since
when one is in force. Which edition counts is therefore always said: by its
key, by its convention, or by a day where that settles it.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import field, frozen

from icluster._fields import (
    all_of,
    check_day,
    check_type,
    instance_of,
    is_key,
    to_tuple,
)
from icluster._texts import is_text
from icluster.dates import PartialDate, PartialPeriod
from icluster.errors import (
    InvalidValueError,
    NotInForceError,
    UndeterminedError,
    UnknownNameError,
)
from icluster.labels._terms import LabelTier, Term, ValidityConvention
from icluster.sources import Cited, Note, are_cited, are_notes, to_cited, to_notes
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, Unknown
from icluster.words import Shown, either

__all__ = [
    "LabelEdition",
    "LabelScheme",
    "Requirement",
    "check_editions",
    "to_editions",
]


def _to_tiers(tiers: Iterable[LabelTier]) -> tuple[LabelTier, ...]:
    return to_tuple(tiers)


@frozen(kw_only=True)
class Requirement(Shown):
    """A condition for every label awarded while it is in force.

    Attributes:
        key: Stable key.
        title: The condition in a few words.
        since: From when it is asked for, or unknown.
        tiers: The tiers it is asked for.
        citations: Where each field was read.

    Example:
        >>> listing = Requirement(
        ...     key="listing", title="a listing", since=PartialDate(2019, 11, 15)
        ... )
        >>> [tier.value for tier in listing.tiers]
        ['bronze', 'silver', 'gold']
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    since: PartialDate | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(PartialDate, or_one_of=(Missing.UNKNOWN,)),
    )
    tiers: tuple[LabelTier, ...] = field(
        default=tuple(LabelTier), converter=_to_tiers, validator=all_of(LabelTier)
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def in_force(self, *, on: date) -> Verdict:
        """Tell whether it is asked for on a day; open where nobody says since when.

        Example:
            >>> Requirement(key="listing", title="a listing").in_force(
            ...     on=date(2019, 11, 15)
            ... )
            <Verdict.OPEN: 'open'>
        """
        check_day("on", on)
        return PartialPeriod(self.since, Missing.NOT_APPLICABLE).begun(on)


def _to_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    return to_tuple(terms)


@frozen(kw_only=True)
class LabelEdition(Shown):
    """The terms of a scheme for a time.

    Attributes:
        key: Stable key.
        terms: One term a tier; a tier without one had none, or none is known.
        in_force: From when until when, as far as anybody has said.
        citations: Where each field was read.

    Raises:
        InvalidValueError: A tier stands twice.

    Example:
        >>> from icluster.reference import esca
        >>> esca.SAME_DAY.term(LabelTier.BRONZE).months, str(esca.SAME_DAY.in_force)
        (24, 'unknown to unknown')
    """

    key: str = field(validator=is_key)
    terms: tuple[Term, ...] = field(converter=_to_terms, validator=all_of(Term))
    in_force: PartialPeriod = field(
        factory=PartialPeriod, validator=instance_of(PartialPeriod)
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        tiers = [term.tier for term in self.terms]
        if len(set(tiers)) != len(tiers):
            raise InvalidValueError("terms", "one a tier", tiers)

    def term(self, tier: LabelTier) -> Term:
        """Return the term of *tier*.

        Raises:
            InvalidValueError: *tier* is no `LabelTier`.
            UnknownNameError: The edition has none.
        """
        check_type("tier", tier, LabelTier)
        for term in self.terms:
            if term.tier is tier:
                return term
        tiers = tuple(term.tier.value for term in self.terms)
        raise UnknownNameError(f"term of edition {self.key!r}", tier.value, tiers)


def to_editions(editions: Iterable[LabelEdition]) -> tuple[LabelEdition, ...]:
    """Freeze editions, in their order."""
    return to_tuple(editions)


def check_editions(
    _: object, attribute: Any, editions: tuple[LabelEdition, ...]
) -> None:
    """Refuse no edition at all, and editions of one key."""
    keys = [edition.key for edition in editions]
    if not keys:
        raise InvalidValueError(attribute.name, "at least one", editions)
    if len(set(keys)) != len(keys):
        raise InvalidValueError(attribute.name, "with keys that differ", keys)


def _to_requirements(requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    return to_tuple(requirements)


@frozen(kw_only=True)
class LabelScheme(Shown):
    """A label with its editions and what is required beyond them.

    Attributes:
        key: Stable key.
        title: Name of the scheme.
        editions: Its editions, the oldest first.
        requirements: Conditions with dates of their own.
        notes: What else is said of a field, in a few words of ours.
        citations: Where each field was read.

    Raises:
        InvalidValueError: There is no edition, or a key stands twice.

    Example:
        >>> from icluster.reference import esca
        >>> esca.SCHEME["end_of_month"].key
        'end_of_month'
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    editions: tuple[LabelEdition, ...] = field(
        converter=to_editions, validator=[all_of(LabelEdition), check_editions]
    )
    requirements: tuple[Requirement, ...] = field(
        default=(), converter=_to_requirements, validator=all_of(Requirement)
    )
    notes: tuple[Note, ...] = field(default=(), converter=to_notes, validator=are_notes)
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        keys = [requirement.key for requirement in self.requirements]
        if len(set(keys)) != len(keys):
            raise InvalidValueError("requirements", "with keys that differ", keys)

    def __getitem__(self, key: str) -> LabelEdition:
        for edition in self.editions:
            if edition.key == key:
                return edition
        keys = tuple(edition.key for edition in self.editions)
        raise UnknownNameError("edition", key, keys)

    def with_convention(
        self, convention: ValidityConvention, *, tier: LabelTier
    ) -> tuple[LabelEdition, ...]:
        """Return the editions whose labels of *tier* end by *convention*.

        Example:
            >>> from icluster.reference import esca
            >>> same_day = ValidityConvention.SAME_DAY
            >>> bronze = LabelTier.BRONZE
            >>> [edition] = esca.SCHEME.with_convention(same_day, tier=bronze)
            >>> edition.key
            'same_day'
        """
        return tuple(
            edition
            for edition in self.editions
            if any(
                term.tier is tier and term.convention is convention
                for term in edition.terms
            )
        )

    def may_be_in_force(self, *, on: date) -> tuple[LabelEdition, ...]:
        """Return the editions that may be in force on a day.

        Example:
            >>> from icluster.reference import esca
            >>> editions = esca.SCHEME.may_be_in_force(on=date(2016, 1, 1))
            >>> [edition.key for edition in editions]
            ['same_day', 'end_of_month']
        """
        check_day("on", on)
        return tuple(
            edition for edition in self.editions if edition.in_force.may_cover(on)
        )

    def in_force(self, *, on: date) -> LabelEdition:
        """Return the one edition in force on a day.

        Raises:
            UndeterminedError: Several may be in force; name one by its key.
            NotInForceError: None is.

        Example:
            >>> from icluster.reference import esca
            >>> esca.SCHEME.in_force(on=date(2016, 1, 1))
            Traceback (most recent call last):
                ...
            icluster.errors.UndeterminedError: edition is not determined: ...
        """
        possible = self.may_be_in_force(on=on)
        if len(possible) > 1:
            keys = tuple(edition.key for edition in possible)
            raise UndeterminedError("edition", keys, ("in_force",), ())
        if not possible:
            begins = either(edition.in_force.begins for edition in self.editions)
            raise NotInForceError("an edition", on.isoformat(), str(begins))
        return possible[0]

    def required(self, tier: LabelTier, *, on: date) -> tuple[Requirement, ...]:
        """Return what is certainly or possibly required for *tier* on a day.

        Example:
            >>> from icluster.reference import esca
            >>> esca.SCHEME.required(LabelTier.GOLD, on=date(2019, 11, 14))
            ()
            >>> len(esca.SCHEME.required(LabelTier.GOLD, on=date(2019, 11, 15)))
            2
        """
        check_day("on", on)
        return tuple(
            requirement
            for requirement in self.requirements
            if tier in requirement.tiers
            and requirement.in_force(on=on) is not Verdict.NO
        )
