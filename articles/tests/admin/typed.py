"""What a browser sends for an article."""

NO_MENTIONS = {
    "mentions-TOTAL_FORMS": "0",
    "mentions-INITIAL_FORMS": "0",
    "mentions-MIN_NUM_FORMS": "0",
    "mentions-MAX_NUM_FORMS": "1000",
}


def typed(source, **fields):
    """A day without a time and a body with a browser's line ends, unless told otherwise."""
    return NO_MENTIONS | {
        "title": "جلسة في سرت",
        "standfirst": "",
        "body": "عقد المجلس جلسته.\r\n\r\nوبحث الميزانية.",
        "language": "ar",
        "source": source.pk,
        "published_at_0": "2024-02-14",
        "published_at_1": "",
        "published_precision": "day",
        "url": "",
        "byline": "",
        "dateline": "",
        "captured_at_0": "",
        "captured_at_1": "",
        **fields,
    }
