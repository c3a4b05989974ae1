"""What leaves the office: letters that are made, known at the door, and sent."""
