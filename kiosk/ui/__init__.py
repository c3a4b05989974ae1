"""What people see: the screen at the door, its texts in their language, and its one theme."""
