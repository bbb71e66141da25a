"""Bothers `designc serve` with clients that are slow, idle, many or wrong: crowd.py DESIGNC FOLDER

Prints what is wrong, and exits with 1 when anything is.
"""

import http.client
import socket
import subprocess
import sys
import time
from pathlib import Path

designc, folder = sys.argv[1], Path(sys.argv[2])
(folder / "shop.design").write_text("application shop: web { calls catalog }\napplication catalog: service\n")
problems = []


def expect(condition, complaint):
    if not condition:
        problems.append(complaint)


def status(path="/"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    return connection.getresponse().status


def seconds_until_closed(client, feed=b""):
    """How long the server bears a client that sends this a byte at a time."""
    start = time.monotonic()
    client.settimeout(0.5)
    for place in range(200):
        try:
            if place < len(feed):
                client.sendall(feed[place : place + 1])
            if client.recv(1) == b"":
                break
        except TimeoutError:
            pass
        except OSError:
            break
        if time.monotonic() - start > 30:
            break
    return time.monotonic() - start


server = subprocess.Popen([designc, "serve"], cwd=folder, stdout=subprocess.PIPE, text=True)
try:
    port = int(server.stdout.readline().strip().rstrip("/").rsplit(":", 1)[1])
    connect = lambda: socket.create_connection(("127.0.0.1", port), timeout=10)
    expect(3 < seconds_until_closed(connect()) < 15, "an idle client is not sent away")
    slow = seconds_until_closed(connect(), b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"y" * 100)
    expect(3 < slow < 15, f"a client that sends a byte at a time is borne for {slow:.0f} s")
    expect(status() == 200, "after slow clients nobody is answered")

    crowd = [connect() for _ in range(200)]
    time.sleep(1)
    answers = []
    for client in crowd:
        client.setblocking(False)
        try:
            answers.append(client.recv(12))
        except BlockingIOError:
            answers.append(None)
        except OSError:
            answers.append(b"")
    told = [answer for answer in answers if answer == b"HTTP/1.1 503"]
    expect(50 < len(told) < 100, f"of 200 clients at once {len(told)} are told that there are too many")
    for client in crowd:
        client.close()
    time.sleep(1)
    expect(status() == 200, "after a crowd nobody is answered")

    for request, answer in (
        (b"\x16\x03\x01\x02\x00\x01\r\n\r\n", b"HTTP/1.1 400"),
        (b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 16400, b"HTTP/1.1 431"),
        (b"POST / HTTP/1.1\r\nHost: localhost\r\n\r\n", b"HTTP/1.1 405"),
    ):
        client = connect()
        client.sendall(request)
        try:
            given = client.recv(12)
        except ConnectionResetError:
            given = answer if len(request) > 16384 else b""  # there was more than it would read
        expect(given == answer, f"{request[:20]} is answered with {given}")
        client.close()
    # Asks and goes away without reading.
    for _ in range(50):
        client = connect()
        client.sendall(b"GET /live.js HTTP/1.1\r\nHost: localhost\r\n\r\n")
        client.close()
    expect(status("/state") == 200 and server.poll() is None, "clients that go away end the server")
finally:
    server.terminate()
    server.wait()
print("\n".join(problems) or "all is well")
sys.exit(1 if problems else 0)
