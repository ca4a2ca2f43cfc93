"""What the channel needs of a provider: is a request its own, what does it say, how is it answered, how is a text sent."""

from __future__ import annotations

from enum import Enum
from typing import Mapping, NamedTuple, Optional, Protocol, Sequence


class WebRequest(NamedTuple):
    """A request as it came.

    Attributes:
        url: the whole address that the provider asked for, as it sees it.
        headers: names in lower case.
        body: as it came.
        now: when it came, in seconds since 1970.
    """

    url: str
    headers: Mapping[str, str]
    body: bytes
    now: float


class Incoming(NamedTuple):
    """A text that somebody sent.

    Attributes:
        id: the provider's name for it; the same in every repetition.
        sender: the number it came from.
        recipient: our number.
        text: what it says.
        media: how many pictures or files are with it; they are not fetched.
        keyword: ``stop``, ``start`` or ``help`` when the provider says that it has taken the text for that, and has answered.
    """

    id: str
    sender: str
    recipient: str
    text: str
    media: int = 0
    keyword: Optional[str] = None


class Delivery(NamedTuple):
    """What became of a text of ours.

    Attributes:
        recipient: to whom it went.
        failed: it did not arrive.
        error: the provider's number for the fault, or an empty text.
        opted_out: the provider does not send to this number any more, because its owner said so.
    """

    recipient: str
    failed: bool
    error: str = ""
    opted_out: bool = False


class Sent(Enum):
    """What became of handing over a text."""

    TAKEN = "taken"
    OPTED_OUT = "opted_out"
    REFUSED = "refused"
    """It will not be taken, however often it is tried."""
    LATER = "later"
    """It was surely not taken; it may be tried again."""
    UNKNOWN = "unknown"
    """It may have been taken. It is not sent again: twice is worse than not at all, for a person can ask again."""


class Answer(NamedTuple):
    """What is sent back for a request."""

    body: str
    content_type: str


class Provider(Protocol):
    """A company that carries texts."""

    def is_genuine(self, request: WebRequest) -> bool:
        """Tell whether the provider made this request, for this address, and nobody changed it."""

    def incoming(self, request: WebRequest) -> Optional[Incoming]:
        """Read a text from a genuine request; ``None`` when it has none."""

    def delivery(self, request: WebRequest) -> Optional[Delivery]:
        """Read what became of a text of ours from a genuine request; ``None`` when it says nothing of that."""

    def answer(self, texts: Sequence[str]) -> Answer:
        """Word the answer to an incoming text: these texts are sent; none is silence."""

    def send(self, sender: str, recipient: str, text: str) -> Sent:
        """Hand over a text outside of an answer. Blocks for some seconds at most, and raises nothing."""
