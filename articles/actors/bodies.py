"""Bodies and places: by their own names, and by short forms where the article has made clear whose they are."""

from articles.arabic.stopwords import STOPWORDS

from . import offices, places
from .country import stands_in_another
from .gazetteer import WHOLE_NAMES
from .sightings import COMMON_PHRASES, COMMON_WORDS
from .words import ARTICLE

# «مجلسي النواب والدولة» is an abbreviation of both, and means both.
TOGETHER = "abbreviation"


def take_own_name(article, sighting):
    """Link a body's or a place's own name, or an alias that is more than a short form; True if it is one."""
    entries = [entry for entry in article.valid(sighting.entries) if entry.kind in ("organisation", "place")]
    actors = {entry.actor for entry in entries if entry.form != "short"}
    together = all(entry.form == TOGETHER for entry in entries)
    if (
        not actors
        or (len(actors) > 1 and not together)
        or (sighting.single and sighting.folded in COMMON_WORDS)
    ):
        return False
    if not sighting.goes_on_abroad() and places.reads_as_one(sighting, article):
        for actor in sorted(actors):
            _link_own_name(article, sighting, actor, entries)
    return True


def _link_own_name(article, sighting, actor, entries):
    whole = any(entry.form in WHOLE_NAMES for entry in entries)
    common = sighting.folded in COMMON_PHRASES
    doubtful = actor not in article.named and (common or article.leaning.doubts(sighting))
    if not doubtful:
        article.named.add(actor)
    article.link(
        sighting, "full_name" if whole else "alias", actor, how="shared_abroad" if doubtful else None
    )


def take_short_form(article, sighting):
    """Link a body's short form if the article has named one such body, or tells of Libya and it can be no other's."""
    entries = article.valid(entry for entry in sighting.of_forms("short") if entry.kind != "person")
    if not entries:
        return
    meant = {entry.actor for entry in entries}
    named = meant & article.named
    common = sighting.folded in COMMON_WORDS or sighting.folded in COMMON_PHRASES
    if (
        sighting.goes_on_abroad()
        or (sighting.single and (common or _is_described(sighting)))
        or sighting.after in offices.FORMER
    ):
        return
    if len(named) == 1:
        article.link(sighting, "alias", named.pop(), how="short_body")
    elif len(meant) == 1 and not common and _can_be_no_other_s(article, sighting):
        article.link(sighting, "alias", meant.pop(), how="short_body_unnamed")


def _is_described(sighting):
    """«البعثة الدبلوماسية», «القصر الرئاسي»: a noun with its adjective, or an adjective itself."""
    adjective = sighting.after.startswith(ARTICLE) and sighting.after not in STOPWORDS
    return adjective or (not sighting.clitic and sighting.before.startswith(ARTICLE))


def _can_be_no_other_s(article, sighting):
    """A foreign outlet means its own «وزارة الخارجية»."""
    leaning = article.leaning
    abroad = leaning.abroad or leaning.outlet_abroad or stands_in_another(sighting)
    alone = not sighting.single or (leaning.mostly_at_home and not _has_antecedent(article, sighting))
    return article.at_home and not abroad and alone


def _has_antecedent(article, sighting):
    """«بعثة الحج … وأشرفت البعثة»: the text has introduced another of the kind."""
    bare = sighting.folded.partition(ARTICLE)[2]
    return any(bare in words.words for words in article.texts.values())
