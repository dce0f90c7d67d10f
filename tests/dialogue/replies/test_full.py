"""全文, page by page."""

from __future__ import annotations

from bot.compiled.snapshot import Snapshot
from bot.dialogue.findings import InFull
from bot.dialogue.replies.full import full_reply
from bot.dialogue.replies.told import LONGEST_REPLY, length, point_mark


def found(snapshot: Snapshot, measure: str, page: int | None = None) -> InFull:
    """All that a measure says."""
    return InFull(snapshot.knowledge.measure_by_id[measure], snapshot.knowledge.region_of[measure], page)


def test_what_was_told_is_left_out_until_all_was(small: Snapshot) -> None:
    wanted = found(small, "ja-01")
    rates = wanted.measure.points[0]
    first = full_reply(wanted, ())
    rest = full_reply(wanted, [point_mark(wanted.measure, rates)])
    assert rates.text in first.text
    assert rates.text not in rest.text
    again = full_reply(wanted, first.marks)
    assert rates.text in again.text
    assert again.news == 0


def test_every_page_fits_and_together_they_say_everything(snapshot: Snapshot) -> None:
    measure = snapshot.knowledge.measure_by_id["hq-17"]
    number, pages = 1, []
    while True:
        page = full_reply(found(snapshot, "hq-17", number), ())
        pages.append(page)
        if not page.options:
            break
        number += 1
    assert len(pages) > 1
    whole = "".join(page.text for page in pages)
    assert {point.id for point in measure.points if point.text not in whole} == {
        "public-or-private", "both-stages", "choose-major", "basis", "kinds-without-exam", "sit-the-exam", "spring-exam",
    }, "only what others say already is left out"  # fmt: skip
    lines = [[line for section in page.sections for line in section.lines] for page in pages]
    assert all(length(page) <= LONGEST_REPLY or len(page) == 2 for page in lines)


def test_the_same_fact_in_other_words_is_told_once(snapshot: Snapshot) -> None:
    measure = snapshot.knowledge.measure_by_id["hq-09"]
    pages = [full_reply(found(snapshot, "hq-09", number), ()).text for number in range(1, 6)]
    whole = "".join(pages)
    text = {point.id: point.text for point in measure.points}
    assert text["direct-rate"] in whole
    assert text["direct-rate-here"] not in whole
    assert all(figure in whole for figure in ("300", "200", "600", "400")), "a figure is never left out"
