"""找人工: no person answers here; which office does, the national line, and what to say there."""

from __future__ import annotations

from bot.dialogue import wording
from bot.dialogue.findings import ToPeople
from bot.dialogue.measure_labels import label_of
from bot.dialogue.replies.footer import footer, office
from bot.model.reply import Decision, Line, LineKind, Reply, Section
from bot.model.session import Option


def people_reply(found: ToPeople) -> Reply:
    """The unit first, where a matter is in hand."""
    if found.measure is None or found.part is None:
        texts = (wording.NO_PERSON, wording.ASK_ANYWHERE, wording.ON_THE_PHONE)
        lines = tuple(Line(LineKind.TEXT, text) for text in texts)
        return Reply(Decision.CHAT, (Section(lines),), options=(Option(wording.MENU_LABEL, "menu"),))
    measure, part = found.measure, found.part
    texts = (
        f"我是程序；要找人，先问{office(measure, part)}。",
        "文件没写电话，可打 12345（政务服务便民热线）转办。",
        f"打通可以说：想问 {part.region.document.year} 年一线医务人员的{label_of(measure)}还执不执行。",
    )
    lines = (*(Line(LineKind.CONTACT, text) for text in texts), footer([(measure, part)]))
    return Reply(Decision.ANSWER, (Section(lines, measure.id),), (measure.id,))
