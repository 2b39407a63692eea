"""`opgavebord serve`: the server for real work."""

from typing import TYPE_CHECKING

import click

from board.cli.database import database
from board.cli.settings import configured
from board.config import PREFIX, Settings, WrongSetting

if TYPE_CHECKING:
    from sqlalchemy import Engine

HOST = click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
PORT = click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)


@click.command()
@HOST
@PORT
def serve(host: str, port: int) -> None:
    """Serve the application; first the database is brought to the present."""
    from board import backup, instance
    from board.server import port as ports
    from board.server import start

    settings = configured()
    _need_a_proxy(settings)
    with ports.claim(host, port) as claimed, backup.serving(settings):
        before = instance.remembered_address(settings.instance)
        settings = start.at_address(settings, claimed)
        with database(settings) as engine:
            _tell_of_the_demo(settings, engine)
            settings = start.with_authority(settings, engine, before)
        start.serve(settings, claimed)


def _tell_of_the_demo(settings: Settings, engine: "Engine") -> None:
    from board import db, demo

    with db.opened(engine):
        if not settings.demo and demo.contents().invented:
            click.echo("Let op: in deze database staat de demo. De accounts van de demo werken nu niet.", err=True)


def _need_a_proxy(settings: Settings) -> None:
    """We speak http. Without the proxy that speaks https, nobody could sign in: the cookies want https."""
    if settings.https and not settings.proxies:
        raise WrongSetting(
            f"{PREFIX}BASE_URL begint met https://, en Opgavebord zelf praat http. Zet er een proxy voor "
            f"(deploy/nginx.conf) en zet {PREFIX}PROXIES op 1, of laat het adres met http:// beginnen."
        )
