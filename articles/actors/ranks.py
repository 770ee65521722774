"""Ranks and forms of address: «المشير», «الفريق أول ركن», «السيدة»."""

from articles.arabic.stopwords import data_lines

from .words import ARTICLE, CLITICS, DATA, pattern

# Folded to printed, so that what was read in any spelling is shown in one.
RANKS = {pattern(line): line for line in data_lines(DATA / "ranks.txt")}
LONGEST = max(rank.count(" ") + 1 for rank in RANKS)


def split_rank(name):
    """A folded name parted into its leading rank and the rest: «المشير حفتر» → («المشير», «حفتر»)."""
    words = name.split(" ")
    for size in range(min(LONGEST, len(words) - 1), 0, -1):
        if " ".join(words[:size]) in RANKS:
            return " ".join(words[:size]), " ".join(words[size:])
    return "", name


def rank_before(words, number):
    """The longest rank that ends right before a word, a clitic before it allowed: «للمشير»; "" if none."""
    for size in range(min(LONGEST, number), 0, -1):
        if words.words[number - 1] in LAST_WORDS[size] and not any(
            words.breaks[number - size + 1 : number + 1]
        ):
            rank = WITH_CLITICS.get(" ".join(words.words[number - size : number]), "")
            if rank:
                return rank
    return ""


def _with_clitics():
    """Each form that a rank takes behind a clitic, and the rank: «للمشير», «والمشير» → «المشير»."""
    forms = {}
    for clitic in CLITICS:
        for rank in RANKS:
            forms.setdefault(clitic + rank, rank)
    for to in ("لل", "ولل", "فلل"):
        for rank in RANKS:
            if rank.startswith(ARTICLE):
                forms.setdefault(to + rank.removeprefix(ARTICLE), rank)
    return forms


WITH_CLITICS = _with_clitics()
# How the forms of so many words end.
LAST_WORDS = {
    size: {form.rpartition(" ")[2] for form in WITH_CLITICS if form.count(" ") + 1 == size}
    for size in range(1, LONGEST + 1)
}
