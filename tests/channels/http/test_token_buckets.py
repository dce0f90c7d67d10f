"""Limits: who has to wait, and whose request it is."""

from __future__ import annotations

import ipaddress

import pytest

from bot.channels.http.token_buckets import Limits, Rate, client_address
from tests.channels.http.webbing import GENEROUS, Clock

PROXIES = (ipaddress.ip_network("10.0.0.0/8"), ipaddress.ip_network("::1"))


def test_after_a_burst_one_waits_and_then_goes_on() -> None:
    clock = Clock()
    limits = Limits(clock, Rate(3, 0.5), GENEROUS)
    assert [limits.wait("1.2.3.4") for _ in range(4)] == [0, 0, 0, 2]
    assert limits.wait("1.2.3.5") == 0
    clock.now += 2
    assert limits.wait("1.2.3.4") == 0


def test_all_together_are_limited_too() -> None:
    limits = Limits(Clock(), GENEROUS, Rate(2, 1))
    assert [limits.wait(f"1.2.3.{n}") for n in range(3)] == [0, 0, 1]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:1.2.3.4", "1.2.3.4", True),
        ("nonsense", "more nonsense", True),
    ],
)
def test_a_household_s_network_counts_as_one(one: str, other: str, same: bool) -> None:
    limits = Limits(Clock(), Rate(1, 1), GENEROUS)
    limits.wait(one)
    assert (limits.wait(other) > 0) is same


def test_addresses_are_forgotten_after_a_day_and_never_kept_as_they_are() -> None:
    clock = Clock()
    limits = Limits(clock, Rate(1, 1), GENEROUS)
    limits.wait("1.2.3.4")
    assert b"1.2.3.4" not in b"".join(limits._buckets)
    clock.now += 90_000
    limits.wait("5.6.7.8")
    assert len(limits) == 1


def test_a_flood_of_addresses_fills_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.channels.http.token_buckets._MOST_ADDRESSES", 10)
    limits = Limits(Clock(), GENEROUS, GENEROUS)
    for number in range(50):
        limits.wait(f"10.0.0.{number}")
    assert len(limits) == 10


@pytest.mark.parametrize(
    ("peer", "forwarded", "expected"),
    [
        ("1.2.3.4", "9.9.9.9", "1.2.3.4"),
        ("10.0.0.1", "9.9.9.9", "9.9.9.9"),
        ("10.0.0.1", "6.6.6.6, 9.9.9.9", "9.9.9.9"),
        ("10.0.0.1", "9.9.9.9, 10.0.0.7", "9.9.9.9"),
        ("10.0.0.1", "", "10.0.0.1"),
        ("::1", "9.9.9.9", "9.9.9.9"),
    ],
)
def test_only_a_named_proxy_is_believed(peer: str, forwarded: str, expected: str) -> None:
    assert client_address(peer, forwarded, PROXIES) == expected
