"""``python -m bot.runtime``: serve the assistant."""

from __future__ import annotations

import sys

from bot.config import KNOWLEDGE_FILES, ConfigurationError, read_settings
from bot.knowledge import KnowledgeError, open_knowledge
from bot.runtime.promises import check_promises


def main() -> int:
    """Serve; a wrong setting or knowledge that cannot be used ends with a sentence that says what to do."""
    try:
        settings = read_settings()
        check_promises(settings, open_knowledge(KNOWLEDGE_FILES, settings.knowledge_db))
        from bot.runtime.server import serve  # Rasa takes seconds to import: settings are checked before

        serve(settings)
    except (ConfigurationError, KnowledgeError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
