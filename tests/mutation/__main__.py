"""Does a test notice when a function is changed?

Run by ``make mutate PART=dates``, or without a part for all. Tests are collected
once. For each mutant a child process exchanges the code of one function and runs the
tests that reach the changed line, the quickest first, until one fails. So a mutant
costs no import, and decorated functions are mutated like others.

A mutant is killed if a test fails or uses up its time. What survives is written into
``build/mutants``, a file a part.
"""

from __future__ import annotations

import argparse
import ast
import gc
import os
import pickle
import random
import re
import resource
import signal
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any, Final, NoReturn

import pytest
from _pytest.runner import runtestprotocol
from attrs import define, field, frozen
from coverage import Coverage
from tests.mutation.mutants import Mutant, mutants_of
from tests.mutation.parts import PARTS, ROOT, Part

LEAST_SECONDS: Final = 5.0
TIMES_AS_LONG: Final = 10.0
GIGABYTES: Final = 6
EXAMPLES: Final = 30
FATES: Final = ("killed", "survived", "not reached")
OUTPUT: Final = ROOT / "build" / "mutants"


@frozen
class Reach:
    """Which tests run which line, and how long each test takes."""

    seconds: list[float]
    lines: dict[str, dict[int, list[int]]]
    failed: list[str]

    def of(self, mutant: Mutant) -> list[int]:
        """Return the tests that run the changed statement, the quickest first."""
        lines = self.lines.get(str(mutant.file), {})
        tests = {
            test
            for line in range(mutant.first_line, mutant.last_line + 1)
            for test in lines.get(line, ())
        } or {
            test
            for line in range(
                mutant.function.lineno, (mutant.function.end_lineno or 0) + 1
            )
            for test in lines.get(line, ())
        }
        return sorted(tests, key=self.seconds.__getitem__)


