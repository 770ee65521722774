"""Bare surnames: the rank beside them, else the nearest bearer before, else the first after, else the usual."""

from articles.arabic.stopwords import STOPWORDS, load_words

from . import offices
from .country import COUNTRY, HOME
from .links import AUTOMATIC, CONFIDENCE
from .quotes import OTHERS
from .saying import VERBS
from .sightings import BESIDE_NAMES, COMMON_WORDS, REIGNS
from .verbs import VERBS_OF_NEWS, looks_present
from .words import ARTICLE, CLITICS, DATA, GIVEN_NAMES, is_given_name

BARE_FORMS = ("short", "surname", "indefinite", "nisba", "title")
ALIAS_FORMS = ("nisba", "title", "abbreviation", "misspelling", "short")
# «بن قدارة»: a surname of two words, behind any first name.
SON = "بن "

# What may stand right before a name: anything else may be a given name that the archive does not know.
BEFORE_SURNAMES = (
    load_words(DATA / "before_surnames.txt"),
    VERBS_OF_NEWS,
    VERBS,
    STOPWORDS,
    BESIDE_NAMES,
    REIGNS,
    OTHERS - {"فريق"},  # of footballers
)
BEHIND_NAMES = (STOPWORDS, VERBS, VERBS_OF_NEWS, BESIDE_NAMES)
# «عبد الصادق بالنفط», «عبد الجليل الوزراء»: no surname goes on so.
NO_SURNAME, PLURALS = ("و", "بال", "لل", "كال", "بن"), ("اء", "ون", "ين", "ات")
PRESENT = ("ي", "ت")  # first letters of a verb


def take(article, sighting):
    """Link a bare name of a person, as sure as its place in the text allows."""
    entries = article.valid(
        entry for entry in sighting.of_forms(*BARE_FORMS, *ALIAS_FORMS) if entry.kind == "person"
    )
    if not entries or (sighting.single and not _reads_as_name(article, sighting)):
        return
    if sighting.folded.startswith(SON) and not _may_begin(sighting):
        return
    candidates = {entry.actor for entry in entries}
    chosen = _by_rank(article, sighting, candidates) or _by_context(article, sighting, candidates)
    if not chosen:
        _take_usual(article, sighting, entries)
    elif chosen[1]:
        article.link(sighting, *chosen)


def _take_usual(article, sighting, entries):
    """With nobody introduced: an alias of several words is its bearer's, a bare surname its usual bearer's."""
    usual = {entry.actor for entry in entries if entry.form in ALIAS_FORMS}
    usual = usual or {entry.actor for entry in entries if entry.form == "surname"}
    if len(usual) != 1:
        return
    actor = usual.pop()
    if actor in _office_holders_beside(article, sighting):
        article.link(sighting, "surname", actor, how="office_beside")
    elif sighting.single or sighting.folded.startswith(SON):
        how = _reason(article, sighting, actor, entries)
        article.link(sighting, "surname", actor, how=how)
        if CONFIDENCE[how] >= AUTOMATIC:
            article.introduce(sighting, actor)
    else:
        article.link(sighting, "alias", actor)


def _reason(article, sighting, usual, entries):
    """Why a bare surname would be its usual bearer's: «نظام القذافي»; «السراج» where his council is named too."""
    if sighting.before in REIGNS:
        return "reign"
    said = VERBS.get(sighting.before)
    if sighting.folded in COMMON_WORDS and not (said and said.needs_clause):
        return "usual_bearer"
    if not _stands_free(sighting):
        return "usual_bearer"
    bodies = article.days and article.register.bodies(usual, article.days)
    ranked = not sighting.rank or sighting.rank in article.gazetteer.ranks[usual]
    if ranked and bodies and bodies & article.named:
        return "body_named"
    if article.gazetteer.countries.get(usual, HOME) != HOME:
        return "usual_in_place" if bodies and article.at_home else "usual_bearer"
    alone = all(entry.actor == usual for entry in entries) and bool(sighting.of_forms(*ALIAS_FORMS))
    at_home = article.at_home and not article.leaning.abroad
    return "usual_in_place" if at_home and (bodies or alone) else "usual_bearer"


def _stands_free(sighting):
    """Whether neither a given name nor a further surname that nobody knows may stand beside: «سندس المنفي»."""
    return _may_end(sighting) and _may_begin(sighting)


def _may_end(sighting):
    """Not «حفتر الفرجاني», nor «عبد الجليل الشاوش»."""
    after = sighting.after
    if not after or any(after in known for known in BEHIND_NAMES):
        return True
    further = after.startswith(ARTICLE) and after.endswith("ي")
    plural = after.startswith(ARTICLE) and after.endswith(PLURALS)
    first_name = is_given_name(sighting.folded) and not after.startswith(NO_SURNAME) and not plural
    return not further and not first_name and after not in GIVEN_NAMES


def _may_begin(sighting):
    """Behind a verb, a title or a particle, or where nothing stands before."""
    before = sighting.before
    if sighting.rank or sighting.clitic or not before:
        return True
    forms = {before.removeprefix(clitic) for clitic in CLITICS}
    if not offices.OFFICE_HEADS.isdisjoint({*forms, sighting.words.before(sighting.first - 1)}):
        return True
    known = any(not forms.isdisjoint(words) for words in BEFORE_SURNAMES)
    return known or _is_present(before)


def _is_present(word):
    """«يميل», «وسترعاه»: a verb in the present, as no given name known is written."""
    return looks_present(word, PRESENT) and word not in GIVEN_NAMES


def _reads_as_name(article, sighting):
    """Whether a single word is a name here: «قال صالح», not «لصالح»; «المشير حفتر», not «الجيش المصري»."""
    word, before = sighting.words.words[sighting.first], sighting.before
    if sighting.rank or _office_holders_beside(article, sighting):
        return True
    if sighting.folded in COUNTRY:
        return False
    if sighting.folded in COMMON_WORDS or word in COMMON_WORDS:
        return before in BESIDE_NAMES and not sighting.clitic
    if sighting.clitic and any(word.endswith(common) for common in COMMON_WORDS):
        return False
    describes = word.endswith("ي") and before.startswith(ARTICLE) and not sighting.of_forms("short")
    return not describes


def _office_holders_beside(article, sighting):
    return {
        actor
        for other in article.offices_beside(sighting)
        for _, holders in offices.holders(other, article.register, article.days)
        for actor in holders
    }


def _by_rank(article, sighting, candidates):
    if not sighting.rank:
        return None
    bearing = {
        introduction.actor
        for introduction in article.introductions
        if introduction.actor in candidates and introduction.rank == sighting.rank
    }
    if not bearing and not any(person.actor in candidates for person in article.introductions):
        bearing = {actor for actor in candidates if sighting.rank in article.gazetteer.ranks[actor]}
    return ("rank", bearing.pop()) if len(bearing) == 1 else None


def _by_context(article, sighting, candidates):
    """The nearest bearer named before, else the first after; an unknown one of that surname means nobody."""
    word = sighting.words.words[sighting.last - 1]
    bearers = [
        introduction
        for introduction in article.introductions
        if introduction.actor in candidates
        or introduction.surname == word
        or (introduction.actor is None and word.endswith(introduction.surname))
    ]
    before = [bearer for bearer in bearers if bearer.order < sighting.order]
    after = [bearer for bearer in bearers if bearer.order > sighting.order]
    chosen = max(before, key=_order, default=None) or min(after, key=_order, default=None)
    return ("surname", chosen.actor) if chosen else None


def _order(introduction):
    return introduction.order
