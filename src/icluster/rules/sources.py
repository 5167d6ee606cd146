"""Sources and citations: is everything cited, found, dated, and cited once?"""

from __future__ import annotations

from collections.abc import Iterator, Set
from datetime import date
from re import findall, sub
from typing import Any, TypeAlias

from attrs import NOTHING, fields, fields_dict

from icluster import words
from icluster.benchmark_records import BenchmarkRecord
from icluster.clusters import Cluster, ClusterInitiative
from icluster.contexts import Context
from icluster.dates import PartialDate
from icluster.ecosystems import Ecosystem
from icluster.labels import LabelRegister
from icluster.policies import Policy, PublishedScore
from icluster.profiles import ClusterProfile
from icluster.rules._rule import error, note, warning
from icluster.rules._statements import Said, needs, say, when
from icluster.rules._walk import Gathered, Placed
from icluster.sources import Citation, Source, citations_of
from icluster.vocabularies import Missing
from icluster.words import words_of

__all__ = [
    "excerpt_not_found",
    "one_document_two_keys",
    "one_key_two_documents",
    "read_before_published",
    "source_unfindable",
    "title_after_publication",
    "value_uncited",
]


def __dir__() -> list[str]:
    return __all__


_Citing: TypeAlias = (
    BenchmarkRecord
    | Cluster
    | ClusterInitiative
    | ClusterProfile
    | Policy
    | PublishedScore
)
# Bodies need one citation only, and notes carry theirs.
_OTHERWISE = frozenset({"notes", "organizations"})
# Ours or the recorder's, and not read anywhere; a page of labels is of one tier.
_NOT_READ = frozenset(
    {"awarded_basis", "citations", "key", "rubric", "structure", "subject", "tier"}
)


@warning("SRC001")
def value_uncited(noun: _Citing | Ecosystem | LabelRegister) -> Iterator[Said]:
    """Something is recorded, and nothing says where it was read.

    Why it matters:
        Nobody can check it, and where sources disagree no side can be told.

    Fires on:
        A noun, relation, body of an ecosystem or award without any citation, or whose
        citations leave out a field, or a part of history or budget. Keys, the tier of
        a label and what is unknown need none. The award cites its holder; where
        nothing is cited, the source of the register stands for an award and the
        citations of the list for a relation.

    How to settle it:
        Cite the fields, with the place in the source; leave out what was read
        nowhere.
    """
    if isinstance(noun, Ecosystem):
        yield from _of_an_ecosystem(noun)
    elif isinstance(noun, LabelRegister):
        for award in noun.awards:
            if award.citations or noun.source is None:
                yield from _uncited(award)
    else:
        yield from _uncited(noun)


def _of_an_ecosystem(ecosystem: Ecosystem) -> Iterator[Said]:
    for body in ecosystem.organizations:
        if not body.citations:
            yield say("nothing says where {} was read", body.name, about=body)
    for name in fields_dict(Ecosystem):
        whole, value = citations_of(ecosystem, name), getattr(ecosystem, name)
        for relation in value if isinstance(value, tuple) else ():
            is_relation = name not in _OTHERWISE and hasattr(relation, "citations")
            if is_relation and (relation.citations or not whole):
                yield from _uncited(relation)


def _uncited(noun: Any) -> Iterator[Said]:
    paths = {cited.path for cited in noun.citations}
    lacking = [name for name in _recorded(noun) if not _is_cited(name, paths)]
    if lacking and paths:
        yield say("nothing says where these were read: {}", lacking, about=noun)
    elif lacking:
        yield say("nothing says where {} was read", _title(noun), about=noun)


def _title(noun: Any) -> object:
    """Name a noun; what has no name goes by what it is."""
    kind = sub("([A-Z])", r" \1", type(noun).__name__).strip().casefold()
    return getattr(noun, "name", words.say("this {}", words.say(kind)))


def _recorded(noun: Any) -> Iterator[str]:
    """Yield the fields that hold something other than what they default to."""
    for attribute in fields(type(noun)):
        name = attribute.name
        # Notes carry their citations themselves.
        if not attribute.init or name in _NOT_READ or name == "notes":
            continue
        value, default = getattr(noun, name), _default_of(attribute)
        differs = value is not default and (default is NOTHING or value != default)
        if differs and not isinstance(value, Missing):
            yield name


def _default_of(attribute: Any) -> Any:
    make = getattr(attribute.default, "factory", None)
    return attribute.default if make is None else make()


def _is_cited(name: str, paths: set[str]) -> bool:
    return name in paths or any(path.startswith(f"{name}.") for path in paths)


@warning("SRC002", needs=["texts"])
def excerpt_not_found(citation: Citation, context: Context) -> Iterator[Said]:
    """An excerpt does not stand in the text of its source.

    Why it matters:
        It was miscopied, shortened without saying so, or the page has changed.

    Fires on:
        An excerpt that the text at hand does not contain; case, spacing, how
        accents are composed, the shapes of quotation marks and dashes, hyphens at
        the end of a line and backslashes before signs do not matter. Around "..."
        or "[...]" each part must stand there, in this order.

    How to settle it:
        Copy the phrase again, mark what is left out by "...", or cite the edition
        of the page that has it.
    """
    if not citation.excerpt:
        return
    texts = [text for text in context.texts if text.source == citation.source.key]
    if not texts:
        yield needs("the text of {}", citation.source.key)
    elif not any(text.holds(citation.excerpt) for text in texts):
        yield say(
            '"{}" does not stand in {}',
            citation.excerpt,
            citation.source.key,
            at="excerpt",
            cites=[citation],
        )


