"""The durable record: events, who is inside, appointments and letters, on SQLite or PostgreSQL."""
