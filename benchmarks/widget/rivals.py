"""The two other chats: from npm, on pages of their own, served with gzip."""

from __future__ import annotations

import gzip
import http.server
import json
import shutil
import subprocess
import threading
from pathlib import Path
from typing import Any

from bot.config import PROJECT

HERE = Path(__file__).resolve().parent
RIVALS = PROJECT / "build" / "widget-rivals"

PAGES = {
    "deep-chat": """<!doctype html><html lang="en"><title>x</title><script type="module" src="/deep-chat/dist/deepChat.bundle.js"></script>
        <body><deep-chat connect='{"url": "/answer"}'></deep-chat>""",
    "webchat": """<!doctype html><html lang="en"><title>x</title><body><div id="chat"></div>
        <script src="/botframework-webchat/dist/webchat.js"></script>
        <script>WebChat.renderWebChat({directLine: {activity$: {subscribe: () => ({unsubscribe() {}})}, connectionStatus$: {subscribe: (o) => { (o.next || o)(2); return {unsubscribe() {}}; }}, postActivity: () => ({subscribe() {}}), end() {}}}, document.getElementById("chat"))</script>""",
}


class Files(http.server.SimpleHTTPRequestHandler):
    """Serves the pages and the packages, small."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        name = self.path.strip("/")
        kind = "text/javascript" if name.endswith(".js") else "text/html"
        body = PAGES[name].encode() if name in PAGES else self._file(name)
        packed = gzip.compress(body)
        self.send_response(200)
        for header, value in (
            ("Content-Type", kind),
            ("Content-Encoding", "gzip"),
            ("Content-Length", str(len(packed))),
        ):
            self.send_header(header, value)
        self.end_headers()
        self.wfile.write(packed)

    def do_POST(self) -> None:
        """Answer as deep-chat expects it."""
        self.rfile.read(int(self.headers["Content-Length"]))
        body = json.dumps({"text": "You usually do not need an office visit for this."}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _file(self, name: str) -> bytes:
        path = RIVALS / "node_modules" / name
        return path.read_bytes() if path.is_file() else b""

    def log_message(self, *_: Any) -> None:
        pass


def serve() -> str:
    """Serve them on this machine; return the address."""
    files = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Files)
    threading.Thread(target=files.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{files.server_port}"


def install() -> None:
    """Get both, once."""
    if not (RIVALS / "node_modules").exists():
        RIVALS.mkdir(parents=True, exist_ok=True)
        shutil.copy(HERE / "package.json", RIVALS)
        subprocess.run(
            ["npm", "install", "--ignore-scripts", "--no-audit"], cwd=RIVALS, check=True, capture_output=True
        )  # noqa: S607