@error("SRC003")
def read_before_published(source: Source) -> Iterator[Said]:
    """A source was read before it was published.

    Why it matters:
        One of the days is wrong, or another edition was read.

    Fires on:
        A day of reading certainly before the publication; the same day is fine.

    How to settle it:
        Correct the days, or record the edition that was read.
    """
    read, published = source.read_on, source.published
    if read and published and published.first_day > read:
        yield say(
            "{} was read on {}, but published {}",
            source.key,
            read,
            published,
            at="read_on",
        )


@note("SRC004")
def source_unfindable(source: Source) -> Iterator[Said]:
    """A source can hardly be found again as it was read.

    Why it matters:
        Whoever wants to check has to search; and a page may say something else
        tomorrow, so as of when it says this cannot be told.

    Fires on:
        A source without `url`, or with none of `published`, `read_on` and
        `accessed_on`; a proposal is no publication, and is left out.

    How to settle it:
        Record the address and the day of reading; waive the finding where there
        is none.
    """
    if source.is_proposal:
        return
    lacking = []
    if not source.url:
        lacking.append(words.say("address"))
    if not any((source.published, source.read_on, source.accessed_on)):
        lacking.append(words.say("date of itself or of reading"))
    if lacking:
        yield say('no {} is recorded for "{}"', lacking, source.title)


@error("SRC005")
def one_key_two_documents(subject: Gathered) -> Iterator[Said]:
    """One key stands for sources that differ.

    Why it matters:
        Citations print the key: which document is meant cannot be told.

    Fires on:
        Sources of one key with different titles, publishers, addresses or dates
        of publication. A field left empty differs from nothing, a year not from a
        day in it, and one document may be read on many days.

    How to settle it:
        Give each document a key of its own, or make the records agree.
    """
    by_key: dict[str, list[Placed]] = {}
    for placed in subject.of(Source):
        by_key.setdefault(placed.thing.key, []).append(placed)
    for key, sources in by_key.items():
        for name in ("title", "publisher", "url", "published"):
            values = {getattr(placed.thing, name) for placed in sources} - {"", None}
            if len(values) > 1 and not _may_agree(values):
                yield say(
                    "{} stands for sources that differ in {}: {}",
                    key,
                    name,
                    sorted(map(str, values)),
                    about=sources,
                )


def _may_agree(values: Set[Any]) -> bool:
    """Tell whether dates, known more or less closely, may all be one day."""
    dates = [value for value in values if isinstance(value, PartialDate)]
    if len(dates) < len(values):
        return False
    return max(day.first_day for day in dates) <= min(day.last_day for day in dates)


@warning("SRC006", sources=["esca_mx", "esca_bronze"])
def one_document_two_keys(subject: Gathered) -> Iterator[Said]:
    """One document stands under two keys.

    Why it matters:
        Two citations of it look like two witnesses.

    Fires on:
        Sources of different keys with one address, or with one title and publisher,
        that may have been published on one day: where one has a year, a month or no
        date at all, too. "http" or "https", "www.", the case of the host and a slash
        at the end do not matter to an address; case, accents and punctuation do not
        to a title.

    How to settle it:
        Use one key; or record what tells the documents apart, their own addresses
        or days of publication.
    """
    by_address: dict[str, list[Placed]] = {}
    by_title: dict[tuple[str, ...], list[Placed]] = {}
    for placed in subject.of(Source):
        source = placed.thing
        if source.url:
            by_address.setdefault(_address(source.url), []).append(placed)
        words = (*words_of(source.title), "", *words_of(source.publisher))
        by_title.setdefault(words, []).append(placed)
    for address, together in by_address.items():
        sources = _of_one_day(together)
        if keys := _keys_of(sources):
            text = "{} are recorded with one address: {}"
            yield say(text, keys, address, about=sources)
    for together in by_title.values():
        sources = _of_one_day(together)
        at_one_address = len({_address(one.thing.url) for one in sources}) == 1
        if (keys := _keys_of(sources)) and not (
            at_one_address and sources[0].thing.url
        ):
            text = '{} are recorded with one title: "{}"'
            yield say(text, keys, sources[0].thing.title, about=sources)


def _keys_of(sources: list[Placed]) -> tuple[str, ...]:
    """Return the keys of sources that are told apart by nothing else."""
    keys = sorted({placed.thing.key for placed in sources})
    return tuple(keys) if len(keys) > 1 else ()


def _of_one_day(sources: list[Placed]) -> list[Placed]:
    """Return those that may have been published on one day with another of them."""
    if any(placed.thing.published is None for placed in sources):
        return sources
    spans = sorted(
        (placed.thing.published.first_day, placed.thing.published.last_day, place)
        for place, placed in enumerate(sources)
    )
    alike: set[int] = set()
    last, longest = date.min, 0
    for begins, ends, place in spans:
        if begins <= last:
            alike |= {place, longest}
        last, longest = max((last, longest), (ends, place))
    return [sources[place] for place in sorted(alike)]


@note("SRC007")
def title_after_publication(source: Source) -> Iterator[Said]:
    """A title names years after its own publication.

    Why it matters:
        The title or the date of publication is wrong, or another edition is meant.

    Fires on:
        A title in which every year from 1900 to 2099 lies after the year of
        publication. A plan from its own year on is none.

    How to settle it:
        Look at the document again; waive the finding where it looks ahead.
    """
    years = [int(year) for year in findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", source.title)]
    published = source.published
    if published and years and min(years) > published.last_day.year:
        yield say(
            '"{}" was published {}',
            source.title,
            when(published),
            at="published",
        )


def _address(url: str) -> str:
    bare = url.strip()
    scheme, is_url, rest = bare.partition("://")
    host, slash, path = (rest if is_url else scheme).partition("/")
    return f"{host.casefold().removeprefix('www.')}{slash}{path}".rstrip("/")
