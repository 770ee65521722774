import pytest
from hypothesis import given
from hypothesis import strategies as st

from articles.arabic.sentences import paragraphs, sentence_at, sentences


def cut(text, spans):
    return [text[start:end] for start, end in spans]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("قال نعم. ثم مضى.", ["قال نعم.", "ثم مضى."]),
        ("قال د. علي 3.5 مليون. هل يكفي؟ نعم!", ["قال د. علي 3.5 مليون.", "هل يكفي؟", "نعم!"]),
        ("«انتهى الأمر.» ثم صمت…", ["«انتهى الأمر.»", "ثم صمت…"]),
        ("عنوان بلا نقطة\n\nنص U.N. هنا.", ["عنوان بلا نقطة", "نص U.N. هنا."]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_the_reader_stops(text, found):
    assert cut(text, sentences(text)) == found


def test_paragraphs_are_parted_by_blank_lines():
    text = "\n## عنوان\n\nسطر\nوسطر\n \n- بند\n"
    assert cut(text, paragraphs(text)) == ["## عنوان", "سطر\nوسطر", "- بند"]


@pytest.mark.parametrize(("place", "found"), [(0, "قال نعم."), (8, "قال نعم."), (9, "ثم."), (99, "ثم.")])
def test_the_sentence_around_a_place(place, found):
    text = "قال نعم. ثم."
    start, end = sentence_at(text, place)
    assert text[start:end] == found


@given(st.text(st.sampled_from("اب .!؟…«»\nد")))
def test_no_letter_falls_between_sentences_or_paragraphs(text):
    letters = [place for place, letter in enumerate(text) if not letter.isspace()]
    for split in (sentences, paragraphs):
        inside = [place for span in split(text) for place in range(*span)]
        assert [place for place in inside if not text[place].isspace()] == letters
