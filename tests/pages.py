"""Write the examples of the manual as modules, so that type checkers can read them.

Run by ``make check-examples``: one module a page, in the order of its blocks, without
what the examples print.
"""

from __future__ import annotations

import doctest
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PROMPT = re.compile(r"^>>> ", re.MULTILINE)


# An example shows what it prints, and knows what is there in its own data.
SETTINGS = {
    "typeCheckingMode": "standard",
    "pythonVersion": "3.11",
    "reportOptionalMemberAccess": False,
    "reportUnusedExpression": False,
}


def code_of(page: str) -> str:
    """Return the code of a page, block after block."""
    parser = doctest.DocTestParser()
    blocks = [
        "".join(example.source for example in parser.get_examples(block))
        if PROMPT.search(block)
        else block
        for block in BLOCK.findall(page)
    ]
    return "\n".join(blocks)


def main(folder: Path) -> None:
    """Write the pages that have code into *folder*, which is emptied first."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.py"):
        old.unlink()
    (folder / "pyrightconfig.json").write_text(json.dumps(SETTINGS), encoding="utf-8")
    pages = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    for page in pages:
        name = page.relative_to(ROOT).with_suffix("").as_posix().replace("/", "_")
        code = code_of(page.read_text("utf-8"))
        if code and not name.startswith("docs__build"):
            target = folder / f"{name.replace('-', '_')}.py"
            target.write_text(code, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
