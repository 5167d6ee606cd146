"""Where the house rules look: every module of the package, found by walking it."""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import icluster

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
PYPROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
# An extra and the module that needs it share their name.
EXTRAS = frozenset(PYPROJECT["project"]["optional-dependencies"])


def is_public(name: str) -> bool:
    """Tell whether no part of a dotted *name* begins with an underscore."""
    return not any(part.startswith("_") for part in name.split("."))


def is_extra(module_name: str) -> bool:
    """Tell whether the module may need more than the core dependencies."""
    return module_name.split(".")[1:2] != [] and module_name.split(".")[1] in EXTRAS


def _walk() -> Iterator[str]:
    yield "icluster"
    for info in pkgutil.walk_packages(icluster.__path__, "icluster."):
        yield info.name


MODULE_NAMES = tuple(sorted(_walk()))
PUBLIC_MODULE_NAMES = tuple(name for name in MODULE_NAMES if is_public(name))
SOURCE_FILES = tuple(sorted((ROOT / "src" / "icluster").rglob("*.py")))


@cache
def trees() -> dict[str, ast.Module]:
    """Parse every module; they go by their paths under ``src/icluster``."""
    return {
        file.relative_to(ROOT / "src" / "icluster").as_posix(): ast.parse(
            file.read_text("utf-8")
        )
        for file in SOURCE_FILES
    }


def load(name: str) -> ModuleType:
    """Import one module of the package."""
    return importlib.import_module(name)


def public_objects() -> dict[str, Any]:
    """Return every exported object under the name of the module that defines it."""
    found: dict[str, Any] = {}
    for module_name in PUBLIC_MODULE_NAMES:
        module = load(module_name)
        for name in getattr(module, "__all__", ()):
            thing = getattr(module, name)
            home = module_name
            if inspect.isclass(thing) or inspect.isfunction(thing):
                home = thing.__module__
                if not home.startswith("icluster"):
                    continue
            elif inspect.ismodule(thing):
                continue
            found[f"{home}.{name}"] = thing
    return found


def tracked_files() -> tuple[Path, ...]:
    """Return the files under version control; none outside a clone."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z"]
    try:
        listing = subprocess.run(command, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return ()
    names = filter(None, listing.stdout.split("\0"))
    return tuple(path for name in names if (path := ROOT / name).is_file())
