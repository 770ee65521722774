import pytest

from articles.actors.quotes import Speaker, find_quotes

SALEH, MENFI = 1, 2
NAMES = {"صالح": SALEH, "المنفي": MENFI}


def quotes(text):
    speakers = [
        Speaker(place, place + len(name), actor)
        for name, actor in NAMES.items()
        for place in range(len(text))
        if text.startswith(name, place)
    ]
    return find_quotes(text, sorted(speakers, key=lambda speaker: speaker.start))


def check(text, expected):
    assert [
        (quote.actor, text[quote.speech_start : quote.speech_end], quote.direct) for quote in quotes(text)
    ] == expected


def test_the_speaker_behind_the_verb():
    check("قال صالح إن الجلسة قائمة.", [(SALEH, "إن الجلسة قائمة.", False)])


def test_the_speaker_before_the_verb():
    check("صالح قال إن الجلسة قائمة.", [(SALEH, "إن الجلسة قائمة.", False)])


@pytest.mark.parametrize("quotation", ["«الجلسة قائمة غدا»", "“الجلسة قائمة غدا”", '"الجلسة قائمة غدا"'])
def test_direct_speech_is_what_the_marks_hold(quotation):
    check(f"وقال صالح: {quotation}.", [(SALEH, "الجلسة قائمة غدا", True)])


def test_a_quotation_is_not_cut_at_its_full_stops():
    check("قال صالح: «الجلسة قائمة. نلتقي غدا.» ثم غادر.", [(SALEH, "الجلسة قائمة. نلتقي غدا.", True)])


def test_a_verb_without_a_subject_goes_on_with_the_last_speaker():
    text = "قال صالح إن الجلسة قائمة. وأضاف أن الدعوات وجهت."
    check(text, [(SALEH, "إن الجلسة قائمة.", False), (SALEH, "أن الدعوات وجهت.", False)])


def test_an_unknown_speaker_ends_the_last_ones_turn():
    text = "قال صالح إن الجلسة قائمة. وقال شهود إنهم حضروا. وأضاف أن العدد كبير."
    check(text, [(SALEH, "إن الجلسة قائمة.", False)])


@pytest.mark.parametrize("verb", ["دعا", "رحب", "طالب", "نفى", "حذر", "شدد", "أعرب"])
def test_verbs_that_need_no_clause(verb):
    check(f"{verb} المنفي بعودة النازحين.", [(MENFI, "بعودة النازحين.", False)])


@pytest.mark.parametrize(
    ("verb", "subject"), [("قالت", "صالح"), ("وأكدت", "صالح"), ("ودعت", "صالح"), ("يقول", "صالح")]
)
def test_verbs_in_the_feminine_and_the_present(verb, subject):
    assert [quote.actor for quote in quotes(f"{verb} {subject} إن الأمر انتهى.")] == [SALEH]


def test_a_name_mentioned_in_the_clause_is_not_the_speaker():
    check("قال شهود إن صالح حضر.", [])


def test_a_verb_inside_a_quotation_reports_nothing():
    check("«قال صالح إن الأمر انتهى كله»", [])


def test_the_passive_has_no_speaker():
    check("استقبلهم صالح. وأُعلن المنفي رئيسا إن شاء.", [])


def test_a_name_in_a_relative_clause_is_not_the_speaker():
    check("وقال المصرف، الذي يديره صالح، إن الاتفاق قائم.", [])


def test_two_words_in_marks_are_a_term():
    check("قال صالح إن «الحوار الوطني» مستمر.", [(SALEH, "إن «الحوار الوطني» مستمر.", False)])


def test_each_quote_knows_its_sentence():
    text = "مقدمة. قال صالح إن الجلسة قائمة. خاتمة."
    assert [text[quote.start : quote.end] for quote in quotes(text)] == ["قال صالح إن الجلسة قائمة."]


@pytest.mark.parametrize(
    "text",
    [
        "وصالح لم يعلن موقفا.",
        "لا يعبر صالح عن رأي أحد.",
        "الاجتماع الذي دعا إليه صالح أمس.",
        "أعلن مكتب صالح النتيجة.",
        "أعلن المشاركون فيه مساندتهم لخطة صالح.",
        "عقدت اللجنة برئاسة صالح جلسة وانتخب عبر القوائم.",
    ],
    ids=["not said", "nor expressed", "called for by him", "his office", "his plan", "a preposition"],
)
def test_a_verb_near_a_name_need_not_be_its(text):
    check(text, [])


def test_a_verb_goes_on_with_the_sentence_s_own_subject():
    check(
        "قال صالح إن الجلسة قائمة. ورفض المنفي القرار، وقال إنه باطل.",
        [(SALEH, "إن الجلسة قائمة.", False), (MENFI, "إنه باطل.", False)],
    )


def test_what_one_says_ends_where_another_begins():
    check(
        "وتعهد صالح بالتوحيد، وقال المنفي إن الحكومة للجميع.",
        [(SALEH, "بالتوحيد", False), (MENFI, "إن الحكومة للجميع.", False)],
    )


def test_a_body_speaks_only_right_behind_its_verb():
    text = "وقال الناطق باسم مجلس النواب إن الجلسة قائمة."
    assert find_quotes(text, [Speaker(text.index("مجلس"), text.index("مجلس") + 11, SALEH, body=True)]) == []
    assert (
        find_quotes("وقال مجلس النواب إن الجلسة قائمة.", [Speaker(5, 16, SALEH, body=True)])[0].actor == SALEH
    )


def test_an_office_and_its_holder_are_one_subject():
    text = "ورحب الرئيس عقيلة صالح بالخطوة."
    speakers = [Speaker(5, 11, SALEH), Speaker(12, 22, SALEH)]
    (quote,) = find_quotes(text, speakers)
    assert text[quote.speech_start : quote.speech_end] == "بالخطوة."


def test_who_heads_a_body_is_no_part_of_what_it_says():
    text = "وأعلن المجلس الرئاسي برئاسة محمد المنفي درنة منطقة منكوبة."
    speakers = [Speaker(6, 20, SALEH, body=True), Speaker(28, 39, MENFI)]
    (quote,) = find_quotes(text, speakers)
    assert (quote.actor, text[quote.speech_start : quote.speech_end]) == (SALEH, "درنة منطقة منكوبة.")


def test_was_is_no_clause():
    text = "وأعرب صالح عن أسفه لتأجيل المؤتمر الذي كان مقررا."
    check(text, [(SALEH, "عن أسفه لتأجيل المؤتمر الذي كان مقررا.", False)])
