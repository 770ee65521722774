"""Runs of three words, by which a text is known again though its headline, frame and some words were changed."""

from zlib import crc32

import numpy as np

SIZE = 3
_SPREAD = np.uint64(0x9E3779B97F4A7C15)


def shingles(words):
    """The runs of `SIZE` folded words as sorted distinct `uint64` numbers, the same on every machine."""
    return runs_of(np.fromiter((crc32(word.encode()) for word in words), np.uint64, len(words)))


def runs_of(numbers):
    """The same for words that are numbers, their CRC-32 in UTF-8, already: an array of `uint64`."""
    return np.unique(rolled(numbers))


def rolled(numbers):
    """The runs in the order of their first words."""
    if len(numbers) < SIZE:
        return np.empty(0, np.uint64)
    runs = np.zeros(len(numbers) - SIZE + 1, np.uint64)
    for place in range(SIZE):
        runs = (runs ^ numbers[place : place + len(runs)]) * _SPREAD
        runs ^= runs >> np.uint64(29)
    return runs


def shared(one, other):
    """How many runs two texts share."""
    return len(np.intersect1d(one, other, assume_unique=True))


def overlap(one, other):
    """Shares of the first and of the second that stand in both, from 0 to 1."""
    both = shared(one, other)
    return (both / len(one), both / len(other)) if both else (0.0, 0.0)
