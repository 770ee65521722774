import pytest

from articles.ingest.encoding import Decoded, NotText, decode

TEXT = "عقد المجلس البلدي جلسة في سرت، وناقش أعمال الصيانة في السوق على مدى يومين، وقال رئيسه إن من حضر وافق."


def check(data, verdict, text=TEXT):
    assert decode(data) == Decoded(text, verdict)


@pytest.mark.parametrize(
    ("encoding", "verdict"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8, with byte order mark"),
        ("utf-16", "utf-16"),
        ("cp1256", "windows-1256"),
        ("iso-8859-6", "iso-8859-6"),
    ],
)
def test_the_encodings_of_arabic_pages_are_told_apart(encoding, verdict):
    check(TEXT.encode(encoding), verdict)


def test_utf8_once_read_as_windows_1256_is_repaired():
    check(TEXT.encode().decode("cp1256").encode(), "utf-8, repaired after a reading as windows-1256")


def test_utf8_once_read_as_latin_1_is_repaired():
    check(TEXT.encode().decode("latin-1").encode(), "utf-8, repaired after a reading as iso-8859-1")


def test_a_few_broken_bytes_are_counted():
    check(TEXT.encode() + b"\xff", "utf-8, with 1 broken bytes", TEXT + "\N{REPLACEMENT CHARACTER}")


def test_a_short_broken_line_is_still_utf8():
    check(
        "خبر".encode() + b"\xd8\xff\x80",
        "utf-8, with 3 broken bytes",
        "خبر" + "\N{REPLACEMENT CHARACTER}" * 3,
    )


def test_english_is_left_as_it_is():
    check(b"The council met in Sirte.", "utf-8", "The council met in Sirte.")


def test_binary_matter_is_no_text():
    with pytest.raises(NotText):
        decode(b"\x89PNG\r\n\0\0")
