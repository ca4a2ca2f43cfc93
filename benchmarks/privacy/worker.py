"""Redacts messages with one tool: JSON lines in, JSON lines out. Runs in the environment that has the tool.

``python -m benchmarks.privacy.worker presidio-analyzer`` reads ``{"lang": ..., "text": ...}`` lines. It writes one line
about the tool and then one for each message: the redacted text and the microseconds, or the kind of error.
Nothing of the project is imported but, for ``ours``, the redaction; nothing may reach a network.
"""

from __future__ import annotations

import inspect
import json
import socket
import sys
import time
from importlib.metadata import version
from typing import Any, Callable, NamedTuple

LANGUAGES = ("en", "es", "fr")
REPEATS = 3
"""Each message is redacted so often; the shortest time counts, which is the one least disturbed by other work."""
WARM_UP = 20
RIVALS = ("presidio_analyzer", "scrubadub")
NOT_INSTALLED = 3
"""The exit code when this environment has not got one of them."""

Redact = Callable[[str, str], str]
"""Takes a text and its language, and gives the text without identifiers."""


class Tool(NamedTuple):
    """A tool that is ready: its version, the parts of it that are in use, and how to call it."""

    version: str
    parts: list[str]
    redact: Redact


def ours() -> Tool:
    """Make ready this project's redaction, which is not told the language."""
    from bot.privacy.redact import redact

    return Tool("", [], lambda text, lang: redact(text).text)


def presidio() -> Tool:
    """Make ready every pattern recognizer for all countries or for the US, in each language, at the default threshold (0).

    The US recognizers are made for Spanish and French, too, though Presidio by itself offers them for English only. The
    spaCy pipelines are blank: words are split, but no names, places or dates are found by a model.
    """
    import presidio_analyzer.predefined_recognizers as predefined
    import spacy
    from presidio_analyzer import AnalyzerEngine, PatternRecognizer, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    class Blank(SpacyNlpEngine):
        """Splits words; has no model."""

        def load(self) -> None:
            self.nlp = {lang: spacy.blank(lang) for lang in LANGUAGES}

    found: list[Any] = [made for _, made in inspect.getmembers(predefined, inspect.isclass)]
    patterns = [
        made
        for made in found
        if (issubclass(made, PatternRecognizer) or made is predefined.PhoneRecognizer)
        and (made.__module__.split(".")[-2] in ("generic", "us"))
    ]
    registry = RecognizerRegistry(
        recognizers=[made(supported_language=lang) for lang in LANGUAGES for made in patterns],
        supported_languages=list(LANGUAGES),
    )
    engine = AnalyzerEngine(registry=registry, nlp_engine=Blank(), supported_languages=list(LANGUAGES))

    def redact(text: str, lang: str) -> str:
        spans = [(hit.start, hit.end, hit.entity_type) for hit in engine.analyze(text, language=lang)]
        return without(text, spans)

    return Tool(version("presidio-analyzer"), [made.__name__ for made in patterns], redact)


def scrubadub() -> Tool:
    """Make ready the default detectors for the US and the optional ones that need no download (all but names).

    The locale is en_US for every language: its number formats are those of the US, and with another language the detector
    of birth dates refuses to work.
    """
    import scrubadub as package
    import scrubadub.detectors.date_of_birth
    import scrubadub.detectors.skype

    scrubber = package.Scrubber(locale="en_US")
    scrubber.add_detector(scrubadub.detectors.date_of_birth.DateOfBirthDetector)
    scrubber.add_detector(scrubadub.detectors.skype.SkypeDetector)
    return Tool(version("scrubadub"), sorted(scrubber._detectors), lambda text, lang: scrubber.clean(text))


TOOLS: dict[str, Callable[[], Tool]] = {"ours": ours, "presidio-analyzer": presidio, "scrubadub": scrubadub}


def without(text: str, spans: list[tuple[int, int, str]]) -> str:
    """Replace spans, which may overlap, by the kind of the first of those that touch."""
    pieces, done = [], 0
    for start, end, kind in sorted(spans):
        if start >= done:
            pieces += [text[done:start], f"<{kind}>"]
        done = max(done, end)
    return "".join([*pieces, text[done:]])


def answer(redact: Redact, text: str, lang: str) -> dict[str, Any]:
    """Redact one message some times."""
    took = []
    for _ in range(REPEATS):
        started = time.perf_counter_ns()
        try:
            result = redact(text, lang)
        except Exception as error:  # whatever a tool raises is its result
            return {"error": type(error).__name__}
        took.append((time.perf_counter_ns() - started) / 1000)
    return {"text": result, "microseconds": round(min(took), 1)}


def main() -> int:
    """Answer every message of the standard input."""
    _forbid_network()
    try:
        tool = TOOLS[sys.argv[1]]()
    except ModuleNotFoundError as error:
        if error.name not in RIVALS:
            raise
        return NOT_INSTALLED
    messages = [json.loads(line) for line in sys.stdin]
    print(json.dumps({"version": tool.version, "parts": tool.parts}))
    for message in messages[:WARM_UP]:
        answer(tool.redact, message["text"], message["lang"])
    for message in messages:
        print(json.dumps(answer(tool.redact, message["text"], message["lang"])))
    return 0


def _forbid_network() -> None:
    """Presidio would fetch a list of the endings of internet names; it has one of its own for when it cannot."""

    def refuse(*_: Any, **__: Any) -> Any:
        raise OSError("the benchmark uses no network")

    socket.socket.connect = refuse  # type: ignore[method-assign]
    socket.getaddrinfo = refuse


if __name__ == "__main__":
    sys.exit(main())
