"""Ties a process to the one that started it, so that a killed parent leaves nothing running."""

import ctypes
import signal
import sys

SET_PARENT_DEATH_SIGNAL = 1


def end_with_parent() -> None:
    """Ask Linux to interrupt this process when its parent ends, even by SIGKILL. Nothing happens on other systems."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(SET_PARENT_DEATH_SIGNAL, signal.SIGINT)
