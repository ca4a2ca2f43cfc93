"""10,000 forged, replayed and malformed requests: none may be accepted, none may break the server.

python -m benchmarks.sms.forgeries --requests 10000
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path
from typing import Dict, Tuple
from urllib.parse import urlencode
from uuid import uuid4

import aiohttp
from twilio.request_validator import RequestValidator

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "sms"))
import sms_running as running  # noqa: E402

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
AT_ONCE = 40


class Forger:
    """Makes requests that must not be accepted, of many kinds, and remembers those that were taken once."""

    def __init__(self, url: str, token: str, seed: int = 7) -> None:
        self.url = url
        self._token = token
        self._chance = random.Random(seed)
        self.genuine: list[Tuple[bytes, Dict[str, str]]] = []

    def form(self) -> Dict[str, str]:
        number = f"+1{self._chance.randrange(2_000_000_000, 9_999_999_999)}"
        texts = ["STOP", "hello", "i need a card", "/restart", "\U0001f600" * 50, "a" * 1600, "'; DROP TABLE asides;--"]
        return {
            "MessageSid": f"SM{uuid4().hex}", "AccountSid": running.ACCOUNT, "From": number, "To": "+12025550199",
            "Body": self._chance.choice(texts), "NumMedia": "0",
        }  # fmt: skip

    def sign(self, form: Dict[str, str], url: str = "", token: str = "") -> Dict[str, str]:
        return {
            **FORM,
            "X-Twilio-Signature": RequestValidator(token or self._token).compute_signature(url or self.url, form),
        }

    def make(self) -> Tuple[str, bytes, Dict[str, str]]:
        """Return the kind, the body and the headers of one request."""
        form, chance = self.form(), self._chance
        body = urlencode(form).encode()
        kind = chance.choice(
            [
                "unsigned",
                "made up",
                "other key",
                "other url",
                "changed",
                "twice",
                "other account",
                "replay",
                "garbage",
                "cut",
                "json",
                "no text",
            ]
        )
        if kind == "replay":
            return (kind, *chance.choice(self.genuine))
        if kind == "unsigned":
            return kind, body, FORM
        if kind == "made up":
            return (
                kind,
                body,
                {**FORM, "X-Twilio-Signature": "".join(chance.choices("abcXYZ019+/=", k=chance.choice([1, 28, 4000])))},
            )
        if kind == "other key":
            return kind, body, self.sign(form, token=uuid4().hex)
        if kind == "other url":
            return kind, body, self.sign(form, url=self.url.replace("127.0.0.1", "evil.example"))
        if kind == "changed":
            field = chance.choice(list(form))
            return kind, urlencode({**form, field: form[field] + "x"}).encode(), self.sign(form)
        if kind == "twice":
            return kind, body + b"&Body=again", self.sign(form)
        if kind == "other account":
            other = {**form, "AccountSid": "AC" + "9" * 32}
            return kind, urlencode(other).encode(), self.sign(other)
        if kind == "garbage":
            return kind, chance.randbytes(chance.randrange(1, 3000)), {**FORM, "X-Twilio-Signature": "x" * 28}
        if kind == "cut":
            return kind, body[: chance.randrange(1, len(body))], self.sign(form)
        if kind == "json":
            return (
                kind,
                b'{"Body": ' * chance.randrange(1, 2000),
                {"Content-Type": "application/json", "X-Twilio-Signature": "x" * 28},
            )
        without = chance.choice(["MessageSid", "From", "To"])
        missing = {name: value for name, value in form.items() if name != without}
        return kind, urlencode(missing).encode(), self.sign(missing)


async def attack(forger: Forger, requests: int) -> Counter[Tuple[str, str]]:
    """Send them; return how often each kind got which answer."""
    seen: Counter[Tuple[str, str]] = Counter()
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE)) as session:
        for _ in range(50):
            form = forger.form()
            body, headers = urlencode(form).encode(), forger.sign(form)
            async with session.post(forger.url, data=body, headers=headers) as answer:
                assert answer.status == 200
            forger.genuine.append((body, headers))

        async def one() -> None:
            kind, body, headers = forger.make()
            try:
                async with session.post(forger.url, data=body, headers=headers) as answer:
                    text = await answer.text()
                    seen[kind, f"{answer.status}{' with a text' if '<Message>' in text else ''}"] += 1
            except aiohttp.ClientError as error:
                seen[kind, type(error).__name__] += 1

        for start in range(0, requests, 200):
            await asyncio.gather(*(one() for _ in range(min(200, requests - start))))
    return seen


def main() -> None:
    """Print how often each kind got which answer."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--requests", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        port, token = running.free_port(), uuid4().hex
        environment = running.settings_for(1, token, port, folder)
        with running.assistant(environment, folder / "log") as url:
            began = time.perf_counter()
            seen = asyncio.run(attack(Forger(f"{url}/webhooks/sms/webhook", token), given.requests))
            took = time.perf_counter() - began
            _report(seen, took, given.requests)
            print("log:", (folder / "log").read_text().count("\n"), "lines")


def _report(seen: "Counter[Tuple[str, str]]", took: float, requests: int) -> None:
    for (kind, answer), times in sorted(seen.items()):
        print(f"{kind:14} {answer:20} {times}")
    accepted = sum(times for (kind, answer), times in seen.items() if "with a text" in answer)
    broken = sum(times for (_, answer), times in seen.items() if not answer.startswith(("200", "400", "403")))
    print(f"{requests} requests in {took:.1f} s ({requests / took:.0f} a second): accepted {accepted}, broken {broken}")


if __name__ == "__main__":
    main()
