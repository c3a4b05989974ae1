"""Ids, by which events, visits, entered rules and the people of the staff are told apart."""

from typing import NewType

EventId = NewType("EventId", str)
VisitId = NewType("VisitId", str)
RulesId = NewType("RulesId", str)
StaffId = NewType("StaffId", str)
