"""Exchange a rubric and a policy as JSON, and bring rows in, good and bad.

The rows are invented.
"""

from __future__ import annotations

from icluster import Policy, Rubric, wire
from icluster.errors import DecodeError
from icluster.reference import eccp, mexico

ROWS = (
    {"Policy": "Plan A", "Type": "Broad policy", "Since": "31/01/2015"},
    {"Policy": "Plan B", "Type": "Broadish policy", "Since": "31/02/2015"},
)
COLUMNS = {"Policy": "name", "Type": "type", "Since": "history.begins"}


def main() -> None:
    text = wire.dumps(eccp.MATURITY_2022)
    print(f"the rubric as JSON: {len(text)} letters")
    print("it comes back:", wire.loads(text, Rubric) == eccp.MATURITY_2022)

    policy = wire.to_dict(mexico.NUEVO_LEON_2022)
    print("a policy begins:", policy["history"]["begins"])
    try:
        wire.from_dict({**policy, "level": "local", "naem": "?"}, Policy)
    except DecodeError as error:
        print("\nwhat is wrong with a broken one:")
        print(*error.faults, sep="\n")

    rows = [{**row, "level": "national", "country": "MX"} for row in ROWS]
    found = wire.from_records(rows, Policy, columns=COLUMNS, dates="DD/MM/YYYY")
    print(f"\n{found}")

    schema = wire.json_schema(Policy)
    print(f"\nthe JSON Schema of a policy has {len(schema['properties'])} fields")


if __name__ == "__main__":
    main()
