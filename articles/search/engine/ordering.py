"""By what a page is ordered: scores, columns of numbers, values of words, or several of these in turn."""

import numpy as np

LAST = np.iinfo("i8").min
TOP_BIT = np.uint64(1 << 63)


def ranking_keys(finder, leaves, order):
    """One array of keys for each (leaf, matches), the greatest first. `order` is a name or a tuple of names."""
    if isinstance(order, str):
        return [_keys(finder, leaf, matches, order) for leaf, matches in leaves]
    columns = [np.concatenate(ranking_keys(finder, leaves, name)) for name in order] if leaves else []
    ranks = np.empty(sum(len(matches) for _, matches in leaves), "i8")
    if columns:
        ranks[np.lexsort(columns[::-1])] = np.arange(len(ranks))
    return np.split(ranks, np.cumsum([len(matches) for _, matches in leaves])[:-1])


def _keys(finder, leaf, matches, order):
    if order == "score":
        return matches.scores()
    name, descending = order.lstrip("-"), order.startswith("-")
    column = leaf.opened.column(name)
    if column is None or column.starts is not None:
        return _keys_of_values(finder, leaf, matches, (name, descending))
    values = column.values[matches.docs]
    # Whoosh's columns are unsigned and may use the topmost bit; turned over, they compare as signed numbers do.
    keys = (values.astype("u8") ^ TOP_BIT).view("i8")
    # A document without a value comes last in either order.
    return np.where(values == column.default, LAST, keys if descending else ~keys)


def _keys_of_values(finder, leaf, matches, how):
    name, descending = how
    if name not in finder.ranks:
        finder.ranks[name] = _ranks(finder.snapshot, name)
    ranks = finder.ranks[name][leaf.number][matches.docs]
    return np.where(ranks < 0, LAST, ranks if descending else ~ranks)


def _ranks(snapshot, name):
    """For each segment, the place of each document's value among all values of the generation; -1 for none."""
    fields = [opened.field(name) for _, opened in snapshot.segments]
    terms = sorted({term for field in fields if field for term in field.lexicon.terms()})
    places = {term: place for place, term in enumerate(terms)}
    return [
        _document_ranks(field, opened.documents, places)
        for field, (_, opened) in zip(fields, snapshot.segments, strict=True)
    ]


def _document_ranks(field, documents, places):
    ranks = np.full(documents, -1, "i8")
    if field is not None:
        own = np.array([places[term] for term in field.lexicon.terms()], "i8")
        ranks[field.docs] = np.repeat(own, np.diff(field.starts))
    return ranks


def best(keys, numbers, count):
    """[(key, number)] of the greatest keys, equal ones in the order of the documents."""
    if len(keys) > count:
        threshold = np.partition(keys, len(keys) - count)[len(keys) - count]
        above = np.flatnonzero(keys > threshold)
        level = np.flatnonzero(keys == threshold)[: count - len(above)]
        chosen = np.concatenate([above, level])
        keys, numbers = keys[chosen], numbers[chosen]
    return _in_order(keys, numbers)


def last(keys, numbers, count):
    """[(key, number)] of the least keys in the order of a page, so many at most."""
    if len(keys) > count:
        threshold = np.partition(keys, count - 1)[count - 1]
        below = np.flatnonzero(keys < threshold)
        level = np.flatnonzero(keys == threshold)[len(below) - count :]
        chosen = np.concatenate([below, level])
        keys, numbers = keys[chosen], numbers[chosen]
    return _in_order(keys, numbers)


def _in_order(keys, numbers):
    order = np.lexsort((-numbers, keys))[::-1]
    return list(zip(keys[order].tolist(), numbers[order].tolist(), strict=True))
