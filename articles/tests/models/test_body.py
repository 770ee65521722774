import pytest

from articles.models.body import Block, blocks, grouped

BODY = """الأول
وسطره الثاني

## فرعي

- بند
- بند آخر

>  اقتباس

الأخير"""


def test_paragraphs_headings_lists_and_quotes_are_told_apart():
    assert [(block.kind, block.text) for block in blocks(BODY)] == [
        ("paragraph", "الأول\nوسطره الثاني"),
        ("heading", "فرعي"),
        ("item", "بند"),
        ("item", "بند آخر"),
        ("quote", "اقتباس"),
        ("paragraph", "الأخير"),
    ]


def test_every_block_says_where_it_stands():
    assert [BODY[block.start : block.end] for block in blocks(BODY)] == [block.text for block in blocks(BODY)]


def test_the_items_of_a_list_are_grouped():
    assert [(kind, len(run)) for kind, run in grouped(BODY)] == [
        ("paragraph", 1),
        ("heading", 1),
        ("list", 2),
        ("quote", 1),
        ("paragraph", 1),
    ]


@pytest.mark.parametrize("body", ["", "\n\n", "  \n"])
def test_an_empty_body_has_no_blocks(body):
    assert blocks(body) == []


def test_a_hash_within_a_paragraph_is_text():
    assert blocks("رقم #5 هنا") == [Block("paragraph", "رقم #5 هنا", 0, 10)]
