"""What is kept of a conversation, where and how long, in words: from the settings that also enforce it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Dict

from bot.config import Settings
from bot.replies.voice import Voice


@dataclass(frozen=True)
class Keeping:
    """What the settings say.

    Attributes:
        web_minutes: silence after which a chat is deleted.
        sms_hours: the same for a conversation by text message.
        in_database: it is kept in a database; else in memory only.
        review_days: how long messages that were not understood are kept, redacted; 0 keeps none.
        most_hours: who asks for more time keeps a silent chat until so long after it began.
    """

    web_minutes: int
    sms_hours: int
    in_database: bool
    review_days: int
    most_hours: int = 4

    @classmethod
    def of(cls, settings: Settings) -> "Keeping":
        """Return what the settings say of it."""
        in_database = bool(settings.conversations)
        hours = settings.sms_session_hours
        return cls(settings.session_minutes, hours, in_database, settings.review_days, settings.session_most_hours)

    def values(self, voice: Voice) -> Dict[str, str]:
        """Return what stands in the notice and in the reply to "delete this", by placeholder."""
        where = "database" if self.in_database else "memory"
        silence = (
            voice.phrase("silence_hours", hours=str(self.sms_hours))
            if voice.channel == "sms"
            else voice.phrase("silence_minutes", minutes=str(self.web_minutes))
        )
        return {
            "silence": silence,
            "most": voice.phrase("silence_hours", hours=str(self.most_hours)),
            "kept_where": voice.phrase(f"kept_in_{where}"),
            "deleted_where": voice.phrase(f"deleted_from_{where}"),
            "kept_for_review": voice.phrase("kept_for_review", days=str(self.review_days)) if self.review_days else "",
        }


def longer_than_told(keeping: Keeping, voice: Voice) -> Dict[str, int]:
    """Return what is kept longer than the notice on this chat may say: setting -> the longest that it speaks for."""
    told = voice.base.notices["chat_privacy"].keeps_at_most
    if told is None:
        return {}
    kept = {"web_minutes": keeping.web_minutes, "sms_hours": keeping.sms_hours, "review_days": keeping.review_days}
    return {name: getattr(told, name) for name, value in kept.items() if value > getattr(told, name)}
