"""Speech that an attribution gives to its speaker: «…، بحسب صالح», «وفق ما ذكر صالح، فإن …», «… على حد قوله»."""

from articles.arabic.normalizer import fold
from articles.arabic.stopwords import load_words

from .ranks import RANKS
from .saying import FEMININE, MASCULINE, VERBS
from .sentence import ATTRIBUTIONS
from .words import DATA

WITHIN = load_words(DATA / "within_attributions.txt") | {word for rank in RANKS for word in rank.split(" ")}
FARTHEST = 8  # words between «بحسب» and the speaker
SHORTEST = 4  # words of speech
# «على حد» is two words.
LIMIT = "حد"
# «على حد قوله», «وفق تعبيرها»: the last speaker's own words.
_OWN = ("قول", "تعبير", "وصف", "كلام", "رأي")
OWN = {
    fold(word + ending): gender for word in _OWN for ending, gender in (("ه", MASCULINE), ("ها", FEMININE))
}


def attributed(sentence, last):
    """Where the attribution stands, its `Speaker`, the span of the speech and the attributing word; None if none."""
    for place, (word, start, _) in enumerate(sentence.words):
        if word in ATTRIBUTIONS:
            speaker, end = _whose(sentence, place, last)
            first = sentence.words[place - 1][1] if word == LIMIT and place else start
            span = speaker and _speech(sentence, first, end)
            if span:
                return place, speaker, span, word
    return None


def _whose(sentence, place, last):
    """The speaker of an attribution and where it ends: (Speaker or None, character)."""
    own = next((at for at in sentence.words[place + 1 : place + 3] if at[0] in OWN), None)
    if own and last:
        return (last if last.gender in ("", OWN[own[0]]) else None), own[2]
    behind = next((one for one in sentence.speakers if one.start >= sentence.words[place][2]), None)
    if not behind:
        return None, 0
    between = [word for word, start, _ in sentence.words[place + 1 :] if start < behind.start]
    fits = len(between) <= FARTHEST and all(word in WITHIN or word in VERBS for word in between)
    end = max(one.end for one in sentence.speakers if one.actor == behind.actor)
    return (behind if fits else None), end


def _speech(sentence, start, end):
    """What stands before the attribution, else what follows it; None where that is too short for speech."""
    before = sentence.trimmed(sentence.start, start)
    if sentence.count(*before) >= SHORTEST:
        return _in_marks(sentence, before)
    behind = sentence.trimmed(end, sentence.end)
    return _in_marks(sentence, behind) if sentence.count(*behind) >= SHORTEST else None


def _in_marks(sentence, span):
    """The quotation that fills a stretch without its marks, else the stretch."""
    begin, end = span
    stop = end - 1 if sentence.text[end - 1] == "." else end
    return (begin + 1, stop - 1) if (begin, stop) in sentence.speeches else span
