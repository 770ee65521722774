"""Which segments to put together when a generation is made.

Segments fall into tiers by how many documents live in them, each tier eight times the one below. A tier that fills
up is merged into one of the next, so that each document is copied once a tier, and a search has few segments to
visit. What a saving editor would have to wait for is left to `building.tidy`, which works aside.
"""

TIER = 8
# Bytes that are copied while an editor waits: about a third of a second.
AT_ONCE = 32 << 20
MOSTLY_DELETED = 0.3


def to_merge(segments, everything=False, at_once=AT_ONCE, many=TIER):
    """Groups of segments, each to become one; `everything` for a single one.

    `many` segments make a tier full; `at_once` bytes of a group are the most that may be copied.

    >>> [[segment.documents for segment in group] for group in to_merge(eight_small_ones)]
    [[3, 1, 1, 1, 1, 1, 2, 1]]
    """
    if everything:
        return [segments] if len(segments) > 1 or any(segment.deleted_count() for segment in segments) else []
    tiers = {}
    for segment in segments:
        tiers.setdefault(tier_of(segment.doc_count()), []).append(segment)
    groups = [group for _, group in sorted(tiers.items()) if len(group) >= many or _is_mostly_deleted(group)]
    return [group for group in groups if sum(segment.size for segment in group) <= at_once]


def tier_of(documents):
    """
    >>> tier_of(1), tier_of(7), tier_of(8), tier_of(100)
    (0, 0, 1, 2)
    """
    tier = 0
    while documents >= TIER:
        documents //= TIER
        tier += 1
    return tier


def _is_mostly_deleted(group):
    return any(segment.deleted_count() > MOSTLY_DELETED * segment.doc_count_all() for segment in group)
