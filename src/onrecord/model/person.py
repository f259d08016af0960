"""People who speak."""

import msgspec


class Person(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody whose words are in the record, under every name that the sources use.

    `name` is the one shown; `aliases` are other names, `titles` are roles that may stand alone ("the Leader").
    """

    name: str
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
