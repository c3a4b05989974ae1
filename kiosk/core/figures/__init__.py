"""What a manager reads: numbers that are folds of the events, and what follows from them."""
