"""What every view has: its kind, what the result rests on, texts in one language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import TypeAlias

from attrs import frozen

from icluster import __version__
from icluster.dates import PartialDate
from icluster.provenance import Provenance
from icluster.sources import Citation, Source
from icluster.vocabularies import Vocabulary
from icluster.words import Language, say, worded

Answers: TypeAlias = tuple[tuple[str, str], ...]
"""Keys of a question and of its answer, in the order in which they are asked."""


class ViewKind(Vocabulary):
    """What a view is of: a client goes by it."""

    SCORE = "score", "score"
    COMPARISON = "comparison", "published and derived score"
    READINGS = "readings", "scores by every reading"
    NEXT_STEPS = "next_steps", "what would lift a score"
    RANKING = "ranking", "ranking"
    POSITION = "position", "place among peers"
    BENCHMARK_REPORT = "benchmark_report", "benchmarking report"
    CHECKS = "checks", "findings of rules"
    LABELS = "labels", "labels on a day"


@frozen
class SourceView:
    """A document that data were read from.

    Attributes:
        source: The key by which texts cite it.
        title: Its title as published.
        publisher: Who published it.
        published: When it was published: the edition of the data; null where it
            does not say.
        url: Its address; may be empty.
    """

    source: str
    title: str
    publisher: str
    published: PartialDate | None
    url: str


@frozen(kw_only=True)
class BasisView:
    """What a result rests on.

    Attributes:
        subject: Whose facts they are; empty where nobody said.
        rubric: Key of the rubric, or of the structure of a benchmarking interview,
            that it was measured by; null where there is none.
        edition: The edition of it; null where none was named.
        reading: Pairs of question and answer, by their keys: what was decided where
            the edition leaves a question open.
        day: The day on which it holds; null where none was named.
        data: The documents that the data were read from, each in its edition.
        version: The version of icluster that made it.
    """

    subject: str
    rubric: str | None
    edition: str | None
    reading: Answers
    day: date | None
    data: tuple[SourceView, ...]
    version: str


class Words:
    """Puts what a result says into the language asked for."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self.of = partial(worded, language=language)

    def title(self, text: str) -> str:
        """Return a title in the language, where it knows the title."""
        return say(text).text(self.language)

    def all(self, things: Iterable[object]) -> tuple[str, ...]:
        """Return a text for each of *things*; captions and notes are templates."""
        return tuple(
            self.title(thing) if isinstance(thing, str) else self.of(thing)
            for thing in things
        )


def sources_of(citations: Iterable[Citation]) -> tuple[SourceView, ...]:
    """Return the documents that are cited, each once, in order."""
    sources: dict[str, Source] = {}
    for citation in citations:
        sources.setdefault(citation.source.key, citation.source)
    return tuple(map(source_view, sources.values()))


def source_view(source: Source) -> SourceView:
    """Return what a client is told of a document."""
    return SourceView(
        source.key, source.title, source.publisher, source.published, source.url
    )


def basis(
    day: date | None,
    data: tuple[SourceView, ...],
    *,
    subject: str = "",
    rubric: str | None = None,
    edition: str | None = None,
    reading: Answers = (),
) -> BasisView:
    """Return what a result rests on, made by this version."""
    return BasisView(
        subject=subject,
        rubric=rubric,
        edition=edition,
        reading=reading,
        day=day,
        data=data,
        version=__version__,
    )


def basis_of_facts(rubric: str, provenance: Provenance) -> BasisView:
    """Return what a result rests on of which the facts were read."""
    citations = (citation for _, cited in provenance.citations for citation in cited)
    return basis(
        provenance.on,
        sources_of(citations),
        subject=provenance.subject,
        rubric=rubric,
        edition=provenance.edition or None,
        reading=provenance.reading,
    )


def texts(things: Iterable[object]) -> tuple[str, ...]:
    """Return what is printed as it stands in every language: citations, keys."""
    return tuple(map(str, things))
