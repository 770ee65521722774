import pytest

from articles.arabic.numerals import digits


@pytest.mark.parametrize(
    ("latn", "arab"),
    [
        ("رقم 2755", "رقم ٢٧٥٥"),
        ("2,755.5", "٢٬٧٥٥٫٥"),
        ("14:30", "١٤:٣٠"),
        ("2024-02-14", "٢٠٢٤-٠٢-١٤"),
        ("12, 13.", "١٢, ١٣."),
        ("1.2.3", "١.٢.٣"),
    ],
)
def test_digits_change_their_system_and_back(latn, arab):
    assert (digits(latn, "arab"), digits(arab, "latn")) == (arab, latn)


def test_persian_digits_become_latin():
    assert digits("۲۴", "latn") == "24"


def test_an_unknown_system_is_refused():
    with pytest.raises(ValueError, match="roman"):
        digits("1", "roman")
