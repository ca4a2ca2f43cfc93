"""Makes the widget's files small when the server starts. What is served is the same program, with all its names.

The parts of the panel are joined into one file, so that a slow network is asked once and not a dozen times; then comments and
spaces go. To look inside, open bot/widget/widget/ beside the browser's own "pretty print".
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import List, Text

from rcssmin import cssmin
from rjsmin import jsmin

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./(\w+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|class|const) )", re.MULTILINE)
_NOT_UNDERSTOOD = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def joined(folder: Path, main: Text, apart: Text) -> Text:
    """Join the modules of a folder into one.

    Args:
        folder: where they are; each is written plainly: named imports from "./name.js", and ``export`` before a declaration.
        main: name of the module that is loaded; its exports stay.
        apart: name of the module that stays a file of its own.

    Raises:
        ValueError: an import or export is written in another way; the message quotes it.
    """
    wanted: List[Text] = []
    parts: List[Text] = []
    for path in sorted(folder.glob("*.js"), key=lambda path: (path.stem == main, path.stem)):
        if path.stem == apart:
            continue
        text = path.read_text(encoding="utf-8")
        wanted += [
            name.strip() for names, module in _IMPORT.findall(text) if module == apart for name in names.split(",")
        ]
        text = _IMPORT.sub("", text)
        text = text if path.stem == main else _EXPORT.sub("", text)
        odd = _NOT_UNDERSTOOD.search(_EXPORT.sub("", text))
        if odd:
            raise ValueError(f"{path.name}: write this import or export as the others: {odd.group(0)}")
        parts.append(text)
    return f'import {{ {", ".join(sorted(set(wanted)))} }} from "./{apart}.js";\n' + "".join(parts)


def small(name: Text, text: Text) -> Text:
    """Take comments and spaces out of a script or style sheet."""
    packed: Text = jsmin(text) if name.endswith(".js") else cssmin(text)
    return packed
