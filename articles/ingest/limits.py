"""How large what is read may be, for files, archives and what is fetched alike."""

# In bytes. The largest of 1,200 real news pages has 2.1 million; one saved with its pictures has more.
PAGE = 16 << 20
# Of the same pages the largest has 20,000 opening signs and 10,100 elements; time grows with the square of both.
TAGS = 100_000
ELEMENTS = 12_000
# Of one tag, counted only in tags of more than so many characters.
LONG_TAG = 10_000
ATTRIBUTES = 2_000
