import pytest

from onrecord.web.plots import find_levels, plot_years


@pytest.mark.parametrize(
    ("most", "levels"), [(57, (20, 40)), (3, (1, 2, 3)), (0.7, (0.2, 0.4, 0.6)), (1000, (500, 1000)), (1, (0.5, 1))]
)
def test_levels_are_round_numbers(most: float, levels: tuple[float, ...]) -> None:
    assert find_levels(most) == levels


def test_bars_stand_on_the_ground_and_stack() -> None:
    plot = plot_years("t", "u", {2004: {"essay": 1.0, "transcript": 3.0}, 2006: {"transcript": 2.0}})
    assert plot is not None
    assert plot.kinds == ("essay", "transcript")
    low, high, alone = plot.bars
    assert low.y + low.height == pytest.approx(plot.ground, abs=0.2)
    assert high.y + high.height == pytest.approx(low.y, abs=0.2)
    assert alone.y + alone.height == pytest.approx(plot.ground, abs=0.2)


def test_nothing_is_no_plot() -> None:
    assert plot_years("t", "u", {}) is None
    assert plot_years("t", "u", {2004: {"": 0.0}}) is None
