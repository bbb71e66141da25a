"""A service on loopback that answers as a file of routes says, and ends when its standard input does.

Each route is a method and a path: {"GET /items": {"status": 200, "type": "application/json", "body": "[]"}}. Further words
of a route: "location", "headers" that a request must bear, and "conduct": "endless", "slow" or "hang-up".
Requests are written to the file that the second argument names, one a line.
"""
import http.server, json, os, sys, threading, time

routes = json.load(open(sys.argv[1]))
log = open(sys.argv[2], "w")


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self):
        log.write(f"{self.command} {self.path}\n")
        log.flush()
        route = routes.get(f"{self.command} {self.path}") or routes.get(f"{self.command} {self.path.split('?')[0]}")
        if route is None:
            route = {"status": 404, "type": "application/json", "body": "{}"}
        for name, value in route.get("headers", {}).items():
            if self.headers.get(name) != value:
                route = {"status": 401, "type": "application/json", "body": "{}"}
                break
        conduct = route.get("conduct")
        if conduct == "hang-up":
            self.close_connection = True
            return
        if conduct == "slow":
            time.sleep(30)
        body = route.get("body", "").encode()
        self.send_response(route["status"])
        if "type" in route:
            self.send_header("Content-Type", route["type"])
        if "location" in route:
            self.send_header("Location", route["location"])
        if conduct == "endless":
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            chunk = b"10000\r\n" + b" " * 0x10000 + b"\r\n"
            try:
                while True:
                    self.wfile.write(chunk)
            except OSError:
                self.close_connection = True
                return
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = answer

    def log_message(self, *_):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
os._exit(0)
