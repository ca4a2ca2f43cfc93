"""The site file: the organization that runs this assistant, whose own help is named first."""

from __future__ import annotations

from pathlib import Path

from bot.knowledge.checking import check_facts
from bot.knowledge.problems import KnowledgeError, Problem
from bot.knowledge.reading import read_single, read_yaml
from bot.knowledge.schema.beside_tasks import SiteFile


def load_site(path: Path) -> SiteFile:
    """Load a site file.

    Raises:
        KnowledgeError: with file, line, what is wrong and how to mend it.
    """
    shown_as = str(path)
    if not path.is_file():
        raise KnowledgeError(
            [Problem(shown_as, 1, "the site file is missing", "correct ADVISOR_SITE, or leave it unset")]
        )
    document = read_yaml(path, shown_as)
    site = None if document.problems else read_single(document, SiteFile)
    if site is None:
        raise KnowledgeError(document.problems)
    check_facts(document, site, {"sources": {}})
    if document.problems:
        raise KnowledgeError(document.problems)
    return site
