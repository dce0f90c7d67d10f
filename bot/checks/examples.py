"""Run the examples authors put into their measures."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from bot.compiled.closed_region import ClosedRegion
from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond_from
from bot.model.knowledge import RegionKnowledge
from bot.model.measure import Example
from bot.model.reply import Reply
from bot.model.session import Session
from bot.rules.verdict import Kind

EXAMPLE_DAY = date(2020, 3, 1)
"""Examples are answered as on this day, so that they come out the same tomorrow."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an example came to: nothing in ``failures`` if it is as the author said."""

    measure: str
    number: int
    asked: tuple[str, ...]
    failures: tuple[str, ...]
    answer: str
    """A digest of the reply's text, to tell whether an answer changed."""
    beyond: tuple[tuple[str, str], ...] = ()
    """The other regions it was answered from, each with a digest of its content then."""

    def holds(self, digests: Mapping[str, str]) -> bool:
        """Whether it is answered from the same in a knowledge whose regions have these digests, where its own has not changed."""
        return all(digests.get(region) == digest for region, digest in self.beyond)

    @property
    def key(self) -> str:
        """Names the example across versions of the knowledge: where it stands and what it asks."""
        return f"{self.measure}：{'／'.join(self.asked)}"


def run_examples(snapshot: Snapshot) -> list[Outcome]:
    """Every in-file example, in order."""
    return [outcome for part in snapshot.knowledge.regions for outcome in examples_of(part, snapshot)]


def examples_of(
    part: RegionKnowledge, snapshot: Snapshot, known: Mapping[tuple[str, int], Outcome] = MappingProxyType({})
) -> Iterator[Outcome]:
    """The examples of one region, one at a time; not asked where it is known (by measure and number) what they come to."""
    for measure in part.measures:
        for number, example in enumerate(measure.examples):
            yield known.get((measure.id, number)) or run_example(snapshot, measure.id, number, example, part.region.id)


def digests_of(regions: Iterable[RegionKnowledge]) -> dict[str, str]:
    """What tells each region's content, by its id; of those of which it can be told."""
    return {part.region.id: part.digest for part in regions if isinstance(part, ClosedRegion)}


_OF_ALL = ("", "")
"""Stands for what is at hand of every region there is: that is never taken to be as it was."""


def _beyond(views: Iterable[Snapshot], own: str) -> Iterator[tuple[str, str]]:
    for view in views:
        others = [view.places[part.region.id] for part in view.knowledge.regions if part.region.id != own]
        digests = digests_of(others)
        yield from ((part.region.id, digests.get(part.region.id, "")) for part in others)
        if not view.knowledge.regions:
            yield _OF_ALL


def run_example(snapshot: Snapshot, measure: str, number: int, example: Example, region: str) -> Outcome:
    """One example. Its region is the one it names, else that of the measure it stands in."""
    asked = (example.ask,) if isinstance(example.ask, str) else example.ask
    session, reply, views = Session(region=example.region or region), None, []
    for place, text in enumerate(asked, 1):
        reply, session, view = respond_from(Message(text), session, snapshot, EXAMPLE_DAY, last=place == len(asked))
        views.append(view)
    if reply is None:
        return Outcome(measure, number, asked, ("没有写问题",), "")
    digest = hashlib.sha256(reply.text.encode()).hexdigest()[:16]
    failures = tuple(_failures(example, measure, reply, session))
    return Outcome(measure, number, asked, failures, digest, tuple(dict.fromkeys(_beyond(views, region))))


def _failures(example: Example, own: str, reply: Reply, session: Session) -> Iterator[str]:
    if reply.decision.value != example.decision:
        yield f"应当是 {example.decision}，结果是 {reply.decision.value}（{_opening(reply)}）"
        return
    if example.decision == "answer":
        wanted = example.measure or own
        if reply.measures[:1] != (wanted,):
            yield f"应当先答 {wanted}，先答的是 {reply.measures[0] if reply.measures else '（没有措施）'}"
            return
    yield from _verdict_failures(example, reply, session)
    if example.amount is not None and reply.amount != example.amount:
        yield f"金额应当是 {example.amount} 元，结果是 {'没有算' if reply.amount is None else f'{reply.amount} 元'}"
    for said in example.says:
        if said not in reply.text:
            yield f"回答里应当有“{said}”，没有（{_opening(reply)}）"


def _verdict_failures(example: Example, reply: Reply, session: Session) -> Iterator[str]:
    if example.verdict is not None:
        wanted = Kind(example.verdict)
        if reply.outcome not in ((None, "unknown") if wanted is Kind.MISSING else (wanted.outcome,)):
            yield f"结论应当是 {example.verdict}，结果是 {reply.outcome or '没有下结论'}"
        elif wanted is Kind.SILENT and not _is_silent(reply):
            yield "结论应当是 silent（文件没有规定），结果是还差一项情况"
        elif wanted is Kind.MISSING and _is_silent(reply):
            yield "结论应当是 missing（还差一项情况），结果是文件没有规定"
    if example.missing is not None:
        asked = (session.pending.fact,) if session.pending else ()
        if not set(asked) <= set(example.missing) or bool(asked) != bool(example.missing):
            yield f"应当追问 {'、'.join(example.missing) or '（不追问）'}，追问的是 {'、'.join(asked) or '（没有追问）'}"


def _is_silent(reply: Reply) -> bool:
    return reply.verdict == Kind.SILENT.value


def _opening(reply: Reply) -> str:
    text = reply.text.replace("\n", " ")
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


_SHOWN = 40
