"""Who said what: sentences with a verb of saying, given to the actor whom the linker found beside it.

The speaker stands behind the verb («قال صالح إن …»), before it («صالح قال …»), or in neither place: then the
sentence goes on with the last speaker («وأضاف أن …»). Suggestions only: an editor confirms them.
"""

import re
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from articles.arabic.normalizer import fold
from articles.arabic.reading import Reading
from articles.arabic.stopwords import load_words

from .saying import VERBS
from .words import DATA

QUOTED = re.compile(r"«([^«»]+)»|“([^“”]+)”|\"([^\"\n]+)\"")
CLAUSE = re.compile(r"[وفبل]?(?:ان)(?:ه|ها|هم|هما|نا|ني)?")
# Right behind a verb without a subject: «وأضاف أن», «شددت على», «ورحب بـ».
PARTICLES = frozenset(map(fold, ("على", "إلى", "في", "عن", "من", "خلال", "أيضا", "كذلك", "قائلا", "قائلة")))
PASSIVE = "\N{ARABIC DAMMA}"
RELATIVE = frozenset(map(fold, ("الذي", "التي", "الذين", "اللذان", "اللتان")))
NEGATIONS = frozenset(map(fold, ("لم", "لا", "لن", "دون", "ولا", "ولم")))
# Back to what was named before the relative: «الاجتماع الذي دعا إليه».
RETURNING = frozenset(map(fold, ("إليه", "إليها", "به", "بها", "عنه", "عنها", "عليه", "عليها")))
NEED_ABOUT, ABOUT, ABOUT_WITHIN = frozenset({"عبر"}), "عن", 8
PREPOSITIONS = frozenset(
    map(
        fold,
        (
            "في",
            "من",
            "إلى",
            "عن",
            "على",
            "مع",
            "بين",
            "باسم",
            "فيه",
            "فيها",
            "ضد",
            "أمام",
            "لدى",
            "برئاسة",
            "بقيادة",
        ),
    )
)
# Behind these a name is whose they are, not who speaks.
OTHERS = load_words(DATA / "not_the_speaker.txt")
SHORTEST_SPEECH = 3  # words between quotation marks; fewer are a name or a term
FARTHEST_SUBJECT = 12  # words between a verb and the speaker behind it
BEFORE_VERB = 3  # words between a speaker and the verb behind him


@dataclass(frozen=True)
class Speaker:
    """Characters `start` to `end` of the text that name an actor; `body` unless it is a person."""

    start: int
    end: int
    actor: int
    body: bool = False


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
    """Every attributed sentence of a text, or its `Reading`, in order; `speakers` are the persons and bodies linked."""
    read = text if isinstance(text, Reading) else Reading(text)
    words = _Words(read)
    found, last = [], None
    for start, end in unbroken_sentences(read):
        within = words.between(start, end)
        if not words.saying[within].any():
            continue
        sentence = Sentence(
            read.text, start, end, words[within], [one for one in speakers if start <= one.start < end]
        )
        attributed = sentence.attributed(last)
        if attributed:
            found.append(attributed)
        last = attributed.actor if attributed else sentence.last_subject(last)
    return found


def unbroken_sentences(read):
    """The sentences of a `Reading`, those that share a quotation joined."""
    spans = read.sentence_spans()
    inside = [match.span() for match in QUOTED.finditer(read.text)]
    joined = spans[:1]
    for (_, before), (start, end) in pairwise(spans):
        if any(first < before and start < last for first, last in inside):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


class _Words:
    """The folded words of a reading with their places; `saying` tells which are verbs of saying."""

    def __init__(self, read):
        self._read, folded = read, read.lexis.folded
        self._folded = folded.column(str)[read.folded]
        self.saying = folded.column(VERBS.__contains__, bool)[read.folded]

    def between(self, start, end):
        """The slice of the words from one character to another."""
        return slice(*np.searchsorted(self._read.starts, (start, end)).tolist())

    def __getitem__(self, within):
        """(folded word, first character, end) of each word of a slice."""
        columns = (column[within].tolist() for column in (self._folded, self._read.starts, self._read.ends))
        return list(zip(*columns, strict=True))


