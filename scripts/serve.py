"""Serves a folder on 127.0.0.1, on the first free port from 8000 up, and prints the address."""
import functools
import http.server
import sys


class Handler(http.server.SimpleHTTPRequestHandler):
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map,
                      ".wasm": "application/wasm", ".js": "text/javascript", ".mjs": "text/javascript"}

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    allow_reuse_address = False  # a port that somebody listens on must count as taken


def main():
    handler = functools.partial(Handler, directory=sys.argv[1])
    for port in range(8000, 8100):
        try:
            server = Server(("127.0.0.1", port), handler)
        except OSError:
            continue
        print(f"http://127.0.0.1:{port}/", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            return
    sys.exit("no free port between 8000 and 8099")


main()
