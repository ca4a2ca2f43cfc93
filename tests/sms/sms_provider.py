"""A stand-in for Twilio, as a process of its own on loopback: signs as Twilio does, repeats, reorders, hangs up, refuses, counts.

    python tests/sms/sms_provider.py --port 5050 --webhook http://127.0.0.1:5005/webhooks/sms/webhook --account AC... --token ...

Phones are moved by JSON: ``POST /phones/text`` sends texts, ``GET /phones/inbox?number=`` shows what arrived (``&count=`` waits for so many), ``POST /phones/behave``
changes what the provider does, ``GET /phones/totals`` counts. Its other side is Twilio's REST API for sending.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import random
import time
import xml.etree.ElementTree as ElementTree
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional, Set
from uuid import uuid4

import aiohttp
from aiohttp import web
from twilio.request_validator import RequestValidator

from bot.sms.encoding import measure

OUR_NUMBER = "+12025550199"
STOPS = {"stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout"}
STARTS = {"start", "unstop", "yes"}
HELPS = {"help", "info"}
DEFAULT_REPLY = {
    "stop": "You have successfully been unsubscribed. Reply START to resubscribe.",
    "start": "You have successfully been re-subscribed.",
    "help": "Reply STOP to unsubscribe. Msg&Data Rates May Apply.",
}
PATIENCE_SECONDS = 15.0
"""Twilio waits so long for the answer to a text."""


@dataclass
class Behaviour:
    """What the provider does.

    Attributes:
        rest: what its REST API answers: ``ok``, ``21610``, ``30007`` (taken, and later not delivered), ``429``, ``500``, ``hang``.
        rest_failures: so many calls get that answer, then all is well; -1 for ever.
        answers_keywords: whether it answers STOP, START and HELP itself and blocks, as Twilio does unless it is told otherwise.
        patience: seconds until it hangs up.
        public_url: under which address it signs; by default the webhook's own.
        callbacks: whether it tells what became of each text.
    """

    rest: str = "ok"
    rest_failures: int = -1
    answers_keywords: bool = False
    patience: float = PATIENCE_SECONDS
    public_url: Optional[str] = None
    callbacks: bool = False


@dataclass
class Fake:
    """The provider's state."""

    webhook: str
    account: str
    token: str
    price: float
    behaviour: Behaviour = field(default_factory=Behaviour)
    inbox: Dict[str, List[Dict[str, Any]]] = field(default_factory=dict)
    blocked: Set[str] = field(default_factory=set)
    statuses: Dict[int, int] = field(default_factory=dict)
    rest_calls: int = 0
    refused: int = 0
    waiting: "List[asyncio.Future[None]]" = field(default_factory=list)

    def deliver(self, number: str, text: str, way: str, answers: str = "") -> None:
        size = measure(text)
        entry = {
            "text": text,
            "segments": size.segments,
            "encoding": size.encoding,
            "way": way,
            "at": time.time(),
            "answers": answers,
        }
        self.inbox.setdefault(number, []).append(entry)
        for one in self.waiting:
            if not one.done():
                one.set_result(None)
        self.waiting.clear()

    async def wait_for(self, number: str, count: int, seconds: float) -> List[Dict[str, Any]]:
        """Wait until so many texts have arrived, or the time is over; return those that there are."""
        end = time.monotonic() + seconds
        while len(self.inbox.get(number, [])) < count and time.monotonic() < end:
            self.waiting.append(asyncio.get_running_loop().create_future())
            await asyncio.wait([self.waiting[-1]], timeout=end - time.monotonic())
        return self.inbox.get(number, [])

    def totals(self) -> Dict[str, Any]:
        texts = [entry for entries in self.inbox.values() for entry in entries]
        segments = sum(entry["segments"] for entry in texts)
        return {
            "texts": len(texts), "segments": segments, "cost": round(segments * self.price, 4), "statuses": self.statuses,
            "rest_calls": self.rest_calls, "refused": self.refused,
        }  # fmt: skip


def signed(fake: Fake, form: Dict[str, str], path: str = "") -> Dict[str, str]:
    """Return the header that Twilio adds."""
    url = (fake.behaviour.public_url or fake.webhook) + path
    return {"X-Twilio-Signature": RequestValidator(fake.token).compute_signature(url, form)}


async def forward(fake: Fake, session: aiohttp.ClientSession, item: Dict[str, Any]) -> Dict[str, Any]:
    """Send one text to the assistant, and deliver what comes back."""
    name = item.get("id") or f"SM{uuid4().hex}"
    number, text = item["from"], item["text"]
    form = {
        "MessageSid": name, "AccountSid": fake.account, "From": number, "To": item.get("to", OUR_NUMBER), "Body": text,
        "NumMedia": str(item.get("media", 0)), "ApiVersion": "2010-04-01", "SmsStatus": "received",
    }  # fmt: skip
    for index in range(int(form["NumMedia"])):
        form[f"MediaUrl{index}"] = f"http://127.0.0.1:1/never-to-be-fetched/{index}"
    kind = _kind(text) if fake.behaviour.answers_keywords else None
    if kind:
        (fake.blocked.add if kind == "stop" else fake.blocked.discard)(number)
        fake.deliver(number, DEFAULT_REPLY[kind], "provider", name)
    headers = {**signed(fake, form), **item.get("headers", {})}
    started, began = time.perf_counter(), time.time()
    timeout = aiohttp.ClientTimeout(total=item.get("patience", fake.behaviour.patience))
    status, texts = 0, []
    try:
        async with session.post(fake.webhook, data=form, headers=headers, timeout=timeout) as answer:
            status, body = answer.status, await answer.text()
        if status == 200 and not item.get("drop"):
            texts = [message.text or "" for message in ElementTree.fromstring(body).iter("Message")]
    except (asyncio.TimeoutError, aiohttp.ClientError):
        status = 0
    fake.statuses[status] = fake.statuses.get(status, 0) + 1
    for said in texts:
        if number in fake.blocked and not kind:
            fake.refused += 1
        else:
            fake.deliver(number, said, "answer", name)
            if fake.behaviour.callbacks:
                await _call_back(fake, session, number, "delivered")
    return {
        "id": name,
        "from": number,
        "began": began,
        "status": status,
        "texts": texts,
        "seconds": time.perf_counter() - started,
    }


