"""The two models of acceptance and their thresholds, fitted on quotations of known origin.

Both models are logistic in a quadratic form of their features (ridge, Newton's method). The thresholds are those at
which the given shares of unseen speech are kept out, for each size of record; between sizes they are interpolated.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec
import numpy as np

from onrecord.trace.fitting import Floats, Model, fit_model

UNSEEN = ("decoy", "formula")
PLACE_WEIGHTS = {"decoy": 3.0, "formula": 1.5, "sub20": 3.0, "sub30": 3.0, "ocr05": 4.0, "delete": 5.0, "negation": 3.0}
PARTS_WEIGHTS = {"decoy": 2.0, "formula": 2.0}
# Shares of unseen speech that may pass: half of what is borne (0.5 % and 2 %), since other records differ.
DECOYS_THROUGH = 0.0023
FORMULAS_THROUGH = 0.01
# The same for a quotation put together from several places, and how many honest quotations may be called so.
DECOYS_JOINED = 0.0006
FORMULAS_JOINED = 0.004
HONEST_JOINED = 0.0006


class Sample(msgspec.Struct, frozen=True, kw_only=True):
    """One quotation with what the models see of it, and whether the place and the parts found are the true ones."""

    op: str
    words: int
    place: dict[str, float]
    parts: dict[str, float]
    is_place: bool
    is_parts: bool


def calibrate(measured: Sequence[Sample], further: Sequence[Sample] = ()) -> dict[str, object]:
    """The tables of `thresholds.toml` that the samples give.

    The models are fitted on all; the thresholds are set by the measured only. The further ones come from records whose
    unseen speech repeats what is in them, as one speaker does: there is no telling such a repetition from a quotation.
    """
    samples = [*measured, *further]
    single = [s for s in samples if s.place and (s.op in UNSEEN or (s.is_place and not s.op.startswith("splice")))]
    place = fit_model(
        [s.place for s in single],
        np.array([float(s.op not in UNSEEN) for s in single]),
        np.array([PLACE_WEIGHTS.get(s.op, 1.0) for s in single]),
        quadratic=True,
    )
    joined = [s for s in samples if s.parts and (s.is_parts or not s.op.startswith("splice"))]
    parts = fit_model(
        [s.parts for s in joined],
        np.array([float(s.op.startswith("splice")) for s in joined]),
        np.array([PARTS_WEIGHTS.get(s.op, 1.0) for s in joined]),
        quadratic=True,
    )
    acceptance = {**_find_thresholds(measured, place), "least_parts": _find_least_parts(measured, parts)}
    return {"acceptance": acceptance, "place": _to_table(place), "parts": _to_table(parts)}


def _find_thresholds(samples: Sequence[Sample], place: Model) -> dict[str, object]:
    sizes = sorted({round(np.log2(s.words)) for s in samples})
    words, least, doubtful = [], [], []
    for size in sizes:
        here = [s for s in samples if round(np.log2(s.words)) == size]
        decoys, formulas = (_weigh_all(place, [s.place for s in here if s.op == op]) for op in UNSEEN)
        doubt = float(np.quantile(decoys, 1 - DECOYS_THROUGH))
        words.append(int(np.mean([s.words for s in here])))
        doubtful.append(round(doubt, 3))
        least.append(round(max(doubt, float(np.quantile(formulas, 1 - FORMULAS_THROUGH))), 3))
    return {"words": words, "least": least, "doubtful": doubtful}


def _find_least_parts(samples: Sequence[Sample], parts: Model) -> float:
    """The one threshold that holds at every size."""
    least = -1.5
    for size in {round(np.log2(s.words)) for s in samples}:
        here = [s for s in samples if round(np.log2(s.words)) == size and not s.op.startswith("splice")]
        for share, ops in (
            (DECOYS_JOINED, {"decoy"}),
            (FORMULAS_JOINED, {"formula"}),
            (HONEST_JOINED, {s.op for s in here} - set(UNSEEN)),
        ):
            odds = _weigh_all(parts, [s.parts for s in here if s.op in ops])
            least = max(least, float(np.quantile(odds, 1 - share)))
    return round(least, 3)


def _weigh_all(model: Model, rows: Sequence[dict[str, float]]) -> Floats:
    """The log odds of each row; nothing was found for an empty one."""
    odds = np.full(len(rows), -99.0)
    found = [at for at, row in enumerate(rows) if row]
    if found:
        odds[found] = model.weigh([rows[at] for at in found])
    return odds


def _to_table(model: Model) -> dict[str, object]:
    rows = [[round(float(weight), 4) for weight in row[at:]] for at, row in enumerate(model.form)]
    while rows and not any(rows[-1]):
        rows.pop()
    return {
        "features": model.features,
        "center": [round(float(value), 4) for value in model.center],
        "scale": [round(float(value), 4) for value in model.scale],
        "form": rows,
    }


def write_thresholds(path: Path, tables: dict[str, object], source: str) -> None:
    """Put the fitted tables into the file, and leave its other tables as they are."""
    kept = path.read_text(encoding="utf-8").split("# Fitted.", maxsplit=1)[0].rstrip()
    lines = [kept, "", f"# Fitted. {source}"]
    for name, table in tables.items():
        assert isinstance(table, dict)  # noqa: S101 - made above
        lines += ["", f"[{name}]", *(_write_entry(key, value) for key, value in table.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def _write_entry(key: str, value: object) -> str:
    if isinstance(value, list) and value and isinstance(value[0], list):
        return f"{key} = [\n" + "\n".join(f"  {_write_list(row)}," for row in value) + "\n]"
    if isinstance(value, list):
        return f"{key} = {_write_list(value)}"
    return f"{key} = {value}"


def _write_list(values: Iterable[object]) -> str:
    return "[" + ", ".join(f'"{value}"' if isinstance(value, str) else str(value) for value in values) + "]"
