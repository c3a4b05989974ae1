"""From an appointment to the letter that invites to it: one page with its code, as PDF or as a picture."""
