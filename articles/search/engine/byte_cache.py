"""A cache that is bounded by the bytes of the arrays in it, not by their number."""

import threading
from collections import OrderedDict


class ByteCache:
    """Forgets what was longest unused when its arrays together pass the limit.

    >>> cache = ByteCache(64 << 20)
    >>> cache.get(("segment", query), make_mask)
    """

    def __init__(self, limit):
        self.limit = limit
        self.size = 0
        self._arrays = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key, make):
        """The array of this key, made when it is not there."""
        with self._lock:
            if key in self._arrays:
                self._arrays.move_to_end(key)
                return self._arrays[key]
        array = make()
        with self._lock:
            if key not in self._arrays and array.nbytes <= self.limit:
                self._arrays[key] = array
                self.size += array.nbytes
                while self.size > self.limit:
                    self.size -= self._arrays.popitem(last=False)[1].nbytes
        return array

    def __len__(self):
        return len(self._arrays)
