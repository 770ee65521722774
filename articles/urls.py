from django.urls import path

from articles.views.search import search

urlpatterns = [
    path("search/", search, name="search"),
]
