import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
application = get_asgi_application()

from articles.search.starting import look_after_index  # noqa: E402 (the applications must be ready)

look_after_index()
