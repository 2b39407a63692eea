"""The tables: bring a database to the present, or back."""

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from board.config import files


def alembic_config(engine: Engine) -> Config:
    """Alembic's settings, without a file: where the migrations lie and on which database they work."""
    config = Config()
    config.set_main_option("script_location", str(files("migrations")).replace("%", "%%"))
    config.attributes["engine"] = engine
    return config


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the tables to `to`, by default the newest."""
    command.upgrade(alembic_config(engine), to)


def downgrade(engine: Engine, to: str) -> None:
    """Bring the tables back to `to`; “base” leaves nothing."""
    command.downgrade(alembic_config(engine), to)


def check(engine: Engine) -> None:
    """Raises when the models say something that no migration does."""
    command.check(alembic_config(engine))
