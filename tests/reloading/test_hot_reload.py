"""Reloading under a running bot: examined beside it, confirmed, swapped, returned from, and never half done."""

from __future__ import annotations

import asyncio
import threading
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.checks import examples, many_regions
from bot.checks.all_checks import outcomes_of
from bot.checks.examples import Outcome, run_example
from bot.compiled.snapshot import Snapshot
from bot.dialogue.respond import Message, respond
from bot.keeping import folder_digests
from bot.keeping.folder_digests import Part, parts_of
from bot.model.knowledge import Knowledge
from bot.model.session import Session
from bot.reading.problem import KnowledgeError, Problem
from bot.reloading import candidate, examination, hot_reload
from bot.reloading.candidate import examine, examine_at_start
from bot.reloading.examination import answer_beside
from bot.reloading.hot_reload import KnowledgeHolder
from bot.reloading.reports import Event
from bot.reloading.startup import open_knowledge
from bot.teaching.overlay import Overlay, overlay_file, read_overlay
from tests.authors.folders import BROKEN, add_third_region, broken_folder, change
from tests.reloading.examining import examined_here

ONLY_WARNED = ("figure-never-said", "item-twice", "whether-without-yes", "yml-suffix")
SUBSIDY = "regions/jia/measures/ja-01-subsidy.yaml"
QUESTION = "补助一天多少"


def now() -> datetime:
    return datetime(2020, 3, 1, 12, tzinfo=UTC)


def answer(snapshot: Snapshot, text: str = QUESTION) -> str:
    return respond(Message(text), Session(region="jia"), snapshot, date(2020, 3, 1))[0].text


def new_rate(folder: Path, rate: int = 310) -> None:
    """Another amount, in every place it is named."""
    file = folder / SUBSIDY
    file.write_text(file.read_text("utf-8").replace("300", str(rate)).replace("6000", str(rate * 20)), "utf-8")


@pytest.fixture
def data(tmp_path: Path, cache_dir: Path) -> Path:
    """A data folder that shares the tokenizer's cache with other tests: it takes a second to make."""
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "cache").symlink_to(cache_dir)
    return folder


@pytest.fixture
def reopened(folder: Path, data: Path) -> Callable[[], KnowledgeHolder]:
    """Starts the bot's knowledge, as after a restart."""
    return lambda: open_knowledge(folder, data, now=now)


@pytest.fixture
def holder(reopened: Callable[[], KnowledgeHolder]) -> Iterator[KnowledgeHolder]:
    with examined_here():
        yield reopened()


async def test_a_change_is_told_tried_and_confirmed(folder: Path, reopened: Callable[[], KnowledgeHolder]) -> None:
    """As it really is: examined by a process of its own."""
    holder = reopened()
    new_rate(folder)
    proposal = await holder.prepare()
    assert proposal.changes is not None
    assert proposal.changes.summary == "1 项修改；2 个例句答案改变"
    tried = holder.try_question(QUESTION, "jia", date(2020, 3, 1))
    assert tried is not None
    assert ("310" in tried.text, "300" in answer(holder.snapshot)) == (True, True)
    assert await holder.confirm("7", proposal.digest)
    assert "310" in answer(holder.snapshot)
    assert (holder.status().by, holder.status().digest) == ("7", proposal.digest)


async def test_what_is_added_and_removed_is_counted(holder: KnowledgeHolder, folder: Path) -> None:
    change(folder, "phrases.yaml", "- {id: help, says: [帮助, 怎么用], action: help}\n", "")
    change(folder, "regions/yi/contacts.yaml", "- {id: line,", "- {id: office, name: 乙市办公室}\n- {id: line,")
    proposal = await holder.prepare()
    assert proposal.changes is not None
    assert proposal.changes.summary == "1 项新增，1 项删除"
    assert proposal.changes.lines(1) == ["新增：单位 yi/office（乙市办公室）", "……共 2 处"]


async def test_nothing_changed_is_told(holder: KnowledgeHolder) -> None:
    proposal = await holder.prepare()
    assert not proposal.changes
    assert proposal.changes is not None
    assert proposal.changes.summary == "内容没有变化"


async def test_a_running_turn_keeps_the_snapshot_it_began_with(holder: KnowledgeHolder, folder: Path) -> None:
    before = holder.snapshot
    new_rate(folder)
    await holder.prepare()
    await holder.confirm("7")
    assert before is not holder.snapshot
    assert "300" in answer(before)


