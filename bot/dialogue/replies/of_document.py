"""Questions about a document itself: who issued it, whether it is in force, whom a word of it means."""

from __future__ import annotations

from collections.abc import Callable

from bot.dialogue import wording
from bot.dialogue.case import Case
from bot.dialogue.replies.footer import document_name
from bot.dialogue.replies.pages import which_region
from bot.dialogue.replies.plain import plain
from bot.model.knowledge import RegionKnowledge
from bot.model.region import Note
from bot.model.reply import Decision, Reply
from bot.model.session import Option
from bot.model.talk import Phrase

_SIDE_BY_SIDE = 2


def document_reply(phrase: Phrase, about: str, case: Case) -> Reply:
    """A line of the person's document; of each, where it is not known which one and they are two; of more, one is chosen."""
    snapshot = case.snapshot
    known = snapshot.places.get(case.region or "")
    parts = [known] if known is not None else list(snapshot.everywhere)
    noted = [note for part in parts if (note := _told(about, part)) is not None]
    options = tuple(Option(wording.CONTENTS, f"menu:{part.region.id}") for part in parts[:1] if known is not None)
    if not noted and phrase.reply is not None:
        return plain(Decision.DECLINE if phrase.declines else Decision.CHAT, *phrase.reply.strip().split("\n"), options=options)
    if len(parts) > _SIDE_BY_SIDE:
        return which_region(case)
    decision = Decision.DECLINE if all(note.declines for note in noted) else Decision.CHAT
    return plain(decision, *(note.text for note in noted), options=options)


def _told(about: str, part: RegionKnowledge) -> Note | None:
    """What a document says; None where it has no note on it."""
    field = OF_DOCUMENT.get(about)
    if field is not None:
        return Note(about=about, text=field(part))
    return next((note for note in part.region.document.notes if note.about == about), None)


def _issuer(part: RegionKnowledge) -> str:
    issuer = part.region.document.issuer
    return f"{document_name(part)}由{issuer}发布。" if issuer else f"{document_name(part)}没写发布单位。"


def _published(part: RegionKnowledge) -> str:
    return f"{document_name(part)}：{part.region.document.published}。"


def _number(part: RegionKnowledge) -> str:
    document, name = part.region.document, document_name(part)
    if document.number:
        return f"{name}的文号是{document.number}。"
    if document.explains:
        behind = f"；依据{'、'.join(document.follows)}" if document.follows else ""
        return f"{document.explains}：{name}讲的就是这份文件{behind}。"
    return f"{name}自己没写文号；依据{'、'.join(document.follows)}。" if document.follows else f"{name}没写文号。"


def _follows(part: RegionKnowledge) -> str:
    document = part.region.document
    follows = (*((document.explains,) if document.explains else ()), *document.follows)
    return f"{document_name(part)}依据{'、'.join(follows)}。" if follows else f"{document_name(part)}没写依据哪份文件。"


def _in_force(part: RegionKnowledge) -> str:
    document = part.region.document
    return f"{document_name(part)}是 {document.year} 年的，没写有效到哪天，可能已失效；现在怎么执行，问{part.region.confirm}。"


def _items(part: RegionKnowledge) -> str:
    items, label = sorted({measure.source.item for measure in part.measures}), part.region.document.item_label
    return f"{document_name(part)}一共 {len(items)} 项措施：{label.format(item=items[0])}到{label.format(item=items[-1])}。"


OF_DOCUMENT: dict[str, Callable[[RegionKnowledge], str]] = {
    "issuer": _issuer,
    "published": _published,
    "number": _number,
    "follows": _follows,
    "in-force": _in_force,
    "items": _items,
}
"""What is told of the fields of ``region.yaml``; everything else is a note."""
