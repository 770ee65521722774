"""Whom an office means: its holder on the article's date, unless the words beside it say otherwise."""

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import STOPWORDS, load_words

from .country import COUNTRY, HOME, is_of_a_group, is_shared
from .ranks import RANKS
from .saying import VERBS
from .sightings import BESIDE_NAMES
from .words import DATA, is_given_name

BEFORE_OFFICES = load_words(DATA / "before_offices.txt")
FORMER = load_words(DATA / "former.txt")
OFFICE_HEADS = load_words(DATA / "office_heads.txt")
NEW = frozenset(map(fold, ("الجديد", "الجديدة", "المعين", "المعينة", "المكلف", "المكلفة")))
# Envoys, representatives, ambassadors: only their «إلى» or «لدى» says for which country they are.
TO = ("الي", "لدي", "في")
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
    return (
        sent
        and sighting.after in TO
        and COUNTRY.get(sighting.words.after(sighting.last + 1), (HOME,))[0] != HOME
    )


def names_another(sighting, given=(), new=False):
    """Whether the words behind the office give it to somebody the register does not know, or to a former holder.

    Whoever bears the holder's own first name, one of `given`, is the holder in another spelling; «المحافظ الجديد» is
    the holder if he is `new`.
    """
    place = sighting.last
    while sighting.words.after(place) and _is_courtesy(sighting.words.after(place)):
        place += 1
    following = sighting.words.after(place)
    if following in ("", *given):
        return False
    if following in NEW:
        return not new
    return following in FORMER or is_given_name(following) or (is_bare(sighting) and not _goes_on(following))


def _goes_on(word):
    """Whether the sentence goes on with a word that is nobody's name: «وزير الخارجية إن», not «وزير الخارجية لوران»."""
    return word in STOPWORDS or word in VERBS or word in BESIDE_NAMES


def is_bare(sighting):
    """Whether an office says of no country or government: «وزير الداخلية», «رئيس الحكومة»."""
    return sighting.last - sighting.first == 2 and is_shared(sighting) and not is_of_a_group(sighting)


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


def meant(sighting, register, days, named):
    """The one of an office's meanings that is held on the days, and its holders: (office, set of actors).

    Of rival governments' offices it is that whose holder or body the article names, a set of ids; else nobody's.
    """
    meanings = holders(sighting, register, days)
    held = [(office, people) for office, people in meanings if people]
    told = [
        (office, people)
        for office, people in held
        if people & named or register.bodies_of_office.get(office) in named
    ]
    people = set().union(*(people for _, people in held))
    if len(held) > 1 and len(people) > 1:
        return told[0] if len(told) == 1 else (held[0][0], set())
    return held[0] if held else meanings[0]
