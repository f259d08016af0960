import tomllib
from pathlib import Path

import numpy as np

from onrecord.trace.calibration import Sample, calibrate, write_thresholds
from onrecord.trace.fitting import fit_model


def test_a_fitted_model_tells_the_two_sides_apart() -> None:
    chance = np.random.default_rng(3)
    rows = [{"share": float(value), "noise": float(chance.random())} for value in chance.random(400)]
    labels = np.array([float(row["share"] > 0.5) for row in rows])
    odds = fit_model(rows, labels, np.ones(400), quadratic=True).weigh(rows)
    assert ((odds > 0) == (labels > 0)).mean() > 0.97


def make_samples() -> list[Sample]:
    chance = np.random.default_rng(4)
    samples = []
    for op in ("decoy", "formula", "sub20", "splice_same") * 60:
        low = 0.2 if op in {"decoy", "formula"} else 0.7
        features = {"share": low + 0.25 * float(chance.random()), "told": float(chance.random())}
        samples.append(Sample(op=op, words=2_000_000, place=features, parts=features, is_place=True, is_parts=True))
    return samples


def test_thresholds_keep_unseen_speech_out(tmp_path: Path) -> None:
    path = tmp_path / "thresholds.toml"
    path.write_text("[wording]\nleast_share = 0.75\n\n# Fitted. Before.\n[place]\n", encoding="utf-8")
    write_thresholds(path, calibrate(make_samples()), "From a test.")
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    assert tables["wording"] == {"least_share": 0.75}
    assert tables["acceptance"]["words"] == [2_000_000]
    assert tables["place"]["features"] == ["share", "told"]
    assert [len(row) for row in tables["place"]["form"]] == [3, 2, 1]
