"""Haystack's engine over this index: what SearchQuerySet asks for, answered in one pass.

    HAYSTACK_CONNECTIONS = {"default": {"ENGINE": "articles.search.engine.haystack.ArrayEngine", "PATH": "var/index"}}

How queries are written and how values go in and out is Haystack's own Whoosh backend's affair and stays so; the
index, the writer, the search, facets, highlights, likeness and spelling are replaced. Highlights are made with the
field's own analyser, where Haystack's have an English stemmer for every language.
"""

import os
import shutil
import tempfile
import warnings

from django.conf import settings
from django.utils import timezone
from haystack import connections
from haystack.backends import log_query
from haystack.backends.whoosh_backend import WhooshEngine, WhooshHtmlFormatter, WhooshSearchBackend
from haystack.constants import DJANGO_CT, ID
from haystack.exceptions import SearchBackendError, SkipDocument
from haystack.utils import get_identifier, get_model_ct

from .array_file import Damaged
from .haystack_page import HaystackPage, count_date_ranges
from .index import Missing, create, shared_index
from .notes import WANTED, note
from .whoosh_parts import KEYWORD, NUMERIC, ContextFragmenter, FuzzyTermPlugin, QueryParser, query
from .whoosh_parts import highlight as mark_words

NOTHING = {"results": [], "hits": 0}
WAIT = 30.0  # seconds for another process to let go of the index


