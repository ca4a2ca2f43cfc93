"""Problems found in knowledge files: where, what, and how to mend it; all of them, not only the first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Iterable, Tuple


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend.

    Attributes:
        file: path relative to the project.
        line: 1 is the first line.
        message: what is wrong.
        fix: what to do.
    """

    file: str
    line: int
    message: str
    fix: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}\n    fix: {self.fix}"


class KnowledgeError(ValueError):
    """Raised when knowledge cannot be used; carries every problem found.

    Attributes:
        problems: in order of file and line.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Tuple[Problem, ...] = tuple(sorted(set(problems)))
        count = "1 problem" if len(self.problems) == 1 else f"{len(self.problems)} problems"
        super().__init__("\n".join([*map(str, self.problems), f"{count} in the knowledge files"]))
