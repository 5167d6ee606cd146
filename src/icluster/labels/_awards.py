"""Label awards, and what is known of them on a day.

A register prints when a label ends, seldom when it began, and not whether it
is a first one. So the status on a day is every status that the facts allow:
before its end, a label without a date of award is valid or not yet awarded.
"""

from __future__ import annotations

from datetime import date
from itertools import compress
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from icluster._fields import (
    Validator,
    check_day,
    check_type,
    instance_of,
    is_day,
    is_key,
)
from icluster._lean import lean
from icluster.dates import PartialDate
from icluster.errors import InvalidValueError, UndeterminedError
from icluster.labels._portfolios import Portfolio
from icluster.labels._terms import LabelTier, Term, ValidityConvention
from icluster.organizations import Organization
from icluster.sources import Cited, are_cited, to_cited
from icluster.vocabularies import Missing, Unknown, Vocabulary
from icluster.words import Quoted, Sentence, Worded, say

if TYPE_CHECKING:
    from typing import Self

__all__ = [
    "AwardBasis",
    "Grant",
    "LabelAward",
    "LabelStatus",
    "starts_by",
]


class LabelStatus(Vocabulary):
    """What a label is on a day, in the order in which it passes through them.

    Example:
        >>> [status.value for status in LabelStatus]
        ['not_yet', 'valid', 'renewable', 'lapsed', 'succeeded']
    """

    NOT_YET = "not_yet", "Not yet awarded"
    VALID = "valid", "Valid"
    RENEWABLE = "renewable", "Expired, may be renewed"
    LAPSED = "lapsed", "Lapsed"
    SUCCEEDED = "succeeded", "Renewed or followed"


class Grant(Vocabulary):
    """Whether a label is a first one or a renewal.

    Example:
        >>> Grant.RENEWAL.title
        'Renewal'
    """

    FIRST = "first", "First label"
    RENEWAL = "renewal", "Renewal"


class AwardBasis(Vocabulary):
    """How a date of award is known: somebody reported it, or it was derived.

    Example:
        >>> AwardBasis.DERIVED.title
        'Derived from the end of validity'
    """

    REPORTED = "reported", "Reported"
    DERIVED = "derived", "Derived from the end of validity"


_is_key_or_unknown: Validator = evolve(is_key, or_one_of=(Missing.UNKNOWN,))


