"""The numbers of the ranking, in one place. They were chosen by `manage.py evaluate_search`, not by taste.

An article is found and first ranked by the words it has, in the view of the level (BM25F). The best DEPTH of what is
found are then looked at more closely: by the roots of the words asked for, by how early in title, standfirst or body
these stand and how near to each other, and by runs of four letters, once over the whole text and once over its lead.
"""

from math import log

from whoosh.scoring import BM25F

from articles.search.asking import VIEW

WORD = 1.0
TITLE = 0.5
OTHER_NAMES = 0.5  # an actor's other names, beside the one asked for
NEAR_SPELLING = 0.3
# What an article adds where newer ones are asked for first, by the greatest number of days since its date; they add up.
RECENT = {30: 1.0, 365: 1.0, 3 * 365: 1.0}

DEPTH = 200
ROOTS = 3.0
EARLY = 3.0
FADING = 60  # words
GRAMS = 1.0
LEAD_GRAMS = 0.25
MEETINGS = 0.25
REACH = 8  # words
MEETING_WORDS = 2  # each word with so many after it

# Up to so many words as typed are all required; of more, and of a question's, this share of those that carry meaning.
ALL_OF = 3
SHARE = 0.34
SHARE_OF_QUESTION = 0.2


def least(count, is_question=False):
    """How many of so many meaningful words an article must have: 2 of 5, 3 of 10; of a question's 1 of 5, 2 of 10."""
    return max(1, round(count * (SHARE_OF_QUESTION if is_question else SHARE)))


def fields(level):
    """The fields in which a word is asked for at a level, with their weights."""
    return {VIEW[level]: WORD, f"title_{VIEW[level]}": TITLE}


def weighting():
    """Each field has its own lengths; `field_B` is how far they count."""
    return BM25F(B=0.75, K1=0.5, stem_B=0.65, folded_B=0.65, exact_B=0.65, roots_B=0.65)


def rarity_boost(finder, field, term):
    """What makes a term count as much as it is rare; Whoosh's own measure of that never falls below 1."""
    total, frequency = finder.snapshot.documents, finder.frequency(field, term)
    if not total:
        return 1.0
    return log(1 + (total - frequency + 0.5) / (frequency + 0.5)) / (log(total / (frequency + 1)) + 1)
