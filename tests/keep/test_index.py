import threading
from pathlib import Path

import pytest

from onrecord.errors import RecordDamaged
from onrecord.record import Record, open_record


def test_a_reader_beside_a_writer_always_gets_its_answer(harbour: Record, tmp_path: Path) -> None:
    folder = tmp_path / "more"
    folder.mkdir()
    failures: list[BaseException] = []

    def write() -> None:
        try:
            with open_record(tmp_path / "harbour.record") as other:
                for number in range(12):
                    path = folder / f"{number}.txt"
                    path.write_text(f"The ferry number {number} leaves at nine.", encoding="utf-8")
                    (added,) = other.add([path])
                    other.rule(added.documents[0], "title", f"Ferry {number}", because="x")
                    if number % 4 == 3:
                        other.remove(added.documents[0], because="x")
                        other.compact()
        except BaseException as error:  # noqa: BLE001 - a thread's failure is the test's
            failures.append(error)

    thread = threading.Thread(target=write)
    thread.start()
    while thread.is_alive():
        trace = harbour.check("a town without a quay is a town without bread")
        assert (trace.verdict, len(trace.passages)) == ("verbatim", 1)
    thread.join()
    assert failures == []
    assert harbour.check("The ferry number 10 leaves at nine").passages[0].title == "Ferry 10"
    assert list(harbour.verify()) == []


def test_a_damaged_index_is_named_when_it_cannot_answer(harbour: Record, tmp_path: Path) -> None:
    harbour.check("a town without a quay")
    harbour.close()
    for path in (tmp_path / "harbour.record/index").glob("*/heads"):
        path.write_bytes(bytes(path.stat().st_size))
    with open_record(tmp_path / "harbour.record") as again:
        with pytest.raises(RecordDamaged, match="onrecord reindex"):
            again.check("a town without a quay is a town without bread")
        again.reindex()
        assert again.check("a town without a quay is a town without bread").verdict == "verbatim"
