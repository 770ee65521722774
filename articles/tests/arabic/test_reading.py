"""A reading gives what the tokenizer and the sentences give, only sooner."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from articles.arabic import reading
from articles.arabic.reading import Joined, Reading, readings
from articles.arabic.sentences import paragraphs, sentences
from articles.arabic.tokenizer import tokens

LETTERS = "وبعدالله مُأإةى\u0640\u200f\ufefbﷲ12٣.,:؛؟!()«»\"'/-@\n\t\u00a0\u3000abé"
TEXTS = st.lists(
    st.one_of(
        st.text(LETTERS, max_size=12),
        st.sampled_from(["عبد الله", "د. علي", "U.N.", "14/2/2024", "a@b.ly", "www.lana.ly.", "\n\n", " "]),
    ),
    max_size=12,
).map("".join)


def first_tokens(spans, starts):
    """The first token of each span that has one before the next span begins."""
    found = (next((n for n, start in enumerate(starts) if start >= first), None) for first, _ in spans)
    return sorted({number for number in found if number is not None})


@given(TEXTS)
@example("قال د.")
@example("قال د. ")
@example("انتهى.» وبدأ… ثم\nسطر\n \nفقرة")
@example("… أول")
def test_a_reading_has_the_tokens_sentences_and_paragraphs_of_its_text(text):
    read, known = Reading(text), list(tokens(text))
    entries = read.lexis.tokens.entries
    assert [entries[number] for number in read.tokens] == [(token.surface, token.kind) for token in known]
    assert read.starts.tolist() == [token.start for token in known]
    assert read.ends.tolist() == [token.end for token in known]
    starts = read.starts.tolist()
    assert read.sentence_spans() == sentences(text)
    assert read.sentences.tolist() == first_tokens(sentences(text), starts)
    assert read.paragraphs.tolist() == first_tokens(paragraphs(text), starts)


def test_a_run_of_words_ends_where_more_than_space_follows():
    read = Reading("قال علي، ثم غادر\n\nطرابلس (غدا)")
    entries = read.lexis.tokens.entries
    assert [entries[read.tokens[first]][0] for first in read.runs] == ["قال", "ثم", "غدا"]
    assert Reading("").runs.tolist() == []


def read_in(reading, text):
    """What a joined reading has of one of its texts: (token, start, end, whether it begins a sentence, a paragraph)."""
    of, begin = reading.texts_at(reading.starts), reading.begins[text]
    first_of = [set(reading.sentences.tolist()), set(reading.paragraphs.tolist())]
    return [
        (
            reading.tokens[n],
            reading.starts[n] - begin,
            reading.ends[n] - begin,
            *(n in firsts for firsts in first_of),
        )
        for n in (of == text).nonzero()[0].tolist()
    ]


@given(st.lists(TEXTS, max_size=5))
@example(["قال د.", "", "عبد", "الله", "غادر.\n", "… أول"])
def test_texts_read_at_once_are_read_as_if_each_stood_alone(texts):
    joined = Joined(texts)
    assert [read_in(joined, number) for number in range(len(texts))] == [
        read_in(Joined([text]), 0) for text in texts
    ]
    assert joined.tokens.tolist() == [token for text in texts for token in Reading(text).tokens.tolist()]


def told(read):
    arrays = (
        read.tokens,
        read.starts,
        read.ends,
        read.sentences,
        read.paragraphs,
        read.parts,
        read.part_starts,
    )
    return read.text, [array.tolist() for array in arrays], read.sentence_spans()


@given(st.lists(TEXTS, max_size=5))
@example(["قال د.", "", "عبد", "الله", "غادر.\n", "\n\n… أول"])
def test_texts_read_at_once_and_split_are_read_as_if_alone(texts):
    assert [told(read) for read in Joined(texts).split()] == [told(Reading(text)) for text in texts]


def test_a_surrogate_left_alone_stops_nothing():
    assert len(Reading("قال \ud800 علي")) == 2


def test_texts_read_together_share_a_lexis_though_a_new_one_is_due(monkeypatch):
    monkeypatch.setitem(reading._current, "most", 1)
    title, standfirst, body = readings("قال علي", "", "غادر الوفد طرابلس")
    assert title.lexis is standfirst.lexis is body.lexis
    assert Reading("قال").lexis is not body.lexis


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_text_has_no_words(text):
    read = Reading(text)
    assert (len(read), read.sentences.tolist(), read.paragraphs.tolist()) == (0, [], [])
