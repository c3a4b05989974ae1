"""The guard's panel: what it shows, what may be tapped, and the order that each tap gives."""
