"""Who said what: sentences with a verb of saying, given to the actor whom the linker found beside it.

The speaker stands behind the verb («قال صالح إن …»), before it («صالح قال …»), or in neither place: then the
sentence goes on with the last speaker whom the verb's gender fits («وأضاف أن …», «…، مؤكدة أن …»). Speech may stand
before its speaker («…»، قال صالح) or beside an attribution («…، بحسب صالح»). Suggestions only: an editor confirms them.
"""

from dataclasses import dataclass
from itertools import pairwise

from articles.arabic.normalizer import fold
from articles.arabic.reading import Reading
from articles.arabic.stopwords import load_words

from .attribution import attributed
from .offices import OFFICE_HEADS
from .saying import PLURAL, VERBS
from .sentence import CLAUSE, QUOTED, RELATIVE, ReadWords, Sentence
from .words import ARTICLE, DATA

# Right behind a verb without a subject: «وأضاف أن», «شددت على», «ورحب بـ».
PARTICLES = frozenset(map(fold, ("على", "إلى", "في", "عن", "من", "خلال", "أيضا", "كذلك", "قائلا", "قائلة")))
PREPOSITIONS = frozenset(
    map(fold, ("في", "من", "إلى", "عن", "على", "مع", "بين", "باسم", "ضد", "أمام", "لدى", "برئاسة", "بقيادة"))
)
# «أعلن المجلس برئاسة المنفي …»: who heads the speaker belongs to him.
HEADED_BY = frozenset(map(fold, ("برئاسة", "بقيادة", "بزعامة")))
TITLES = (
    OFFICE_HEADS,
    frozenset(map(fold, ("اليوم", "أمس", "مساء", "صباح"))),
    {"بن"},
)
# Behind these a name is whose they are, not who speaks.
OTHERS = load_words(DATA / "not_the_speaker.txt")
JOINING = frozenset(map(fold, ("كما", "وقد", "فيما", "بينما", "حيث", "وكان", "كان", "و", "قد", "فقد", "ثم")))
# Between a speaker and the verb behind him: «وكان صالح قد صرح».
AUXILIARIES = frozenset(map(fold, ("قد", "كان", "كانت", "سبق", "وأن", "أن", "ايضا", "بدوره", "بدورها")))
FARTHEST_SUBJECT = 12  # words between a verb and the speaker behind it
LEAST_WORDS = 2  # of reported speech
LONGEST_SILENCE = 1  # sentences in which nobody speaks, before «وأضاف» goes on with nobody known
OPENING = 3  # words at a sentence's beginning within which its subject or the verb stands


@dataclass(frozen=True)
class Speaker:
    """Characters `start` to `end` of the text that name an actor; `body` unless it is a person.

    `gender` is "m", "f" or "" where it is not known, as for a verb that agrees with either.
    """

    start: int
    end: int
    actor: int
    body: bool = False
    gender: str = ""


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
    """Every attributed speech of a text, or its `Reading`, in order; `speakers` are the persons and bodies linked."""
    read = text if isinstance(text, Reading) else Reading(text)
    words, found, last, silent = ReadWords(read), [], None, 0
    for start, end in unbroken_sentences(read):
        within = words.between(start, end)
        if not words.telling[within].any():
            silent += 1
            continue
        last = last if silent <= LONGEST_SILENCE else None
        named = [one for one in speakers if start <= one.start < end]
        sentence = Sentence(read.text, start, end, words[within], named)
        turns = list(_turns(sentence, last))
        spoken = [quote for pair in pairwise([*turns, None]) for quote in _spoken(sentence, *pair)]
        if not spoken:
            turns, spoken = _by_attribution(sentence, last, turns)
        found += spoken
        silent = 0 if turns else silent + 1
        last = turns[-1][1] if turns else last
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


def _turns(sentence, last):
    """Each verb that reports speech with its `Speaker`, None for one whom nobody knows: pairs in order.

    A verb within what another reports begins a turn only behind a pause, or with a known subject of its own.
    """
    subject, reported = None, False
    for place in sentence.verbs:
        verb = VERBS[sentence.words[place][0]]
        pause = sentence.pauses_before(_first_of(sentence, place))
        speaker = _speaker(sentence, place, subject or _goes_on_with(sentence, place, last))
        if (verb.participle and not speaker) or (reported and not (speaker and pause)):
            continue
        subject = speaker
        reported = reported or sentence.clause(place) is not None
        yield place, speaker


def _goes_on_with(sentence, place, last):
    """Of whom a verb without a subject speaks: with whom its sentence begins, else the last speaker if it begins so.

    «رفض مجلس النواب الحكم، وقال إنه …» is said by the House, whoever spoke before.
    """
    spoken = sentence.words[place][1]
    first = next((one for one in sentence.speakers if one.start < spoken), None)
    if first and sentence.count(sentence.start, first.start) < OPENING:
        return first if _heads(sentence.word_before(first.start)) else None
    return last if place < OPENING and not first else None


def _heads(before):
    """Whether a name is nobody's: «وزارة الدفاع في حكومة الوحدة», «مكتب باشاغا», «لخطة سلامة» are another's."""
    return not (before in OTHERS or before in PREPOSITIONS or before.startswith(("لل", "لخ")))


def _agrees(verb, speaker):
    return verb.gender != PLURAL and speaker.gender in ("", verb.gender)


