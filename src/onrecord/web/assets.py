"""The style sheet and the script, read once; an address of the web never becomes a path of the disk."""

import hashlib
import importlib.resources
from functools import cache

import msgspec

_TYPES = {"css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml"}


class Asset(msgspec.Struct, frozen=True, kw_only=True):
    """One file that pages need; `tag` changes with its bytes."""

    name: str
    media_type: str
    data: bytes
    tag: str


@cache
def load_assets() -> dict[str, Asset]:
    """Every file of the package's folder `static`, by its name."""
    folder = importlib.resources.files("onrecord.web") / "static"
    return {
        file.name: Asset(
            name=file.name,
            media_type=_TYPES[file.name.rpartition(".")[2]],
            data=(data := file.read_bytes()),
            tag=hashlib.sha256(data).hexdigest()[:12],
        )
        for file in folder.iterdir()
        if file.name.rpartition(".")[2] in _TYPES
    }


def get_asset_link(name: str) -> str:
    """The address of a file, which changes when its bytes do, so that browsers may keep it for ever."""
    return f"/static/{name}?v={load_assets()[name].tag}"
