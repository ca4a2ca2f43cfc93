"""Server processes: started on a free loopback port, waited for, weighed, and stopped."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Iterator

from benchmarks.workspace import environment

LONGEST_START = 180.0
_STOP_SECONDS = 15


@dataclass(frozen=True)
class Served:
    """A server that answers: its address, its process, and how many seconds it took to get ready."""

    url: str
    pid: int
    start_seconds: float


def free_port() -> int:
    """Return a loopback port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def assistant(folder: Path) -> Iterator[Served]:
    """Serve the assistant in ``folder`` by the project's own start command."""
    port = free_port()
    with _running([sys.executable, "-m", "bot.runtime"], folder, port, "/health", ADVISOR_PORT=str(port)) as served:
        yield served


@contextmanager
def action_server(folder: Path, port: int) -> Iterator[Served]:
    """Serve the actions of ``folder`` over HTTP."""
    command = [sys.executable, "-m", "rasa_sdk", "--actions", "actions", "--port", str(port)]
    with _running(command, folder, port, "/health") as served:
        yield served


@contextmanager
def _running(command: list[str], folder: Path, port: int, health: str, **more: str) -> Iterator[Served]:
    url = f"http://127.0.0.1:{port}"
    started = time.monotonic()
    with (folder / f"{command[2]}.log").open("w", encoding="utf-8") as log:
        process = subprocess.Popen(
            command, cwd=folder, env=environment(folder, **more), stdout=log, stderr=log, stdin=subprocess.DEVNULL
        )
        try:
            _wait_ready(url + health, process, started)
            yield Served(url, process.pid, time.monotonic() - started)
        finally:
            _stop(process)


def _wait_ready(url: str, process: "subprocess.Popen[bytes]", started: float) -> None:
    while time.monotonic() - started < LONGEST_START:
        if process.poll() is not None:
            raise RuntimeError(f"the server ended with status {process.returncode} before it was ready")
        try:
            with urllib.request.urlopen(url, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"the server was not ready after {LONGEST_START:.0f} seconds")


def _stop(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    try:
        process.wait(_STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def rss_mb(pid: int) -> float:
    """Return the resident memory of a process in MB (10^6 bytes)."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
    except FileNotFoundError:  # no /proc on this system
        kilobytes = subprocess.run(["ps", "-o", "rss=", "-p", str(pid)], capture_output=True, text=True, check=True)
        return int(kilobytes.stdout) * 1024 / 1e6


def import_floor(folder: Path) -> tuple[float, float]:
    """Return seconds and MB of a Python that imports Rasa and does nothing else."""
    script = "import os, rasa.core.agent; from benchmarks.processes import rss_mb; print(rss_mb(os.getpid()))"
    env = environment(folder, PYTHONPATH=str(Path(__file__).resolve().parent.parent))
    started = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", script], env=env, cwd=folder, capture_output=True, text=True, check=True
    )
    return time.monotonic() - started, float(done.stdout.split()[-1])
