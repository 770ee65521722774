"""The archive's one app. Imports go down only: a module knows no floor but those below it (test_floors.py).

floor 0  arabic/         the language: letters, normalizer, stemmer, names, calendars, shaping; no Django
floor 1  models/         one model and its QuerySet a file
floor 2  actors/         who is meant: matching, linking, quotes
         search/         the only place that knows Haystack and Whoosh
         stories/        copies, and reports of the same event
floor 3  ingest/         readers, and the one loader
         export/         what leaves: citations, share images, files
floor 4  forms, search_indexes, templatetags/
floor 5  admin/, views/, api/, feeds, management/commands/: the doors, all thin
floor 6  apps, urls, warming: the wiring
tests/   mirrors the tree
"""
