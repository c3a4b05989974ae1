"""What events are told apart by: the ids of events, of visits and of the people of the staff."""

from typing import NewType

EventId = NewType("EventId", str)
VisitId = NewType("VisitId", str)
StaffId = NewType("StaffId", str)
