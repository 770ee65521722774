"""Imports go down, modules stay short: the floor plan in `articles/__init__.py`, held to."""

import ast
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parent.parent
ROOT = ARTICLES.parent
FLOORS = {
    "arabic": 0,
    "models": 1,
    "migrations": 1,
    "actors": 2,
    "search": 2,
    "stories": 2,
    "ingest": 3,
    "export": 3,
    "forms": 4,
    "search_indexes": 4,
    "templatetags": 4,
    "admin": 5,
    "views": 5,
    "api": 5,
    "feeds": 5,
    "management": 5,
    "apps": 6,
    "urls": 6,
    "warming": 6,
}
MODULES = [
    path for path in ARTICLES.rglob("*.py") if "tests" not in path.parts and path.parent != ARTICLES.parent
]
PRODUCT = [path for path in MODULES if "migrations" not in path.parts]
TEMPLATES = sorted((ROOT / "templates").rglob("*.*"))
SEARCH_LIBRARIES = {"haystack", "whoosh"}


def name(path):
    return str(path.relative_to(ROOT))


def room(path):
    """The part of the app that a module belongs to: ``articles/search/engine/codec.py`` → ``search``."""
    return path.relative_to(ARTICLES).parts[0].removesuffix(".py")


def imports(path):
    """Absolute names of all that a module imports, relative imports resolved."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            stem = ".".join(filter(None, (base, node.module)))
            yield from (f"{stem}.{alias.name}" for alias in node.names)


def functions(path):
    return [
        node
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    ]


@pytest.mark.parametrize("path", PRODUCT, ids=name)
def test_imports_go_down(path):
    here = room(path)
    if here == "__init__":
        return
    upward = [
        target
        for target in imports(path)
        if target.startswith("articles.")
        and (there := target.split(".")[1]) != here
        and there in FLOORS
        and FLOORS[there] >= FLOORS[here]
    ]
    assert upward == []


@pytest.mark.parametrize("path", PRODUCT, ids=name)
def test_the_app_does_not_know_its_project(path):
    assert [target for target in imports(path) if target.split(".")[0] == "newsarchive"] == []


@pytest.mark.parametrize("path", [path for path in PRODUCT if room(path) == "arabic"], ids=name)
def test_the_language_needs_no_django(path):
    assert [target for target in imports(path) if target.split(".")[0] == "django"] == []


@pytest.mark.parametrize(
    "path", [path for path in PRODUCT if room(path) not in ("search", "search_indexes")], ids=name
)
def test_only_search_knows_its_libraries(path):
    assert [target for target in imports(path) if target.split(".")[0] in SEARCH_LIBRARIES] == []


@pytest.mark.parametrize("path", PRODUCT, ids=name)
def test_no_import_hides_in_a_function(path):
    hidden = [
        node.lineno
        for function in functions(path)
        if (path.name, function.name) != ("apps.py", "ready")  # Django loads models only by then.
        for node in ast.walk(function)
        if isinstance(node, (ast.Import, ast.ImportFrom))
    ]
    assert hidden == []


@pytest.mark.parametrize("path", PRODUCT, ids=name)
def test_modules_and_functions_stay_short(path):
    long = [function.name for function in functions(path) if function.end_lineno - function.lineno >= 30]
    assert (long, len(path.read_text().splitlines()) <= 300) == ([], True)


def test_the_median_function_is_shorter_than_nine_lines():
    lengths = sorted(node.end_lineno - node.lineno + 1 for path in PRODUCT for node in functions(path))
    assert lengths[len(lengths) // 2] < 9


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_templates_stay_short(path):
    assert len(path.read_text().splitlines()) <= 60


def test_no_module_is_named_for_nothing():
    nameless = {"utils", "helpers", "common", "misc", "base", "core", "lib", "services", "managers"}
    assert [name(path) for path in MODULES if path.stem in nameless] == []
