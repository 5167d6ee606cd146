"""A figure that a notebook shows by itself, with a text for who cannot see it."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import escape
from io import BytesIO  # noqa: TID251 (memory only)

from matplotlib.figure import Figure

from icluster.plots._canvas import alternative

_DPI = 110
_COMMENT = re.compile(r"<!--.*?-->\s*", re.DOTALL)
_NAME = re.compile(r'((?<=\s)id="|href="#|url\(#)([^")]+)')


class Picture(Figure):
    """A figure of our own: the last line of a cell shows it, without pyplot."""

    def _repr_png_(self) -> bytes:
        buffer = BytesIO()
        self.savefig(buffer, format="png", dpi=_DPI)
        return buffer.getvalue()

    def _repr_html_(self) -> str:
        encoded = b64encode(self._repr_png_()).decode("ascii")
        words = escape(alternative(self)).replace("\n", "&#10;")
        return (
            f'<img alt="{words}" src="data:image/png;base64,{encoded}"'
            ' style="max-width: 100%; height: auto">'
        )


def svg_of(figure: Figure) -> str:
    """Return a figure as SVG that is the same each time: see `icluster.plots.svg`."""
    buffer = BytesIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    figure.savefig(buffer, format="svg", metadata=nothing)
    drawn = buffer.getvalue().decode("utf-8")
    drawn = _COMMENT.sub("", drawn[drawn.index("<svg") :])
    words = escape(alternative(figure)).replace("\n", "&#10;")
    # matplotlib makes names up; several figures in one page need names of their own.
    names: dict[str, str] = {}
    mark = sha256(words.encode("utf-8")).hexdigest()[:8]

    def renamed(match: re.Match[str]) -> str:
        before, name = match.groups()
        return f"{before}{names.setdefault(name, f'{mark}-{len(names)}')}"

    drawn = _NAME.sub(renamed, drawn)
    return drawn.replace("<svg", f'<svg role="img" aria-label="{words}"', 1)
