"""Keeping the knowledge of a running server fresh: files that changed are read, files with mistakes are not.

While something is wrong in the files, the last good knowledge stays in use and every problem is logged with file,
line and fix, once for each change of the files.
"""

from __future__ import annotations

import logging
import threading
import time
from pathlib import Path
from typing import Callable, Optional, Tuple

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.compiling import open_knowledge, read_compiled
from bot.knowledge.problems import KnowledgeError

logger = logging.getLogger(__name__)

LOOK_EVERY_SECONDS = 5.0

Stamp = Tuple[Tuple[str, int, int], ...]


class LiveKnowledge:
    """The knowledge in use, replaced when its files change for the better."""

    def __init__(self, folder: Path, target: Path, clock: Callable[[], float] = time.monotonic) -> None:
        """Open the knowledge; with mistakes in the files, the one compiled last.

        Args:
            folder: ``data/knowledge``.
            target: the compiled file.
            clock: seconds that only grow.

        Raises:
            KnowledgeError: the files have mistakes, and there is no good compiled file to fall back on.
        """
        self._folder = folder
        self._target = target
        self._clock = clock
        self._seen = _stamp(folder)
        self._look_at = clock() + LOOK_EVERY_SECONDS
        self._reading: Optional[threading.Thread] = None
        self._base = self._open_or_fall_back()

    def current(self) -> KnowledgeBase:
        """Return the knowledge in use. Looks for changes now and then; reading them never delays a reply."""
        now = self._clock()
        if now >= self._look_at and not (self._reading and self._reading.is_alive()):
            self._look_at = now + LOOK_EVERY_SECONDS
            stamp = _stamp(self._folder)
            if stamp != self._seen:
                self._seen = stamp
                self._reading = threading.Thread(target=self._read, name="knowledge", daemon=True)
                self._reading.start()
        return self._base

    def wait(self) -> None:
        """Wait until a change that was noticed has been read."""
        if self._reading:
            self._reading.join()

    def _read(self) -> None:
        try:
            self._base = open_knowledge(self._folder, self._target)
            logger.warning("the knowledge files changed and are in use now: %d tasks", len(self._base.tasks))
        except KnowledgeError as error:
            _log(error)
        except Exception as error:  # whatever is wrong with the files, the server goes on with what it has
            logger.error("the changed knowledge files could not be read: %s", type(error).__name__)
            self._seen = ()  # a file may have vanished for a moment: look again

    def _open_or_fall_back(self) -> KnowledgeBase:
        try:
            return open_knowledge(self._folder, self._target)
        except KnowledgeError as error:
            last_good = _compiled_before(self._target)
            if last_good is None:
                raise
            _log(error)
            return last_good


def _compiled_before(target: Path) -> Optional[KnowledgeBase]:
    if not target.exists():
        return None
    try:
        return read_compiled(target)
    except Exception:  # written by another version of the program: of no use
        return None


def _log(error: KnowledgeError) -> None:
    for problem in error.problems:
        logger.error("%s", problem)
    logger.error("the last good knowledge stays in use until this is mended")


def _stamp(folder: Path) -> Stamp:
    return tuple((path.relative_to(folder).as_posix(), *_state(path)) for path in sorted(folder.rglob("*.yml")))


def _state(path: Path) -> Tuple[int, int]:
    """Return when a file was changed and its size; zeros for one that is just being replaced, or an editor's mark."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
