"""Telling is not asking: what asks nothing and names nothing that anyone is entitled to gets no measure."""

from __future__ import annotations

from bot.compiled.keys import Column, FactHint, Hint
from bot.compiled.snapshot import Snapshot
from bot.language.assertions import names_a_deed, predicates
from bot.language.clauses import Stretch
from bot.language.kinship import NOBODY, SELF
from bot.language.negation import lacks
from bot.language.pronouns import AMONG_US
from bot.language.question_forms import ends_seeking_assent
from bot.language.speech import reports_what_was_asked
from bot.model.session import Session
from bot.model.tally import Reason
from bot.understanding.counting_tools import counting_tools
from bot.understanding.distress import is_idle, is_said_lightly
from bot.understanding.intents import Margin
from bot.understanding.introduction import introducing
from bot.understanding.naming import names_a_topic, names_outside, naming, pointers
from bot.understanding.said import CLOSING, Act, Said

_ONLY_TELLING = CLOSING | {Act.TELLS, Act.HEARSAY, Act.ADDS, Act.GREETS, Act.SMALL_TALK}


def only_tells(said: Said) -> bool:
    """Whether a message has neither question nor wish, and is a sentence: a bare 心理热线 asks."""
    return asks_nothing(said) and _is_sentence(said)


def _is_sentence(said: Said) -> bool:
    """Whether something is said of something: 夜班对夜班，我俩的交情靠泡面 has no verb of those that mark one, but parts and a speaker."""
    if names_a_deed(said.text):
        return False
    return predicates(said.text) or (len(said.clauses) > 1 and any(who in said.text for who in AMONG_US))


def asks_nothing(said: Said) -> bool:
    """Whether a message has neither question nor wish, be it a sentence or a bare name."""
    return said.acts <= _ONLY_TELLING and not said.facets


def opens_by_telling(said: Said) -> bool:
    """Whether a message on a new matter only tells, be it without a verb: 我红桥医院的三班倒，老妈七十多."""
    tells = said.acts <= _ONLY_TELLING and not said.facets and not ends_seeking_assent(said.text)
    return tells and (predicates(said.text) or (bool(said.stated) and len(said.clauses) > 1))


def leaves_off(said: Said, snapshot: Snapshot) -> bool:
    """Whether somebody goes to ask, to talk it over or to do something else first: 我回去问问护士长, 先去查房了."""
    lasting = any(not snapshot.definitions[fact].passing for fact in said.stated)
    states = lasting or said.facets or said.counting
    told = said.acts <= _ONLY_TELLING | {Act.WISHES} and not states
    return told and snapshot.signal("leaves-off").heard(said.text)


