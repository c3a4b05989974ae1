"""The threads of a program, and how they end.

Each worker is a thread around plain functions. What they find comes to the windows as Qt signals, which Qt
carries into the GUI's thread. Whoever starts a worker stops it, and `stop` waits until the thread has ended.
"""
