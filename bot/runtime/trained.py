"""What has been learnt and lies in ``models/``: the model that understands, and the tagger that redacts."""

from __future__ import annotations

from rasa.model import get_latest_model

from bot.config import PROJECT, ConfigurationError
from bot.privacy.finding.learned import NoTagger, check_tagger


def trained_model() -> str:
    """Return the path of the newest model.

    Raises:
        ConfigurationError: there is none, or no tagger, without which no message may be taken.
    """
    model = get_latest_model(str(PROJECT / "models"))
    if model is None:
        raise ConfigurationError("There is no trained model in models/. Run 'make train' first.")
    try:
        check_tagger()
    except NoTagger as missing:
        raise ConfigurationError(str(missing)) from None
    return model
