"""What a policy sets out, what it rests on, and how it stands to others."""

from __future__ import annotations

from attrs import field, frozen

from icluster._fields import instance_of, to_words, unique
from icluster._texts import (
    all_texts,
    is_optional_prose,
    is_optional_text,
    is_prose,
    is_text,
)
from icluster.dates import PartialDate
from icluster.errors import InvalidValueError
from icluster.policies._vocabulary import PolicyRelationKind, Status
from icluster.regions import Country, Region
from icluster.vocabularies import Missing, Other, Unknown
from icluster.words import Shown


@frozen
class Theme(Shown):
    """A heading under which a policy orders what it sets out to do.

    Example:
        >>> Theme("Sustainable industry", Other("tentative")).status.text
        'tentative'
    """

    title: str = field(validator=is_text)
    status: Status | Other = field(
        default=Status.UNSPECIFIED, validator=instance_of(Status, Other)
    )


@frozen
class PolicyMeasure(Shown):
    """Something that a policy does or is to do, and whether it is there.

    Attributes:
        title: What it is, in a few words.
        status: Whether it is there, announced or ended.
        theme: Title of the theme that it stands under; may be empty.
        objects: What it is aimed at, in words.

    Example:
        >>> PolicyMeasure("relaunch of a label", Status.ANNOUNCED).objects
        ()
    """

    title: str = field(validator=is_text)
    status: Status | Other = field(
        default=Status.UNSPECIFIED, validator=instance_of(Status, Other)
    )
    theme: str = field(default="", kw_only=True, validator=is_optional_text)
    objects: tuple[str, ...] = field(
        default=(), kw_only=True, converter=to_words, validator=[all_texts(), unique]
    )


@frozen
class SectorGroup(Shown):
    """Sectors that a policy puts together, and what they have in common.

    Attributes:
        title: How the source calls the group.
        sectors: Those that it names, in words; there may be more.
        description: What makes them a group, in a few words; may be empty.

    Example:
        >>> SectorGroup("transversal sectors", ["nanotechnology"]).sectors
        ('nanotechnology',)
    """

    title: str = field(validator=is_text)
    sectors: tuple[str, ...] = field(
        default=(), converter=to_words, validator=[all_texts(), unique]
    )
    description: str = field(default="", validator=is_optional_prose)


@frozen(kw_only=True)
class LegalBasis(Shown):
    """A law that a policy rests on, and what it says of clusters.

    Attributes:
        titles: The title, and other forms of it that are printed.
        jurisdiction: The country or region whose law it is.
        chapter: Number or title of the chapter; may be empty.
        article: Number of the article; may be empty.
        objectives: What the law is to achieve, in words; there may be more.

    Raises:
        InvalidValueError: There is no title, or a field does not hold what it says.

    Example:
        >>> law = LegalBasis(titles=["Law of clusters"], article="49")
        >>> law.titles[0], law.jurisdiction.title
        ('Law of clusters', 'unknown')
    """

    titles: tuple[str, ...] = field(converter=to_words, validator=[all_texts(), unique])
    jurisdiction: Country | Region | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(Country, Region, or_one_of=(Missing.UNKNOWN,)),
    )
    chapter: str = field(default="", validator=is_optional_text)
    article: str = field(default="", validator=is_optional_text)
    objectives: tuple[str, ...] = field(
        default=(), converter=to_words, validator=[all_texts(), unique]
    )

    def __attrs_post_init__(self) -> None:
        if not self.titles:
            raise InvalidValueError("titles", "one title or more", self.titles)


@frozen
class PolicyRelation(Shown):
    """How a policy stands to another one, or to a fund.

    Attributes:
        kind: What it does: is part of, implements, succeeds, is funded by.
        other: Name of the other, as its own record has it.

    Example:
        >>> PolicyRelation(PolicyRelationKind.SUCCEEDS, "Cluster programme 2010").other
        'Cluster programme 2010'
    """

    kind: PolicyRelationKind | Other = field(
        validator=instance_of(PolicyRelationKind, Other)
    )
    other: str = field(validator=is_text)


@frozen
class Expectation(Shown):
    """Something that is expected to come, and by when.

    Attributes:
        text: What is expected, in a few words.
        due: By when; ``[..2021]`` says *by 2021*. Unknown where not stated.

    Example:
        >>> str(Expectation("a new plan", PartialDate.parse("[..2021]")).due)
        '[..2021]'
    """

    text: str = field(validator=is_prose)
    due: PartialDate | Unknown = field(
        default=Missing.UNKNOWN,
        validator=instance_of(PartialDate, or_one_of=(Missing.UNKNOWN,)),
    )
