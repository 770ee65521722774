"""Locality-sensitive keys: texts that share most of their shingles share at least one, other texts hardly ever do.

Two texts of Jaccard likeness j share a key with the chance 1 - (1 - j³)²⁴: 0.96 at 0.5, 0.99 at 0.6, 0.003 at 0.05.
The keys are numbers to be looked up in the database. datasketch would do the same sums but brings SciPy along, and
keeps its index in memory or in Redis.
"""

import numpy as np

BANDS, ROWS = 24, 3
_RANDOM = np.random.RandomState(20111020)
_FACTORS = _RANDOM.randint(1, 2**63 - 1, BANDS * ROWS, dtype=np.uint64) | np.uint64(1)
_SHIFTS = _RANDOM.randint(0, 2**63 - 1, BANDS * ROWS, dtype=np.uint64)
_MIX = np.uint64(0xBF58476D1CE4E5B9)


def signature(shingles):
    """The least value of the shingles under each of 72 hash functions."""
    hashed = shingles[:, None] * _FACTORS + _SHIFTS
    hashed ^= hashed >> np.uint64(32)
    return (hashed * _MIX).min(axis=0)


def keys(shingles):
    """One negative 63-bit number for each band of the signature; none for a text without shingles."""
    return banded(signature(shingles)[None])[0].tolist() if len(shingles) else []


def banded(signatures):
    """The keys of each of many signatures, a row for each."""
    rows = signatures.reshape(-1, BANDS, ROWS)
    mixed = np.arange(1, BANDS + 1, dtype=np.uint64)
    for row in range(ROWS):
        mixed = (mixed ^ rows[:, :, row]) * _MIX
        mixed ^= mixed >> np.uint64(31)
    return -1 - (mixed >> np.uint64(1)).astype(np.int64)
