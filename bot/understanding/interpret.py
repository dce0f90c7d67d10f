"""What a read message wants: the first of these that fits, from danger to not understood."""

from __future__ import annotations

from dataclasses import replace

from bot.compiled.keys import FactHint
from bot.compiled.snapshot import OVERVIEW, Snapshot
from bot.language.asked_of_whom import asks_whether_all_is_for_one, only_says_of_whom
from bot.model.session import Session
from bot.model.talk import Phrase
from bot.understanding import naming
from bot.understanding.about import about, told_of
from bot.understanding.by_itself import asks_for_ones_own_list, named_by_itself
from bot.understanding.charged import charge_asked
from bot.understanding.choice import chosen
from bot.understanding.distress import Distress, is_idle, is_said_lightly
from bot.understanding.distress_beside import distress_of, line_that_helps, without_the_sigh
from bot.understanding.gentle import explains_away, gentle_line, while_gentle
from bot.understanding.going_on import alone_of, asks_whether_an_office, goes_on, still_outside
from bot.understanding.hear import Heard
from bot.understanding.intents import (
    AfterDistress,
    Around,
    Ask,
    Command,
    Danger,
    ExplainedAway,
    FollowUp,
    Intent,
    Interpretation,
    Introduced,
    Listened,
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
from bot.understanding.items import beyond_items, in_full_if_asked, items_asked
from bot.understanding.judged import disappointed, judged, scolds
from bot.understanding.margin import margin_of
from bot.understanding.money_asked import money_asked
from bot.understanding.offices import office_asked
from bot.understanding.people import asks_of_them
from bot.understanding.places import names_only
from bot.understanding.said import Act, Said
from bot.understanding.small_talk import likest_phrase, taken_up
from bot.understanding.telling import asks_nothing, only_tells, tells_of_hardship

_COVERS = "covers"
_COMPLAINT = "complaint"
"""The phrase of somebody who finds no use in the bot or the documents."""

_TO_ANOTHER_REGION = "another-region"
"""The phrase by which somebody wants another region's document and says which."""

_NOTHING_ELSE = (Told, Introduced, Unclear, Outside, StillOn, SmallTalk)
"""What a message is found to want that asks for nothing the documents give."""


def interpret(heard: Heard, said: Said, session: Session, snapshot: Snapshot) -> Interpretation:
    """Decide what one typed message wants. ``session`` is as it was before the message."""
    if not heard.readable:
        return Interpretation(Unreadable())
    return while_gentle(_after_a_death(_interpreted(heard, said, session, snapshot), said, snapshot), said, session, snapshot)


def _after_a_death(meant: Interpretation, said: Said, snapshot: Snapshot) -> Interpretation:
    """What there is at all, asked with a death that is told, is asked of the matter that is for the dead: 我哥殉职了，能得到什么."""
    if meant.intent not in (Overview(), Ask((OVERVIEW,))) or said.supposes:
        return meant
    options = ((fact, snapshot.definitions[fact].option(value)) for fact, value in said.stated.items())
    told = (fact for fact, option in options if option is not None and option.condolence is not None)
    topics = [topic for fact in told for topic in snapshot.hints.get(FactHint(fact), ())]
    return replace(meant, intent=Ask((topics[0],))) if len(topics) == 1 else meant


def _interpreted(heard: Heard, said: Said, session: Session, snapshot: Snapshot) -> Interpretation:
    """What a readable message wants: after a mark of the answer in hand (没用), distress is met before anything else."""
    judgment = judged(said, session, snapshot)
    if judgment is not None:
        return Interpretation(judgment)
    plain = _only_places_days_off(said) or only_says_of_whom(said.text)
    distress = None if plain else distress_of(said, session, snapshot)
    if distress is not None and said.replies and distress.only_names:
        distress = None  # 我不跟她住, where that was asked; not 没去，我快崩溃了
    gentle = session.gentle
    if gentle is not None and explains_away(said, gentle, distress, snapshot) and not _asks_what_is_covered(said, session, snapshot):
        return Interpretation(ExplainedAway())
    again = gentle is not None and not naming.names_a_topic(said, snapshot, snapshot.weights.typical)  # 也不知道能跟谁说
    if distress is None or ((distress.practical or _asks_outside(distress, said, snapshot)) and not again):
        return _undistressed(heard, said, session, snapshot, distress)
    kind = snapshot.care.kinds[distress.kind]
    if distress.plain(snapshot.care_weights) or not kind.unsure or (session.gentle is not None and kind.grave):
        return Interpretation(Danger(distress, _come_of(distress, said, session, snapshot)))
    if session.gentle is not None and not said.asks and not _tells_facts(said, session, snapshot):
        return Interpretation(Listened())
    meant = _undistressed(heard, said, session, snapshot, None)
    counted = said.counting.spells and isinstance(meant.intent, Ask | FollowUp | Introduced)
    if distress.unspoken and not kind.grave and (counted or _tells_a_need(meant, said, snapshot)):
        return meant  # 约莫三十来天: days counted for a sum, and no word of how it was
    if not _wants_nothing_else(meant, said, snapshot):
        return meant
    matter = told_of(meant.margin, session, snapshot)
    faint = distress.confidence < snapshot.care_weights.goes_on and not (kind.grave or distress.tells_how_one_is)
    if faint and matter and matter[0] not in kind.help and naming.names_plainly(matter[0], said, snapshot):
        return replace(meant, intent=Told(matter))  # 面屏裂了一道缝: of gear by its name, and no word of how anybody is
    return replace(meant, intent=Perhaps(distress, matter))


def _asks_what_is_covered(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message puts a question, and surely one of what the documents give."""
    return said.asks and margin_of(said, session, snapshot).surely >= snapshot.weights.sure


def _asks_outside(distress: Distress, said: Said, snapshot: Snapshot) -> bool:
    """Whether what sounds like distress asks of a matter outside that a sign names: 爸爸走后那套房归谁, of inheritance."""
    plainly = distress.evidence or distress.told_of(distress.roles.deadly) or snapshot.care.kinds[distress.kind].grave
    return said.asks and not plainly and naming.outside_by_sign(said, snapshot)


def _only_places_days_off(said: Said) -> bool:
    """Whether a message only replies where days off lie: 在里面, which else is said by somebody shut in."""
    return said.counting.stands or said.counting.lies_within


def _come_of(distress: Distress, said: Said, session: Session, snapshot: Snapshot) -> tuple[str, ...]:
    """The covered matter that somebody's distress plainly came of, where no life is in danger: 病人家属又骂我，还动手."""
    kind = snapshot.care.kinds[distress.kind]
    if kind.grave or kind.danger or session.topics:
        return ()
    margin = margin_of(said, session, snapshot)
    about = told_of(margin, session, snapshot)
    plain = bool(about) and margin.covered[0].total >= snapshot.weights.surely_alone
    return about if plain and about[0] not in kind.help else ()


def _tells_facts(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether somebody who was in no danger tells what a sum or a verdict rests on: that is no more of their distress."""
    grave = session.gentle is not None and snapshot.care.kinds[session.gentle.kind].grave
    lasting = any(not snapshot.definitions[fact].passing for fact in said.stated)
    return not grave and (lasting or bool(said.counting.spells))


def _only_talks(said: Said, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message replies to nothing, asks nothing, and is by all its words what people tell one another."""
    if said.replies or said.phrase is not None or not asks_nothing(said) or _tells_facts(said, session, snapshot):
        return False
    return is_idle(said.sounding(snapshot.care), snapshot.care, snapshot.care_weights.idle)


def _laughs_it_off(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message is told with a laugh and names nothing that the documents are on: 是空调太冷，帮我调高点，哈哈."""
    if said.counting or said.replies or naming.names_a_topic(said, snapshot, snapshot.weights.plainly):
        return False
    return is_said_lightly(said.sounding(snapshot.care), snapshot.care)


def _tells_a_need(meant: Interpretation, said: Said, snapshot: Snapshot) -> bool:
    """Whether a hardship is told of that is surely a covered matter: 我妈跟前离不了人，我明天进病房."""
    surely = meant.margin is not None and meant.margin.surely >= snapshot.weights.surely_alone
    return surely and isinstance(meant.intent, Ask) and tells_of_hardship(said, snapshot)


def _wants_nothing_else(meant: Interpretation, said: Said, snapshot: Snapshot) -> bool:
    """Whether distress that was not said plainly is all there is to a message."""
    if isinstance(meant.intent, Outside) and meant.margin is not None and Act.ASKS in said.acts:
        return meant.margin.others[0].total < snapshot.weights.clear_total  # 嗓子疼吃什么好
    if isinstance(meant.intent, Ask) and meant.margin is not None:
        return Act.ASKS not in said.acts or meant.margin.surely < snapshot.care_weights.surely
    return isinstance(meant.intent, _NOTHING_ELSE)


def _undistressed(
    heard: Heard, said: Said, session: Session, snapshot: Snapshot, sigh: Distress | None
) -> Interpretation:
    """What a message wants besides distress, or behind a sigh."""
    line = gentle_line(session.gentle, said.sounding(snapshot.care), snapshot.care) if session.gentle is not None else None
    if line is not None:
        return Interpretation(AfterDistress(line))
    unheard = session.gentle is not None and (disappointed(said, snapshot) or scolds(said, snapshot))
    if unheard or (session.gentle is not None and (_only_talks(said, session, snapshot) or _laughs_it_off(said, snapshot))):
        return Interpretation(Listened())
    if heard.too_long:
        return Interpretation(TooLong())
    intent = _chosen_or_small_talk(said, session, snapshot) or _about_a_place(said, session, snapshot)
    intent = intent or charge_asked(said, session, snapshot)
    if intent is None and not asks_whether_an_office(said, session):
        intent = office_asked(said, snapshot) or in_full_if_asked(items_asked(said, snapshot), said, snapshot)
        intent = intent or beyond_items(said, snapshot)
    intent = intent or _scolded(said, snapshot) or _of_the_document(said, session, snapshot) or _said_to_the_bot(said, snapshot)
    if intent is not None:
        return Interpretation(intent, sigh=sigh)
    money = money_asked(said, session, snapshot)
    if money:
        return Interpretation(Ask(money), sigh=sigh)
    intent = still_outside(said, session, snapshot) or goes_on(said, session, snapshot)
    other = named_by_itself(intent, said, session, snapshot) if intent is not None else None
    if other is not None:
        return replace(other, sigh=sigh)
    if intent is not None and asks_for_ones_own_list(intent, said, session, snapshot):
        return Interpretation(Overview(), sigh=sigh)
    if intent is not None:
        listens = session.gentle is not None and isinstance(intent, Told)
        return Interpretation(Listened() if listens else intent, sigh=sigh)
    if not session.topics and _asks_of_all(said, snapshot):
        return Interpretation(Overview(), sigh=sigh)
    margin = margin_of(said, session, snapshot)
    idle = margin.margin < snapshot.weights.sure and not said.facets
    idle = idle or (only_tells(said) and margin.surely < snapshot.weights.telling)
    idle = idle or (asks_nothing(said) and is_idle(said.sounding(snapshot.care), snapshot.care, snapshot.care_weights.idle))
    if session.gentle is not None and idle and not _tells_facts(said, session, snapshot):
        return Interpretation(Listened(), margin)
    intent = about(said, margin, session, snapshot)
    other = named_by_itself(intent, said, session, snapshot)
    if other is not None:
        return replace(other, sigh=sigh)
    intent = line_that_helps(without_the_sigh(intent, sigh, margin, snapshot), said, margin, snapshot)
    return Interpretation(intent, margin, sigh)


def _chosen_or_small_talk(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    choice = chosen(said, session, snapshot)
    if choice is not None:
        return choice
    if said.phrase is None or said.replies_in_words:
        return None
    return _talk_of(said.phrase, said)


def _talk_of(phrase: Phrase, said: Said) -> Command | SmallTalk | MoveTo:
    """What a phrase wants; the region itself where another is wanted and named: 我不是红桥的，我是深圳的."""
    if phrase.id == _TO_ANOTHER_REGION and said.spoken.region is not None:
        return MoveTo(said.spoken.region)
    if phrase.about is None:
        return taken_up(SmallTalk(phrase))
    first, *others = _of_the_document_itself(said) or (phrase,)
    return SmallTalk(first, tuple(others))


def _of_the_document_itself(said: Said) -> tuple[Phrase, ...]:
    """What each clause asks of the document itself, in the order asked: 文件几号发的，现在还有效吗."""
    phrases = (clause.phrase for clause in said.clauses)
    return tuple({phrase.id: phrase for phrase in phrases if phrase is not None and phrase.about is not None}.values())


def _scolded(said: Said, snapshot: Snapshot) -> SmallTalk | None:
    """The complaint that a message is by its words alone: 净说套话，懂个屁."""
    if not scolds(said, snapshot):
        return None
    return _small_talk(_COMPLAINT, snapshot)


def _small_talk(name: str, snapshot: Snapshot) -> SmallTalk | None:
    phrase = next((phrase for phrase in snapshot.knowledge.phrases if phrase.id == name), None)
    return SmallTalk(phrase) if phrase is not None else None


def _of_the_document(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    """A question about the document itself, or about which places there are documents of, whatever is in hand: 这份文件谁发的."""
    if snapshot.signal("which-regions").heard(said.text):
        named = naming.names_a_topic(said, snapshot, snapshot.weights.typical)  # 这条热线管哪些地区
        if not named or snapshot.signal("to-the-bot").heard(said.text):
            return _small_talk(_COVERS, snapshot)
    if any(asks_whether_all_is_for_one(said.text[slice(*stretch)]) for stretch in said.asking):
        return Overview()
    if not snapshot.signal("this-document").heard(said.text):
        return None
    alone = alone_of(said, session, snapshot)
    phrase = likest_phrase(alone, snapshot)
    if phrase is None or phrase.about is None or alone.lead >= 0:
        return None
    asked = _of_the_document_itself(said)
    first, *others = asked if phrase in asked else (phrase, *asked)
    return SmallTalk(first, tuple(others))


def _said_to_the_bot(said: Said, snapshot: Snapshot) -> Intent | None:
    """What one clause asks of the bot, or of a word of the document, beside clauses that only tell: 说短点，我老花眼.

    A word of the document may be asked of with how one stands oneself: 啥叫一线，我坐门诊的算不算.
    """
    to_bot = [c for c in said.clauses if c.phrase is not None and c.act is Act.SMALL_TALK]
    others = [c for c in said.clauses if c.phrase is None]
    if len(to_bot) != 1 or not others or said.narrowed or said.counting.spans or said.analysis.ids("name") or said.replies:
        return None
    clause, phrase = to_bot[0], to_bot[0].phrase
    beside = [key for key, here in said.sides.items() if not clause.start <= here.start < clause.end]
    stands = bool(phrase and phrase.about and phrase.declines)
    if any(not (stands and snapshot.facet_by_id[key.facet].verdict) for key in beside):
        return None
    if not stands and any(c.act is Act.ASKS for c in others):
        return None
    named = naming.naming(said, snapshot, [(clause.start, clause.end)])
    least = snapshot.weights.plainly if stands else snapshot.weights.typical
    names = any(column.kind == "topic" and degree >= least for column, degree in named)
    return None if names or phrase is None else _talk_of(phrase, said)


def _about_a_place(said: Said, session: Session, snapshot: Snapshot) -> Intent | None:
    """A place nobody covers, or nothing but the name of a covered one."""
    spoken = said.spoken
    if spoken.around is not None and session.region is None and names_only(said.analysis):
        return Around(spoken.around)
    if spoken.uncovered is not None and naming.outside_by_sign(said, snapshot):
        return None  # 去香港的签证: what is asked is of no region
    if spoken.uncovered is not None and not (session.topics and _tells_where_held(said, snapshot)):
        return Uncovered(spoken.uncovered, told_of(margin_of(said, session, snapshot), session, snapshot))
    if len(spoken.regions) > 1:
        return None
    if spoken.region is not None:
        if session.topics and (spoken.region == session.region or (session.region is not None and said.only_asks_where)):
            return None
        moves = said.corrects or (spoken.own and session.region not in (None, spoken.region) and not session.topics)
        moved = moves and snapshot.signal("place-moved").heard(said.text) and only_tells(said) and not (said.facets or said.counting.spans)
        if moves and (moved or _says_only_where(said, snapshot)):
            return MoveTo(spoken.region)
        if _asks_if_covered(said, snapshot):
            return MoveTo(spoken.region, spoken.named)
        asks = said.facets or said.stated or said.counting.spans or naming.outside_by_sign(said, snapshot)
        asks = asks or naming.names_a_topic(said, snapshot, snapshot.weights.typical)
        return MoveTo(spoken.region) if not asks and names_only(said.analysis) else None
    local = session.region is None and not spoken.places and Act.ASKS not in said.acts and snapshot.signal("place-local").heard(said.text)
    if session.there is not None and (_asks_of_there(said) or local):
        return Uncovered(session.there)
    return Uncovered(session.elsewhere) if session.elsewhere is not None else None


def _asks_of_there(said: Said) -> bool:
    """Whether a question is of somebody, or of a place, spoken of before, and not of the speaker: 他们那边一天多少."""
    return Act.ASKS in said.acts and not said.phrase and asks_of_them(said.text, said.people)


def _tells_where_held(said: Said, snapshot: Snapshot) -> bool:
    """Whether a place is only named as where somebody's registration is: 弄错了，我爸的在南开."""
    return said.corrects and any(snapshot.definitions[fact].held is not None for fact in said.stated)


def _says_only_where(said: Said, snapshot: Snapshot) -> bool:
    """Whether a correction sets right where the person is, and neither asks nor states anything besides."""
    apart = said.facets or said.counting.spans or said.analysis.ids("name") or Act.ASKS in said.acts
    return not apart and not naming.names_a_topic(said, snapshot, snapshot.weights.plainly)


def _asks_if_covered(said: Said, snapshot: Snapshot) -> bool:
    """Whether nothing but whether a place is one of those covered is asked: 佛山算不算."""
    verdicts = bool(said.facets) and all(snapshot.facet_by_id[facet].verdict for facet in said.facets)
    apart = said.stated or said.counting.spans or said.analysis.ids("name")
    return verdicts and not apart and snapshot.signal("asks-if-here").heard(said.text) and names_only(said.analysis)


def _asks_of_all(said: Said, snapshot: Snapshot) -> bool:
    """Whether nothing but a verdict is asked, of nothing in particular: 我符合吗."""
    return naming.only_asks(said, snapshot) and any(snapshot.facet_by_id[facet].verdict for facet in said.facets)
