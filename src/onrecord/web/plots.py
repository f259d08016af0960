"""Plots by year as SVG: bars from a common ground, years without anything left empty."""

import msgspec

WIDTH, HEIGHT = 720, 160
LEFT, BOTTOM, TOP = 44, 20, 8
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200)
_MOST_LABELS = 9


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
    ground: int = HEIGHT - BOTTOM


def plot_years(title: str, unit: str, values: dict[int, dict[str, float]]) -> Plot | None:
    """A bar for each year, in parts by kind; `None` where there is nothing to draw."""
    most = max((sum(parts.values()) for parts in values.values()), default=0.0)
    if not values or not most:
        return None
    first, last = min(values), max(values)
    step = (WIDTH - LEFT) / (last - first + 1)
    scale = (HEIGHT - BOTTOM - TOP) / most
    kinds = tuple(dict.fromkeys(kind for year in sorted(values) for kind in sorted(values[year])))
    bars = tuple(
        bar
        for year, parts in sorted(values.items())
        for bar in _stack(year, parts, LEFT + (year - first) * step, step, scale, kinds)
    )
    return Plot(
        title=title,
        unit=unit,
        bars=bars,
        years=_label_years(first, last, step),
        levels=tuple(
            Tick(at=round(HEIGHT - BOTTOM - level * scale, 1), label=f"{level:,.3g}") for level in (most / 2, most)
        ),
        kinds=kinds,
    )


def _stack(
    year: int, parts: dict[str, float], x: float, step: float, scale: float, kinds: tuple[str, ...]
) -> list[Bar]:
    bars, y = [], float(HEIGHT - BOTTOM)
    for kind in kinds:
        height = parts.get(kind, 0.0) * scale
        if height:
            y -= height
            label = f"{year}: {parts[kind]:,.3g}" + (f" {kind}" if kind else "")
            width = max(1.0, step * 0.8)
            bars.append(
                Bar(x=round(x, 1), y=round(y, 1), width=round(width, 1), height=round(height, 1), kind=kind, label=label)
            )
    return bars


def _label_years(first: int, last: int, step: float) -> tuple[Tick, ...]:
    every = next((size for size in _STEPS if (last - first) / size < _MOST_LABELS), _STEPS[-1])
    marked = [year for year in range(first, last + 1) if year % every == 0] or [first]
    return tuple(Tick(at=round(LEFT + (year - first + 0.4) * step, 1), label=str(year)) for year in marked)
