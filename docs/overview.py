"""Tables of what is built in, written from the library while the manual is built."""

from icluster import Source, rules
from icluster.reference import CONTEXT, eccp, ecei, esca, mexico, overview, project
from icluster.rules import catalogue, gather, manual


def rule_pages():
    """Return every rule: a table, then what each one says of itself."""
    cited = gather([CONTEXT, mexico.BRONZE_LABELS, project.ICLUSTER]).of(Source)
    table = catalogue(sources=[placed.thing for placed in cited])
    return f"{table.markdown()}\n\n{manual()}"


def built_in():
    """Return the rubrics and lists of indicators, as a table."""
    rubric, edition = eccp.MATURITY_2022, eccp.EDITION_2022
    asked, gold = esca.BENCHMARK_36, ecei.GOLD_31
    rows = [
        (
            "eccp.MATURITY_2022",
            rubric.title,
            f"{len(rubric.criteria)} criteria, {len(rubric.facts.facts)} facts, "
            f"{rubric.maximum} points",
        ),
        ("eccp.EDITION_2022", edition.title, f"{len(edition.questions)} questions"),
        ("esca.BENCHMARK_36", asked.title, f"{len(asked.indicators)} indicators"),
        (
            "ecei.GOLD_31",
            gold.title,
            f"{len(gold.indicators)} indicators, {gold.maximum} points",
        ),
        ("esca.SCHEME", esca.SCHEME.title, f"{len(esca.SCHEME.editions)} editions"),
    ]
    return markdown(["Name", "What it is", "How much"], rows)


def families():
    """Return how many rules each family has, about what, and their codes."""
    family_rules = {}
    for rule in rules.ALL:
        family_rules.setdefault(rule.family, []).append(rule)
    rows = [
        (
            f"[{family}](rule-catalogue.md#{family})",
            f"{members[0].code} to {members[-1].code}",
            len(members),
            members[0].summary,
        )
        for family, members in family_rules.items()
    ]
    return markdown(["Family", "Codes", "Rules", "The first of them"], rows)


def markdown(titles, rows):
    """Return rows as a table of Markdown; the first cell is a name or a link."""
    cells = [titles, ["---"] * len(titles)]
    for first, *rest in rows:
        cells.append(
            [first if first.startswith("[") else f"`{first}`", *map(str, rest)]
        )
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


WRITERS = {
    "%%RULES%%": rule_pages,
    "%%BUILT_IN%%": built_in,
    "%%FAMILIES%%": families,
    "%%REFERENCE_DATA%%": lambda: overview().markdown(),
}


def write_tables(_app, _docname, source):
    """Put each table where a page has its placeholder."""
    for placeholder, write in WRITERS.items():
        if placeholder in source[0]:
            source[0] = source[0].replace(placeholder, write())
