"""Clitics and endings off, but only where the lexicon knows what is left.

    stemmer = Stemmer(Lexicon.load())
    stemmer.bare("والحكومه")  -> "حكومه"        stemmer.stem("والحكومه")  -> "حكوم"
    stemmer.bare("وزير")      -> "وزير"         stemmer.bare("الوزير")    -> "وزير"
    stemmer.bare("بنغازي")    -> "بنغازي"       stemmer.bare("ببنغازي")   -> "بنغازي"

All words are folded ones. The idea of stripping only down to an attested word is that of Nwesri, Tahaghoghi
and Scholer (SPIRE 2005); the endings go beyond those of light10 (Larkey, Ballesteros and Connell, 2002).
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import DATA, load_words

ARTICLE = "ال"
# Conjunctions stand before prepositions, prepositions before the article: و+ب+ال.
CONJUNCTIONS = ("و", "ف")
PREPOSITIONS = ("ب", "ل", "ك")
TO_THE = "لل"
FATHER_OF = "بو"
# Pronoun -> whether what is left must be known. The last may also be a folded teh marbuta.
PRONOUNS = {"هما": True, "هم": True, "ها": False, "هن": True, "نا": True, "كم": True, "ه": True}
# Ending -> whether what is left must be known; tried in this order, each once. «يه» is what «ية» folds to.
SUFFIXES = {
    "وا": False,
    "ا": False,
    "ان": True,
    "ات": False,
    "ون": True,
    "ين": True,
    "يه": False,
    "ه": False,
    "ي": False,
}
TEH, TEH_MARBUTA = "ت", "ه"
# Other endings with which a stem shows itself.
PARADIGM = (TEH_MARBUTA, "ات", "ون", "ين")
LEAST_LEFT = 3
LEAST_LEFT_OF_ARTICLE = 2
# What is left must occur at least so often, measured by the word itself.
PROCLITIC_GATE = 0.25
SUFFIX_GATE = 0.1
# So often, measured by itself, a word is seen behind what stands before no clitic.
ALONE_GATE = 0.01

WHOLE_WORDS = load_words(DATA / "whole_words.txt")
WHOLE_ENDINGS = load_words(DATA / "whole_endings.txt")


@dataclass(frozen=True)
class Stemmer:
    """Strips by `lexicon`; words of `protected` (see `protected_words`) are left as they are."""

    lexicon: Mapping[str, int]
    protected: Set[str] = field(default_factory=frozenset)

    def bare(self, word: str) -> str:
        """`word` without proclitics: «وبالحكومه» gives «حكومه»."""
        for clitics in (CONJUNCTIONS, PREPOSITIONS):
            word = self._without(clitics, word)
        if self._article(word) and word not in WHOLE_WORDS and word not in self.protected:
            return word[len(ARTICLE) :]
        return word

    def stem(self, word: str) -> str:
        """`word` without proclitics and endings: «وحكوماتها» gives «حكوم»."""
        bare = self.bare(word)
        return bare if bare in WHOLE_ENDINGS or bare in self.protected else self._without_endings(bare)

    def weight(self, word: str) -> int:
        """How often `word` occurs, alone or with the article."""
        return max(self.lexicon[word], self.lexicon[ARTICLE + word])

    def _without_endings(self, word: str) -> str:
        stem = self._without_pronoun(word)
        for suffix, gated in SUFFIXES.items():
            if stem.endswith(suffix):
                rest = stem.removesuffix(suffix)
                if len(rest) >= LEAST_LEFT and (not gated or self._known(rest, stem)):
                    stem = rest
        return stem

    def _article(self, word: str) -> bool:
        return word.startswith(ARTICLE) and len(word) >= len(ARTICLE) + LEAST_LEFT_OF_ARTICLE

    def _without(self, clitics: tuple[str, ...], word: str) -> str:
        if word[:1] not in clitics or word in WHOLE_WORDS or word in self.protected:
            return word
        if word.startswith(TO_THE) and TO_THE[0] in clitics:
            return self._without_to_the(word)
        rest = word[1:]
        core = self._core(rest)
        if core != rest:
            return rest if self.weight(core) >= PROCLITIC_GATE * self.lexicon[word] else word
        if rest in self.protected:
            return rest
        if len(rest) < LEAST_LEFT or self._stands_alone(word):
            return word
        known = self.weight(rest)
        if known or self.lexicon[word]:
            return rest if known and known >= PROCLITIC_GATE * self.lexicon[word] else word
        return rest if self._family(rest) > self._family(word) else word

    def _family(self, word: str) -> int:
        """How often a word with the stem of `word` occurs: what speaks for «واتفاقاته», itself never seen."""
        stem = self._without_endings(word)
        return max(self.weight(stem + ending) for ending in ("", *PARADIGM))

    def _stands_alone(self, word: str) -> bool:
        """Whether `word` itself takes what no clitic takes: «بطاقه» is a word, for there is «البطاقه»."""
        before = (ARTICLE, *PREPOSITIONS, *(CONJUNCTIONS if word[0] in CONJUNCTIONS else ()))
        # «لل» is the article behind «ل», which any noun takes; «بوعلي» is a name, and no sign that «وعلي» is a word.
        seen = (clitic + word for clitic in before)
        taken = sum(self.lexicon[form] for form in seen if not form.startswith((TO_THE, FATHER_OF)))
        return taken > ALONE_GATE * self.lexicon[word]

    def _core(self, word: str) -> str:
        """`word` without the article, and without a preposition before the article."""
        noun = word[1:] if word[:1] in PREPOSITIONS and (word[1:3] == ARTICLE or word[:2] == TO_THE) else word
        if noun != word and word[:2] == TO_THE:
            return noun[1:] if len(noun) > LEAST_LEFT_OF_ARTICLE else word
        return noun[len(ARTICLE) :] if self._article(noun) else word

    def _without_to_the(self, word: str) -> str:
        """«للجنه» is «لجنه» and not «جنه», «للحكومه» is «حكومه»: whichever is the commoner word."""
        long, short = word[1:], word[2:]
        if len(short) < LEAST_LEFT_OF_ARTICLE:
            return word
        return long if self.weight(long) > self.weight(short) else short

    def _without_pronoun(self, word: str) -> str:
        for pronoun, gated in PRONOUNS.items():
            if not word.endswith(pronoun):
                continue
            rest = word.removesuffix(pronoun)
            if len(rest) < LEAST_LEFT:
                continue
            if self._owns(rest):
                return rest[:-1]
            return rest if pronoun != TEH_MARBUTA and (not gated or self._known(rest, word)) else word
        return word

    def _owns(self, rest: str) -> bool:
        """Whether the teh at the end is the open form of a teh marbuta: «حكومت» in «حكومتها»."""
        if not rest.endswith(TEH) or len(rest) <= LEAST_LEFT:
            return False
        return self.weight(rest[:-1] + TEH_MARBUTA) > 0 or self.weight(rest) == 0

    def _known(self, rest: str, word: str) -> bool:
        least = max(1, SUFFIX_GATE * self.weight(word))
        forms = (rest + ending for ending in ("", *PARADIGM))
        return any(self.weight(form) >= least for form in forms if form != word)


def protected_words(names: Iterable[str]) -> frozenset[str]:
    """The words of `names` for `Stemmer(protected=…)`, folded and without the article.

    Meant for people and places; the common words of an organisation's name are better left to the lexicon.
    """
    words = (word for name in names for word in fold(name).split())
    return frozenset(word.removeprefix(ARTICLE) if len(word) > LEAST_LEFT + 2 else word for word in words)
