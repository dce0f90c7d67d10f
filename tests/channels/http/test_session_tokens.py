"""Tokens: what was sealed comes back, what was not sealed here does not."""

from __future__ import annotations

import base64
import zlib
from pathlib import Path

import pytest

from bot.channels.http.session_tokens import VALID_SECONDS, BadTokenError, SessionTokens, session_key
from bot.model.session import Option, Session
from tests.channels.http.webbing import KEY, Clock

SESSION = Session(region="hongqiao", topics=("daily-subsidy",), options=(Option("红桥区", "region:hongqiao"),))


def test_a_session_comes_back_as_it_was() -> None:
    tokens = SessionTokens(KEY, Clock())
    assert tokens.open(tokens.seal(SESSION)) == SESSION


def test_the_same_session_at_the_same_time_is_the_same_token() -> None:
    clock = Clock()
    assert SessionTokens(KEY, clock).seal(SESSION) == SessionTokens(KEY, clock).seal(SESSION)


@pytest.mark.parametrize("token", ["", "x", "!!!", "é", "A" * 300, base64.urlsafe_b64encode(b"0" * 60).decode()])
def test_what_is_no_token_is_refused(token: str) -> None:
    with pytest.raises(BadTokenError):
        SessionTokens(KEY, Clock()).open(token)


def test_a_single_changed_character_is_noticed() -> None:
    tokens = SessionTokens(KEY, Clock())
    token = tokens.seal(SESSION)
    for place in range(0, len(token) - 1, 7):
        other = "A" if token[place] != "A" else "B"
        with pytest.raises(BadTokenError):
            tokens.open(token[:place] + other + token[place + 1 :])


def test_another_installation_s_token_is_refused() -> None:
    with pytest.raises(BadTokenError):
        SessionTokens(b"o" * 32, Clock()).open(SessionTokens(KEY, Clock()).seal(SESSION))


def test_a_token_is_good_for_a_day() -> None:
    clock = Clock()
    tokens = SessionTokens(KEY, clock)
    token = tokens.seal(SESSION)
    clock.now += VALID_SECONDS
    assert tokens.open(token) == SESSION
    clock.now += 1
    with pytest.raises(BadTokenError, match="expired"):
        tokens.open(token)


def test_a_token_from_the_future_is_refused() -> None:
    clock = Clock()
    token = SessionTokens(KEY, Clock(clock.now + 3_600)).seal(SESSION)
    with pytest.raises(BadTokenError, match="expired"):
        SessionTokens(KEY, clock).open(token)


@pytest.mark.parametrize("content", [b"x" * (64 * 1024 + 1), b"[]", b'{"region": 1}', b'{"nonsense"'])
def test_what_is_signed_but_no_session_is_refused(content: bytes) -> None:
    tokens = SessionTokens(KEY, Clock())
    sealed = int(Clock().now).to_bytes(8, "big") + zlib.compress(content)
    with pytest.raises(BadTokenError):
        tokens.open(base64.urlsafe_b64encode(tokens._mark(sealed) + sealed).decode())


def test_the_key_is_made_once_and_for_this_account_only(tmp_path: Path) -> None:
    key = session_key(tmp_path)
    assert session_key(tmp_path) == key
    assert (tmp_path / "session.key").stat().st_mode & 0o777 == 0o600


def test_a_key_cut_short_by_a_full_disk_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / "session.key").write_bytes(b"half")
    assert len(session_key(tmp_path)) == 32
