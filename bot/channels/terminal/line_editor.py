"""Typing a line: editing by whole characters, what was typed before, completion. Nothing typed is ever written to disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import Output


class Suggestions(Completer):
    """Completes the whole line to one of the suggestions of the moment: commands, and the options of the last reply."""

    def __init__(self, suggestions: Callable[[], Sequence[str]]) -> None:
        self._suggestions = suggestions

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """Suggestions that begin with what is typed; all options on Tab in an empty line."""
        typed = document.text_before_cursor
        if typed or complete_event.completion_requested:
            for text in self._suggestions():
                if text.startswith(typed) and text != typed and (typed or not text.startswith("/")):
                    yield Completion(text, start_position=-len(typed))


def line_reader(
    prompt: str,
    suggestions: Callable[[], Sequence[str]],
    *,
    source: Input | None = None,
    target: Output | None = None,
) -> Callable[[], str]:
    """Reads one message a call; raises EOFError and KeyboardInterrupt as ``input`` does."""
    session: PromptSession[str] = PromptSession(
        history=InMemoryHistory(),
        completer=Suggestions(suggestions),
        complete_while_typing=True,
        key_bindings=_pasting(),
        input=source,
        output=target,
    )
    return lambda: session.prompt(prompt)


def _pasting() -> KeyBindings:
    """Several lines pasted at once are one message: their ends become blanks."""
    bindings = KeyBindings()

    @bindings.add(Keys.BracketedPaste)
    def _(event: KeyPressEvent) -> None:
        event.current_buffer.insert_text(" ".join(event.data.split()))

    return bindings
