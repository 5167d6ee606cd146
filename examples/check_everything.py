"""Check a page of a register and a factsheet at once; live with one finding.

Both are made up. The page is read as ESCA prints it, the factsheet is JSON. Every
line that could not be read, every finding with how to settle it, the one that is
waived with its reason, and what could not be checked are printed.
"""

from __future__ import annotations

import json
from datetime import date

from icluster import (
    Authority,
    Budget,
    Country,
    Factsheet,
    History,
    Money,
    PartialDate,
    Policy,
    Source,
    readers,
    rules,
)
from icluster.policies import (
    AuthorityRole,
    Earmark,
    PeriodKind,
    PolicyLevel,
    PolicyType,
)
from icluster.reference import CONTEXT, esca

THE_DAY = date(2018, 9, 30)
SOURCE = Source(key="made_up", title="A register, made up", publisher="Nobody")
PAGE = """\
Name Comparative portfolio www Label valid until
Agricluster of the North Food industry 2018/04/27
Claut Edo Mex Transportation and mobility 2018/11/22
CLAUT Edo. Mex., A.C. Transportation and mobility 2016/06/23
Software Council ICT 2018/09/31
"""
FACTSHEET = """\
{
  "country": "MX",
  "year": 2018,
  "policies": [
    {
      "name": "Plan for Clusters 2014-2020",
      "type": "National cluster policy",
      "begins": "2016",
      "period": "Limited period",
      "authority": "Ministry of Plans",
      "roles": ["Provides funding"],
      "each_cluster": 1400000,
      "year": 2018
    }
  ]
}
"""
WAIVERS = (
    rules.Waiver(
        code="BUD005",
        path="['factsheet'].policies[0]",
        reason="the ministry was asked for the currency",
        until=date(2018, 12, 31),
    ),
)


def read_factsheet(text: str) -> Factsheet:
    """Read the few fields of the made-up document."""
    document = json.loads(text)
    return Factsheet(
        country=Country(document["country"]),
        year=document["year"],
        policies=[
            Policy(
                name=row["name"],
                type=PolicyType.from_title(row["type"]),
                level=PolicyLevel.NATIONAL,
                country=Country(document["country"]),
                authorities=(
                    Authority(
                        row["authority"],
                        tuple(map(AuthorityRole.from_title, row["roles"])),
                    ),
                ),
                history=History(
                    kind=PeriodKind.from_title(row["period"]),
                    begins=PartialDate.parse(row["begins"]),
                ),
                budget=Budget(
                    funding=[],
                    earmarks=[
                        Earmark(
                            amount=Money(amount=row["each_cluster"], year=row["year"]),
                            purpose="cluster",
                        )
                    ],
                ),
                citations={"name": SOURCE.at("title")},
            )
            for row in document["policies"]
        ],
        sources=[SOURCE],
    )


def main() -> None:
    reading = readers.read_label_register(
        PAGE, layout=esca.REGISTER_LAYOUT, source=SOURCE, country=Country("MX")
    )
    print("Not read:")
    for line in reading.rejected:
        print(f"  {line}")
    report = rules.check(
        {"register": reading.register, "factsheet": read_factsheet(FACTSHEET)},
        on=THE_DAY,
        context=CONTEXT,
        waivers=WAIVERS,
    )
    print(f"\nFound on {report.on}:")
    for finding in report.findings:
        print(f"  {finding}\n      {finding.remedy}")
    print("\nWaived:")
    for each in report.waived:
        print(f"  {each.finding}\n      {each.waiver.reason}")
    print("\nNot checked:")
    for lacking in report.not_checked:
        print(f"  {lacking}")


if __name__ == "__main__":
    main()
