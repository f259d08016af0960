"""Pages from templates, in which every text is escaped."""

from functools import cache

import jinja2

from onrecord.web.assets import get_asset_link
from onrecord.web.dates import write_date
from onrecord.web.links import get_passage_link, get_person_link, make_link


@cache
def get_environment() -> jinja2.Environment:
    """The templates of the package and what they may call."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("onrecord.web", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        # The templates of an installed package do not change; looking costs a tenth of a page.
        auto_reload=False,
    )
    environment.globals.update(
        asset=get_asset_link, link=make_link, person_link=get_person_link, passage_link=get_passage_link
    )
    environment.filters["date"] = write_date
    environment.filters["number"] = lambda number: f"{number:,}"
    environment.filters["count"] = count
    return environment


def count(number: int, noun: str, plural: str = "") -> str:
    """A number with its noun, in the singular for one."""
    return f"{number:,} {noun if number == 1 else plural or f'{noun}s'}"