def tells_of_nothing_covered(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message only tells, and what it tells of is no plain case of what the documents give.

    Who tells of a hardship asks for help, of one outside the documents too; in mid-conversation it takes more than that.
    """
    if _only_names_a_side(said, margin, session, snapshot):
        return True
    if _talks_idly(said, margin, session, snapshot) or _says_lightly(said, snapshot):
        return True
    if not only_tells(said) or _tells_a_plain_case(said, margin, snapshot):
        return False
    if snapshot.signal("just-tells").heard(said.text):
        return True
    weights = snapshot.weights
    pointed = bool(margin.covered) and _is_pointed_to(margin.covered[0].column, said, snapshot)
    if pointed and (session.topics or margin.margin >= weights.telling_of_hardship):
        return False  # 我儿子上中班: surely of schools; 中班的孩子玩丢手绢, of a game
    hard = Act.HEARSAY in said.acts or tells_of_hardship(said, snapshot)
    if session.topics and not session.offered:
        return margin.margin < weights.telling
    if not hard:
        return margin.surely < weights.telling
    refused = margin.surely < weights.sure and names_outside(said, snapshot) and not _is_idle_talk(said, margin, snapshot)
    return margin.surely < weights.telling_of_hardship and not refused


def tells_of_hardship(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message tells of something that is hard for somebody, or that they lack."""
    return snapshot.signal("hardship").heard(said.text) or lacks(said.text)


def is_light_talk(said: Said, snapshot: Snapshot) -> bool:
    """Whether a remark is told lightly, or of an everyday thing and of nothing that wears one down."""
    words, roles = said.sounding(snapshot.care).words, snapshot.care.roles
    if is_said_lightly(said.sounding(snapshot.care), snapshot.care):
        return True
    light = not set(roles.light).isdisjoint(words) and {*roles.worn, *roles.heavy, *roles.deadly, *roles.grief}.isdisjoint(words)
    return light and is_idle(said.sounding(snapshot.care), snapshot.care, snapshot.care_weights.idle)


def _says_lightly(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message asks for nothing and is told with a laugh, as a joke, or to say that all is well: 真不用心理医生，我好着呢."""
    return said.acts <= _ONLY_TELLING | {Act.WISHES} and not said.facets and is_said_lightly(said.sounding(snapshot.care), snapshot.care)


def _talks_idly(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> bool:
    """Whether a message out of the blue tells of no hardship and is by all its words what people tell one another: 面屏糊成毛玻璃.

    What is wished for is then for oneself (我想去楼顶看月亮), a side is named by the way, and what asks is a part of the story.
    """
    if session.topics or session.pending is not None or said.counting.spells or ends_seeking_assent(said.text):
        return False
    if not said.acts <= _ONLY_TELLING | {Act.WISHES, Act.ASKS, Act.SUPPOSES} or snapshot.signal("to-the-bot").heard(said.text):
        return False
    weights = snapshot.care_weights
    if _is_of_what_nobody_asks(said, snapshot):
        return is_idle(said.sounding(snapshot.care), snapshot.care, weights.idle_thing)
    if tells_of_hardship(said, snapshot):
        return False
    puts = said.facets or said.acts & {Act.WISHES, Act.ASKS, Act.SUPPOSES}
    if puts and margin.surely >= snapshot.weights.telling:
        return False  # 我爸想找人聊聊天: wished for, and surely of what is given; 论文不用交了吧，评中级: asked by a side
    if _names_a_part(said, margin, snapshot):
        return False
    asks = Act.ASKS in said.acts and not reports_what_was_asked(said.text)
    return is_idle(said.sounding(snapshot.care), snapshot.care, weights.idle_question if asks else weights.idle)


def _names_a_part(said: Said, margin: Margin, snapshot: Snapshot) -> bool:
    """Whether a message is a bare name that singles out a part of a measure on what it is surely of: 宽带, of the phone bill."""
    if not margin.covered or margin.surely < snapshot.weights.telling_of_hardship or _is_sentence(said) or len(said.clauses) > 1:
        return False
    best, by_id = margin.covered[0].column.id, snapshot.knowledge.measure_by_id
    return any(best in by_id[key.measure].topics for key in said.parts)


def _is_of_what_nobody_asks(said: Said, snapshot: Snapshot) -> bool:
    """Whether a message speaks of a pet or a plant, and of nothing that a measure looks at: 猫上了柜顶，谁来救."""
    words, roles = said.sounding(snapshot.care).words, snapshot.care.roles
    lasting = said.facets or any(not snapshot.definitions[fact].passing for fact in said.stated)
    lasting = lasting or names_a_topic(said, snapshot, snapshot.weights.plainly)
    return not lasting and not set(roles.unasked).isdisjoint(words) and set(roles.entitled).isdisjoint(words)


def _only_names_a_side(said: Said, margin: Margin, session: Session, snapshot: Snapshot) -> bool:
    """Whether a side is named by the way, in a sentence that asks nothing and is of nothing covered: 写材料的比干活的还多."""
    told = said.acts <= _ONLY_TELLING and bool(said.facets) and predicates(said.text) and not said.counting
    return told and not session.topics and margin.surely < snapshot.weights.sure and not ends_seeking_assent(said.text)


def _is_idle_talk(said: Said, margin: Margin, snapshot: Snapshot) -> bool:
    """Whether somebody is spoken of, in talk that nobody asks an office about: 孩子为只金鱼哭了一下午."""
    if not said.people.named:
        return False
    outside = next((scored.column.id for scored in margin.others if scored.column.kind == "outside"), None)
    return outside is not None and snapshot.outside_by_id[outside].idle


def _tells_a_plain_case(said: Said, margin: Margin, snapshot: Snapshot) -> bool:
    """Whether a pattern of several words singles out a part of a measure on what a message is most like."""
    by_id = snapshot.knowledge.measure_by_id
    best = margin.covered[0].column.id if margin.covered else None
    cued = {key.measure for key, here in said.parts.items() if here.weight[0] > 1}
    return any(best in by_id[measure].topics for measure in cued)


def tells_who(said: Said, margin: Margin, snapshot: Snapshot) -> bool:
    """Whether a message tells who somebody is or what work they do, of no hardship, and names no covered matter outright.

    Whom they have at home is told for a reason: 我老婆去了武汉，家里就我和孩子.
    """
    best = margin.covered[0].column if margin.covered else None
    working = {SELF, NOBODY, *said.people.staff, *(told.who for told in said.apart)}
    at_home = any(one.who not in working for one in said.people.named)
    who = not at_home and (said.apart or any(fact in snapshot.introductory for fact in said.stated))
    if not who or not asks_nothing(said) or ends_seeking_assent(said.text) or tells_of_hardship(said, snapshot):
        return False
    told = {*said.stated, *said.counting.counted} - counting_tools(snapshot).deciding
    hints: list[Hint] = [*map(FactHint, told), *pointers(said)]
    if best is not None and any(best.id in snapshot.hints.get(hint, ()) for hint in hints):
        return False
    least = snapshot.weights.of_another if predicates(said.text) else snapshot.weights.plainly
    found = naming(said, snapshot, [*introducing(said, snapshot), *_of_the_work(said, snapshot)])
    return not any(column.kind == "topic" and degree >= least for column, degree in found)


def _of_the_work(said: Said, snapshot: Snapshot) -> list[Stretch]:
    """The clauses that say what the work is which one before them names: 我是保洁，|打扫隔离病房|."""
    deciding = counting_tools(snapshot).deciding
    named = min((here.start for key, here in said.options.items() if key.fact in snapshot.introductory), default=None)
    places = [here.end - 1 for key, here in said.options.items() if key.fact in deciding]
    behind = [clause for clause in said.clauses if named is not None and clause.start > named]
    return [(clause.start, clause.end) for clause in behind if any(clause.start <= place < clause.end for place in places)]


def _is_pointed_to(column: Column, said: Said, snapshot: Snapshot) -> bool:
    """Whether what is stated or counted points to a topic; who somebody is does so only where the topic is named or its figure."""
    named = any(found == column and degree >= snapshot.weights.typical for found, degree in naming(said, snapshot))
    named = named or any(column.id in snapshot.hints.get(hint, ()) for hint in pointers(said))
    facts = tuple(fact for fact in said.stated if named or fact not in snapshot.introductory)
    facts += said.counting.counted_but(Reason.UNPLACED, Reason.HALVES)
    return any(column.id in snapshot.hints.get(FactHint(fact), ()) for fact in facts)
