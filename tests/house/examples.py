"""Run the examples of the docstrings and write down what each one says.

As a script: run all examples of the core in a fresh process and print what they say,
after forbidding files, processes, network, environment and clock (`--audit`) or under
a narrow decimal context (`--narrow`). Whether an example says what its docstring
promises is left to pytest.
"""

from __future__ import annotations

import ast
import contextlib
import decimal
import doctest
import importlib
import io
import locale
import os
import re
import sys
import time
import traceback
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORBIDDEN_EVENTS = (
    "builtins.input",
    "ctypes.",
    "fcntl.",
    "ftplib.",
    "glob.",
    "http.",
    "import",  # all import statements are run beforehand: whatever else is no accident
    "mmap.",
    "open",
    "os.",
    "pathlib.",
    "pty.",
    "shutil.",
    "signal.",
    "smtplib.",
    "socket.",
    "sqlite3.",
    "subprocess.",
    "syslog.",
    "tempfile.",
    "time.",
    "urllib.",
    "winreg.",
)
CLOCKS = ("time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime")
ADDRESS = re.compile(r"\b0x[0-9a-fA-F]+")


class Said(NamedTuple):
    """What one example printed, or the error it raised."""

    place: str
    source: str
    output: str


def find_examples(*, core: bool = False) -> list[doctest.DocTest]:
    """Import all modules and parse the examples in their docstrings."""
    from tests.house.walk import MODULE_NAMES, is_extra, load

    finder = doctest.DocTestFinder(exclude_empty=True)
    modules = [load(name) for name in MODULE_NAMES if not (core and is_extra(name))]
    found = [test for module in modules for test in finder.find(module)]
    return [test for test in found if test.examples]


def imported_by(test: doctest.DocTest) -> Iterator[str]:
    """Yield the modules that an example imports at its prompt."""
    for example in test.examples:
        for node in ast.walk(ast.parse(example.source)):
            if isinstance(node, ast.ImportFrom) and node.module:
                yield node.module
            elif isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)


def import_late() -> None:
    """Run the import statements that stand inside functions."""
    from tests.house.walk import ROOT, SOURCE_FILES, is_extra

    for path in SOURCE_FILES:
        parts = path.relative_to(ROOT / "src").with_suffix("").parts
        if not is_extra(".".join(parts)):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Import):
                    for alias in node.names:
                        importlib.import_module(alias.name)
                elif isinstance(node, ast.ImportFrom) and node.module:
                    importlib.import_module(node.module)


def run_examples(tests: Iterable[doctest.DocTest]) -> Iterator[Said]:
    """Run *tests* one by one, each docstring in a namespace of its own.

    doctest's own runner will not do: it starts a debugger, which reads files.
    """
    for test in tests:
        globs: dict[str, Any] = {**test.globs, "__name__": "__main__"}
        for example in test.examples:
            if doctest.SKIP in example.options:
                continue
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                try:
                    exec(compile(example.source, "<example>", "single"), globs)
                except Exception as error:  # noqa: BLE001 (it is what the example says)
                    lines = traceback.format_exception_only(error)
                    printed.write("".join(lines))
            output = ADDRESS.sub("0x…", printed.getvalue())
            yield Said(test.name, example.source, output)


class Watchman:
    """Says no to whatever reaches outside the process, and remembers it."""

    def __init__(self) -> None:
        self.on_duty = False
        self.seen: list[str] = []

    def refuse(self, what: str) -> None:
        if self.on_duty:
            self.seen.append(what)
            raise PermissionError(what)

    def hear(self, event: str, args: tuple[object, ...]) -> None:
        if event.startswith(FORBIDDEN_EVENTS):
            self.refuse(f"{event} {args[:1]!r}")

    def stand(self) -> None:
        """Listen to audit events; stand before environment and clocks, which send none.

        `datetime` reads the clock unheard: the linter bans those names.
        """
        sys.addaudithook(self.hear)

        def before(what: str, function: Any) -> Any:
            def guarded(*args: Any, **kwargs: Any) -> Any:
                self.refuse(what)
                return function(*args, **kwargs)

            return guarded

        for name in CLOCKS:
            setattr(time, name, before(f"time.{name}", getattr(time, name)))
        environ: Any = type(os.environ)
        environ.__getitem__ = before("os.environ", environ.__getitem__)


def main(*options: str) -> int:
    tests = find_examples(core=True)
    import_late()
    for module_name in sorted({name for test in tests for name in imported_by(test)}):
        importlib.import_module(module_name)
    if "--narrow" in options:
        # Python itself takes no more than the letters from the environment.
        with contextlib.suppress(locale.Error):
            locale.setlocale(locale.LC_ALL, "")
        decimal.setcontext(decimal.Context(prec=5, rounding=decimal.ROUND_UP))
    watchman = Watchman()
    if "--audit" in options:
        watchman.stand()
    status = 0
    examples = run_examples(tests)
    while True:
        watchman.on_duty = "--audit" in options
        said = next(examples, None)
        watchman.on_duty = False
        if said is None:
            break
        if watchman.seen:
            status = 1
            seen, watchman.seen = ", ".join(watchman.seen), []
            print(f"{said.place}: {said.source.strip()}: reached for {seen}")
        elif "--audit" not in options:
            print(*said, sep="\n")
    print(f"{sum(len(test.examples) for test in tests)} examples")
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
