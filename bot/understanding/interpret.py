"""What a read message wants: the first of these that fits, from danger to not understood."""

from __future__ import annotations

from dataclasses import replace

from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.language.questions import explains, predicates, states, turns_aside
from bot.model.condition import fact_tests
from bot.model.session import Session
from bot.understanding import naming
from bot.understanding.added import adds_to_hand, is_of_another, only_says, points_to_another
from bot.understanding.choice import chosen
from bot.understanding.distress import Distress, Practical, beside, read_distress
from bot.understanding.follow_up import (
    asks_for_a_phone,
    asks_of_a_point,
    names_hand,
    only_adds,
    only_explains,
    returned_to,
    says_something,
    stays,
    tells_more,
    topic_counted_for,
)
from bot.understanding.gentle import gentle_line
from bot.understanding.hear import Heard
from bot.understanding.intents import (
    AfterDistress,
    Answer,
    Around,
    Ask,
    Command,
    Danger,
    Excluded,
    FollowUp,
    Intent,
    Interpretation,
    Introduced,
    Listened,
    Margin,
    MoveTo,
    Outside,
    Overview,
    Perhaps,
    SmallTalk,
    StillOn,
    Told,
    TooLong,
    Unclear,
    Uncovered,
    Unreadable,
)
from bot.understanding.introduction import introducing
from bot.understanding.items import items_asked
from bot.understanding.margin import asked_outright, margin_of, named_outright
from bot.understanding.offices import office_asked
from bot.understanding.places import names_only
from bot.understanding.said import CLOSING, Act, Said
from bot.understanding.small_talk import closing_of
from bot.understanding.standing import for_anyone, outside_by
from bot.understanding.telling import asks_nothing, leaves_off, only_tells, tells_of_nothing_covered, tells_who
from bot.understanding.two_questions import topics_asked

_CHOICES = 3
_SURELY = 12.0
"""Margin from which a message that sounds like distress may be about a covered topic after all."""

_PLAINLY_OF = 11.0
"""Score of a topic from which danger that no word of care tells of is about that topic: neighbours who bar the door."""

_MORE_SURELY = 18.0
"""The same where distress is plain: to whom it was told comes first."""

_TOGETHER = 2
_LIKELY = 4
"""Topics of a message among which those are that its asking sentences ask about."""

_SHORT = 12
"""Characters up to which a message that is not surely about anything may still go on with the last answer."""


_NOTHING_ELSE = (Told, Introduced, Unclear, Outside, StillOn, SmallTalk)
"""What a message is found to want that asks for nothing the documents give."""


def interpret(heard: Heard, said: Said, session: Session, snapshot: Snapshot) -> Interpretation:
    """Decide what one typed message wants. ``session`` is as it was before the message."""
    if not heard.readable:
        return Interpretation(Unreadable())
    distress = _distress(said, session, snapshot)
    if distress is None or distress.practical:
        return _undistressed(heard, said, session, snapshot, distress)
    kind = snapshot.care.kinds[distress.kind]
    if distress.plain or not kind.unsure or (session.gentle is not None and kind.grave):
        return Interpretation(Danger(distress))
    if session.gentle is not None and not said.asks and not _tells_facts(said, session, snapshot):
        return Interpretation(Listened())
    meant = _undistressed(heard, said, session, snapshot, None)
    counted = said.counting.spells and isinstance(meant.intent, Ask | FollowUp | Introduced)
    if distress.unspoken and not kind.grave and counted:
        return meant  # 大概干了二十来天吧: days counted for a sum, and no word of how it was
    return replace(meant, intent=Perhaps(distress)) if _wants_nothing_else(meant, said) else meant


