"""Finding a row by its names however they are spelt: «الامم» finds «الأمم», «Hifter» finds «حفتر»."""

from django.db.models import Case, IntegerField, When

from articles.arabic.names import rank
from articles.arabic.normalizer import fold

MOST_ALIKE, LEAST_ALIKE = 20, 70.0
DEFINITE = fold("ال")


def _begins(words, name):
    """Each word begins one of the name's, their ال aside."""
    bare = [part.removeprefix(DEFINITE) for part in name.split()]
    return all(any(part.startswith(word.removeprefix(DEFINITE)) for part in bare) for word in words)


# How well a folded name answers the words typed, the best first.
FITS = (
    lambda words, name: name == " ".join(words),
    lambda words, name: name.startswith(" ".join(words)),
    _begins,
)


class FoldedSearch:
    """For an admin of a few thousand rows, whose names are folded here and now.

    `folded_names` lists paths to the names: ``("name_ar", "names__text")``. Each word typed has to be part of
    one of a row's names; where none is so spelt, names that sound alike in the one script or the other are found.
    The best fit comes first, and of equals what `most_used` orders first.
    """

    folded_names = ()
    most_used = ()

    def get_search_results(self, request, queryset, search_term):
        words = fold(search_term).split()
        if not words:
            return queryset, False
        names = {}
        for pk, *texts in self.model._default_manager.values_list("pk", *self.folded_names):
            names.setdefault(pk, set()).update(filter(None, texts))
        places = _fitting(words, names) or _sounding_like(search_term, names)
        found = queryset.filter(pk__in=places)
        # A column that the editor sorted the list by comes before the likeness.
        return found if "o" in request.GET else found.order_by(*self._order(places)), False

    def _order(self, places):
        at = {}
        for pk, place in places.items():
            at.setdefault(place, []).append(pk)
        likest = Case(
            *(When(pk__in=keys, then=place) for place, keys in at.items()),
            default=len(at),
            output_field=IntegerField(),
        )
        return likest, *self.most_used, *self.ordering


def _fitting(words, names):
    """Primary key → place in FITS of the rows that have all the words in their names, or the place after the last."""
    found = {}
    for pk, texts in names.items():
        folded = [fold(text) for text in texts]
        if all(word in " ".join(folded) for word in words):
            fits = (place for place, fit in enumerate(FITS) if any(fit(words, name) for name in folded))
            found[pk] = next(fits, len(FITS))
    return found


def _sounding_like(term, names):
    """Primary key → place, the likest first."""
    bearers = {}
    for pk, texts in names.items():
        for text in texts:
            bearers.setdefault(text, set()).add(pk)
    found = {}
    for text, likeness in rank(term, bearers, MOST_ALIKE):
        if likeness >= LEAST_ALIKE:
            for pk in bearers[text]:
                found.setdefault(pk, len(found))
    return found
