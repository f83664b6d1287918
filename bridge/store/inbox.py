"""A bounded line of jobs between the event loop and the thread that does them."""

import threading
from collections import deque
from typing import Generic, TypeVar

T = TypeVar("T")


class Inbox(Generic[T]):
    """First in, first out; any thread may put, one thread takes."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._waiting: deque[T] = deque()
        self._is_closed = False
        self._changed = threading.Condition()

    def put(self, job: T) -> bool:
        """Add `job` without waiting; False when the line is full. Raises ValueError when closed."""
        with self._changed:
            if self._is_closed:
                raise ValueError("the inbox is closed")
            if len(self._waiting) >= self._size:
                return False
            self._waiting.append(job)
            self._changed.notify()
            return True

    def take(self, most: int, patience_s: float | None) -> list[T] | None:
        """Up to `most` jobs that wait now.

        When there are none, wait for the first, `patience_s` seconds at most (then the list is
        empty). None when the line is closed and everything was taken.
        """
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_closed, patience_s)
            if self._waiting:
                return [self._waiting.popleft() for _ in range(min(most, len(self._waiting)))]
            return None if self._is_closed else []

    def close(self) -> None:
        """Let nothing more in; what is in line can still be taken. May be called twice."""
        with self._changed:
            self._is_closed = True
            self._changed.notify()
