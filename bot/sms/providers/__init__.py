"""Companies that carry texts, behind one interface."""

from __future__ import annotations

from bot.sms.providers.base import Delivery, Incoming, Provider, Sent, WebRequest
from bot.sms.providers.gateway import Gateway
from bot.sms.providers.twilio import Twilio
from bot.sms_settings import TWILIO, SmsSettings

__all__ = ["Delivery", "Incoming", "Provider", "Sent", "WebRequest", "make_provider"]


def make_provider(settings: SmsSettings) -> Provider:
    """Return the provider that the settings name."""
    return Twilio(settings) if settings.provider == TWILIO else Gateway(settings)
