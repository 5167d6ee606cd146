"""What checks need to know beside the data: editions, lists, criteria, texts.

A `Context` is handed to `icluster.rules.check`; a rule whose need is empty in it
says so instead of passing. ``icluster.reference.CONTEXT`` has what is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final

from attrs import Factory, field, frozen

from icluster._fields import all_of, is_key, to_tuple
from icluster._texts import is_anything_said
from icluster.editions import Edition
from icluster.indicators import BenchmarkStructure
from icluster.labels import LabelScheme, PortfolioList
from icluster.money import Currency
from icluster.organizations import LegalForm
from icluster.policies import Policy
from icluster.profiles import ProfileCriteria
from icluster.quality_labels import QualityCatalogue
from icluster.regions import CountryName, Subdivision
from icluster.words import Shown, folded_prose

__all__ = ["Context", "SourceText"]


def __dir__() -> list[str]:
    return __all__


@frozen
class SourceText(Shown):
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
    text: str = field(validator=is_anything_said)
    folded: str = field(
        init=False,
        eq=False,
        repr=False,
        default=Factory(lambda self: folded_prose(self.text), takes_self=True),
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
        parts = tuple(filter(None, _LEFT_OUT.split(folded_prose(excerpt))))
        start = 0
        for part in parts:
            passage = re.compile(_as_words(part)).search(self.folded, start)
            if passage is None:
                return False
            start = passage.end()
        return bool(parts)


_LEFT_OUT: Final = re.compile(r"\s*\[?\.\.\.\]?\s*")


def _as_words(part: str) -> str:
    """Return a pattern that finds *part*, but not in the middle of a word."""
    before = r"(?<!\w)" if part[0].isalnum() else ""
    after = r"(?!\w)" if part[-1].isalnum() else ""
    return f"{before}{re.escape(part)}{after}"


def _to_editions(items: Iterable[Edition[Any]]) -> tuple[Edition[Any], ...]:
    editions: tuple[Edition[Any], ...] = to_tuple(items)
    return editions


def _to_structures(
    items: Iterable[BenchmarkStructure],
) -> tuple[BenchmarkStructure, ...]:
    return to_tuple(items)


def _to_catalogues(items: Iterable[QualityCatalogue]) -> tuple[QualityCatalogue, ...]:
    return to_tuple(items)


def _to_schemes(items: Iterable[LabelScheme]) -> tuple[LabelScheme, ...]:
    return to_tuple(items)


def _to_portfolios(items: Iterable[PortfolioList]) -> tuple[PortfolioList, ...]:
    return to_tuple(items)


def _to_legal_forms(items: Iterable[LegalForm]) -> tuple[LegalForm, ...]:
    return to_tuple(items)


def _to_subdivisions(items: Iterable[Subdivision]) -> tuple[Subdivision, ...]:
    return to_tuple(items)


def _to_countries(items: Iterable[CountryName]) -> tuple[CountryName, ...]:
    return to_tuple(items)


def _to_currencies(items: Iterable[Currency]) -> tuple[Currency, ...]:
    return to_tuple(items)


def _to_profile_criteria(
    items: Iterable[ProfileCriteria],
) -> tuple[ProfileCriteria, ...]:
    return to_tuple(items)


def _to_policies(items: Iterable[Policy]) -> tuple[Policy, ...]:
    return to_tuple(items)


def _to_texts(items: Iterable[SourceText]) -> tuple[SourceText, ...]:
    return to_tuple(items)


@frozen(kw_only=True)
class Context(Shown):
    """What rules need to know beside the data they look at.

    Attributes:
        editions: Editions of assessments, each with rubric and readings.
        structures: Structures of benchmarking interviews.
        catalogues: Catalogues of quality labels; for rules of your own.
        schemes: Label schemes; for rules of your own.
        portfolios: Lists of portfolios.
        legal_forms: Legal forms, as names end in them.
        subdivisions: Regions with the spellings that name them.
        countries: Names of all countries that have a code.
        currencies: All currencies that have a code, or had one.
        profile_criteria: Criteria that profiles are validated by.
        policies: Policies whose conditions bind others, such as a counterpart.
        texts: Texts of sources, to look excerpts up in.

    Example:
        >>> from icluster.reference import CONTEXT
        >>> [edition.key for edition in CONTEXT.editions], CONTEXT.texts
        (['eccp_2022'], ())
    """

    editions: tuple[Edition[Any], ...] = field(
        default=(), converter=_to_editions, validator=all_of(Edition)
    )
    structures: tuple[BenchmarkStructure, ...] = field(
        default=(), converter=_to_structures, validator=all_of(BenchmarkStructure)
    )
    catalogues: tuple[QualityCatalogue, ...] = field(
        default=(), converter=_to_catalogues, validator=all_of(QualityCatalogue)
    )
    schemes: tuple[LabelScheme, ...] = field(
        default=(), converter=_to_schemes, validator=all_of(LabelScheme)
    )
    portfolios: tuple[PortfolioList, ...] = field(
        default=(), converter=_to_portfolios, validator=all_of(PortfolioList)
    )
    legal_forms: tuple[LegalForm, ...] = field(
        default=(), converter=_to_legal_forms, validator=all_of(LegalForm)
    )
    subdivisions: tuple[Subdivision, ...] = field(
        default=(), converter=_to_subdivisions, validator=all_of(Subdivision)
    )
    countries: tuple[CountryName, ...] = field(
        default=(), converter=_to_countries, validator=all_of(CountryName)
    )
    currencies: tuple[Currency, ...] = field(
        default=(), converter=_to_currencies, validator=all_of(Currency)
    )
    profile_criteria: tuple[ProfileCriteria, ...] = field(
        default=(), converter=_to_profile_criteria, validator=all_of(ProfileCriteria)
    )
    policies: tuple[Policy, ...] = field(
        default=(), converter=_to_policies, validator=all_of(Policy)
    )
    texts: tuple[SourceText, ...] = field(
        default=(), converter=_to_texts, validator=all_of(SourceText)
    )

    @cached_property
    def subdivisions_by_word(self) -> Mapping[str, tuple[Subdivision, ...]]:
        """The subdivisions by the first words of their spellings, folded.

        Example:
            >>> from icluster.reference import CONTEXT
            >>> [row.name for row in CONTEXT.subdivisions_by_word["baja"]]
            ['Baja California', 'Baja California Sur']
        """
        index: dict[str, dict[Subdivision, None]] = {}
        for subdivision in self.subdivisions:
            for words in subdivision.words:
                index.setdefault(words[0], {})[subdivision] = None
        return MappingProxyType({word: tuple(rows) for word, rows in index.items()})