def _tells_facts(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether somebody who was in no danger tells what a sum or a verdict rests on: that is no more of their distress."""
    grave = session.gentle is not None and snapshot.care.kinds[session.gentle.kind].grave
    lasting = any(not snapshot.definitions[fact].passing for fact in said.stated)
    return not grave and (lasting or bool(said.counting.spells))


def _wants_nothing_else(meant: Interpretation, said: Said) -> bool:
    """Whether distress that was not said plainly is all there is to a message."""
    if isinstance(meant.intent, Ask) and meant.margin is not None:
        return Act.ASKS not in said.acts or meant.margin.surely < _SURELY
    return isinstance(meant.intent, _NOTHING_ELSE)


def _undistressed(
    heard: Heard, said: Said, session: Session, snapshot: Snapshot, sigh: Distress | None
) -> Interpretation:
    """What a message wants besides distress, or behind a sigh."""
    line = gentle_line(session.gentle, said.analysis, snapshot.care) if session.gentle is not None else None
    if line is not None:
        return Interpretation(AfterDistress(line))
    if heard.too_long:
        return Interpretation(TooLong())
    intent = _chosen_or_small_talk(said, session, snapshot) or _about_a_place(said, session, snapshot)
    intent = intent or office_asked(said, snapshot) or items_asked(said, snapshot)
    if intent is not None:
        return Interpretation(intent, sigh=sigh)
    intent = _goes_on(said, session, snapshot)
    if intent is not None:
        return Interpretation(intent, sigh=sigh)
    if not session.topics and _asks_of_all(said, snapshot):
        return Interpretation(Overview(), sigh=sigh)
    margin = margin_of(said, session, snapshot)
    idle = margin.margin < snapshot.weights.sure and not said.facets
    if session.gentle is not None and (idle or only_tells(said)) and not _tells_facts(said, session, snapshot):
        return Interpretation(Listened(), margin)
    return Interpretation(_about(said, margin, session, snapshot), margin, sigh)


def _distress(said: Said, session: Session, snapshot: Snapshot) -> Distress | None:
    """The distress a message tells of, held against the topic it may surely be about instead."""
    found = read_distress(said.analysis, snapshot.care)
    if found is None or found.practical:
        return found
    kind = snapshot.care.kinds[found.kind]
    foreseen = snapshot.verbatim.get(said.topical.text)
    if said.replies_in_words or _commands(said) or (foreseen is not None and (said.asks or foreseen not in kind.help)):
        return None  # 都不在, 忘了我, 邻居躲我: what an author foresaw, word for word
    plain = said.phrase is not None or _only_corrects(said) or office_asked(said, snapshot) is not None
    if (plain or (said.spoken.own and names_only(said.analysis))) and found.faint(plain=plain):
        return None  # 我在深圳, 不对，我没去武汉: where somebody is, and nothing of how they are
    if session.gentle is None and found.outweighed(_practical(said, session, snapshot), kind.grave):
        return None
    margin = margin_of(said, session, snapshot)
    if session.gentle is None and _put_aside(found, said, margin, snapshot):
        return None if kind.grave else replace(found, practical=True)
    helped = not margin.covered or margin.covered[0].column.id in kind.help
    if helped or margin.margin < (_MORE_SURELY if found.plain else _SURELY):
        return found
    return beside(found, kind.grave, bool(said.facets) or said.asks)


def _put_aside(found: Distress, said: Said, margin: Margin, snapshot: Snapshot) -> bool:
    """Whether a message plainly puts a covered question that distress does not answer, or tells of danger in no word of it."""
    kind = snapshot.care.kinds[found.kind]
    best = next(iter(margin.covered), None)
    if best is None or best.column.id in kind.help or not found.yields(kind.grave):
        return False
    if margin.margin < snapshot.weights.outright:
        return False
    of_others = kind.danger and found.unspoken and best.total >= _PLAINLY_OF
    return of_others or asked_outright(said, best, snapshot)


def _practical(said: Said, session: Session, snapshot: Snapshot) -> Practical:
    """How practical a message is that stands in a conversation on a measure."""
    goes_on = bool(session.topics or session.pending)
    if not (goes_on or session.facts):
        return Practical.TELLS_WHO if said.spoken.own and only_tells(said) else Practical.NOT
    stated = said.stated and not said.supposes
    closes = any(snapshot.signal(name).heard(said.text) for name in ("returns", "doubts-it"))
    closes = closes or not CLOSING.isdisjoint(said.acts)
    if stated or said.counting.counted or said.spoken.region or said.spoken.uncovered or (goes_on and closes):
        return Practical.TELLS_FACTS
    if goes_on and (introducing(said, snapshot) or only_explains(said, session, snapshot)):
        return Practical.TELLS_WHO
    return Practical.GOES_ON if goes_on else Practical.NOT


def _only_corrects(said: Said) -> bool:
    """Whether a message takes something back and tells instead how or where it is: 不对，我没去武汉，就在本区."""
    return said.corrects and bool(said.stated or said.spoken.region or said.counting.spans)


def _commands(said: Said) -> bool:
    """Whether the message is, word for word, what authors wrote down as a command, and no farewell: 我不想说, 忘了我."""
    return said.phrase is not None and said.phrase.action is not None and Act.LEAVES not in said.acts


def _chosen_or_small_talk(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    choice = chosen(said, session, snapshot)
    if choice is not None:
        return choice
    if said.phrase is None or said.replies_in_words:
        return None
    return taken_up(SmallTalk(said.phrase))


def taken_up(talk: SmallTalk) -> Command | SmallTalk:
    """What a phrase of small talk wants: what it commands done, or just its reply."""
    return Command(talk.phrase.action) if talk.phrase.action is not None else talk


def _about_a_place(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    """A place nobody covers, or nothing but the name of a covered one."""
    spoken = said.spoken
    if spoken.uncovered is not None and not (session.topics and _tells_where_held(said, snapshot)):
        return Uncovered(spoken.uncovered)
    if len(spoken.regions) > 1:
        return None
    if spoken.region is not None:
        if spoken.region == session.region and session.topics:
            return None
        if said.corrects and _says_only_where(said, snapshot):
            return MoveTo(spoken.region)
        asks = said.facets or said.stated or said.counting.spans or naming.outside_by_sign(said, snapshot)
        asks = asks or naming.names_a_topic(said, snapshot, snapshot.weights.typical)
        return MoveTo(spoken.region) if not asks and names_only(said.analysis) else None
    return Uncovered(session.elsewhere) if session.elsewhere is not None else None


def _tells_where_held(said: Said, snapshot: Snapshot) -> bool:
    """Whether a place is only named as where somebody's registration is: 弄错了，我爸的在南开."""
    return said.corrects and any(snapshot.definitions[fact].held is not None for fact in said.stated)


def _says_only_where(said: Said, snapshot: Snapshot) -> bool:
    """Whether a correction sets right where the person is, and neither asks nor states anything besides."""
    apart = said.facets or said.counting.spans or said.analysis.ids("name") or Act.ASKS in said.acts
    return not apart and not naming.names_a_topic(said, snapshot, snapshot.weights.plainly)


def _goes_on(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    """The reply to the question that waits, or more on the matter in hand."""
    if said.replies and session.pending is not None and not naming.outside_by_sign(said, snapshot):
        return Answer()
    closing = closing_of(said, snapshot)
    if closing is not None and session.pending is None:
        return SmallTalk(closing)
    if leaves_off(said, snapshot):
        return Told()
    earlier = _returned_to(said, session, snapshot)
    if earlier is not None:
        return Ask((earlier,))
    counted = topic_counted_for(said, session, snapshot)
    if counted is not None:
        return Ask((counted,))
    if said.corrects and said.spoken.region is not None and _only_says_where(said, session):
        return MoveTo(said.spoken.region)
    if _adds_up(said, session):
        return _follow_up(said, session, snapshot)
    if _stays(said, session, snapshot) or _only_says_where(said, session):
        return _around(said, snapshot) or _follow_up(said, session, snapshot)
    if naming.only_introduces(said, snapshot):
        return _follow_up(said, session, snapshot) if session.topics else Introduced()
    return None


def _returned_to(said: Said, session: Session, snapshot: Snapshot) -> str | None:
    """The earlier topic that a message comes back to."""
    alone = _alone(said, session, snapshot) if session.earlier and turns_aside(said.text) else Margin()
    sure = alone.margin >= snapshot.weights.sure and bool(alone.covered)
    return returned_to(said, session, alone.covered[0].column.id if sure else None, snapshot)


_ONLY_ADDS = 14
"""Characters of a message that only asks for what was told to be added up."""


def _adds_up(said: Said, session: Session) -> bool:
    """Whether the message only wants what was counted added up: 两段加一起呢."""
    counting = said.counting
    only = counting.everything and not counting.spans and len(said.text) <= _ONLY_ADDS
    return only and bool(session.tally.spells and session.measures)


def _stays(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether the message says more on the matter in hand."""
    if not (session.topics or session.measures) or not says_something(said, session, snapshot):
        return False
    return stays(said, session, _alone(said, session, snapshot), snapshot)


def _follow_up(said: Said, session: Session, snapshot: Snapshot) -> FollowUp:
    """The side now asked for, or the one the last question asked for."""
    facets = said.facets
    if asks_for_a_phone(said, session, snapshot):
        facets = tuple(facet.id for facet in snapshot.knowledge.facets if facet.contacts and not facet.officer)
    if not facets and not asks_of_a_point(said, session):
        return FollowUp(inherited(session, snapshot))
    return FollowUp(facets, brief=bool(facets))


def inherited(session: Session, snapshot: Snapshot) -> tuple[str, ...]:
    """The side the last question asked about; who is in charge is named only to who asks it in this message."""
    known = snapshot.facet_by_id
    return tuple(facet for facet in session.facets if facet in known and not known[facet].officer)


def _only_says_where(said: Said, session: Session) -> bool:
    """Whether the message sets the region right, with nothing asked anew."""
    own = said.spoken.own or session.region is None or (said.corrects and said.acts <= {Act.CORRECTS, Act.TELLS})
    moved = own and said.spoken.region is not None and said.spoken.region != session.region
    return moved and bool(session.topics) and not said.facets and Act.ASKS not in said.acts


def _around(said: Said, snapshot: Snapshot) -> Around | None:
    """A wider place is named that the person's region is no part of."""
    around = said.spoken.around
    part = snapshot.places.get(said.region or "")
    return Around(around) if around is not None and (part is None or around not in part.region.around) else None


def _about(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> Intent:
    """What a message is about that stands for itself."""
    picked = _picked(said, margin, session, snapshot)
    if picked is not None:
        return Ask((picked,))
    if not session.topics and tells_who(said, margin, snapshot):
        return Introduced()
    if session.topics:
        more = _adds(said, session, snapshot)
        if more is not None:
            return more
    if naming.says_nothing(said, snapshot):
        return _still_on(session, snapshot) or Unclear(())
    if tells_of_nothing_covered(said, margin, session, snapshot):
        if margin.margin >= snapshot.weights.sure and names_hand(said, session, snapshot.weights.faintly, snapshot):
            return _follow_up(said, session, snapshot)
        if session.topics and tells_more(said, session, snapshot):
            return _follow_up(said, session, snapshot)
        return Introduced() if said.stated or said.counting.spans else Told()
    if margin.surely < snapshot.weights.sure:
        if said.counting.spells and asks_nothing(said) and not naming.names_outside(said, snapshot):
            return Introduced()
        return _unsure(said, margin, session, snapshot)
    around = _around(said, snapshot)
    if around is not None:
        return around
    if naming.only_asks(said, snapshot) and not session.topics:
        return Unclear(())
    first = _in_region(said, margin, snapshot)
    if first == OVERVIEW:
        known = [topic for topic in named_outright(margin, snapshot) if _has(said.region, topic, snapshot)]
        named = tuple(known[:_TOGETHER])
        return Ask(named) if named else Overview()
    likely = [scored.column.id for scored in margin.covered[:_LIKELY]]
    return Ask(topics_asked(said, first, snapshot, likely))


def _picked(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> str | None:
    """What a fragment picks from all that was listed: 就是上班坐车的."""
    best = margin.covered[0].column.id if margin.covered else OVERVIEW
    if session.topics != (OVERVIEW,) or best == OVERVIEW or said.stated or said.counting or not asks_nothing(said):
        return None
    fragment = explains(said.text) or not (states(said.text) or predicates(said.text))
    return best if fragment and margin.lead > 0 and margin.margin >= snapshot.weights.sure else None


def _adds(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    """More on the matter in hand, told by a message that asks nothing; or what is only said amid it."""
    alone = _alone(said, session, snapshot)
    if points_to_another(said, session, alone, snapshot):
        return None
    if only_explains(said, session, snapshot):
        return _follow_up(said, session, snapshot)
    if is_of_another(said, session, alone, snapshot):
        return None
    if adds_to_hand(said, session, alone, snapshot) or only_adds(said, session, snapshot):
        return _follow_up(said, session, snapshot)
    return Told() if only_says(said, session, alone, snapshot) else None


def _alone(said: Said, session: Session, snapshot: Snapshot) -> Margin:
    """How a message ranks without what is in hand."""
    return margin_of(said, replace(session, topics=(), measures=()), snapshot)


def _asks_of_all(said: Said, snapshot: Snapshot) -> bool:
    """Whether nothing but a verdict is asked, of nothing in particular: 我符合吗."""
    return naming.only_asks(said, snapshot) and any(snapshot.facet_by_id[facet].verdict for facet in said.facets)


def _unsure(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> Intent:
    """What becomes of a message that no covered topic is sure of."""
    stated = outside_by(said.stated, snapshot)
    if margin.covered and stated is not None and not for_anyone(margin.covered[0].column.id, snapshot):
        return Excluded(margin.covered[0].column.id)
    left_open = _left_open(said, margin, snapshot)
    if left_open is not None:
        return Ask((left_open,))
    outside_named = naming.names_outside(said, snapshot) or naming.outside_by_sign(said, snapshot)
    outside_named = outside_named or margin.surely < -snapshot.weights.far_outside
    if session.measures and said.facets and len(said.text) <= _SHORT and not outside_named:
        return _follow_up(said, session, snapshot)
    top = margin.others[0].column if margin.others else None
    asks_amount = any(snapshot.facet_by_id[facet].amount for facet in said.facets)
    idle = not session.measures or (margin.margin < snapshot.weights.doubtful and len(said.text) > _SHORT)
    if top is not None and top.kind == "phrase" and idle and not asks_amount:
        return taken_up(SmallTalk(next(phrase for phrase in snapshot.knowledge.phrases if phrase.id == top.id)))
    near = tuple(scored.column.id for scored in margin.covered[:_CHOICES])
    outside = next((scored.column for scored in margin.others if scored.column.kind == "outside"), None)
    speaks_for_covered = margin.margin if margin.lead > 0 else margin.surely
    if speaks_for_covered < snapshot.weights.doubtful and outside is not None:
        vague = len(said.text) <= _SHORT and not outside_named
        return (_still_on(session, snapshot) if vague else None) or Outside(outside.id, near)
    return _still_on(session, snapshot) or Unclear(near)


def _left_open(said: Said, margin: Margin, snapshot: Snapshot) -> str | None:
    """The covered topic a message names for somebody whom its measure neither names nor leaves out: 文件没写 is the answer."""
    best = margin.covered[0].column if margin.covered else None
    if best is None or not said.stated or said.spoken.uncovered is not None or margin.margin < snapshot.weights.left_open:
        return None
    named = any(column == best and degree >= snapshot.weights.typical for column, degree in naming.naming(said, snapshot))
    regions = [said.region] if said.region is not None else [part.region.id for part in snapshot.knowledge.regions]
    measures = [m for region in regions for m in snapshot.answers.get((best.id, region), ())]
    tests = [test for m in measures for item in m.entitlements for silent in item.silent for test in fact_tests(silent.when)]
    tests = [test for test in tests if snapshot.definitions[test.fact].of_staff]
    open_for = any(said.stated.get(test.fact) in test.options for test in tests)
    return best.id if named and open_for and outside_by(said.stated, snapshot) is None else None


def _still_on(session: Session, snapshot: Snapshot) -> StillOn | None:
    """Asks whether the matter in hand is still meant."""
    in_hand = (topic for topic in session.topics if topic in snapshot.topic_by_id and topic != OVERVIEW)
    return next(map(StillOn, in_hand), None)


def _in_region(said: Said, margin: Margin, snapshot: Snapshot) -> str:
    """The best topic; one that the person's document has, if it is nearly as good."""
    best = margin.covered[0]
    has = (s for s in margin.covered if _has(said.region, s.column.id, snapshot))
    near = next((scored for scored in has if scored.total >= best.total - snapshot.weights.nearly), None)
    return near.column.id if near is not None and best.column.id != OVERVIEW else best.column.id


def _has(region: str | None, topic: str, snapshot: Snapshot) -> bool:
    """Whether there is an answer on a topic for a region; where that is unknown, some region has one."""
    return region is None or snapshot.has_answer(topic, region)
