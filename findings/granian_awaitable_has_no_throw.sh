#!/usr/bin/env bash
# granian 2.8.7, RSGI on CPython 3.11: a time limit around reading what is sent. With `await parts.__anext__()` the
# limit is a TimeoutError, as anywhere in asyncio. With the built-in `await anext(parts, b"")` it is an
# AttributeError: the built-in wraps the awaitable, and throws what ends it into that awaitable, which cannot take it.
# So an application that catches TimeoutError does not notice a slow sender, and answers 500.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check granian==2.8.7
cd "$folder"

cat > app.py <<'PY'
import asyncio


async def app(scope, proto):
    parts = aiter(proto)
    await anext(parts)
    try:
        async with asyncio.timeout(1):
            await (anext(parts, b"") if scope.path == "/default" else parts.__anext__())
        said = "nothing"
    except Exception as error:
        said = type(error).__name__
    proto.response_str(200, [("content-type", "text/plain")], said)
PY

cat > ask.py <<'PY'
import socket
import subprocess
import sys
import time

with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
command = [sys.executable, "-m", "granian", "--interface", "rsgi", "--port", str(port), "app:app"]
server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def ask(path):
    """What the application says to somebody who sends the first of two bytes, and then nothing."""
    for _ in range(100):
        try:
            line = socket.create_connection(("127.0.0.1", port), timeout=10)
            break
        except OSError:
            time.sleep(0.1)
    line.sendall(f"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\na".encode())
    answer = line.recv(4000).decode()
    line.close()
    return answer.rpartition("\r\n")[2]


try:
    seen = {path: ask(path) for path in ("/plain", "/default")}
finally:
    server.terminate()
    server.wait(15)
print("granian 2.8.7, Python", sys.version.split()[0])
for path, said in seen.items():
    print(f"{path}: {said}")
sys.exit(seen != {"/plain": "TimeoutError", "/default": "AttributeError"})
PY

if "$folder/venv/bin/python" ask.py; then
  echo "As before: a time limit around anext() with a default is an AttributeError."
else
  echo "This changed; look whether board/server/bodies.py can be simpler."
  exit 1
fi
