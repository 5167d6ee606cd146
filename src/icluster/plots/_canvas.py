"""What every figure needs: axes, room, and text that is taken as it stands."""

from __future__ import annotations

from itertools import cycle
from math import ceil
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from attrs import frozen

from icluster._extras import Extra
from icluster._fields import check_type
from icluster.errors import InvalidValueError
from icluster.words import Language, Quoted, Sentence, printable, say, worded

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from decimal import Decimal

    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


COLOURS: Final = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")

_DASHES: Final = ("-", "--", "-.", ":")
_MARKERS: Final = ("o", "s", "^", "D", "v", "P", "X", "*", "<", ">", "p", "h")
LOOKS: Final = len(_MARKERS)
"""How many lines can be told apart: no marker twice, whatever the colours are."""

PLAIN: Final[Mapping[str, Any]] = MappingProxyType(
    {"parse_math": False, "usetex": False}
)
"""Settings of text that comes from data: a dollar sign is a dollar sign."""

_EDGE: Final = 0.1
"""Inches that stay free along the edge of the room; text is not equally wide at
every resolution."""

_HANDLE: Final = 0.6
"""Inches for what stands before a name in a legend."""
_LONGEST: Final = 14
"""Letters of a word that is not broken."""
_STILL: Final = 0.002
"""Inches of a move that nobody sees."""


# matplotlib is imported in the functions that need it, so that the room can be
# imported without it; `canvas` comes first in every figure and says what is missing.
_pictures: Final = Extra("plots", "icluster.plots._picture")


def points_range(low: Decimal, high: Decimal) -> Decimal | Sentence:
    """Return one number, or two with *to* between them."""
    return low if low == high else say("{} to {}", low, high)


def looks(
    palette: Sequence[str] | None,
) -> Iterator[tuple[str, str, str]]:
    """Yield colour, dash and marker of each line, none twice.

    Raises:
        InvalidValueError: The *palette* has no colours, or what is none.
    """
    from matplotlib.colors import is_color_like

    colours = COLOURS if palette is None else palette
    if isinstance(colours, str) or not colours or not all(map(is_color_like, colours)):
        raise InvalidValueError("palette", "colours, such as '#0072B2'", palette)
    return zip(cycle(colours), cycle(_DASHES), _MARKERS)


def side_by_side(names: int) -> Iterator[float]:
    """Return how far each of several *names* stands aside: none hides another."""
    return (0.3 / names * (index - (names - 1) / 2) for index in range(names))


def alternative(figure: Figure) -> str:
    """Return what a figure of ours shows, in words, for who cannot see it.

    A line for each axes; in a figure of yours, what other axes are labelled with too.

    Example:
        >>> from icluster import Facts, scoring
        >>> from icluster.plots import radar
        >>> from icluster.reference import eccp
        >>> facts = Facts.of(eccp.FACTS_2022, targeted_policy=True)
        >>> alternative(radar({"A": scoring.score(eccp.MATURITY_2022, facts)}))
        'Radar of 4 criteria. A: 2.5 to 8 of 8 (Policy scope 2, ...'
    """
    labels = (str(axes.get_label()) for axes in figure.axes)
    # matplotlib's own labels stand in angles.
    return "\n".join(label for label in labels if label and label[0] != "<")


def _points(size: str | float) -> float:
    from matplotlib.font_manager import FontProperties

    return float(FontProperties(size=size).get_size_in_points())


def line_height(size: str | float = "small") -> float:
    """Return the height of a line of text in inches."""
    return 1.25 * _points(size) / 72


