"""The application: which address leads where."""

from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp

from onrecord.web.api.routes import ROUTES as API_ROUTES
from onrecord.web.assets import load_assets
from onrecord.web.endpoint import Format, Handler, make_endpoint, make_error_handler
from onrecord.web.guard import Guard
from onrecord.web.limits import Limits
from onrecord.web.pages import changes, check, documents, findings, home, people, search, timeline
from onrecord.web.shelf import Shelf

SMALLEST_ZIPPED = 1_000
# The least effort makes a page a quarter of its size, the greatest a fifth, in three times the time.
_LEVEL = 1

# What stands at each address; the same address with `.json` gives the data.
PAGES: tuple[tuple[str, Handler], ...] = (
    ("/check", check.show_check),
    ("/search", search.show_search),
    ("/search/years", search.show_years),
    ("/search/step", search.show_step),
    ("/documents", search.show_search),
    ("/documents/{id}", documents.show_document),
    ("/documents/{id}/changes/{other}", changes.show_changes),
    ("/passages/{id}", documents.show_passage),
    ("/cite/{id}", documents.show_citation),
    ("/people", people.show_people),
    ("/people/{name}", people.show_person),
    ("/timeline", timeline.show_timeline),
    ("/findings", findings.show_findings),
    ("/help", home.show_help),
)


def create_app(path: Path, *, limits: Limits | None = None, hosts: Iterable[str] = ()) -> ASGIApp:
    """The reading room of the record at a path; `hosts` are the names it answers to, all if there are none.

    Raises RecordMissing, RecordTooNew, RecordTooOld.
    """
    allowed = limits or Limits()
    shelf = Shelf(path, allowed)

    @asynccontextmanager
    async def lifespan(_app: Starlette) -> AsyncIterator[None]:
        yield
        shelf.close()

    handler = make_error_handler(allowed)
    app = Starlette(
        routes=_make_routes(shelf, allowed),
        lifespan=lifespan,
        middleware=[Middleware(GZipMiddleware, minimum_size=SMALLEST_ZIPPED, compresslevel=_LEVEL)],
        exception_handlers={404: handler, 405: handler, Exception: handler},
    )
    return Guard(app, hosts=hosts)


def _make_routes(shelf: Shelf, limits: Limits) -> list[Route]:
    def route(path: str, handler: Handler, form: Format, method: str = "GET") -> Route:
        # A name may hold a slash.
        open_path = path.replace("{name}", "{name:path}")
        return Route(open_path, make_endpoint(handler, shelf, limits, form), methods=[method])

    twins = [route(f"{path}.json", handler, "data") for path, handler in PAGES]
    pages = [route(path, handler, "either") for path, handler in PAGES]
    return [
        route("/", home.show_home, "either"),
        route("/index.json", home.show_home, "data"),
        Route("/static/{name}", _get_asset),
        route("/sources/{sha256}", documents.show_source, "data"),
        route("/check", check.post_check, "either", "POST"),
        *(route(path, handler, "data", method) for method, path, handler in API_ROUTES),
        *twins,
        *pages,
    ]


async def _get_asset(request: Request) -> Response:
    asset = load_assets().get(request.path_params["name"])
    if asset is None:
        return Response("There is no such file.\n", status_code=404, media_type="text/plain")
    headers = {"cache-control": "public, max-age=31536000, immutable", "etag": f'"{asset.tag}"'}
    return Response(asset.data, media_type=asset.media_type, headers=headers)
