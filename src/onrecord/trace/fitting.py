"""Logistic models of a quadratic form of features, fitted by Newton's method with a ridge."""

from collections.abc import Sequence

import msgspec
import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]

# Small enough to leave the weights free, large enough that features which say the same do not cancel each other.
RIDGE = 3e-5


class Model(msgspec.Struct, frozen=True, kw_only=True):
    """A quadratic form of standardised features."""

    features: list[str]
    center: Floats
    scale: Floats
    form: Floats

    def weigh(self, rows: Sequence[dict[str, float]]) -> Floats:
        """The log odds of each row."""
        values = self._standardise(rows)
        odds: Floats = np.einsum("ni,ij,nj->n", values, self.form, values)
        return odds

    def _standardise(self, rows: Sequence[dict[str, float]]) -> Floats:
        table = np.array([[row[name] for name in self.features] for row in rows])
        return np.hstack([np.ones((len(table), 1)), (table - self.center) / self.scale])


def fit_model(rows: Sequence[dict[str, float]], labels: Floats, weights: Floats, *, quadratic: bool) -> Model:
    """The model that tells the rows labelled 1 from those labelled 0."""
    features = list(rows[0])
    table = np.array([[row[name] for name in features] for row in rows])
    center, scale = table.mean(axis=0), table.std(axis=0) + 1e-9
    values = np.hstack([np.ones((len(table), 1)), (table - center) / scale])
    size = values.shape[1]
    upper = np.triu_indices(size) if quadratic else (np.zeros(size, dtype=int), np.arange(size))
    fitted = _fit_logistic(values[:, upper[0]] * values[:, upper[1]], labels, weights)
    form = np.zeros((size, size))
    form[upper] = fitted
    return Model(features=features, center=center, scale=scale, form=form)


def _fit_logistic(table: Floats, labels: Floats, weights: Floats) -> Floats:
    rows, columns = table.shape
    fitted = np.zeros(columns)
    for _ in range(30):
        odds = 1 / (1 + np.exp(-np.clip(table @ fitted, -30, 30)))
        slope = table.T @ (weights * (labels - odds)) - RIDGE * rows * fitted
        curve = (table * (weights * odds * (1 - odds) + 1e-9)[:, None]).T @ table + RIDGE * rows * np.eye(columns)
        step = np.linalg.solve(curve, slope)
        fitted += step
        if abs(step).max() < 1e-5:  # noqa: PLR2004 - converged
            break
    return fitted
