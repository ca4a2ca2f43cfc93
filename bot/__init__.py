"""Beneficiary Appointment Risk Advisor: the parts behind the conversation (see docs/architecture.md)."""
