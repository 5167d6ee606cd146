"""All rules of this package, gathered from its families, and their manual."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType, ModuleType
from typing import Final

from icluster._fields import check_each
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
from icluster.rules._rule import HEADINGS, Rule, error
from icluster.rules._statements import Said

__all__ = ["ALL", "FAMILIES", "RETIRED", "RULE_RAISED", "manual"]

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
        Mend the rule, or report it with the data that it failed on.
    """
    yield from ()


RULE_RAISED: Final = rule_raised
"""What a rule that fails is reported by."""


def manual(rules: Iterable[Rule] = ALL) -> str:
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
        for line in (f"## {family.capitalize()}", "", *_pages(members))
    )
    return "\n".join(lines)


def _pages(rules: Iterable[Rule]) -> Iterator[str]:
    for rule in rules:
        yield f"### {rule.code} {rule.name}"
        yield ""
        facts = [rule.severity.value, f"since {rule.since}"]
        if rule.needs:
            facts.append(f"needs {', '.join(rule.needs)}")
        if rule.sources:
            facts.append(f"after {'; '.join(rule.sources)}")
        yield f"{rule.summary} ({', '.join(facts)})"
        yield ""
        texts = (rule.why, rule.fires_on, rule.remedy)
        for heading, text in zip(HEADINGS, texts, strict=True):
            yield f"- **{heading}**: {text}"
        yield ""
