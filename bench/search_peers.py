"""Tantivy, SQLite's FTS5 and PostgreSQL, as the benchmark drives them."""

import os
import shutil
import sqlite3
import subprocess
from glob import glob

import psycopg
import tantivy

from bench.search_queries import FACETS, HITS, Answer

YEAR, MONTH_AND_YEAR = slice(0, 4), slice(0, 7)


class Tantivy:
    """One search for hits and total, one aggregation for all the counts: both that its Python side offers."""

    name = "tantivy"

    def __init__(self, path):
        self.path = path

    def build(self, documents):
        os.makedirs(self.path)
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
        for name in ("source", "actors", "year", "month"):
            schema.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
        schema.add_text_field("words", tokenizer_name="whitespace", index_option="position")
        index = tantivy.Index(schema.build(), self.path)
        writer = index.writer(heap_size=300_000_000, num_threads=1)
        for document in documents:
            writer.add_document(self._document(document))
        writer.commit()
        writer.wait_merging_threads()

    @staticmethod
    def _document(document):
        return tantivy.Document(
            id=document["id"],
            source=document["source"],
            actors=document["actors"],
            year=document["date"][YEAR],
            month=document["date"][MONTH_AND_YEAR],
            words=" ".join(document["words"]),
        )

    def open(self):
        self.index = tantivy.Index.open(self.path)
        self.schema = self.index.schema
        self.searcher = self.index.searcher()

    def _query(self, asked):
        must = tantivy.Occur.Must if asked.how == "all" else tantivy.Occur.Should
        terms = [tantivy.Query.term_query(self.schema, "words", word) for word in asked.words]
        if asked.how == "phrase":
            made = tantivy.Query.phrase_query(self.schema, "words", list(asked.words))
        elif asked.how == "beginning":
            made = tantivy.Query.regex_query(self.schema, "words", asked.words[0] + ".*")
        else:
            made = tantivy.Query.boolean_query([(must, term) for term in terms])
        if not asked.source:
            return made
        source = tantivy.Query.term_query(self.schema, "source", asked.source)
        source = tantivy.Query.const_score_query(source, 0.0)
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, made), (tantivy.Occur.Must, source)])

    def page(self, asked):
        wanted = self._query(asked)
        found = self.searcher.search(wanted, HITS, count=True)
        counts = {name: {"terms": {"field": name, "size": size}} for name, size in FACETS.items()}
        counts["month"] = {"terms": {"field": "month", "size": 1000}}
        counted = self.searcher.aggregate(wanted, counts)
        hits = tuple(self.searcher.doc(address)["id"][0] for _, address in found.hits)
        facets = {name: [(b["key"], b["doc_count"]) for b in counted[name]["buckets"]] for name in counts}
        return Answer(found.count, hits, facets, sorted(facets.pop("month")))

    def save(self, document):
        writer = self.index.writer(heap_size=50_000_000, num_threads=1)
        writer.delete_documents("id", document["id"])
        writer.add_document(self._document(document))
        writer.commit()
        self.index.reload()
        self.searcher = self.index.searcher()

    def size(self):
        return sum(entry.stat().st_size for entry in os.scandir(self.path))


class Relational:
    """What SQLite and PostgreSQL have in common: the matches found once, and everything counted from them."""

    COUNTS = {
        "source": ("source", "found"),
        "actors": ("actor", "found JOIN acting USING (id)"),
        "year": ("substr(month, 1, 4)", "found"),
    }

    def page(self, asked):
        rows = {}
        for kind, value, count in self.run(self._statement(asked)):
            rows.setdefault(kind, []).append((value, count))
        hits = tuple(value for value, _ in rows.get("hits", ()))
        facets = {name: rows.get(name, []) for name in FACETS}
        return Answer(rows["total"][0][1], hits, facets, rows.get("month", []))

    def _statement(self, asked):
        """One round trip: rows of kind, value and count."""
        narrowed = f" AND source = '{asked.source}'" if asked.source else ""
        parts = [
            "SELECT 'total', '', count(*) FROM found",
            f"SELECT 'hits', CAST(id AS TEXT), 1 FROM found ORDER BY score DESC LIMIT {HITS}",
            *(
                f"SELECT '{name}', {value}, count(*) FROM {of} GROUP BY 2 ORDER BY 3 DESC LIMIT {FACETS[name]}"
                for name, (value, of) in self.COUNTS.items()
            ),
            "SELECT 'month', month, count(*) FROM found GROUP BY 2",
        ]
        joined = " UNION ALL ".join(f"SELECT * FROM ({part}) AS part" for part in parts)
        return f"WITH found AS MATERIALIZED ({self.matching(asked)}{narrowed}) {joined}"

    def rows(self, document):
        number = int(document["id"])
        return (number, document["source"], document["date"][MONTH_AND_YEAR]), [
            (number, actor) for actor in document["actors"]
        ]


