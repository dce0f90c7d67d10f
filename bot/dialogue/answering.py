"""Answer topics and measures: which measures of which region, and what the session is left with."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue import wording
from bot.dialogue.asking import IN_ONE_SUM
from bot.dialogue.card import has_card
from bot.dialogue.compose import Composed, compose
from bot.dialogue.judging import question_options, verdict_on
from bot.dialogue.turn import Turn, plain
from bot.dialogue.understanding import pointers
from bot.model.measure import Measure
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option, Pending
from bot.rules.amounts import money
from bot.rules.verdict import Kind, Verdict, assess

_CITED_AT_MOST = 3


def answer_topics(turn: Turn, topics: Sequence[str]) -> Reply:
    """What the documents say on the topics: of the person's region, or of every region where it is not known."""
    region = turn.region
    chosen: list[tuple[Measure, str]] = []
    near: list[tuple[Measure, str]] = []
    for topic in topics:
        for part in turn.snapshot.knowledge.regions:
            if region not in (None, part.region.id):
                continue
            measures = turn.snapshot.answers.get((topic, part.region.id), ())
            chosen += [(measure, topic) for measure in _best(turn, measures)]
            if not measures and region is not None:
                near += [(measure, topic) for measure in _nearest(turn, topic, region)[:1]]
    if len(topics) == 1:
        chosen.sort(key=lambda pair: _specificity(turn, pair[0]), reverse=True)
    named = [pair for pair in chosen if _named(turn, pair[0])] if len(topics) == 1 else []
    found = named or chosen or near
    if not found:
        return _silent_region(turn, topics)
    turn.instead = _instead(turn, found[0]) if region is not None and len(found) == 1 else None
    if turn.instead is not None:
        found = [(turn.instead[0], found[0][1]), *found]
    reply = _answer(
        turn,
        list({measure.id: (measure, topic) for measure, topic in reversed(found)}.values())[::-1][:_CITED_AT_MOST],
        nearest_only=not chosen,
    )
    turn.update(topics=tuple(topics))
    return reply


def answer_measures(turn: Turn, measures: Sequence[str], *, wants_sum: bool = False) -> Reply:
    """What the given measures say."""
    known = [m for i in measures if (m := turn.snapshot.knowledge.measure_by_id.get(i)) is not None]
    if not known:
        return plain(Decision.CHAT, wording.OLD_BUTTON)
    focus = [topic for topic in turn.session.topics if any(topic in m.topics or topic in m.related for m in known)]
    pairs = [(measure, next((t for t in focus if t in measure.topics), None)) for measure in known]
    return _answer(turn, pairs[:_CITED_AT_MOST], nearest_only=False, wants_sum=wants_sum)


def _instead(turn: Turn, pair: tuple[Measure, str]) -> tuple[Measure, Verdict] | None:
    """Where the measure refuses, another of the region that gives the same kind of thing to this person."""
    measure, topic = pair
    refusal = verdict_on(turn, measure, topic)
    if refusal is None or refusal.kind is not Kind.INELIGIBLE:
        return None
    part = turn.snapshot.knowledge.region_of[measure.id]
    for other in part.measures:
        for item in other.entitlements if topic in other.related else ():
            verdict = assess(item, turn.facts) if topic in item.topics and item.requires else None
            if verdict is not None and verdict.kind is Kind.ELIGIBLE:
                return other, verdict
    return None


def _named(turn: Turn, measure: Measure) -> bool:
    """Whether the message calls the measure's scheme by its own name, which no other region's has."""
    return any(name in measure.names for name in turn.analysis.ids("name"))


def _specificity(turn: Turn, measure: Measure) -> tuple[bool, bool, bool]:
    """Which of two regions' measures says more on what was asked: its figure is named, or one is asked for; no gap."""
    gap = any(cue.startswith(f"{measure.id}/unanswered/") for cue in turn.cues)
    figures = turn.asks("amount") or bool(turn.quantities)
    mentioned = not turn.snapshot.pointers_of[measure.id].keys().isdisjoint(pointers(turn))
    return (mentioned, bool(measure.amounts) and figures, not gap)


def _nearest(turn: Turn, topic: str, region: str) -> list[Measure]:
    """Measures with a point on a topic that is not theirs, where the region's document has none on it."""
    part = turn.snapshot.knowledge.region_by_id[region]
    speaking = [m for m in part.measures if topic in m.related and _has_point(m, topic)]
    return sorted(speaking, key=lambda m: (m.related.index(topic), m.source.item))


def _has_point(measure: Measure, topic: str) -> bool:
    return any(topic in point.topics for point in measure.points) or any(
        topic in item.topics for item in measure.entitlements
    )


def _best(turn: Turn, measures: Sequence[Measure]) -> list[Measure]:
    """Of several measures on one topic the one whose points are singled out, else the first."""

    def cues(measure: Measure) -> int:
        return sum(key.startswith(f"{measure.id}/point/") for key in turn.cues)

    return sorted(measures, key=cues, reverse=True)[:1]


