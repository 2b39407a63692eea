"""`opgavebord seed`: a load to measure with."""

import click

from board.cli.database import database
from board.cli.settings import configured


@click.command("seed")
@click.option("--opgaven", type=click.IntRange(1), default=10, show_default=True, help="How many opgaven.")
@click.option(
    "--cards",
    type=click.IntRange(0),
    default=2000,
    show_default=True,
    help="How many cards in total; each opgave gets an equal share.",
)
@click.option("--random-seed", default=1, show_default=True, help="The same seed gives the same texts.")
def add_load(opgaven: int, cards: int, random_seed: int) -> None:
    """Add invented opgaven and cards, to measure with. Only in a database that is empty or holds such a load."""
    from board import seed
    from board.server import start

    with database(configured()) as engine:
        start.fill_with_load(engine, opgaven, cards, random_seed)
    click.echo(f"Toegevoegd: {opgaven} opgaven met samen {cards} kaarten. Wie meet: {seed.MEASURER}")