async def test_the_tokenizer_is_shared_while_the_words_are_the_same(holder: KnowledgeHolder, folder: Path) -> None:
    before = holder.snapshot
    new_rate(folder)
    await holder.prepare()
    await holder.confirm("7")
    assert holder.snapshot.language is before.language


async def test_new_words_make_a_new_tokenizer(holder: KnowledgeHolder, folder: Path) -> None:
    before = holder.snapshot
    change(folder, "lexicon/words.yaml", "津贴]", "津贴, 辛苦费用]")
    await holder.prepare()
    await holder.confirm("7")
    assert "辛苦费用" in holder.snapshot.language.analyse("辛苦费用多少").tokens
    assert "辛苦费用" not in before.language.analyse("辛苦费用多少").tokens
    assert answer(holder.snapshot) == answer(before)


async def test_a_broken_folder_changes_nothing(holder: KnowledgeHolder, folder: Path) -> None:
    before = holder.snapshot
    change(folder, SUBSIDY, "units: [health]", "units: [health, nobody]")
    proposal = await holder.prepare()
    assert next((p.file, p.line) for p in proposal.errors) == (folder / SUBSIDY, 8)
    assert proposal.changes is None
    assert not await holder.confirm("7")
    assert holder.try_question(QUESTION, "jia", date(2020, 3, 1)) is None
    assert holder.snapshot is before


async def test_an_example_that_fails_keeps_a_version_out(holder: KnowledgeHolder, folder: Path) -> None:
    change(folder, SUBSIDY, "value: 300", "value: 310")
    change(folder, SUBSIDY, "figures:", "figures:\n  - {value: 300 元, about: 病房}")
    proposal = await holder.prepare()
    assert any("例句" in problem.message for problem in proposal.errors)


async def test_only_what_the_admin_was_shown_is_confirmed(holder: KnowledgeHolder, folder: Path) -> None:
    new_rate(folder)
    shown = await holder.prepare()
    new_rate(folder, 320)
    change(folder, SUBSIDY, "310", "310")
    await holder.prepare()
    change(folder, SUBSIDY, "病房每天", "在病房每天")
    later = await holder.prepare()
    assert later.digest != shown.digest
    assert not await holder.confirm("7", shown.digest)
    assert await holder.confirm("7", later.digest)


async def test_rollback_returns_to_the_version_before(holder: KnowledgeHolder, folder: Path) -> None:
    assert not await holder.rollback("7")
    before = weakref.ref(holder.snapshot)
    new_rate(folder)
    loop = asyncio.get_running_loop()
    with ThreadPoolExecutor() as threads:  # at its end no thread holds what it was last called with
        loop.set_default_executor(threads)
        await holder.prepare()
        await holder.confirm("7")
    loop.set_default_executor(ThreadPoolExecutor())
    assert before() is None, "two snapshots take twice the memory: the one before is made anew when it is wanted"
    assert await holder.rollback("8")
    assert "300" in answer(holder.snapshot)
    assert holder.status().by == "8"


async def test_views_of_what_was_left_go_one_by_one(holder: KnowledgeHolder, folder: Path) -> None:
    """Whoever asks meanwhile does not wait for all of them."""
    before, went = holder.snapshot, []
    views = [before.seen_from([region]) for region in ("jia", "yi")]
    new_rate(folder)
    await holder.prepare()
    confirming, left = asyncio.create_task(holder.confirm("7")), len(views)
    while not confirming.done():
        await asyncio.sleep(0)
        went.append(left - len(before._views))
        left = len(before._views)
    assert (max(went), left) == (1, 0)


async def test_no_region_of_what_was_left_stays_open(holder: KnowledgeHolder, folder: Path) -> None:
    """Each version of a region would take megabytes until eight others had been opened."""
    opened = weakref.ref(holder.snapshot.seen_from(["jia"]).knowledge.regions[0])
    new_rate(folder)
    await holder.prepare()
    await holder.confirm("7")
    assert opened() is None


