"""One turn: a message and a session in, a reply and a session out. Pure; today's date is an argument.

hear → read → interpret → remember → judge → compose → guard, each a function of the values before it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from bot.compiled.snapshot import Snapshot
from bot.counting.combine import combine
from bot.counting.selection import of_people, of_so_many
from bot.counting.tally_facts import as_stated, as_they_were_told, of_each_work, restated
from bot.dialogue.buttons import tried
from bot.dialogue.case import Case
from bot.dialogue.commands import COMPLAINT, USELESS
from bot.dialogue.compose import compose
from bot.dialogue.findings import Judgment, Page
from bot.dialogue.guard import guarded
from bot.dialogue.judge import judge
from bot.dialogue.memory import close, remember, with_those_meant
from bot.dialogue.privacy import is_personal
from bot.dialogue.trace import trace_of
from bot.language.question_forms import ends_with_the_rest
from bot.model.reply import Reply
from bot.model.session import Session
from bot.model.tally import Doubt, Tally
from bot.understanding.another import tells_of_none_in_hand
from bot.understanding.counting_tools import counting_tools
from bot.understanding.distress import half_line
from bot.understanding.going_on import of_another_after_all
from bot.understanding.intents import Answer, Ask, Command, FollowUp, Intent, Interpretation, MoveTo, SmallTalk
from bot.understanding.interpret import interpret
from bot.understanding.read import read
from bot.understanding.said import Said
from bot.understanding.still_about import still_about
from bot.understanding.told_before import of_the_one_asked, under_their_own, without_what_was_elsewhere
from bot.understanding.view import heard_in_view, tapped_in_view
from bot.understanding.worker_meant import as_worker

MENU = "menu"


@dataclass(frozen=True, slots=True)
class Message:
    """What came in: typed text, or the action of a tapped option."""

    text: str = ""
    action: str | None = None


def respond(message: Message, session: Session, snapshot: Snapshot, today: date) -> tuple[Reply, Session]:
    """Answer one message. Same arguments, same result. A reply that the guard withholds leaves the session as it was."""
    reply, after, _ = respond_from(message, session, snapshot, today)
    return reply, after


def respond_from(
    message: Message, session: Session, snapshot: Snapshot, today: date, *, last: bool = False
) -> tuple[Reply, Session, Snapshot]:
    """As ``respond``, and what of the knowledge the reply was made from, save its buttons.

    ``last``: nobody will tap any, so they are not tried.
    """
    before = session.without_expired(snapshot.definitions, today)
    reply, after, view = _turn(message, before, snapshot, today)
    if last or not reply.options or after is before:
        return reply, after, view
    leading = tried(reply, lambda action: _on_a_tap(action, after, snapshot, today))
    if leading == reply.options:
        return reply, after, view
    return replace(reply, options=leading), replace(after, options=leading), view


def _on_a_tap(action: str, session: Session, snapshot: Snapshot, today: date) -> Reply:
    """The reply to a button, from what of the knowledge it is answered from."""
    told = _told(Message(action=action), session, snapshot, today)
    return guarded(told.reply, told.view)


@dataclass(frozen=True, slots=True)
class _Told:
    """A reply in words, and all that led to it. ``view`` is what of the knowledge was looked at."""

    view: Snapshot
    said: Said
    meant: Interpretation
    tally: Tally | Doubt
    memory: Session
    judgment: Judgment
    reply: Reply


def _told(message: Message, before: Session, snapshot: Snapshot, today: date) -> _Told:
    """The turn up to the words of its reply: all that a button is tried for."""
    said, meant, view = _understood(message, before, snapshot, today)
    told = _worked_out(said, meant, view, before, today)
    if isinstance(meant.intent, FollowUp) and (_said_before(told.reply, before) or tells_of_none_in_hand(said, before, view)):
        instead = of_another_after_all(meant, said, before, view)
        return _worked_out(said, instead, view, before, today) if instead is not None else told
    return told


def _said_before(reply: Reply, before: Session) -> bool:
    """Whether a reply tells only what was told already."""
    return bool(reply.marks) and set(before.said).issuperset(reply.marks)


def _worked_out(said: Said, meant: Interpretation, view: Snapshot, before: Session, today: date) -> _Told:
    """What a message that was understood leads to."""
    tally = _counted(before, said, view)
    memory = remember(before, said, meant.intent, tally, view, today)
    case = Case(said, memory, before, view, of_the_one_asked(tally, said, before), said.facets)
    judgment = judge(meant.intent, case)
    if meant.sigh is not None:
        judgment = replace(judgment, opening=half_line(meant.sigh, view.care))
    return _Told(view, said, meant, tally, memory, judgment, compose(judgment, judgment.case or case))


def _turn(message: Message, before: Session, snapshot: Snapshot, today: date) -> tuple[Reply, Session, Snapshot]:
    """One turn, with every button that might lead on."""
    told = _told(message, before, snapshot, today)
    meant, judgment = told.meant, told.judgment
    composed = replace(
        told.reply,
        command=_command_of(meant.intent),
        personal=is_personal(meant.intent, judgment),
        turns_page=isinstance(judgment.findings, Page) and judgment.findings.name == MENU,
        trace=trace_of(told.said, meant, told.tally, judgment, told.view),
    )
    reply = guarded(composed, told.view)
    if reply is not composed:
        return reply, before, told.view
    return reply, with_those_meant(close(before, told.memory, judgment, reply), told.said, told.view), told.view


def _command_of(intent: Intent) -> str | None:
    """The command a message gives; who complains of an answer found no use in it."""
    if isinstance(intent, SmallTalk) and intent.phrase.id == COMPLAINT:
        return USELESS
    return intent.name if isinstance(intent, Command) else None


def _counted(before: Session, said: Said, snapshot: Snapshot) -> Tally | Doubt:
    """What has been counted with this message, or why that cannot be told."""
    counting = said.counting
    if said.not_theirs:
        before = replace(before, tally=before.past[-1].tally)
    if before.tally.doubt is not None and not (counting.spells or counting.doubts or counting.edge or counting.stands):
        return before.tally.doubt
    if not counting:
        told = of_each_work(restated(before.tally, said.stated), counting)
        asked = ends_with_the_rest(said.text) or any(snapshot.facet_by_id[facet].amount for facet in said.facets)
        return of_so_many(told, counting) if asked and told.spells else of_people(told, counting)
    deciding = counting_tools(snapshot).deciding
    counting = under_their_own(as_they_were_told(before.tally, counting), said, before, deciding)
    counting = without_what_was_elsewhere(counting, said, counting_tools(snapshot).raising)
    stated = {fact: option for fact, option in said.stated.items() if fact in deciding}
    return as_stated(combine(replace(before.tally, doubt=None), counting, before.tally.doubt), counting, stated)


def _understood(
    message: Message, before: Session, snapshot: Snapshot, today: date
) -> tuple[Said, Interpretation, Snapshot]:
    """What a message says and wants, and the regions it is answered from. A tapped option says nothing and enters as its intent."""
    if message.action is not None:
        intent, view = tapped_in_view(message.action, before, snapshot)
        return Said(region=before.region), Interpretation(intent), view
    heard, view = heard_in_view(message.text, before, snapshot)
    said = read(heard, before, view, today.year)
    meant = interpret(heard, said, before, view)
    introduced = isinstance(meant.intent, Ask) and not before.topics  # 我婆婆住院 — 能报吗
    goes_on = introduced or isinstance(meant.intent, Answer | FollowUp | MoveTo)
    said = still_about(said, before, view) if goes_on else said
    topics = _asked_about(meant.intent, before)
    return as_worker(said, topics, before, view, goes_on=topics == before.topics), meant, view


def _asked_about(intent: Intent, before: Session) -> tuple[str, ...]:
    """The topics that a message is about."""
    if isinstance(intent, Ask):
        return intent.topics
    return before.topics if isinstance(intent, Answer | FollowUp) else ()
