import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "newsarchive.settings")
application = get_wsgi_application()

from articles.search.starting import look_after_index  # noqa: E402 (the applications must be ready)
from articles.warming import warm_up  # noqa: E402

look_after_index()
warm_up()
