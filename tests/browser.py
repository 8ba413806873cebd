"""A real browser, driven over a pipe (the DevTools protocol): what does a page run or load?

https://chromedevtools.github.io/devtools-protocol/
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from select import select
from typing import Any, Self

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
# Without these it asks for updates, suggestions and lists of its own; as root it needs no sandbox.
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync"
    " --disable-background-networking --disable-component-update --disable-extensions"
    " --disable-dev-shm-usage --hide-scrollbars --mute-audio --remote-debugging-pipe"
).split()
# Every name but the loopback address has no address: what a page asks for goes nowhere.
NOWHERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
PATIENCE = 30.0  # seconds for one answer

# What a reader may do without meaning to: every element is clicked, pointed at and focused.
POKE = """
for (const element of document.querySelectorAll('*')) {
  for (const name of ['click', 'mouseover', 'mouseenter', 'focus', 'error', 'load', 'toggle'])
    element.dispatchEvent(new Event(name, {bubbles: false, cancelable: true}));
  if (element.href && !/^(https?|mailto|tel|file):/.test(String(element.href)))
    console.log('live address: ' + element.href);
}
"""


@dataclass(slots=True)
class Visit:
    """What a page did while it was looked at."""

    scripts: list[str] = field(default_factory=list)  # each that was compiled, by its first line
    requests: list[tuple[str, str]] = field(default_factory=list)  # kind, URL; the page's own apart
    signs: list[str] = field(default_factory=list)  # dialogs, console lines, frames, new windows

    def note(self, event: dict[str, Any], page: str) -> None:
        """Take down one event of the protocol."""
        name, said = event["method"], event["params"]
        if name == "Debugger.scriptParsed" and not said["url"].startswith("about:mirror-"):
            self.scripts.append(said["url"] or "inline")
        elif name == "Network.requestWillBeSent" and said["request"]["url"] != page:
            self.requests.append((said.get("type", "?"), said["request"]["url"]))
        elif name == "Page.javascriptDialogOpening":
            self.signs.append(f"dialog: {said['message']}")
        elif name == "Runtime.consoleAPICalled":
            self.signs.append(str(said["args"][0].get("value")))
        elif name == "Page.windowOpen":
            self.signs.append(f"window: {said['url']}")


class Browser:
    """One headless Chromium with one page; a context."""

    _session = ""  # of the page, once there is one

    def __init__(self) -> None:
        assert CHROMIUM is not None
        self._home = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        to_browser, self._to = os.pipe()
        self._from, from_browser = os.pipe()
        self._process = subprocess.Popen(
            ["bash", "-c", f'exec "$@" 3<&{to_browser} 4>&{from_browser}', "bash", CHROMIUM, *FLAGS,
             NOWHERE, f"--user-data-dir={self._home.name}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            pass_fds=(to_browser, from_browser),
        )  # fmt: skip
        os.close(to_browser)
        os.close(from_browser)
        self._read, self._calls, self._events = b"", 0, list[dict[str, Any]]()
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = str(attached["sessionId"])
        for domain in ("Page", "Network", "Runtime", "Debugger"):
            self._ask(f"{domain}.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._to)
        os.close(self._from)
        self._home.cleanup()

    def visit(self, page: str) -> Visit:
        """Load `page`, wait until all of it is there, then poke every element."""
        self._events.clear()
        self._ask("Page.navigate", url=page)
        self._until("Page.loadEventFired")
        self._ask("Runtime.evaluate", expression=f"{POKE}\n//# sourceURL=about:mirror-poke")
        self._ask("Runtime.evaluate", awaitPromise=True, expression=(
            "new Promise(done => setTimeout(done, 20))\n//# sourceURL=about:mirror-wait"
        ))  # fmt: skip
        visit = Visit()
        for event in self._events:
            visit.note(event, page)
        return visit

    def text(self) -> str:
        """What the page shows now."""
        found = self._ask(
            "Runtime.evaluate",
            expression="document.body.innerText\n//# sourceURL=about:mirror-text",
        )
        return str(found["result"]["value"])

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        self._calls += 1
        call = {"id": self._calls, "method": method, "params": params}
        call |= {"sessionId": self._session} if self._session else {}
        os.write(self._to, json.dumps(call).encode() + b"\0")
        for message in self._messages():
            if message.get("id") == self._calls:
                assert "error" not in message, message
                return dict(message["result"])
        raise AssertionError(f"no answer to {method}")

    def _until(self, name: str) -> None:
        if not any(event["method"] == name for event in self._events):
            next(message for message in self._messages() if message.get("method") == name)

    def _messages(self) -> Iterator[dict[str, Any]]:
        """What the browser says, as it comes; events are kept."""
        while True:
            while b"\0" not in self._read:
                assert select([self._from], [], [], PATIENCE)[0], "the browser is silent"
                piece = os.read(self._from, 1 << 16)
                assert piece, "the browser is gone"
                self._read += piece
            text, _, self._read = self._read.partition(b"\0")
            message = json.loads(text)
            if "method" in message:
                self._events.append(message)
            if message.get("method") == "Page.javascriptDialogOpening":
                self._calls += 1
                close = {"id": self._calls, "method": "Page.handleJavaScriptDialog"}
                close |= {"params": {"accept": False}, "sessionId": self._session}
                os.write(self._to, json.dumps(close).encode() + b"\0")
            yield message


def shown(page: Path) -> str:
    """A file's address for `Browser.visit`."""
    return page.resolve().as_uri()
