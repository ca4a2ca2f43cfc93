"""Text messages, without Rasa: how long a text is, its pages, its choices, keywords, who opted out, and the providers."""
