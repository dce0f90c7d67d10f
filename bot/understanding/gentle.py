"""How a conversation goes on after distress: a few turns in which nothing pushes and no farewell stands alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.compiled.care import CareIndex, Sounding
from bot.compiled.snapshot import Snapshot
from bot.language.kinship import SELF
from bot.language.question_forms import puts_yes_or_no
from bot.model.session import Gentle, Session
from bot.model.talk import CareKind
from bot.understanding.distress import Distress, everyday_lean, is_said_lightly
from bot.understanding.intents import (
    AfterDistress,
    Ask,
    Command,
    Danger,
    ExplainedAway,
    FollowUp,
    Interpretation,
    Listened,
    Outside,
)
from bot.understanding.naming import names_a_topic
from bot.understanding.said import Said

GENTLE_TURNS = 4
"""Turns after distress in which no interview resumes by itself, no list and no scope paragraph is shown."""

_ASKING = frozenset({"asks", "entitlement"})
_ASKS_HOW = "help"
"""The command that 怎么办 is; who is in distress and says so is shown no list."""

_NO_COMMAND = ("cancel", _ASKS_HOW)
"""The commands that 算了 and 怎么办 are; who is in danger and says so gives no command."""

_SHORT = 12
"""Characters up to which a question of somebody in danger is no other matter: 还来得及吗."""

_PRESSING = 8
"""Characters up to which yes or no, asked of nothing that is named, only presses somebody's wish: 你就说够不够."""

_LEAST = 6
"""Characters from which a message may be talk of something else: 没什么了 says nothing."""

_LONGEST = 24
"""Characters beyond which a message says more than that somebody feels better, says thanks or goes."""


def gentleness(before: Gentle | None, found: Distress | None, kinds: Mapping[str, CareKind]) -> Gentle | None:
    """The field after one more turn: distress opens it anew; danger heard before is not made less by a lesser kind."""
    if found is not None and not found.practical:
        graver = before is not None and kinds[before.kind].grave and not kinds[found.kind].grave
        kind = before.kind if before is not None and graver else found.kind
        return Gentle(kind, GENTLE_TURNS, before is not None and before.helped)
    if before is None or before.turns <= 1:
        return None
    return replace(before, turns=before.turns - 1)


def gentle_line(gentle: Gentle, sounding: Sounding, care: CareIndex) -> str | None:
    """What to say to somebody who feels better, says thanks or goes; None for all else, which is answered as always."""
    heard = sounding.words
    if len(sounding.analysis.text) > _LONGEST or not _ASKING.isdisjoint(heard):
        return None
    after = care.kinds[gentle.kind].after
    said = {"calmer": after.better, "leaving": after.farewell, "thanking": after.thanks}
    return next((line for word, line in said.items() if word in heard), None)


def explains_away(said: Said, gentle: Gentle, found: Distress | None, snapshot: Snapshot) -> bool:
    """Whether somebody says that what was heard was a slip or of a thing. A frame is not enough (我说的是|真的, 我说的是|三楼), nor that it
    was a joke: people hide behind one; and nothing takes back a fire or a man with a knife. Beside a slip, what is only near to distress
    is of the slip itself (打错了，是腰带), but not what is said plainly.
    """
    if snapshot.care.kinds[gentle.kind].danger or said.counting:
        return False
    slip = snapshot.signal("explains-away")
    if slip.opens(said.text) is not None or slip.heard(said.text):
        kinds, weights = snapshot.care.kinds, snapshot.care_weights
        return found is None or not (found.evidence or kinds[found.kind].grave or found.plain(weights))
    if found is not None or said.corrects:
        return False
    frame = snapshot.signal("means-by-it")
    framed = frame.opens(said.text) is not None or frame.heard(said.text)
    return framed and snapshot.signal("a-thing").heard(said.text)


def talks_of_something_else(said: Said, gentle: Gentle, snapshot: Snapshot) -> bool:
    """Whether what is said after distress is plainly everyday talk, so that no number has to be said again: 食堂今天有红烧肉.

    Of oneself (我在更衣室) it is only with a word of an everyday thing; after a danger at hand nothing is, nor a joke after a wish to die.
    """
    care, weights = snapshot.care, snapshot.care_weights
    kind, words = care.kinds[gentle.kind], said.sounding(care).words
    if kind.danger or len(said.text) < _LEAST or not {*care.roles.deadly, *care.roles.heavy, *care.roles.worn}.isdisjoint(words):
        return False
    if kind.grave and is_said_lightly(said.sounding(care), care):
        return False  # 逗你玩的: people hide behind a joke
    lean = everyday_lean(said.sounding(care), care, weights)
    if not set(care.roles.light).isdisjoint(words):
        return lean >= (weights.light_talk if kind.grave else weights.light_thing)
    of_oneself = any(one.who == SELF for one in said.people.named)
    return not of_oneself and lean >= (weights.light_talk_grave if kind.grave else weights.light_talk)


