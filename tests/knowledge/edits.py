"""Mistakes that tests make in copies of the files, and where they stand then."""

from __future__ import annotations

from pathlib import Path


def edit(path: Path, old: str, new: str, after: str = "") -> None:
    """Write ``new`` in the place of the first ``old`` that follows ``after``; it must be there, or the test would test nothing."""
    text = path.read_text(encoding="utf-8")
    at = text.find(old, text.index(after))
    assert at >= 0, f"{path.name} has no {old!r}"
    path.write_text(text[:at] + new + text[at + len(old) :], encoding="utf-8")


def line_of(path: Path, part: str) -> int:
    """Return the number of the first line with ``part``; remarks do not count."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, start=1) if part in line and not line.startswith("#"))
