"""The border: nouns as plain values and JSON, rows in and out, JSON Schema.

`to_dict`, `from_dict`, `dumps`, `loads` and `read` exchange every public noun and
result, `from_json` takes the body of a request. Nothing is coerced, and what is wrong
with a document is told at once, each fault with its place.
"""

from __future__ import annotations

from icluster.wire._documents import (
    Loaded,
    from_dict,
    from_json,
    loads,
    read,
)
from icluster.wire._migrations import FORMAT, MIGRATIONS, Migration
from icluster.wire._records import Records, RejectedRecord, to_records
from icluster.wire._row_schema import table_schema
from icluster.wire._rows import from_records
from icluster.wire._schema import json_schema
from icluster.wire._view import view, view_schema
from icluster.wire._written import converter, dumps, to_dict

__all__ = [
    "FORMAT",
    "Loaded",
    "MIGRATIONS",
    "Migration",
    "Records",
    "RejectedRecord",
    "converter",
    "dumps",
    "from_dict",
    "from_json",
    "from_records",
    "json_schema",
    "loads",
    "read",
    "table_schema",
    "to_dict",
    "to_records",
    "view",
    "view_schema",
]


def __dir__() -> list[str]:
    return __all__