def apart(work: Callable[[], object], seconds: float | None = None) -> object:
    """Do *work* in a child; return what it returns, None if it died on the way."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (1, 2):
            os.dup2(silent, stream)
        if seconds is not None:
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
            resource.setrlimit(resource.RLIMIT_AS, (GIGABYTES << 30, GIGABYTES << 30))
        try:
            answer = pickle.dumps(work())
        except BaseException as error:  # noqa: BLE001
            answer = pickle.dumps(f"{type(error).__name__}: {error}")
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(answer)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read()
    os.waitpid(child, 0)
    return pickle.loads(answer) if answer else None


def passes(item: pytest.Item, following: pytest.Item | None) -> bool:
    """Run one test."""
    reports = runtestprotocol(item, log=False, nextitem=following)
    return not any(report.failed for report in reports)


def reach_of(items: list[pytest.Item], modules: list[Path]) -> Reach:
    """Run every test as the code is, and note which lines it reaches."""
    include = [str(module) for module in modules]
    coverage = Coverage(data_file=None, config_file=False, include=include)
    coverage.start()
    seconds: list[float] = []
    failed: list[str] = []
    for index, item in enumerate(items):
        coverage.switch_context(str(index))
        start = time.process_time()
        if not passes(item, None):
            failed.append(item.nodeid)
        seconds.append(time.process_time() - start)
    coverage.stop()
    data = coverage.get_data()
    lines = {
        name: {
            line: [int(context) for context in contexts if context]
            for line, contexts in data.contexts_by_lineno(name).items()
        }
        for name in data.measured_files()
    }
    return Reach(seconds, lines, failed)


def live_functions(modules: list[Path]) -> dict[tuple[str, str, int], list[Any]]:
    """Return the functions there are by file, name and first line of their code."""
    names = {str(module) for module in modules}
    functions: defaultdict[tuple[str, str, int], list[Any]] = defaultdict(list)
    for thing in gc.get_objects():
        if type(thing) is FunctionType and thing.__code__.co_filename in names:
            code = thing.__code__
            key = code.co_filename, code.co_qualname, code.co_firstlineno
            functions[key].append(thing)
    return functions


def codes_of(code: CodeType) -> Iterable[CodeType]:
    """Yield a code object and those inside."""
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from codes_of(inner)


def exchange(
    mutant: Mutant, tree: ast.Module, functions: dict[tuple[str, str, int], list[Any]]
) -> bool:
    """Give the functions that run the mutated code; say whether there were any."""
    mutant.put()
    done = False
    lines = range(mutant.function.lineno, (mutant.function.end_lineno or 0) + 1)
    in_head = mutant.parent is mutant.function.args
    for code in codes_of(compile(tree, str(mutant.file), "exec", dont_inherit=True)):
        key = code.co_filename, code.co_qualname, code.co_firstlineno
        for function in functions.get(key, ()):
            starts = [d.lineno for d in mutant.function.decorator_list]
            if code.co_firstlineno in lines or code.co_firstlineno in starts:
                function.__code__ = code
                done = True
                if in_head and code.co_name == mutant.function.name:
                    _give_defaults(function, mutant.function.args)
    return done


def _give_defaults(function: Any, arguments: ast.arguments) -> None:
    def value(node: ast.expr) -> object:
        code = compile(ast.Expression(node), "default", "eval")
        return eval(code, function.__globals__)

    function.__defaults__ = tuple(value(node) for node in arguments.defaults) or None
    function.__kwdefaults__ = {
        argument.arg: value(node)
        for argument, node in zip(
            arguments.kwonlyargs, arguments.kw_defaults, strict=True
        )
        if node is not None
    } or None


@define
class Mutation:
    """A plugin: in place of running the tests, mutate and run those it takes."""

    name: str
    part: Part
    sample: int | None
    seed: int
    again: bool
    counts: Counter[str] = field(factory=Counter)
    survivors: list[str] = field(factory=list)
    caches: list[Any] = field(factory=list)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Mutate, in place of running every test once."""
        # Pytest wants to see to the asserts of hypothesis before anyone imports it.
        from hypothesis import Phase, settings

        settings.register_profile(
            "mutate",
            deadline=None,
            database=None,
            derandomize=True,
            max_examples=EXAMPLES,
            phases=(Phase.explicit, Phase.generate),
        )
        settings.load_profile("mutate")
        start = time.monotonic()
        modules = self.part.modules()
        reach = apart(lambda: reach_of(session.items, modules))
        if not isinstance(reach, Reach) or reach.failed:
            failed = reach.failed if isinstance(reach, Reach) else reach
            raise pytest.UsageError(f"the tests fail as the code is: {failed}")
        trees = {
            module: ast.parse(module.read_text("utf-8"), str(module))
            for module in modules
        }
        mutants = [
            mutant
            for module, tree in trees.items()
            for mutant in mutants_of(module, tree)
        ]
        self.counts["mutants"] = len(mutants)
        if self.sample is not None and self.sample < len(mutants):
            mutants = random.Random(self.seed).sample(mutants, self.sample)
        if self.again:
            mutants = self._survivors_among(mutants)
        functions = live_functions(modules)
        self.caches += [x for x in gc.get_objects() if type(x) is type(cache(print))]
        gc.collect()
        gc.freeze()
        for number, mutant in enumerate(mutants, 1):
            tree = trees[mutant.file]
            fate = self._fate(mutant, tree, session.items, reach, functions)
            self.counts[fate] += 1
            if fate not in {"killed", "timed out"}:
                self.survivors.append(f"{fate}: {mutant}")
                self._write(start, number)
        self._write(start, len(mutants))
        return True

    def _survivors_among(self, mutants: list[Mutant]) -> list[Mutant]:
        """Return those that survived the last time; what was killed stays killed.

        That holds where nothing but tests has changed since.
        """
        head, *lines = self._path.read_text("utf-8").splitlines()
        numbers = [int(number) for number in re.findall(r"[0-9]+", head)]
        done, _, killed, timed_out = numbers[:4]
        self.counts["before"] = done
        self.counts["killed"] = killed - timed_out
        self.counts["timed out"] = timed_out
        left = Counter(line.partition(": ")[2] for line in lines if line)
        chosen: list[Mutant] = []
        for mutant in mutants:
            if left[str(mutant)]:
                left[str(mutant)] -= 1
                chosen.append(mutant)
        return chosen

    @property
    def _path(self) -> Path:
        return OUTPUT / f"{self.name}.txt"

    def _fate(
        self,
        mutant: Mutant,
        tree: ast.Module,
        items: list[pytest.Item],
        reach: Reach,
        functions: dict[tuple[str, str, int], list[Any]],
    ) -> str:
        tests = reach.of(mutant)
        seconds = sum(reach.seconds[test] for test in tests)

        def fate() -> str:
            gc.disable()
            for cached in self.caches:
                cached.cache_clear()
            if not exchange(mutant, tree, functions):
                return "not reached"
            following = [*(items[test] for test in tests[1:]), None]
            for test, next_item in zip(tests, following, strict=bool(tests)):
                if not passes(items[test], next_item):
                    return "killed"
            return "survived" if tests else "not reached"

        answer = apart(fate, LEAST_SECONDS + TIMES_AS_LONG * seconds)
        if answer is None:
            return "timed out"
        return answer if answer in FATES else f"broke the run: {answer} at {mutant}"

    def _write(self, start: float, number: int) -> None:
        OUTPUT.mkdir(parents=True, exist_ok=True)
        killed = self.counts["killed"] + self.counts["timed out"]
        minutes = (time.monotonic() - start) / 60
        done = max(number, self.counts["before"])
        head = (
            f"{self.name}: {done} of {self.counts['mutants']} mutants, "
            f"{killed} killed ({self.counts['timed out']} by time), "
            f"{len(self.survivors)} survived, {killed / done:.1%}, "
            f"{minutes:.1f} minutes"
        )
        if self.sample is not None:
            head += f", drawn by seed {self.seed}"
        text = "\n".join([head, "", *self.survivors, ""])
        self._path.write_text(text, "utf-8")
        self.counts["written"] = number

    def pytest_terminal_summary(
        self, terminalreporter: pytest.TerminalReporter
    ) -> None:
        """Print what was counted and what survived."""
        if self.counts["written"]:
            terminalreporter.write(self._path.read_text("utf-8"))


