"""From a page of ESCA's register to what lapses in the next six months.

The page is made up. Its day, the dates of award and the regions are not stated, and
two of its lines cannot be read: the script says so, as it should.
"""

from __future__ import annotations

from datetime import date

from icluster import Country, LabelStatus, Source, readers
from icluster.reference import esca

THE_DAY = date(2018, 4, 1)
MONTHS = 6
SOURCE = Source(key="made_up", title="A register, made up", publisher="Nobody")
PAGE = """\
Benchmarking: Bronze Label

Name Comparative portfolio www Label valid until
Agricluster of the North Food industry 2018/04/27
Clúster de Tecnología, A.C. ICT 2018/11/22
Harbour Cluster Maritime technologies, water resources 2018/09/30
ICT 2018/08/15
Mango Growers Food industry 2018/09/30
Software Council ICT 2016/06/23
Tourism Board Sports, Leisure and Tour
"""


def main() -> None:
    reading = readers.read_label_register(
        PAGE, layout=esca.REGISTER_LAYOUT, source=SOURCE, country=Country("MX")
    )
    register = reading.register
    print(f"On {THE_DAY}, within {MONTHS} months, these labels lapse:")
    for portfolio, part in register.lapsing(on=THE_DAY, months=MONTHS).by_portfolio():
        print(f"\n{portfolio.title}")
        for award in sorted(part, key=lambda award: award.valid_until):
            latest = esca.SAME_DAY.term(award.tier).renewable_until(award.valid_until)
            print(f"  {award.holder.name}")
            print(f"    benchmark again by {award.valid_until}, renew by {latest}")

    print("\nWhat cannot be known:")
    valid = register.counts(on=THE_DAY)[LabelStatus.VALID]
    print(f"  how many are valid: {valid}, since no date of award is stated")
    for line in reading.rejected:
        print(f"  {line}: {line.text}")
    print()
    print(register.counts_table(on=THE_DAY))


if __name__ == "__main__":
    main()
