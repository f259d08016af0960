import gzip
import resource
import time

import pytest

from onrecord.read import read_source

SPEECH = b"Speech of Maren Tolvey, at the Old Quay - 17 May 2004\n\nFair pay for all.\n"


def codes(data: bytes, address: str = "1.txt.gz") -> list[str]:
    return [finding.code for finding in read_source(data, address=address)[1]]


def test_what_is_packed_is_read_as_if_it_were_not() -> None:
    (doc,), findings = read_source(gzip.compress(SPEECH), address="1.txt.gz")
    assert (doc.form, findings) == ("transcript", ())
    (page,), _ = read_source(gzip.compress(b"# Fair *pay*"), address="1.md.gz")
    assert page.text == "Fair pay"


def test_parts_packed_one_after_the_other_are_one_file() -> None:
    (doc,), _ = read_source(gzip.compress(SPEECH) + gzip.compress(b"Go home."), address="1.txt.gz")
    assert doc.text.endswith("Go home.")


def test_a_cut_off_file_is_read_as_far_as_it_goes() -> None:
    data = gzip.compress(SPEECH * 50, compresslevel=0)
    (doc,), findings = read_source(data[: len(data) // 2], address="1.txt.gz")
    assert doc.text.startswith("Speech of Maren")
    assert [finding.code for finding in findings] == ["read-cut-off"]


@pytest.mark.parametrize("data", [b"\x1f\x8b", b"\x1f\x8b\x08\x00junk", gzip.compress(b"")])
def test_broken_or_empty_packing_is_a_finding(data: bytes) -> None:
    assert {"read-failed", "read-empty", "read-cut-off"} & set(codes(data))


def test_a_bomb_is_refused_in_good_time_and_small_memory() -> None:
    bomb = gzip.compress(gzip.compress(bytes(400_000_000), 1), 9)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    assert codes(bomb) == ["read-too-large"]
    assert time.perf_counter() - start < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 300_000


def test_packing_without_end_is_a_finding() -> None:
    data = SPEECH
    for _ in range(6):
        data = gzip.compress(data)
    assert codes(data) == ["read-failed"]
