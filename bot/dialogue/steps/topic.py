"""What the message is about: a follow-up on the last answer, covered topics, something else, or not clear."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from bot.dialogue import wording
from bot.dialogue.answering import answer_measures, answer_topics
from bot.dialogue.entitlements import entitlement_list
from bot.dialogue.snapshot import OVERVIEW
from bot.dialogue.turn import Turn, plain
from bot.language.analyse import Analysis
from bot.language.numerals import NUMBER, value_of
from bot.matching.features import compared, features
from bot.matching.score import Ranking, Scored, rank
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option, Pending

_LEANING = re.compile(r"^(那|换成|改成|换|不对|说错|我是说|哦说错|要是|如果|假如|再|还有|另外|它|这个|这笔|好的那|嗯那|那么|那要)")
_PIECES = re.compile(r"[。？！；\n]|，?(?:还有就是|还有|另外|顺便|再就是|再问|以及)")
_FUNCTION = frozenset("的了吗呢吧啊呀嘛么是我你您他她它们这那个就也还都在有要会能不没和跟与或再又去来给把被对从到上下里外中一些什怎谁哪几多少可以请问想帮下呗哦嗯得着过点啦")
_FOCUS_BONUS = 2.0
_HINT_BONUS = 3.0
_SURE = 0.4
_UNSURE = -0.6
_CLEAR_LEAD = 3.0
_CHOICES = 3
_TYPICAL = 0.25


def topic(turn: Turn) -> Reply:
    """The reply to what the message is about. Every message that comes this far gets one."""
    analysis, snapshot = turn.analysis, turn.snapshot
    turn.ranking = _rank(analysis, turn, _prior(turn))
    _note_ranking(turn)
    pending = turn.session.pending
    if turn.answered_pending and pending is not None:
        return _resume(turn, pending)
    if _leans_on_last(turn):
        turn.note("接着上一个回答")
        elsewhere = {turn.snapshot.knowledge.region_of[m].region.id for m in turn.session.measures} - {turn.region}
        if turn.session.measures and not (turn.spoken.region and elsewhere):
            if not turn.facets:
                turn.facets = list(turn.session.facets)
            return answer_measures(turn, turn.session.measures)
        return answer_topics(turn, turn.session.topics)
    reply = _about(turn)
    return _then_resume(turn, reply, pending)


def _about(turn: Turn) -> Reply:
    covered, outside = _split(turn)
    if covered is None:
        return _unclear(turn, [])
    gap = covered[0].total - (outside[0].total if outside else 0.0)
    turn.note(f"范围内外之差 {gap:.1f}")
    if gap < _UNSURE:
        return _outside(turn, outside[0], covered)
    if gap < _SURE:
        return _unclear(turn, covered)
    if covered[0].topic == OVERVIEW:
        return entitlement_list(turn)
    if turn.spoken.around is not None and turn.region is None:
        return _around(turn)
    topics = [covered[0].topic]
    second = _second_question(turn, covered[0].topic)
    if second is not None:
        topics.append(second)
    return answer_topics(turn, topics)


def _rank(analysis: Analysis, turn: Turn, prior: Mapping[str, float]) -> Ranking:
    tokens = compared(analysis)
    return rank(features(tokens, turn.snapshot.language), "".join(tokens), turn.snapshot.index, prior)


def _split(turn: Turn) -> tuple[list[Scored] | None, list[Scored]]:
    """Covered and out-of-scope topics, each by falling score."""
    covered_ids = turn.snapshot.topic_by_id
    covered = [scored for scored in turn.ranking.scored if scored.topic in covered_ids]
    return covered or None, [scored for scored in turn.ranking.scored if scored.topic not in covered_ids]


def _prior(turn: Turn) -> dict[str, float]:
    """What speaks for a topic besides the words: it is in hand, or a stated fact or named figure points to it."""
    known = turn.snapshot.index.column_of
    prior = {topic: _FOCUS_BONUS for topic in turn.session.topics if topic in known}
    hints = turn.snapshot.hints
    named = {f"={value:g}" for match in NUMBER.findall(turn.analysis.text) if (value := value_of(match)) is not None}
    names = {f"“{name}" for name in turn.analysis.ids("name")}
    for name in sorted({*turn.stated, *(quantity.fact for quantity in turn.quantities), *named, *names}):
        for topic in hints.get(name, ()):
            prior[topic] = prior.get(topic, 0.0) + _HINT_BONUS
            turn.note(f"“{name.lstrip('=“')}”指向 {topic}")
    return prior


def _resume(turn: Turn, pending: Pending) -> Reply:
    """Go on with what the answered question was for."""
    turn.note("回答了刚才的问题")
    if pending.purpose == "entitlements":
        return entitlement_list(turn)
    if not turn.facets:
        turn.facets = list(turn.session.facets)
    return answer_measures(turn, pending.measures)


def _then_resume(turn: Turn, reply: Reply, pending: Pending | None) -> Reply:
    """After an answer in the middle of an interview, put the open question again."""
    fact = turn.snapshot.definitions.get(pending.fact) if pending else None
    if pending is None or fact is None or turn.session.pending is not None or reply.decision is not Decision.ANSWER:
        return reply
    if any(m in reply.measures for m in pending.measures) or fact.id in turn.session.values():
        return reply
    from bot.dialogue.compose import question_options

    turn.update(pending=pending)
    question = Section((Line(LineKind.QUESTION, f"接着刚才的：{fact.question}"),))
    return replace(reply, sections=(*reply.sections, question), options=question_options(fact, None, turn.facts))


def _leans_on_last(turn: Turn) -> bool:
    """Whether the message only makes sense after the last answer: nothing left in it that names a topic."""
    if not turn.session.topics and not turn.session.measures:
        return False
    if turn.session.topics == (OVERVIEW,):
        return False
    return not _naming_tokens(turn)


def _naming_tokens(turn: Turn) -> list[str]:
    """Tokens outside facets, facts and places that are typical of some topic."""
    index = turn.snapshot.index
    taken = {i for start, end in turn.spans for i in range(start, end)}
    taken |= {i for m in turn.analysis.mentions if m.label[0] in ("place", "contact") for i in range(m.start, m.end)}
    naming, position = [], 0
    for token in turn.analysis.tokens:
        start, position = position, position + len(token)
        if all(i in taken or token[i - start] in _FUNCTION or not token[i - start].isalpha() for i in range(start, position)):
            continue
        row = index.row_of.get("w" + token)
        if row is not None and float(index.contrast[row].max()) >= _TYPICAL:
            naming.append(token)
    return naming


def _second_question(turn: Turn, first: str) -> str | None:
    """The topic of a second question in the same message, if it is clear on its own."""
    text = turn.analysis.text
    pieces = [piece for piece in _PIECES.split(text) if len(piece) >= 4]
    if len(pieces) < 2:
        return None
    language, snapshot = turn.snapshot.language, turn.snapshot
    found: list[tuple[str, float]] = []
    for piece in pieces:
        analysis = language.analyse(piece, correct=False)
        ranking = _rank(analysis, turn, {})
        best = ranking.scored[:2]
        if len(best) == 2 and best[0].topic in snapshot.topic_by_id and best[0].total - best[1].total >= _CLEAR_LEAD:
            found.append((best[0].topic, best[0].total))
    topics = list(dict.fromkeys(topic for topic, _ in found))
    others = [topic for topic in topics if topic != first and topic != OVERVIEW]
    return others[0] if first in topics and others else None


def _outside(turn: Turn, outside: Scored, covered: list[Scored]) -> Reply:
    topic = turn.snapshot.outside_by_id[outside.topic]
    turn.note(f"范围外：{topic.title}")
    turn.update(pending=None)
    near = tuple(Option(turn.snapshot.topic_by_id[s.topic].short, f"topic:{s.topic}") for s in covered[:_CHOICES])
    return plain(
        Decision.DECLINE,
        f"{topic.decline}不在两份文件里，我答不了，免得说错。",
        wording.scope(turn.snapshot.knowledge),
        options=near,
    )


def _unclear(turn: Turn, covered: list[Scored]) -> Reply:
    """Offer the nearest topics, or say what is covered."""
    options = tuple(Option(turn.snapshot.topic_by_id[s.topic].short, f"topic:{s.topic}") for s in covered[:_CHOICES])
    if not options:
        return plain(Decision.DECLINE, "没看明白您的问题。", wording.scope(turn.snapshot.knowledge), options=(Option("菜单", "menu"),))
    return plain(Decision.ASK, wording.WHICH_TOPIC, options=(*options, Option("都不是，看菜单", "menu")), kind=LineKind.QUESTION)


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


def _note_ranking(turn: Turn) -> None:
    for scored in turn.ranking.scored[:_CHOICES]:
        turn.note(
            f"候选 {scored.topic}：{scored.total:.1f}（用词 {scored.contrast:.1f}，整体 {scored.profile:.1f}，例句 {scored.phrasing:.1f}）"
        )


