"""`onrecord serve`."""

from pathlib import Path

import click

from onrecord.cli.options import record_option
from onrecord.cli.output import say

LOOPBACK = ("127.0.0.1", "localhost", "::1")
PORT = 8321


@click.command()
@record_option
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    help="The address to listen on. Any other than the default lets everybody who reaches it read the whole record: "
    "there are no accounts and no passwords.",
)
@click.option("--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="The port to listen on.")
def serve(record_path: Path, host: str, port: int) -> None:
    """Open the reading room: the record in a browser, and its API. It is opened read-only.

    \b
    Example:  onrecord serve --record office.record
    """
    # A server costs half a second to import, which no other command should pay.
    import uvicorn  # noqa: PLC0415

    from onrecord.web.app import create_app  # noqa: PLC0415

    is_local = host in LOOPBACK
    app = create_app(record_path, hosts=(*LOOPBACK[:2], "[::1]") if is_local else ())
    shown = f"[{host}]" if ":" in host else host
    say(f"reading {record_path} at http://{shown}:{port} (Ctrl-C ends it)")
    if not is_local:
        say(f"--host {host}: everybody who can reach this address can read the whole record, sources included")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
