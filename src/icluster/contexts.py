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

        Around "..." its parts must stand there in their order, as whole words; the
        shapes of marks, tags and Markdown's stars and backslashes do not matter.

        Example:
            >>> SourceText("about", "an “innovation” eco-\nsystem").holds(
            ...     "An ... ecosystem"
            ... )
            True
        """
        parts = tuple(filter(None, _LEFT_OUT.split(folded(excerpt))))
        start = 0
        for part in parts:
            found = re.compile(_as_words(part)).search(self.folded, start)
            if found is None:
                return False
            start = found.end()
        return bool(parts)


_SHAPES: Final[Mapping[int, str | None]] = MappingProxyType(
    {
        **dict.fromkeys(map(ord, "‘’‚‛′`´"), "'"),
        **dict.fromkeys(map(ord, "“”„‟«»″"), '"'),
        **dict.fromkeys(map(ord, "‐‑‒–—―−"), "-"),
        ord("…"): "...",
        ord("\xad"): None,
        ord("\\"): None,
        ord("*"): None,
    }
)
# Within a word a hyphen may be of the word or of the end of a line.
_HYPHEN = re.compile(r"(?<=\w)-(?:[ \t]*\n\s*)?(?=\w)")
_TAG_IN_A_WORD = re.compile(r"</?(?:a|b|em|i|span|strong|sub|sup|u)\b[^<>]{0,200}>")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_LEFT_OUT = re.compile(r"\s*\[?\.\.\.\]?\s*")


def _as_words(part: str) -> str:
    """Return a pattern that finds *part*, but not in the middle of a word."""
    before = r"(?<!\w)" if part[0].isalnum() else ""
    after = r"(?!\w)" if part[-1].isalnum() else ""
    return f"{before}{re.escape(part)}{after}"


def folded(text: str) -> str:
    """Make case, spacing, accents as composed, mark-up and shapes not matter."""
    bare = _TAG.sub(" ", _TAG_IN_A_WORD.sub("", unicodedata.normalize("NFC", text)))
    shaped = bare.translate(_SHAPES)
    return " ".join(_HYPHEN.sub("", shaped).split()).casefold()


def _several(kind: type) -> Any:
    return field(default=(), converter=to_tuple, validator=all_of(kind))


@frozen(kw_only=True)
class Context:
    """What rules need to know beside the data they look at.

    Attributes:
        editions: Editions of assessments, each with rubric and readings.
        structures: Structures of benchmarking interviews.
        catalogues: Catalogues of quality labels; for rules of your own.
        schemes: Label schemes; for rules of your own.
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
