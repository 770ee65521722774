"""Groups out of pairs: the two groups that go together best become one, again and again, while they suffice.

Half of what counts is how alike all of them are in the mean, which keeps a chain of reports, each a little like the
next, from becoming one endless story; and half is what each has nearest, since a report from an angle of its own is
like one of the others and not like all.
"""

import heapq
from functools import cache
from itertools import count


class Clustering:
    """Groups of things that grow together.

    clustering = Clustering({1: {1}, 2: {2, 3}}, score)
    clustering.join([(1, 2)])       the pairs of things worth a look
    clustering.groups               {2: {1, 2, 3}}

    `score(a, b)` says by how much two things exceed what is asked of them: below zero they are kept apart.
    """

    def __init__(self, groups, score, locked=()):
        self.groups = {name: set(members) for name, members in groups.items()}
        self.group_of = {member: name for name, members in groups.items() for member in members}
        self.score, self.locked = cache(score), set(locked)
        self._queue, self._order, self._near = [], count(), {}

    def unite(self, one, other):
        """Make the groups of two things one, whatever their score, unless either is locked."""
        names = {self.group_of[one], self.group_of[other]}
        if len(names) == 2 and not names & self.locked:
            self._merge(*names)

    def join(self, pairs):
        """Merge the groups of these pairs, and what they grow into, as far as the scores allow."""
        for one, other in pairs:
            self._consider(self.group_of[one], self.group_of[other])
        while self._queue:
            _score, _order, one, other, sizes = heapq.heappop(self._queue)
            if self._is_current(one, other, sizes):
                self._merge(one, other)

    def _consider(self, one, other):
        if one == other or other in self._near.get(one, ()) or {one, other} & self.locked:
            return
        self._near.setdefault(one, set()).add(other)
        self._near.setdefault(other, set()).add(one)
        self._push(one, other)

    def _push(self, one, other):
        worth = self._worth(self.groups[one], self.groups[other])
        if worth >= 0:
            sizes = len(self.groups[one]), len(self.groups[other])
            heapq.heappush(self._queue, (-worth, next(self._order), one, other, sizes))

    def _worth(self, one, other):
        few, many = sorted((one, other), key=len)
        rows = [[self.score(min(a, b), max(a, b)) for b in many] for a in few]
        mean = sum(map(sum, rows)) / len(few) / len(many)
        nearest = sum(map(max, rows)) / len(few)
        return (mean + nearest) / 2

    def _is_current(self, one, other, sizes):
        return (len(self.groups.get(one, ())), len(self.groups.get(other, ()))) == sizes

    def _merge(self, one, other):
        """The one named first takes the other in: whoever names the groups says thereby which name lives on."""
        kept, gone = sorted((one, other))
        members = self.groups.pop(gone)
        self.groups[kept] |= members
        self.group_of.update(dict.fromkeys(members, kept))
        near = (self._near.pop(gone, set()) | self._near.get(kept, set())) - {kept, gone}
        self._near[kept] = near
        for name in near:
            self._near[name] = (self._near[name] - {gone}) | {kept}
            self._push(kept, name)
