"""Limits: a bucket of tokens for each address and one for all together. Addresses are kept hashed, in memory, for a day."""

from __future__ import annotations

import hashlib
import ipaddress
import math
import secrets
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
_MOST_ADDRESSES = 50_000
_DAY_SECONDS = 86_400.0
_IPV6_PREFIX = 64


@dataclass(frozen=True, slots=True)
class Rate:
    """How many requests at once, and how many a second after that."""

    burst: float
    per_second: float


EACH = Rate(60, 5)
"""A hospital or a mobile carrier shares one address among many people."""

ALL = Rate(1_500, 300)
"""About what one process can answer."""


class Bucket:
    """Requests that may still be made, and when that was so."""

    __slots__ = ("left", "since")

    def __init__(self, rate: Rate, now: float) -> None:
        self.left, self.since = rate.burst, now

    def wait(self, rate: Rate, now: float) -> float:
        """Take one request; 0, or the seconds until there is one to take."""
        self.left = min(rate.burst, self.left + (now - self.since) * rate.per_second)
        self.since = now
        if self.left < 1:
            return (1 - self.left) / rate.per_second
        self.left -= 1
        return 0.0


class Limits:
    """Who may go on, and who has to wait. ``now`` is a steady clock in seconds."""

    def __init__(self, now: Callable[[], float], each: Rate = EACH, overall: Rate = ALL) -> None:
        self._now, self._each, self._overall = now, each, overall
        self._all = Bucket(overall, now())
        self._buckets: OrderedDict[bytes, Bucket] = OrderedDict()
        self._salt, self._salted = secrets.token_bytes(16), now()

    def wait(self, address: str) -> int:
        """Count one request of an address; 0 if it may go on, else whole seconds to wait."""
        now = self._now()
        if now - self._salted > _DAY_SECONDS:
            self._salt, self._salted = secrets.token_bytes(16), now
            self._buckets.clear()
        key = hashlib.blake2b(together(address).encode(), key=self._salt, digest_size=16).digest()
        bucket = self._buckets.get(key) or Bucket(self._each, now)
        self._buckets[key] = bucket
        self._buckets.move_to_end(key)
        if len(self._buckets) > _MOST_ADDRESSES:
            self._buckets.popitem(last=False)
        return math.ceil(bucket.wait(self._each, now) or self._all.wait(self._overall, now))

    def __len__(self) -> int:
        """How many addresses are known at the moment."""
        return len(self._buckets)


def together(address: str) -> str:
    """What counts as one address: of IPv6 the network that one household gets."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped is not None:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed.packed, _IPV6_PREFIX), strict=False))


def client_address(peer: str, forwarded: str, proxies: Sequence[Network]) -> str:
    """Whose request it is: who connects to us, or, if that is a proxy named in the settings, whom it names.

    The last address of ``X-Forwarded-For`` that is no proxy of ours counts: those before it are anybody's claim.
    """
    if not _is_within(peer, proxies):
        return peer
    named = [part.strip() for part in forwarded.split(",") if part.strip()]
    return next((address for address in reversed(named) if not _is_within(address, proxies)), peer)


def _is_within(address: str, networks: Sequence[Network]) -> bool:
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return False
    return any(parsed in network for network in networks)
