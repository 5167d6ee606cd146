"""Give golden outputs again in interpreters inside of this one, one after the other.

Prints the names of the outputs that differ, or what went wrong.
"""

from __future__ import annotations

import importlib
import sys
import tempfile
from pathlib import Path
from typing import Any

CODE = """
import sys
sys.path[:] = {paths!r}
try:
    from tests.hard.answers import differing
    result = " ".join(differing({starts_with!r}))
except BaseException as error:
    result = f"{{type(error).__name__}}: {{error}}"
with open({target!r}, "a") as file:
    file.write(result + "\\n")
"""


def main(starts_with: str) -> int:
    """Run the code in both and print what they wrote."""
    name = "_interpreters" if sys.version_info >= (3, 13) else "_xxsubinterpreters"
    interpreters: Any = importlib.import_module(name)
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "results"
        code = CODE.format(paths=sys.path, starts_with=starts_with, target=str(target))
        for _ in range(2):
            interpreter = interpreters.create()
            interpreters.run_string(interpreter, code)
            interpreters.destroy(interpreter)
        results = target.read_text("utf-8").splitlines()
    print(*filter(None, results))
    return int(results != ["", ""])


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
