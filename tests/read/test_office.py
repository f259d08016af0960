import re
from pathlib import Path

import pytest

from onrecord.errors import BadOfficeFile
from onrecord.model import Office, Person
from onrecord.read import read_office

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "offices.md").read_text(encoding="utf-8")


def write(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "office.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_example_of_the_documentation_is_an_office_file(tmp_path: Path) -> None:
    example = PAGE.split("```toml\n")[1].split("```")[0]
    assert read_office(write(tmp_path, example)) == Office(
        publisher="Harbour Office of Port Selwick",
        day_first=True,
        header=r'<meta year="(?P<year>\d{4})" title="(?P<title>.*)"/>',
        form="transcript",
        completeness="lossy",
        site_names=("Harbour Office of Port Selwick",),
        speaker=Person(name="Maren Tolvey", aliases=("Harbour Master Tolvey",), titles=("the Harbour Master",)),
        people=(Person(name="Odo Brandt", aliases=("Councillor Brandt",)),),
    )


def test_the_documentation_lists_every_key() -> None:
    assert sorted(re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)) == sorted(Office.__struct_fields__)


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.toml")), ids=lambda path: path.name)
def test_the_examples_are_office_files(path: Path) -> None:
    assert read_office(path).publisher


def test_an_empty_file_is_an_office_of_which_nothing_is_known(tmp_path: Path) -> None:
    assert read_office(write(tmp_path, "")) == Office()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('publsher = "x"', "unknown key 'publsher': did you mean 'publisher'?"),
        ('zzz = "x"', "unknown key 'zzz': known are publisher, language"),
        ('[speaker]\nname = "x"\nalias = ["y"]', "unknown key 'alias' in [speaker]: did you mean 'aliases'?"),
        ('[[people]]\nname = "x"\n[[people]]\nnom = "y"', "unknown key 'nom' in [people]"),
        ("day_first = 1", "Expected `bool | null`, got `int` - at `$.day_first`"),
        ('form = "speech"', "Invalid enum value 'speech' - at `$.form`"),
        ('calendars = ["roman"]', "Invalid enum value 'roman'"),
        ("[speaker]\naliases = []", "missing required field `name` - at `$.speaker`"),
        ('[speaker]\nname = " "', "a person without a name"),
        ("header = '(?P<year>'", "'header' is no regular expression"),
        ("header = 'year'", "'header' has no named group: allowed are year, date, title, speaker"),
        ("header = '(?P<day>.)'", "'header' has the unknown group 'day'"),
        ("publisher =", "is not TOML"),
    ],
)
def test_a_file_that_cannot_be_used_says_why(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(BadOfficeFile, match=re.escape(reason)):
        read_office(write(tmp_path, text))


def test_a_file_that_cannot_be_opened_or_decoded_says_why(tmp_path: Path) -> None:
    with pytest.raises(BadOfficeFile, match="cannot be opened"):
        read_office(tmp_path / "missing.toml")
    path = tmp_path / "latin.toml"
    path.write_bytes(b'publisher = "Gr\xf6\xdfe"')
    with pytest.raises(BadOfficeFile, match="is not UTF-8"):
        read_office(path)
