"""Send N inputs through each door, or through the one that is named.

Run by ``make fuzz N=100000 DOOR=dates FROM=0``.
"""

from __future__ import annotations

import argparse
import sys
from time import monotonic

from tests.fuzz.doors import DOORS
from tests.fuzz.driver import fuzz


def main() -> int:
    """Fuzz, and say of each door what came out."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("doors", nargs="*", metavar="DOOR", help=", ".join(DOORS))
    parser.add_argument("--inputs", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0, help="number of the first")
    arguments = parser.parse_args()
    numbers = range(arguments.first, arguments.first + arguments.inputs)
    finds = 0
    for door in arguments.doors or DOORS:
        start = monotonic()
        outcome = fuzz(door, numbers)
        finds += len(outcome.finds)
        print(f"{outcome} ({monotonic() - start:.0f} s, from {numbers.start})")
        sys.stdout.flush()
    return int(finds > 0)


if __name__ == "__main__":
    sys.exit(main())
