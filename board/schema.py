"""The tables: bring a database to the present, or back."""

from tempfile import TemporaryDirectory

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from board.config import files
from board.db import make_engine


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


def write(what: str) -> None:
    """Write the migration that brings the newest tables to what the models say now; read it before you keep it."""
    with TemporaryDirectory() as folder:
        engine = make_engine(f"sqlite:///{folder}/newest.sqlite")
        upgrade(engine)
        config = alembic_config(engine)
        number = len(list(ScriptDirectory.from_config(config).walk_revisions())) + 1
        command.revision(config, what, autogenerate=True, rev_id=f"{number:04}")
        engine.dispose()
