"""``filter(term__among=numbers)``: what ``__in`` finds, for thousands of whole numbers, which travel as one value.

Django writes a sign and prepares a value for each of those of ``__in``, which takes longer than the query.
"""

import json

from django.db.models import Field, ForeignObject, Lookup


@Field.register_lookup
@ForeignObject.register_lookup
class Among(Lookup):
    lookup_name = "among"
    prepare_rhs = False

    def get_db_prep_lookup(self, value, connection):
        return "%s", [list(value)]

    def as_sql(self, compiler, connection):
        lhs, params = self.process_lhs(compiler, connection)
        rhs, numbers = self.process_rhs(compiler, connection)
        return f"{lhs} = ANY({rhs})", [*params, *numbers]

    def as_sqlite(self, compiler, connection):
        lhs, params = self.process_lhs(compiler, connection)
        rhs, (numbers,) = self.process_rhs(compiler, connection)
        return f"{lhs} IN (SELECT value FROM json_each({rhs}))", [*params, json.dumps(numbers)]
