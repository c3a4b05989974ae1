"""What a 720p frame costs on its way from the camera's process to the door's: socket, pipe or shared memory.

    python benchmarks/camera_process.py

Each way carries the same pictures at 50 a second. Both sides' processor time is counted, and how long the
door waits between a picture's announcement and having it.
"""

import mmap
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time

import numpy as np

FRAMES = 300
BYTES = 1280 * 720 * 3
_SENDER = """
import mmap, os, socket, sys, time
import numpy as np
way, channel, frames, size, memory = sys.argv[1], *map(int, sys.argv[2:])
picture = np.random.default_rng(0).integers(0, 255, size, dtype=np.uint8)
shared = np.frombuffer(mmap.mmap(memory, 2 * size), dtype=np.uint8) if way == "shared memory" else None
began = time.process_time()
for number in range(frames):
    time.sleep(0.02)
    if shared is not None:
        half = number % 2 * size
        shared[half : half + size] = picture
    os.write(channel, bytes([number % 2]))
    left = memoryview(picture) if shared is None else b""
    while left:
        left = left[os.write(channel, left) :]
print((time.process_time() - began) / frames * 1000)
"""


def measure(way: str) -> str:
    """Send the frames this way; say what one of them costs."""
    if way == "pipe":
        ours, theirs = os.pipe()
    else:
        ours, theirs = (each.detach() for each in socket.socketpair())
    with tempfile.TemporaryFile() as memory:
        memory.truncate(2 * BYTES)
        arguments = [way, *map(str, (theirs, FRAMES, BYTES, memory.fileno()))]
        with subprocess.Popen(
            [sys.executable, "-c", _SENDER, *arguments],
            pass_fds=[theirs, memory.fileno()],
            stdout=subprocess.PIPE,
            text=True,
        ) as sender:
            shared = np.frombuffer(mmap.mmap(memory.fileno(), 2 * BYTES), dtype=np.uint8)
            waits, began = [], time.process_time()
            for _ in range(FRAMES):
                half = os.read(ours, 1)[0] * BYTES
                announced = time.perf_counter()
                picture = np.empty(BYTES, dtype=np.uint8)
                if way == "shared memory":
                    picture[:] = shared[half : half + BYTES]
                else:
                    left = picture.data
                    while left:
                        left = left[os.readv(ours, [left]) :]
                waits.append((time.perf_counter() - announced) * 1000)
            taking = (time.process_time() - began) / FRAMES * 1000
            sending = float(sender.communicate()[0])
    os.close(ours)
    os.close(theirs)
    return (
        f"{way:14} taking {taking:.2f} ms, sending {sending:.2f} ms of processor; "
        f"wait {statistics.median(waits):.2f} ms, p95 {statistics.quantiles(waits, n=20)[-1]:.2f} ms"
    )


if __name__ == "__main__":
    for each in ("socket", "pipe", "shared memory"):
        print(measure(each))