class Sentence:
    def __init__(self, text, start, end, words, speakers):
        """`words` are triples of folded word, first character and end."""
        self.text, self.start, self.end, self.words, self.speakers = text, start, end, words, speakers
        quoted = [match.span() for match in QUOTED.finditer(text, start, end)]
        self.speeches = [span for span in quoted if len(text[slice(*span)].split()) >= SHORTEST_SPEECH]
        outside = [place for place, word in enumerate(self.words) if not _within(word[1], quoted)]
        self.verbs = [place for place in outside if self._says(place)]

    def _says(self, place):
        """A verb of saying, and not in the passive where the marks tell: «أُعلن الحداد» has no speaker.

        Nor «لم يعلن», «الذي دعا إليه», nor «عبر» without its «عن».
        """
        word, start, end = self.words[place]
        if word not in VERBS or PASSIVE in self.text[start : min(end, start + 4)]:
            return False
        before = self.words[place - 1][0] if place else ""
        after = [other for other, _, _ in self.words[place + 1 : place + 1 + ABOUT_WITHIN]]
        returning = before in RELATIVE and after[:1] and after[0] in RETURNING
        about = VERBS[word].text not in NEED_ABOUT or ABOUT in after
        return before.lstrip("وف") not in NEGATIONS and not returning and about

    def attributed(self, last):
        """The sentence's attributed speech as a `Quote`, one in a clause or in quotation marks before others.

        None if nobody known says anything in it.
        """
        found, subject = [], self._first_subject(last)
        for place in self.verbs:
            verb, actor = VERBS[self.words[place][0]], self._speaker(place, subject)
            subject = actor
            speech = actor and self._speech(place, actor)
            if speech and (not verb.needs_clause or speech[2]):
                direct = speech[:2] in [(begin + 1, end - 1) for begin, end in self.speeches]
                quote = Quote(actor, self.start, self.end, *speech[:2], direct, verb.text)
                found.append((not speech[2], quote))
        return min(found, key=lambda pair: pair[0])[1] if found else None

    def _first_subject(self, last):
        """Of whom a verb without a subject speaks: the sentence's first name if it is one, else the last speaker.

        «رفض مجلس النواب الحكم، وقال إنه …» is said by the House, whoever spoke before.
        """
        if not self.speakers:
            return last
        first = self.speakers[0]
        return first.actor if self._heads(first, self._word_before(first.start)) else None

    def _heads(self, speaker, before):
        """Whether a name is nobody's: «وزارة الدفاع في حكومة الوحدة», «مكتب باشاغا», «لخطة سلامة» are another's."""
        return not (before in OTHERS or before in PREPOSITIONS or before.startswith(("لل", "لخ")))

    def _word_before(self, start):
        return next((word for word, begin, _ in reversed(self.words) if begin < start), "")

    def _speech(self, place, actor):
        """Begin, end, and whether it is a quotation or a clause; what stands before the verb is none."""
        behind = [span for span in self.speeches if span[0] > self.words[place][2]] or self.speeches
        if behind:
            return behind[0][0] + 1, behind[0][1] - 1, True
        clause = self._clause(place)
        if clause:
            return self.words[clause][1], self.end, True
        begin, end = self._after_subject(place, actor), self._next_verb(place)
        return (begin, end, False) if begin is not None and begin < end else None

    def _next_verb(self, place):
        return next((self.words[other][1] for other in self.verbs if other > place), self.end)

    def _clause(self, place):
        """The first «أن» or «إن» behind a verb, before the next verb of saying."""
        later = range(place + 1, len(self.words))
        first = next((at for at in later if CLAUSE.fullmatch(self.words[at][0])), None)
        return first if first and self.words[first][1] < self._next_verb(place) else None

    def _after_subject(self, place, actor):
        """Where the first word behind the verb and its subject begins: office, holder and who joins them by «و»."""
        spoken = self.words[place][2]
        for one in self.speakers:
            if one.start < spoken:
                continue
            between = self._between(spoken, one.start)
            near = between <= (FARTHEST_SUBJECT if spoken == self.words[place][2] else 1)
            if (one.actor == actor and near) or (between == 0 and self.text[one.start] == "و"):
                spoken = one.end
        return next((start for _, start, _ in self.words if start >= spoken), None)

    def _speaker(self, place, subject):
        """Who says it: a name behind the verb, one right before it, or `subject` where the verb has none of its own."""
        word = self.words[place]
        limit = self._subject_limit(place)
        behind = next((one for one in self.speakers if word[2] <= one.start < limit), None)
        if behind and self._is_subject(place, behind):
            return behind.actor
        return self._speaker_before(place) or (subject if self._goes_on(place) else None)

    def _is_subject(self, place, speaker):
        """Whether nothing but the speaker's titles stands between: a body follows its verb at once."""
        between = [word for word, start, _ in self.words[place + 1 :] if start < speaker.start]
        strange = any(word in PREPOSITIONS for word in between)
        return (
            not strange
            and self._heads(speaker, between[-1] if between else "")
            and not (speaker.body and between)
        )

    def _subject_limit(self, place):
        """Where the subject behind a verb must have begun: before the clause, the quotation or a colon."""
        clause = self._clause(place)
        bounds = [self.words[clause][1]] if clause else []
        bounds += [start for word, start, _ in self.words[place:] if word in RELATIVE][:1]
        far = min(place + FARTHEST_SUBJECT, len(self.words) - 1)
        bounds += [begin for begin, _ in self.speeches if begin > self.words[place][1]]
        return min([*bounds, self.words[far][2], self._next_verb(place)])

    def _speaker_before(self, place):
        word = self.words[place]
        near = [
            one
            for one in self.speakers
            if one.end <= word[1] and self._between(one.end, word[1]) <= BEFORE_VERB
        ]
        if not near or word[0].startswith(("و", "ف")):
            return None
        return near[-1].actor if self._heads(near[-1], self._word_before(near[-1].start)) else None

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
