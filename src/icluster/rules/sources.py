"""Sources and citations: is everything cited, found, dated, and cited once?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from attrs import NOTHING, fields

from icluster.benchmark_records import BenchmarkRecord
from icluster.clusters import Cluster, ClusterInitiative
from icluster.contexts import Context, folded
from icluster.ecosystems import (
    Action,
    BeneficiaryGroup,
    Contribution,
    Ecosystem,
    Linkage,
    Membership,
    Participation,
    StrategicObjective,
    WorkingGroup,
)
from icluster.labels import LabelAward
from icluster.naming import name_key
from icluster.policies import Policy, PublishedScore
from icluster.profiles import ClusterProfile
from icluster.rules._findings import Severity
from icluster.rules._rule import rule
from icluster.rules._statements import Said, Unchecked, say
from icluster.rules._walk import Gathered, Placed
from icluster.sources import Citation, Source
from icluster.vocabularies import Missing

__all__ = [
    "excerpt_not_found",
    "one_document_two_keys",
    "one_key_two_documents",
    "partly_uncited",
    "read_before_published",
    "source_undated",
    "source_without_address",
    "wholly_uncited",
]


def __dir__() -> list[str]:
    return __all__


_rule = partial(rule, family="sources", since="26.1")

_CITING = (
    Action,
    BenchmarkRecord,
    BeneficiaryGroup,
    Cluster,
    ClusterInitiative,
    ClusterProfile,
    Contribution,
    LabelAward,
    Linkage,
    Membership,
    Participation,
    Policy,
    PublishedScore,
    StrategicObjective,
    WorkingGroup,
)
# Ours or the recorder's, and not read anywhere; a page of labels is of one tier.
_NOT_READ = frozenset(
    {"awarded_basis", "citations", "key", "rubric", "structure", "subject", "tier"}
)


@_rule("SRC001", "wholly-uncited", Severity.WARNING, about=(*_CITING, Ecosystem))
def wholly_uncited(noun: Any, on: date, context: Context) -> Iterator[Said]:
    """Something is recorded, and nothing says where it was read.

    Why it matters:
        Nobody can check it, and where sources disagree no side can be told.

    Fires on:
        A policy, score, award, profile, cluster, relation or organization of an
        ecosystem without any citation. The holder of a label is cited by the
        award.

    How to settle it:
        Cite the fields, with the place in the source.
    """
    if isinstance(noun, Ecosystem):
        for index, each in enumerate(noun.organizations):
            if not each.citations:
                at = ("organizations", index)
                yield say("nothing says where {} was read", each.name, at=at)
    elif not noun.citations:
        name = getattr(noun, "name", type(noun).__name__)
        yield say("nothing says where {} was read", name)


@_rule("SRC002", "partly-uncited", Severity.NOTE, about=_CITING)
def partly_uncited(noun: Any, on: date, context: Context) -> Iterator[Said]:
    """Some fields of something cited are not cited.

    Why it matters:
        What the citations do not cover was read elsewhere, or nowhere.

    Fires on:
        A noun with citations, of which a recorded field, or a recorded part of
        history or budget, has none. Keys, the tier of a label and what is
        unknown need none.

    How to settle it:
        Cite the fields, or leave out what was read nowhere.
    """
    if not noun.citations:
        return
    cited = {each.path for each in noun.citations}
    lacking = tuple(name for name in _recorded(noun) if not _is_cited(name, cited))
    if lacking:
        yield say("not cited: {}", lacking)


def _recorded(noun: Any) -> Iterator[str]:
    """Yield the fields that hold something other than what they default to."""
    for each in fields(type(noun)):
        name = each.name
        if not each.init or name in _NOT_READ:
            continue
        value, default = getattr(noun, name), _default_of(each)
        differs = value is not default and (default is NOTHING or value != default)
        if differs and not isinstance(value, Missing):
            yield name


def _default_of(attribute: Any) -> Any:
    make = getattr(attribute.default, "factory", None)
    return attribute.default if make is None else make()


def _is_cited(name: str, cited: set[str]) -> bool:
    return name in cited or any(path.startswith(f"{name}.") for path in cited)


@_rule(
    "SRC003",
    "excerpt-not-found",
    Severity.ERROR,
    about=Citation,
    needs=("texts",),
)
def excerpt_not_found(citation: Citation, on: date, context: Context) -> Iterator[Said]:
    """An excerpt does not stand in the text of its source.

    Why it matters:
        It was miscopied, shortened without saying so, or the page has changed.

    Fires on:
        An excerpt that the text at hand does not contain; case, spacing and how
        accents are composed do not matter.

    How to settle it:
        Copy the phrase again, or cite the edition of the page that has it.
    """
    if not citation.excerpt:
        return
    texts = [each for each in context.texts if each.source == citation.source.key]
    if not texts:
        yield Unchecked(f"the text of {citation.source.key}")
    else:
        wanted = folded(citation.excerpt)
        if not any(wanted in each.folded for each in texts):
            yield say(
                '"{}" does not stand in {}',
                citation.excerpt,
                citation.source.key,
                at="excerpt",
                sides=[(citation,)],
            )


@_rule("SRC004", "read-before-published", Severity.ERROR, about=Source)
def read_before_published(source: Source, on: date, context: Context) -> Iterator[Said]:
    """A source was read before it was published.

    Why it matters:
        One of the days is wrong, or another edition was read.

    Fires on:
        A day of reading certainly before the publication; the same day is fine.

    How to settle it:
        Correct the days, or record the edition that was read.
    """
    read, published = source.read_on, source.published
    if read is not None and published is not None and published.first_day > read:
        yield say(
            "{} was read on {}, but published {}",
            source.key,
            read,
            published,
            at="read_on",
        )


@_rule("SRC005", "source-without-address", Severity.NOTE, about=Source)
def source_without_address(
    source: Source, on: date, context: Context
) -> Iterator[Said]:
    """A source has no address.

    Why it matters:
        Whoever wants to check has to search.

    Fires on:
        A source whose `url` is empty.

    How to settle it:
        Record the address; waive the finding where there is none.
    """
    if not source.url:
        yield say('no address is recorded for "{}"', source.title, at="url")


@_rule("SRC006", "source-undated", Severity.NOTE, about=Source)
def source_undated(source: Source, on: date, context: Context) -> Iterator[Said]:
    """Neither when a source was published nor when it was read is known.

    Why it matters:
        A page may say something else tomorrow; as of when it says this cannot
        be told.

    Fires on:
        A source without `published` and without `read_on`.

    How to settle it:
        Record the day it is read.
    """
    if source.published is None and source.read_on is None:
        yield say('"{}" has no date, of itself or of reading', source.title)


@_rule("SRC007", "one-key-two-documents", Severity.ERROR, about=Gathered)
def one_key_two_documents(
    subject: Gathered, on: date, context: Context
) -> Iterator[Said]:
    """One key stands for sources that differ.

    Why it matters:
        Citations print the key: which document is meant cannot be told.

    Fires on:
        Sources that are not equal and have the same key.

    How to settle it:
        Give each document a key of its own, or make the records equal.
    """
    by_key: dict[str, list[Placed]] = {}
    for each in subject.of(Source):
        by_key.setdefault(each.thing.key, []).append(each)
    for key, placed in by_key.items():
        if len(placed) > 1:
            yield say(
                "{} stands for {} different sources: {}",
                key,
                len(placed),
                tuple(sorted(each.thing.title for each in placed)),
                at=placed[0].steps,
            )


@_rule(
    "SRC008",
    "one-document-two-keys",
    Severity.WARNING,
    about=Gathered,
    sources=("esca_mx", "esca_bronze"),
)
def one_document_two_keys(
    subject: Gathered, on: date, context: Context
) -> Iterator[Said]:
    """One document stands under two keys.

    Why it matters:
        Two citations of it look like two witnesses.

    Fires on:
        Sources of different keys with one address, or with one title and
        publisher. Letter case, "http" or "https" and a slash at the end do not
        matter to an address.

    How to settle it:
        Use one key, or record what tells the documents apart.
    """
    by_document: dict[tuple[str, ...], list[Placed]] = {}
    for each in subject.of(Source):
        names = (name_key(each.thing.title), name_key(each.thing.publisher))
        documents: list[tuple[str, ...]] = [names] if all(names) else []
        if each.thing.url:
            documents.append((_address(each.thing.url),))
        for document in documents:
            by_document.setdefault(document, []).append(each)
    told: set[tuple[str, ...]] = set()
    for placed in by_document.values():
        keys = tuple(sorted({each.thing.key for each in placed}))
        if len(keys) > 1 and keys not in told:
            told.add(keys)
            yield say("{} are one document", keys, at=placed[0].steps)


def _address(url: str) -> str:
    bare = url.strip().casefold().removeprefix("https://").removeprefix("http://")
    return bare.removeprefix("www.").rstrip("/")
