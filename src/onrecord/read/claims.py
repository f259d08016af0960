"""Tables of quotations to be checked."""

from functools import partial
from pathlib import Path

from onrecord.errors import BadClaims
from onrecord.model import Claim
from onrecord.read.table import Table, read_rows

COLUMNS = Claim.__struct_fields__


def read_claims(path: Path) -> tuple[Claim, ...]:
    """The quotations of the CSV file at `path` in order: `text`, and `by` and `on` where they are claimed.

    Raises `BadClaims`.
    """
    return tuple(Claim(**cells) for cells in read_rows(path, Table(COLUMNS, "text", partial(BadClaims, path))))
