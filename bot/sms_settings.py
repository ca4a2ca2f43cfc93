"""Settings of the channel for text messages. See docs/configuration.md and docs/sms.md."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Mapping, Optional

from bot.reading_settings import ConfigurationError, one_of, switch

TWILIO, GATEWAY = "twilio", "gateway"
TWILIO_API = "https://api.twilio.com"

_ADDRESS = re.compile(r"(https://[a-z0-9.-]+|http://(127\.0\.0\.1|localhost))(:\d{1,5})?(/[\w./-]*)?", re.IGNORECASE)


@dataclass(frozen=True)
class SmsSettings:
    """How texts come and go.

    Attributes:
        provider: ``twilio`` or ``gateway``.
        secret: what the provider signs with: Twilio's auth token, or the gateway's shared secret.
        account: Twilio's account; empty for the gateway.
        api: where texts are sent to that could not be answered in time.
        public_url: scheme and host under which the provider reaches us; ``None``: as the request says, through trusted proxies.
        provider_answers: whether the provider itself answers STOP, HELP and START; then we do not answer them again.
    """

    provider: str
    secret: str = field(repr=False)
    account: str = field(default="", repr=False)
    api: str = TWILIO_API
    public_url: Optional[str] = None
    provider_answers: bool = True


def read_sms_settings(env: Mapping[str, str]) -> Optional[SmsSettings]:
    """Read the settings; ``None`` when no provider is named.

    Raises:
        ConfigurationError: a provider is named and something is missing without which a text could be forged or not be sent.
    """
    provider = one_of(env, "ADVISOR_SMS_PROVIDER", ("none", TWILIO, GATEWAY))
    if provider == "none":
        return None
    public_url = _address(env, "ADVISOR_SMS_PUBLIC_URL", "")
    answers = switch(env, "ADVISOR_SMS_PROVIDER_ANSWERS", provider == TWILIO)
    if provider == TWILIO:
        return SmsSettings(
            provider,
            _needed(env, "ADVISOR_TWILIO_AUTH_TOKEN", "the auth token of your account"),
            _needed(env, "ADVISOR_TWILIO_ACCOUNT_SID", "the SID of your account (AC...)"),
            _address(env, "ADVISOR_TWILIO_API", TWILIO_API),
            public_url or None,
            answers,
        )
    secret = _needed(env, "ADVISOR_GATEWAY_SECRET", "a long random text that only the gateway knows")
    if len(secret) < 32:
        raise ConfigurationError("ADVISOR_GATEWAY_SECRET is shorter than 32 characters: set a long random one.")
    _needed(env, "ADVISOR_GATEWAY_URL", "the address that takes texts to be sent")
    return SmsSettings(provider, secret, "", _address(env, "ADVISOR_GATEWAY_URL", ""), public_url or None, answers)


def _needed(env: Mapping[str, str], name: str, what: str) -> str:
    value = env.get(name, "").strip()
    if not value:
        raise ConfigurationError(f"{name} is not set: set {what}, or leave ADVISOR_SMS_PROVIDER unset.")
    return value


def _address(env: Mapping[str, str], name: str, default: str) -> str:
    value = env.get(name, default).strip().rstrip("/")
    if value and not _ADDRESS.fullmatch(value):
        raise ConfigurationError(f"{name}: write it as https://its.name (http only on this machine).")
    return value
