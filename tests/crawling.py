"""A site on the loopback interface, and crawls of it with our settings in a process of their own.

A reactor can't be started twice, so every crawl is a process: see crawl_process.py.
"""

import json
import os
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any


@dataclass
class Reply:
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes = b""
    length: int | None = None  # declared instead of the body's own
    chunks: tuple[bytes, ...] = ()  # sent chunked instead of the body
    cut: bool = False  # the connection is closed before the last chunk
    slow: float = 0.0  # seconds of silence before the body
    raw: bytes | None = None  # all that is sent, from the status line on, before hanging up


class Site:
    """Answers by path, with a Reply or what a function of the request's headers returns."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply | Callable[[dict[str, str]], Reply]] = {}
        self.hits: list[tuple[str, float]] = []  # path, time.monotonic
        self.headers: list[dict[str, str]] = []
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), _answering(self))

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.server.server_port}"

    def paths(self) -> list[str]:
        return [path for path, _ in self.hits]

    def reply(self, path: str, headers: dict[str, str]) -> Reply:
        self.hits.append((path, time.monotonic()))
        self.headers.append(headers)
        found = self.replies.get(path, Reply(404))
        return found if isinstance(found, Reply) else found(headers)


def _answering(site: Site) -> type[BaseHTTPRequestHandler]:
    class Answering(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            reply = site.reply(self.path, dict(self.headers.items()))
            if reply.raw is not None:
                self.wfile.write(reply.raw)
                self.close_connection = True
                return
            self.send_response_only(reply.status)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            if reply.chunks:
                self.send_header("Transfer-Encoding", "chunked")
            else:
                length = len(reply.body) if reply.length is None else reply.length
                self.send_header("Content-Length", str(length))
                self.close_connection = reply.length is not None
            self.end_headers()
            self.wfile.flush()
            time.sleep(reply.slow)
            for chunk in reply.chunks:
                self.wfile.write(b"%x\r\n%s\r\n" % (len(chunk), chunk))
            if reply.chunks and not reply.cut:
                self.wfile.write(b"0\r\n\r\n")
            self.wfile.write(b"" if reply.chunks else reply.body)
            self.close_connection = self.close_connection or reply.cut

        def log_message(self, format: str, *args: Any) -> None:
            pass

    return Answering


@contextmanager
def serving(certificate: Path | None = None) -> Iterator[Site]:
    """A running site; with the PEM file of a key and its certificate it speaks TLS."""
    site = Site()
    if certificate is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate)
        site.server.socket = context.wrap_socket(site.server.socket, server_side=True)
        site.server.handle_error = lambda *_: None  # a client that hangs up is what we test
    thread = threading.Thread(target=site.server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.server.shutdown()
        site.server.server_close()
        thread.join()


def crawl(urls: list[str], env: dict[str, str] | None = None, **job: Any) -> dict[str, Any]:
    """Fetch `urls` at once; `config` and `settings` may be given. What came of each, by URL.

    A response is {"status", "body", "headers", "url"}, a failure {"problem", "detail", "named"};
    "" holds the process's {"stderr", "returncode"}.
    """
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name("crawl_process.py"))],
        input=json.dumps({"urls": urls, **job}),
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), **(env or {})},
        check=False,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    outcomes = {line.pop("asked"): line for line in lines}
    return {**outcomes, "": {"stderr": done.stderr, "returncode": done.returncode}}
