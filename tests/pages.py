"""Write the examples of the manual as modules, so that type checkers can read them.

Run by ``make check-pyright``: one module a page, in the order of its blocks, without
what the examples print.
"""

from __future__ import annotations

import doctest
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
IMPORT = re.compile(r"(from|import) .*[^(]$")
PROMPT = re.compile(r"^>>> ", re.MULTILINE)


# An example shows what it prints, and knows what is there in its own data.
SETTINGS = (
    "# pyright: standard, reportOptionalMemberAccess=false, "
    "reportUnusedExpression=false\n"
)


def code_of(page: str) -> str:
    """Return the code of a page, block after block."""
    parser = doctest.DocTestParser()
    blocks = [
        "".join(example.source for example in parser.get_examples(block))
        if PROMPT.search(block)
        else block
        for block in BLOCK.findall(page)
    ]
    lines = "\n".join(blocks).split("\n")
    # Blocks that can be copied alone import anew what the page has.
    first = {line: number for number, line in reversed(list(enumerate(lines)))}
    return "\n".join(
        line
        for number, line in enumerate(lines)
        if not IMPORT.match(line) or first[line] == number
    )


def main(folder: Path) -> None:
    """Write the pages that have code into *folder*, which is emptied first."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.py"):
        old.unlink()
    pages = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    for page in pages:
        name = page.relative_to(ROOT).with_suffix("").as_posix().replace("/", "_")
        code = code_of(page.read_text("utf-8"))
        if code and not name.startswith("docs__build"):
            target = folder / f"{name.replace('-', '_')}.py"
            target.write_text(SETTINGS + code, encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
