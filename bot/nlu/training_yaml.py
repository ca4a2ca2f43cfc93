"""What the readers of training files share: YAML with places, so that a mistake is told with its file and line."""

from __future__ import annotations

from pathlib import Path
from typing import Iterator, List, Optional, Text, Tuple

from rasa.shared.exceptions import RasaException
from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

_BULLET = "- "


class TrainingFileError(RasaException):
    """A training file has a mistake; the message names the file, the line and the fix."""


def compose(path: Path) -> Optional[Node]:
    """Return the file's content as nodes that know their lines.

    Raises:
        TrainingFileError: it is not YAML.
    """
    try:
        return YAML(typ="safe").compose(path.read_text(encoding="utf-8"))
    except MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise TrainingFileError(f"{path}:{line}: this is not YAML: {error.problem}.") from error


def entries(path: Path, root: Optional[Node], key: Text) -> List[Node]:
    """Return the entries of the list under a key at the top of a file."""
    listed = value_of(root, key)
    if not isinstance(listed, SequenceNode):
        raise mistake(path, root, f"there is no list under '{key}:'", f"start it with '{key}:' and '- ...'")
    return list(listed.value)


def lines_of(path: Path, block: ScalarNode) -> Iterator[Tuple[int, Text]]:
    """Return line number and text of each message in a block of lines that start with a dash."""
    for number, line in enumerate(block.value.splitlines(), start=block.start_mark.line + 2):
        text = line.strip()
        if text and not text.startswith(_BULLET):
            raise TrainingFileError(f"{path}:{number}: a message starts with '- ', one message a line.")
        if text:
            yield number, text[len(_BULLET) :].strip()


def value_of(node: Optional[Node], key: Text) -> Optional[Node]:
    """Return what stands under a key, or ``None``."""
    if not isinstance(node, MappingNode):
        return None
    return next((value for name, value in node.value if name.value == key), None)


def mistake(path: Path, node: Optional[Node], what: Text, fix: Text) -> TrainingFileError:
    """Return the error that says what is wrong with a node and how to mend it."""
    line = node.start_mark.line + 1 if node is not None else 1
    return TrainingFileError(f"{path}:{line}: {what}; {fix}.")
