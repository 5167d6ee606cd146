"""What checks need to know beside the data: editions, lists, criteria, texts.

A `Context` is handed to `icluster.rules.check`; a rule whose need is empty in it
says so instead of passing. ``icluster.reference.CONTEXT`` has what is published.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from attrs import Factory, field, frozen

from icluster._fields import all_of, is_key, is_text, to_tuple
from icluster.editions import Edition
from icluster.indicators import BenchmarkStructure
from icluster.labels import LabelScheme, PortfolioList
from icluster.organizations import LegalForm
from icluster.policies import Policy
from icluster.profiles import ProfileCriteria
from icluster.quality_labels import QualityCatalogue
from icluster.regions import Subdivision

__all__ = ["Context", "SourceText"]


def __dir__() -> list[str]:
    return __all__


@frozen
class SourceText:
    """The text of a source, as the caller has it at hand.

    Attributes:
        source: Key of the source.
        text: The whole text, or a part: what is not in it was not found there.
        folded: The text with case, spacing and the shapes of marks folded away.

    Example:
        >>> SourceText("about", "An innovation ecosystem").source
        'about'
    """

    source: str = field(validator=is_key)
    text: str = field(validator=is_text)
    folded: str = field(
        init=False,
        eq=False,
        repr=False,
        default=Factory(lambda self: folded(self.text), takes_self=True),
    )

    def holds(self, excerpt: str) -> bool:
        r"""Tell whether *excerpt* stands in the text.

        Around "..." its parts must stand there in their order; the shapes of marks
        do not matter.

        Example:
            >>> SourceText("about", "an “innovation” eco-\nsystem").holds(
            ...     "An ... ecosystem"
            ... )
            True
        """
        start = 0
        for part in filter(None, _LEFT_OUT.split(folded(excerpt))):
            found = self.folded.find(part, start)
            if found < 0:
                return False
            start = found + len(part)
        return True


_SHAPES: Final[Mapping[int, str | None]] = MappingProxyType(
    {
        **dict.fromkeys(map(ord, "‘’‚‛′`´"), "'"),
        **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
        **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
        ord("…"): "...",
        ord("\xad"): None,
        ord("\\"): None,
    }
)
# Within a word a hyphen may be of the word or of the end of a line.
_HYPHEN = re.compile(r"(?<=\w)-(?:[ \t]*\n\s*)?(?=\w)")
_LEFT_OUT = re.compile(r"\s*\[?\.\.\.\]?\s*")


def folded(text: str) -> str:
    """Make case, spacing, composed accents and the shapes of marks not matter."""
    shaped = unicodedata.normalize("NFC", text).translate(_SHAPES)
    return " ".join(_HYPHEN.sub("", shaped).split()).casefold()


def _several(kind: type) -> Any:
    return field(default=(), converter=to_tuple, validator=all_of(kind))


@frozen(kw_only=True)
class Context:
    """What rules need to know beside the data they look at.

    Attributes:
        editions: Editions of assessments, each with rubric and readings.
        structures: Structures of benchmarking interviews.
        catalogues: Catalogues of quality labels.
        schemes: Label schemes.
        portfolios: Lists of portfolios.
        legal_forms: Legal forms, as names end in them.
        subdivisions: Regions with the spellings that name them.
        profile_criteria: Criteria that profiles are validated by.
        policies: Policies whose conditions bind others, such as a counterpart.
        texts: Texts of sources, to look excerpts up in.

    Example:
        >>> from icluster.reference import CONTEXT
        >>> [each.key for each in CONTEXT.editions], CONTEXT.texts
        (['eccp_2022'], ())
    """

    editions: tuple[Edition, ...] = _several(Edition)
    structures: tuple[BenchmarkStructure, ...] = _several(BenchmarkStructure)
    catalogues: tuple[QualityCatalogue, ...] = _several(QualityCatalogue)
    schemes: tuple[LabelScheme, ...] = _several(LabelScheme)
    portfolios: tuple[PortfolioList, ...] = _several(PortfolioList)
    legal_forms: tuple[LegalForm, ...] = _several(LegalForm)
    subdivisions: tuple[Subdivision, ...] = _several(Subdivision)
    profile_criteria: tuple[ProfileCriteria, ...] = _several(ProfileCriteria)
    policies: tuple[Policy, ...] = _several(Policy)
    texts: tuple[SourceText, ...] = _several(SourceText)
