"""Documents that share a value, taken for one, as the copies of a text are: how many are left, and which."""

import numpy as np

from .array_file import ascending
from .facets import values_of

NONE = -1


def sharing(found, field_name, folder):
    """The number of its value for each document of (`OpenSegment`, docs) pairs in turn; NONE where it has none."""
    values = values_of(folder, field_name)
    return np.concatenate([np.empty(0, "i8"), *(_numbers(*pair, field_name, values) for pair in found)])


def _numbers(opened, docs, field_name, values):
    field = opened.field(field_name)
    if field is None:
        return np.full(len(docs), NONE)
    translation = opened.derive(("values", field_name), lambda _: values.translation(field))
    # A segment counts its values from one; 0 is a document without any.
    return np.concatenate([[NONE], translation.astype("i8")])[field.ordinals[docs]]


def number_of(numbers):
    """How many there are, those that share a value being one: ``number_of([7, NONE, 7, NONE]) == 3``."""
    alone = numbers == NONE
    return int(np.count_nonzero(alone)) + len(ascending(numbers[~alone]))


def first_of_each(numbers, keys):
    """Mask of those that remain: of each value the document of the greatest key, of equal keys the first one."""
    order = np.lexsort((np.arange(len(numbers)), ~keys, numbers))
    begins = np.ones(len(order), bool)
    begins[1:] = numbers[order][1:] != numbers[order][:-1]
    kept = numbers == NONE
    kept[order[begins]] = True
    return kept
