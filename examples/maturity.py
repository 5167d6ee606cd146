"""Score Mexico's cluster policy of 2022: from recorded facts to an explanation.

Prints the factsheet's maturity table with reasons and sources, holds it against
the published score, shows what other readings of the same documents give, and
what would lift the score.
"""

from __future__ import annotations

from datetime import date

from icluster import scoring
from icluster.reference import eccp, mexico

WIDTH = 79
THE_DAY = date(2022, 9, 30)


def main() -> None:
    facts = scoring.read_facts(
        mexico.POLICIES_2022,
        on=THE_DAY,
        edition=eccp.EDITION_2022,
        reading=eccp.PUBLISHED_READING,
        subject="Mexico",
    )
    mexico_2022 = scoring.score(eccp.MATURITY_2022, facts)
    every = scoring.readings(
        mexico.POLICIES_2022, on=THE_DAY, edition=eccp.EDITION_2022
    )
    tables = (
        mexico_2022.table(),
        scoring.compare(mexico.PUBLISHED_2022, mexico_2022)
        .table()
        .only("criterion", "published", "derived", "agreement"),
        every.table().only("differs", "total"),
        scoring.next_steps(eccp.MATURITY_2022, facts)
        .table()
        .only("criterion", "points", "gain", "decide"),
    )
    print("\n\n\n".join(table.text(width=WIDTH) for table in tables))


if __name__ == "__main__":
    main()
