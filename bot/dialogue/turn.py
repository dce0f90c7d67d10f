"""One turn in the making: what came in, and what the steps have found out so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from bot.dialogue.snapshot import Snapshot
from bot.language.analyse import Analysis
from bot.language.patterns import Found, Spots
from bot.matching.places import Spoken
from bot.matching.score import Ranking
from bot.matching.stated import Quantity
from bot.model.measure import Measure
from bot.model.reply import Decision, Line, LineKind, Reply, Section, Trace
from bot.model.session import Option, Session
from bot.rules.facts import Facts
from bot.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Message:
    """What came in: typed text, or the action of a tapped option."""

    text: str = ""
    action: str | None = None


@dataclass(slots=True)
class Turn:
    """Working record of one turn. Steps read and fill it; nothing of it outlives the turn but ``session``."""

    message: Message
    session: Session
    snapshot: Snapshot
    today: date
    before: Session = field(default_factory=Session)
    analysis: Analysis = field(default_factory=lambda: Analysis("", (), ()))
    where: Spots = field(default_factory=dict)
    spoken: Spoken = Spoken()
    region: str | None = None
    facets: list[str] = field(default_factory=list)
    cues: dict[str, Found] = field(default_factory=dict)
    stated: Mapping[str, str] = field(default_factory=dict)
    quantities: tuple[Quantity, ...] = ()
    rates: tuple[str, ...] = ()
    aside: list[tuple[int, int]] = field(default_factory=list)
    sides: list[tuple[int, int]] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    ranking: Ranking = field(default_factory=Ranking)
    answered_pending: bool = False
    opening: str | None = None
    brief: bool = False
    instead: tuple[Measure, Verdict] | None = None
    tokens: list[str] = field(default_factory=list)
    features: list[str] = field(default_factory=list)
    trace: list[str] = field(default_factory=list)
    _known: tuple[Session, Mapping[str, str], Facts] | None = None

    @property
    def facts(self) -> Facts:
        """All facts known at this point of the turn; the same object, with what it has worked out, while nothing changes."""
        known = self._known
        if known is None or known[0] is not self.session or known[1] is not self.stated:
            facts = Facts(self.snapshot.definitions, {**self.session.values(), **self.stated})
            known = self._known = (self.session, self.stated, facts)
        return known[2]

    def update(self, **changes: object) -> None:
        """Change the session that the turn will end with."""
        self.session = replace(self.session, **changes)  # type: ignore[arg-type]

    def asks(self, quality: str) -> bool:
        """Whether a facet with this quality (amount, verdict, contacts …) was asked for."""
        return any(getattr(self.snapshot.facet_by_id[facet], quality) for facet in self.facets)

    def note(self, line: str) -> None:
        """Add a line to what ``/why`` shows."""
        self.trace.append(line)


def cued(turn: Turn, measure: Measure, kind: str, name: str) -> bool:
    """Whether the message singles out a part of a measure: a point, an entitlement, an unanswered detail."""
    return f"{measure.id}/{kind}/{name}" in turn.cues


def plain(decision: Decision, *texts: str, options: tuple[Option, ...] = (), kind: LineKind = LineKind.TEXT) -> Reply:
    """A reply of plain lines that rests on no measure."""
    return Reply(decision, (Section(tuple(Line(kind, text) for text in texts)),), options=options)


def with_trace(reply: Reply, turn: Turn) -> Reply:
    """The reply with how it came about."""
    return replace(reply, trace=Trace(tuple(turn.trace)))