def while_gentle(meant: Interpretation, said: Said, session: Session, snapshot: Snapshot) -> Interpretation:
    """What is meant in the turns after distress: 怎么办 asks for no list. While a life is in danger: a danger, a question that is
    surely a practical one, else still that danger.
    """
    gentle, intent = session.gentle, meant.intent
    if gentle is None or isinstance(intent, AfterDistress | ExplainedAway):
        return meant
    if intent == Listened() and talks_of_something_else(said, gentle, snapshot):
        return replace(meant, intent=Listened(lightly=True))
    if not snapshot.care.kinds[gentle.kind].danger:
        gives_up = snapshot.care.kinds[gentle.kind].grave and isinstance(intent, Command) and intent.name in _NO_COMMAND
        listens = gives_up or intent == Command(_ASKS_HOW) or _presses(meant, said, gentle, snapshot)
        return replace(meant, intent=Listened()) if listens else meant
    if isinstance(intent, Danger) and _as_grave(intent.distress, snapshot.care) and not _of_the_same(intent.distress, said, gentle):
        return meant
    if isinstance(intent, Command) and intent.name not in _NO_COMMAND:
        return meant
    if said.replies or said.counting.spells or _asks_something_else(meant, said, gentle, snapshot):
        return meant
    duty = _asks_whose_duty(meant, said, gentle, snapshot)
    if duty is not None:
        return replace(meant, intent=duty)
    return replace(meant, intent=AfterDistress(snapshot.care.kinds[gentle.kind].after.farewell))


def _presses(meant: Interpretation, said: Said, gentle: Gentle, snapshot: Snapshot) -> bool:
    """Whether few words after a wish to die ask yes or no and name nothing: 你就说够不够 is no question of whom a hotline is for."""
    if not snapshot.care.kinds[gentle.kind].grave or len(said.text) > _PRESSING or not isinstance(meant.intent, Ask | FollowUp | Outside):
        return False
    return puts_yes_or_no(said.text) and not names_a_topic(said, snapshot, snapshot.weights.plainly)


def _as_grave(distress: Distress, care: CareIndex) -> bool:
    """Whether what is heard now is a danger of its own, and not 疼 of a cut that was told of."""
    told = bool(distress.evidence) or distress.told_of(distress.roles.deadly)
    return care.kinds[distress.kind].danger or (care.kinds[distress.kind].grave and told)


def _of_the_same(distress: Distress, said: Said, gentle: Gentle) -> bool:
    """Whether a few words of somebody else go on with the danger that was told of: 他还在外面, behind a locked door."""
    told = bool(distress.evidence) or distress.told_of(distress.roles.deadly)
    of_oneself = any(one.who == SELF for one in said.people.named)
    other = distress.kind != gentle.kind and len(said.text) <= _SHORT and not of_oneself
    return other and bool(distress.heard) and not told


def _asks_whose_duty(meant: Interpretation, said: Said, gentle: Gentle, snapshot: Snapshot) -> Ask | None:
    """A question of whose matter such a danger is, or what follows from it, as one of the topic on it: 这归哪家管; not 谁来救我们."""
    alike = snapshot.care.kinds[gentle.kind].alike
    asked = snapshot.signal("asks-whose-duty").heard(said.text) and not snapshot.signal("asks-for-rescue").heard(said.text)
    if not alike or not asked:
        return None
    named = meant.intent if isinstance(meant.intent, Ask) else None
    return named if named is not None and not set(alike).isdisjoint(named.topics) else Ask(alike[:1])


def _asks_something_else(meant: Interpretation, said: Said, gentle: Gentle, snapshot: Snapshot) -> bool:
    """Whether a question is surely a practical one, or as long as one; not 怎么办, nor whom to call, but for a line that is named by
    who is in no danger themselves: 心理热线多少.
    """
    if not said.asks:
        return False
    if isinstance(meant.intent, Ask) and _for_another(gentle, snapshot) and names_a_topic(said, snapshot, snapshot.weights.plainly):
        return True
    if any(snapshot.facet_by_id[facet].contacts for facet in said.facets):
        return False
    surely = meant.margin is not None and meant.margin.surely >= snapshot.care_weights.surely
    return (isinstance(meant.intent, Ask) and surely) or (isinstance(meant.intent, Outside) and len(said.text) > _SHORT)


def _for_another(gentle: Gentle, snapshot: Snapshot) -> bool:
    """Whether it is somebody else whose life is in danger."""
    return any(kind.of_others == gentle.kind for kind in snapshot.care.kinds.values())
