"""The only module that imports cv2: everything else in the program takes cv2 from here.

The wheel of opencv-python brings a Qt 5 of its own and points Qt's environment variables at it, which breaks
PySide6 in the same process. Nothing of the program shows windows through OpenCV, so both variables go back to
what they were before the import.
"""

import os

_QT_VARIABLES = ("QT_QPA_PLATFORM_PLUGIN_PATH", "QT_QPA_FONTDIR")
_before = {name: os.environ.get(name) for name in _QT_VARIABLES}

# A V4L2 device that hangs blocks read() for 10 s by default. OpenCV reads this once, at the first capture.
os.environ.setdefault("OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT", "2")
# FFmpeg writes to stderr by itself, past OpenCV's log level: -8 keeps it quiet.
os.environ.setdefault("OPENCV_FFMPEG_LOGLEVEL", "-8")

import cv2  # noqa: E402 - the environment has to be ready first

for _name, _value in _before.items():
    if _value is None:
        os.environ.pop(_name, None)
    else:
        os.environ[_name] = _value

# The decoder runs beside the window on two weak cores: one thread each leaves the other core to the window.
cv2.setNumThreads(1)

# A camera that is missing is reported by us, in words; OpenCV's own lines on stderr only confuse.
cv2.utils.logging.setLogLevel(cv2.utils.logging.LOG_LEVEL_SILENT)

__all__ = ["cv2"]
