"""Input channels: authenticate, bound, hand to Rasa, render."""
