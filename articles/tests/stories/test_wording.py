from articles.arabic.normalizer import fold
from articles.stories.wording import own_lines, own_words


def test_the_frame_around_a_text_is_left_out():
    body = "مصدر الخبر / وكالة القنديل\n\nاجتمع المجلس في سرت.\n\nللمزيد من الأخبار زوروا موقعنا"
    assert list(own_lines(body)) == ["اجتمع المجلس في سرت."]


def test_a_long_line_is_text_however_it_begins():
    line = "نقلا عن مصدر في الوزارة قال المتحدث إن اللجنة ستعلن نتائج التحقيق كاملة قبل نهاية الشهر الجاري في طرابلس"
    assert list(own_lines(line)) == [fold(line)]


def test_words_are_folded_and_markers_of_blocks_are_none():
    assert own_words("## الجلسة\n\n- الدُّبيبة وأحمد") == ["الجلسه", "الدبيبه", "واحمد"]
