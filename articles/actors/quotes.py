"""Who said what: sentences with a verb of saying, given to the actor whom the linker found beside it.

The speaker stands behind the verb («قال صالح إن …»), before it («صالح قال …»), or in neither place: then the
sentence goes on with the last speaker («وأضاف أن …»). Suggestions only: an editor confirms them.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

from articles.arabic.normalizer import fold
from articles.arabic.sentences import sentences
from articles.arabic.tokenizer import tokens

from .saying import VERBS

QUOTED = re.compile(r"«([^«»]+)»|“([^“”]+)”|\"([^\"\n]+)\"")
CLAUSE = re.compile(r"[وفبلك]?(?:ان)(?:ه|ها|هم|هما|نا|ني)?")
# Right behind a verb without a subject: «وأضاف أن», «شددت على», «ورحب بـ».
PARTICLES = frozenset(map(fold, ("على", "إلى", "في", "عن", "من", "خلال", "أيضا", "كذلك", "قائلا", "قائلة")))
PASSIVE = "\N{ARABIC DAMMA}"
RELATIVE = frozenset(map(fold, ("الذي", "التي", "الذين", "اللذان", "اللتان")))
SHORTEST_SPEECH = 3  # words between quotation marks; fewer are a name or a term
FARTHEST_SUBJECT = 12  # words between a verb and the speaker behind it
BEFORE_VERB = 3  # words between a speaker and the verb behind him


@dataclass(frozen=True)
class Speaker:
    """Characters `start` to `end` of the text that name an actor."""

    start: int
    end: int
    actor: int


@dataclass(frozen=True)
class Quote:
    """Characters `start` to `end` hold the sentence, `speech_start` to `speech_end` what was said in it."""

    actor: int
    start: int
    end: int
    speech_start: int
    speech_end: int
    direct: bool
    verb: str


def find_quotes(text, speakers):
    """Every attributed sentence of a text in order; `speakers` are the persons and bodies linked in it."""
    found, last = [], None
    for start, end in unbroken_sentences(text):
        sentence = Sentence(text, start, end, [one for one in speakers if start <= one.start < end])
        attributed = sentence.attributed(last)
        if attributed:
            found.append(attributed)
        last = attributed.actor if attributed else sentence.last_subject(last)
    return found


def unbroken_sentences(text):
    """Sentences as `sentences` parts them, those that share a quotation joined."""
    spans = sentences(text)
    inside = [match.span() for match in QUOTED.finditer(text)]
    joined = spans[:1]
    for (_, before), (start, end) in pairwise(spans):
        if any(first < before and start < last for first, last in inside):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


class Sentence:
    def __init__(self, text, start, end, speakers):
        self.text, self.start, self.end, self.speakers = text, start, end, speakers
        quoted = [match.span() for match in QUOTED.finditer(text, start, end)]
        self.words = [
            (fold(token.surface), start + token.start, start + token.end) for token in tokens(text[start:end])
        ]
        self.speeches = [span for span in quoted if len(text[slice(*span)].split()) >= SHORTEST_SPEECH]
        outside = [place for place, word in enumerate(self.words) if not _within(word[1], quoted)]
        self.verbs = [place for place in outside if self._says(*self.words[place])]

    def _says(self, word, start, end):
        """A verb of saying, and not in the passive where the marks tell: «أُعلن الحداد» has no speaker."""
        return word in VERBS and PASSIVE not in self.text[start : min(end, start + 4)]

    def attributed(self, last):
        """The sentence's first attributed speech as a `Quote`; None if nobody known says anything in it."""
        for place in self.verbs:
            verb, speech = VERBS[self.words[place][0]], self._speech(place)
            actor = speech and self._speaker(place, last)
            if actor and (not verb.needs_clause or speech[2]):
                direct = speech[:2] in [(begin + 1, end - 1) for begin, end in self.speeches]
                return Quote(actor, self.start, self.end, *speech[:2], direct, verb.text)
        return None

    def _speech(self, place):
        """Begin, end, and whether it is a quotation or a clause; what stands before the verb is none."""
        behind = [span for span in self.speeches if span[0] > self.words[place][2]] or self.speeches
        if behind:
            return behind[0][0] + 1, behind[0][1] - 1, True
        clause = self._clause(place)
        begin = self.words[clause][1] if clause else self._after_subject(place)
        return (begin, self.end, clause is not None) if begin is not None else None

    def _clause(self, place):
        later = range(place + 1, len(self.words))
        return next((at for at in later if CLAUSE.fullmatch(self.words[at][0])), None)

    def _after_subject(self, place):
        """Where the first word behind the verb and its subject begins; None if there is none."""
        here = self.words[place]
        spoken = next((one.end for one in self.speakers if one.start > here[1]), here[2])
        return next((start for _, start, _ in self.words if start >= spoken), None)

    def _speaker(self, place, last):
        word = self.words[place]
        limit = self._subject_limit(place)
        behind = next((one.actor for one in self.speakers if word[2] <= one.start < limit), None)
        return behind or self._speaker_before(place) or (last if self._goes_on(place) else None)

    def _subject_limit(self, place):
        """Where the subject behind a verb must have begun: before the clause, the quotation or a colon."""
        clause = self._clause(place)
        bounds = [self.words[clause][1]] if clause else []
        bounds += [start for word, start, _ in self.words[place:] if word in RELATIVE][:1]
        far = min(place + FARTHEST_SUBJECT, len(self.words) - 1)
        bounds += [begin for begin, _ in self.speeches if begin > self.words[place][1]]
        return min([*bounds, self.words[far][2]])

    def _speaker_before(self, place):
        word = self.words[place]
        near = [
            one
            for one in self.speakers
            if one.end <= word[1] and self._between(one.end, word[1]) <= BEFORE_VERB
        ]
        return near[-1].actor if near and not word[0].startswith(("و", "ف")) else None

    def _between(self, begin, end):
        return sum(begin <= start < end for _, start, _ in self.words)

    def _goes_on(self, place):
        """Whether no subject of its own follows the verb: a particle, a clause or a quotation does."""
        if place + 1 >= len(self.words):
            return False
        following, start, _ = self.words[place + 1]
        opens = any(begin < start for begin, end in self.speeches if end > start)
        return following in PARTICLES or bool(CLAUSE.fullmatch(following)) or opens

    def last_subject(self, last):
        """Whom the next sentence may go on with: nobody, once a verb of saying had a subject unknown here."""
        return None if self.verbs else last


def _within(place, spans):
    return any(begin <= place < end for begin, end in spans)
