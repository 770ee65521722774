"""Bodies that a text names and the register does not know: «كتيبة ثوار طرابلس», «المجلس الاجتماعي لقبائل ورفلة». Pure.

A name begins with a head («كتيبة») and goes on while it is a construct that no definite noun has closed, or with
definite words and what «ل» joins.
"""

from functools import lru_cache

from articles.arabic.stopwords import STOPWORDS, data_lines, load_words

from .country import COUNTRY, HOME
from .saying import VERBS
from .verbs import VERBS_OF_NEWS
from .words import ARTICLE, CLITICS, DATA, GIVEN_NAMES, pattern

HEADS = {
    pattern(head): english.strip()
    for head, english in (line.split("|") for line in data_lines(DATA / "body_heads.txt"))
}
COMMON = load_words(DATA / "common_bodies.txt")
STOPS = (STOPWORDS, VERBS, VERBS_OF_NEWS)
# «على» is written as «علي» is, folded.
ON = "علي"
# «اللواء» with its article is a rank.
RANK = "لواء"
LONGEST = 6  # words
LEAST_DEFINITE = 3  # words of a name whose first has the article: «اللجنة المشتركة» is any


def bodies(article):
    """Tuples of part, `Words`, first word and word after the last, in reading order; none in news from abroad."""
    if article.leaning.abroad or article.leaning.outlet_abroad:
        return
    for part, words in article.texts.items():
        taken = [(link.start, link.end) for link in article.links if link.part == part]
        free = 0
        for place in range(len(words)):
            last = _name_end(words, place) if place >= free and head_of(words.words[place]) else 0
            start = words.starts[place]
            if last and not any(begin <= start < end for begin, end in taken):
                yield part, words, place, last
                free = last


@lru_cache(maxsize=100_000)
def head_of(word):
    """A body's first word without clitic and article: «وللجنة» → «لجنه»; "" where it is none."""
    bare = (
        word.removeprefix(clitic)
        for clitic in sorted(CLITICS, key=len, reverse=True)
        if word.startswith(clitic)
    )
    forms = [form for one in bare for form in (one, one.removeprefix(ARTICLE), one.removeprefix("ل"))]
    return next((form for form in forms if form in HEADS), "")


def _name_end(words, first):
    """Behind the name that begins with a word; 0 where it is none."""
    last = first + 1
    while last - first < LONGEST and _goes_on(words.words[last - 1], words.after(last), last - 1 == first):
        last += 1
    names = words.words[first + 1 : last]
    foreign = any(COUNTRY.get(word, (HOME,))[0] != HOME for word in (*names, words.after(last)))
    return last if names and not foreign and _is_name(words.words[first], names) else 0


def _is_name(head, names):
    """Enough words, the last of them definite, and none that makes it any body: «اللجنة المشتركة», «قوات الأمن»."""
    definite = is_definite_head(head)
    if definite and (head_of(head) == RANK or not _is_definite(names[0])):
        return False
    long_enough = len(names) + 1 >= (LEAST_DEFINITE if definite else 2)
    person = names[0] in GIVEN_NAMES and (definite or len(names) == 1)
    purpose = names[0].startswith("ل") and names[0] not in GIVEN_NAMES
    return long_enough and _is_definite(names[-1]) and names[0] not in COMMON and not (person or purpose)


def is_definite_head(word):
    """«اللجنة», «وللمجلس»."""
    bare = head_of(word)
    return word.endswith((f"{ARTICLE}{bare}", f"لل{bare}"))


def _goes_on(before, word, begins):
    """Whether a name goes on with a word: any behind an open construct, else an adjective or what «ل» and «و» join."""
    if not word or word == ON or len(word) < 2 or word.isdigit() or any(word in words for words in STOPS):
        return False
    if word in COMMON and not begins:
        return False
    if begins or not _is_definite(before):
        return not word.startswith("و") or word in GIVEN_NAMES
    agrees = word.endswith(("ي", "يه", "يا")) or before[-1] == word[-1] == "ه"
    return word in GIVEN_NAMES or word.startswith(("لل", "وال")) or (word.startswith(ARTICLE) and agrees)


def _is_definite(word):
    """«الوطنية», «للمصالحة», «والأمن», a given name, a place."""
    return word.startswith((ARTICLE, "لل", "وال", "بال")) or word in GIVEN_NAMES or word in COUNTRY
