"""No start with a promise that cannot be kept: the message names the setting and what to set."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from bot.config import PROJECT, ConfigurationError, Settings, read_settings
from bot.knowledge import KnowledgeBase
from bot.runtime.promises import LEAST_SECRET, check_promises
from bot.sms_settings import TWILIO, SmsSettings

SECRET = "x" * LEAST_SECRET


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(state_db=tmp_path / "state.sqlite")


def test_the_default_settings_keep_all_promises(settings: Settings, base: KnowledgeBase) -> None:
    check_promises(settings, base)
    check_promises(replace(settings, conversations="sqlite:///c", locks="redis://h", secret=SECRET), base)


@pytest.mark.parametrize(
    "change, named",
    [
        ({"conversations": "sqlite:///c"}, "ADVISOR_SECRET is not set"),
        ({"locks": "redis://h"}, "ADVISOR_SECRET is not set"),
        ({"secret": "short"}, f"shorter than {LEAST_SECRET}"),
        ({"sms": SmsSettings(TWILIO, "token", "AC1")}, "ADVISOR_SECRET is not set: who has said STOP"),
        ({"session_minutes": 61}, "ADVISOR_SESSION_MINUTES .* 60 or less"),
        ({"sms_session_hours": 25}, "ADVISOR_SMS_SESSION_HOURS .* 24 or less"),
        ({"review_days": 15}, "ADVISOR_REVIEW_DAYS .* 14 or less"),
    ],
)
def test_a_setting_that_breaks_a_promise_stops_the_start(settings, base, change, named) -> None:
    with pytest.raises(ConfigurationError, match=named) as told:
        check_promises(replace(settings, **change), base)
    assert "short" not in str(told.value).replace("shorter", "")


def test_a_state_file_that_cannot_be_written_stops_the_start(settings, base, tmp_path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ConfigurationError, match="ADVISOR_STATE_DB"):
        check_promises(replace(settings, state_db=tmp_path / "file" / "state.sqlite"), base)


TWILIO_SET = {
    "ADVISOR_SMS_PROVIDER": "twilio",
    "ADVISOR_TWILIO_ACCOUNT_SID": "AC1",
    "ADVISOR_TWILIO_AUTH_TOKEN": "secret token",
}
GATEWAY_SET = {
    "ADVISOR_SMS_PROVIDER": "gateway",
    "ADVISOR_GATEWAY_SECRET": "secret token of the gateway, long",
    "ADVISOR_GATEWAY_URL": "https://gateway.example/send",
}


@pytest.mark.parametrize(
    "environment, named",
    [
        ({"ADVISOR_SMS_PROVIDER": "pigeon"}, "ADVISOR_SMS_PROVIDER is 'pigeon'"),
        ({**TWILIO_SET, "ADVISOR_TWILIO_AUTH_TOKEN": ""}, "ADVISOR_TWILIO_AUTH_TOKEN is not set"),
        ({**TWILIO_SET, "ADVISOR_TWILIO_ACCOUNT_SID": " "}, "ADVISOR_TWILIO_ACCOUNT_SID is not set"),
        ({**TWILIO_SET, "ADVISOR_TWILIO_API": "http://api.twilio.com"}, "ADVISOR_TWILIO_API: write it as https"),
        ({**TWILIO_SET, "ADVISOR_SMS_PUBLIC_URL": "chat.example.org"}, "ADVISOR_SMS_PUBLIC_URL: write it as https"),
        ({**TWILIO_SET, "ADVISOR_SMS_PROVIDER_ANSWERS": "maybe"}, "ADVISOR_SMS_PROVIDER_ANSWERS is 'maybe'"),
        ({**GATEWAY_SET, "ADVISOR_GATEWAY_SECRET": "short"}, "ADVISOR_GATEWAY_SECRET is shorter"),
        ({**GATEWAY_SET, "ADVISOR_GATEWAY_URL": ""}, "ADVISOR_GATEWAY_URL is not set"),
    ],
)
def test_a_provider_without_what_it_needs_stops_the_start(environment, named) -> None:
    with pytest.raises(ConfigurationError, match=named) as told:
        read_settings(environment)
    assert "secret token" not in str(told.value)


def test_the_secrets_of_a_provider_are_not_shown() -> None:
    for environment in (TWILIO_SET, GATEWAY_SET):
        assert "secret token" not in repr(read_settings(environment))


def test_all_that_is_wrong_is_told_at_once(settings, base) -> None:
    with pytest.raises(ConfigurationError) as told:
        check_promises(replace(settings, session_minutes=61, locks="redis://h"), base)
    assert len(str(told.value).splitlines()) == 2


def test_telemetry_stops_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    from bot.runtime.server import refuse_telemetry

    refuse_telemetry()
    monkeypatch.setenv("RASA_TELEMETRY_ENABLED", "true")
    with pytest.raises(ConfigurationError, match="RASA_TELEMETRY_ENABLED"):
        refuse_telemetry()


def test_the_start_itself_is_refused_before_rasa_is_loaded(tmp_path: Path) -> None:
    environment = {
        "PATH": "/usr/bin:/bin",
        "ADVISOR_CONVERSATIONS": f"sqlite:///{tmp_path}/c.sqlite",
        "ADVISOR_STATE_DB": str(tmp_path / "state.sqlite"),
    }
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-m", "bot.runtime"],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "ADVISOR_SECRET is not set" in done.stderr and "Traceback" not in done.stderr
