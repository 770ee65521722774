"""Who is meant.

    words       a text as folded words, compounds joined, with their places
    register    names, offices and holdings as plain values
    gazetteer   all of them found in one pass over whole words with clitics
    sightings   a match with the ranks and given names before it
    country     of which country a text tells, and whose a body of a shared name is
    offices     an office's holder on a date
    links       what is found, and how sure each way of finding is
    resolving   from matches to links: longer names, offices
    bodies      their own names and short forms
    surnames    bare surnames and laqabs
    decisions   an editor's yes and no, kept while the text is edited
    linking     reads the register and writes the mentions
    proposals   persons with a rank or office whom the register does not know
    proposed_bodies  the same of bodies
    proposing   writes them
    romanising  an English name for them
    saying      the verbs of saying in all their forms
    verbs       other verbs behind which a subject stands
    gender      whether a name takes the verb's form for "he" or for "she"
    sentence    a sentence's words, quotations and verbs of saying
    attribution «بحسب صالح», «على حد قوله»
    quotes      who said what, in a text whose speakers are known
    quoting     writes the quotes
    spellings   names by any of their spellings in either script; finding reads the register for it
    evaluation  precision and recall on gold articles

All but decisions, linking, proposing, finding, quoting, presence and reviewing know no database.
"""
