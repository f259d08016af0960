"""The page on dating: it lists every rule and every finding, and its example runs."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "date.md").read_text(encoding="utf-8")
SOURCE = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "src/onrecord/date").glob("*.py"))


def test_every_finding_is_documented() -> None:
    codes = set(re.findall(r'"(date-[a-z]+(?:-conflict|-unknown)|date-unread)"', SOURCE))
    assert codes == set(re.findall(r"`(date-[a-z]+(?:-conflict|-unknown)|date-unread)`", PAGE))


def test_every_rule_of_a_clue_is_documented() -> None:
    rules = set(re.findall(r'build_bound\(\s*"([a-z-]+)"|build_evidence\(\s*"([a-z-]+)"|rule="([a-z-]+)"', SOURCE))
    named = {rule for found in rules for rule in found if rule} - {"stated", "short-weekday", "bare-today"}
    assert named
    assert not [rule for rule in named if f"`{rule}`" not in PAGE]


def test_the_example_of_the_page_holds() -> None:
    exec(PAGE.split("```python\n")[1].split("```")[0], {})  # noqa: S102 - the documentation is ours
