"""Is the camera alive? Pure: told when frames came and when opening failed, it says so for any moment."""

from dataclasses import dataclass
from enum import Enum


class CameraState(Enum):
    """What the guard's panel says of the camera."""

    OPENING = "opening"
    """No frame yet, and too early to worry."""
    LIVE = "live"
    STALLED = "stalled"
    """Frames came, and then none for a moment; it may recover by itself."""
    LOST = "lost"
    """Gone, or could not be opened; it is tried again and again."""
    FINISHED = "finished"
    """A film or folder of pictures came to its end."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long, in seconds, until a silence means something. The delay to a retry doubles, first to last."""

    stalled_after: float = 1.0
    lost_after: float = 3.0
    first_retry: float = 0.5
    last_retry: float = 4.0

    def __post_init__(self) -> None:
        """Refuse an order of times in which a state could never be reached."""
        if not 0 < self.stalled_after <= self.lost_after or not 0 < self.first_retry <= self.last_retry:
            raise ValueError(f"0 < stalled_after <= lost_after, 0 < first_retry <= last_retry: {self}")


class CameraWatch:
    """Follows one camera. All times are seconds of one monotonic clock, and are passed in.

    A cable that is pulled and put back is found again within `last_retry` seconds of its return.
    """

    def __init__(self, patience: Patience | None = None) -> None:
        """Before `opening` is called, nothing is known and the state is OPENING."""
        self._patience = patience or Patience()
        self._opened_at: float | None = None
        self._last_frame_at: float | None = None
        self._failures = 0
        self._retry_at: float | None = None
        self._finished = False

    def opening(self, at: float) -> None:
        """The camera is being opened now: silence counts from here."""
        self._opened_at = at
        self._last_frame_at = None
        self._retry_at = None

    def frame_came(self, at: float) -> None:
        """A picture arrived: all is well, and the back-off starts anew."""
        self._last_frame_at = at
        self._failures = 0

    def failed(self, at: float) -> None:
        """Opening or reading failed and the camera was closed; `retry_at` says when to open it again."""
        patience = self._patience
        delay = min(patience.first_retry * 2.0 ** min(self._failures, 16), patience.last_retry)
        self._failures += 1
        self._retry_at = at + delay

    def finished(self) -> None:
        """The film is over; there is nothing to open again."""
        self._finished = True

    @property
    def retry_at(self) -> float | None:
        """When to open the camera again, or None while it is open."""
        return self._retry_at

    def state(self, at: float) -> CameraState:
        """The camera's state at that moment."""
        if self._finished:
            return CameraState.FINISHED
        if self._retry_at is not None:
            return CameraState.LOST
        silent_since = self._opened_at if self._last_frame_at is None else self._last_frame_at
        if silent_since is None:
            return CameraState.OPENING
        silence = at - silent_since
        if silence > self._patience.lost_after:
            return CameraState.LOST
        if self._last_frame_at is None:
            return CameraState.OPENING
        return CameraState.STALLED if silence > self._patience.stalled_after else CameraState.LIVE
