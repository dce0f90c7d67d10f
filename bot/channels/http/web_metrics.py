"""Metrics in Prometheus' text format. No label could name a person: channels, decisions, routes, kinds of fault, versions."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector, generate_latest
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily
from prometheus_client.registry import Collector

from bot.administration.fault_counter import FaultCounter
from bot.compiled.snapshot import Snapshot

CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0)


class Metrics:
    """Counters since the start."""

    def __init__(self, snapshot: Callable[[], Snapshot], faults: FaultCounter) -> None:
        self._registry = CollectorRegistry()
        self._turns = Counter("bot_turns", "Turns answered.", ["channel", "decision"], registry=self._registry)
        self._seconds = Histogram(
            "bot_turn_seconds", "Time a turn took.", ["channel"], buckets=_SECONDS, registry=self._registry
        )
        self._requests = Counter(
            "bot_http_requests", "Requests by route and status.", ["route", "status"], registry=self._registry
        )
        self._feedback = Counter("bot_feedback", "Answers found helpful or not.", ["channel", "helpful"], registry=self._registry)
        self._reloads = Counter("bot_knowledge_changes", "Changes of the knowledge.", ["what"], registry=self._registry)
        self._waiting = Gauge("bot_questions_waiting", "Questions waiting to be noted.", registry=self._registry)
        self._registry.register(_State(snapshot, faults))
        ProcessCollector(registry=self._registry)

    def turn(self, channel: str, decision: str, seconds: float | None = None) -> None:
        """A turn was answered; ``seconds`` where the channel tells how long it took."""
        self._turns.labels(channel, decision).inc()
        if seconds is not None:
            self._seconds.labels(channel).observe(seconds)

    def request(self, route: str, status: int) -> None:
        """A request was answered; ``route`` is the pattern, never the path."""
        self._requests.labels(route, str(status)).inc()

    def feedback(self, channel: str, *, helpful: bool) -> None:
        """Somebody said whether an answer helped."""
        self._feedback.labels(channel, "yes" if helpful else "no").inc()

    def knowledge_changed(self, what: str) -> None:
        """The knowledge was exchanged, taught, or rolled back."""
        self._reloads.labels(what).inc()

    def watch_waiting(self, length: Callable[[], int]) -> None:
        """How long the queue of questions to be noted is."""
        self._waiting.set_function(length)

    def text(self) -> bytes:
        """All of them, as Prometheus reads them."""
        return generate_latest(self._registry)


class _State(Collector):
    """What others count, looked up when it is asked for."""

    def __init__(self, snapshot: Callable[[], Snapshot], faults: FaultCounter) -> None:
        self._snapshot, self._faults = snapshot, faults

    def collect(self) -> Iterator[CounterMetricFamily | GaugeMetricFamily]:
        """The faults by kind, and what is known at the moment."""
        faults = CounterMetricFamily("bot_faults", "What went wrong, by kind.", labels=["kind"])
        for kind, number in self._faults.counts().items():
            faults.add_metric([kind], number)
        yield faults
        snapshot = self._snapshot()
        live = GaugeMetricFamily("bot_snapshot", "The knowledge that is live.", labels=["version"])
        live.add_metric([snapshot.version], 1)
        yield live
        yield GaugeMetricFamily("bot_measures", "Measures known.", value=len(snapshot.knowledge.measure_by_id))
        yield GaugeMetricFamily("bot_regions", "Regions known.", value=len(snapshot.knowledge.regions))
