"""Look at an icluster that was installed from its wheel, alone: `make test-wheel`."""

from __future__ import annotations

import sys
from importlib.metadata import distribution, requires
from pathlib import Path
from typing import TYPE_CHECKING, Any

import icluster
from icluster.errors import MissingExtraError
from icluster.reference import eccp

if TYPE_CHECKING:
    from collections.abc import Callable

NOTHING: Any = None
# A call of each room that needs an extra.
CALLS: dict[str, Callable[[], object]] = {
    "frames": lambda: icluster.frames.score([], eccp.MATURITY_2022),
    "plots": lambda: icluster.plots.svg(NOTHING),
    "pydantic": lambda: icluster.pydantic.Exchanged().__get_pydantic_core_schema__(
        icluster.Policy, NOTHING
    ),
    "testing": lambda: icluster.testing.strategy_for(icluster.Policy),
}


def missing(extra: str) -> str:
    """Return what a room says of its *extra*, which is not installed."""
    try:
        CALLS[extra]()
    except MissingExtraError as error:
        return str(error)
    raise AssertionError(extra)


def main() -> None:
    home = Path(icluster.__file__).parent
    assert home.is_relative_to(sys.prefix), home
    installed = distribution("icluster")
    files = [str(file) for file in installed.files or ()]
    tops = {name.partition("/")[0] for name in files}
    assert tops == {"icluster", f"icluster-{installed.version}.dist-info"}, tops
    assert "icluster/py.typed" in files
    assert [name for name in files if name.endswith("licenses/LICENSE")]
    assert installed.version == icluster.__version__
    extras = {line.rpartition("'")[0].rpartition("'")[2] for line in _optional()}
    assert extras == set(CALLS), extras
    for extra in sorted(CALLS):
        message = missing(extra)
        assert message.endswith(f"pip install 'icluster[{extra}]'"), message
        print(message)
    print(f"icluster {installed.version}: {len(files)} files in {home}")


def _optional() -> list[str]:
    return [line for line in requires("icluster") or () if "extra ==" in line]


if __name__ == "__main__":
    main()
