"""Whether verbs beside a name take the form for "he" or for "she": «قال المجلس», «قالت البعثة»."""

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import load_words

from .saying import FEMININE, MASCULINE
from .words import CLITICS, DATA

WOMEN = load_words(DATA / "women.txt")
# Plurals and nouns that are feminine without its ending.
FEMININE_HEADS = frozenset(map(fold, ("الأمم", "سرايا", "دار", "كتائب", "الخارجية", "الداخلية", "دول")))
ENDINGS = ("ه", "ات")


def of_body(surface):
    """Of a body, by the first word of what it is called: «البعثة» is feminine, «مجلس النواب» is not."""
    head = fold(surface).split(" ")[0]
    heads = {head, *(head.removeprefix(clitic) for clitic in CLITICS)}
    return FEMININE if head.endswith(ENDINGS) or heads & FEMININE_HEADS else MASCULINE


def of_persons(register):
    """Each person's gender as the offices held or the given name tell it: a dict without those whom neither tells."""
    named = {
        name.actor: FEMININE if fold(name.text).split(" ")[0] in WOMEN else MASCULINE
        for name in register.names
        if name.kind == "person" and name.form == "canonical" and not name.text.isascii()
    }
    return named | {held.actor: held.gender for held in register.holdings if held.gender}