@frozen
class Canvas:
    """Axes to draw into, and the room that they may take with all their text.

    Attributes:
        figure: The figure that is returned.
        axes: The axes.
        room: Left, bottom, right and top edge, in shares of what holds the axes.
        is_own: Whether the figure was made here, and may grow.
        language: The language of all its text.
    """

    figure: Figure
    axes: Any
    room: tuple[float, float, float, float]
    is_own: bool
    language: Language

    @property
    def ink(self) -> Any:
        """The colour in which the style of the axes writes."""
        return self.axes.title.get_color()

    @property
    def shade(self) -> float:
        """The opacity of a band: on a dark ground a faint one would not be seen."""
        from matplotlib.colors import to_rgb

        return 0.5 if sum(to_rgb(self.ink)) > 1.5 else 0.2

    @property
    def width(self) -> float:
        """The width of the room in inches."""
        return self._size()[0]

    def _size(self) -> tuple[float, float]:
        left, bottom, right, top = self.room
        holder, dpi = self.axes.get_figure().bbox, self.figure.dpi
        return (
            (right - left) * holder.width / dpi,
            (top - bottom) * holder.height / dpi,
        )

    def worded(self, value: object) -> str:
        """Return what a *value* says in the language, on one line."""
        return printable(worded(value, self.language))

    def wrapped(self, value: object, inches: float, size: str | float = "small") -> str:
        """Return what a *value* says, in lines of so many *inches*.

        A word of usual length is not broken, even where the lines are shorter.
        """
        from textwrap import fill

        line = self.worded(value)
        usual = [len(word) for word in line.split() if len(word) <= _LONGEST]
        least = max(usual, default=1)
        wide = int(len(line) * inches / max(self._measured(line, size), 0.01))
        lines = fill(line, max(wide, least))
        while wide > least and self._measured(lines, size) > inches:
            wide -= 1
            lines = fill(line, max(wide, least))
        return lines

    def _measured(self, text: str, size: str | float) -> float:
        """Return how many inches *text* is wide, and a little for other renderers."""
        probe = self.figure.text(0, 0, text, fontsize=size, **PLAIN)
        wide = probe.get_window_extent().width / self.figure.dpi
        probe.remove()
        return 1.03 * float(wide)

    def set_title(self, *parts: str | Sentence, share: float = 1.0) -> None:
        """Write the title, a line or more a part, in a *share* of the room."""
        over = self._beyond(self.axes.xaxis)[3]
        wide = share * self.width - 2 * _EDGE
        size = self.axes.title.get_fontsize()
        lines = "\n".join(self.wrapped(part, wide, size) for part in parts)
        self.axes.set_title(lines, pad=6 + 72 * over, **PLAIN)

    def set_columns(self, names: Collection[str | Sentence]) -> None:
        """Name things that stand side by side, one at each whole number."""
        wide = 0.8 * self.width / (len(names) + 1)
        labels = [self.wrapped(name, wide) for name in names]
        self.axes.set_xticks(range(len(labels)), labels, fontsize="small", **PLAIN)
        self.axes.set_xlim(-0.4, len(labels) - 0.6)

    def set_foot(
        self,
        handles: Sequence[Artist],
        names: Sequence[str | Sentence],
        caution: str | Sentence = "",
        *,
        share: float = 1.0,
    ) -> None:
        """Write a legend below the axes and all their labels, the caution below it.

        Neither is wider than so large a *share* of the room. Both belong to the
        axes, so that every layout engine knows of them; the caution hangs on the
        legend, however long that is.
        """
        from matplotlib.transforms import ScaledTranslation

        axes, below = self.axes, self._beyond(self.axes.xaxis)[1]
        room = share * self.width - 2 * _EDGE
        wide = room - _HANDLE
        halves = len(names) > 4 and all(
            self._measured(self.worded(name), "small") < room / 2 - _HANDLE
            for name in names
        )
        legend = axes.legend(
            handles,
            list(map(str, range(len(names)))),
            loc="upper center",
            bbox_to_anchor=(0.5, 0),
            bbox_transform=axes.transAxes
            + ScaledTranslation(0, -below - 0.1, self.figure.dpi_scale_trans),
            borderaxespad=0,
            borderpad=0,
            labelspacing=0.3,
            frameon=False,
            fontsize="small",
            labelcolor=self.ink,
            ncols=2 if halves else 1,
        )
        # A legend leaves out what begins with an underscore: names are put in here.
        for text, name in zip(legend.get_texts(), names, strict=True):
            text.set(text=self.wrapped(name, wide), **PLAIN)
        if caution:
            self._hang(self.wrapped(caution, room), legend)

    def _hang(self, caution: str, legend: Artist) -> None:
        """Write a *caution* below the *legend*, however long that is."""
        self.axes.annotate(
            caution,
            xy=(0.5, 0),
            xycoords=legend,
            xytext=(0, -6),
            textcoords="offset points",
            ha="center",
            va="top",
            fontsize="small",
            style="italic",
            color=self.ink,
            **PLAIN,
        )

    def tell(self, *sentences: Sentence) -> None:
        """Label the axes with what they show, for who cannot see them."""
        words = (worded(sentence, self.language) for sentence in sentences)
        self.axes.set_label(". ".join(words) + ".")

    def fit(self, *, height: float, least: tuple[float, float]) -> Figure:
        """Bring the axes and all their text into the room; return the figure.

        A figure of our own grows until the axes have *height* inches. A layout
        engine does it anew when the figure is drawn; without one this is what
        there is.

        Args:
            height: Inches that the axes alone are high in a figure of our own.
            least: Inches that the axes alone need, in width and height.
        """
        if self.is_own:
            _, below, _, over = self._beyond(self.axes)
            self.figure.set_figheight(height + below + over + 4 * _EDGE)
        # Text beside the axes can move when they shrink, so it is measured anew.
        before: tuple[float, ...] = (0.0, 0.0, 0.0, 0.0)
        for _ in range(4):
            beside = self._shrink(least)
            if max(abs(a - b) for a, b in zip(beside, before, strict=True)) < _STILL:
                break
            before = beside
        return self.figure

    def _beyond(self, artist: Any) -> tuple[float, float, float, float]:
        """Return by how many inches *artist* juts out of the axes on each side."""
        self.axes.apply_aspect()
        inner, outer, dpi = self.axes.bbox, artist.get_tightbbox(), self.figure.dpi
        return (
            max(0.0, inner.x0 - outer.x0) / dpi,
            max(0.0, inner.y0 - outer.y0) / dpi,
            max(0.0, outer.x1 - inner.x1) / dpi,
            max(0.0, outer.y1 - inner.y1) / dpi,
        )

    def _shrink(self, least: tuple[float, float]) -> tuple[float, ...]:
        """Leave room for the text beside the axes; return how much, in inches."""
        wide, high = self._size()
        left, below, right, over = (jut + _EDGE for jut in self._beyond(self.axes))
        inner = (wide - left - right, high - below - over)
        if inner[0] < least[0] or inner[1] < least[1]:
            # Text breaks otherwise in axes of another width: a tenth is added.
            needed = (least[0] + left + right, least[1] + below + over)
            # What could not be finished shall not be taken for a figure.
            self.axes.clear()
            expected = say(
                "about {} by {} inches or more with their labels",
                *(f"{ceil(10 * inches + 1) / 10:.1f}" for inches in needed),
            )
            raise InvalidValueError("axes", expected, f"{wide:.2f} by {high:.2f}")
        across, up = self.room[2] - self.room[0], self.room[3] - self.room[1]
        self.axes.set_position(
            (
                self.room[0] + across * left / wide,
                self.room[1] + up * below / high,
                across * inner[0] / wide,
                up * inner[1] / high,
            )
        )
        # Axes with a place of their own leave the layout; these shall stay in it.
        self.axes.set_in_layout(True)
        return left, below, right, over


