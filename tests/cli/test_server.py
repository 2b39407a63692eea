"""The server as an administrator meets it: one per port, alive again by itself, and soon gone when told to stop."""

import signal
import socket
from pathlib import Path

import pytest

from board.config import WrongSetting
from board.server import port as ports
from tests.cli.conftest import Run
from tests.cli.serving import free_port, running, started, until


def test_two_never_share_a_port_and_the_second_touches_nothing(run: Run, tmp_path: Path) -> None:
    with running(tmp_path / "een") as server:
        for command in ("serve", "demo"):
            refused = run(command, "--port", str(server.port))
            assert refused.exit_code == 1
            assert f"Poort {server.port} is al in gebruik" in refused.output
        assert not (tmp_path / "bord" / "opgavebord.sqlite").exists()

        server.kill_a_worker()
        until(lambda: "Respawning worker-1" in server.log.read_text())
        until(server.answers)
        assert server.process.poll() is None
        assert "Unexpected exit from worker-1" in server.log.read_text()
        assert server.stop() == 0


def test_a_stop_while_it_is_still_starting_is_a_stop_too(tmp_path: Path) -> None:
    process = started(tmp_path / "bord", tmp_path / "log", "serve", "--port", str(free_port()))
    until(lambda: "staat klaar" in (tmp_path / "log").read_text() or process.poll() is not None)

    process.send_signal(signal.SIGTERM)

    process.wait(timeout=60)


@pytest.mark.parametrize("shared", [False, True])
def test_a_port_of_any_other_program_is_taken(shared: bool) -> None:
    """Also when that program would share it."""
    with socket.socket() as other:
        if shared:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()

        for host in ("127.0.0.1", "localhost", "0.0.0.0"):  # noqa: S104  tried, never opened
            with pytest.raises(WrongSetting, match="al in gebruik"), ports.claim(host, other.getsockname()[1]):
                pass


def test_of_two_that_begin_at_the_same_moment_one_gets_the_port() -> None:
    number = free_port()

    with ports.claim("127.0.0.1", number) as claimed:
        assert claimed == ports.Port("127.0.0.1", number)
        with pytest.raises(WrongSetting, match="al in gebruik"), ports.claim("127.0.0.1", number):
            pass
    with ports.claim("127.0.0.1", number):
        pass
