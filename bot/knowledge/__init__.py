"""Knowledge: YAML files, checked and proved, compiled to SQLite, and queries on it."""

from bot.knowledge.base import KnowledgeBase
from bot.knowledge.compiling import open_knowledge
from bot.knowledge.loading import load_files
from bot.knowledge.problems import KnowledgeError, Problem

__all__ = ["KnowledgeBase", "KnowledgeError", "Problem", "load_files", "open_knowledge"]