async def test_all_is_looked_through_only_for_a_snapshot_that_did_not_go(
    holder: KnowledgeHolder, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[bool] = []
    monkeypatch.setattr(hot_reload, "look_through_all", lambda: looked.append(True))
    await holder.prepare()
    assert not looked
    monkeypatch.setattr(holder, "_left", lambda: holder.snapshot)
    await holder.prepare()
    assert looked == [True]


async def test_a_version_before_whose_files_are_no_longer_its_own_is_not_returned_to(
    holder: KnowledgeHolder, folder: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    new_rate(folder)
    await holder.prepare()
    await holder.confirm("7")
    elsewhere = (path for path in tmp_path.rglob(SUBSIDY) if not path.is_relative_to(folder))
    kept = next(path for path in elsewhere if "300" in path.read_text(encoding="utf-8"))
    kept.write_text(kept.read_text(encoding="utf-8").replace("病房每天", "在病房每天"), encoding="utf-8")
    assert not await holder.rollback("8")
    assert "310" in answer(holder.snapshot)
    assert "cannot be made ready" in caplog.text


async def test_a_rollback_outlives_a_restart_until_the_folder_changes(
    holder: KnowledgeHolder, folder: Path, reopened: Callable[[], KnowledgeHolder]
) -> None:
    new_rate(folder)
    await holder.prepare()
    await holder.confirm("7")
    await holder.rollback("7")
    again = reopened()
    assert "300" in answer(again.snapshot)
    assert again.status().why_not_folder is not None
    change(folder, SUBSIDY, "text: 病房每天", "text: 在病房每天")
    assert "310" in answer(reopened().snapshot)


@pytest.mark.parametrize("case", ["gbk", "unknown-unit", "unbacked-figure"])
def test_a_bot_that_starts_on_a_broken_folder_answers_from_the_last_good_one(
    case: str, reopened: Callable[[], KnowledgeHolder], folder: Path
) -> None:
    reopened()
    lay_over(folder, case)
    again = reopened()
    assert again.status().why_not_folder is not None
    assert "300" in answer(again.snapshot)


@pytest.mark.parametrize("case", [path.name for path in sorted(BROKEN.iterdir()) if path.name not in ONLY_WARNED])
def test_no_mistake_goes_live(case: str, tmp_path: Path, cache_dir: Path) -> None:
    verdict = examine(broken_folder(case, tmp_path), Overlay(), tmp_path / "taught.json", cache_dir=cache_dir)
    assert verdict.errors
    assert verdict.loaded is None


def lay_over(folder: Path, case: str) -> None:
    """Make one author's mistake in a folder."""
    for file in (BROKEN / case).rglob("*.yaml"):
        (folder / file.relative_to(BROKEN / case)).write_bytes(file.read_bytes())


@pytest.mark.parametrize("case", ["gbk", "example-wrong-amount"])
async def test_a_mistake_in_the_folder_never_reaches_those_who_ask(
    case: str, holder: KnowledgeHolder, folder: Path
) -> None:
    before = holder.snapshot
    lay_over(folder, case)
    assert (await holder.prepare()).errors
    assert holder.snapshot is before


def test_without_a_last_good_version_a_broken_folder_is_an_error(folder: Path, data: Path) -> None:
    lay_over(folder, "gbk")
    with pytest.raises(KnowledgeError):
        open_knowledge(folder, data, now=now)


def test_without_a_last_good_version_a_wrong_figure_does_not_silence_the_bot(folder: Path, data: Path) -> None:
    lay_over(folder, "unbacked-figure")
    holder = open_knowledge(folder, data, now=now)
    assert "350" in (holder.status().why_not_folder or "")


async def test_a_taught_phrasing_goes_live_and_stays(
    holder: KnowledgeHolder, folder: Path, data: Path, reopened: Callable[[], KnowledgeHolder]
) -> None:
    before = (folder / "topics/hotline.yaml").read_bytes()
    proposal = await holder.teach("hotline", "夜里心慌想找个人唠唠", "7")
    assert proposal.errors == ()
    assert "0200-5550456" in answer_anywhere(holder.snapshot, "夜里心慌想找个人唠唠")
    assert (folder / "topics/hotline.yaml").read_bytes() == before
    assert reopened().status().taught == 1
    assert [item.topic for item in read_overlay(overlay_file(data))[0].taught] == ["hotline"]


def answer_anywhere(snapshot: Snapshot, text: str) -> str:
    return respond(Message(text), Session(region="yi"), snapshot, date(2020, 3, 1))[0].text


async def test_teaching_does_not_bring_in_what_authors_are_still_writing(holder: KnowledgeHolder, folder: Path) -> None:
    new_rate(folder)
    await holder.teach("hotline", "夜里心慌想找个人唠唠", "7")
    assert "300" in answer(holder.snapshot)


async def test_a_phrasing_that_stands_for_something_else_is_not_taught(holder: KnowledgeHolder, data: Path) -> None:
    before = holder.snapshot
    proposal = await holder.teach("hotline", "孩子上学能优先吗？", "7")
    assert [problem.message for problem in proposal.errors] == ["“孩子上学能优先吗？”已经是“孩子上学”的问法"]
    assert holder.snapshot is before
    assert read_overlay(overlay_file(data))[0] == Overlay()


async def test_a_phrasing_that_breaks_an_example_is_not_taught(
    folder: Path, reopened: Callable[[], KnowledgeHolder], data: Path
) -> None:
    question = "夜里心慌想找个人唠唠"
    change(
        folder,
        "regions/jia/measures/ja-02-school.yaml",
        "examples:",
        f"examples:\n  - {{ask: {question}, decision: ask}}",
    )
    holder = reopened()
    before = holder.snapshot
    with examined_here():
        proposal = await holder.teach("hotline", question, "7")
    assert any(question in problem.message for problem in proposal.errors)
    assert holder.snapshot is before
    assert read_overlay(overlay_file(data))[0] == Overlay()


@pytest.mark.parametrize("regions", [2, 3])
async def test_what_the_live_version_answers_is_worked_out_beside_the_loop_and_only_where_it_may_change(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, regions: int
) -> None:
    """What is taught may change any region's answers; what one region's file says, that region's alone."""
    if regions > len(("jia", "yi")):
        add_third_region(folder)
    holder, asked = open_knowledge(folder, tmp_path / "own", now=now), asked_examples(monkeypatch)
    with examined_here():
        new_rate(folder)
        await holder.prepare()
        assert asked[("yi-01", False)] == 1  # by the examination
        assert asked[("ja-01", False)] == 2 * len(("examined", "live"))
        asked.clear()
        await holder.discard()
        await holder.teach("hotline", "夜里心慌想找个人唠唠", "7")
        assert asked[("yi-01", False)] == 1
        assert {on_the_loop for _, on_the_loop in asked} == {False}


async def test_what_the_live_version_answers_is_asked_ahead_by_a_process_beside(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first reload after a start waits for the examples of what is new, and this process asks none."""
    with examined_here():
        workers = counted_workers(monkeypatch)
        holder = open_knowledge(folder, tmp_path / "own", now=now)
        monkeypatch.setattr(hot_reload, "outcomes_of", kept_outcomes)
        await holder.answer_ahead()
        assert len(workers) == 1
        await holder.answer_ahead()
        assert len(workers) == 1  # what it came to is kept
        new_rate(folder)
        proposal = await holder.prepare()
        assert len(workers) == 2
        assert proposal.changes is not None
        assert any(key.startswith("ja-01") for key in proposal.changes.answers)


@pytest.mark.parametrize(
    ("comes_to", "logged"), [(OSError(28, "No space left on device"), "No space left"), (Problem(Path(), 0, 0, "没有完", ""), "没有完")]
)
async def test_what_keeps_examples_from_being_asked_ahead_is_logged_and_no_more(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture,
    comes_to: OSError | Problem, logged: str,
) -> None:  # fmt: skip
    async def failing(*_: Any) -> Problem:
        if isinstance(comes_to, OSError):
            raise comes_to
        return comes_to

    with examined_here():
        holder = open_knowledge(folder, tmp_path / "own", now=now)
        monkeypatch.setattr(hot_reload, "answer_beside", failing)
        await holder.answer_ahead()
        assert logged in caplog.text
        new_rate(folder)
        assert (await holder.prepare()).changes is not None


async def test_a_reload_does_not_wait_for_the_examples_asked_ahead(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, asked = asyncio.Event(), answer_beside

    async def hanging(*_: Any) -> None:
        begun.set()
        await asyncio.Event().wait()

    with examined_here():
        holder = open_knowledge(folder, tmp_path / "own", now=now)
        monkeypatch.setattr(hot_reload, "answer_beside", hanging)
        ahead = asyncio.create_task(holder.answer_ahead())
        await begun.wait()
        monkeypatch.setattr(hot_reload, "answer_beside", asked)
        new_rate(folder)
        proposal = await asyncio.wait_for(holder.prepare(), 60)
        assert proposal.changes is not None
        await ahead


def counted_workers(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The staged folders that worker processes are given from now on."""
    given: list[Path] = []
    run = examination._run_worker

    async def noted(staged: Path, *others: Any) -> Problem | None:
        given.append(staged)
        return await run(staged, *others)

    monkeypatch.setattr(examination, "_run_worker", noted)
    return given


def kept_outcomes(knowledge: Knowledge, _: Callable[[], Snapshot], *others: Any) -> list[Outcome]:
    """Outcomes as they are kept: nobody is asked here."""
    return outcomes_of(knowledge, lambda: pytest.fail("asked by the bot's own process"), *others)


def asked_examples(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, bool]]:
    """How often examples of which measures are asked, and whether on the loop."""
    asked: Counter[tuple[str, bool]] = Counter()

    def noted(snapshot: Snapshot, measure: str, *others: Any) -> Outcome:
        asked[measure, threading.current_thread() is threading.main_thread()] += 1
        return run_example(snapshot, measure, *others)

    monkeypatch.setattr(examples, "run_example", noted)
    return asked


async def test_what_is_done_is_told_to_the_journal(folder: Path, data: Path) -> None:
    told: list[Event] = []

    async def write(event: Event) -> None:
        told.append(event)

    holder = open_knowledge(folder, data, now=now, journal=write)
    new_rate(folder)
    with examined_here():
        await holder.prepare()
    await holder.confirm("7")
    await holder.rollback("8")
    assert [(event.who, event.what) for event in told] == [("7", "重新加载"), ("8", "回到上一版")]


async def test_questions_are_answered_while_a_candidate_is_examined(
    folder: Path, reopened: Callable[[], KnowledgeHolder]
) -> None:
    """Beside a process of its own, too."""
    holder = reopened()
    new_rate(folder)
    reloading = asyncio.create_task(holder.prepare())
    answered = 0
    while not reloading.done():
        assert "300" in answer(holder.snapshot)
        answered += 1
        await asyncio.wait({reloading}, timeout=0.05)
    assert answered > 1


async def test_a_sound_change_goes_live_unasked_when_told_to(holder: KnowledgeHolder, folder: Path) -> None:
    new_rate(folder)
    await holder.reload_unasked("SIGHUP")
    assert ("310" in answer(holder.snapshot), holder.status().by) == (True, "SIGHUP")


async def test_a_changed_file_is_noticed(holder: KnowledgeHolder, folder: Path) -> None:
    before = holder.snapshot
    new_rate(folder)
    watching = asyncio.create_task(holder.watch(0.01))
    async with asyncio.timeout(60):
        while holder.snapshot is before:
            await asyncio.sleep(0.01)
    watching.cancel()
    await asyncio.gather(watching, return_exceptions=True)
    assert "310" in answer(holder.snapshot)


async def test_a_killed_reload_leaves_nothing_behind(
    holder: KnowledgeHolder, folder: Path, data: Path, reopened: Callable[[], KnowledgeHolder]
) -> None:
    new_rate(folder)
    await holder.prepare()
    assert list((data / "knowledge").glob("staged-*"))
    reopened()
    assert not list((data / "knowledge").glob("staged-*"))


def test_the_next_start_reads_nothing_anew_unless_a_file_changed(
    folder: Path, cache_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = examine_at_start(folder, Overlay(), folder / "taught.json", cache_dir)
    monkeypatch.setattr(candidate, "survey_folder", lambda *_: pytest.fail("the folder was read again"))
    again = examine_at_start(folder, Overlay(), folder / "taught.json", cache_dir)
    assert first.loaded is not None
    assert again.loaded is not None
    assert again.loaded.snapshot.knowledge == first.loaded.snapshot.knowledge
    change(folder, "topics/hotline.yaml", "半夜有心理咨询吗", "半夜能打心理热线吗")
    with pytest.raises(pytest.fail.Exception):
        examine_at_start(folder, Overlay(), folder / "taught.json", cache_dir)


def test_knowledge_that_cannot_be_answered_from_is_examined_at_every_start(tmp_path: Path, cache_dir: Path) -> None:
    for number in range(2):
        verdict = examine_at_start(tmp_path / "nowhere", Overlay(), tmp_path / "taught.json", cache_dir / str(number))
        assert verdict.loaded is None
    assert not list((cache_dir / "0").glob("start-*"))


def test_an_examination_looks_at_the_files_once(folder: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of thousands of regions one look takes a second."""
    looked: list[Path] = []

    def noted(where: Path) -> dict[str, Part]:
        looked.append(where)
        return parts_of(where)

    monkeypatch.setattr(many_regions, "parts_of", noted)
    monkeypatch.setattr(folder_digests, "parts_of", noted)
    data.chmod(0o700)
    examined = examine(folder, Overlay(), overlay_file(data), cache_dir=data / "cache").loaded
    assert looked == [folder]
    assert examined is not None
    assert examined.digest == candidate.content_digest(folder, Overlay())