@frozen(kw_only=True, field_transformer=lean)
class LabelAward(Worded):
    """A label that an organization was awarded.

    Attributes:
        holder: The organization.
        tier: The tier.
        portfolio: The portfolio it was compared in.
        valid_until: Last day of validity; the label is valid on that day.
        awarded: When it was awarded; `Missing.UNKNOWN` where nobody says.
        awarded_basis: How `awarded` is known, where it is.
        grant: Whether it is a first label or a renewal, or unknown.
        edition: Key of the edition of the terms that holds for it, or unknown.
        citations: Where each field was read.

    Raises:
        InvalidValueError: It certainly ends before it was awarded, or a
            date of award is said to be derived for what is not a first label.

    Example:
        >>> from icluster.labels import Portfolio
        >>> award = LabelAward(
        ...     holder=Organization(name="IT@Baja"),
        ...     tier=LabelTier.BRONZE,
        ...     portfolio=Portfolio("ict", "ICT", "register"),
        ...     valid_until=date(2015, 5, 8),
        ... )
        >>> award.awarded, award.grant
        (Missing.UNKNOWN, Missing.UNKNOWN)
        >>> print(award)
        IT@Baja: Bronze, ICT, valid until 2015-05-08
    """

    holder: Organization = field(validator=instance_of(Organization))
    tier: LabelTier = field(validator=instance_of(LabelTier))
    portfolio: Portfolio | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(Portfolio, or_one_of=(Missing.UNKNOWN,)),
    )
    valid_until: date = field(validator=is_day)
    awarded: PartialDate | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(PartialDate, or_one_of=(Missing.UNKNOWN,)),
    )
    awarded_basis: AwardBasis = field(
        default=AwardBasis.REPORTED, validator=instance_of(AwardBasis)
    )
    grant: Grant | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(Grant, or_one_of=(Missing.UNKNOWN,)),
    )
    edition: str | Unknown = field(
        default=Missing.UNKNOWN, validator=_is_key_or_unknown
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )
    # First and last day on which it may have begun, worked out once: a register
    # asks for it on every day it is asked about.
    _begins: tuple[date, date] | None = field(
        init=False, eq=False, repr=False, default=None
    )

    def __attrs_post_init__(self) -> None:
        derived = self.awarded_basis is AwardBasis.DERIVED
        if isinstance(self.awarded, Missing):
            if derived:
                expected = "reported where the date of award is unknown"
                raise InvalidValueError("awarded_basis", expected, self.awarded_basis)
            return
        if self.awarded.first_day > self.valid_until:
            by_then = say("on or before {}, its last day of validity", self.valid_until)
            raise InvalidValueError("awarded", by_then, str(self.awarded))
        if derived:
            _check_first(self.grant)
        begins = self.awarded.first_day, min(self.awarded.last_day, self.valid_until)
        object.__setattr__(self, "_begins", begins)

    def said(self) -> Sentence:
        """Return who holds what until when, as a sentence.

        Example:
            >>> from icluster.reference import mexico
            >>> mexico.BRONZE_LABELS[0].said().parts[1:]
            (<LabelTier.BRONZE: 'bronze'>, ..., datetime.date(2018, 5, 4))
        """
        portfolio = self.portfolio
        return say(
            "{}: {}, {}, valid until {}",
            self.holder.name,
            self.tier,
            say("portfolio unknown") if isinstance(portfolio, Missing) else portfolio,
            self.valid_until,
        )

    @property
    def starts(self) -> tuple[date, date]:
        """The first and the last day on which it may have begun.

        Where nobody says when it was awarded, any day up to its end.
        """
        return (date.min, self.valid_until) if self._begins is None else self._begins

    def status(self, *, on: date, term: Term) -> tuple[LabelStatus, ...]:
        """Return every status that the label may have on a day, taken alone.

        Whether it was renewed or followed, a register tells: see
        `LabelRegister.awards_on`.

        Args:
            on: The day.
            term: The term of its tier; it says how long it may be renewed.

        Raises:
            InvalidValueError: The term is one of another tier.

        Example:
            >>> from icluster.reference import esca, mexico
            >>> bronze = esca.SAME_DAY.term(LabelTier.BRONZE)
            >>> award = mexico.BRONZE_LABELS.awards[0]
            >>> for day in (date(2018, 5, 4), date(2018, 5, 5), date(2019, 5, 5)):
            ...     statuses = award.status(on=day, term=bronze)
            ...     print([status.value for status in statuses])
            ['not_yet', 'valid']
            ['renewable']
            ['lapsed']
        """
        check_day("on", on)
        self._check_term(term)
        if self.valid_until < on:
            lapsed_before, surely_from = term.renewable_ends(on=on)
            may_be = self.valid_until >= lapsed_before, self.valid_until < surely_from
            return _chosen(may_be, LabelStatus.RENEWABLE, LabelStatus.LAPSED)
        first, last = starts_by(self, None)
        may_be = on.toordinal() < last, first <= on.toordinal()
        return _chosen(may_be, LabelStatus.NOT_YET, LabelStatus.VALID)

    def with_derived_start(self, term: Term) -> Self:
        """Return the award with the date of award that its end implies.

        The date is marked as derived. It is known to the month only where
        several days of the month lead to the same end: by the same day, an end
        on 28 February of a common year may come from the 28th or the 29th of a
        leap year, and the month says more days than these two.

        Raises:
            InvalidValueError: It is a renewal, or may be one; a date of award
                is known; or no day leads to this end under the *term*.
            UndeterminedError: The term does not say how long a first label
                holds.

        Example:
            >>> from icluster.labels import Term, ValidityConvention
            >>> term = Term(
            ...     tier=LabelTier.BRONZE,
            ...     months=24,
            ...     convention=ValidityConvention.SAME_DAY,
            ... )
            >>> award = LabelAward(
            ...     holder=Organization(name="A"),
            ...     tier=LabelTier.BRONZE,
            ...     valid_until=date(2015, 5, 8),
            ...     grant=Grant.FIRST,
            ... )
            >>> str(award.with_derived_start(term).awarded)
            '2013-05-08'
        """
        self._check_term(term)
        _check_first(self.grant)
        if isinstance(self.awarded, PartialDate):
            raise InvalidValueError("awarded", "unknown", str(self.awarded))
        convention, months = _stated(term, "months", "date of award")
        start = convention.starts(self.valid_until, months=months)
        if start is None:
            expected = say("an end by the convention {}", Quoted(convention.value))
            raise InvalidValueError("valid_until", expected, str(self.valid_until))
        return evolve(self, awarded=start, awarded_basis=AwardBasis.DERIVED)

    def renewed(self, *, on: date, term: Term) -> Self:
        """Return the renewal of this label, awarded on a day.

        It is counted from the previous end, not from the day of renewal. From
        which day before the end a renewal may be awarded is not published: any
        day from the date of award on is taken, where that is known. The
        citations are not carried over: nobody has read the renewal there.

        Raises:
            InvalidValueError: The day is before this label's award or after
                the last day on which it may be renewed.
            UndeterminedError: The term does not say by how much a renewal
                extends, or whether so late a day is in time.

        Example:
            >>> from icluster.reference import esca, mexico
            >>> bronze = esca.SAME_DAY.term(LabelTier.BRONZE)
            >>> award = mexico.BRONZE_LABELS.awards[0]
            >>> renewal = award.renewed(on=date(2019, 5, 4), term=bronze)
            >>> award.valid_until, renewal.valid_until
            (datetime.date(2018, 5, 4), datetime.date(2021, 5, 4))
        """
        check_day("on", on)
        self._check_term(term)
        self._check_renewal(on, term)
        convention, months = _stated(term, "renewal_months", "end of the renewal")
        return evolve(
            self,
            valid_until=convention.end(self.valid_until, months=months),
            awarded=PartialDate.of(on),
            awarded_basis=AwardBasis.REPORTED,
            grant=Grant.RENEWAL,
            citations=(),
        )

    def _check_renewal(self, on: date, term: Term) -> None:
        if self._begins is not None and on < self._begins[0]:
            expected = say("on or after {}, the date of award", self.awarded)
            raise InvalidValueError("on", expected, on.isoformat())
        if on <= self.valid_until:
            return
        convention, window = _stated(term, "window_months", "last day of renewal")
        latest = convention.window_end(self.valid_until, months=window)
        if on > latest:
            expected = say("on or before {}, the last day of renewal", latest)
            raise InvalidValueError("on", expected, on.isoformat())

    def _check_term(self, term: Term) -> None:
        check_type("term", term, Term)
        if term.tier is not self.tier:
            raise InvalidValueError("term", say("one of {}", self.tier), term.tier)


