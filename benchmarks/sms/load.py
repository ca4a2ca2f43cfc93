"""1,000 senders at 50 messages a second through the fake provider: how long answers take, what is lost, what is answered twice.

python -m benchmarks.sms.load --senders 1000 --rate 50 --messages 3
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Any, Dict, Iterator, List, Tuple
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "sms"))
import sms_running as running  # noqa: E402

WARM_UP = "+12025550100"
SAYS = [
    "change the bank account my benefit goes to",
    "2",
    "MORE",
    "what do i bring",
    "i lost my card",
    "my payment did not come",
    "HELP",
    "1",
]


def texts(senders: int, messages: int) -> List[Dict[str, str]]:
    """Return what is sent: each sender's messages in their order, all senders mixed."""
    return [
        {"from": f"+1202{number:07}", "text": SAYS[(number + turn) % len(SAYS)], "id": f"SM{uuid4().hex}"}
        for turn in range(messages)
        for number in range(senders)
    ]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--senders", type=int, default=1000)
    parser.add_argument("--rate", type=float, default=50)
    parser.add_argument("--messages", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        port, provider_port, token = running.free_port(), running.free_port(), uuid4().hex
        environment = running.settings_for(provider_port, token, port, folder)
        webhook = f"http://127.0.0.1:{port}/webhooks/sms/webhook"
        with (
            running.provider(webhook, token, provider_port) as provider,
            running.assistant(environment, folder / "log"),
        ):
            provider.text(WARM_UP, "hello")
            sent = texts(given.senders, given.messages)
            began = time.perf_counter()
            results = provider.texts(sent, order="together", rate=given.rate)
            took = time.perf_counter() - began
            _wait_for_all(provider, len(sent) + 1)
            _report(provider, results, took, len(sent))


def _wait_for_all(provider: Any, expected: int, seconds: float = 300) -> None:
    end = time.monotonic() + seconds
    while provider.totals()["texts"] < expected and time.monotonic() < end:
        time.sleep(0.5)


def _report(provider: Any, results: List[Dict[str, Any]], took: float, sent: int) -> None:
    """Print the figures. Who sent one text must have got one; of an answer that came by itself the phone tells whose it is."""
    inbox = {number: entries for number, entries in provider.call("/phones/inbox").items() if number != WARM_UP}
    answered = {number: len(entries) for number, entries in inbox.items()}
    asked: Counter[str] = Counter(result["from"] for result in results)
    begun = {(result["from"], turn): result["began"] for turn, result in _with_turns(results)}
    waits = sorted(
        entry["at"] - begun[number, turn]
        for number, entries in inbox.items()
        for turn, entry in enumerate(entries)
        if (number, turn) in begun
    )
    requests = sorted(result["seconds"] for result in results)
    totals = provider.totals()
    by_itself = sum(entry["way"] == "rest" for entries in inbox.values() for entry in entries)
    print(
        f"{sent} texts of {len(asked)} phones, sent in {took:.1f} s ({sent / took:.1f} a second), statuses {totals['statuses']}"
    )
    print(f"answered within {waits[-1]:.1f} s; {len(waits) / (max(waits) + took):.1f} answers a second or more")
    for name, times in (("request", requests), ("text on the phone", waits)):
        print(f"{name}: p50 {_share(times, 0.5):.2f} s, p95 {_share(times, 0.95):.2f} s, most {times[-1]:.2f} s")
    lost = sum(max(0, number - answered.get(phone, 0)) for phone, number in asked.items())
    twice = sum(max(0, answered.get(phone, 0) - number) for phone, number in asked.items())
    print(f"in the response {len(waits) - by_itself}, by itself {by_itself}; lost {lost}, answered twice {twice}")


def _with_turns(results: List[Dict[str, Any]]) -> Iterator[Tuple[int, Dict[str, Any]]]:
    seen: Counter[str] = Counter()
    for result in results:
        yield seen[result["from"]], result
        seen[result["from"]] += 1


def _share(times: List[float], share: float) -> float:
    return times[int((len(times) - 1) * share)]


if __name__ == "__main__":
    main()
