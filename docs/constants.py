"""What constants hold, as tables for the reference.

What a constant holds many of, such as the levels of a rubric or the rows of a list, is
shown row by row; of a long list the first rows. Sources are left to the value itself.
"""

import re
from collections.abc import Mapping

from icluster import Reading, Rubric
from icluster.words import worded

MOST = 40

# By the class of a row: what each column is called, and where it is found.
COLUMNS = {
    "Fact": {"Name": "name", "What it is": "title", "Values": "domain"},
    "Question": {"Key": "key", "Question": "title", "Choices": "choices.title"},
    "Indicator": {
        "Number": "number",
        "Key": "key",
        "Indicator": "title",
        "Status": "statuses",
    },
    "QualityIndicator": {
        "Number": "number",
        "Indicator": "title",
        "Silver too": "is_silver",
        "Confirmed": "is_confirmed",
    },
    "Portfolio": {"Key": "key", "Title": "title"},
    "LegalForm": {"Key": "key", "Title": "title", "Code": "elf_code"},
    "CountryName": {"Country": "country", "Language": "language", "Name": "title"},
    "Subdivision": {"Region": "region", "Name": "name", "In English": "english"},
    "Currency": {"Code": "code", "Name": "title", "Tender until": "until"},
    "Source": {"Key": "key", "Title": "title", "Publisher": "publisher"},
    "LabelAward": {
        "Holder": "holder.name",
        "Tier": "tier",
        "Portfolio": "portfolio.title",
        "Valid until": "valid_until",
    },
    "LabelTerm": {
        "Tier": "tier",
        "Months": "months",
        "Months of a renewal": "renewal_months",
        "Renewable for months": "window_months",
    },
    "Policy": {
        "Name": "name",
        "Type": "type",
        "Level": "level",
        "Begins": "history.begins",
    },
}
# What a value holds many of.
PARTS = ("indicators", "facts", "questions", "portfolios", "awards", "terms")


def parts_of(thing):
    """Return what a constant holds many of; nothing where it is one thing."""
    if isinstance(thing, tuple):
        return thing
    held = (getattr(thing, name, None) for name in PARTS)
    return next((part for part in held if isinstance(part, tuple) and part), ())


def at(thing, path):
    """Return what stands at a path, in words; of many, one below the other."""
    for step in path.split("."):
        if isinstance(thing, tuple) and not step.isdigit():
            return "; ".join(at(item, step) for item in thing)
        thing = thing[int(step)] if step.isdigit() else getattr(thing, step)
    if isinstance(thing, tuple):
        return ", ".join(str(worded(item)) for item in thing)
    return "" if thing is None else str(worded(thing))


def rows_of(thing):
    """Return the titles of columns and the rows of a constant, or none."""
    if isinstance(thing, Mapping):
        return ["Key", "What it means"], [
            [f"``{k}``", str(v)] for k, v in thing.items()
        ]
    if isinstance(thing, Rubric):
        table = thing.table()
        rows = [[str(worded(cell)) for cell in row] for row in table.rows]
        return [column.heading for column in table.columns], rows
    if isinstance(thing, Reading):
        return ["Question", "Choice"], [
            [f"``{cell}``" for cell in pair] for pair in thing.answers
        ]
    parts = parts_of(thing)
    if parts and all(isinstance(part, str | int) for part in parts):
        return ["Value"], [[f"``{part!r}``"] for part in parts]
    columns = COLUMNS.get(type(parts[0]).__name__) if parts else None
    if columns is None:
        return [], []
    return list(columns), [
        [at(part, path) for path in columns.values()] for part in parts
    ]


def table(titles, rows):
    """Return rows as a table of reStructuredText; after `MOST`, how many more."""
    if not rows:
        return []
    lines = [".. list-table::", "   :header-rows: 1", ""]
    for row in [titles, *rows[:MOST]]:
        for number, cell in enumerate(row):
            lines.append(f"   {'  - ' if number else '* - '}{escaped(cell)}")
    if len(rows) > MOST:
        lines += ["", f"And {len(rows) - MOST} more."]
    return [*lines, ""]


def escaped(cell):
    """Keep what text holds from being read as markup."""
    return cell if cell.startswith("``") else re.sub(r"([\\*`|_])", r"\\\1", cell)
