"""Give the golden outputs again, wherever this runs, and say which of them differ.

It needs icluster and what icluster needs and nothing else: no pytest, no frames. So
any interpreter can run it, as the options say.
"""

from __future__ import annotations

import argparse
import ast
import decimal
import importlib
import pickle
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier
from typing import Any, Final

GOLDEN: Final = Path(__file__).parents[1] / "golden"
NOT_HERE: Final = frozenset({"data_frames", "mistakes"})
"""What needs more than icluster."""
THREADS: Final = 8


def _outputs() -> Iterator[tuple[str, str, str]]:
    """Yield name, module and function of the golden outputs."""
    for node in ast.walk(ast.parse((GOLDEN / "outputs.py").read_text("utf-8"))):
        if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) == "OUTPUTS":
            table = node.value
            assert isinstance(table, ast.Dict)
            for key, value in zip(table.keys, table.values, strict=True):
                module, function = ast.unparse(value).split(".")
                if module not in NOT_HERE and isinstance(key, ast.Constant):
                    yield str(key.value), module, function


# Parsed once: Python 3.11 may fail where several threads parse at a time.
OUTPUTS: Final = tuple(_outputs())


def differing(starts_with: str = "") -> list[str]:
    """Return the names of the outputs that are not what is kept."""
    names: list[str] = []
    for name, module_name, function in OUTPUTS:
        if name.startswith(starts_with):
            module = importlib.import_module(f"tests.golden.{module_name}")
            kept = (GOLDEN / f"{name}.txt").read_text("utf-8")
            if _lines(getattr(module, function)()) != _lines(kept):
                names.append(name)
    return names


def _lines(text: str) -> list[str]:
    return [line.rstrip() for line in text.splitlines()]


def differing_in_threads(starts_with: str = "") -> list[str]:
    """Ask for everything at once, before anything has been asked for."""
    barrier = Barrier(THREADS)

    def work(number: int) -> list[str]:
        del number
        barrier.wait()
        return differing(starts_with)

    with ThreadPoolExecutor(THREADS) as pool:
        return sorted(
            {name for names in pool.map(work, range(THREADS)) for name in names}
        )


def narrow() -> decimal.Context:
    """Return a decimal context in which next to nothing can be reckoned."""
    return decimal.Context(prec=3, traps=list(decimal.getcontext().traps))


def values() -> dict[str, Any]:
    """Return values of many classes by name: what is pickled."""
    from tests.golden import scores

    from icluster import Country, Is, Money, PartialDate, rules, wire
    from icluster.reference import CONTEXT, eccp, mexico

    policies = mexico.POLICIES_2022
    score = scores.score_of(policies)
    return {
        "condition": ~(Is("a") & Is("b", {"x", "y"})),
        "countries": {Country("MX"): Country("ES")},
        "date": PartialDate.parse("[1994..1996]"),
        "facts": scores.facts_of(policies),
        "policies": policies,
        "register": mexico.BRONZE_LABELS,
        "report": rules.check(policies, on=scores.THE_DAY, context=CONTEXT),
        "rows": wire.from_records([{"amount": "5"}, {"amount": "five"}], Money),
        "rubric": eccp.MATURITY_2022,
        "score": score,
        "statuses": mexico.BRONZE_LABELS.statuses(on=date(2018, 9, 30)),
        "table": score.table(),
    }


def unlike(path: Path) -> list[str]:
    """Return the names of the pickled values that are not what is made here."""
    pickled = pickle.loads(path.read_bytes())
    return [
        name
        for name, value in values().items()
        if pickled[name] != value
        or repr(pickled[name]) != repr(value)
        or str(pickled[name]) != str(value)
    ]


def main() -> int:
    """Do what the options say; print the names of what differs."""
    parser = argparse.ArgumentParser(prog="python -m tests.hard.answers")
    parser.add_argument("--narrow", action="store_true")
    parser.add_argument("--threads", action="store_true")
    parser.add_argument("--starts-with", default="")
    parser.add_argument("--pickle", type=Path)
    parser.add_argument("--unpickle", type=Path)
    options = parser.parse_args()
    if options.narrow:
        decimal.setcontext(narrow())
    if options.pickle:
        options.pickle.write_bytes(pickle.dumps(values()))
        return 0
    if options.unpickle:
        names = unlike(options.unpickle)
    elif options.threads:
        sys.setswitchinterval(1e-5)
        names = differing_in_threads(options.starts_with)
    else:
        names = differing(options.starts_with)
    print(*names)
    return int(bool(names))


if __name__ == "__main__":
    sys.exit(main())
