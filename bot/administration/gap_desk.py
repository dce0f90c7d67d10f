"""Unanswered questions at the admins' desk: see them in clusters, teach a phrasing in two taps."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.dialogue.replies.plain import plain
from bot.dialogue.respond import Message, respond
from bot.model.reply import Decision, Reply
from bot.model.session import Option, Session
from bot.reloading.hot_reload import KnowledgeHolder
from bot.reloading.reports import Returned
from bot.storage import unanswered
from bot.storage.database import Database
from bot.teaching import clusters
from bot.teaching.clusters import Cluster, Question

_SHOWN = 8
_TOPICS_OFFERED = 6
_ERRORS_SHOWN = 3
_LABEL = 24
_GONE = "这个问题已经处理过，或过了 90 天。"


class GapDesk:
    """Keeps declined questions and lets admins teach the bot from them."""

    def __init__(self, holder: KnowledgeHolder, database: Database, now: Callable[[], datetime]) -> None:
        """``now`` is the time of day with its zone."""
        self._holder, self._database, self._now = holder, database, now

    async def note(self, text: str) -> int | None:
        """Keep a question, scrubbed, and let go of those that are too old. Its number, if anything of it is kept."""
        today = self._now().date()
        async with self._database.writing() as connection:
            await connection.run_sync(unanswered.purge, today)
            return await connection.run_sync(unanswered.keep, text, today)

    async def _clusters(self) -> list[Cluster]:
        async with self._database.reading() as connection:
            stored = await connection.run_sync(unanswered.questions)
        return await asyncio.to_thread(clusters.clusters, stored)  # seconds for thousands: others go on talking

    async def overview(self, _: str, __: int) -> Reply:
        """The largest clusters, each with a button."""
        found = (await self._clusters())[:_SHOWN]
        if not found:
            return plain(Decision.CHAT, "没有记下答不上来的问题。")
        today = self._now().date()
        shown = await asyncio.to_thread(clusters.with_topics, found, self._holder.snapshot, today)
        lines = [
            f"{place}. {c.text}（{len(c.questions)} 次）→ {self._titles(c)}" for place, c in enumerate(shown, start=1)
        ]
        options = tuple(
            Option(f"{place}. {cluster.text}"[:_LABEL], f"admin:gap:{cluster.questions[0].number}")
            for place, cluster in enumerate(shown, start=1)
        )
        return plain(Decision.CHAT, "答不上来的问题（已去掉个人信息，90 天内）：", *lines, options=options)

    def _titles(self, cluster: Cluster) -> str:
        topics = self._holder.snapshot.topic_by_id
        return "、".join(topics[topic].short for topic in cluster.topics) or "没有相近的主题"

    async def show(self, argument: str, _: int) -> Reply:
        """A question with the topics it may belong to."""
        question = await self._question(argument)
        if question is None:
            return plain(Decision.CHAT, _GONE)
        near = clusters.nearest_topics(question.text, self._holder.snapshot, self._now().date())
        topics = self._holder.snapshot.topic_by_id
        options = [Option(topics[t].short, f"admin:teach:{question.number}:{t}") for t in near[:_TOPICS_OFFERED]]
        options.append(Option("不用教，删掉", f"admin:drop:{question.number}"))
        return plain(Decision.CHAT, f"“{question.text}”问的是哪个主题？", options=tuple(options))

    async def ask(self, argument: str, __: int) -> Reply:
        """Show what would be taught, for confirmation."""
        number, _, topic = argument.partition(":")
        question, known = await self._question(number), self._holder.snapshot.topic_by_id.get(topic)
        if question is None or known is None:
            return plain(Decision.CHAT, _GONE)
        yes = Option("确认，教给它", f"admin:taught:{question.number}:{topic}")
        back = Option("换一个主题", f"admin:gap:{question.number}")
        return plain(Decision.CHAT, f"以后问“{question.text}”，就按“{known.title}”回答？", options=(yes, back))

    async def teach(self, argument: str, user: int | str) -> Reply:
        """Teach it, unless an example breaks by it."""
        number, _, topic = argument.partition(":")
        question, known = await self._question(number), self._holder.snapshot.topic_by_id.get(topic)
        if question is None or known is None:
            return plain(Decision.CHAT, _GONE)
        proposal = await self._holder.teach(topic, question.text, str(user))
        if proposal.errors:
            shown = [problem.message for problem in proposal.errors[:_ERRORS_SHOWN]]
            return plain(Decision.CHAT, "没有教：加上它会弄坏别的回答，已经撤回。", *shown)
        await self.settle([question.number])
        told = [f"学会了：“{question.text}”→ {known.title}。作者用 python -m bot taught --export 取走。"]
        if not await asyncio.to_thread(self._is_answered, question.text, topic):
            told.append("不过照原话问，答的还不是这一项：那里的文件没有，或者话里有危险、别处的地方、别的年份，都先于主题。")
        return plain(Decision.CHAT, *told)

    def _is_answered(self, text: str, topic: str) -> bool:
        """Whether a question, asked out of the blue, is answered on a topic now: in any region, or, of many, with none known."""
        snapshot, today = self._holder.snapshot, self._now().date()
        if snapshot.crowded:
            return respond(Message(text), Session(), snapshot, today)[0].decision in (Decision.ANSWER, Decision.ASK)
        known = snapshot.knowledge.measure_by_id
        replies = (respond(Message(text), Session(region=region), snapshot, today)[0] for region in snapshot.knowledge.region_by_id)
        return any(topic in known[measure].topics for reply in replies for measure in reply.measures)

    async def drop(self, argument: str, _: int) -> Reply:
        """Put a whole cluster away."""
        question = await self._question(argument)
        if question is not None:
            alike = next((c for c in await self._clusters() if question in c.questions), Cluster([question]))
            await self.settle([item.number for item in alike.questions])
        return plain(Decision.CHAT, "删掉了。", options=(Option("看其余的", "admin:gaps"),))

    async def after_return(self, done: Returned) -> Sequence[str]:
        """Put back the questions that a return to the version before unteaches, and away those it teaches again. What to tell."""
        today = self._now().date()
        async with self._database.writing() as connection:
            await connection.run_sync(unanswered.settle_texts, done.taught_again)
            for says in done.untaught:
                await connection.run_sync(unanswered.put_back, says, today)
        told = [f"随它撤掉了教过的问法“{says}”，已放回没答上来的问题，可以再教一次。" for says in done.untaught]
        return [*told, *(f"教过的问法“{says}”又有了。" for says in done.taught_again)]

    async def _question(self, number: str) -> Question | None:
        if not number.isdecimal():
            return None
        async with self._database.reading() as connection:
            return await connection.run_sync(unanswered.question, int(number))

    async def settle(self, numbers: Sequence[int]) -> None:
        """Put questions away."""
        async with self._database.writing() as connection:
            await connection.run_sync(unanswered.settle, numbers)
