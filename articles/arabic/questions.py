"""Whether a search is a question: of its words an answer need not have many.

is_question("متى تأسست مصراتة؟")      -> True
is_question("من هو رئيس المجلس")      -> True
is_question("من طرابلس إلى بنغازي")   -> False
"""

from itertools import islice

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import DATA, load_words
from articles.arabic.tokenizer import tokens

QUESTION_WORDS = load_words(DATA / "question_words.txt")
# «من» and «ما» ask only before these; else they are «from» and «what».
ASKING = {"من", "ما"}
ASKED_ABOUT = frozenset(map(fold, ("هو", "هي", "هم", "هما", "الذي", "التي", "الذين", "كان", "كانت")))
MARKS = "؟?"


def is_question(text: str) -> bool:
    """A question mark anywhere, or a question word at the beginning."""
    if any(mark in text for mark in MARKS):
        return True
    first, second = [*(fold(token.surface) for token in islice(tokens(text), 2)), "", ""][:2]
    return first in QUESTION_WORDS or (first in ASKING and second in ASKED_ABOUT)
