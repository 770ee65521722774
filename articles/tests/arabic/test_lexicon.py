from articles.arabic.lexicon import SHIPPED, Lexicon


def test_words_are_counted_as_they_are_folded():
    lexicon = Lexicon.from_texts(["قال وزيرُ النفط", "الوزير: وزير 2024 UN"])
    assert lexicon == {"قال": 1, "وزير": 2, "النفط": 1, "الوزير": 1}


def test_an_unknown_word_counts_nothing():
    assert Lexicon()["حفتر"] == 0


def test_a_written_lexicon_is_read_again(tmp_path):
    path = tmp_path / "lexicon.txt"
    Lexicon(سرت=5, درنه=5, سبها=3, هون=2).write(path, "Source: us.\nLicence: ours.", least=3)
    assert path.read_text(encoding="utf-8") == "# Source: us.\n# Licence: ours.\n5 درنه سرت\n3 سبها\n"
    assert Lexicon.load(path) == Lexicon(سرت=5, درنه=5, سبها=3)


def test_the_digest_knows_the_words_and_not_their_order():
    assert Lexicon(سرت=5, درنه=2).digest() == Lexicon(درنه=2, سرت=5).digest() != Lexicon(سرت=5).digest()


def test_the_shipped_lexicon_tells_its_source_and_licence():
    header = SHIPPED.read_text(encoding="utf-8")[:900]
    assert all(word in header for word in ("ANT corpus", "Apache-2.0", "TyDi QA", "XQuAD", "CC BY-SA 4.0"))


def test_the_shipped_lexicon_knows_libya():
    lexicon = Lexicon.load()
    assert all(lexicon[word] for word in ("حفتر", "الدبيبه", "تاورغاء", "الصخيرات"))