def _chosen(
    may_be: tuple[bool, bool], *statuses: LabelStatus
) -> tuple[LabelStatus, ...]:
    return tuple(compress(statuses, may_be))


def _check_first(grant: Grant | Missing) -> None:
    if grant is not Grant.FIRST:
        expected = "that of a first label where a date of award is derived"
        raise InvalidValueError("grant", expected, grant)


def _stated(term: Term, name: str, what: str) -> tuple[ValidityConvention, int]:
    """Return the convention and a number of months, if the term says both."""
    convention, months = term.convention, getattr(term, name)
    if isinstance(convention, Missing) or isinstance(months, Missing):
        unknown = name if isinstance(months, Missing) else "convention"
        raise UndeterminedError(what, (), (unknown,), ())
    return convention, months


def starts_by(award: LabelAward, snapshot: date | None) -> tuple[int, int]:
    """Return when it may have begun at first and at last, as ordinals.

    Where nobody says when it was awarded, nor a page of a day that it is listed, it
    is not even certain that it had begun before it was over.
    """
    first, last = map(date.toordinal, award.starts)
    if isinstance(award.awarded, Missing):
        last += 1
    if snapshot is not None:
        # What a page shows has begun; a date of award that says more is kept.
        last = min(last, max(first, snapshot.toordinal()))
    return first, last
