"""The border: nouns as plain values and JSON, rows in and out, JSON Schema.

`to_dict`, `from_dict`, `dumps` and `loads` exchange every public noun and result,
strictly: nothing is coerced, and everything that is wrong with a document is
reported at once.
"""

from __future__ import annotations

from icluster.wire._documents import FORMAT, converter, dumps, from_dict, loads, to_dict
from icluster.wire._records import Records, RejectedRecord, to_records
from icluster.wire._row_schema import table_schema
from icluster.wire._rows import from_records
from icluster.wire._schema import json_schema
from icluster.wire._view import view, view_schema

__all__ = [
    "FORMAT",
    "Records",
    "RejectedRecord",
    "converter",
    "dumps",
    "from_dict",
    "from_records",
    "json_schema",
    "loads",
    "table_schema",
    "to_dict",
    "to_records",
    "view",
    "view_schema",
]


def __dir__() -> list[str]:
    return __all__
