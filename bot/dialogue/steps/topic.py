"""Answer what the message is about: a follow-up on the last answer, covered topics, something else, or not clear."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue import wording
from bot.dialogue.answering import answer_measures, answer_topics
from bot.dialogue.entitlements import entitlement_list
from bot.dialogue.judging import question_options
from bot.dialogue.snapshot import OVERVIEW
from bot.dialogue.standing import standing, states_to_be_outside
from bot.dialogue.steps.small_talk import take_up
from bot.dialogue.turn import Turn, plain
from bot.dialogue.two_questions import topics_asked
from bot.dialogue.understanding import (
    SURE,
    Reading,
    asks_for_a_phone,
    leans_on_last,
    named_topics,
    names_outside,
    only_asks,
    only_introduces,
    read_topics,
    says_nothing,
)
from bot.matching.score import Scored
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option, Pending

_DOUBTFUL = 0.0
_CHOICES = 3
_TOGETHER = 2
_NEARLY = 4.0
_SHORT = 12


def topic(turn: Turn) -> Reply:
    """The reply to what the message is about. Every message that comes this far gets one."""
    pending = turn.session.pending
    if turn.answered_pending and pending is not None:
        return _resume(turn, pending)
    if (leans_on_last(turn) and _says_something(turn)) or _only_says_where(turn):
        if _elsewhere_around(turn):
            return _around(turn)
        return _then_resume(turn, _follow_up(turn), pending)
    if only_introduces(turn):
        return _then_resume(turn, _follow_up(turn), pending) if turn.session.topics else _introduced(turn)
    return _then_resume(turn, _about(turn, read_topics(turn)), pending)


def _about(turn: Turn, reading: Reading) -> Reply:
    if says_nothing(turn):
        return _unclear(turn, ())
    if reading.margin < SURE:
        refusal = standing(turn, reading.covered[0].topic) if reading.covered and states_to_be_outside(turn) else None
        if refusal is not None:
            return refusal
        if turn.session.measures and turn.facets and len(turn.analysis.text) <= _SHORT and not names_outside(turn):
            return _follow_up(turn)
        phrase = reading.small_talk
        if phrase is not None and not turn.session.measures and not turn.asks("amount"):
            return _small_talk(turn, phrase)
        outside = [scored for scored in reading.others if scored.topic in turn.snapshot.outside_by_id]
        if reading.margin < _DOUBTFUL and outside:
            return _outside(turn, outside[0], reading.covered)
        return _unclear(turn, reading.covered)
    if _elsewhere_around(turn):
        return _around(turn)
    if only_asks(turn) and not turn.session.topics:
        return entitlement_list(turn) if turn.asks("verdict") else _unclear(turn, ())
    first = _in_region(turn, reading)
    if first == OVERVIEW:
        named = named_topics(reading)[:_TOGETHER]
        return answer_topics(turn, named) if named else entitlement_list(turn)
    refusal = standing(turn, first)
    if refusal is not None:
        return refusal
    return answer_topics(turn, topics_asked(turn, first))


def _only_says_where(turn: Turn) -> bool:
    """Whether the message sets the region right, with nothing asked anew."""
    moved = turn.spoken.own and turn.spoken.region is not None and turn.spoken.region != turn.before.region
    return moved and bool(turn.session.topics) and not turn.facets


def _in_region(turn: Turn, reading: Reading) -> str:
    """The best topic; one that the person's document has, if it is nearly as good."""
    best = reading.covered[0]
    answered = [s for s in reading.covered if turn.region is None or (s.topic, turn.region) in turn.snapshot.answers]
    near = next((s for s in answered if s.total >= best.total - _NEARLY), None)
    return near.topic if near is not None and best.topic != OVERVIEW else best.topic


def _follow_up(turn: Turn) -> Reply:
    """The last answer again, for the side, the facts or the region now named."""
    turn.note("接着上一个回答")
    region_of = turn.snapshot.knowledge.region_of
    other_region = turn.spoken.region is not None and any(
        region_of[measure].region.id != turn.spoken.region for measure in turn.session.measures
    )
    if asks_for_a_phone(turn):
        turn.facets = [facet.id for facet in turn.snapshot.knowledge.facets if facet.contacts and not facet.officer]
    turn.brief = bool(turn.facets)
    if not turn.facets:
        turn.facets = _inherited(turn)
    if turn.session.topics == (OVERVIEW,):
        return entitlement_list(turn)
    refusal = standing(turn, turn.session.topics[0]) if turn.session.topics else None
    if refusal is not None:
        return refusal
    if turn.session.measures and not other_region:
        return answer_measures(turn, turn.session.measures)
    return answer_topics(turn, turn.session.topics)


