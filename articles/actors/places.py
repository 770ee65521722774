"""Whether a place's name is one where it stands: «في الزاوية», not «من هذه الزاوية»; «القاهرة», not «القوة القاهرة»."""

from articles.arabic.stopwords import STOPWORDS, load_words

from .verbs import FEMININE
from .words import ARTICLE, DATA

PLACE_WORDS = load_words(DATA / "place_words.txt")
BEFORE_PLACES = load_words(DATA / "before_places.txt")
NO_CITIES = ("قوه",)
LIBYAN = frozenset({"الليبي", "الليبيه"})
# «قطر الأنابيب», «برقة المحلات»: a noun where another follows, else a place.
NOUNS = ("قطر", "برقه")
DOUBLED = "\N{ARABIC SHADDA}"
TANWIN = "\N{ARABIC FATHATAN}"


def reads_as_one(sighting, article):
    """Whether a single word is a place's name here; `article` knows what stands beside and was named before."""
    word = sighting.words.words[sighting.first]
    if not any(entry.kind == "place" for entry in sighting.entries):
        return True
    surface = sighting.words.surface(sighting.first, sighting.last)
    if surface.endswith(DOUBLED) or TANWIN in surface[-2:] or _agrees(sighting) or _describes(sighting):
        return False
    noun = sighting.after.startswith(ARTICLE) and sighting.after not in STOPWORDS
    if not any(word.endswith(common) for common in PLACE_WORDS) or (word.endswith(NOUNS) and not noun):
        return True
    return (
        _stands_like_one(sighting, word)
        or sighting.before in FEMININE
        or article.stands_beside_place(sighting)
        or article.has_named(sighting)
    )


def _agrees(sighting):
    """«حوارًا ليبيا»: an adjective in the accusative, like the noun before it; its own tanwin may be left out."""
    place = sighting.first
    before = sighting.words.surface(place - 1, place) if sighting.before else ""
    return sighting.folded.endswith("يا") and TANWIN in before[-2:]


def _describes(sighting):
    """An adjective behind a definite noun, «الرايات البيضاء», or a noun before one, «الرباط الصليبي»."""
    before, after = sighting.before, sighting.after
    definite = not sighting.clitic and sighting.folded.startswith(ARTICLE)
    noun_before = (
        before.startswith(ARTICLE) and before not in BEFORE_PLACES and not before.endswith(("ي", "يه"))
    )
    agreeing = ("يه", "اء") if sighting.folded.endswith("ه") else ("ي",)
    adjective = after.startswith(ARTICLE) and after.endswith(agreeing) and after not in STOPWORDS | LIBYAN
    return definite and (noun_before or adjective or before.endswith(NO_CITIES))


def _stands_like_one(sighting, word):
    opens = sighting.before == "" and sighting.after == ""
    before = {sighting.before, sighting.before.lstrip("وف")}
    return (
        bool(before & BEFORE_PLACES)
        or opens
        or (sighting.clitic and word[0] in "بو" and _is_joined(sighting, word))
    )


def _is_joined(sighting, word):
    """«بالزاوية»; «بين أبوقرين وسرت», behind a place that the register does not know."""
    return word.startswith("ب") or sighting.words.before(sighting.first - 1) in BEFORE_PLACES
