"""Versions, rulings and removals, as the reading room shows them."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from onrecord.read import read_office
from onrecord.reader import open_reader
from onrecord.record import open_record
from onrecord.web.app import create_app
from onrecord.web.limits import Limits


@pytest.fixture
def kept(tmp_path: Path, speeches: Path, office_file: Path) -> Iterator[tuple[TestClient, dict[str, str]]]:
    """A record in which a speech changed, one was ruled on and one was removed."""
    path = tmp_path / "harbour.record"
    office = read_office(office_file)
    (speeches / "3.txt").unlink()
    (speeches / "5.txt").write_text('<meta year="2008" title="Speech at the ferry"/>\nThe ferry goes.\n', "utf-8")
    with open_record(path, create=True) as record:
        list(record.add([speeches], office=office))
        changed = speeches / "2.txt"
        changed.write_text(changed.read_text("utf-8").replace("eleven", "twelve"), "utf-8")
        list(record.add([speeches], office=office))
    with open_reader(path) as reader:
        ids = {card.title: card.document for card in reader.find_cards()}
    with open_record(path) as record:
        record.rule(ids["Speech at the old quay"], "date", "2004-03-09", because="the harbour gazette has the day")
        record.remove(ids["Speech at the ferry"], because="it was never given")
    with TestClient(create_app(path, limits=Limits(readers=1))) as client:
        yield client, ids


def test_what_changed_between_versions_is_shown(kept: tuple[TestClient, dict[str, str]]) -> None:
    client, ids = kept
    document = client.get(f"/documents/{ids['Speech at the lamps']}.json").json()
    first, second = (version["id"] for version in document["versions"])
    assert f"/documents/{first}/changes/{second}" in client.get(f"/documents/{second}").text
    assert "This is an earlier version" in client.get(f"/documents/{first}").text
    page = client.get(f"/documents/{first}/changes/{second}").text
    assert "</span>eleven<" in page
    assert "</span>twelve<" in page


def test_a_ruling_stands_beside_what_was_read(kept: tuple[TestClient, dict[str, str]]) -> None:
    client, ids = kept
    page = client.get(f"/documents/{ids['Speech at the old quay']}").text
    assert "9 March 2004" in page
    assert "the harbour gazette has the day" in page


@pytest.mark.parametrize("path", ["/documents/{}", "/documents/{}.json", "/api/documents/{}", "/cite/{}"])
def test_what_was_removed_is_gone_and_says_why(kept: tuple[TestClient, dict[str, str]], path: str) -> None:
    client, ids = kept
    answer = client.get(path.format(ids["Speech at the ferry"]))
    assert answer.status_code == 410
    assert "it was never given" in answer.text
    assert "Speech at the ferry" in answer.text
    assert str(dt.datetime.now(dt.UTC).date())[:4] in answer.text
