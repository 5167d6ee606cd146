"""All rules of this package, gathered from its families, and their manual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from re import sub
from types import MappingProxyType, ModuleType
from typing import Final

from attrs import field, frozen

from icluster._fields import all_of, check_each, to_tuple
from icluster.errors import UnknownNameError
from icluster.rules import (
    budgets,
    codes,
    ecosystems,
    indicators,
    labels,
    organizations,
    policies,
    profiles,
    published,
    rubrics,
    sources,
)
from icluster.rules._rule import HEADINGS, SECTIONS, Rule, error
from icluster.rules._statements import Said
from icluster.sources import Source
from icluster.tables import Column, Table, Tabular
from icluster.words import ENGLISH, Language, Sentence, say

__all__ = [
    "ALL",
    "FAMILIES",
    "RETIRED",
    "RULE_RAISED",
    "Explanation",
    "catalogue",
    "explain",
    "manual",
]

FAMILIES: Final[tuple[ModuleType, ...]] = (
    budgets,
    codes,
    ecosystems,
    indicators,
    labels,
    organizations,
    policies,
    profiles,
    published,
    rubrics,
    sources,
)


class _Catalogue(tuple[Rule, ...]):
    """Rules by code; short where it is printed, as in the signature of `check`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<{len(self)} rules>"


ALL: Final[tuple[Rule, ...]] = _Catalogue(
    sorted(
        (thing for f in FAMILIES for thing in vars(f).values() if type(thing) is Rule),
        key=lambda rule: rule.code,
    )
)
"""Every rule of every family, by code."""

RETIRED: Final[Mapping[str, str]] = MappingProxyType({})
"""Codes that are no longer given, with the version and what became of them."""


@error("RUL001", family="rules")
def rule_raised(thing: object) -> Iterator[Said]:
    """A rule failed, and what it would have found is not known.

    Why it matters:
        The rule has a fault, or the data are odd in a way that nobody thought
        of. All other rules went on.

    Fires on:
        Any rule that raises; `icluster.rules.check` reports it by itself.

    How to settle it:
        Mend the rule, or report it with the data that it failed on. `check` with
        ``raising=True`` stops where it fails.
    """
    yield from ()


RULE_RAISED: Final = rule_raised
"""What a rule that fails is reported by."""


def _to_sources(sources: Iterable[Source]) -> tuple[Source, ...]:
    return to_tuple(sources)


@frozen
class Explanation(Tabular):
    """The page of a rule: what it asks, why, on what it fires and how to settle it.

    Example:
        >>> explanation = explain("LAB004")
        >>> print(explanation.rule.name, explanation.table().rows[0][1])
        term-broken A label is shorter or longer than its term.
    """

    rule: Rule
    sources: tuple[Source, ...] = field(
        default=(), converter=_to_sources, validator=all_of(Source)
    )

    def table(self, *, language: Language = ENGLISH) -> Table:
        """Return the page as a table of headings and texts."""
        rule = self.rule
        rows = (
            ("What it says", rule.section("summary")),
            *zip(HEADINGS, map(rule.section, SECTIONS), strict=True),
            ("Severity", rule.severity),
            ("Family", rule.family),
            ("About", kinds_in_words(rule)),
            ("Since", rule.since),
            ("Needs", rule.needs),
            ("Sources", sources_in_words(rule, self.sources)),
        )
        return Table.of(
            say("{} {}", rule.code, rule.name),
            [row for row in rows if row[1]],
            _PAGE,
            language=language,
        )


_PAGE = (
    Column("heading", "Heading", of=lambda row: say(row[0])),
    Column("text", "Text", of=lambda row: row[1]),
)


