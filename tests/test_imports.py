"""The rule of the rooms: who may import whom."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import onrecord

PACKAGE = Path(onrecord.__file__).parent
STAGES = frozenset({"read", "date", "attribute", "trace", "store", "export"})
BASE = frozenset({"model", "errors"})
JOINING = STAGES | BASE | {"pipeline", "intake", "keep", "record"}
ALLOWED: dict[str, frozenset[str]] = {
    "errors": frozenset(),
    "model": BASE,
    **{room: BASE | {room} for room in STAGES},
    "fetch": BASE | {"fetch"},
    "pipeline": STAGES | BASE,
    "keep": STAGES | BASE | {"keep"},
    "intake": STAGES | BASE | {"pipeline", "keep"},
    "retrieval": BASE | {"fetch", "intake", "store"},
    "record": JOINING | {"fetch", "retrieval"},
    "batch": JOINING,
    "reader": JOINING,
    "web": BASE | {"export", "record", "reader", "pipeline", "batch", "web"},
    "cli": JOINING | {"cli", "batch", "fetch", "reader", "web"},
    "__init__": JOINING,
}


def find_imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "onrecord":
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("onrecord."):
            yield node.module.split(".")[1]
        elif isinstance(node, ast.Import):
            yield from (alias.name.split(".")[1] for alias in node.names if alias.name.startswith("onrecord."))


MODULES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_room_imports_only_the_rooms_below_it(path: Path) -> None:
    room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert set(find_imports(path)) <= ALLOWED[room]


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    assert not {path.stem for path in MODULES} & {"utils", "util", "helpers", "common", "misc"}
