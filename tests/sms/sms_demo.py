"""``make sms-demo``: a phone in the terminal, the fake provider and the real assistant behind it. Nothing leaves this machine.

Type a text. ``:wait 48`` lets 48 hours pass, ``:picture`` sends one (words behind it go with it), ``:empty`` an empty text,
``:phone`` takes another phone, ``:quit`` ends.
Lines can also come from a file: ``make sms-demo < conversation.txt``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Any, Dict, List
from uuid import uuid4

import sms_running as running
from sms_running import Provider

WIDTH = 60
SERVED = Path(__file__).with_name("sms_served.py")


class Phone:
    """A phone that shows what arrives."""

    def __init__(self, provider: Provider, clock: Path) -> None:
        self._provider = provider
        self._clock = clock
        self._number = "+12025550100"
        self._shown = 0

    def run(self) -> None:
        echo = not sys.stdin.isatty()
        while True:
            print("you> ", end="", flush=True)
            line = sys.stdin.readline()
            if not line or line.strip() == ":quit":
                print()
                return
            line = line.rstrip("\n")
            if echo:
                print(line)
            if line.startswith(":"):
                self._command(line[1:].split())
            elif line and not line.startswith("#"):
                self._send(line)

    def _command(self, words: List[str]) -> None:
        if words[:1] == ["wait"]:
            hours = float(words[1])
            self._clock.write_text(str(float(self._clock.read_text()) + hours * 3600))
            print(f"      ({hours:g} hours later)")
        elif words == ["phone"]:
            self._number, self._shown = f"+1202555{int(self._number[-4:]) + 1:04}", 0
            print(f"      (another phone, {self._number})")
        elif words[:1] == ["picture"]:
            self._send(" ".join(words[1:]), media=1)
        elif words == ["empty"]:
            self._send("")
        else:
            print("      (no such command)")

    def _send(self, text: str, **more: Any) -> None:
        self._provider.text(self._number, text, **more)
        arrived = self._provider.inbox(self._number)
        if len(arrived) == self._shown:
            print("      (silence)")
        for message in arrived[self._shown :]:
            self._show(message)
        self._shown = len(arrived)

    def _show(self, message: Dict[str, Any]) -> None:
        for line in message["text"].split("\n"):
            print(f"    | {line}")
        print(
            f"      [{message['segments']} segment{'s' if message['segments'] > 1 else ''}, {message['encoding']}, by {message['way']}]"
        )


def main() -> int:
    """Run until the input ends."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        clock = folder / "clock"
        clock.write_text("0")
        port, provider_port, token = running.free_port(), running.free_port(), uuid4().hex
        environment = running.settings_for(provider_port, token, port, folder, SMS_CLOCK=str(clock))
        webhook = f"http://127.0.0.1:{port}/webhooks/sms/webhook"
        print("The provider and the assistant start (about 15 seconds) ...", flush=True)
        with (
            running.provider(webhook, token, provider_port) as provider,
            running.assistant(environment, folder / "log", str(SERVED)),
        ):
            print(__doc__.split("\n\n")[1])
            Phone(provider, clock).run()
            totals = provider.totals()
    print(f"{totals['texts']} texts, {totals['segments']} segments, about ${totals['cost']:.2f} at $0.0118 a segment")
    return 0


if __name__ == "__main__":
    sys.exit(main())
