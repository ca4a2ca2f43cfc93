"""Real PostgreSQL and Redis servers for tests: on loopback, in a folder of their own, gone afterwards."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from contextlib import contextmanager
from glob import glob
from pathlib import Path
from typing import Iterator, List, Optional

import pytest

PACKAGES = {"pg_ctl": "postgresql", "redis-server": "redis-server"}
"""Program -> Debian package."""

LONGEST_START = 30.0


@contextmanager
def postgresql(folder: Path) -> Iterator[str]:
    """Run a server; yields its address for SQLAlchemy."""
    control, port = Path(_program("pg_ctl")), _free_port()
    data = folder / "postgresql"
    data.mkdir()
    if os.geteuid() == 0:  # the server refuses to run as root
        for parent in [data, *data.parents]:
            if str(parent).startswith(str(folder.anchor + "tmp")) and parent != Path("/tmp"):  # noqa: S108
                parent.chmod(0o755)
        shutil.chown(data, "postgres")
        data.chmod(0o700)
    _run([str(control.with_name("initdb")), "-D", str(data), "-U", "test", "-A", "trust"])
    options = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off"
    _run([str(control), "-D", str(data), "-w", "-l", str(data / "log"), "-o", options, "start"])
    try:
        yield f"postgresql://test@127.0.0.1:{port}/postgres"
    finally:
        _run([str(control), "-D", str(data), "-m", "immediate", "stop"])


@contextmanager
def redis(folder: Path) -> Iterator[str]:
    """Run a server; yields its address."""
    port = _free_port()
    command = [_program("redis-server"), "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603
    try:
        _wait_for(port)
        yield f"redis://127.0.0.1:{port}/0"
    finally:
        process.terminate()
        process.wait()


def _program(name: str) -> str:
    """Return where a program is; install it when this user may.

    Without it a test on one's own machine is skipped, and a test in CI fails: it must not pass unseen.
    """
    found = _find(name)
    if found is None and os.geteuid() == 0 and shutil.which("apt-get"):
        for command in (["apt-get", "update", "-q"], ["apt-get", "install", "-q", "-y", PACKAGES[name]]):
            subprocess.run(command, check=False, capture_output=True)  # noqa: S603
        found = _find(name)
    if found is None:
        complain = pytest.fail if os.environ.get("CI") else pytest.skip
        complain(f"{name} is missing: install the Debian package {PACKAGES[name]}")
    assert found is not None
    return found


def _find(name: str) -> Optional[str]:
    return next(iter(sorted(glob(f"/usr/lib/postgresql/*/bin/{name}"), reverse=True)), None) or shutil.which(name)


def _run(command: List[str]) -> None:
    as_other = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    done = subprocess.run([*as_other, *command], check=False, capture_output=True, text=True, cwd="/")  # noqa: S603
    assert done.returncode == 0, f"{command[0]}: {done.stdout}{done.stderr}"


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(port: int) -> None:
    end = time.monotonic() + LONGEST_START
    while time.monotonic() < end:
        with socket.socket() as knock:
            if knock.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError(f"nothing listens on port {port}")
