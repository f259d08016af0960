"""Bytes to documents: the text of a source, its parts, and the way back to the source's own characters."""

from onrecord.read.claims import read_claims
from onrecord.read.decoding import Decoded, decode_source
from onrecord.read.manifest import read_manifest
from onrecord.read.media import find_media_type
from onrecord.read.office import read_office
from onrecord.read.pages import read_pages
from onrecord.read.raw import MAX_SIZE, Raw
from onrecord.read.reading import Read, read_draft, read_source

__all__ = [
    "MAX_SIZE",
    "Decoded",
    "Raw",
    "Read",
    "decode_source",
    "find_media_type",
    "read_claims",
    "read_draft",
    "read_manifest",
    "read_office",
    "read_pages",
    "read_source",
]
