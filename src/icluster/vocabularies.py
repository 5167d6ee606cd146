"""Vocabularies with their printed labels, and the ways of not knowing.

A `Vocabulary` is a closed list whose members carry the label that the source
prints. Where a source may go beyond its own list, a field takes `Other` too.
`Missing` keeps apart why a value is not there: unknown, not applicable and not
answered are three things, and none of them is zero, false or an empty list.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, Literal, TypeAlias, TypeVar

from attrs import field, frozen

from icluster._fields import check_type
from icluster._texts import is_text
from icluster.errors import UnknownLabelError
from icluster.words import Sentence, Shown, closest, folded, say, worded

if TYPE_CHECKING:
    from typing import Self

__all__ = ["NotApplicable", "Unknown", "Vocabulary", "listed"]


def __dir__() -> list[str]:
    return __all__


T = TypeVar("T")


class Vocabulary(Enum):
    """Base of the vocabularies: an enum whose members carry a printed label.

    The value of a member is its key, stable and used for exchange; its `title`
    is the label as the source prints it. Other labels that are printed for the same
    thing stand behind it and are found as well.

    Example:
        >>> class Colour(Vocabulary):
        ...     RED = "red", "Bright red", "scarlet"
        >>> Colour.RED.value, Colour.RED.title
        ('red', 'Bright red')
        >>> Colour.from_title("bright  RED") is Colour.from_title("Scarlet")
        True
    """

    title: str
    synonyms: tuple[str, ...]

    if not TYPE_CHECKING:
        # A member equals itself alone: its identity will do, an enum hashes its name.
        __hash__ = object.__hash__

    def __new__(cls, key: str, title: str, *synonyms: str) -> Self:
        """Make a member of its key, its printed label and other labels of it."""
        member = object.__new__(cls)
        member._value_ = key
        member.title = title
        member.synonyms = synonyms
        return member

    @classmethod
    def from_title(cls, label: str) -> Self:
        """Return the member printed as *label*; case and spacing do not matter.

        Synonyms are found as well.

        Raises:
            UnknownLabelError: No member is printed so; the closest is named.

        Example:
            >>> from icluster.policies import Beneficiary
            >>> Beneficiary.from_title("Large firms")
            <Beneficiary.LARGE_FIRMS: 'large_firms'>
        """
        check_type("label", label, str)
        labels = {
            title: member
            for member in cls
            for title in (member.title, *member.synonyms)
        }
        by_title = {folded(title): member for title, member in labels.items()}
        member = by_title.get(folded(label))
        if member is not None:
            return member
        similar = closest(label, list(labels))
        raise UnknownLabelError(cls.__name__, label, similar)

    @classmethod
    def read(cls, label: str) -> Self | Other:
        """Return the member printed as *label*, or `Other` where it says so.

        Raises:
            UnknownLabelError: It is neither a label nor begins with "Other:".

        Example:
            >>> from icluster.policies import Beneficiary
            >>> Beneficiary.read("Other: Nature")
            Other(text='Nature')
        """
        head, colon, text = label.partition(":")
        if colon and folded(head) == "other" and text.strip():
            return Other(text.strip())
        return cls.from_title(label)


@frozen
class Other(Shown):
    """Something that a vocabulary does not list, in the words of its source.

    Example:
        >>> Other("Nature").title
        'Other: Nature'
    """

    text: str = field(validator=is_text)

    @property
    def title(self) -> str:
        """The text behind the word that vocabularies print before it."""
        return worded(self)

    def said(self) -> Sentence:
        """Return the title as a sentence; the words of the source stay as they are.

        Example:
            >>> Other("Nature").said().parts
            ('Nature',)
        """
        return say("Other: {}", self.text)


class Missing(Enum):
    """Why a value is not there.

    An empty tuple is none of these: it says that there are none.

    Example:
        >>> Missing.UNKNOWN.title
        'unknown'
    """

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    NOT_ANSWERED = "not_answered"

    @property
    def title(self) -> str:
        """The member in words."""
        return self.value.replace("_", " ")

    def __repr__(self) -> str:
        # It is the default of many arguments, whose signatures have to stay legible.
        return f"Missing.{self.name}"


Unknown: TypeAlias = Literal[Missing.UNKNOWN]
"""What a field takes where the only way of not knowing is `Missing.UNKNOWN`."""

NotApplicable: TypeAlias = Literal[Missing.NOT_APPLICABLE]
"""What a field takes where there may be none: `Missing.NOT_APPLICABLE`."""


def listed(several: tuple[T, ...] | Missing) -> tuple[T, ...]:
    """Return what is listed: nothing where it is not known what there is.

    Example:
        >>> listed(("Food", "ICT")), listed(Missing.UNKNOWN)
        (('Food', 'ICT'), ())
    """
    return () if isinstance(several, Missing) else several