def _silent_region(turn: Turn, topics: Sequence[str]) -> Reply:
    """The person's region says nothing on it: said so, and no other region's rule in its place."""
    part = turn.snapshot.knowledge.region_by_id.get(turn.region or "")
    titles = "、".join(f"“{turn.snapshot.topic_by_id[t].title}”" for t in topics if t in turn.snapshot.topic_by_id)
    name = part.region.document.short if part else "文件"
    turn.update(topics=tuple(topics), measures=(), pending=None)
    return plain(
        Decision.DECLINE,
        f"{name}没有写{titles}。",
        options=(Option("看目录", f"menu:{part.region.id}" if part else "menu"),),
    )


def _answer(
    turn: Turn, pairs: Sequence[tuple[Measure, str | None]], *, nearest_only: bool, wants_sum: bool = False
) -> Reply:
    decided = {turn.instead[0].id: turn.instead[1]} if turn.instead else {}
    composed = [compose(turn, m, t, alone=len(pairs) == 1, decided=decided.get(m.id)) for m, t in pairs]
    sections = [part.section for part in composed]
    opening = tuple(Line(LineKind.NOTE, text) for text in _opening(turn, pairs, nearest_only))
    sections[0] = Section((*opening, *sections[0].lines), sections[0].measure)
    total = _total(turn, composed)
    if total is not None:
        sections.append(Section((Line(LineKind.SUM, f"{len(composed)} 项合计 {money(total)}。"),)))
    closing, options, pending = _closing(turn, [measure for measure, _ in pairs], composed[0], wants_sum)
    measures = tuple(measure.id for measure, _ in pairs)
    topics = tuple(dict.fromkeys(topic for _, topic in pairs if topic)) or turn.session.topics
    turn.update(measures=measures, facets=tuple(turn.facets), pending=pending, topics=topics)
    return Reply(
        Decision.ANSWER,
        (*sections, *closing),
        measures,
        options,
        outcome=composed[0].outcome if len(composed) == 1 or turn.instead else None,
        amount=total if _together(turn, composed) else next((p.amount for p in composed if p.amount is not None), None),
        lines_cited=tuple(line for part in composed for line in part.lines_cited),
        computed=frozenset([str(total), str(len(composed))] if total is not None else ()).union(
            *(part.computed for part in composed)
        ),
    )


def _total(turn: Turn, composed: Sequence[Composed]) -> int | None:
    """Yuan for everything together, where somebody wants several settled sums as one."""
    amounts = [part.amount for part in composed if part.amount is not None]
    return sum(amounts) if len(amounts) == len(composed) and _together(turn, composed) else None


def _together(turn: Turn, composed: Sequence[Composed]) -> bool:
    return len(composed) > 1 and turn.region is not None and IN_ONE_SUM.search(turn.analysis.text) is not None


_Closing = tuple[tuple[Section, ...], tuple[Option, ...], Pending | None]


def _closing(turn: Turn, measures: Sequence[Measure], first: Composed, wants_sum: bool) -> _Closing:
    """What comes after the answer: which region, how many units, or what people ask next."""
    parts = {
        turn.snapshot.knowledge.region_of[m.id].region.id: turn.snapshot.knowledge.region_of[m.id] for m in measures
    }
    if turn.region is None and len(parts) > 1:
        question = Section((Line(LineKind.QUESTION, wording.WHICH_REGION),))
        return (question,), wording.region_options(list(parts.values())), first.pending
    if wants_sum and first.pending is None and first.amount is None:
        fact = turn.snapshot.definitions[measures[0].amounts[0].counts]
        question = Section((Line(LineKind.QUESTION, fact.question),))
        return (question,), question_options(fact, None, turn.facts), Pending(fact.id, (measures[0].id,), "sum")
    return (), first.options or next_steps(turn, measures[0]), first.pending


def _opening(turn: Turn, pairs: Sequence[tuple[Measure, str | None]], nearest_only: bool) -> list[str]:
    """Lines before the answer: how the message was understood, and where the answer is only near."""
    meant = [f"“{correction.meant}”" for correction in turn.analysis.corrections]
    lines = [turn.opening] if turn.opening else []
    lines += [f"按{'、'.join(dict.fromkeys(meant))}理解"] if meant else []
    if nearest_only:
        part = turn.snapshot.knowledge.region_of[pairs[0][0].id]
        topic = turn.snapshot.topic_by_id.get(pairs[0][1] or "")
        lines.append(f"{part.region.document.short}没有专门写“{topic.title if topic else '这一点'}”，最接近的是：")
    return lines


def next_steps(turn: Turn, measure: Measure) -> tuple[Option, ...]:
    """Buttons for what people ask next."""
    options = []
    if measure.amounts:
        options.append(Option(wording.SUM_LABEL, f"sum:{measure.id}"))
    for facet in turn.snapshot.knowledge.facets:
        wanted = (facet.verdict and measure.entitlements) or (facet.contacts and not facet.officer)
        if facet.label and wanted and facet.id not in turn.facets:
            options.append(Option(facet.label, f"facet:{measure.id}:{facet.id}"))
    if has_card(measure):
        options.append(Option("转给家人", f"card:{measure.id}"))
    return (*options, Option("我的待遇", "do:my"))
