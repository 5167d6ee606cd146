"""Check a page of a register and a factsheet at once; live with one finding.

Both are made up. The page is read as ESCA prints it, the factsheet is JSON. Every
line that could not be read, every finding with how to settle it, the one that is
waived with its reason, and what could not be checked are printed.
"""

from __future__ import annotations

from datetime import date

from icluster import Country, Factsheet, Source, readers, rules, wire
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
  "format": "icluster/1",
  "type": "Factsheet",
  "data": {
    "country": "MX",
    "year": 2018,
    "policies": [
      {
        "name": "Plan for Clusters 2014-2020",
        "type": "national_cluster",
        "level": "national",
        "country": "MX",
        "authorities": [{"name": "Ministry of Plans", "roles": ["funding"]}],
        "history": {"kind": "limited", "begins": "2016"},
        "budget": {
          "funding": [],
          "allocations": [
            {"amount": {"amount": "1400000", "year": 2018}, "purpose": "cluster"}
          ]
        }
      }
    ]
  }
}
"""
WAIVERS = (
    rules.Waiver(
        code="BUD003",
        about=[
            "Plan for Clusters 2014-2020",
            "MX",
            "budget.allocations",
            "cluster",
            "amount.currency",
        ],
        reason="the ministry was asked for the currency",
        until=date(2018, 12, 31),
    ),
)


def main() -> None:
    reading = readers.read_label_register(
        PAGE, layout=esca.REGISTER_LAYOUT, source=SOURCE, country=Country("MX")
    )
    print("Not read:")
    for line in reading.rejected:
        print(f"  {line}")
    report = rules.check(
        {"register": reading.register, "factsheet": wire.loads(FACTSHEET, Factsheet)},
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