def canvas(
    axes: Axes | None,
    title: str,
    language: Language,
    *,
    polar: bool = False,
    width: float = 7,
) -> Canvas:
    """Return what to draw into: the given axes, or those of a new figure.

    Raises:
        InvalidValueError: The axes are of another kind or in no figure, something
            is drawn in them, or their figure has the tight layout.
        MissingExtraError: matplotlib is not installed.
    """
    check_type("title", title, str)
    check_type("language", language, Language)
    make_figure = _pictures.Picture
    if axes is None:
        own = make_figure(figsize=(width, 7), layout="constrained")
        own_axes = own.add_subplot(projection="polar" if polar else None)
        return Canvas(own, own_axes, (0, 0, 1, 1), is_own=True, language=language)
    figure = _checked_figure(axes, polar=polar)
    return Canvas(figure, axes, _room(axes), is_own=False, language=language)


def _checked_figure(axes: Axes, *, polar: bool) -> Figure:
    """Return the figure of the caller's axes; refuse axes that cannot be drawn into."""
    from matplotlib.axes import Axes as AnyAxes
    from matplotlib.layout_engine import TightLayoutEngine

    kind = getattr(axes, "name", None) if isinstance(axes, AnyAxes) else None
    if kind != ("polar" if polar else "rectilinear"):
        expected = (
            "polar axes, such as figure.add_subplot(projection='polar')"
            if polar
            else "plain axes, such as figure.add_subplot()"
        )
        raise InvalidValueError("axes", expected, type(axes).__name__)
    root = axes.get_figure(root=True)
    if root is None:
        raise InvalidValueError("axes", "part of a figure", type(axes).__name__)
    if axes.has_data() or axes.texts or axes.get_legend() is not None:
        raise InvalidValueError("axes", "without anything drawn in them", "drawn ones")
    if isinstance(root.get_layout_engine(), TightLayoutEngine):
        usable = say(
            "in a figure with another layout, such as {}", Quoted("constrained")
        )
        raise InvalidValueError("axes", usable, "layout='tight', which drops text")
    return root


def _room(axes: Axes) -> tuple[float, float, float, float]:
    """Return the cell of the grid in which *axes* stand; else their own place."""
    place, spec = axes.get_position(original=True), axes.get_subplotspec()
    if spec is None or spec.get_topmost_subplotspec() is not spec:
        return place.x0, place.y0, place.x1, place.y1
    grid, holder = spec.get_gridspec(), axes.get_figure()
    left, right = _part(grid.get_width_ratios(), spec.colspan)
    top, bottom = _part(grid.get_height_ratios(), spec.rowspan)
    headed = bool(holder and holder.get_suptitle()) and not top
    return left, 1 - bottom, right, place.y1 if headed else 1 - top


def _part(ratios: Any, span: range) -> tuple[float, float]:
    whole = sum(ratios)
    return sum(ratios[: span.start]) / whole, sum(ratios[: span.stop]) / whole
