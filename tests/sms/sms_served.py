"""The served assistant with a clock that can be set forward: seconds in the file that SMS_CLOCK names are added to the time of day."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

_FILE = Path(os.environ["SMS_CLOCK"])
_real = time.time


def _set_forward() -> float:
    return _real() + float(_FILE.read_text() or 0)


def main() -> int:
    """Serve."""
    time.time = _set_forward  # before anything takes the clock as a default
    from bot.runtime.__main__ import main as serve

    return serve()


if __name__ == "__main__":
    sys.exit(main())
