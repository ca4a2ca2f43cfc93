"""How Rasa is wired and started: actions in the same process, a tracker store that forgets, the server."""
