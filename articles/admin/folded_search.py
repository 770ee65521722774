"""Finding a row by its names however they are spelt: «الامم» finds «الأمم»."""

from articles.arabic.normalizer import fold


class FoldedSearch:
    """For an admin of a few thousand rows, whose names are folded here and now.

    `folded_names` lists paths to the names: ``("name_ar", "names__text")``. Each word typed has to
    be part of one of a row's names.
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
        return queryset.filter(pk__in=found), False


def _all_in(words, text):
    return all(word in text for word in words)
