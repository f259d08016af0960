"""Plots by year as SVG: bars from a common ground, years without anything left empty."""

import math

import msgspec

WIDTH, HEIGHT = 720, 160
LEFT, BOTTOM, TOP = 44, 20, 8
GROUND = HEIGHT - BOTTOM
_THICK = 0.8
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200)
_MOST_LABELS = 9
_MOST_LEVELS = 5


class Bar(msgspec.Struct, frozen=True, kw_only=True):
    """One part of a year's bar in the plot's own units."""

    x: float
    y: float
    width: float
    height: float
    kind: str
    label: str


class Tick(msgspec.Struct, frozen=True, kw_only=True):
    """A label on an axis, `at` in the plot's own units."""

    at: float
    label: str


class Plot(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the template draws."""

    title: str
    unit: str
    bars: tuple[Bar, ...]
    years: tuple[Tick, ...]
    levels: tuple[Tick, ...]
    kinds: tuple[str, ...] = ()
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    ground: int = GROUND


class _Frame(msgspec.Struct, frozen=True, kw_only=True):
    """How years and values become places."""

    first: int
    last: int
    most: float

    @property
    def step(self) -> float:
        return (WIDTH - LEFT) / (self.last - self.first + 1)

    @property
    def scale(self) -> float:
        return (GROUND - TOP) / self.most

    def place(self, year: int) -> float:
        return LEFT + (year - self.first) * self.step


def plot_years(title: str, unit: str, values: dict[int, dict[str, float]]) -> Plot | None:
    """A bar for each year, in parts by kind; `None` where there is nothing to draw."""
    most = max((sum(parts.values()) for parts in values.values()), default=0.0)
    if not values or not most:
        return None
    frame = _Frame(first=min(values), last=max(values), most=most)
    kinds = tuple(dict.fromkeys(kind for year in sorted(values) for kind in sorted(values[year])))
    return Plot(
        title=title,
        unit=unit,
        bars=tuple(bar for year, parts in sorted(values.items()) for bar in _stack(year, parts, frame, kinds)),
        years=_label_years(frame),
        levels=tuple(
            Tick(at=round(GROUND - level * frame.scale, 1), label=f"{level:,g}") for level in find_levels(most)
        ),
        kinds=kinds,
    )


def find_levels(most: float) -> tuple[float, ...]:
    """Two to four round numbers up to `most`: 1, 2 or 5 times a power of ten apart."""
    power = 10.0 ** math.floor(math.log10(most))
    step = next(part * power for part in (0.2, 0.5, 1.0, 2.0, 5.0) if most / (part * power) < _MOST_LEVELS)
    return tuple(round(step * count, 10) for count in range(1, int(most / step + 1e-9) + 1))


def _stack(year: int, parts: dict[str, float], frame: _Frame, kinds: tuple[str, ...]) -> list[Bar]:
    bars, y = [], float(GROUND)
    width = round(max(1.0, frame.step * _THICK), 1)
    for kind in kinds:
        height = parts.get(kind, 0.0) * frame.scale
        if height:
            y -= height
            label = f"{year}: {parts[kind]:,.3g}" + (f" {kind}" if kind else "")
            x = round(frame.place(year), 1)
            bars.append(Bar(x=x, y=round(y, 1), width=width, height=round(height, 1), kind=kind, label=label))
    return bars


def _label_years(frame: _Frame) -> tuple[Tick, ...]:
    length = frame.last - frame.first
    every = next((size for size in _STEPS if length / size < _MOST_LABELS), _STEPS[-1])
    marked = [year for year in range(frame.first, frame.last + 1) if year % every == 0] or [frame.first]
    half = frame.step * _THICK / 2
    return tuple(Tick(at=round(frame.place(year) + half, 1), label=str(year)) for year in marked)
