"""Which line is the headline; and a suggestion from the text for a page that has none."""

from articles.arabic.sentences import sentences
from articles.arabic.stopwords import STOPWORDS
from articles.ingest.furniture import names_an_outlet
from articles.ingest.lines import folded

HEADLINE_WORDS = range(2, 31)
HEADLINE_LENGTH = 220
STOPPED_HEADLINE_WORDS = 15
SUGGESTION_WORDS = 14
SITE_SIGNS = (" | ", " :: ", " - ", " – ", " — ", " « ")


def is_headline(line, following):
    """A first line that reads as a headline: short, above more text, and no sentence unless much shorter."""
    if not following or line.words not in HEADLINE_WORDS or len(line.text) > HEADLINE_LENGTH:
        return False
    if line.text.endswith((":", "،", "؛")):
        return False
    longest = max(other.words for other in following)
    if line.text.endswith("."):
        return line.words <= STOPPED_HEADLINE_WORDS and longest >= 2 * line.words
    return longest >= line.words or line.words <= STOPPED_HEADLINE_WORDS


def without_site(title, known, headlines=(), lines=()):
    """A headline and the site's name that its page put behind or before it: «عنوان | بوابة الوسط».

    `known` holds the folded names of sources, `headlines` and `lines` what the page shows as headlines and as
    short lines, folded. What is put behind such a headline is no part of it, though it need not be a name, and
    a name that says of itself that it is an outlet's none of a line beside it. Else an unknown name stays.
    """
    for sign in SITE_SIGNS:
        for head, found, tail in (title.rpartition(sign), reversed(title.partition(sign))):
            if found and head.strip() and _is_site(folded(tail), known):
                return head.strip(), tail.strip()
    for part, rest in _parted(title):
        if names_an_outlet(rest) and folded(part) in {*headlines, *lines}:
            return part, rest
    heads = (part for part, _rest in _parted(title) if title.startswith(part))
    return next((head for head in heads if folded(head) in headlines), title), ""


def _parted(title):
    """Both ends of a title with what stands beside them: («عنوان», «بوابة الوسط»), («بوابة الوسط», «عنوان»)."""
    for sign in SITE_SIGNS:
        head, found, tail = (part.strip() for part in title.partition(sign))
        if found:
            yield from ((head, tail), (tail, head))


def _is_site(name, known):
    """«Telegraph» is known if «Telegraph.co.uk» is."""
    return bool(name) and any(site == name or site.startswith(f"{name} ") for site in known)


def suggestion(headings, paragraphs):
    """A title for a text that came without: the heading that shares most words with its lead, else its
    opening.

    >>> suggestion([], ["عقد المجلس جلسته في سرت. وحضرها كثيرون."])
    'عقد المجلس جلسته في سرت'
    """
    lead, *others = (_words(paragraph) for paragraph in paragraphs)
    if headings:
        below = set().union(*others)
        return max(headings, key=lambda heading: (_share(heading, lead), _share(heading, below)))
    return _opening(paragraphs[0])


def _words(text):
    """The folded words that carry meaning, the article off: «الصيانة» and «صيانة» agree."""
    return {word.removeprefix("ال") for word in folded(text).split() if word not in STOPWORDS}


def _share(heading, words):
    own = _words(heading)
    return len(own & words) / max(len(own), 1)


def _opening(paragraph):
    start, end = sentences(paragraph)[0]
    words = paragraph[start:end].rstrip(".… ").split()
    if len(words) <= SUGGESTION_WORDS:
        return " ".join(words)
    clause = next((n for n in range(SUGGESTION_WORDS, 4, -1) if words[n - 1].endswith(("،", "؛"))), None)
    kept = words[: clause or SUGGESTION_WORDS]
    return " ".join(kept).rstrip("،؛") + "…"
