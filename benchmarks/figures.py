"""Numbers: medians with their range, percentiles, and the file that keeps them."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import median
from typing import Any, Sequence

Figure = dict[str, Any]
"""A measured value: ``median``, ``min``, ``max`` and how often it was measured, ``repeats``."""


def figure(values: Sequence[float]) -> Figure | None:
    """Return the median of repeated measurements with their range; ``None`` when there are none."""
    if not values:
        return None
    low, high = min(values), max(values)
    return {"median": _round(median(values)), "min": _round(low), "max": _round(high), "repeats": len(values)}


def percentile(values: Sequence[float], share: float) -> float:
    """Return the value below which ``share`` (0..1) of the values lie (nearest rank)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


class Results:
    """Figures by assistant and part. Each part is on the disk as soon as it is put in."""

    def __init__(self, path: Path) -> None:
        """Read what an earlier run left in ``path``."""
        self._path = path
        self.all: dict[str, Any] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}

    def put(self, assistant: str, part: str, value: Any) -> None:
        """Keep a part."""
        self.all.setdefault(assistant, {})[part] = value
        write_json(self._path, self.all)

    def get(self, assistant: str, part: str) -> Any:
        """Return a part, or ``None``."""
        return self.all.get(assistant, {}).get(part)


def write_json(path: Path, data: Any) -> None:
    """Write readable JSON."""
    path.write_text(json.dumps(data, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _round(value: float) -> float:
    return float(f"{value:.4g}")
