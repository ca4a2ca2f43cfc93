"""1,000 senders at 50 messages a second through the fake provider: how long answers take, what is lost, what is answered twice.

python -m benchmarks.sms.load --senders 1000 --rate 50 --messages 3
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Dict, List
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "sms"))
import sms_running as running  # noqa: E402

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
            provider.text("+12025550100", "hello")
            sent = texts(given.senders, given.messages)
            began = time.perf_counter()
            results = provider.texts(sent, order="together", rate=given.rate)
            took = time.perf_counter() - began
            _wait_for_all(provider, len(sent) + 1)
            _report(provider, results, took, len(sent))


def _wait_for_all(provider: Any, expected: int, seconds: float = 90) -> None:
    end = time.monotonic() + seconds
    while provider.totals()["texts"] < expected and time.monotonic() < end:
        time.sleep(0.5)


def _report(provider: Any, results: List[Dict[str, Any]], took: float, sent: int) -> None:
    inbox = provider.call("/phones/inbox")
    answered = [entry["answers"] for entries in inbox.values() for entry in entries if entry["way"] == "answer"]
    by_itself = sum(entry["way"] == "rest" for entries in inbox.values() for entry in entries)
    received = {number: len(entries) for number, entries in inbox.items()}
    times = sorted(result["seconds"] for result in results)
    totals = provider.totals()
    lost = sent + 1 - totals["texts"]
    print(f"{sent} texts in {took:.1f} s ({sent / took:.1f} a second), statuses {totals['statuses']}")
    print(
        f"time to the answer of the request: p50 {times[len(times) // 2]:.3f} s, p95 {times[int(len(times) * 0.95)]:.3f} s, most {times[-1]:.3f} s"
    )
    print(
        f"answered in the response {len(answered)}, by itself {by_itself}; answered twice {len(answered) - len(set(answered))}; lost {lost}"
    )
    print(f"{totals['segments']} segments, {len(received)} phones got texts")


if __name__ == "__main__":
    main()
