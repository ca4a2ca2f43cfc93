"""Components that need no training: they are made from the knowledge of today, so that a change in it needs none."""

from __future__ import annotations

from abc import abstractmethod
from typing import Any, Dict, Text, Type, TypeVar

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage

from bot.config import KNOWLEDGE_FILES, read_settings
from bot.knowledge import KnowledgeBase, open_knowledge

ComponentT = TypeVar("ComponentT", bound="FromKnowledge")


class FromKnowledge(GraphComponent):
    """Base of such components; each says in :meth:`of` how it is made."""

    @classmethod
    @abstractmethod
    def of(cls: Type[ComponentT], config: Dict[Text, Any], base: KnowledgeBase) -> ComponentT:
        """Create the component from its settings and the knowledge."""

    @classmethod
    def create(
        cls: Type[ComponentT],
        config: Dict[Text, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> ComponentT:
        """Create the component as Rasa asks for it."""
        return cls.of(config, open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db))
