"""A small invented corpus, written both by Whoosh's own writer and by ours."""

import random
from datetime import datetime, timedelta

from whoosh import index as whoosh_index
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, KEYWORD, NUMERIC, TEXT, Schema

from articles.search.engine import Moment, create

VOCABULARY = [a + b + c for a in "طبسم" for b in "رلا" for c in "بقتسن"]
# Whoosh keeps a length in one byte. These are lengths it keeps exactly, so that scores can be compared.
EXACT_LENGTHS = (5, 10, 20, 30, 40, 60)


def make_schema():
    return Schema(
        id=ID(stored=True, unique=True),
        source=ID(stored=True, sortable=True),
        actors=KEYWORD(commas=True, sortable=True),
        date=Moment(),
        reads=NUMERIC(sortable=True),
        words=TEXT(analyzer=SpaceSeparatedTokenizer()),
        stems=TEXT(analyzer=SpaceSeparatedTokenizer(), phrase=False),
    )


def make_documents(count, seed=1):
    """Texts whose words are as unevenly frequent as real ones; some documents lack a date or actors."""
    chance = random.Random(seed)
    weights = [1 / (rank + 1) for rank in range(len(VOCABULARY))]
    documents = []
    for number in range(count):
        words = chance.choices(VOCABULARY, weights, k=chance.choice(EXACT_LENGTHS))
        document = {
            "id": f"n{number}",
            "source": chance.choice(["lana", "wal", "afrigate", "alwasat"]),
            "reads": chance.randrange(1000),
            "words": " ".join(words),
            "stems": " ".join(word[:2] for word in words),
        }
        if number % 7:
            document["actors"] = ",".join(
                chance.sample(["haftar", "dbeibah", "saleh", "menfi"], chance.randrange(1, 4))
            )
        if number % 11:
            document["date"] = datetime(2011, 2, 17) + timedelta(hours=chance.randrange(24 * 4000))
        documents.append(document)
    return documents


def write(index, documents, batches=3, deleted=()):
    """The documents in so many segments, then the deletions as a generation of their own."""
    size = -(-len(documents) // batches)
    for begin in range(0, len(documents), size):
        with index.writer() as writer:
            for document in documents[begin : begin + size]:
                writer.add_document(**document)
            writer.merge = False
    if deleted:
        with index.writer() as writer:
            for name in deleted:
                writer.delete_by_term("id", name)
            writer.merge = False
    return index


def make_index(path, documents, **options):
    return write(create(str(path), make_schema()), documents, **options)


def make_whoosh_index(path, documents, **options):
    path.mkdir()
    return write(whoosh_index.create_in(str(path), make_schema()), documents, **options)
