"""Haystack's Whoosh engine, to be given an Arabic analyzer."""

from haystack.backends.whoosh_backend import WhooshEngine


class ArabicWhooshEngine(WhooshEngine):
    pass
