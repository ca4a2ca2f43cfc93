"""Who wants no texts is known after a restart and after a move, and under one secret only."""

from __future__ import annotations

import pytest

from bot.config import ConfigurationError, Settings
from bot.runtime.opt_out_shelf import open_opt_outs
from bot.sms.opt_outs import OptOuts


def opt_out_settings(folder, conversations=None, secret="s" * 32):
    return Settings(state_db=folder / "state.sqlite", conversations=conversations, secret=secret)


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_who_wants_no_texts_is_known_after_a_restart(kind, address, tmp_path):
    settings = Settings(
        state_db=tmp_path / "state.sqlite", conversations=address(kind) if kind == "postgresql" else None
    )
    OptOuts("s" * 32, open_opt_outs(settings)).add("+12025550147")
    again = OptOuts("s" * 32, open_opt_outs(settings))
    assert "+12025550147" in again
    assert "+12025550148" not in again
    again.add("+12025550147")
    again.remove("+12025550147")
    assert "+12025550147" not in OptOuts("s" * 32, open_opt_outs(settings))


def test_who_wants_no_texts_goes_along_from_sqlite_to_postgresql_and_back(address, tmp_path):
    alone, together = opt_out_settings(tmp_path), opt_out_settings(tmp_path, address("postgresql"))
    OptOuts("s" * 32, open_opt_outs(alone)).add("+12025550151")
    moved = OptOuts("s" * 32, open_opt_outs(together))
    assert "+12025550151" in moved
    moved.remove("+12025550151")
    assert "+12025550151" not in OptOuts("s" * 32, open_opt_outs(together))  # the file does not bring it back
    moved.add("+12025550152")
    back = open_opt_outs(alone)
    assert back.take_over(open_opt_outs(together)) >= 1
    assert "+12025550152" in OptOuts("s" * 32, back)


def test_a_list_made_with_another_secret_stops_the_start(tmp_path):
    OptOuts("s" * 32, open_opt_outs(opt_out_settings(tmp_path))).add("+12025550153")
    with pytest.raises(ConfigurationError, match="1 people have said STOP under another ADVISOR_SECRET"):
        open_opt_outs(opt_out_settings(tmp_path, secret="t" * 32))
    assert "+12025550153" in OptOuts("s" * 32, open_opt_outs(opt_out_settings(tmp_path)))


def test_an_empty_list_belongs_to_whoever_comes(tmp_path):
    open_opt_outs(opt_out_settings(tmp_path))
    assert open_opt_outs(opt_out_settings(tmp_path, secret="t" * 32)).names() == []
    with pytest.raises(ConfigurationError):
        open_opt_outs(opt_out_settings(tmp_path, secret="t" * 32)).put("a hash")
        open_opt_outs(opt_out_settings(tmp_path))
