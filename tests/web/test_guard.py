"""What is turned away before any page is asked."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.errors import TookTooLong
from onrecord.web.app import create_app
from onrecord.web.limits import Limits
from onrecord.web.shelf import Shelf


@pytest.mark.parametrize(("host", "status"), [("localhost:8321", 200), ("[::1]:8321", 200), ("evil.example", 421)])
def test_a_server_on_loopback_answers_to_its_own_names_only(harbour: Path, host: str, status: int) -> None:
    app = create_app(harbour, hosts=("127.0.0.1", "localhost", "[::1]"))
    with TestClient(app) as client:
        answer = client.get("/help", headers={"host": host})
    assert answer.status_code == status
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_check_that_takes_too_long_is_503_and_says_when_to_come_back(harbour: Path) -> None:
    with TestClient(create_app(harbour, limits=Limits(seconds=-1.0, retry_seconds=7))) as client:
        answer = client.post("/api/check", json={"text": "a town without a quay is a town without bread"})
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "7")
    assert answer.json()["detail"].startswith("no answer within")


def test_who_finds_no_reader_free_does_not_wait_for_ever(harbour: Path) -> None:
    shelf = Shelf(harbour, Limits(readers=1, wait_seconds=0.01))
    with shelf.take(), pytest.raises(TookTooLong), shelf.take():
        pass
    shelf.close()


def test_a_body_without_a_length_is_limited_too(client: TestClient) -> None:
    parts = (b"a" * 1_000_000 for _ in range(5))
    assert client.post("/api/check", content=parts).status_code == 413


def test_only_what_is_offered_may_be_asked(client: TestClient) -> None:
    for method in ("PUT", "DELETE", "PATCH"):
        assert client.request(method, "/documents").status_code == 405
    assert client.post("/people").status_code == 405