async def _call_back(fake: Fake, session: aiohttp.ClientSession, number: str, status: str, error: str = "") -> int:
    form = {
        "MessageSid": f"SM{uuid4().hex}",
        "AccountSid": fake.account,
        "From": OUR_NUMBER,
        "To": number,
        "MessageStatus": status,
    }
    if error:
        form["ErrorCode"] = error
    url = fake.webhook[: -len("webhook")] + "status"
    signature = RequestValidator(fake.token).compute_signature(url, form)
    async with session.post(url, data=form, headers={"X-Twilio-Signature": signature}) as answer:
        return answer.status


def _kind(text: str) -> Optional[str]:
    said = text.strip().lower()
    return "stop" if said in STOPS else "start" if said in STARTS else "help" if said in HELPS else None


def make_app(fake: Fake) -> web.Application:
    """Return the provider's two sides."""
    app = web.Application(client_max_size=20_000_000)

    async def open_session(app: web.Application) -> Any:
        app["session"] = aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0))
        yield
        await app["session"].close()

    app.cleanup_ctx.append(open_session)

    async def text(request: web.Request) -> web.Response:
        """Body: ``texts`` (each ``from``, ``text``, ``id``, ``media``, ``times``), ``order`` (in_turn, together, shuffled), ``rate``."""
        body = await request.json()
        items = [item for item in body["texts"] for _ in range(item.get("times", 1))]
        if body.get("order") == "shuffled":
            random.Random(body.get("seed", 1)).shuffle(items)
        if body.get("order", "in_turn") == "in_turn":
            results = [await forward(fake, app["session"], item) for item in items]
        else:
            pause = 1 / body["rate"] if body.get("rate") else 0.0

            async def late(number: int, item: Dict[str, Any]) -> Dict[str, Any]:
                await asyncio.sleep(number * pause)
                return await forward(fake, app["session"], item)

            results = await asyncio.gather(*(late(number, item) for number, item in enumerate(items)))
        return web.json_response({"results": results})

    async def inbox(request: web.Request) -> web.Response:
        number = request.query.get("number")
        if number and "count" in request.query:
            return web.json_response(await fake.wait_for(number, int(request.query["count"]), 20))
        return web.json_response(fake.inbox.get(number, []) if number else fake.inbox)

    async def behave(request: web.Request) -> web.Response:
        for name, value in (await request.json()).items():
            setattr(fake.behaviour, name, value)
        return web.json_response({})

    async def totals(request: web.Request) -> web.Response:
        return web.json_response(fake.totals())

    async def status(request: web.Request) -> web.Response:
        body = await request.json()
        done = await _call_back(fake, app["session"], body["number"], body["status"], body.get("error", ""))
        return web.json_response({"status": done})

    async def send(request: web.Request) -> web.Response:
        """Twilio's REST API: a text that is sent by itself."""
        fake.rest_calls += 1
        if request.headers.get("Authorization") != aiohttp.BasicAuth(fake.account, fake.token).encode():
            return web.json_response({"code": 20003}, status=401)
        form = await request.post()
        number, said = str(form["To"]), str(form["Body"])
        how = fake.behaviour.rest
        if how != "ok" and fake.behaviour.rest_failures:
            fake.behaviour.rest_failures -= 1
            if how == "hang":
                await asyncio.sleep(30)
            if how in ("429", "500", "503"):
                return web.json_response({"code": 20429}, status=int(how))
            if how == "21610":
                fake.blocked.add(number)
            if how == "30007":
                asyncio.ensure_future(_call_back(fake, app["session"], number, "undelivered", "30007"))
                return web.json_response({"sid": f"SM{uuid4().hex}", "status": "queued"}, status=201)
        if number in fake.blocked:
            fake.refused += 1
            return web.json_response({"code": 21610, "message": "unsubscribed recipient"}, status=400)
        fake.deliver(number, said, "rest")
        return web.json_response({"sid": f"SM{uuid4().hex}", "status": "queued"}, status=201)

    app.router.add_post("/phones/text", text)
    app.router.add_get("/phones/inbox", inbox)
    app.router.add_post("/phones/behave", behave)
    app.router.add_get("/phones/totals", totals)
    app.router.add_post("/phones/status", status)
    app.router.add_post(f"/2010-04-01/Accounts/{fake.account}/Messages.json", send)
    return app


def main() -> None:
    """Run until stopped; prints a line once it answers."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--webhook", required=True)
    parser.add_argument("--account", required=True)
    parser.add_argument("--token", required=True)
    parser.add_argument("--price", type=float, default=0.0118, help="dollars for a segment")
    given = parser.parse_args()
    fake = Fake(given.webhook, given.account, given.token, given.price)
    web.run_app(
        make_app(fake),
        host="127.0.0.1",
        port=given.port,
        shutdown_timeout=0.5,  # who hangs on to it is let go
        print=lambda _: print(json.dumps({"ready": given.port}), flush=True),
    )


if __name__ == "__main__":
    main()
