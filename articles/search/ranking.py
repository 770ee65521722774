"""The numbers of the ranking, in one place. They were chosen by `manage.py evaluate_search`, not by taste."""

from whoosh.scoring import BM25F

# What a word adds in each field, by the level at which is searched.
WEIGHTS = {
    "exact": {"exact": 1.0, "title_exact": 1.0, "lead_exact": 0.5},
    "folded": {"folded": 1.0, "title_folded": 1.0, "lead_folded": 0.5},
    "stem": {
        "folded": 1.0,
        "bare": 1.0,
        "stem": 1.0,
        "title_folded": 1.0,
        "title_stem": 1.0,
        "lead_folded": 0.5,
        "lead_stem": 0.5,
    },
}
WEIGHTS["wide"] = WEIGHTS["stem"]
OTHER_NAMES = 0.6  # an actor's other names, beside the one asked for
NEAR_SPELLING = 0.3
# What each word found adds beside its score, so that more of the words count for more than much of one.
COORDINATION = 0.0

# Up to so many words as typed are all required; of more, this share of those that carry meaning.
ALL_OF = 3
SHARE = 0.34


def least(count):
    """How many of so many meaningful words an article must have: 2 of 6, 4 of 10."""
    return max(1, round(count * SHARE))


def weighting():
    return BM25F(B=0.75, K1=1.2)
