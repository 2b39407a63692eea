"""A real nginx, with the very file of deploy/, before a real Opgavebord."""

import http.client
import os
import re
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.programs import require

ROOT = Path(__file__).parents[2]
NAME = "bord.gemeente.example"
PATIENCE = 60  # seconds


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def wait_for(port: int, *processes: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and all(process.poll() is None for process in processes):
        with socket.socket() as asked:
            if asked.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise AssertionError(f"nothing came to listen on {port}")


class Front:
    """Opgavebord as a browser meets it: by https, under its name."""

    def __init__(self, port: int, plain: int, folder: Path) -> None:
        self.port, self.plain, self.folder = port, plain, folder
        self.trust = ssl.create_default_context(cafile=str(folder / "cert.pem"))

    def connect(self) -> ssl.SSLSocket:
        return self.trust.wrap_socket(socket.create_connection(("127.0.0.1", self.port)), server_hostname=NAME)

    def ask(self, path: str, method: str = "GET", body: bytes = b"", **headers: str) -> http.client.HTTPResponse:
        lines = {"Host": NAME, "Connection": "close", "Content-Length": str(len(body))}
        lines |= {name.replace("_", "-"): text for name, text in headers.items()}
        head = f"{method} {path} HTTP/1.1\r\n" + "".join(f"{name}: {text}\r\n" for name, text in lines.items())
        connection = self.connect()
        connection.sendall(head.encode() + b"\r\n" + body)
        answer = http.client.HTTPResponse(connection, method=method)
        answer.begin()
        answer.text = answer.read().decode("utf-8", "replace")  # type: ignore[attr-defined]
        connection.close()
        return answer


def configuration(folder: Path, ours: int, secure: int, plain: int) -> Path:
    """The file as it is, with ports and certificates of this test, inside what Debian puts around it."""
    text = (ROOT / "deploy/nginx.conf").read_text()
    for there, here in {
        "127.0.0.1:8000": f"127.0.0.1:{ours}",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{secure} ssl http2;",
        f"/etc/ssl/{NAME}.pem": str(folder / "cert.pem"),
        f"/etc/ssl/private/{NAME}.key": str(folder / "key.pem"),
    }.items():
        assert text.count(there) == 1, there
        text = text.replace(there, here)
    temporary = "".join(
        f"{kind}_temp_path {folder}/{kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    who = "user root;\n" if os.geteuid() == 0 else ""
    file = folder / "nginx.conf"
    file.write_text(
        f"{who}daemon off;\npid {folder}/pid;\nerror_log {folder}/error.log;\nevents {{}}\n"
        f"http {{\naccess_log off;\n{temporary}{text}\n}}\n"
    )
    return file


@pytest.fixture(scope="module")
def front(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Front]:
    nginx, openssl = require("nginx", "openssl")
    folder = tmp_path_factory.mktemp("nginx")
    certificate = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={NAME}"]
    certificate += ["-addext", f"subjectAltName=DNS:{NAME}", "-keyout", "key.pem", "-out", "cert.pem"]
    subprocess.run([openssl, *certificate], cwd=folder, check=True, capture_output=True)
    ours, secure, plain = free_port(), free_port(), free_port()
    own = {name: value for name, value in os.environ.items() if not name.startswith("OPGAVEBORD_")}
    own |= {"OPGAVEBORD_INSTANCE": str(folder / "bord"), "OPGAVEBORD_WORKERS": "1"}
    own |= {"OPGAVEBORD_BASE_URL": f"https://{NAME}", "OPGAVEBORD_PROXIES": "1"}
    command = [str(Path(sys.executable).with_name("opgavebord")), "demo", "--port", str(ours)]
    file = configuration(folder, ours, secure, plain)
    with (folder / "log").open("wb") as log:
        board = subprocess.Popen(command, env=own, stdout=log, stderr=log)
        proxy = subprocess.Popen([nginx, "-c", str(file), "-p", str(folder)], stdout=log, stderr=log)
    try:
        wait_for(ours, board)
        wait_for(secure, proxy)
        yield Front(secure, plain, folder)
    finally:
        for process in (proxy, board):
            process.terminate()
            process.wait(timeout=20)


def test_the_page_comes_by_https_under_the_name_that_people_type(front: Front) -> None:
    page = front.ask("/")

    assert page.status == 200
    assert "Wat we deze week deden" in page.text  # type: ignore[attr-defined]
    assert f"https://{NAME}" in front.ask("/feed.atom").text  # type: ignore[attr-defined]
    assert len(page.headers.get_all("Content-Security-Policy") or []) == 1


def test_http_leads_to_https(front: Front) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", front.plain)
    connection.request("GET", "/week/nu", headers={"Host": NAME})
    answer = connection.getresponse()

    assert (answer.status, answer.headers["Location"]) == (301, f"https://{NAME}/week/nu")
    connection.close()


def test_styles_come_through_and_may_be_kept(front: Front) -> None:
    page = front.ask("/").text  # type: ignore[attr-defined]
    address = re.search(r'/static/build/[^"]+\.css', page)
    assert address

    assert "immutable" in front.ask(address[0]).headers["Cache-Control"]


def sign_in_form(front: Front) -> tuple[str, str]:
    page = front.ask("/bord/inloggen")
    token = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', page.text)  # type: ignore[attr-defined]
    assert token
    cookie = page.headers["Set-Cookie"]
    assert "Secure" in cookie
    return token[1], cookie.split(";")[0]


def test_somebody_signs_in(front: Front) -> None:
    token, cookie = sign_in_form(front)
    body = f"csrf_token={token}&email=lid%40demo.example&password=demo".encode()

    answer = front.ask(
        "/bord/inloggen",
        "POST",
        body,
        Cookie=cookie,
        Content_Type="application/x-www-form-urlencoded",
        Referer=f"https://{NAME}/bord/inloggen",
    )

    assert answer.status == 303
    assert answer.headers["Location"].startswith(("/bord", f"https://{NAME}/bord"))


def test_what_a_visitor_says_of_their_address_is_not_believed(front: Front) -> None:
    """Who tries passwords under a new address each time would never have to wait."""
    statuses = []
    for number in range(7):
        token, cookie = sign_in_form(front)
        body = f"csrf_token={token}&email=manager%40demo.example&password=mis".encode()
        answer = front.ask(
            "/bord/inloggen",
            "POST",
            body,
            Cookie=cookie,
            Content_Type="application/x-www-form-urlencoded",
            Referer=f"https://{NAME}/bord/inloggen",
            X_Forwarded_For=f"203.0.113.{number}",
            X_Forwarded_Host="elders.example",
        )
        statuses.append(answer.status)
        assert "elders.example" not in answer.text  # type: ignore[attr-defined]

    assert statuses[-1] == 429


def test_forms_that_stop_halfway_keep_no_worker(front: Front) -> None:
    half = f"POST /bord/inloggen HTTP/1.1\r\nHost: {NAME}\r\nContent-Length: 100\r\n\r\ncsrf".encode()
    silent = [front.connect() for _ in range(8)]
    for connection in silent:
        connection.sendall(half)

    assert front.ask("/").status == 200, "one worker, eight of whom nothing more comes"
    for connection in silent:
        connection.close()


def test_a_form_that_is_too_large_gets_our_own_page(front: Front) -> None:
    token, cookie = sign_in_form(front)
    body = b"x" * 3_000_000

    answer = front.ask("/bord/inloggen", "POST", body, Cookie=cookie, Content_Type="application/x-www-form-urlencoded")

    assert answer.status == 413
    assert "Opgavebord" in answer.text or "bord" in answer.text  # type: ignore[attr-defined]
    assert token
