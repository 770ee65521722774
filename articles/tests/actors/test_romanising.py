"""English names for an editor to correct."""

import pytest

from articles.actors.romanising import Romaniser

ROMANISER = Romaniser(
    [
        ("عبد السلام كجمان", "Abdulsalam Kajman"),
        ("عبد السلام عاشور", "Abdulsalam Ashour"),
        ("عبد السلام نصية", "Abdessalam Nassiyah"),
        ("محمد المنفي", "Mohamed al-Menfi"),
        ("طرابلس", "Tripoli"),
    ]
)


@pytest.mark.parametrize(
    ("arabic", "english"),
    [
        ("عبدالسلام المنفي", "Abdulsalam al-Menfi"),
        ("محمد الغصري", "Mohamed al-Ghasari"),
        ("وليد هاشم", "Walid Hashm"),
        ("كتيبة شهداء طرابلس", "Shahadaa Tripoli Battalion"),
        ("لجنة المصالحة", "al-Masalaha Committee"),
    ],
)
def test_words_are_written_as_the_register_mostly_writes_them_else_by_letters(arabic, english):
    assert ROMANISER.english(arabic) == english
