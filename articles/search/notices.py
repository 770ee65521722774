"""What the page says of a search: its level, and when it was read otherwise than typed."""

from django.utils.translation import gettext_lazy as _

from articles.search.standing import DAMAGED, EMPTY, UNAVAILABLE

LEVEL_NAMES = {
    "exact": _("Exact spelling"),
    "folded": _("Any spelling"),
    "stem": _("Word forms"),
    "wide": _("Names and near spellings"),
}
NOTICES = {
    "quote": _("A quotation mark had no partner; the phrase was read to the end."),
    "parenthesis": _("A parenthesis had no partner and was left out or completed."),
    "operator": _("An operator that joined nothing was left out."),
    "date": _("A date could not be read and was left out; write it as 2019, 2019-04 or 2019-04-12."),
    "slop": _("The distance was too great; fifty words were taken."),
    "times": _("Only words and phrases can be asked for several times."),
    "apart": _(
        "Only words and phrases can be sought close together; the rest was sought in the whole article."
    ),
    "near": _("At most two letters of a word may differ."),
    "shapes": _("The search had very many words with a *; the first eight were sought."),
    "names": _("What was named is called very many things; the first hundred and twenty names were sought."),
    "cut": _("Very many words fit the *; the three hundred commonest were sought."),
    "deep": _("Parentheses within parentheses beyond the twelfth were left out."),
    "long": _("The search was very long; its beginning was read."),
    "many": _("The search had very many words; the first of them were read."),
    "empty": _("Nothing to search for was left; the whole archive is shown."),
    "wild": _("A * needs at least two letters beside it; the word was sought without it."),
    "unknown": _("No source, actor or place of this name is known; the words were sought in the text."),
}
STANDINGS = {
    UNAVAILABLE: _("The index cannot be opened at the moment. Try again in a few minutes."),
    DAMAGED: _("The index was damaged and is being made anew; until then results may be missing."),
    EMPTY: _("The index is yet to be made; until then nothing is found."),
}
