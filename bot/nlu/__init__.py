"""Rasa graph components that read messages."""