def explain(
    which: str | Rule, *, rules: Iterable[Rule] = ALL, sources: Iterable[Source] = ()
) -> Explanation:
    """Return the page of a rule, by its code or its name.

    Args:
        which: The code, the name, or the rule itself.
        rules: The rules to look among for a code or a name, yours if it is yours.
        sources: What the sources of the rule are titled by; else they go by key.

    Raises:
        UnknownNameError: There is no such rule.

    Example:
        >>> print(explain("LAB004").markdown().splitlines()[4])
        | What it says | A label is shorter or longer than its term. |
    """
    if isinstance(which, Rule):
        return Explanation(which, sources)
    several = check_each("rules", rules, Rule)
    for rule in (*several, RULE_RAISED):
        if which in (rule.code, rule.name):
            return Explanation(rule, sources)
    kind = say("rule of rules.ALL") if rules is ALL else "rule"
    raise UnknownNameError(kind, which, tuple(rule.code for rule in several))


def kinds_in_words(rule: Rule) -> tuple[Sentence, ...]:
    """Return what a rule is about as people say it: label register."""
    return tuple(
        say(sub("([A-Z])", r" \1", kind.__name__).strip().casefold())
        for kind in rule.about
    )


def sources_in_words(rule: Rule, sources: Iterable[Source]) -> str:
    """Return where a rule comes from, by the titles of sources that are given."""
    titles = {source.key: source.title for source in sources}
    cited = (source.partition(",") for source in rule.sources)
    return "; ".join(f"{titles.get(key, key)}{comma}{at}" for key, comma, at in cited)


def catalogue(
    rules: Iterable[Rule] = ALL,
    *,
    sources: Iterable[Source] = (),
    language: Language = ENGLISH,
) -> Table:
    """Return a table of *rules*: what each weighs, is about, and comes from.

    Example:
        >>> from icluster.rules import labels
        >>> catalogue([labels.label_lapsed]).records()[0]["about"]
        'label register'
    """
    known = tuple(sources)
    columns = (
        *_CATALOGUE,
        Column("sources", "Sources", of=lambda rule: sources_in_words(rule, known)),
    )
    several = check_each("rules", rules, Rule)
    return Table.of("Rules", several, columns, language=language)


_CATALOGUE = (
    Column("code", "Code", of=lambda rule: rule.code),
    Column("name", "Rule", of=lambda rule: rule.name),
    Column("severity", "Severity", of=lambda rule: rule.severity),
    Column("family", "Family", of=lambda rule: rule.family),
    Column("about", "About", of=kinds_in_words),
    Column("since", "Since", of=lambda rule: rule.since),
    Column("summary", "What it says", of=lambda rule: rule.section("summary")),
)


def manual(rules: Iterable[Rule] = ALL, *, language: Language = ENGLISH) -> str:
    """Return a page about *rules* in Markdown, family by family.

    Example:
        >>> from icluster.rules import labels
        >>> print(manual([labels.label_lapsed]).splitlines()[2])
        ### LAB001 label-lapsed
    """
    families: dict[str, list[Rule]] = {}
    for rule in check_each("rules", rules, Rule):
        families.setdefault(rule.family, []).append(rule)
    lines = (
        line
        for family, members in families.items()
        for title in [say(family.capitalize(), context="family").text(language)]
        for line in (f"## {title}", "", *_pages(members, language))
    )
    return "\n".join(lines)


def _pages(rules: Iterable[Rule], language: Language) -> Iterator[str]:
    for rule in rules:
        yield f"### {rule.code} {rule.name}"
        yield ""
        facts = [say("{}", rule.severity), say("since {}", rule.since)]
        if rule.needs:
            facts.append(say("needs {}", ", ".join(rule.needs)))
        if rule.sources:
            facts.append(say("after {}", "; ".join(rule.sources)))
        told = ", ".join(fact.text(language) for fact in facts)
        yield f"{rule.section('summary').text(language)} ({told})"
        yield ""
        for heading, section in zip(HEADINGS, SECTIONS, strict=True):
            text = rule.section(section).text(language)
            yield f"- **{say(heading).text(language)}**: {text}"
        yield ""
