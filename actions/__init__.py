"""Rasa actions. Thin: they read the conversation, ask the engine, and send what bot.replies words."""