class ArrayBackend(WhooshSearchBackend):
    """`index` is an `ArrayIndex`; all threads of a process share it."""

    def setup(self):
        if not self.use_file_storage:
            self.path = tempfile.mkdtemp(prefix="search-index-")
            self.use_file_storage = True
        os.makedirs(self.path, exist_ok=True)
        if not os.access(self.path, os.W_OK):
            raise OSError(f"The index's directory {self.path!r} cannot be written to")
        fields = connections[self.connection_alias].get_unified_index().all_searchfields()
        self.content_field_name, self.schema = self.build_schema(fields)
        self.parser = QueryParser(self.content_field_name, schema=self.schema)
        self.parser.add_plugins([FuzzyTermPlugin])
        self.index = self._opened()
        self.setup_complete = True

    def _opened(self):
        try:
            return self._whole()
        except Missing:
            create(self.path, self.schema)
        except Damaged as error:
            self._begin_anew(error)
        return self._whole()

    def _whole(self):
        index = shared_index(self.path)
        # Forgets the state that the process may hold open, so that what is on the disk is looked at.
        index.adopt(self.schema)
        index.snapshot()
        return index

    def _begin_anew(self, error):
        """Nothing in the directory can be read: set it aside for whoever wants to look, and ask for a new index."""
        self.log.error("The index is damaged and has to be made anew: %s", error)
        kept = self.path.rstrip(os.sep) + ".damaged"
        shutil.rmtree(kept, ignore_errors=True)
        os.rename(self.path, kept)
        create(self.path, self.schema)
        note(self.path, WANTED, error, timezone.now().isoformat(timespec="seconds"))

    def build_schema(self, fields):
        name, schema = super().build_schema(fields)
        # Haystack would keep each article's text once more, to sort by it.
        schema[name].set_sortable(False)
        for _, field in schema.items():
            if isinstance(field, KEYWORD | NUMERIC):
                field.set_sortable(True)
        return name, schema

    def _set_up(self):
        if not self.setup_complete:
            self.setup()

    def writer(self, timeout=WAIT):
        """The index's one writer, waited for."""
        self._set_up()
        return self.index.writer(timeout=timeout)

    def update(self, index, iterable, commit=True):
        self._set_up()
        if not len(iterable):
            return
        with self.writer() as writer:
            for item in iterable:
                try:
                    writer.update_document(**self.document(index, item))
                except SkipDocument:
                    self.log.debug("Indexing for object `%s` skipped", item)
                except Exception:
                    self._failed("Preparing object for update", item)

    def document(self, index, item):
        """The fields of one object as the writer takes them."""
        prepared = {name: self._from_python(value) for name, value in index.full_prepare(item).items()}
        prepared.pop("boost", None)
        return prepared

    def _failed(self, doing, what):
        """Within an `except`: raise, or write it to the log where Haystack was told to be silent."""
        if not self.silently_fail:
            raise
        self.log.exception("%s: %s", doing, get_identifier(what) if what else "the index")

    def remove(self, obj_or_string, commit=True):
        try:
            with self.writer() as writer:
                writer.delete_by_term(ID, get_identifier(obj_or_string))
        except Exception:
            self._failed("Removing", obj_or_string)

    def clear(self, models=None, commit=True):
        try:
            if models is None:
                self.delete_index()
                return
            with self.writer() as writer:
                for model in models:
                    writer.delete_by_term(DJANGO_CT, get_model_ct(model))
        except Exception:
            self._failed("Clearing", None)

    def delete_index(self):
        """Empty the index; until the moment that is done, it is searched as it was."""
        self.setup()
        with self.writer() as writer:
            writer.delete_everything()

    def optimize(self):
        self.writer().commit(optimize=True)

    @log_query
    def search(self, query_string, **wishes):
        self._set_up()
        # Haystack takes a single letter for a stop word, but for the sign that means everything.
        if len(query_string) < 2 and query_string != "*":
            return dict(NOTHING)
        wanted = self.parser.parse(query_string)
        narrowed = self._narrowed(wishes, wishes.get("narrow_queries") or ())
        return self._answer(wanted, narrowed, wishes, query_string)

    def more_like_this(self, model_instance, additional_query_string=None, **wishes):
        self._set_up()
        finder = self.index.finder()
        own = query.Term(ID, get_identifier(model_instance))
        number = finder.number_of(ID, own.text)
        if number is None:
            return dict(NOTHING)
        text = finder.stored(number).get(self.content_field_name) or ""
        analyzer = self.schema[self.content_field_name].analyzer
        wanted = finder.like([token.text for token in analyzer(text)], self.content_field_name)
        more = () if additional_query_string in (None, "", "*") else (additional_query_string,)
        narrowed = query.AndNot(self._narrowed(wishes, more) or query.Every(), own)
        return self._answer(wanted, narrowed, wishes, "")

    def _narrowed(self, wishes, narrow_queries):
        """One query for the models asked for and all that narrows the search; None for no limit."""
        models = wishes.get("models")
        limited = wishes.get("limit_to_registered_models")
        if limited is None:
            limited = getattr(settings, "HAYSTACK_LIMIT_TO_REGISTERED_MODELS", True)
        choices = sorted(map(get_model_ct, models)) if models else self.build_models_list() if limited else []
        parts = [self.parser.parse(str(narrow)) for narrow in narrow_queries]
        if choices:
            parts.append(query.Or([query.Term(DJANGO_CT, choice) for choice in choices]))
        return query.And(parts) if parts else None

    def _answer(self, wanted, narrowed, wishes, query_string):
        # Whole pages only: what does not begin at one is given the page it begins in, as Haystack's suite expects.
        page, length = self.calculate_page(wishes.get("start_offset"), wishes.get("end_offset"))
        fields, dates = wishes.get("facets") or {}, wishes.get("date_facets") or {}
        if wishes.get("query_facets"):
            warnings.warn("Whoosh does not handle query faceting.", Warning, stacklevel=3)
        found = self.index.finder().find(
            wanted,
            limit=length,
            offset=(page - 1) * length,
            order=one_direction(wishes.get("sort_by")),
            filter=narrowed,
            facets=dict.fromkeys(fields),
        )
        page = HaystackPage(
            found, {name: count_date_ranges(found, name, wish) for name, wish in dates.items()}
        )
        return self._process_results(
            page,
            highlight=wishes.get("highlight"),
            query_string=query_string,
            spelling_query=wishes.get("spelling_query"),
            result_class=wishes.get("result_class"),
            facet_types=dict.fromkeys(fields, "fields") | dict.fromkeys(dates, "dates"),
        )

    def _process_results(self, raw_page, highlight=False, query_string="", **options):
        processed = super()._process_results(raw_page, query_string=query_string, **options)
        if highlight:
            for result, hit in zip(processed["results"], raw_page.found.hits, strict=False):
                text = getattr(result, self.content_field_name)
                result.highlighted = {self.content_field_name: [self.marked(text, raw_page.found, hit)]}
        return processed

    def marked(self, text, found, hit):
        """The passages of a text with the words marked that made it match."""
        terms = [term for field, term, _ in found.why(hit) if field == self.content_field_name]
        analyzer = self.schema[self.content_field_name].analyzer
        return mark_words(text, terms, analyzer, ContextFragmenter(), WhooshHtmlFormatter("em"))

    def create_spelling_suggestion(self, query_string):
        """Each word in the nearest spelling that the index knows."""
        name = self.content_field_name
        field_name = self.schema[name].spelling_fieldname(name)
        finder = self.index.finder()
        suggested = [finder.suggest(field_name, word.lower(), limit=1) for word in plain_words(query_string)]
        return " ".join(words[0][0] for words in suggested if words)


def plain_words(query_string):
    """The words of a query without the signs of its language."""
    backend = WhooshSearchBackend
    for sign in backend.RESERVED_CHARACTERS:
        query_string = query_string.replace(sign, " ")
    return [word for word in query_string.split() if word not in backend.RESERVED_WORDS]


def one_direction(sort_by):
    """What Haystack sorts by as `Finder.find` takes it."""
    if not sort_by:
        return "score"
    if len({name.startswith("-") for name in sort_by}) > 1:
        raise SearchBackendError("Whoosh requires all order_by fields to use the same sort direction")
    return tuple(sort_by)


class ArrayEngine(WhooshEngine):
    backend = ArrayBackend
