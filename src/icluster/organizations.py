"""Organizations: who they are, under which names, since when and until when.

An organization is a body that can act: hold a label, take part, pay, join. A
cluster is a group and a cluster initiative is an effort (`icluster.clusters`),
a cluster policy is neither (`icluster.policies`): none of them is a kind of
organization. The body that manages a cluster is one, a cluster organization.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import field, frozen

from icluster._fields import (
    Validator,
    all_of,
    instance_of,
    is_key,
    is_key_or_none,
    matches,
    to_tuple,
    to_words,
    unique,
)
from icluster._lean import lean
from icluster._texts import all_texts, is_text, text_or
from icluster.dates import PartialDate, PartialPeriod
from icluster.errors import InvalidValueError
from icluster.regions import Country, Region
from icluster.sources import Cited, are_cited, citations_of, to_cited
from icluster.verdicts import Verdict
from icluster.vocabularies import Missing, NotApplicable, Other, Unknown, Vocabulary
from icluster.words import Shown, say

__all__ = ["Name", "NameKind"]


def __dir__() -> list[str]:
    return __all__


class OrganizationKind(Vocabulary):
    """What sort of body an organization is.

    A cluster, a cluster initiative and a cluster policy are missing on
    purpose: they are no bodies.

    Example:
        >>> OrganizationKind.CLUSTER_ORGANIZATION.title
        'Cluster organization'
    """

    COMPANY = "company", "Company"
    CLUSTER_ORGANIZATION = "cluster_organization", "Cluster organization"
    PUBLIC_BODY = "public_body", "Public body"
    COUNCIL = "council", "Council"
    RESEARCH_ORGANIZATION = "research_organization", "Research organization"
    UNIVERSITY = "university", "University"
    ASSOCIATION = "association", "Association"
    NGO = "ngo", "NGO"


class Helix(Vocabulary):
    """The strands of society that the helix models speak of.

    Example:
        >>> [helix.value for helix in Helix if not helix.is_sector]
        ['natural_environment']
    """

    GOVERNMENT = "government", "Government"
    ACADEMIA = "academia", "Academia"
    INDUSTRY = "industry", "Industry"
    CIVIL_SOCIETY = "civil_society", "Civil society"
    NATURAL_ENVIRONMENT = "natural_environment", "Natural environment"

    @property
    def is_sector(self) -> bool:
        """Whether organizations belong to it; the environment is a context."""
        return self is not Helix.NATURAL_ENVIRONMENT


class HelixModel(Vocabulary):
    """How many strands a model counts.

    Example:
        >>> [helix.title for helix in HelixModel.TRIPLE.helices]
        ['Government', 'Academia', 'Industry']
    """

    TRIPLE = "triple", "Triple helix"
    QUADRUPLE = "quadruple", "Quadruple helix"
    QUINTUPLE = "quintuple", "Quintuple helix"

    @property
    def helices(self) -> tuple[Helix, ...]:
        """The strands of the model, each model adding one to the one before."""
        return tuple(Helix)[: 3 + tuple(HelixModel).index(self)]


class NameKind(Vocabulary):
    """How another name of an organization relates to the printed one.

    Example:
        >>> NameKind.FORMER.title
        'Former name'
    """

    ALIAS = "alias", "Alias"
    SPELLING = "spelling", "Other spelling"
    TRANSLATION = "translation", "Translation"
    FORMER = "former", "Former name"


@frozen
class Name(Shown):
    """Another name of an organization: its text, its language, what it is.

    Attributes:
        text: The name as printed.
        language: ISO 639 code such as ``es``, or `Missing.UNKNOWN`.
        kind: How it relates to the printed name.

    Raises:
        InvalidValueError: The name is blank, or the language no code.

    Example:
        >>> Name("Plataforma Tecnológica", "es", NameKind.TRANSLATION).language
        'es'
    """

    text: str = field(validator=is_text)
    language: str | Unknown = field(
        default=Missing.UNKNOWN,
        validator=matches(
            "[a-z]{2,3}", "an ISO 639 code such as 'es'", or_one_of=(Missing.UNKNOWN,)
        ),
    )
    kind: NameKind = field(default=NameKind.ALIAS, validator=instance_of(NameKind))


@frozen
class LegalForm(Shown):
    """A legal form, as names end in it.

    Attributes:
        key: Stable key.
        title: The abbreviation as usually written.
        elf_code: Its code in the entity legal forms list of ISO 20275, or None
            where it was not looked up. A code belongs to one jurisdiction.
        citations: Where each field was read; forms are equal whoever says so.

    Example:
        >>> LegalForm("ac", "A.C.", "5AWU").elf_code
        '5AWU'
    """

    key: str = field(validator=is_key)
    title: str = field(validator=is_text)
    elf_code: str | None = field(
        default=None,
        validator=matches(
            "[A-Z0-9]{4}", "an ISO 20275 code such as '5AWU'", or_one_of=(None,)
        ),
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited, eq=False, repr=False
    )


@frozen
class Identifier(Shown):
    """What a register calls an organization: the scheme and the value.

    Attributes:
        scheme: Key of the register, for example ``lei`` or ``rfc``.
        value: The identifier as the register writes it.

    Example:
        >>> Identifier("lei", "00000000000000000098").scheme
        'lei'
    """

    scheme: str = field(
        validator=matches(r"[a-z][a-z0-9_.-]*", "a scheme such as 'lei'")
    )
    value: str = field(validator=is_text)


def _to_names(items: Iterable[Name]) -> tuple[Name, ...]:
    return to_tuple(items)


def _to_identifiers(items: Iterable[Identifier]) -> tuple[Identifier, ...]:
    return to_tuple(items)


def _refuse_context(_: Any, attribute: Any, helix: Any) -> None:
    if helix is Helix.NATURAL_ENVIRONMENT:
        raise InvalidValueError(attribute.name, "a sector, not a context", helix)


_is_sector: Validator = _refuse_context

# There is none, or it is not known; nobody was asked.
_OR_MISSING = (Missing.UNKNOWN, Missing.NOT_APPLICABLE)


@frozen(kw_only=True, field_transformer=lean)
class Organization(Shown):
    """A body that can act: hold a label, take part, fund, join.

    What is not known is `Missing.UNKNOWN`; `Missing.NOT_APPLICABLE` says that
    there is none: a body without an acronym, one that has not ended, one that
    unites several strands and so belongs to no single helix.

    Attributes:
        name: Name as the source prints it.
        key: Short name to refer to it by, or None where nothing refers to it.
        other_names: Aliases, spellings, translations and former names.
        acronym: Its acronym.
        kind: What sort of body it is.
        helix: The strand of society it belongs to; never the environment,
            which is a context.
        legal_form: Its legal form.
        country: The country it is in.
        region: The region it is in.
        identifiers: What registers call it.
        website: Its address on the web, as printed.
        founded: When it began, or unknown.
        dissolved: When it ended; not applicable where it has not. Unknown says
            nothing, unless a citation of this field says that there is a doubt.
        predecessors: Keys or names of the bodies it continues.
        successors: Keys or names of the bodies that continue it.
        citations: Where each field was read.

    Raises:
        InvalidValueError: A field does not hold what it says, the region is not
            in the country, or it certainly ended before it began.

    Example:
        >>> from datetime import date
        >>> inadem = Organization(
        ...     name="National Entrepreneur's Institute",
        ...     acronym="INADEM",
        ...     kind=OrganizationKind.PUBLIC_BODY,
        ...     helix=Helix.GOVERNMENT,
        ...     country=Country("MX"),
        ...     founded=PartialDate(2013, 1),
        ...     dissolved=PartialDate(2019),
        ... )
        >>> inadem.existence.may_cover(date(2019, 6, 1)), inadem.region.title
        (True, 'unknown')
    """

    name: str = field(validator=is_text)
    key: str | None = field(default=None, validator=is_key_or_none)
    other_names: tuple[Name, ...] = field(
        default=(), converter=_to_names, validator=[all_of(Name), unique]
    )
    acronym: str | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN, validator=text_or(*_OR_MISSING)
    )
    kind: OrganizationKind | Other | Missing = field(
        default=Missing.UNKNOWN, validator=instance_of(OrganizationKind, Other, Missing)
    )
    helix: Helix | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        validator=[instance_of(Helix, or_one_of=_OR_MISSING), _is_sector],
    )
    legal_form: LegalForm | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN, validator=instance_of(LegalForm, or_one_of=_OR_MISSING)
    )
    country: Country | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN, validator=instance_of(Country, or_one_of=_OR_MISSING)
    )
    region: Region | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN, validator=instance_of(Region, or_one_of=_OR_MISSING)
    )
    identifiers: tuple[Identifier, ...] = field(
        default=(), converter=_to_identifiers, validator=[all_of(Identifier), unique]
    )
    website: str | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN, validator=text_or(*_OR_MISSING)
    )
    founded: PartialDate | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(PartialDate, or_one_of=(Missing.UNKNOWN,)),
    )
    dissolved: PartialDate | Unknown | NotApplicable = field(
        default=Missing.UNKNOWN,
        validator=instance_of(PartialDate, or_one_of=_OR_MISSING),
    )
    predecessors: tuple[str, ...] = field(
        default=(), converter=to_words, validator=[all_texts(), unique]
    )
    successors: tuple[str, ...] = field(
        default=(), converter=to_words, validator=[all_texts(), unique]
    )
    citations: tuple[Cited, ...] = field(
        default=(), converter=to_cited, validator=are_cited
    )

    def __attrs_post_init__(self) -> None:
        if isinstance(self.region, Region) and self.region.country != self.country:
            expected = say("in the country {}", self.country)
            raise InvalidValueError("region", expected, self.region.code)
        try:
            PartialPeriod(self.founded, self.dissolved)
        except InvalidValueError as error:
            raise InvalidValueError("dissolved", error.expected, error.got) from None

    @property
    def existence(self) -> PartialPeriod:
        """From when until when it exists, as far as is known."""
        return PartialPeriod(self.founded, self.dissolved)

    def has_begun(self, *, on: date) -> Verdict:
        """Tell whether it has begun by a day; open where its founding is unknown.

        Example:
            >>> from datetime import date
            >>> body = Organization(name="A", founded=PartialDate(2012))
            >>> body.has_begun(on=date(2012, 6, 1))
            <Verdict.OPEN: 'open'>
        """
        return self.existence.begun(on)

    def has_ended(self, *, on: date) -> Verdict:
        """Tell whether it has ended by a day; only a recorded end speaks for it.

        An end that is unknown, but cited, is a doubt from when its source came out.

        Example:
            >>> from datetime import date
            >>> Organization(name="A").has_ended(on=date(2012, 6, 1))
            <Verdict.NO: 'no'>
        """
        if self.dissolved is Missing.UNKNOWN and not self._may_have_ended(on):
            return Verdict.NO
        return self.existence.over(on)

    def _may_have_ended(self, on: date) -> bool:
        return any(
            citation.source.published is None
            or citation.source.published.first_day <= on
            for citation in citations_of(self, "dissolved")
        )

    def exists(self, *, on: date) -> Verdict:
        """Tell whether it exists on a day, as far as dates are recorded.

        A body on record is taken to have begun where nobody says when it did.

        Example:
            >>> from datetime import date
            >>> body = Organization(name="A", dissolved=PartialDate(2019))
            >>> body.exists(on=date(2018, 6, 1)), body.exists(on=date(2019, 6, 1))
            (<Verdict.YES: 'yes'>, <Verdict.OPEN: 'open'>)
        """
        begun = (
            Verdict.YES if isinstance(self.founded, Missing) else self.has_begun(on=on)
        )
        return begun & ~self.has_ended(on=on)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name recorded, the printed one first, the acronym last.

        Example:
            >>> Organization(name="Cluster A", acronym="CA").names
            ('Cluster A', 'CA')
        """
        other_names = [name.text for name in self.other_names]
        acronym = [self.acronym] if isinstance(self.acronym, str) else []
        return (self.name, *other_names, *acronym)
