"""Asks `designc mock` as clients do, and has schemathesis hold it against `designc export openapi`:
mock.py DESIGNC FOLDER SCHEMATHESIS

Prints what is wrong, and exits with 1 when anything is.
"""

import http.client
import json
import socket
import subprocess
import sys
from pathlib import Path

designc, folder, schemathesis = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
DESIGN = """
design d "D"
application a: service {
  api b: rest base "/v1" auth bearer {
    GET /items (page: int(1..) = 1, limit: int(1..50) = 2, state: State?, ids: [int]?, header X-Trace: uuid?) -> [Item] | 400 Problem | 401 Problem paginated at most 50
    GET /items/{id: uuid} -> Item | 400 Problem | 401 Problem | 404 Problem
    GET /items/top -> Item | 400 Problem auth none
    POST /items (body: NewItem) -> 201 Item | 400 Problem | 401 Problem | 415 idempotent by header Idempotency-Key
    DELETE /items/{id: uuid} -> 204 | 400 Problem | 401 Problem | 404 Problem
    PATCH /items/{id: uuid} (body: [string: int(0..9)]) -> Item | 400 Problem | 401 Problem | 415
  }
}
enum State { open, closed }
type Item {
  id: uuid  name: string(1..40) example "Lamp"  price: decimal(12, 2)  code: string("^[A-Z]{3}-[0-9]{4}$")
  state: State  parent: Item?  tags: [string]  made: date  at: datetime?
}
type NewItem { name: string(1..40)  price: decimal  state: State?  lines: [Line] }
type Line { sku: string("^[a-z0-9]+$")  count: int(1..99)  note: string(..20)? }
type Problem { type: url  title: string  status: int  detail: string? }
"""
problems = []


def expect(condition, complaint):
    if not condition:
        problems.append(complaint)


def raw(port, data):
    """What is answered to bytes, whole."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as connection:
        connection.sendall(data)
        answer = b""
        while part := connection.recv(65536):
            answer += part
        return answer


(folder / "d.design").write_text(DESIGN)
subprocess.run([designc, "export", "openapi", "b", "-o", "b.json"], cwd=folder, check=True, capture_output=True)
server = subprocess.Popen([designc, "mock", "b", "--port", "0"], cwd=folder, stdout=subprocess.PIPE, text=True)
try:
    lines = []
    while not lines or not lines[-1].startswith("http://"):
        lines.append(server.stdout.readline())
        if not lines[-1]:
            sys.exit(f"it did not start: {lines}")
    expect(lines[0] == "a.b, as the design has it, since nothing is recorded\n", lines[0])
    port = int(lines[-1].rstrip("/\n").split(":")[2])

    host = f"Host: 127.0.0.1:{port}\r\n".encode()
    signed = host + b"Authorization: Bearer x\r\n"
    post = b"POST /v1/items HTTP/1.1\r\n" + signed + b"Content-Type: application/json\r\n"
    good = json.dumps({"name": "a", "price": 1, "lines": []}).encode()
    for data, status in [
        (b"GET /v1/items/top HTTP/1.1\r\n" + host + b"\r\n", 200),
        (b"GET /v1/items/top HTTP/1.1\r\nHost: evil.example\r\n\r\n", 403),
        (b"GET /v1/items/top HTTP/1.1\r\n" + host + b"X: " + b"a" * 20_000 + b"\r\n\r\n", 431),
        (b"nonsense\r\n\r\n", 400),
        (b"GET /v1/items/top HTTP/1.1\r\n" + host + b"no colon\r\n\r\n", 400),
        (post + b"Content-Length: 2000000\r\n\r\n", 413),
        (post + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\n{}", 400),
        (post + b"Content-Length: -1\r\n\r\n{}", 400),
        (post + b"Content-Length: %d\r\n\r\n" % len(good) + good, 201),
        (post + b"Transfer-Encoding: chunked\r\n\r\n%x\r\n%s\r\n0\r\n\r\n" % (len(good), good), 201),
        (post + b"Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", 400),
        (post + b"Content-Length: 3\r\n\r\n[\xff]", 400),
        # Whoever says no more is not waited for.
        (b"GET /v1/items/top HTTP/1.1\r\n", 408),
    ]:
        answer = raw(port, data)
        expect(answer.startswith(b"HTTP/1.1 %d " % status), f"{data[:80]} gives {answer[:200]}, not {status}")
    expect(raw(port, b"GET /v1/items/top HTTP/1.1\r\n" + host + b"\r\n").count(b"Date:") == 0, "it tells the time")

    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("HEAD", "/v1/items/top")
    answer = connection.getresponse()
    expect(answer.status == 200 and int(answer.headers["Content-Length"]) > 100, "HEAD")

    second = subprocess.run(
        [designc, "mock", "b", "--port", str(port)], cwd=folder, capture_output=True, text=True, timeout=30)
    expect(second.returncode == 74 and "in use" in second.stderr, f"a port in use: {second}")

    # It knows nobody and keeps nothing, so that what asks for that is left out: any credentials are good ones, and what
    # was deleted is there again. What schemathesis passes from one request to the next by name follows from that.
    judged = subprocess.run(
        [schemathesis, "run", "b.json", "--url", f"http://127.0.0.1:{port}", "-H", "Authorization: Bearer x",
         "--phases", "examples,coverage,fuzzing", "--max-examples", "20", "--generation-deterministic",
         "--exclude-checks", "ignored_auth,use_after_free,ensure_resource_availability", "--no-color"],
        cwd=folder, capture_output=True, text=True, timeout=240)
    expect(judged.returncode == 0 and "Tested: 6" in judged.stdout, judged.stdout[-4000:] + judged.stderr[-1000:])
finally:
    server.terminate()
    server.wait()

print("\n".join(problems))
sys.exit(1 if problems else 0)
