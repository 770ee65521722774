"""How much of the index a process holds mapped, which counts as memory of its own.

What searches have read of the files stays mapped until the machine is short of memory: after a day of all sorts of
searches nearly all of it. Letting go of it costs little, for the kernel keeps the pages and maps them again, sixteen
at a time, when they are asked for.
"""

import os
from itertools import count

MOST = 48 << 20  # bytes of files, the libraries of Python among them
EVERY = 8  # searches; to ask the kernel costs a hundredth of one
SHARED = 2  # in what the kernel tells: size, resident, of it mapped from files or shared

_calls = count()


def relieve(files, most=MOST, every=EVERY):
    """Has the `ArrayFile`s let go if more than that is mapped; whether they did. Not at each call; on Linux only."""
    if next(_calls) % every or (mapped() or 0) <= most:
        return False
    for file in files:
        file.let_go()
    return True


def mapped():
    """Bytes of files that are resident in this process; None where that is not told."""
    try:
        with open("/proc/self/statm", "rb") as told:
            return int(told.read().split()[SHARED]) * os.sysconf("SC_PAGE_SIZE")
    except FileNotFoundError:
        return None
