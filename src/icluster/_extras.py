"""Packages that icluster works with and does without: the extras.

A room that needs one can be imported all the same; what is missing is said when one of
its functions is called.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

from attrs import frozen

from icluster.errors import MissingExtraError

__all__ = ["Extra"]


@frozen
class Extra:
    """A module of a package that may be missing, imported at the first touch.

    Attributes:
        extra: Name of the extra that installs it.
        module: Dotted name of the module.
    """

    extra: str
    module: str

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            # Whoever only looks, as `inspect` and `copy` do, needs no package for it.
            raise AttributeError(name)
        try:
            module = import_module(self.module)
        except ImportError as error:
            package = (error.name or self.module).partition(".")[0]
            raise MissingExtraError(self.extra, package) from error
        return getattr(module, name)
