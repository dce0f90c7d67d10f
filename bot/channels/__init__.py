"""Ways to talk to the bot. A channel translates and renders; what is said is decided in ``bot.dialogue``."""
