"""Advice and fixed replies put into words, for one language and one channel."""
