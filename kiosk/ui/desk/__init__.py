"""The phone desk: a window for a PC with a headset on, used by keys alone."""