def _inherited(turn: Turn) -> list[str]:
    """The side the last question asked about; who is in charge is named only to who asks it in this message."""
    return [facet for facet in turn.session.facets if not turn.snapshot.facet_by_id[facet].officer]


def _says_something(turn: Turn) -> bool:
    """Whether a message that leans on the last answer asks or states anything at all."""
    said = turn.facets or turn.stated or turn.quantities or turn.spoken.region or turn.analysis.ids("contact")
    asks = turn.analysis.text.rstrip("？。！").endswith(("呢", "吗", "么", "不"))
    return bool(said) or asks or only_introduces(turn) or asks_for_a_phone(turn)


def _resume(turn: Turn, pending: Pending) -> Reply:
    """Go on with what the answered question was for."""
    turn.note("回答了刚才的问题")
    if pending.purpose == "entitlements":
        return entitlement_list(turn)
    if not turn.facets:
        turn.facets = _inherited(turn)
    return answer_measures(turn, pending.measures)


def _then_resume(turn: Turn, reply: Reply, pending: Pending | None) -> Reply:
    """After an answer in the middle of an interview, put the open question again, once."""
    fact = turn.snapshot.definitions.get(pending.fact) if pending else None
    if pending is None or fact is None or turn.session.pending is not None or reply.decision is not Decision.ANSWER:
        return reply
    if fact.id in turn.session.values() or pending.purpose == "entitlements" or pending.again:
        return reply
    turn.update(pending=replace(pending, again=True))
    question = Section((Line(LineKind.QUESTION, f"接着刚才的：{fact.question}"),))
    return replace(reply, sections=(*reply.sections, question), options=question_options(fact, None, turn.facts))


def _small_talk(turn: Turn, phrase_id: str) -> Reply:
    phrase = next(phrase for phrase in turn.snapshot.knowledge.phrases if phrase.id == phrase_id)
    turn.note(f"像是“{phrase.id}”")
    return take_up(turn, phrase)


def _outside(turn: Turn, outside: Scored, covered: tuple[Scored, ...]) -> Reply:
    topic = turn.snapshot.outside_by_id[outside.topic]
    turn.note(f"范围外：{topic.title}")
    turn.update(pending=None)
    return plain(
        Decision.DECLINE,
        f"{topic.decline}不在两份文件里，我答不了，免得说错。",
        wording.scope(turn.snapshot.knowledge),
        options=_choices(turn, covered),
    )


def _unclear(turn: Turn, covered: tuple[Scored, ...]) -> Reply:
    """Offer the nearest topics, or say what is covered."""
    options = _choices(turn, covered)
    if not options:
        scope = wording.scope(turn.snapshot.knowledge)
        return plain(Decision.DECLINE, "没看明白您的问题。", scope, options=(Option("菜单", "menu"),))
    menu = Option("都不是，看菜单", "menu")
    return plain(Decision.ASK, wording.WHICH_TOPIC, options=(*options, menu), kind=LineKind.QUESTION)


def _choices(turn: Turn, covered: tuple[Scored, ...]) -> tuple[Option, ...]:
    topics = turn.snapshot.topic_by_id
    return tuple(Option(topics[scored.topic].short, f"topic:{scored.topic}") for scored in covered[:_CHOICES])


def _introduced(turn: Turn) -> Reply:
    """Who somebody is has been noted; what they want is asked, unless the documents are not for them at all."""
    refusal = standing(turn, OVERVIEW)
    if refusal is not None:
        return refusal
    options = (Option("我的待遇", "do:my"), Option("菜单", "menu"))
    return plain(Decision.ASK, wording.INTRODUCED, options=options, kind=LineKind.QUESTION)


def _elsewhere_around(turn: Turn) -> bool:
    """Whether a wider place is named that the person's region is no part of."""
    around = turn.spoken.around
    part = turn.snapshot.knowledge.region_by_id.get(turn.region or "")
    return around is not None and (part is None or around not in part.region.around)


def _around(turn: Turn) -> Reply:
    """A wider place was named of which only one district is covered."""
    parts = [part for part in turn.snapshot.knowledge.regions if turn.spoken.around in part.region.around]
    names = "、".join(part.region.name for part in parts)
    return plain(
        Decision.ASK,
        f"{turn.spoken.around}我只收录了{names}的文件，其他区的不能套用。您是{names}的吗？",
        options=(*wording.region_options(parts), Option("不是", "do:cancel")),
        kind=LineKind.QUESTION,
    )
