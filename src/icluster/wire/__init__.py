"""The border: nouns as plain values and JSON, rows in, JSON Schema out.

`to_dict`, `from_dict`, `dumps` and `loads` exchange every public noun and result,
strictly: nothing is coerced, and everything that is wrong with a document is
reported at once.
"""

from __future__ import annotations

from icluster.wire.documents import (
    FORMAT,
    converter,
    dumps,
    from_dict,
    loads,
    to_dict,
)
from icluster.wire.records import Records, RejectedRecord, from_records
from icluster.wire.schema import json_schema

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
    "to_dict",
]


def __dir__() -> list[str]:
    return __all__
