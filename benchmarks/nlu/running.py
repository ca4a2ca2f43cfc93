"""The trained assistant run over the tables: what each message was taken for, and what was offered when it was not sure."""

from __future__ import annotations

import asyncio
import time
from typing import Any, Dict, List, NamedTuple, Optional, Sequence, Tuple

from benchmarks.nlu.tables import Example, Stated, TwoNeeds
from bot.config import KNOWLEDGE_FILES, ConfigurationError, read_settings
from bot.knowledge import open_knowledge
from bot.knowledge.naming import known_phrases
from bot.nlu.finer_intents import DETAIL, WIDER, wider
from bot.privacy.redact import redact
from bot.text import bare

UNSURE = "nlu_fallback"
OUT_OF_SCOPE = "out_of_scope"


class Outcome(NamedTuple):
    """What became of a message.

    Attributes:
        example: the message and its intent, as programs know it.
        finer: the intent as finely as the table tells it, and ``found`` as finely as the pipeline does.
        taken_for: the intent that was acted on, or ``nlu_fallback``.
        offered: what "did you mean" offered, when it asked back.
        ranking: the intents of the model with their confidences, likeliest first.
        needs: the needs found, when more than one.
        milliseconds: time to parse.
    """

    example: Example
    finer: str
    found: Optional[str]
    taken_for: Optional[str]
    offered: Tuple[str, ...]
    ranking: Tuple[Tuple[str, float], ...]
    needs: Tuple[str, ...]
    milliseconds: float

    @property
    def result(self) -> str:
        """``right``, ``offered`` (asked back with the right one among the choices), ``asked`` (without it) or ``wrong``."""
        if self.taken_for == self.example.intent:
            return "right"
        if self.taken_for in (UNSURE, None):
            return "offered" if self.example.intent in self.offered else "asked"
        return "wrong"

    @property
    def has_detail(self) -> bool:
        """Whether the intent is told apart more finely, by the table or by the pipeline."""
        return self.result == "right" and (self.finer in WIDER or self.found in WIDER)

    @property
    def confidence(self) -> float:
        """Confidence of the likeliest intent, acted on or not."""
        return self.ranking[0][1] if self.ranking else 0.0

    @property
    def likeliest(self) -> Optional[str]:
        """The likeliest intent, acted on or not."""
        return self.ranking[0][0] if self.ranking else None

    def confidence_in(self, intent: str) -> float:
        """Confidence of one intent; 0 when it is not among those reported."""
        return dict(self.ranking).get(intent, 0.0)


class Runner:
    """The newest trained model with its actions, in this process."""

    def __init__(self) -> None:
        """Load the model.

        Raises:
            SystemExit: there is none, or no tagger.
        """
        from rasa.core.agent import Agent
        from rasa.utils.endpoints import EndpointConfig

        from bot.runtime.in_process_actions import IN_PROCESS_URL, load_actions
        from bot.runtime.trained import trained_model

        load_actions()
        try:
            model = trained_model()
        except ConfigurationError as missing:
            raise SystemExit(str(missing)) from None
        self._agent: Any = Agent.load(model, action_endpoint=EndpointConfig(IN_PROCESS_URL, selective_domain=True))
        base = open_knowledge(KNOWLEDGE_FILES, read_settings().knowledge_db)
        self._phrases = known_phrases(base)
        self._loop = asyncio.new_event_loop()

    def parse(self, text: str) -> Dict[str, Any]:
        """Return what the pipeline makes of a message, redacted as in every channel."""
        parsed: Dict[str, Any] = self._loop.run_until_complete(self._agent.parse_message(redact(text).text))
        return parsed

    def outcomes(self, examples: Sequence[Example]) -> List[Outcome]:
        """Return what becomes of each message as the first of a conversation."""
        return [self._outcome(example) for example in examples]

    def _outcome(self, example: Example) -> Outcome:
        start = time.perf_counter()
        parsed = self.parse(example.text)
        milliseconds = (time.perf_counter() - start) * 1000
        taken = parsed["intent"]["name"]
        found = parsed["intent"].get(DETAIL) or taken
        offered = self._offered(example.text) if taken in (UNSURE, None) else ()
        ranking = tuple((e["name"], e["confidence"]) for e in parsed["intent_ranking"] if e["name"] != UNSURE)
        told = example._replace(intent=wider(example.intent))
        needs = tuple(parsed.get("needs") or ())
        return Outcome(told, example.intent, found, taken, offered, ranking, needs, milliseconds)

    def _offered(self, text: str) -> Tuple[str, ...]:
        from uuid import uuid4

        from rasa.core.channels.channel import CollectingOutputChannel, UserMessage

        output = CollectingOutputChannel()
        message = UserMessage(redact(text).text, output, uuid4().hex, input_channel="rest")
        self._loop.run_until_complete(self._agent.handle_message(message))
        titles = [button["title"] for sent in output.messages for button in sent.get("buttons", [])]
        return tuple(wider(self._phrases.get(bare(title), title)) for title in titles)

    def needs(self, rows: Sequence[TwoNeeds]) -> List[Tuple[TwoNeeds, Tuple[str, ...]]]:
        """Return the needs found in each message; one need counts as none found besides the intent."""
        return [(row, tuple(self.parse(row.text).get("needs") or ())) for row in rows]

    def circumstances(self, rows: Sequence[Stated]) -> List[Tuple[Stated, Dict[str, str]]]:
        """Return the circumstances found in each message."""
        found = []
        for row in rows:
            entities = self.parse(row.text)["entities"]
            found.append(
                (row, {e["entity"]: str(e["value"]) for e in entities if e["extractor"] == "CircumstanceExtractor"})
            )
        return found
