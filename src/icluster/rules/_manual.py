"""The manual's page of rules, written from the rules themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from icluster._fields import check_each
from icluster.rules._catalogue import ALL
from icluster.rules._rule import HEADINGS, Rule


def manual(rules: Iterable[Rule] = ALL) -> str:
    """Return a page about *rules* in Markdown, family by family.

    Example:
        >>> from icluster.rules import labels
        >>> print(manual([labels.label_lapsed]).splitlines()[2])
        ### LAB001 label-lapsed
    """
    families: dict[str, list[Rule]] = {}
    for each in check_each("rules", rules, Rule):
        families.setdefault(each.family, []).append(each)
    lines = (
        line
        for family, members in families.items()
        for line in (f"## {family.capitalize()}", "", *_pages(members))
    )
    return "\n".join(lines)


def _pages(rules: Iterable[Rule]) -> Iterator[str]:
    for each in rules:
        yield f"### {each.code} {each.name}"
        yield ""
        facts = [f"{each.severity.value}", f"since {each.since}"]
        if each.needs:
            facts.append(f"needs {', '.join(each.needs)}")
        if each.sources:
            facts.append(f"after {'; '.join(each.sources)}")
        yield f"{each.summary} ({', '.join(facts)})"
        yield ""
        for heading, text in zip(
            HEADINGS, (each.why, each.fires_on, each.remedy), strict=True
        ):
            yield f"- **{heading}**: {text}"
        yield ""
