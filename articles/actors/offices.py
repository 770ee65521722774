"""Whom an office means: its holder on the article's date, unless the words beside it say otherwise."""

from articles.arabic.stopwords import load_words

from .ranks import RANKS
from .words import DATA, is_given_name

BEFORE_OFFICES = load_words(DATA / "before_offices.txt")
FORMER = load_words(DATA / "former.txt")
# Envoys, representatives, ambassadors: only their «إلى» says for which country they are.
SENT = ("مبعوث", "ممثل", "سفير")
LIBYAN = frozenset({"الليبي", "الليبيه"})


def is_office(sighting):
    return bool(sighting.of_forms("office"))


def stands_alone(sighting):
    """Not «نائبة المبعوثة», nor «رئيس مجلس النواب المصري», nor «المبعوث الأممي إلى اليمن»."""
    before = sighting.before
    qualified = not sighting.clitic and (before in BEFORE_OFFICES or before[1:] in BEFORE_OFFICES)
    return not qualified and not sighting.goes_on_abroad() and not _is_sent_elsewhere(sighting)


def _is_sent_elsewhere(sighting):
    sent = any(root in sighting.folded for root in SENT)
    return sent and sighting.after == "الي" and sighting.words.after(sighting.last + 1) not in ("", "ليبيا")


def names_another(sighting, given=()):
    """Whether the words behind the office give it to somebody the register does not know, or to a former holder.

    Whoever bears the holder's own first name, one of `given`, is the holder in another spelling.
    """
    place = sighting.last
    while sighting.words.after(place) and _is_courtesy(sighting.words.after(place)):
        place += 1
    following = sighting.words.after(place)
    return following in FORMER or (following not in ("", *given) and is_given_name(following))


def _is_courtesy(word):
    return word in LIBYAN or word in RANKS or word in {"اول", "ركن"}


def holders(sighting, register, days):
    """Office and possible holders for each meaning of the sighting: a list of (office, set of actors).

    `days` are the first and last day that the article's date may mean; None takes holders of any time.
    """
    return [
        (entry.office, register.holders(entry.office, entry.gender, days))
        for entry in sighting.of_forms("office")
    ]
