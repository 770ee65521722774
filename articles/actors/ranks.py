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
        if any(words.breaks[number - size + 1 : number + 1]):
            continue
        first, *rest = words.words[number - size : number]
        rank = next((rank for rank in _without_clitic(first, rest) if rank in RANKS), "")
        if rank:
            return rank
    return ""


def _without_clitic(first, rest):
    """A rank's first word as it is, and without each clitic that it may bear: «للمشير», «والمشير»."""
    forms = [first.removeprefix(clitic) for clitic in CLITICS if first.startswith(clitic)]
    forms += [f"{ARTICLE}{first.removeprefix(to)}" for to in ("لل", "ولل", "فلل") if first.startswith(to)]
    return [" ".join([form, *rest]) for form in forms if form]
