"""What a merge carries over by document: lengths, ordinals, boundaries, columns, stored fields."""

import numpy as np

from .array_file import narrow_type, runs, starts_of
from .inversion import UNITS, length_statistics

LISTS = ("ordinal", *UNITS)


def lay_out_lengths(field):
    """(plan, function that writes): exact lengths of the texts; fills in the field's statistics."""
    if not any(source.arrays.lengths is not None for source in field.sources):
        field.statistics |= length_statistics(np.zeros(0, "i8"))
        return {}, _nothing
    lengths = np.zeros(field.documents, "u4")
    for source in field.sources:
        if source.arrays.lengths is not None:
            lengths[_place(source.survivor)] = source.survivor.chosen(source.arrays.lengths)
    field.statistics |= length_statistics(lengths.astype("i8"))
    name = f"{field.name}/lengths"

    def write(file):
        file[name][:] = lengths

    return {name: (narrow_type(lengths.max() if len(lengths) else 0), field.documents)}, write


def lay_out_lists(field):
    """(plan, function that writes): per document the ordinals of its terms and the boundaries within its text."""
    arrays = {}
    if any(source.arrays.ordinals is not None for source in field.sources):
        arrays |= _ordinals(field)
    for unit in UNITS:
        if any(source.arrays.boundaries[unit][0] is not None for source in field.sources):
            arrays |= _boundaries(field, unit)
    named = {f"{field.name}/{part}": array for part, array in arrays.items()}

    def write(file):
        for name, array in named.items():
            file[name][:] = array

    return {name: (array.dtype, len(array)) for name, array in named.items()}, write


def _ordinals(field):
    dtype = narrow_type(len(field.starts))
    listed = any(source.arrays.ordinal_starts is not None for source in field.sources)
    parts = []
    for source in field.sources:
        # One more for 0, which stays 0: the document has none.
        translated = np.concatenate([[0], source.new_ordinals + 1])
        counts, values = _lists(source, source.arrays.ordinals, source.arrays.ordinal_starts)
        parts.append((source.survivor, counts, translated[values].astype(dtype)))
    if listed:
        return _as_lists("ordinals", "ordinal_starts", parts, field.documents, dtype)
    ordinals = np.zeros(field.documents, dtype)
    for survivor, counts, values in parts:
        there = np.zeros(survivor.count, dtype)
        there[counts > 0] = values
        ordinals[_place(survivor)] = there
    return {"ordinals": ordinals}


def _boundaries(field, unit):
    parts = []
    for source in field.sources:
        values, starts = source.arrays.boundaries[unit]
        if values is not None:
            parts.append((source.survivor, *_lists(source, values, starts)))
    dtype = np.result_type(*(values.dtype for _, _, values in parts))
    return _as_lists(unit, unit + "_starts", parts, field.documents, dtype)


def _lists(source, values, starts):
    """(how many, all values) of the living documents; a missing or zero single value counts as none."""
    survivor = source.survivor
    if values is None:
        return np.zeros(survivor.count, "i8"), np.zeros(0, "u1")
    if starts is None:
        chosen = survivor.chosen(values)
        return (chosen > 0).astype("i8"), chosen[chosen > 0]
    counts = survivor.chosen(np.diff(starts))
    return counts, values[runs(survivor.chosen(starts[:-1]), counts)]


def _as_lists(values_name, starts_name, parts, documents, dtype):
    counts = np.zeros(documents, "i8")
    for survivor, many, _ in parts:
        counts[_place(survivor)] = many
    values = np.concatenate([values for _, _, values in parts]).astype(dtype)
    return {values_name: values, starts_name: starts_of(counts).astype("u4")}


def lay_out_columns(survivors, documents):
    """(plan, function that writes) of every column and of the stored fields."""
    names = dict.fromkeys(
        array.removesuffix("/column")
        for survivor in survivors
        for array in survivor.opened.file.names()
        if array.endswith("/column")
    )
    columns = [_MergedColumn(name, survivors, documents) for name in names]

    def write(file):
        for column in columns:
            column.write(file)

    return {part: shape for column in columns for part, shape in column.plan.items()}, write


class _MergedColumn:
    def __init__(self, name, survivors, documents):
        self.name = name
        self.parts = [(survivor, survivor.opened.column(name)) for survivor in survivors]
        present = [column for _, column in self.parts if column is not None]
        self.default = present[0].default
        self.starts = None
        if present[0].starts is None:
            dtype = np.result_type(*(column.values.dtype for column in present))
            self.plan = {f"{name}/column": (dtype, documents)}
            return
        counts = np.zeros(documents, "i8")
        for survivor, column in self.parts:
            if column is not None:
                counts[_place(survivor)] = survivor.chosen(np.diff(column.starts))
        self.starts = starts_of(counts)
        dtype = "u4" if self.starts[-1] < 1 << 32 else "i8"
        self.plan = {
            f"{name}/column": ("u1", int(self.starts[-1])),
            f"{name}/column_starts": (dtype, documents + 1),
        }

    def write(self, file):
        values = file[f"{self.name}/column"]
        if self.starts is not None:
            file[f"{self.name}/column_starts"][:] = self.starts
        for survivor, column in self.parts:
            if self.starts is None:
                values[_place(survivor)] = self.default if column is None else survivor.chosen(column.values)
            elif column is not None:
                place = slice(self.starts[survivor.base], self.starts[survivor.base + survivor.count])
                values[place] = _living_bytes(survivor, column)


def _living_bytes(survivor, column):
    if survivor.living is None:
        return column.values
    return column.values[np.repeat(survivor.living, np.diff(column.starts))]


def _place(survivor):
    return slice(survivor.base, survivor.base + survivor.count)


def _nothing(file):
    """A field without this part writes nothing."""
