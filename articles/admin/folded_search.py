"""Finding a row by its names however they are spelt: «الامم» finds «الأمم», «Hifter» finds «حفتر»."""

from articles.arabic.names import rank
from articles.arabic.normalizer import fold

MOST_ALIKE, LEAST_ALIKE = 20, 70.0


class FoldedSearch:
    """For an admin of a few thousand rows, whose names are folded here and now.

    `folded_names` lists paths to the names: ``("name_ar", "names__text")``. Each word typed has to be part of
    one of a row's names; where none is so spelt, names that sound alike in the one script or the other are found.
    """

    folded_names = ()

    def get_search_results(self, request, queryset, search_term):
        words = fold(search_term).split()
        if not words:
            return queryset, False
        names = {}
        for pk, *texts in self.model._default_manager.values_list("pk", *self.folded_names):
            names.setdefault(pk, set()).update(filter(None, texts))
        found = [pk for pk, texts in names.items() if _all_in(words, fold(" ".join(texts)))]
        return queryset.filter(pk__in=found or _sounding_like(search_term, names)), False


def _all_in(words, text):
    return all(word in text for word in words)


def _sounding_like(term, names):
    bearers = {}
    for pk, texts in names.items():
        for text in texts:
            bearers.setdefault(text, set()).add(pk)
    alike = [text for text, likeness in rank(term, bearers, MOST_ALIKE) if likeness >= LEAST_ALIKE]
    return set().union(*(bearers[text] for text in alike))
