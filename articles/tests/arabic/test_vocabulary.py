from threading import Barrier, Thread

import numpy as np

from articles.arabic.vocabulary import Vocabulary

WORDS = ["قال", "الوزير", "قال", "أمس"]


def test_each_entry_has_one_number_from_first_sight():
    words = Vocabulary()
    assert (words.numbers(WORDS).tolist(), words.entries) == ([0, 1, 0, 2], ["قال", "الوزير", "أمس"])


def test_a_column_knows_entries_that_came_after_it():
    words = Vocabulary()
    lengths = words.column(len, "u1")
    words.numbers(WORDS)
    assert lengths[words.numbers(["أمس", "جديدة", "قال"])].tolist() == [3, 5, 3]


def test_a_column_works_out_each_entry_once_and_is_kept():
    words, asked = Vocabulary(), []
    numbers = words.numbers(WORDS)
    for _ in range(2):
        words.column(asked.append)[numbers]
    assert asked == ["قال", "الوزير", "أمس"]


def test_lists_stand_one_behind_the_other():
    words = Vocabulary()
    letters = words.lists(lambda word: [ord(letter) for letter in word if letter != "ا"])
    counts, rows = letters[words.numbers(["قال", "ا", "قد"])]
    assert (counts.tolist(), "".join(map(chr, rows))) == ([2, 0, 2], "قلقد")


def test_lists_may_have_rows_of_several_numbers():
    spans = Vocabulary().lists(lambda word: [(0, len(word)), (1, 1)], 2)
    counts, rows = spans[spans.vocabulary.numbers(["قال"])]
    assert (counts.tolist(), rows.tolist()) == ([2], [[0, 3], [1, 1]])


def test_nothing_is_asked_of_an_empty_vocabulary():
    words = Vocabulary()
    none = words.numbers([])
    assert (words.column(len, "u1")[none].tolist(), words.lists(list)[none][1].tolist()) == ([], [])


def test_threads_that_meet_the_same_words_agree():
    words, barrier, told = Vocabulary(), Barrier(4), []
    lengths = words.column(len, "u1")

    def meet():
        barrier.wait()
        for start in range(0, 5000, 50):
            numbers = words.numbers("ا" * (number % 97) for number in range(start, start + 50))
            told.append((numbers, lengths[numbers]))

    threads = [Thread(target=meet) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(np.array_equal(found, [len(words.entries[n]) for n in numbers]) for numbers, found in told)
