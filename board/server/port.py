"""The port on which the server will listen: free, ours to take, and then nobody else's."""

import errno
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from board.setting_values import WrongSetting, reason


@dataclass(frozen=True)
class Port:
    """An address that is ours as long as this process, or one that it started, lives."""

    address: str
    number: int


@contextmanager
def claim(host: str, number: int) -> Iterator[Port]:
    """Take this port. The server lets the kernel share it between its workers, so that a second server could join
    in: whoever asks then gets one installation or the other. Hence we ask first.

    A context: the port is ours until its end. Raises WrongSetting when the port is taken, or is not for us.
    """
    family, address = _resolved(host, number)
    with _guard(number):
        _try(family, address, host, number)
        yield Port(address, number)


def _try(family: int, address: str, host: str, number: int) -> None:
    try:
        with socket.socket(family, socket.SOCK_STREAM) as trial:
            trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind((address, number))
    except OSError as problem:
        raise WrongSetting(_refusal(problem, host, number)) from None


def _resolved(host: str, number: int) -> tuple[int, str]:
    try:
        family, _kind, _protocol, _name, address = socket.getaddrinfo(host, number, type=socket.SOCK_STREAM)[0]
    except (OSError, UnicodeError):
        raise WrongSetting(f"De naam {host} is niet te vinden. Geef met --host een adres van deze machine.") from None
    return family, str(address[0])


@contextmanager
def _guard(number: int) -> Iterator[None]:
    """Of two that start at the same moment one gets this name; it is free again when its last process ends."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as guard:
        try:
            if sys.platform == "linux":
                guard.bind(f"\0opgavebord-port-{number}")
        except OSError as problem:
            raise WrongSetting(_refusal(problem, "", number)) from None
        yield


def _refusal(problem: OSError, host: str, number: int) -> str:
    if problem.errno == errno.EADDRINUSE:
        return (
            f"Poort {number} is al in gebruik, misschien door een Opgavebord dat nog draait. "
            f"Stop dat, of kies een andere poort: --port {number + 1 if number < 65535 else 8000}."
        )
    if problem.errno in {errno.EACCES, errno.EPERM}:
        return f"Poort {number} mag alleen root gebruiken. Kies er een vanaf 1024: --port 8000."
    if problem.errno in {errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}:
        return f"{host} is geen adres van deze machine. Kies er wel een met --host, zoals 127.0.0.1."
    return f"Op {host}, poort {number}, is niet te luisteren: {reason(problem)}."