def main() -> int:
    """Mutate the parts that are named, or all of them, each in a process apart."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutation")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--sample", type=int, help="mutants to draw of each part")
    parser.add_argument("--seed", type=int, default=26)
    parser.add_argument("--again", action="store_true", help="only what survived")
    arguments = parser.parse_args()
    unknown = [name for name in arguments.parts if name not in PARTS]
    if unknown:
        parser.error(f"no such part: {', '.join(unknown)}; there are {list(PARTS)}")
    codes: list[int] = []
    for name in arguments.parts or PARTS:
        child = os.fork()
        if not child:
            run(name, arguments.sample, arguments.seed, again=arguments.again)
        codes.append(os.waitpid(child, 0)[1])
    return int(any(codes))


def run(name: str, sample: int | None, seed: int, *, again: bool) -> NoReturn:
    """Mutate one part, and leave without what other libraries say as they go."""
    part = PARTS[name]
    sources = [str(module.relative_to(ROOT)) for module in part.modules()]
    options = ["-q", "--no-header"]
    for plugin in ("cacheprovider", "xdist", "cov"):
        options += ["-p", f"no:{plugin}"]
    mutation = Mutation(name, part, sample, seed, again)
    os.environ["CI"] = "1"
    code = pytest.main([*options, *sources, *part.tests], plugins=[mutation])
    sys.stdout.flush()
    os._exit(0 if code == pytest.ExitCode.NO_TESTS_COLLECTED else int(code))


if __name__ == "__main__":
    sys.exit(main())
