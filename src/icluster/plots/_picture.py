"""A figure that a notebook shows by itself, with a text for who cannot see it."""

from __future__ import annotations

from base64 import b64encode
from html import escape
from io import BytesIO  # noqa: TID251 (memory only)

from matplotlib.figure import Figure

from icluster.plots._canvas import alternative

_DPI = 110


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