class Sqlite(Relational):
    name = "sqlite"

    def __init__(self, path):
        self.path = path + ".db"

    def build(self, documents):
        self.open()
        self.run("CREATE VIRTUAL TABLE texts USING fts5(words, content='', tokenize='ascii')")
        self.run("CREATE TABLE docs (id INTEGER PRIMARY KEY, source TEXT, month TEXT)")
        self.run("CREATE TABLE acting (id INTEGER, actor TEXT, PRIMARY KEY (id, actor)) WITHOUT ROWID")
        for document in documents:
            self._add(document)
        self.run("INSERT INTO texts (texts) VALUES ('optimize')")
        self.run("ANALYZE")
        self.connection.commit()

    def _add(self, document):
        row, acting = self.rows(document)
        self.connection.execute("INSERT OR REPLACE INTO docs VALUES (?, ?, ?)", row)
        self.connection.executemany("INSERT OR REPLACE INTO acting VALUES (?, ?)", acting)
        text = " ".join(document["words"])
        self.connection.execute("INSERT INTO texts (rowid, words) VALUES (?, ?)", (row[0], text))

    def open(self):
        self.connection = sqlite3.connect(self.path)

    def run(self, sql):
        return self.connection.execute(sql).fetchall()

    def matching(self, asked):
        quoted = [f'"{word}"' for word in asked.words]
        written = {
            "all": " AND ".join(quoted),
            "any": " OR ".join(quoted),
            "phrase": f'"{" ".join(asked.words)}"',
            "beginning": quoted[0] + "*",
        }
        return (
            "SELECT id, -rank AS score, source, month FROM texts JOIN docs ON docs.id = texts.rowid "
            f"WHERE texts MATCH '{written[asked.how]}'"
        )

    def save(self, document):
        self._add(document)
        self.connection.commit()

    def size(self):
        return os.path.getsize(self.path)


class Postgres(Relational):
    """A server of our own in the benchmark's folder, reached through a socket there."""

    name = "postgres"

    def __init__(self, path):
        self.path = path
        self.programs = sorted(glob("/usr/lib/postgresql/*/bin"))[-1]

    def build(self, documents):
        self._program("initdb", "-D", self.path, "-E", "UTF8", "--locale=C", "-A", "trust", "-U", "bench")
        self.open()
        self.run("CREATE TABLE docs (id INTEGER PRIMARY KEY, source TEXT, month TEXT, words TSVECTOR)")
        self.run("CREATE TABLE acting (id INTEGER, actor TEXT, PRIMARY KEY (id, actor))")
        for document in documents:
            self._add(document)
        self.run("CREATE INDEX ON docs USING GIN (words)")
        self.run("ANALYZE")
        self.connection.commit()

    def _add(self, document):
        row, acting = self.rows(document)
        sql = "INSERT INTO docs VALUES (%s, %s, %s, to_tsvector('simple', %s)) ON CONFLICT (id) DO UPDATE"
        text = " ".join(document["words"]).replace("\0", "")
        with self.connection.cursor() as cursor:
            cursor.execute(sql + " SET words = EXCLUDED.words", (*row, text))
            cursor.executemany("INSERT INTO acting VALUES (%s, %s) ON CONFLICT DO NOTHING", acting)

    def open(self):
        options = f"-c listen_addresses= -c unix_socket_directories={self.path} -c shared_buffers=256MB"
        self._program(
            "pg_ctl",
            "-D",
            self.path,
            "-w",
            "-l",
            os.path.join(self.path, "server.log"),
            "-o",
            options,
            "start",
        )
        self.connection = psycopg.connect(host=self.path, user="bench", dbname="postgres")
        self.run("SET work_mem = '64MB'")
        self.run("SET jit = off")
        self.backend = self.run("SELECT pg_backend_pid()")[0][0]

    def elsewhere(self):
        """Seconds of CPU that the server's process for this connection has taken."""
        with open(f"/proc/{self.backend}/schedstat") as spent:
            return int(spent.read().split()[0]) / 1e9

    def close(self):
        self.connection.close()
        self._program("pg_ctl", "-D", self.path, "-w", "-m", "fast", "stop")

    def _program(self, name, *arguments):
        as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        if as_user:
            os.makedirs(self.path, exist_ok=True)
            shutil.chown(self.path, "postgres")
        subprocess.run(
            [*as_user, os.path.join(self.programs, name), *arguments], check=True, capture_output=True
        )

    def run(self, sql):
        cursor = self.connection.execute(sql)
        return cursor.fetchall() if cursor.description else []

    def matching(self, asked):
        joint = {"all": " & ", "any": " | ", "phrase": " <-> ", "beginning": ""}[asked.how]
        wanted = joint.join(f"'{word}'" for word in asked.words) + (":*" if asked.how == "beginning" else "")
        wanted = wanted.replace("'", "''")
        return (
            f"SELECT id, ts_rank(words, '{wanted}'::tsquery) AS score, source, month "
            f"FROM docs WHERE words @@ '{wanted}'::tsquery"
        )

    def save(self, document):
        self._add(document)
        self.connection.commit()

    def size(self):
        return self.run("SELECT pg_database_size('postgres')")[0][0]
