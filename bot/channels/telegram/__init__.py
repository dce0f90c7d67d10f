"""The Telegram channel: it translates and renders; the thinking is the core's."""

from bot.channels.telegram.commands import Described
from bot.channels.telegram.extension import ACTION_PREFIX, Extension
from bot.channels.telegram.faults import Faults
from bot.channels.telegram.run import Options, Timing, run

__all__ = ["ACTION_PREFIX", "Described", "Extension", "Faults", "Options", "Timing", "run"]