def _speaker(sentence, place, subject):
    """Who says it: a name behind the verb, one right before it, or `subject` where the verb has none of its own."""
    word, _, end = sentence.words[place]
    verb, limit = VERBS[word], _subject_limit(sentence, place)
    goes_on = subject if subject and _agrees(verb, subject) else None
    if verb.participle:
        return goes_on if sentence.pauses_before(place) or place == 0 else None
    behind = next((one for one in sentence.speakers if end <= one.start < limit), None)
    if behind and _agrees(verb, behind) and _is_subject(sentence, place, behind):
        return behind
    return _speaker_before(sentence, place) or (goes_on if _has_no_subject(sentence, place) else None)


def _is_subject(sentence, place, speaker):
    """Whether nothing but the speaker's titles stands between: a body follows its verb at once."""
    between = [word for word, start, _ in sentence.words[place + 1 :] if start < speaker.start]
    titled = all(word.startswith(ARTICLE) or any(word in words for words in TITLES) for word in between)
    return titled and _heads(between[-1] if between else "") and not (speaker.body and between)


def _subject_limit(sentence, place):
    """Where the subject behind a verb must have begun: before the clause, the quotation or a colon."""
    words, clause = sentence.words, sentence.clause(place)
    bounds = [words[clause][1]] if clause else []
    bounds += [start for word, start, _ in words[place:] if word in RELATIVE][:1]
    far = min(place + FARTHEST_SUBJECT, len(words) - 1)
    bounds += [begin for begin, _ in sentence.speeches if begin > words[place][1]]
    return min([*bounds, words[far][2], sentence.next_verb(place)])


def _speaker_before(sentence, place):
    word, start, _ = sentence.words[place]
    near = next((one for one in reversed(sentence.speakers) if one.end <= start), None)
    if not near or word.startswith(("و", "ف")) or not _agrees(VERBS[word], near):
        return None
    between = [other for other, begin, _ in sentence.words if near.end <= begin < start]
    beside = all(other in AUXILIARIES for other in between)
    return near if beside and _heads(sentence.word_before(near.start)) else None


def _has_no_subject(sentence, place):
    """Whether no subject of its own follows the verb: a particle, a clause or a quotation does."""
    if place + 1 >= len(sentence.words):
        return False
    following, start, _ = sentence.words[place + 1]
    opens = any(begin < start for begin, end in sentence.speeches if end > start)
    return following in PARTICLES or bool(CLAUSE.fullmatch(following)) or opens


def _spoken(sentence, turn, following):
    """The quotes of one turn, which ends where the next begins: a list, empty where nobody known speaks."""
    place, speaker = turn
    limit = sentence.words[_first_of(sentence, following[0])][1] if following else sentence.end
    verb = VERBS[sentence.words[place][0]]
    if not speaker:
        return []
    said = _quotations(sentence, place, limit) or _reported(sentence, place, limit, speaker, verb)
    return [quote_of(sentence, speaker, span, verb.text) for span in said]


def _first_of(sentence, place):
    """With which word a turn begins: «كما» and «فيما» before the verb are its own."""
    while place and sentence.words[place - 1][0] in JOINING:
        place -= 1
    return place


def quote_of(sentence, speaker, span, verb):
    begin, end = span
    direct = (begin - 1, end + 1) in sentence.speeches
    return Quote(speaker.actor, sentence.start, sentence.end, begin, end, direct, verb)


def _quotations(sentence, place, limit):
    """What quotation marks hold behind the verb; else what they hold before it, where no other turn stands.

    Marks within a clause only lend it words: the whole clause is the speech.
    """
    spoken, clause = sentence.words[place][1], sentence.clause(place)
    behind = [span for span in sentence.speeches if spoken < span[0] < limit]
    if clause and behind and sentence.count(sentence.words[clause][1], behind[0][0]) > 1:
        return []
    before = [span for span in sentence.speeches if span[1] <= spoken and place == sentence.verbs[0]]
    return [(begin + 1, end - 1) for begin, end in behind or before]


def _reported(sentence, place, limit, speaker, verb):
    """The clause behind a verb, or what follows its subject: one span, or none."""
    clause = sentence.clause(place)
    begin = sentence.words[clause][1] if clause else _after_subject(sentence, place, speaker)
    if begin is None or begin >= limit:
        return []
    colon = sentence.text[:begin].rstrip().endswith(":")
    if verb.needs_clause and not clause and not colon:
        return []
    span = sentence.trimmed(begin, limit)
    return [span] if sentence.count(*span) >= (LEAST_WORDS if clause or colon else 1) else []


def _after_subject(sentence, place, speaker):
    """Where the first word behind the verb and its subject begins: office, holder, who joins and who heads them."""
    verb_end = spoken = sentence.words[place][2]
    for one in sentence.speakers:
        if one.start < spoken:
            continue
        between = sentence.count(spoken, one.start)
        near = between <= (FARTHEST_SUBJECT if spoken == verb_end else 1)
        joins = between == 0 and sentence.text[one.start] == "و"
        heads = between == 1 and sentence.word_before(one.start) in HEADED_BY
        if (one.actor == speaker.actor and near) or joins or heads:
            spoken = one.end
    return next((start for _, start, _ in sentence.words if start >= spoken), None)


def _by_attribution(sentence, last, turns):
    """The sentence's turns and quotes where only «بحسب صالح» tells who speaks."""
    found = attributed(sentence, last)
    if not found or any(speaker for _, speaker in turns):
        return turns, []
    place, speaker, span, phrase = found
    return [(place, speaker)], [quote_of(sentence, speaker, span, phrase)]
