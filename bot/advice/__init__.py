"""The engine: pure functions over frozen data; imports the standard library only."""

from bot.advice.engine import advise
from bot.advice.errors import UnknownName
from bot.advice.model import Advice, Knowledge, ServiceState, VisitNeed

__all__ = ["Advice", "Knowledge", "ServiceState", "UnknownName", "VisitNeed", "advise"]
